import DiagramModel

/// Draws the edges from a node to itself: a loop around a corner, or on the side they are bound to.
///
/// Of all corners the one is chosen whose loop touches the fewest boxes and ways; several loops of
/// a node take different corners.
///
/// - Returns: pairs of an edge and its route.
func selfLoops(
  _ graph: LayoutGraph, _ obstacles: Obstacles, around routes: [Route], _ spacing: RoutingSpacing
) -> [(edge: Int, route: Route)] {
  var drawn = routes
  var result: [(edge: Int, route: Route)] = []
  for (index, edge) in graph.edges.enumerated() where edge.source == edge.target {
    let frame = obstacles.frames[edge.source]
    let candidates = loops(around: frame, edge, spacing)
    let costs = candidates.map { loop in
      obstacles.hits(of: loop, edge.source) * 1000
        + conflicts(of: loop, index, graph, drawn, spacing)
    }
    let best = candidates.indices.min { costs[$0] < costs[$1] } ?? 0
    let route = Route(points: candidates[best])
    drawn[index] = route
    result.append((index, route))
  }
  return result
}

/// The loops that suit an edge: at the corners clockwise from the top right, then on single sides.
private func loops(around frame: Rect, _ edge: LayoutEdge, _ spacing: RoutingSpacing) -> [[Point]] {
  let sides: [(Side, Side)] = [
    (.right, .top), (.top, .right), (.left, .top), (.top, .left), (.right, .bottom),
    (.bottom, .right), (.left, .bottom), (.bottom, .left), (.right, .right), (.left, .left),
    (.top, .top), (.bottom, .bottom), (.right, .left), (.left, .right), (.top, .bottom),
    (.bottom, .top),
  ]
  return sides.filter { source, target in
    (edge.sourceSide ?? source) == source && (edge.targetSide ?? target) == target
      && (source != target.opposite || (edge.sourceSide != nil && edge.targetSide != nil))
  }.map { loop(around: frame, from: $0, to: $1, spacing) }
}

private func loop(around frame: Rect, from source: Side, to target: Side, _ spacing: RoutingSpacing)
  -> [Point]
{
  let outer = frame.insetBy(-spacing.end)
  if source == target {
    let side = frame[source.axis.cross]
    let half = min(spacing.end, side.length / 4)
    let (near, far) = (frame.place(of: source), outer.place(of: source))
    return [(near, -half), (far, -half), (far, half), (near, half)].map {
      Point($0, side.middle + $1, along: source.axis)
    }
  }
  if source == target.opposite {
    let over = Side(source.axis.cross, isForward: false)
    let (start, end) = (frame.midpoint(of: source), frame.midpoint(of: target))
    let first = Point(outer.place(of: source), start[source.axis.cross], along: source.axis)
    let last = Point(outer.place(of: target), end[source.axis.cross], along: source.axis)
    let height = outer.place(of: over)
    return [
      start, first, Point(first[source.axis], height, along: source.axis),
      Point(last[source.axis], height, along: source.axis), last, end,
    ]
  }
  return corner(of: frame, outer, from: source, to: target, spacing)
}

private func corner(
  of frame: Rect, _ outer: Rect, from source: Side, to target: Side, _ spacing: RoutingSpacing
) -> [Point] {
  // How far from the corner the loop begins, on each of both sides.
  let inward = { (side: Side, corner: Side) -> Int in
    let range = frame[side.axis.cross]
    let distance = min(spacing.end, range.length / 3)
    return corner.isForward ? range.high - distance : range.low + distance
  }
  let axis = source.axis
  let (from, to) = (inward(source, target), inward(target, source))
  return [
    Point(frame.place(of: source), from, along: axis),
    Point(outer.place(of: source), from, along: axis),
    Point(outer.place(of: source), outer.place(of: target), along: axis),
    Point(to, outer.place(of: target), along: axis),
    Point(to, frame.place(of: target), along: axis),
  ]
}

extension Obstacles {
  /// How many boxes and outlines a loop of `node` touches.
  fileprivate func hits(of loop: [Point], _ node: Int) -> Int {
    var hit: Set<Int> = []
    for (start, end) in zip(loop, loop.dropFirst()) {
      let across = Span(between: start.y, and: end.y).widened(by: 2)
      forEachSolid(along: .horizontal, in: across) { other in
        if other != node, frames[other].insetBy(-2).isHit(from: start, to: end) {
          hit.insert(other)
        }
      }
      forEachOpen(along: .horizontal, in: across) { other in
        let frame = frames[other].insetBy(-2)
        guard other != node, frame.isHit(from: start, to: end) else { return }
        let isInside =
          frames[other].insetBy(2).contains(start)
          && frames[other].insetBy(2).contains(end)
        if !isInside || !isAncestor(other, of: node) { hit.insert(other) }
      }
    }
    return hit.count
  }
}

/// How much of a loop other ways run over or close by.
private func conflicts(
  of loop: [Point], _ index: Int, _ graph: LayoutGraph, _ routes: [Route],
  _ spacing: RoutingSpacing
) -> Int {
  var cost = 0
  for (other, route) in routes.enumerated()
  where other != index && graph.edges[other].pictures.intersects(graph.edges[index].pictures) {
    for (start, end) in zip(route.points, route.points.dropFirst()) {
      for (first, second) in zip(loop, loop.dropFirst()) {
        let piece = Rect(from: first, to: second)
        if piece.insetBy(-spacing.leastSeparation).isHit(from: start, to: end) { cost += 100 }
      }
    }
  }
  return cost
}
