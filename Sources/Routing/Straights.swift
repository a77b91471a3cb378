import DiagramAlgorithms
import DiagramGraph
import DiagramModel

/// Finds the edges whose ends face each other with nothing in between.
///
/// Two boxes are joined by a straight line where their middles are in line: rather a bend than a line
/// that leaves or arrives askew. Containers may be met anywhere, and so may a *bar*, a box with a side
/// much longer than the boxes that lie along it, and a side that several boxes face in balance.
///
/// `given` has one entry an edge: the wire of one whose way is known already; nil for the others.
///
/// - Returns: one wire an edge: the given one, else one of a single segment; nil where the way needs a
///   bend, and for members of trunks. A straight wire's place is the middle of the smaller side if it can be, and its slack is how far it may shift.
func straightWires(
  _ graph: LayoutGraph, _ obstacles: Obstacles, _ trunks: Trunks, given: [Wire?],
  _ spacing: RoutingSpacing
) -> [Wire?] {
  let candidates = graph.edges.indices.map { index -> StraightFinder.Candidate? in
    let edge = graph.edges[index]
    guard given[index] == nil, edge.routing != .straight, edge.source != edge.target,
      trunks[index] == nil
    else { return nil }
    let finder = StraightFinder(
      obstacles: obstacles, spacing: spacing, edge: index, source: edge.source, target: edge.target,
      pictures: edge.pictures)
    let suitable = finder.candidates.filter { candidate in
      (edge.sourceSide ?? candidate.wire.sourceSide) == candidate.wire.sourceSide
        && (edge.targetSide ?? candidate.wire.targetSide) == candidate.wire.targetSide
    }
    return suitable.first(where: \.isCentred) ?? suitable.first
  }
  var crowds = SideCrowds(graph.edges)
  for candidate in candidates {
    guard let candidate, let side = candidate.askewSide else { continue }
    crowds.add(candidate.wire.edge, at: candidate.wire.places[0], of: side)
  }
  var (ends, atPoints) = (SideCrowds(graph.edges), [Int]())
  return graph.edges.indices.map { index in
    guard let candidate = candidates[index], let slack = candidate.wire.slack else {
      return given[index]
    }
    let (edge, wire) = (graph.edges[index], candidate.wire)
    if let side = candidate.askewSide, !candidate.isAtBar,
      !crowds.isBalanced(
        side, seenWith: index, on: obstacles.cores[side.node][side.side.axis.cross])
    {
      return nil
    }
    let sides = wire.sides(of: edge)
    // More than fit next to each other would run on top of each other.
    let capacity = slack.length / spacing.leastSeparation + 1
    guard sides.allSatisfy({ ends.count(at: $0, seenWith: index) < capacity }) else { return nil }
    if sides.contains(where: obstacles.isPoint) {
      // There and back would crowd beside the point.
      let isTaken = atPoints.contains {
        ends.areSeen($0, index)
          && Set([graph.edges[$0].source, graph.edges[$0].target]) == [edge.source, edge.target]
      }
      guard !isTaken else { return nil }
      atPoints.append(index)
    }
    for side in sides { ends.add(index, at: wire.places[0], of: side) }
    return wire
  }
}

extension RoutingSpacing {
  /// What two ways are apart at least before they seem to be one.
  var leastSeparation: Int { min(separation, 6) }

  /// How far ends stay away from the corners of a side of this length.
  func corner(of length: Int) -> Int { min(corner, length / 4) }

  /// Where ends may lie on a side.
  func ports(on side: Span) -> Span { side.widened(by: -corner(of: side.length)) }

  /// Where ends should lie on a side: in its middle three fifths.
  func central(on side: Span) -> Span { side.widened(by: -side.length / 5) }

  /// By how much two middles may differ and still be in line.
  static var almostStraight: Int { 10 }
}

private struct StraightFinder {
  let obstacles: Obstacles
  let spacing: RoutingSpacing
  let edge: Int
  let source: Int
  let target: Int
  let pictures: PictureSet

  /// A straight way.
  struct Candidate {
    let wire: Wire
    /// Whether it lies where it is best.
    let isCentred: Bool
    /// The side of a box that it does not meet in the middle.
    var askewSide: SideOfNode?
    /// Whether that is the side of a bar.
    var isAtBar = false
  }

  /// The straight ways, best first.
  var candidates: [Candidate] {
    if obstacles.isAncestor(source, of: target) {
      return Side.allCases.compactMap { inner(side: $0, outer: source, inner: target) }
        .sorted { cost(of: $0.wire) < cost(of: $1.wire) }
    }
    if obstacles.isAncestor(target, of: source) {
      return Side.allCases.compactMap { inner(side: $0, outer: target, inner: source) }
        .sorted { cost(of: $0.wire) < cost(of: $1.wire) }
    }
    return Axis.allCases.compactMap(facing)
  }

  private func cost(of wire: Wire) -> Int {
    abs(wire.end - wire.start) + (wire.sourceSide == .top ? spacing.costs.header : 0)
  }

