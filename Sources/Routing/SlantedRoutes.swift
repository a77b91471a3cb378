import DiagramAlgorithms
import DiagramGraph
import DiagramModel

/// Draws the edges that ask for one straight line, where there is room for it; the routes of all others are empty.
///
/// Between boxes that face each other the line runs along an axis, else between their middles, up to
/// their frames: whoever draws the shapes leads it on to their outlines. Where it would hit something it
/// runs between middles of sides, and where these lines do so too there is none; only between two free ends it lies
/// over everything. Lines between the same two
/// nodes run side by side, outside of edges of other styles between them, and ends on one side of a box
/// keep room for their heads.
func slantedRoutes(_ graph: LayoutGraph, _ obstacles: Obstacles, _ spacing: RoutingSpacing)
  -> [Route]
{
  var groups: [[Int]: [Int]] = [:]
  for (index, edge) in graph.edges.enumerated() where edge.source != edge.target {
    groups[[edge.source, edge.target].sorted(), default: []].append(index)
  }
  var lines = graph.edges.map { _ in [Point]() }
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
      graph: graph, obstacles: obstacles, spacing: spacing, edge: edge, count: lane.count,
      rank: edge.source == pair[0] ? lane.rank : -lane.rank)
    lines[index] = finder.best
  }
  return SpreadSlants(graph: graph, obstacles: obstacles, spacing: spacing).spread(lines)
    .map { Route(points: $0) }
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
  let graph: LayoutGraph
  let obstacles: Obstacles
  let spacing: RoutingSpacing
  let edge: LayoutEdge
  /// How many lines there are between these nodes.
  let count: Int
  /// Where this one lies among them: twice its distance from the middle.
  let rank: Int

  private var obstructions: Obstructions { Obstructions(obstacles: obstacles, edge: edge) }

  private var frames: (source: Rect, target: Rect) {
    (obstacles.frames[edge.source], obstacles.frames[edge.target])
  }

  /// The line, or nothing where each would hit something.
  var best: [Point] {
    let straight = Axis.allCases.compactMap(facing) + [between].compactMap(\.self)
    if graph.isOverlay(edge), let line = straight.first { return line }
    if let line = straight.first(where: { obstructions.hits($0[0], $0[1]) == 0 }) { return line }
    return best(of: lines { [$0.middle] })
      ?? best(of: lines { [$0.middle, $0.low + $0.length / 4, $0.high - $0.length / 4] }) ?? []
  }

  /// The best of those that hit nothing.
  private func best(of candidates: [[Point]]) -> [Point]? {
    let free = candidates.filter { $0[0] != $0[1] && obstructions.hits($0[0], $0[1]) == 0 }
    let costs = free.map { line in
      obstructions.hits(line[0], line[1], within: spacing.leastSeparation) * 200
        + 2 * line[0].distance(to: line[1])
    }
    return costs.indices.min { (costs[$0], $0) < (costs[$1], $1) }.map { free[$0] }
  }

  /// A place on a side of a box.
  private struct Port {
    let point: Point
    let side: Side

    /// Whether a line to another point leads away from the box.
    func leads(to other: Point) -> Bool {
      let (own, far) = (point[side.axis], other[side.axis])
      return side.isForward ? far > own : far < own
    }
  }

  /// The lines between the given places on all sides, shifted where several run side by side.
  private func lines(_ places: (Span) -> [Int]) -> [[Point]] {
    let (source, target) = frames
    let (dx, dy) = (target.center.x - source.center.x, target.center.y - source.center.y)
    func ports(_ node: Int, _ bound: Side?) -> [Port] {
      Side.allCases.filter { bound ?? $0 == $0 }.flatMap { side in
        let range = obstacles.frames[node][side.axis.cross]
        let direction = side.axis == .horizontal ? dx.signum() : -dy.signum()
        return places(range).map {
          let place = min(max($0 + direction * shift(in: range), range.low), range.high)
          return Port(
            point: Point(obstacles.frames[node].place(of: side), place, along: side.axis),
            side: side)
        }
      }
    }
    let targets = ports(edge.target, edge.targetSide)
    let areRelated = obstacles.areRelated(edge.source, edge.target)
    return ports(edge.source, edge.sourceSide).flatMap { start in
      targets.filter { end in
        areRelated || start.leads(to: end.point) && end.leads(to: start.point)
      }.map { [start.point, $0.point] }
    }
  }

  private func shift(in range: Span) -> Int {
    rank * min(spacing.portSeparation, range.length / (count + 1)) / 2
  }

  /// The line along an axis between two sides that face each other: in the middle of what they have in
  /// common, at a round one in its own middle; nil if there is none.
  private func facing(along axis: Axis) -> [Point]? {
    let (source, target) = frames
    let isForward = source[axis].high <= target[axis].low
    guard isForward || target[axis].high <= source[axis].low else { return nil }
    let side = Side(axis, isForward: isForward)
    guard edge.sourceSide ?? side == side, edge.targetSide ?? side.opposite == side.opposite
    else { return nil }
    var common = spacing.ports(on: source[axis.cross])
      .intersection(spacing.ports(on: target[axis.cross]))
    for (node, side, frame) in [(edge.source, side, source), (edge.target, side.opposite, target)]
    where graph.nodes[node].isRound(at: side) {
      let middle = frame[axis.cross].middle
      common = common.intersection(Span(middle - 1, middle + 1))
    }
    guard common.length >= 0 else { return nil }
    let sign = (axis == .horizontal) == isForward ? 1 : -1
    let place =
      common.middle + sign * shift(in: source[axis.cross].intersection(target[axis.cross]))
    return [
      Point(source.place(of: side), place, along: axis),
      Point(target.place(of: side.opposite), place, along: axis),
    ]
  }

  /// The line between both middles, or that of the side to which an end is bound, from frame to frame;
  /// nil if one box is around or over the other.
  private var between: [Point]? {
    let (source, target) = frames
    guard !obstacles.areRelated(edge.source, edge.target), !source.intersects(target),
      source.center != target.center
    else { return nil }
    let start = edge.sourceSide.map(source.midpoint) ?? source.center
    let end = edge.targetSide.map(target.midpoint) ?? target.center
    let (dx, dy) = (Double(end.x - start.x), Double(end.y - start.y))
    let length = (dx * dx + dy * dy).squareRoot()
    guard length > 0 else { return nil }
    let room = min(
      source.size.width, source.size.height, target.size.width, target.size.height)
    let shift = Double(shift(in: Span(0, room))) / length
    let aside = (x: nearest(-dy * shift), y: nearest(dx * shift))
    let (from, to) = (start.offset(x: aside.x, y: aside.y), end.offset(x: aside.x, y: aside.y))
    return [
      edge.sourceSide == nil ? source.exit(from: from, to: to) : from,
      edge.targetSide == nil ? target.exit(from: to, to: from) : to,
    ]
  }
}

