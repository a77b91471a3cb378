import DiagramCheck
import DiagramDSL
import DiagramGraph
import DiagramModel
import DiagramText

/// What lies over a finished drawing, each at one place in all pictures that show it: icons and badges on
/// boxes, texts on dividers, what is said of boxes, numbers on lines, crosses on them, and texts at their ends, in this order. What comes
/// later keeps off what is there.
struct Overlays: Sendable {
  /// For each arrow its number, where it has one and a picture without a text.
  private(set) var numbers: [Rect?] = []
  /// For each arrow its cross, where it has one in a picture.
  private(set) var crosses: [Rect?] = []
  /// For each arrow the texts at its start and at its end.
  private(set) var endTexts: [[Rect?]] = []
  /// For each item, where the text of a divider lies on its line.
  private(set) var dividers: [Rect?] = []
  /// For each picture what is said of boxes there.
  private(set) var notes: [[AnnotationShape]] = []
  /// All of it, over nodes that are a canvas and then the items.
  private(set) var all: [Overlay] = []
  /// What of it touches something; of two that touch each other the later one does.
  private(set) var findings: [Finding] = []
  /// The boxes whose marks or notes touch something, or are touched, with the room that these would take on
  /// their sides.
  private(set) var crowded: [(box: Int, room: Insets)] = []
  /// For each note, by its number, how far it reaches out of its boxes.
  private var reaches: [Int: [(box: Int, room: Insets)]] = [:]

  /// Where braces and bars lie, each with its text as one: two of them share a level or lie in different ones.
  private var levels: [(frame: Rect, pictures: PictureSet)] = []

  let series: MeasuredSeries
  private let graph: LayoutGraph
  let layout: Layout
  /// What is checked, before all of it was moved into the canvas.
  let check: Check

  /// The place of everything over a layout of the graph of a series.
  init(_ layout: Layout, of graph: LayoutGraph, _ series: MeasuredSeries) {
    self.series = series
    self.layout = layout
    self.graph = graph
    check = Check(layout, of: graph, isMarked: true)
    for item in series.resolved.items.indices { addMarks(of: item) }
    dividers = series.resolved.items.indices.map { addText(ofDivider: $0) }
    addNotes()
    for arrow in series.resolved.arrows.indices { numbers.append(addNumber(of: arrow)) }
    for arrow in series.resolved.arrows.indices { crosses.append(addCross(of: arrow)) }
    for arrow in series.resolved.arrows.indices { endTexts.append(addEndTexts(of: arrow)) }
    findings = check.findings(of: all)
    for finding in findings {
      crowded += reaches(of: finding.item) + reaches(of: finding.other)
    }
  }

  /// How far what lies over the drawing reaches out of boxes, if it belongs to some.
  private func reaches(of item: Finding.Item) -> [(box: Int, room: Insets)] {
    switch item {
    case .note(let number): reaches[number] ?? []
    case .box(let node) where node > 0: [(node - 1, graph.nodes[node].overhang)]
    case .box, .edge: []
    }
  }

  /// The rectangle around all of it; nil where there is nothing.
  var bounds: Rect? {
    (all.map(\.rect) + notes.joined().map(\.bounds)).bounds
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
        mark.rect, of: .box(item + 1), whole: item, on: series.ground(of: item),
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
    let isHorizontal = series.resolved.isHorizontalDivider(item)
    let indent = isHorizontal ? first.font.spaceWidth : 0
    let spots = Divider.textSpots(
      for: size, in: frame, isHorizontal: isHorizontal,
      indent: value.on == nil ? indent : max(indent, Divider.onBoxInset))
    return place(
      spots.enumerated().map { ($1, $0 * 100) }, of: .box(item + 1), whole: item, shown)
  }

  // MARK: - Notes

  /// Those that have little choice come first, and of braces and bars the short ones, so that the long ones lie
  /// outside of them.
  private mutating func addNotes() {
    let annotations = series.resolved.annotations
    let shapes = annotations.enumerated().map { picture, all in
      all.map { series.shapes(of: $0, in: picture, layout) }
    }
    let all = annotations.indices.flatMap { picture in
      annotations[picture].indices.map { (united: annotations[picture][$0], picture, place: $0) }
    }
    let ranked = all.enumerated().sorted { one, other in
      (rank(of: one.element.united), one.offset) < (rank(of: other.element.united), other.offset)
    }
    var chosen: [String: NoteChoice] = [:]
    for (_, (united, picture, place)) in ranked where chosen[united.id] == nil {
      let number = series.resolved.noteIDs.firstIndex(of: united.id) ?? 0
      chosen[united.id] = add(united, shapes[picture][place], number: number)
    }
    notes = zip(annotations, shapes).map { annotations, shapes in
      zip(annotations, shapes).map { united, shapes in
        let choice = chosen[united.id] ?? NoteChoice()
        return shapes[choice.shape].lifted(by: choice.lift)
      }
    }
  }

