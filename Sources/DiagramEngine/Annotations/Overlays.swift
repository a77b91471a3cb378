import DiagramCheck
import DiagramDSL
import DiagramGraph
import DiagramModel
import DiagramText

/// What lies over a finished drawing, each at one place in all pictures that show it: icons and badges on
/// boxes, texts on dividers, what is said of boxes, numbers on lines, and texts at their ends, in this order. What comes
/// later keeps off what is there.
struct Overlays: Sendable {
  /// For each arrow its number, where it has one and a picture without a text.
  private(set) var numbers: [Rect?] = []
  /// For each arrow the texts at its start and at its end.
  private(set) var endTexts: [[Rect?]] = []
  /// For each item, where the text of a divider lies on its line.
  private(set) var dividers: [Rect?] = []
  /// For each picture what is said of boxes there.
  private(set) var notes: [[AnnotationShape]] = []
  /// All of it, over nodes that are a canvas and then the items.
  private(set) var all: [Overlay] = []
  /// The boxes whose notes touch something, with the room that these would take on their sides.
  private(set) var crowded: [(box: Int, room: Insets)] = []

  private let series: MeasuredSeries
  private let graph: LayoutGraph
  private let layout: Layout
  private let check: Check

  /// The place of everything over a layout of the graph of a series.
  init(_ layout: Layout, of graph: LayoutGraph, _ series: MeasuredSeries) {
    self.series = series
    self.layout = layout
    self.graph = graph
    check = Check(layout, of: graph)
    for item in series.resolved.items.indices { addMarks(of: item) }
    dividers = series.resolved.items.indices.map { addText(ofDivider: $0) }
    addNotes()
    for arrow in series.resolved.arrows.indices { numbers.append(addNumber(of: arrow)) }
    for arrow in series.resolved.arrows.indices { endTexts.append(addEndTexts(of: arrow)) }
  }

  /// How much of it touches something.
  var faults: Int { check.findings(of: all).count }

  /// The rectangle around all of it; nil where there is nothing.
  var bounds: Rect? {
    let rects = all.map(\.rect) + notes.joined().map(\.bounds)
    return rects.dropFirst().reduce(rects.first) { $0?.union($1) }
  }

  // MARK: - Boxes

  private mutating func addMarks(of item: Int) {
    let frame = layout.frames[item + 1]
    var marks: [(rect: Rect, isCopy: Bool, pictures: [Int])] = []
    for picture in series.resolved.items[item].variants.indices {
      for mark in series.boxMarks(of: item, in: picture, frame) {
        if let known = marks.firstIndex(where: { $0.rect == mark.rect && $0.isCopy == mark.isCopy })
        {
          marks[known].pictures.append(picture)
        } else {
          marks.append((mark.rect, mark.isCopy, [picture]))
        }
      }
    }
    all += marks.map { mark in
      Overlay(
        mark.rect, of: .box(item + 1), whole: item, on: [item + 1],
        in: PictureSet(mark.pictures), coversWays: mark.isCopy)
    }
  }

  /// The text of a divider lies at its beginning, or where fewer arrows cross.
  private mutating func addText(ofDivider item: Int) -> Rect? {
    let (value, texts) = (series.resolved.items[item], series.texts[item])
    let shown = texts.indices.filter { texts[$0] != nil }
    guard value.free == .divider, let first = texts.compactMap(\.self).first else { return nil }
    let size = texts.compactMap { $0?.size }.reduce(first.size) { $0.union($1) }
    let frame = layout.frames[item + 1]
    let spots = Divider.textSpots(
      for: size, in: frame, isHorizontal: series.resolved.isHorizontalDivider(item),
      indent: first.font.spaceWidth)
    return place(
      spots.enumerated().map { ($1, $0 * 100) }, of: .box(item + 1), whole: item, shown)
  }

  // MARK: - Notes

  /// Those whose sides are given have little choice and come first.
  private mutating func addNotes() {
    let annotations = series.resolved.annotations
    let all = annotations.enumerated().flatMap { picture, all in all.map { (picture, $0) } }
    let given = all.filter { $0.1.annotation.side != nil }
    var chosen: [String: Int] = [:]
    for (picture, united) in given + all where chosen[united.id] == nil {
      let shapes = series.shapes(of: united, in: picture, layout)
      chosen[united.id] = add(united, shapes, number: chosen.count)
    }
    notes = annotations.enumerated().map { picture, all in
      all.map { series.shapes(of: $0, in: picture, layout)[chosen[$0.id] ?? 0] }
    }
  }

  /// Takes the best of some shapes, and tells which.
  private mutating func add(
    _ united: ResolvedSeries.UnitedAnnotation, _ shapes: [AnnotationShape], number: Int
  ) -> Int {
    let pictures = series.resolved.annotations.indices.filter { other in
      series.resolved.annotations[other].contains { $0.id == united.id }
    }
    // The bubble of a callout lies beside its box.
    let spoken = united.boxes.map { $0 + 1 }
    let own = Set(
      united.annotation.kind == .callout ? spoken.filter { series.isSeenInPart($0 - 1) } : spoken)
    // An outline runs across those of the containers that hold some of what it is around.
    let around = spoken.flatMap { graph.ancestors(of: $0) }
    let overlays = shapes.map { shape in
      let (owner, whole) = (Finding.Item.box(spoken[0]), series.resolved.items.count + number)
      return shape.solid.map {
        Overlay($0, of: owner, whole: whole, on: own, in: PictureSet(pictures))
      }
        + shape.outline.map {
          Overlay(
            $0, of: owner, whole: whole, on: Set(spoken + around), in: PictureSet(pictures),
            coversWays: true)
        }
    }
    let costs = overlays.map { $0.reduce(0) { $0 + cost(of: $1) } }
    let best = costs.indices.min { (costs[$0], $0) < (costs[$1], $1) } ?? 0
    if costs[best] > 0 {
      crowded += united.boxes.map { box in
        (box, shapes[best].bounds.reach(beyond: layout.frames[box + 1]))
      }
    }
    all += overlays[best]
    return best
  }

