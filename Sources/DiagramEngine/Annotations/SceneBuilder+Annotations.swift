import DiagramDSL
import DiagramGraph
import DiagramModel
import DiagramText

extension SceneBuilder {
  /// Zooms, which lie under the boxes, or everything else that is said of boxes.
  func annotations(areZooms: Bool) -> [SceneBox] {
    zip(resolved.annotations[picture], placed.overlays.notes[picture]).compactMap {
      united, shape -> SceneBox? in
      guard (united.annotation.kind == .zoom) == areZooms else { return nil }
      let measured = united.annotation.attributes.label.flatMap { placed.measured.notes[$0] }
      let style = united.annotation.attributes.style
      var box = SceneBox(
        id: "!\(united.id)", parent: nil, frame: shape.bounds, shape: .none, radius: 0,
        paint: .invisible, text: nil, isContainer: false)
      box.kind = united.annotation.kind.rawValue
      box.meaning = SceneMeaning(
        .annotation(of: united.boxes.map { resolved.items[$0].id }),
        name: united.annotation.attributes.label?.withoutMarkup.onOneLine ?? "")
      box.drawioStyle = nil
      let path =
        united.annotation.kind == .zoom
        ? zoom(shape.path, from: united.boxes[0], to: united.boxes[united.boxes.count - 1])
        : shape.path
      box.shapes = [SceneShape(path: path, paint: pen(of: style, united.annotation.kind))]
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
  /// Where an annotation of a picture may lie over a layout of a canvas and the items, what is liked best
  /// first.
  func shapes(
    of united: ResolvedSeries.UnitedAnnotation, in picture: Int, _ layout: Layout
  ) -> [AnnotationShape] {
    let text = united.annotation.attributes.label.flatMap { notes[$0]?.sizeWithChip }
    let frames = united.boxes.map {
      spokenFrame(of: $0, in: picture, layout.frames[$0 + 1], united.annotation.kind)
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

  /// Whether a box is more than what is seen of it: an icon or a shape with its text below.
  func isSeenInPart(_ index: Int) -> Bool {
    resolved.items[index].isIcon || resolved.items[index].hasTextBelow
  }

  /// The part of a box that is seen: of an icon or a shape, that with its text or without.
  private func spokenFrame(
    of index: Int, in picture: Int, _ frame: Rect, _ kind: Annotation.Kind
  ) -> Rect {
    guard isSeenInPart(index) else { return frame }
    let shape =
      resolved.items[index].hasTextBelow
      ? shapeFrame(of: index, in: frame) : iconFrame(of: index, in: picture, frame) ?? frame
    switch kind {
    case .zoom: return shape
    case .callout:
      let width = max(shape.size.width, texts[index][picture]?.size.width ?? 0)
      return Rect(
        x: shape.midX - width / 2, y: shape.minY, width: width, height: frame.maxY - shape.minY)
    case .brace, .dimension, .region:
      return Rect(minX: frame.minX, minY: shape.minY, maxX: frame.maxX, maxY: frame.maxY)
    }
  }
}

extension ResolvedSeries {
  /// The texts of annotations, of the ends of arrows, of the legend and of sequences, by what they say.
  func notes(_ measurer: some TextMeasurer) -> [String: MeasuredText] {
    let ends = arrows.flatMap { $0.shown.flatMap { [$0.startLabel, $0.endLabel] } }
    let texts =
      annotations.joined().map(\.annotation.attributes.label) + ends
      + (legend.map { [$0.title] + $0.samples.map(\.text) } ?? [])
      + (sequences.isEmpty ? [] : SequenceFragment.Kind.allCases.map(\.word))
    let font = Font(face: .regular, size: TextRole.label.fontSize)
    var notes: [String: MeasuredText] = [:]
    var widths: [String: Int] = [:]
    for sequence in sequences {
      for row in sequence.rows {
        let width = sequence.textWidth(in: row, on: slide)
        for text in row.variants.compactMap({ $0?.text }) {
          widths[text] = max(widths[text] ?? 0, width)
        }
      }
    }
    for text in texts.compactMap(\.self) + widths.keys.sorted() where notes[text] == nil {
      let lines = measurer.lines(
        of: Markup(text).text, in: font,
        maximumWidth: widths[text] ?? TextRole.label.maximumWidth,
        maximumWordWidth: TextRole.maximumWordWidth)
      notes[text] = MeasuredText([MeasuredText.Block(part: .title, text: lines, font: font)])
    }
    return notes
  }
}
