import DiagramAlgorithms
import DiagramGraph
import DiagramModel

/// Finds the edges whose ends face each other with nothing in between.
///
/// - Returns: one wire an edge, of a single segment; nil where the way needs a bend, and for members
///   of trunks. A wire's
///   place is the middle of the smaller side if it can be, and its slack is how far it may shift.
func straightWires(
  _ graph: LayoutGraph, _ obstacles: Obstacles, _ trunks: Trunks, _ spacing: RoutingSpacing
) -> [Wire?] {
  var ends: [SideOfNode: Int] = [:]
  return graph.edges.indices.map { index in
    let edge = graph.edges[index]
    guard edge.routing != .straight, edge.source != edge.target, trunks[index] == nil
    else { return nil }
    let finder = StraightFinder(
      obstacles: obstacles, spacing: spacing, edge: index, source: edge.source, target: edge.target)
    let wire = finder.candidates.filter { candidate in
      (edge.sourceSide ?? candidate.sourceSide) == candidate.sourceSide
        && (edge.targetSide ?? candidate.targetSide) == candidate.targetSide
    }.first
    guard let wire, let slack = wire.slack else { return nil }
    let source = SideOfNode(node: edge.source, side: wire.sourceSide)
    let target = SideOfNode(node: edge.target, side: wire.targetSide)
    // More than fit next to each other would run on top of each other.
    let capacity = slack.length / spacing.leastSeparation + 1
    guard max(ends[source, default: 0], ends[target, default: 0]) < capacity else { return nil }
    ends[source, default: 0] += 1
    ends[target, default: 0] += 1
    return wire
  }
}

/// A side of a node, where ends of edges lie next to each other.
struct SideOfNode: Hashable, Sendable {
  let node: Int
  let side: Side
}

extension RoutingSpacing {
  /// What two ways are apart at least before they seem to be one.
  var leastSeparation: Int { min(separation, 6) }

  /// How far ends stay away from the corners of a side of this length.
  func corner(of length: Int) -> Int { min(corner, length / 4) }

  /// Where ends may lie on a side.
  func ports(on side: Span) -> Span { side.widened(by: -corner(of: side.length)) }
}

private struct StraightFinder {
  let obstacles: Obstacles
  let spacing: RoutingSpacing
  let edge: Int
  let source: Int
  let target: Int

  /// The straight ways, best first.
  var candidates: [Wire] {
    if obstacles.isAncestor(source, of: target) {
      return Side.allCases.compactMap { inner(side: $0, outer: source, inner: target) }
        .sorted { cost(of: $0) < cost(of: $1) }
    }
    if obstacles.isAncestor(target, of: source) {
      return Side.allCases.compactMap { inner(side: $0, outer: target, inner: source) }
        .sorted { cost(of: $0) < cost(of: $1) }
    }
    return Axis.allCases.compactMap(facing)
  }

  private func cost(of wire: Wire) -> Int {
    abs(wire.end - wire.start) + (wire.sourceSide == .top ? spacing.costs.header : 0)
  }

  /// The way between two sides that face each other along an axis.
  private func facing(along axis: Axis) -> Wire? {
    let (first, second) = (obstacles.frames[source], obstacles.frames[target])
    let isForward = first[axis].high <= second[axis].low
    guard isForward || second[axis].high <= first[axis].low else { return nil }
    let side = Side(axis, isForward: isForward)
    return wire(
      from: side, to: side.opposite, overlap(first[axis.cross], second[axis.cross]),
      ideal: ideal(first[axis.cross], second[axis.cross]))
  }

  /// The way from the inner side of a container's outline to something inside.
  private func inner(side: Side, outer: Int, inner: Int) -> Wire? {
    let (first, second) = (obstacles.frames[outer], obstacles.frames[inner])
    let across = side.axis.cross
    let range = overlap(first[across], second[across])
    return wire(from: side, to: side, range, ideal: second[across].middle)
  }

  private func overlap(_ first: Span, _ second: Span) -> Span {
    spacing.ports(on: first).intersection(spacing.ports(on: second))
  }

  /// The middle of the smaller side, or nil if that lies beside the other.
  private func ideal(_ first: Span, _ second: Span) -> Int? {
    let (small, large) = first.length <= second.length ? (first, second) : (second, first)
    return spacing.ports(on: large).contains(small.middle) ? small.middle : nil
  }

  private func wire(from side: Side, to otherSide: Side, _ range: Span, ideal: Int?) -> Wire? {
    let axis = side.axis
    let start = obstacles.frames[source].place(of: side)
    let end = obstacles.frames[target].place(of: otherSide)
    guard !range.isEmpty, abs(end - start) >= 4 else { return nil }
    let ideal = ideal ?? range.middle
    for clearance in [spacing.clearance, spacing.leastSeparation] {
      let free = range.subtracting(
        blocked(along: axis, Span(between: start, and: end), range, clearance))
      let best = free.min { abs($0.clamp(ideal) - ideal) < abs($1.clamp(ideal) - ideal) }
      guard let best else { continue }
      return Wire(
        edge: edge, firstAxis: axis, start: start,
        places: [best.contains(ideal) ? ideal : best.middle], end: end, sourceSide: side,
        targetSide: otherSide, slack: best)
    }
    return nil
  }

  /// What the boxes between both ends take away from the range of a straight way.
  private func blocked(along axis: Axis, _ length: Span, _ range: Span, _ clearance: Int) -> [Span]
  {
    var holes: [Span] = []
    let near = range.widened(by: clearance)
    obstacles.forEachSolid(along: axis, in: near) { node in
      guard node != source, node != target, obstacles.frames[node][axis].overlaps(length)
      else { return }
      holes.append(obstacles.frames[node][axis.cross].widened(by: clearance))
    }
    obstacles.forEachOpen(along: axis, in: near) { node in
      guard node != source, node != target, obstacles.frames[node][axis].overlaps(length)
      else { return }
      let across = obstacles.frames[node][axis.cross]
      if obstacles.mayCross(node, source: source, target: target) {
        holes.append(Span(across.low, across.low).widened(by: clearance))
        holes.append(Span(across.high, across.high).widened(by: clearance))
      } else {
        holes.append(across.widened(by: clearance))
      }
    }
    obstacles.forEachTitle(along: axis, in: near) { title in
      guard title[axis].overlaps(length) else { return }
      holes.append(title[axis.cross].widened(by: spacing.label))
    }
    return holes
  }
}