  // MARK: - Arrows

  private mutating func addNumber(of index: Int) -> Rect? {
    let arrow = series.resolved.arrows[index]
    let shown = arrow.variants.indices.filter { picture in
      arrow.variants[picture].map { series.badge(of: $0) != nil } ?? false
        && series.labels[index][picture] == nil
    }
    let sizes = shown.compactMap { arrow.variants[$0].flatMap(series.badge(of:))?.badgeSize }
    guard let first = sizes.first else { return nil }
    let size = sizes.reduce(first) { $0.union($1) }
    let spots = NumberSpots(
      on: layout.routes[index], size: size,
      heads: (
        arrow.shown.contains { $0.startHead != .none }, arrow.shown.contains { $0.endHead != .none }
      ))
    return place(
      spots.all.map { (Rect(center: $0.middle, size: size), $0.cost) }, of: .edge(index),
      whole: whole(of: index, part: 0), shown)
  }

  private mutating func addEndTexts(of index: Int) -> [Rect?] {
    let arrow = series.resolved.arrows[index]
    let (points, own) = (layout.routes[index].points, layout.routes[index].pieces)
    guard points.count > 1 else { return [nil, nil] }
    let isHeaded = arrow.shown.contains { $0.startHead != .none || $0.endHead != .none }
    let gap = isHeaded ? EndSpots.besideHead : EndSpots.besideLine
    return [0, 1].map { part in
      let texts = arrow.variants.map { part == 0 ? $0?.startLabel : $0?.endLabel }
      let shown = texts.indices.filter { texts[$0] != nil }
      let sizes = texts.compactMap { $0.flatMap { series.notes[$0]?.sizeWithChip } }
      guard let first = sizes.first else { return nil }
      let size = sizes.reduce(first) { $0.union($1) }
      let last = points.count - 1
      let (end, next) = part == 0 ? (points[0], points[1]) : (points[last], points[last - 1])
      let spots = EndSpots.all(for: size, at: end, towards: next, beside: gap).map { spot in
        let hits = own.count { $0.insetBy(-1).intersects(spot.rect) }
        return (rect: spot.rect, cost: spot.cost + hits * 700)
      }
      return place(spots, of: .edge(index), whole: whole(of: index, part: part + 1), shown)
    }
  }

  /// The number of a part of an arrow among all that lies over the drawing.
  private func whole(of arrow: Int, part: Int) -> Int {
    series.resolved.items.count + series.resolved.annotations.joined().count + arrow * 3 + part
  }

  /// Takes the best of some places.
  private mutating func place(
    _ places: [(rect: Rect, cost: Int)], of owner: Finding.Item, whole: Int, _ pictures: [Int]
  ) -> Rect? {
    let boxes: Set<Int> = if case .box(let box) = owner { [box] } else { [] }
    var best: (overlay: Overlay, cost: Int)?
    for place in places where place.cost < best?.cost ?? .max {
      let overlay = Overlay(
        place.rect, of: owner, whole: whole, on: boxes, in: PictureSet(pictures))
      let cost = place.cost + cost(of: overlay)
      if cost < best?.cost ?? .max { best = (overlay, cost) }
    }
    guard let best else { return nil }
    all.append(best.overlay)
    return best.overlay.rect
  }

  /// How much something is in the way where it lies; a bit of room around it counts too.
  private func cost(of overlay: Overlay) -> Int {
    var wide = overlay
    wide.rect = overlay.rect.insetBy(-Self.clearance)
    return check.touched(by: wide, among: all).reduce(0) { sum, finding in
      switch finding.rule {
      case .overlayOnBox: sum + 3000
      case .overlayOnText, .overlayOnOverlay: sum + 2500
      default: sum + 1500
      }
    }
  }

  private static let clearance = 2
}

extension Overlays {
  /// The same, further right and down.
  func moved(x: Int, y: Int) -> Overlays {
    var moved = self
    moved.numbers = numbers.map { $0?.moved(x: x, y: y) }
    moved.dividers = dividers.map { $0?.moved(x: x, y: y) }
    moved.endTexts = endTexts.map { $0.map { $0?.moved(x: x, y: y) } }
    moved.notes = notes.map { $0.map { $0.moved(x: x, y: y) } }
    moved.all = all.map { overlay in
      var overlay = overlay
      overlay.rect = overlay.rect.moved(x: x, y: y)
      return overlay
    }
    return moved
  }
}

extension Rect {
  fileprivate init(center: Point, size: Size) {
    self.init(
      origin: Point(x: center.x - size.width / 2, y: center.y - size.height / 2), size: size)
  }

  /// How far it reaches out of another, on each side.
  fileprivate func reach(beyond other: Rect) -> Insets {
    Insets(
      top: max(other.minY - minY, 0), left: max(other.minX - minX, 0),
      bottom: max(maxY - other.maxY, 0), right: max(maxX - other.maxX, 0))
  }
}
