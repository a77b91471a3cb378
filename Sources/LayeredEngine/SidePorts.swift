import DiagramAlgorithms
import DiagramCheck
import DiagramGraph
import DiagramModel

/// Saves bends: an edge that leaves a box downwards only to turn away leaves it at the side
/// instead, wherever that crosses no more and comes near nothing.
///
///     ┌───┐            ┌───┐
///     └─┬─┘            │   ├──┐
///       └───┐   ──▶    └───┘  │
///           ▼                 ▼
///
/// - Complexity: O(*edges* · neighbouring pieces).
struct SidePorts {
  private let graph: NestedGraph
  private let spacing: Spacing
  private var drawing: PartDrawing
  private var index: SegmentIndex
  private let boxes: BoxIndex
  /// The ends of edges at each box that has any.
  private let exits: [(end: NestedGraph.End, exits: [Exit])]

  static func applied(
    to drawing: PartDrawing, of graph: NestedGraph, spacing: Spacing
  ) -> PartDrawing {
    var ports = SidePorts(
      graph: graph, spacing: spacing, drawing: drawing, index: SegmentIndex(drawing.routes),
      boxes: BoxIndex(drawing, of: graph), exits: exits(of: graph))
    for _ in 0..<2 {
      for end in ports.exits.indices {
        ports.improve(end, isRight: false)
        ports.improve(end, isRight: true)
      }
    }
    return ports.drawing
  }

  /// An end of an edge, whose way is read from there.
  private struct Exit {
    let edge: Int
    let atTarget: Bool
  }

  private static func exits(of graph: NestedGraph) -> [(end: NestedGraph.End, exits: [Exit])] {
    var leaves = [[Exit]](repeating: [], count: graph.leaves.count)
    var clusters = [[Exit]](repeating: [], count: graph.clusters.count)
    func add(_ exit: Exit, at end: NestedGraph.End, other: NestedGraph.End) {
      guard !graph.encloses(end, other) else { return }
      switch end {
      case .leaf(let leaf): if graph.leaves[leaf].ports == nil { leaves[leaf].append(exit) }
      case .cluster(let cluster): clusters[cluster].append(exit)
      }
    }
    for (index, edge) in graph.edges.enumerated() {
      add(Exit(edge: index, atTarget: false), at: edge.source, other: edge.target)
      add(Exit(edge: index, atTarget: true), at: edge.target, other: edge.source)
    }
    return leaves.enumerated().map { (.leaf($0), $1) }
      + clusters.enumerated().map { (.cluster($0), $1) }
  }

  /// Moves ends of a box to one of its sides. The furthest way takes the place furthest from where
  /// all of them turn to, so that they cross nowhere.
  private mutating func improve(_ index: Int, isRight: Bool) {
    let (end, exits) = self.exits[index]
    if exits.isEmpty || isRight && hasLoops(end) { return }
    let frame = frame(of: end)
    let turning = turnings(exits, of: end, frame: frame, isRight: isRight)
    if turning.isEmpty { return }
    let places = places(on: frame)
    func outermost(isUpward: Bool) -> [Turning] {
      func inside(_ turning: Turning) -> Int { isRight ? -turning.turns[0] : turning.turns[0] }
      return turning.filter { ($0.points[1].y < $0.points[0].y) == isUpward }.sorted {
        (inside($0), $0.exit.edge) < (inside($1), $1.exit.edge)
      }
    }
    let (upward, downward) = (outermost(isUpward: true), outermost(isUpward: false))
    let upwardCount = min(
      upward.count, max(places.count - downward.count, (places.count + 1) / 2))
    let count = min(upwardCount + downward.count, places.count)
    let sequence =
      upward.enumerated().map { (max(upwardCount - 1 - $0, 0), $1) }
      + downward.enumerated().map { (min(upwardCount + $0, count - 1), $1) }
    for (slot, turn) in sequence {
      let wish = frame.midY + spacing.edges * (2 * slot - count + 1) / 2
      move(turn, to: [wish] + places.filter { $0 != wish }, of: end, frame: frame, isRight: isRight)
    }
  }

  /// The ways that could leave a box on a side, past the boxes in the way there.
  private func turnings(
    _ exits: [Exit], of end: NestedGraph.End, frame: Rect, isRight: Bool
  ) -> [Turning] {
    let limit = isRight ? frame.maxX + spacing.edges : frame.minX - spacing.edges
    let wishes = exits.compactMap { exit -> Turning? in
      let points = points(from: exit)
      guard points.count >= 4, points[0].x == points[1].x else { return nil }
      let turns = turns(of: exit, points: points).filter { isRight ? $0 >= limit : $0 <= limit }
      return turns.isEmpty ? nil : Turning(exit: exit, points: points, turns: turns)
    }
    let all = wishes.flatMap(\.turns)
    guard let farthest = isRight ? all.max() : all.min() else { return [] }
    let blockers = blockers(beside: frame, upTo: farthest, isRight: isRight)
    return wishes.compactMap { wish in
      let edge = graph.edges[wish.exit.edge]
      let other = wish.exit.atTarget ? edge.source : edge.target
      let reach = blockers.first { .leaf($0.leaf) != end && .leaf($0.leaf) != other }?.limit
      let turns = wish.turns.filter { turn in
        reach.map { isRight ? turn <= $0 : turn >= $0 } ?? true
      }
      return turns.isEmpty ? nil : Turning(exit: wish.exit, points: wish.points, turns: turns)
    }
  }

