import DiagramDSL
import DiagramGraph
import DiagramModel
import DiagramText

extension SceneBuilder {
  /// Zooms, which lie under the boxes, or everything else that is said of boxes.
  func annotations(areZooms: Bool) -> [SceneBox] {
    zip(resolved.annotations[picture], placed.overlays.notes[picture]).compactMap { united, shape in
      guard (united.annotation.kind == .zoom) == areZooms else { return nil }
      let measured = united.annotation.attributes.label.flatMap { placed.measured.notes[$0] }
      let style = united.annotation.attributes.style
      var box = SceneBox(
        id: "!\(united.id)", parent: nil, frame: shape.bounds, shape: .none, radius: 0,
        paint: .invisible, text: nil, isContainer: false)
      box.kind = united.annotation.kind.rawValue
      box.drawioStyle = nil
      box.shapes = [SceneShape(path: shape.path, paint: pen(of: style, united.annotation.kind))]
      if let measured, let place = shape.text {
        box.text = freeText(
          measured, at: place.origin.offset(x: measured.font.spaceWidth), style, .center)
      }
      return box
    }
  }

  private func pen(of style: Style, _ kind: Annotation.Kind) -> Paint {
    let usual: LinePattern = kind == .region || kind == .zoom ? .dashed : .solid
    let quiet = style.accent == nil && style.emphasis != .strong
    return Paint(
      fill: nil, stroke: quiet && kind == .zoom ? theme.mutedLine : theme.lineColor(of: style),
      strokeWidth: style.emphasis == .strong ? 30 : 15, pattern: style.pattern ?? usual)
  }
}

extension MeasuredSeries {
  /// Where an annotation of a picture may lie over a layout of a canvas and the items, what is liked best
  /// first.
  func shapes(
    of united: ResolvedSeries.UnitedAnnotation, in picture: Int, _ layout: Layout
  ) -> [AnnotationShape] {
    let text = united.annotation.attributes.label.flatMap { notes[$0]?.sizeWithChip }
    let isZoom = united.annotation.kind == .zoom
    let frames = united.boxes.map {
      spokenFrame(of: $0, in: picture, layout.frames[$0 + 1], isZoom: isZoom)
    }
    let pictures = resolved.annotations.indices.filter { other in
      resolved.annotations[other].contains { $0.id == united.id }
    }
    let marks = united.boxes.flatMap { box in
      pictures.flatMap { boxMarks(of: box, in: $0, layout.frames[box + 1]) }
    }
    return AnnotationShape.all(
      united.annotation, frames, marks: marks.map(\.rect), text: text)
  }

  /// The part of a box that is seen: of an icon, the icon with its text or without.
  private func spokenFrame(
    of index: Int, in picture: Int, _ frame: Rect, isZoom: Bool
  ) -> Rect {
    guard resolved.items[index].isIcon, let icon = iconFrame(of: index, in: picture, frame) else {
      return frame
    }
    return isZoom
      ? icon : Rect(minX: frame.minX, minY: icon.minY, maxX: frame.maxX, maxY: frame.maxY)
  }
}

extension ResolvedSeries {
  /// The texts of annotations and of the ends of arrows, by what they say.
  func notes(_ measurer: some TextMeasurer) -> [String: MeasuredText] {
    let ends = arrows.flatMap { $0.shown.flatMap { [$0.startLabel, $0.endLabel] } }
    let texts = annotations.joined().map(\.annotation.attributes.label) + ends
    let font = Font(face: .regular, size: TextRole.label.fontSize)
    var notes: [String: MeasuredText] = [:]
    for text in texts.compactMap(\.self) where notes[text] == nil {
      let lines = measurer.lines(
        of: Markup(text).text, in: font, maximumWidth: TextRole.label.maximumWidth,
        maximumWordWidth: TextRole.maximumWordWidth)
      notes[text] = MeasuredText([MeasuredText.Block(part: .title, text: lines, font: font)])
    }
    return notes
  }
}
