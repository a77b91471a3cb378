import DiagramDSL
import DiagramGraph
import DiagramModel
import DiagramText

extension SceneBuilder {
  /// Zooms, which lie under the boxes, or everything else that is said of boxes.
  func annotations(areZooms: Bool) -> [SceneBox] {
    zip(resolved.annotations[picture], annotationShapes[picture]).compactMap { united, shape in
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
  /// Where the annotations of each picture lie over finished boxes, each beside those that were placed
  /// before it: first those whose sides are given, then the others, in the order of the pictures.
  func annotationShapes(in layout: Layout) -> [[AnnotationShape]] {
    var taken: [(id: String, place: Rect)] = []
    var shapes = resolved.annotations.map { $0.map { _ in AnnotationShape?.none } }
    for isGiven in [true, false] {
      for (picture, annotations) in resolved.annotations.enumerated() {
        for (index, united) in annotations.enumerated()
        where (united.annotation.side != nil) == isGiven {
          let others = taken.filter { $0.id != united.id }.map(\.place)
          let shape = shape(of: united, in: picture, layout, besides: others)
          shapes[picture][index] = shape
          taken += shape.taken.map { (united.id, $0) }
        }
      }
    }
    return shapes.map { $0.compactMap(\.self) }
  }

  private func shape(
    of united: ResolvedSeries.UnitedAnnotation, in picture: Int, _ layout: Layout,
    besides notes: [Rect]
  ) -> AnnotationShape {
    let text = united.annotation.attributes.label.flatMap { self.notes[$0]?.sizeWithChip }
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
    let titles = coversLines ? self.titles(in: layout) : []
    return AnnotationShape(united.annotation, frames, text: text) { place in
      !(notes + titles).contains { $0.intersects(place) }
        && others.allSatisfy { item in
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

  /// Where the titles of containers stand in whichever picture.
  private func titles(in layout: Layout) -> [Rect] {
    resolved.items.indices.flatMap { index in
      resolved.pictures.indices.compactMap { picture in
        title(of: index, in: picture)?.rect(in: layout.frames[index])
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
    let bounds = annotationShapes(in: layout).joined().map(\.bounds)
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