  /// Moves an end to the first of some places on a side that makes its way better, if there is one.
  private mutating func move(
    _ turning: Turning, to places: [Int], of end: NestedGraph.End, frame: Rect, isRight: Bool
  ) {
    let (points, exit) = (turning.points, turning.exit)
    for y in places {
      for x in turning.turns {
        let start = Point(x: isRight ? frame.maxX : frame.minX, y: y)
        var rest = points.dropFirst(3)
        if x != points[2].x { rest[rest.startIndex].x = x }
        let changed = ([start, Point(x: x, y: y)] + rest).withoutStraightCorners
        guard isBetter(changed, than: points, edge: exit.edge, at: end) else { continue }
        replace(exit.edge, by: exit.atTarget ? changed.reversed() : changed)
        return
      }
    }
  }

  /// The boxes that are in the way beside a box, wherever on its side an edge ends, and how far
  /// edges can go because of them; the nearest first.
  private func blockers(
    beside frame: Rect, upTo farthest: Int, isRight: Bool
  ) -> [(leaf: Int, limit: Int)] {
    let places = places(on: frame)
    let (lowest, highest) = (places.max() ?? frame.midY, places.min() ?? frame.midY)
    var found: [(leaf: Int, limit: Int)] = []
    let row = Rect(
      minX: min(frame.minX, farthest), minY: highest, maxX: max(frame.maxX, farthest), maxY: lowest)
    _ = boxes.all(near: row.insetBy(-spacing.edges)) { box in
      guard case .leaf(let leaf) = box else { return true }
      let other = drawing.leaves[leaf]
      guard other.minY - spacing.edges < highest, other.maxY + spacing.edges > lowest else {
        return true
      }
      if isRight, other.minX > frame.minX { found.append((leaf, other.minX - spacing.edges)) }
      if !isRight, other.maxX < frame.maxX { found.append((leaf, other.maxX + spacing.edges)) }
      return true
    }
    return found.sorted {
      isRight
        ? ($0.limit, $0.leaf) < ($1.limit, $1.leaf) : ($0.limit, $0.leaf) > ($1.limit, $1.leaf)
    }
  }

  /// A way that leaves a box only to turn away, and the places where it may turn back, the best
  /// first.
  private struct Turning {
    let exit: Exit
    let points: [Point]
    let turns: [Int]
  }

  /// Where a way may run on after it has turned away: where it does, or elsewhere at the box that
  /// it leads to straight away.
  private func turns(of exit: Exit, points: [Point]) -> [Int] {
    let edge = graph.edges[exit.edge]
    guard points.count == 4, case .leaf(let leaf) = exit.atTarget ? edge.source : edge.target,
      graph.leaves[leaf].ports == nil, drawing.routes[exit.edge].label == nil
    else { return [points[2].x] }
    let frame = drawing.leaves[leaf]
    let reach = max(frame.size.width / 2 - spacing.edges, 0)
    var turns = [points[2].x]
    for turn in [frame.midX, frame.midX - reach, frame.midX + reach] where !turns.contains(turn) {
      turns.append(turn)
    }
    return turns
  }

  private func points(from exit: Exit) -> [Point] {
    let points = drawing.routes[exit.edge].points
    return exit.atTarget ? points.reversed() : points
  }

  private func frame(of end: NestedGraph.End) -> Rect {
    switch end {
    case .leaf(let leaf): drawing.leaves[leaf]
    case .cluster(let cluster): drawing.clusters[cluster]
    }
  }

  private func hasLoops(_ end: NestedGraph.End) -> Bool {
    switch end {
    case .leaf(let leaf): graph.leaves[leaf].loopRoom > 0
    case .cluster(let cluster): graph.clusters[cluster].loopRoom > 0
    }
  }

  /// The places for ends on the side of a box, the middle first.
  private func places(on frame: Rect) -> [Int] {
    let margin = min(spacing.edges, frame.size.height / 4)
    let reach = frame.size.height / 2 - margin
    var places = [frame.midY]
    for offset in stride(from: spacing.edges, through: max(reach, 0), by: spacing.edges) {
      places += [frame.midY + offset, frame.midY - offset]
    }
    return Array(places.prefix(7))
  }