  /// The shape of a note among those that it may have, and how far away from its usual place it lies.
  private struct NoteChoice {
    var shape = 0
    var lift = 0
  }

  /// What comes first has the smaller rank.
  private func rank(of united: ResolvedSeries.UnitedAnnotation) -> Int {
    let isFree = united.annotation.side == nil
    switch united.annotation.kind {
    case .region, .zoom: return 0
    case .callout: return isFree ? .max : 1
    case .brace, .dimension:
      let frames = united.boxes.map { layout.frames[$0 + 1] }
      let around = frames.bounds ?? .zero
      let length = max(around.size.width, around.size.height)
      return 2 + length + (isFree ? Self.longest : 0)
    }
  }

  /// Longer than any drawing.
  private static let longest = 1_000_000_000

  /// Takes the best of some shapes, each where it lies usually and where it is clear of what is there already.
  private mutating func add(
    _ united: ResolvedSeries.UnitedAnnotation, _ shapes: [AnnotationShape], number: Int
  ) -> NoteChoice {
    let pictures = PictureSet(
      series.resolved.annotations.indices.filter { other in
        series.resolved.annotations[other].contains { $0.id == united.id }
      })
    var best: (choice: NoteChoice, shape: AnnotationShape, overlays: [Overlay], cost: Int)?
    for (index, usual) in shapes.enumerated() {
      for lift in Set([0, lift(clearing: usual, in: pictures)]).sorted() {
        let shape = usual.lifted(by: lift)
        let overlays = overlays(of: shape, united, number: number, in: pictures)
        let cost = overlays.reduce(lift + costOfLevels(at: shape, in: pictures)) { sum, overlay in
          sum + self.cost(of: overlay, needing: shape.room(around: overlay.rect))
        }
        if cost < best.map(\.cost) ?? .max {
          best = (NoteChoice(shape: index, lift: lift), shape, overlays, cost)
        }
      }
    }
    guard let best else { return NoteChoice() }
    reaches[number] = reaches(of: best.shape, beyond: united.boxes)
    if best.cost > best.choice.lift { crowded += reaches[number] ?? [] }
    all += best.overlays
    if best.shape.side != nil { levels.append((best.shape.bounds, pictures)) }
    return best.choice
  }

  /// How far a note reaches out of each of its boxes: not towards another one, as it lies over what is between.
  private func reaches(of shape: AnnotationShape, beyond boxes: [Int]) -> [(box: Int, room: Insets)]
  {
    boxes.map { box in
      let frame = layout.frames[box + 1]
      var reach = shape.bounds.reach(beyond: frame)
      for other in boxes.map({ layout.frames[$0 + 1] }) {
        if other.minX >= frame.maxX { reach.right = 0 }
        if other.maxX <= frame.minX { reach.left = 0 }
        if other.minY >= frame.maxY { reach.bottom = 0 }
        if other.maxY <= frame.minY { reach.top = 0 }
      }
      return (box, reach)
    }
  }

  private func overlays(
    of shape: AnnotationShape, _ united: ResolvedSeries.UnitedAnnotation, number: Int,
    in pictures: PictureSet
  ) -> [Overlay] {
    // The bubble of a callout lies beside its box.
    let spoken = united.boxes.map { $0 + 1 }
    let own = Set(
      united.annotation.kind == .callout ? spoken.filter { series.isSeenInPart($0 - 1) } : spoken)
    // An outline runs across those of the containers that hold some of what it is around.
    let around = spoken.flatMap { graph.ancestors(of: $0) }
    let whole = series.resolved.items.count + number
    return shape.solid.map {
      Overlay($0, of: .note(number), whole: whole, on: own, in: pictures)
    }
      + shape.outline.map {
        Overlay(
          $0, of: .note(number), whole: whole, on: Set(spoken + around), in: pictures,
          coversWays: true)
      }
  }

  /// How far a brace or a bar has to go away from its boxes to be clear of all that lies there already; 0 for
  /// what stays where it is.
  private func lift(clearing shape: AnnotationShape, in pictures: PictureSet) -> Int {
    guard let side = shape.side else { return 0 }
    let others = all.filter { $0.pictures.intersects(pictures) }.map(\.rect)
    let levels = levels.filter { $0.pictures.intersects(pictures) }.map(\.frame)
    var lift = 0
    // Each step clears one at least, and none comes back.
    for _ in 0..<others.count + levels.count {
      let lifted = shape.lifted(by: lift)
      let more =
        lifted.solid.map { lifted.room(around: $0) }.flatMap { $0.ways(beyond: others, to: side) }
        + lifted.room(around: lifted.bounds).ways(beyond: levels, to: side)
      guard let most = more.max() else { break }
      lift += most
    }
    return lift
  }

