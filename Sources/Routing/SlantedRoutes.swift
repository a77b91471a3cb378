import DiagramAlgorithms
import DiagramGraph
import DiagramModel

/// Draws the edges that ask for one straight line; the routes of all others are empty.
///
/// The line runs between two middles of sides, or along an axis where the ends face each other:
/// whichever hits nothing, and of those the shortest. If all hit something it becomes a taut way
/// around that, of few straight pieces. Lines between the same two nodes run side by side, outside of
/// edges of other styles between them.
func slantedRoutes(_ graph: LayoutGraph, _ obstacles: Obstacles, _ spacing: RoutingSpacing)
  -> [Route]
{
  var groups: [[Int]: [Int]] = [:]
  for (index, edge) in graph.edges.enumerated() where edge.source != edge.target {
    groups[[edge.source, edge.target].sorted(), default: []].append(index)
  }
  var routes = graph.edges.map { _ in Route(points: []) }
  for (index, edge) in graph.edges.enumerated()
  where edge.routing == .straight && edge.source != edge.target {
    let pair = [edge.source, edge.target].sorted()
    let seen = (groups[pair] ?? []).filter {
      graph.edges[$0].pictures.intersects(edge.pictures)
    }
    let straight = seen.filter { graph.edges[$0].routing == .straight }
    let lane = Lane(
      straight.firstIndex(of: index) ?? 0, of: straight.count, around: seen.count - straight.count)
    let finder = SlantFinder(
      obstacles: obstacles, spacing: spacing, edge: edge, count: lane.count,
      rank: edge.source == pair[0] ? lane.rank : -lane.rank)
    routes[index] = Route(points: finder.best)
  }
  return routes
}

/// Where a line runs among several side by side.
private struct Lane {
  /// How many lines there is room for.
  let count: Int
  /// Twice its distance from the middle.
  let rank: Int

  /// The lane of one line of several, on both sides of others in the middle, if there are any.
  init(_ index: Int, of lines: Int, around others: Int) {
    guard others > 0 else {
      (count, rank) = (lines, 2 * index - (lines - 1))
      return
    }
    let distance = others + 1 + index / 2 * 2
    count = others + (lines + 1) / 2 * 2
    rank = index.isMultiple(of: 2) ? distance : -distance
  }
}

private struct SlantFinder {
  let obstacles: Obstacles
  let spacing: RoutingSpacing
  let edge: LayoutEdge
  /// How many lines there are between these nodes.
  let count: Int
  /// Where this one lies among them: twice its distance from the middle.
  let rank: Int

  private var taut: TautWay {
    TautWay(
      obstacles: obstacles, edge: edge, margin: spacing.clearance, bendCost: spacing.costs.bend)
  }

  var best: [Point] {
    let (source, target) = (obstacles.frames[edge.source], obstacles.frames[edge.target])
    let facing = facing(source, target)
    let middles = ports { [$0.middle] }
    let (plain, isFree) = best(of: facing + lines(middles))
    guard !isFree else { return plain }
    let quarters = ports { [$0.middle, $0.low + $0.length / 4, $0.high - $0.length / 4] }
    let (other, isOtherFree) = best(of: facing + lines(quarters))
    guard !isOtherFree else { return other }
    return taut.way(from: middles.sources, to: middles.targets) ?? other
  }

  private func best(of candidates: [(Point, Point)]) -> (line: [Point], isFree: Bool) {
    var best: (line: [Point], isFree: Bool) = ([], false)
    var least = Int.max
    for (start, end) in candidates where start != end {
      let hits = taut.hits(start, end)
      let near = taut.hits(start, end, within: spacing.leastSeparation)
      let cost = hits * 100_000 + near * 200 + length(start, end)
      if cost < least { (best, least) = (([start, end], hits == 0), cost) }
    }
    return best
  }

  private struct Ports {
    let sources: [Point]
    let targets: [Point]
  }

  /// The given places on all sides, shifted for lines that run side by side.
  private func ports(_ places: (Span) -> [Int]) -> Ports {
    let (source, target) = (obstacles.frames[edge.source], obstacles.frames[edge.target])
    let (dx, dy) = (target.center.x - source.center.x, target.center.y - source.center.y)
    func ports(_ node: Int, _ bound: Side?) -> [Point] {
      Side.allCases.filter { bound ?? $0 == $0 }.flatMap { side in
        let range = obstacles.frames[node][side.axis.cross]
        let direction = side.axis == .horizontal ? dx.signum() : -dy.signum()
        return places(range).map {
          let place = min(max($0 + direction * shift(in: range), range.low), range.high)
          return Point(obstacles.frames[node].place(of: side), place, along: side.axis)
        }
      }
    }
    return Ports(
      sources: ports(edge.source, edge.sourceSide), targets: ports(edge.target, edge.targetSide))
  }

  private func shift(in range: Span) -> Int {
    rank * min(spacing.portSeparation, range.length / (count + 1)) / 2
  }

  private func lines(_ ports: Ports) -> [(Point, Point)] {
    ports.sources.flatMap { start in ports.targets.map { (start, $0) } }
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
      let sign = (axis == .horizontal) == isForward ? 1 : -1
      let place = common.middle + sign * shift(in: common)
      return (
        Point(source.place(of: side), place, along: axis),
        Point(target.place(of: side.opposite), place, along: axis)
      )
    }
  }

  private func length(_ start: Point, _ end: Point) -> Int {
    // Close enough to the Euclidean length to compare lines.
    let (dx, dy) = (abs(end.x - start.x), abs(end.y - start.y))
    return 2 * max(dx, dy) + min(dx, dy)
  }
}