  private func isBetter(
    _ changed: [Point], than points: [Point], edge: Int, at end: NestedGraph.End
  ) -> Bool {
    guard changed.count < points.count, keepsLabel(of: edge, on: changed) else { return false }
    let old = Route(points: points).segments(of: edge)
    let new = Route(points: changed).segments(of: edge)
    var crossings = 0
    for segment in new where !old.contains(segment) {
      guard isClear(segment, edge: edge, at: end) else { return false }
      let keepsDistance = index.allNeighbors(of: segment, margin: spacing.edges) { other in
        if segment.crosses(other) { crossings += 1 }
        return !segment.isNear(other, distance: spacing.edges)
      }
      guard keepsDistance else { return false }
    }
    for segment in old where !new.contains(segment) { crossings -= index.crossings(of: segment) }
    return crossings <= 0
  }

  /// Whether the text of an edge still lies on its way.
  private func keepsLabel(of edge: Int, on points: [Point]) -> Bool {
    guard let label = drawing.routes[edge].label else { return true }
    return Route(points: points).segments(of: edge).contains {
      !$0.isHorizontal && $0.place == label.midX
        && $0.span.lowerBound <= label.minY && label.maxY <= $0.span.upperBound
    }
  }

  /// Whether a piece keeps away from all boxes, labels and clusters that it has no business with.
  private func isClear(_ segment: LineSegment, edge: Int, at end: NestedGraph.End) -> Bool {
    let rect = segment.rect
    let (source, target) = (graph.edges[edge].source, graph.edges[edge].target)
    func isEnd(_ end: NestedGraph.End) -> Bool { source == end || target == end }
    return boxes.all(near: rect.insetBy(-spacing.edgeToNode)) { box in
      switch box {
      case .leaf(let leaf):
        var frame = drawing.leaves[leaf]
        frame.size.width += graph.leaves[leaf].loopRoom
        return !rect.overlaps(frame, margin: isEnd(.leaf(leaf)) ? 0 : spacing.edges)
      case .label(let other):
        guard let label = drawing.routes[other].label, other != edge else { return true }
        return !rect.overlaps(label, margin: spacing.edges / 2)
      case .cluster(let cluster):
        var frame = drawing.clusters[cluster]
        let end = NestedGraph.End.cluster(cluster)
        if isEnd(end) {
          return !rect.overlaps(frame, margin: 0)
        } else if graph.encloses(end, source) || graph.encloses(end, target) {
          // It may cross the outline, but must not run along it.
          return !runsAlong(segment, frame)
        } else {
          frame.size.width += graph.clusters[cluster].loopRoom
          return !rect.overlaps(frame, margin: spacing.edges)
        }
      }
    }
  }

  private func runsAlong(_ segment: LineSegment, _ frame: Rect) -> Bool {
    let (low, high) =
      segment.isHorizontal ? (frame.minY, frame.maxY) : (frame.minX, frame.maxX)
    let span = segment.isHorizontal ? frame.minX...frame.maxX : frame.minY...frame.maxY
    return (abs(segment.place - low) < spacing.edges || abs(segment.place - high) < spacing.edges)
      && segment.span.overlaps(span)
  }

  private mutating func replace(_ edge: Int, by points: [Point]) {
    for segment in drawing.routes[edge].segments(of: edge) { index.remove(segment) }
    drawing.routes[edge].points = points
    for segment in drawing.routes[edge].segments(of: edge) { index.insert(segment) }
  }
}

extension Rect {
  /// Whether `other`, made larger by `margin`, has a point of this rectangle inside; this one may
  /// be a line.
  fileprivate func overlaps(_ other: Rect, margin: Int) -> Bool {
    maxX > other.minX - margin && minX < other.maxX + margin
      && maxY > other.minY - margin && minY < other.maxY + margin
  }
}

/// Boxes, clusters and labels, found by where they lie.
struct BoxIndex {
  enum Box {
    case leaf(Int)
    case cluster(Int)
    case label(Int)
  }

  private var boxes: [Box] = []
  private var grid: PlaneGrid

  /// - Parameters:
  ///   - drawing: the boxes, clusters and labels.
  ///   - graph: what is drawn; the room of its loops counts as part of the boxes.
  init(_ drawing: PartDrawing, of graph: NestedGraph) {
    func widened(_ rect: Rect, by room: Int) -> Rect {
      Rect(x: rect.minX, y: rect.minY, width: rect.size.width + room, height: rect.size.height)
    }
    grid = PlaneGrid(
      bounds: drawing.bounds,
      count: drawing.leaves.count + drawing.clusters.count)
    for (leaf, rect) in drawing.leaves.enumerated() {
      insert(.leaf(leaf), widened(rect, by: graph.leaves[leaf].loopRoom))
    }
    for (cluster, rect) in drawing.clusters.enumerated() {
      insert(.cluster(cluster), widened(rect, by: graph.clusters[cluster].loopRoom))
    }
    for (edge, route) in drawing.routes.enumerated() {
      if let label = route.label { insert(.label(edge), label) }
    }
  }

  private mutating func insert(_ box: Box, _ rect: Rect) {
    _ = grid.insert(rect)
    boxes.append(box)
  }

  /// Whether all boxes that touch `rect` satisfy a condition.
  func all(near rect: Rect, satisfy condition: (Box) -> Bool) -> Bool {
    grid.all(near: rect) { condition(boxes[$0]) }
  }
}
