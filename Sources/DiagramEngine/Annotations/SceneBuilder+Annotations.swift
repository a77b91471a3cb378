import DiagramDSL
import DiagramGraph
import DiagramModel
import DiagramText

extension SceneBuilder {
  /// Zooms, which lie under the boxes, or everything else that is said of boxes.
  func annotations(areZooms: Bool) -> [SceneBox] {
    resolved.annotations[picture].compactMap { united in
      guard (united.annotation.kind == .zoom) == areZooms else { return nil }
      let measured = united.annotation.attributes.label.flatMap { placed.measured.notes[$0] }
      let shape = placed.measured.shape(of: united, in: picture, placed.layout)
      let style = united.annotation.attributes.style
      var box = SceneBox(
        id: "!\(united.id)", parent: nil, frame: shape.bounds, shape: .none, radius: 0,
        paint: .invisible, text: nil, isContainer: false)
      box.kind = united.annotation.kind.rawValue
      box.drawioStyle = nil
      box.shapes = [SceneShape(path: shape.path, paint: pen(of: style, united.annotation.kind))]
      guard let measured, let place = shape.text else { return box }
      let origin = place.origin.offset(x: measured.font.spaceWidth)
      if united.annotation.kind == .callout {
        let outside = Surroundings(depth: 0, ground: theme.chip)
        var paint = theme.paint(of: style, isContainer: false, in: outside)
        // It covers what it lies on.
        paint.fill = paint.fill ?? theme.containers.first?.fill ?? theme.background
        box.shapes = [SceneShape(path: shape.path, paint: paint)]
        let colors = TextColors(
          theme: theme, text: theme.textColor(of: style, .component, depth: 0),
          ground: paint.fill ?? theme.background,
          isMuted: style.accent == nil && style.emphasis == .muted)
        box.text = measured.scene(at: origin, colors, style.textAlignment ?? .center)
      } else {
        box.text = freeText(measured, at: origin, style, .center)
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
  /// Where an annotation of a picture lies over finished boxes.
  func shape(
    of united: ResolvedSeries.UnitedAnnotation, in picture: Int, _ layout: Layout
  ) -> AnnotationShape {
    let text = united.annotation.attributes.label.flatMap { notes[$0]?.sizeWithChip }
    let isZoom = united.annotation.kind == .zoom
    let frames = united.boxes.map {
      spokenFrame(
        of: $0, in: picture, layout, isZoom: isZoom, isAround: united.annotation.kind == .callout)
    }
    // It lies at one place in all pictures that have it.
    let pictures = resolved.annotations.indices.filter { other in
      resolved.annotations[other].contains { $0.id == united.id }
    }
    let others = resolved.items.indices.filter { item in
      !resolved.items[item].id.isEmpty
        && pictures.contains { resolved.items[item].variants[$0] != nil }
    }
    let spoken = Set(united.boxes)
    let coversLines = united.annotation.kind == .callout
    return AnnotationShape(united.annotation, frames, text: text) { place in
      others.allSatisfy { item in
        let own = coversLines ? united.boxes.firstIndex(of: item) : nil
        let frame = own.map { frames[$0] } ?? layout.frames[item]
        return !frame.intersects(place) || frame.contains(place) && !spoken.contains(item)
      }
        && layout.routes.allSatisfy { route in
          // What covers a line hides it.
          let taken = (route.label.map { [$0] } ?? []) + (coversLines ? route.pieces : [])
          return !taken.contains { $0.insetBy(-1).intersects(place) }
        }
    }
  }

  /// The part of a box that is seen: of an icon, the icon with its text or without.
  private func spokenFrame(
    of index: Int, in picture: Int, _ layout: Layout, isZoom: Bool, isAround: Bool
  ) -> Rect {
    let frame = layout.frames[index]
    if isAround, let text = texts[index][picture]?.size {
      let own =
        resolved.items[index].hasTextBelow
        ? shapeFrame(of: index, in: frame)
        : resolved.items[index].isIcon ? iconFrame(of: index, in: picture, frame) ?? frame : frame
      guard own != frame else { return frame }
      let width = max(own.size.width, text.width)
      return Rect(x: own.midX - width / 2, y: own.minY, width: width, height: frame.maxY - own.minY)
    }
    if resolved.items[index].hasTextBelow {
      let shape = shapeFrame(of: index, in: frame)
      return isZoom
        ? shape : Rect(minX: frame.minX, minY: shape.minY, maxX: frame.maxX, maxY: frame.maxY)
    }
    guard resolved.items[index].isIcon, let icon = iconFrame(of: index, in: picture, frame) else {
      return frame
    }
    return isZoom
      ? icon : Rect(minX: frame.minX, minY: icon.minY, maxX: frame.maxX, maxY: frame.maxY)
  }

  /// The rectangle around all annotations of a layout; nil without any.
  func annotationBounds(in layout: Layout) -> Rect? {
    let bounds = resolved.annotations.indices.flatMap { picture in
      resolved.annotations[picture].map { shape(of: $0, in: picture, layout).bounds }
    }
    return bounds.first.map { bounds.dropFirst().reduce($0) { $0.union($1) } }
  }
}

extension ResolvedSeries {
  /// The texts of annotations, of the ends of arrows, of the legend and of sequences, by what they say.
  func notes(_ measurer: some TextMeasurer) -> [String: MeasuredText] {
    let ends = arrows.flatMap { $0.shown.flatMap { [$0.startLabel, $0.endLabel] } }
    let texts =
      annotations.joined().map(\.annotation.attributes.label) + ends
      + (legend.map { [$0.title] + $0.samples.map(\.text) } ?? [])
      + sequences.flatMap(\.rows).flatMap { $0.variants.map { $0?.text } }
      + (sequences.isEmpty ? [] : SequenceFragment.Kind.allCases.map(\.word))
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
