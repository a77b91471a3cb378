import DiagramModel

/// Draws the edges that ask for one straight line; the routes of all others are empty.
///
/// The line runs between two middles of sides, or along an axis where the ends face each other:
/// whichever hits the fewest boxes, and of those the shortest.
func slantedRoutes(_ graph: LayoutGraph, _ obstacles: Obstacles) -> [Route] {
  graph.edges.map { edge in
    guard edge.routing == .straight, edge.source != edge.target else { return Route(points: []) }
    let finder = SlantFinder(obstacles: obstacles, edge: edge)
    return Route(points: finder.best)
  }
}

private struct SlantFinder {
  let obstacles: Obstacles
  let edge: LayoutEdge

  var best: [Point] {
    var best: [Point] = []
    var least = Int.max
    for (start, end) in candidates where start != end {
      let cost = hits(start, end) * 100_000 + length(start, end)
      if cost < least { (best, least) = ([start, end], cost) }
    }
    return best
  }

  private var candidates: [(Point, Point)] {
    let (source, target) = (obstacles.frames[edge.source], obstacles.frames[edge.target])
    var candidates = facing(source, target)
    for side in Side.allCases where edge.sourceSide ?? side == side {
      for other in Side.allCases where edge.targetSide ?? other == other {
        candidates.append((source.midpoint(of: side), target.midpoint(of: other)))
      }
    }
    return candidates
  }

  private func facing(_ source: Rect, _ target: Rect) -> [(Point, Point)] {
    Axis.allCases.compactMap { axis in
      let isForward = source[axis].high <= target[axis].low
      guard isForward || target[axis].high <= source[axis].low else { return nil }
      let side = Side(axis, isForward: isForward)
      let common = source[axis.cross].intersection(target[axis.cross])
      guard common.length >= 2, edge.sourceSide ?? side == side,
        edge.targetSide ?? side.opposite == side.opposite
      else { return nil }
      return (
        Point(source.place(of: side), common.middle, along: axis),
        Point(target.place(of: side.opposite), common.middle, along: axis)
      )
    }
  }

  private func length(_ start: Point, _ end: Point) -> Int {
    // Close enough to the Euclidean length to compare lines.
    let (dx, dy) = (abs(end.x - start.x), abs(end.y - start.y))
    return 2 * max(dx, dy) + min(dx, dy)
  }

  private func hits(_ start: Point, _ end: Point) -> Int {
    let across = Span(between: start.y, and: end.y)
    var hit: Set<Int> = []
    obstacles.forEachSolid(along: .horizontal, in: across) { node in
      if obstacles.frames[node].insetBy(1).isHit(from: start, to: end) { hit.insert(node) }
    }
    obstacles.forEachOpen(along: .horizontal, in: across) { node in
      guard !obstacles.mayCross(node, source: edge.source, target: edge.target) else { return }
      if obstacles.frames[node].insetBy(1).isHit(from: start, to: end) { hit.insert(node) }
    }
    return hit.count
  }
}