  /// The way between two sides that face each other along an axis; where a leaf ends it lies in the
  /// middle, but on a bar.
  private func facing(along axis: Axis) -> Candidate? {
    let (first, second) = (obstacles.frames[source], obstacles.frames[target])
    let isForward = first[axis].high <= second[axis].low
    guard isForward || second[axis].high <= first[axis].low else { return nil }
    let side = Side(axis, isForward: isForward)
    let spans = (obstacles.cores[source][axis.cross], obstacles.cores[target][axis.cross])
    let range = overlap(spans.0, spans.1)
    let ends = [
      (SideOfNode(node: source, side: side), spans.0, spans.1),
      (SideOfNode(node: target, side: side.opposite), spans.1, spans.0),
    ]
    let points = ends.filter { obstacles.isPoint($0.0) }.map(\.1.middle)
    // A line holds to the point of one of them where it meets the other.
    let ideal =
      points.count == 1 && range.contains(points[0]) ? points[0] : self.ideal(spans.0, spans.1)
    guard obstacles.isLeaf(source) || obstacles.isLeaf(target) else {
      return candidate(from: side, to: side.opposite, range, ideal: ideal)
    }
    guard let ideal,
      var candidate = candidate(from: side, to: side.opposite, range, ideal: ideal)
    else { return nil }
    guard candidate.isCentred else { return nil }
    for (end, own, other) in ends where obstacles.isLeaf(end.node) {
      guard abs(own.middle - candidate.wire.places[0]) > RoutingSpacing.almostStraight
      else { continue }
      guard own.length > other.length, candidate.askewSide == nil else { return nil }
      (candidate.askewSide, candidate.isAtBar) = (
        end, isBar(own, beside: other, at: candidate.wire.places[0])
      )
    }
    return candidate
  }

  /// Whether a side is met anywhere by a smaller one, one that is not much smaller in the middle three
  /// fifths only.
  private func isBar(_ side: Span, beside other: Span, at place: Int) -> Bool {
    side.length >= 4 * other.length
      || side.length >= 2 * other.length && spacing.central(on: side).contains(place)
  }

  /// The way from the inner side of a container's outline to something inside.
  private func inner(side: Side, outer: Int, inner: Int) -> Candidate? {
    let (first, second) = (obstacles.cores[outer], obstacles.cores[inner])
    let across = side.axis.cross
    let range = overlap(first[across], second[across])
    return candidate(from: side, to: side, range, ideal: second[across].middle)
  }

  private func overlap(_ first: Span, _ second: Span) -> Span {
    spacing.ports(on: first).intersection(spacing.ports(on: second))
  }

  /// The middle of both sides if they are in line, else that of the smaller one; nil if that lies
  /// beside the other.
  private func ideal(_ first: Span, _ second: Span) -> Int? {
    let (small, large) = first.length <= second.length ? (first, second) : (second, first)
    if small.length == large.length,
      abs(small.middle - large.middle) <= RoutingSpacing.almostStraight
    {
      return (small.middle + large.middle) / 2
    }
    return spacing.ports(on: large).contains(small.middle) ? small.middle : nil
  }

  private func candidate(
    from side: Side, to otherSide: Side, _ range: Span, ideal: Int?
  ) -> Candidate? {
    let axis = side.axis
    let start = obstacles.frames[source].place(of: side)
    let end = obstacles.frames[target].place(of: otherSide)
    guard !range.isEmpty, abs(end - start) >= 4 else { return nil }
    let ideal = ideal ?? range.middle
    var askew: Candidate?
    for clearance in [spacing.clearance, spacing.leastSeparation] {
      let free = range.subtracting(
        blocked(along: axis, Span(between: start, and: end), range, clearance))
      let best = free.min { abs($0.clamp(ideal) - ideal) < abs($1.clamp(ideal) - ideal) }
      guard let best else { continue }
      let candidate = Candidate(
        wire: Wire(
          edge: edge, firstAxis: axis, start: start,
          places: [best.contains(ideal) ? ideal : best.middle], end: end, sourceSide: side,
          targetSide: otherSide, slack: best),
        isCentred: best.contains(ideal))
      if candidate.isCentred { return candidate }
      askew = askew ?? candidate
    }
    return askew
  }

  /// What the boxes between both ends take away from the range of a straight way.
  private func blocked(along axis: Axis, _ length: Span, _ range: Span, _ clearance: Int) -> [Span]
  {
    var holes: [Span] = []
    let near = range.widened(by: clearance)
    obstacles.forEachSolid(in: Rect(length, near, along: axis), for: pictures) { node in
      guard node != source, node != target, obstacles.frames[node][axis].overlaps(length)
      else { return }
      holes.append(obstacles.frames[node][axis.cross].widened(by: clearance))
    }
    obstacles.forEachOpen(in: Rect(length, near, along: axis), for: pictures) { node in
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
    obstacles.forEachTitle(along: axis, in: near, for: pictures) { title in
      guard title[axis].overlaps(length) else { return }
      holes.append(title[axis.cross].widened(by: spacing.label))
    }
    return holes
  }
}
