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
    let (source, target) = (obstacles.frames[edge.source], obstacles.frames[edge.target])
    let (plain, isFree) = best(of: facing(source, target) + lines { [$0.middle] })
    guard !isFree else { return plain }
    let all = lines { [$0.middle, $0.low + $0.length / 4, $0.high - $0.length / 4] }
    return best(of: facing(source, target) + all).line
  }

  private func best(of candidates: [(Point, Point)]) -> (line: [Point], isFree: Bool) {
    var best: (line: [Point], isFree: Bool) = ([], false)
    var least = Int.max
    for (start, end) in candidates where start != end {
      let hits = hits(start, end)
      let cost = hits * 100_000 + length(start, end)
      if cost < least { (best, least) = (([start, end], hits == 0), cost) }
    }
    return best
  }

  /// The lines between all sides, from and to the given places on them.
  private func lines(_ places: (Span) -> [Int]) -> [(Point, Point)] {
    func ports(_ node: Int, _ bound: Side?) -> [Point] {
      Side.allCases.filter { bound ?? $0 == $0 }.flatMap { side in
        places(obstacles.frames[node][side.axis.cross]).map {
          Point(obstacles.frames[node].place(of: side), $0, along: side.axis)
        }
      }
    }
    let ends = ports(edge.target, edge.targetSide)
    return ports(edge.source, edge.sourceSide).flatMap { start in ends.map { (start, $0) } }
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