  /// What it costs that a brace or a bar lies neither in the level of others nor in one of its own.
  private func costOfLevels(at shape: AnnotationShape, in pictures: PictureSet) -> Int {
    guard shape.side != nil else { return 0 }
    let frame = shape.room(around: shape.bounds)
    return levels.count { $0.pictures.intersects(pictures) && $0.frame.intersects(frame) }
      * Self.costOfTouch
  }

  // MARK: - Places

  /// Takes the best of some places.
  mutating func place(
    _ places: [(rect: Rect, cost: Int)], of owner: Finding.Item, whole: Int, _ pictures: [Int]
  ) -> Rect? {
    let boxes: Set<Int> = if case .box(let box) = owner { series.ground(of: box - 1) } else { [] }
    var best: (overlay: Overlay, cost: Int)?
    for place in places where place.cost < best?.cost ?? .max {
      let overlay = Overlay(
        place.rect, of: owner, whole: whole, on: boxes, in: PictureSet(pictures))
      let cost = place.cost + cost(of: overlay, needing: overlay.rect.insetBy(-clearance))
      if cost < best?.cost ?? .max { best = (overlay, cost) }
    }
    guard let best else { return nil }
    all.append(best.overlay)
    return best.overlay.rect
  }

  /// How much something is in the way where it lies; the room around it that it needs counts too.
  private func cost(of overlay: Overlay, needing room: Rect) -> Int {
    var wide = overlay
    wide.rect = room
    return check.touched(by: wide, among: all).reduce(0) { sum, finding in
      switch finding.rule {
      case .overlayOnBox: sum + 3000
      case .overlayOnText, .overlayOnOverlay: sum + Self.costOfTouch
      default: sum + 1500
      }
    }
  }

  private static let costOfTouch = 2500
}

/// Between what lies over a drawing and what it must not touch.
private let clearance = 2

extension AnnotationShape {
  /// A part of it with the room that it needs: lines of braces and bars may begin where others end, and then
  /// share a level.
  fileprivate func room(around part: Rect) -> Rect {
    guard let side, part != text else { return part.insetBy(-clearance) }
    let (x, y) = side.axis == .vertical ? (0, clearance) : (clearance, 0)
    return Rect(
      minX: part.minX - x, minY: part.minY - y, maxX: part.maxX + x, maxY: part.maxY + y)
  }
}

extension Overlays {
  /// The same, further right and down.
  func moved(x: Int, y: Int) -> Overlays {
    var moved = self
    moved.numbers = numbers.map { $0?.moved(x: x, y: y) }
    moved.crosses = crosses.map { $0?.moved(x: x, y: y) }
    moved.dividers = dividers.map { $0?.moved(x: x, y: y) }
    moved.endTexts = endTexts.map { $0.map { $0?.moved(x: x, y: y) } }
    moved.notes = notes.map { $0.map { $0.moved(x: x, y: y) } }
    moved.all = all.map { overlay in
      var overlay = overlay
      overlay.rect = overlay.rect.moved(x: x, y: y)
      return overlay
    }
    moved.findings = findings.map { $0.moved(x: x, y: y) }
    return moved
  }

  /// The same over a drawing whose boxes or ways lie otherwise.
  func over(_ layout: Layout, of graph: LayoutGraph) -> Overlays {
    var over = self
    over.findings = Check(layout, of: graph, isMarked: true).findings(of: all)
    return over
  }
}

extension Rect {
  /// The one with this middle.
  init(center: Point, size: Size) {
    self.init(
      origin: Point(x: center.x - size.width / 2, y: center.y - size.height / 2), size: size)
  }

  /// How far it has to go towards a side until another lies behind it.
  fileprivate func way(beyond other: Rect, to side: Side) -> Int {
    switch side {
    case .top: maxY - other.minY
    case .right: other.maxX - minX
    case .bottom: other.maxY - minY
    case .left: maxX - other.minX
    }
  }

  /// The same for each of several that it touches.
  fileprivate func ways(beyond others: [Rect], to side: Side) -> [Int] {
    others.filter(intersects).map { way(beyond: $0, to: side) }
  }

  /// How far it reaches out of another, on each side.
  fileprivate func reach(beyond other: Rect) -> Insets {
    Insets(
      top: max(other.minY - minY, 0), left: max(other.minX - minX, 0),
      bottom: max(maxY - other.maxY, 0), right: max(maxX - other.maxX, 0))
  }
}