/// Moves ends of slanted lines apart that would lie on each other on a side of a box.
private struct SpreadSlants {
  let graph: LayoutGraph
  let obstacles: Obstacles
  let spacing: RoutingSpacing

  /// An end of a line on a side of a node.
  private struct End {
    let edge: Int
    /// 0 for the source, 1 for the target.
    let end: Int
    let node: Int
    let side: Side
    let place: Int
    /// Where the other end lies, along the side.
    let other: Int
    let isSlanted: Bool

    var order: (Int, Int, Int, Int, Int) { (node, side.rawValue, place, other, edge) }
  }

  /// Lines that run along an axis keep their places; of the others no end leaves its side.
  func spread(_ lines: [[Point]]) -> [[Point]] {
    var spread = lines
    for ends in crowds(of: lines) {
      for (end, place) in zip(ends, places(of: ends)) where place != end.place {
        var line = spread[end.edge]
        line[end.end] = Point(
          obstacles.frames[end.node].place(of: end.side), place, along: end.side.axis)
        let obstructions = Obstructions(obstacles: obstacles, edge: graph.edges[end.edge])
        if obstructions.hits(line[0], line[1]) == 0 { spread[end.edge] = line }
      }
    }
    return spread
  }

  /// The ends of lines on one side, if there are several and it is not round.
  private func crowds(of lines: [[Point]]) -> [[End]] {
    var ends: [End] = []
    for (index, line) in lines.enumerated() where line.count == 2 && line[0] != line[1] {
      let edge = graph.edges[index]
      for (end, node, bound) in [
        (0, edge.source, edge.sourceSide), (1, edge.target, edge.targetSide),
      ] where obstacles.isLeaf(node) && bound == nil && !graph.isOverlay(edge) {
        let (own, other) = (line[end], line[1 - end])
        guard let side = obstacles.frames[node].side(at: own, towards: other),
          !graph.nodes[node].isRound(at: side)
        else { continue }
        ends.append(
          End(
            edge: index, end: end, node: node, side: side, place: own[side.axis.cross],
            other: other[side.axis.cross], isSlanted: own.x != other.x && own.y != other.y))
      }
    }
    let sides = Dictionary(grouping: ends) { [$0.node, $0.side.rawValue] }
    return sides.sorted { $0.key.lexicographicallyPrecedes($1.key) }
      .map { $0.value.sorted { $0.order < $1.order } }.filter { $0.count > 1 }
  }

  private func places(of ends: [End]) -> [Int] {
    let range = spacing.ports(on: obstacles.frames[ends[0].node][ends[0].side.axis.cross])
    let items = ends.map { end in
      let (low, high) = end.isSlanted ? (range.low, range.high) : (end.place, end.place)
      return Separation.Item(
        ideal: end.place, weight: 1,
        lower: Separation.Limit(hard: min(low, end.place), soft: min(low, end.place)),
        upper: Separation.Limit(hard: max(high, end.place), soft: max(high, end.place)))
    }
    var gaps: [Separation.Gap] = []
    for second in ends.indices {
      let earlier = ends.indices.prefix(second).last { first in
        graph.edges[ends[first].edge].pictures.intersects(graph.edges[ends[second].edge].pictures)
      }
      if let earlier {
        gaps.append(
          Separation.Gap(first: earlier, second: second, gap: RoutingSpacing.betweenHeads))
      }
    }
    return Separation(items, gaps, leastGap: 1).solved()
  }
}

extension RoutingSpacing {
  /// What the tips of two heads keep from each other on a side, to be seen as two.
  fileprivate static var betweenHeads: Int { 14 }
}

extension Rect {
  /// Where a straight line from inside leaves it, in whole units.
  fileprivate func exit(from inner: Point, to outer: Point) -> Point {
    var (share, place) = (1.0, outer)
    for axis in Axis.allCases where outer[axis] != inner[axis] {
      let bound = outer[axis] > inner[axis] ? self[axis].high : self[axis].low
      let part = Double(bound - inner[axis]) / Double(outer[axis] - inner[axis])
      guard part < share else { continue }
      let across = Double(outer[axis.cross] - inner[axis.cross]) * part
      (share, place) = (part, Point(bound, inner[axis.cross] + nearest(across), along: axis))
    }
    return place
  }
}
