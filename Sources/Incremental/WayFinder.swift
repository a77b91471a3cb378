import DiagramAlgorithms
import DiagramGraph
import DiagramModel
import Routing

/// Leads one edge through a drawing in which everything else stays as it is.
///
/// The way runs on the lines of a grid: beside boxes, lines and labels, and through the ends of the
/// edge. It keeps a distance from everything that it does not run across.
struct WayFinder {
  let sketch: Sketch
  let edge: Int
  let spacing: IncrementalSpacing
  let costs: RoutingCosts
  private let source: Int
  private let target: Int

  init(_ sketch: Sketch, edge: Int, spacing: IncrementalSpacing) {
    self.sketch = sketch
    self.edge = edge
    self.spacing = spacing
    costs = RoutingCosts(crossing: 2000)
    source = sketch.graph.edges[edge].source
    target = sketch.graph.edges[edge].target
  }

  /// The best way and how bad it is, as a length; nil if there is none that keeps every distance.
  ///
  /// - Complexity: O(*n*² log *n*) in what lies near both ends.
  func way() -> (route: Route, cost: Int)? {
    guard let first = sketch.frames[source], let second = sketch.frames[target],
      let bounds = sketch.bounds
    else { return nil }
    let around = first.union(second)
    let everything = bounds.insetBy(-60)
    let isSmall = everything.size.width < 6000 && everything.size.height < 6000
    for margin in isSmall ? [120, 400] : [120, 400, 1500] {
      if let way = way(within: around.insetBy(-margin)) { return way }
    }
    return isSmall ? way(within: everything.union(around.insetBy(-60))) : nil
  }

  private func way(within window: Rect) -> (route: Route, cost: Int)? {
    let starts = ports(of: source, from: target, side: sketch.graph.edges[edge].sourceSide)
    let ends = ports(of: target, from: source, side: sketch.graph.edges[edge].targetSide)
    guard !starts.isEmpty, !ends.isEmpty,
      let grid = WayGrid(
        sketch, source: source, target: target, window: window,
        doors: (starts + ends).map(\.door), spacing: spacing, costs: costs)
    else { return nil }
    return grid.way(from: starts, to: ends, of: source == target)
  }

  // MARK: Ports

  /// Where an edge may end at a node: on every side, in its middle, in line with the other end,
  /// and as far from other ends as they are from each other.
  private func ports(of node: Int, from other: Int, side: Side?) -> [WayPort] {
    guard let frame = sketch.frames[node], let opposite = sketch.frames[other] else { return [] }
    let strangers = pieces(beside: frame, notOf: node)
    let isInner = sketch.nesting.isAncestor(node, of: other)
    return Side.allCases.filter { side == nil || $0 == side }.flatMap { side -> [WayPort] in
      let span = frame[side.axis.cross]
      let room = span.widened(by: -min(spacing.corner, span.length / 4))
      let taken = ends(on: side, of: node)
      let distance = sketch.portDistance(at: node, spacing)
      var places = [span.middle, opposite[side.axis.cross].middle]
      let other = opposite[side.axis.cross]
      places += [Span(max(span.low, other.low), min(span.high, other.high)).middle]
      for place in taken {
        places += [-2, -1, 1, 2].map { place + $0 * distance }
      }
      if node == source && node == target { places += [span.middle - 20, span.middle + 20] }
      var seen: Set<Int> = []
      return places.filter { place in
        room.contains(place) && seen.insert(place).inserted
          && taken.allSatisfy { abs($0 - place) >= distance }
      }.map { place in
        WayPort(
          point: Point(frame.place(of: side), place, along: side.axis),
          heading: Heading(isInner ? side.opposite : side), distance: spacing.leastEdgeToNode,
          cost: abs(place - span.middle) / 2 + costs.crowding * taken.count)
      }.filter { port in
        !strangers.contains { port.runsAlong($0, within: spacing.edges) }
      }
    }
  }

  /// The pieces of ways that come close to a box where they do not end.
  private func pieces(beside frame: Rect, notOf node: Int) -> [Rect] {
    let near = frame.insetBy(-spacing.leastEdgeToNode - spacing.edges)
    return zip(sketch.graph.edges, sketch.routes).flatMap { edge, route -> [Rect] in
      guard let route, edge.source != node, edge.target != node else { return [] }
      return route.pieces.filter { $0.touches(near) }
    }
  }

  /// Where other edges end on a side.
  private func ends(on side: Side, of node: Int) -> [Int] {
    guard let frame = sketch.frames[node] else { return [] }
    let place = frame.place(of: side)
    var ends: [Int] = []
    for (index, edge) in sketch.graph.edges.enumerated()
    where edge.source == node || edge.target == node {
      guard let points = sketch.routes[index]?.points, let first = points.first,
        let last = points.last
      else { continue }
      if edge.source == node, first[side.axis] == place { ends.append(first[side.axis.cross]) }
      if edge.target == node, last[side.axis] == place { ends.append(last[side.axis.cross]) }
    }
    return ends
  }
}

extension Sketch {
  /// How far apart edges end at a box: at a small one less than elsewhere, so that several find a
  /// place.
  func portDistance(at node: Int, _ spacing: IncrementalSpacing) -> Int {
    guard let size = frames[node]?.size else { return spacing.edges }
    return min(spacing.edges, max(min(size.width, size.height) / 3, 2))
  }
}

/// A place where a way may begin, or end, at a box.
struct WayPort {
  /// On the outline.
  let point: Point
  /// Away from the outline.
  let heading: Heading
  /// How far the way is straight at least.
  let distance: Int
  let cost: Int

  /// The first place at which the way may turn.
  var door: Point {
    let step = heading.isForward ? distance : -distance
    return heading.isHorizontal ? point.offset(x: step) : point.offset(y: step)
  }

  /// Whether the way to the door is too close to another that runs in the same direction.
  func runsAlong(_ piece: Rect, within distance: Int) -> Bool {
    let axis: Axis = heading.isHorizontal ? .horizontal : .vertical
    return piece[axis].length > 0
      && abs(piece[axis.cross].low - point[axis.cross]) < distance
      && piece[axis].touches(Span(between: point[axis], and: door[axis]))
  }
}
