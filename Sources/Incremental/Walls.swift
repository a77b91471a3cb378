import DiagramAlgorithms
import DiagramGraph
import DiagramModel

/// What can be pushed along an axis, in one direction: the two sides of every box and label that
/// face along the axis, and the pieces of ways that run across it.
///
/// Seen from whoever pushes, everything has an *entry*, which it meets first, and an *exit*.
struct Walls {
  enum Kind: Hashable {
    case entry(node: Int)
    case exit(node: Int)
    case line(edge: Int)
    case labelEntry(edge: Int)
    case labelExit(edge: Int)
  }

  struct Wall {
    let kind: Kind
    /// What it covers of the other axis.
    let across: Span
    /// Where it stands along the axis; larger is further in the direction of the push.
    let place: Int
  }

  /// A distance that must remain, whatever lies between two walls.
  struct Bond {
    let second: Int
    let distance: Int
  }

  let sketch: Sketch
  let side: Side
  private(set) var walls: [Wall] = []
  /// For each wall, those that it drags along.
  private(set) var bonds: [[Bond]] = []
  /// For each edge with a way, the wall that each of its points stands on, nil if it is free.
  private(set) var wallsOfPoints: [[Int?]]
  /// For each node, the walls of its entry and its exit.
  private(set) var wallsOfNodes: [(entry: Int, exit: Int)?]
  private(set) var wallsOfLabels: [(entry: Int, exit: Int)?]
  /// The lines that end at boxes, with the entries of those boxes.
  private(set) var boxesOfLines: [(line: Int, boxes: [Int])] = []

  /// - Parameters:
  ///   - sketch: a drawing whose ways are axis-parallel.
  ///   - side: where things are pushed to.
  init(_ sketch: Sketch, toward side: Side) {
    self.sketch = sketch
    self.side = side
    wallsOfPoints = sketch.routes.map { Array(repeating: nil, count: $0?.points.count ?? 0) }
    wallsOfNodes = sketch.frames.map { _ in nil }
    wallsOfLabels = sketch.routes.map { _ in nil }
    for (node, frame) in sketch.frames.enumerated() {
      if let frame { addBox(node, frame) }
    }
    for (edge, route) in sketch.routes.enumerated() {
      if let route { addWay(edge, route) }
    }
  }

  /// A stretch along the axis as the push sees it.
  func along(_ rect: Rect) -> Span {
    let span = rect[side.axis]
    return side.isForward ? span : Span(-span.high, -span.low)
  }

  /// A place along the axis as the push sees it.
  func along(_ point: Point) -> Int { side.isForward ? point[side.axis] : -point[side.axis] }

  func across(_ rect: Rect) -> Span { rect[side.axis.cross] }

  private mutating func add(_ kind: Kind, _ across: Span, _ place: Int) -> Int {
    walls.append(Wall(kind: kind, across: across, place: place))
    bonds.append([])
    return walls.count - 1
  }

  private mutating func tie(_ first: Int, _ second: Int) {
    let distance = walls[second].place - walls[first].place
    bonds[first].append(Bond(second: second, distance: distance))
    bonds[second].append(Bond(second: first, distance: -distance))
  }

  private mutating func addBox(_ node: Int, _ frame: Rect) {
    let (span, across) = (along(frame), across(frame))
    let entry = add(.entry(node: node), across, span.low)
    let exit = add(.exit(node: node), across, span.high)
    wallsOfNodes[node] = (entry, exit)
    if sketch.nesting.isLeaf(node) {
      tie(entry, exit)
    } else {
      let least = min(span.length, sketch.graph.nodes[node].minimumSize[side.axis])
      bonds[entry].append(Bond(second: exit, distance: least))
    }
  }

  private mutating func addWay(_ edge: Int, _ route: Route) {
    let points = route.points
    for index in points.indices.dropLast() {
      let (start, end) = (points[index], points[index + 1])
      guard start[side.axis] == end[side.axis] else { continue }
      let span = Span(between: start[side.axis.cross], and: end[side.axis.cross])
      let wall = wallsOfPoints[edge][index] ?? add(.line(edge: edge), span, along(start))
      wallsOfPoints[edge][index] = wall
      wallsOfPoints[edge][index + 1] = wall
    }
    let ends = sketch.graph.edges[edge]
    addEnds(edge, points.count)
    defer { keepEndsLong(edge, points.count) }
    for (index, node) in [(0, ends.source), (points.count - 1, ends.target)]
    where wallsOfPoints[edge][index] == nil {
      guard let box = wallsOfNodes[node] else { continue }
      let place = along(points[index])
      let isAtEntry = abs(walls[box.entry].place - place) <= abs(walls[box.exit].place - place)
      wallsOfPoints[edge][index] = isAtEntry ? box.entry : box.exit
    }
    if ends.source == ends.target, let box = wallsOfNodes[ends.source] {
      for wall in Set(wallsOfPoints[edge].compactMap(\.self)).sorted() {
        if walls[wall].place < walls[box.entry].place { tie(box.entry, wall) }
        if walls[wall].place > walls[box.exit].place { tie(box.exit, wall) }
      }
    }
    if let label = route.label { addLabel(label, of: edge, points) }
  }

  private mutating func addEnds(_ edge: Int, _ count: Int) {
    let ends = sketch.graph.edges[edge]
    let attached = [(0, ends.source), (count - 1, ends.target)].compactMap { index, node in
      wallsOfPoints[edge][index].flatMap { line in wallsOfNodes[node].map { (line, $0.entry) } }
    }
    if attached.count == 2, attached[0].0 == attached[1].0 {
      boxesOfLines.append((attached[0].0, attached.map(\.1)))
    } else {
      boxesOfLines += attached.map { ($0.0, [$0.1]) }
    }
  }

  /// The pieces at the ends of a way keep room for an arrow head, as far as they had it.
  private mutating func keepEndsLong(_ edge: Int, _ count: Int) {
    for index in Set([0, count - 2]).sorted() {
      guard let first = wallsOfPoints[edge][index], let last = wallsOfPoints[edge][index + 1],
        first != last
      else { continue }
      let (low, high) = walls[first].place <= walls[last].place ? (first, last) : (last, first)
      let length = walls[high].place - walls[low].place
      bonds[low].append(Bond(second: high, distance: min(length, count == 2 ? 40 : 20)))
    }
  }

  /// A label stays with the piece of its way that it lies beside.
  private mutating func addLabel(_ label: Rect, of edge: Int, _ points: [Point]) {
    let (span, across) = (along(label), across(label))
    let entry = add(.labelEntry(edge: edge), across, span.low)
    let exit = add(.labelExit(edge: edge), across, span.high)
    wallsOfLabels[edge] = (entry, exit)
    tie(entry, exit)
    let pieces = points.indices.dropLast().map {
      ($0, label.distance(to: Rect(from: points[$0], to: points[$0 + 1])))
    }
    guard let host = pieces.min(by: { $0.1 < $1.1 })?.0,
      let first = wallsOfPoints[edge][host], let last = wallsOfPoints[edge][host + 1]
    else { return }
    if first == last {
      tie(entry, first)
    } else {
      let (low, high) = walls[first].place <= walls[last].place ? (first, last) : (last, first)
      bonds[low].append(Bond(second: entry, distance: min(0, span.low - walls[low].place)))
      bonds[exit].append(Bond(second: high, distance: min(0, walls[high].place - span.high)))
    }
  }
}
