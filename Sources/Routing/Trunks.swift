import DiagramGraph
import DiagramModel

/// Edges that share a line: they leave one box, the *root*, at one place and branch off one by one.
struct Trunk: Hashable, Sendable {
  /// The node that is an end of every member.
  let root: Int
  /// Whether the edges begin at the root; if not they end there.
  let isFanOut: Bool
  /// Whether the members lie inside the root.
  let isInward: Bool
  /// Two edges or more, in their order; each leads to another node.
  let members: [Int]
  /// The side of the root that an author wants.
  let side: Side?

  /// The end of a member that is not the root.
  func end(of member: LayoutEdge) -> Int { isFanOut ? member.target : member.source }
}

/// The trunks of a graph.
struct Trunks: Sendable {
  /// In the order of their first members.
  let all: [Trunk]
  /// For each edge, the index of its trunk.
  private let indices: [Int?]

  /// Sorts edges by the numbers of their trunks.
  ///
  /// Whatever cannot share a line is no member: self-loops, straight and curved edges, the second of
  /// two between the same nodes, and all edges of a number that have no common end. Members inside
  /// the root and outside of it are two trunks.
  ///
  /// - Parameters:
  ///   - graph: all nodes and edges.
  ///   - obstacles: its boxes.
  ///   - strangers: edges that are members of none.
  init(_ graph: LayoutGraph, _ obstacles: Obstacles, except strangers: [Int] = []) {
    let strangers = Set(strangers)
    var numbers: [Int] = []
    var groups: [Int: [Int]] = [:]
    for (index, edge) in graph.edges.enumerated() {
      guard let number = edge.trunk, edge.routing == .orthogonal, edge.source != edge.target,
        !strangers.contains(index)
      else { continue }
      if groups[number] == nil { numbers.append(number) }
      groups[number, default: []].append(index)
    }
    all = numbers.flatMap { Self.trunks(of: groups[$0] ?? [], graph, obstacles) }
    var indices: [Int?] = graph.edges.map { _ in nil }
    for (index, trunk) in all.enumerated() {
      for member in trunk.members { indices[member] = index }
    }
    self.indices = indices
  }

  private static func trunks(
    of group: [Int], _ graph: LayoutGraph, _ obstacles: Obstacles
  ) -> [Trunk] {
    let edges = graph.edges
    guard let first = group.first else { return [] }
    let isFanOut = group.allSatisfy { edges[$0].source == edges[first].source }
    guard isFanOut || group.allSatisfy({ edges[$0].target == edges[first].target }) else {
      return []
    }
    let root = isFanOut ? edges[first].source : edges[first].target
    let other = { (edge: Int) in isFanOut ? edges[edge].target : edges[edge].source }
    var known: Set<Int> = []
    let members = group.filter { known.insert(other($0)).inserted }
    return [false, true].compactMap { isInward in
      let part = members.filter { obstacles.isAncestor(root, of: other($0)) == isInward }
      guard part.count > 1 else { return nil }
      let sides = part.compactMap { isFanOut ? edges[$0].sourceSide : edges[$0].targetSide }
      return Trunk(
        root: root, isFanOut: isFanOut, isInward: isInward, members: part, side: sides.first)
    }
  }

  /// The index of the trunk of an edge; nil if it runs by itself.
  func index(of edge: Int) -> Int? { indices[edge] }

  /// The trunk of an edge; nil if it runs by itself.
  subscript(edge: Int) -> Trunk? { indices[edge].map { all[$0] } }

  /// The edges as they lead away from the roots of their trunks: those that end there are reversed.
  func leadingAway(_ edges: [LayoutEdge]) -> [LayoutEdge] {
    edges.enumerated().map { index, edge in
      guard let trunk = self[index], !trunk.isFanOut else { return edge }
      var reversed = edge
      (reversed.source, reversed.target) = (edge.target, edge.source)
      (reversed.sourceSide, reversed.targetSide) = (edge.targetSide, edge.sourceSide)
      return reversed
    }
  }
}

extension Trunks {
  /// The part of a route that an edge shares with all other members of its trunk, if it has any, else
  /// the part that it shares with some. Its points run away from the root.
  func stem(of edge: Int, in routes: [Route]) -> [Point] {
    guard let trunk = self[edge] else { return routes[edge].points }
    let (own, shared) = shared(by: edge, of: trunk, in: routes)
    guard let least = shared.min(), let most = shared.max(), most > 0 else { return own }
    return own.prefix(length: least > 0 ? least : most)
  }

  /// The route of a member away from the root, and how long it runs with each of the others.
  private func shared(
    by edge: Int, of trunk: Trunk, in routes: [Route]
  ) -> (own: [Point], lengths: [Int]) {
    func outwards(_ member: Int) -> [Point] {
      trunk.isFanOut ? routes[member].points : routes[member].points.reversed()
    }
    let own = outwards(edge)
    let others = trunk.members.filter { $0 != edge }
    return (own, others.map { own.lengthShared(with: outwards($0)) })
  }

  /// The part of a route that an edge shares with no other member of its trunk; all of it if the
  /// edge has none. Its points run away from the root.
  func branch(of edge: Int, in routes: [Route]) -> [Point] {
    guard let trunk = self[edge] else { return routes[edge].points }
    let (own, shared) = shared(by: edge, of: trunk, in: routes)
    let branch = own.dropping(length: shared.max() ?? 0)
    return branch.count > 1 ? branch : own
  }
}

extension [Point] {
  /// How far two ways along the axes coincide from their start on.
  func lengthShared(with other: [Point]) -> Int {
    guard var place = first, place == other.first else { return 0 }
    var (length, mine, theirs) = (0, 1, 1)
    while mine < count, theirs < other.count {
      let (dx, dy) = (self[mine].x - place.x, self[mine].y - place.y)
      let (otherX, otherY) = (other[theirs].x - place.x, other[theirs].y - place.y)
      guard dx.signum() == otherX.signum(), dy.signum() == otherY.signum() else { break }
      let step = Swift.min(abs(dx) + abs(dy), abs(otherX) + abs(otherY))
      place = place.offset(x: dx.signum() * step, y: dy.signum() * step)
      length += step
      if place == self[mine] { mine += 1 }
      if place == other[theirs] { theirs += 1 }
    }
    return length
  }

  /// The first part of a way along the axes.
  fileprivate func prefix(length: Int) -> [Point] {
    let rest = dropping(length: length)
    guard let end = rest.first else { return self }
    let kept = Array(dropLast(Swift.max(0, rest.count - 1)))
    return kept.last == end ? kept : kept + [end]
  }

  /// What is left of a way along the axes behind its first part.
  fileprivate func dropping(length: Int) -> [Point] {
    var rest = length
    for (index, (start, end)) in zip(self, dropFirst()).enumerated() {
      let (dx, dy) = (end.x - start.x, end.y - start.y)
      let piece = abs(dx) + abs(dy)
      if rest < piece {
        return [start.offset(x: dx.signum() * rest, y: dy.signum() * rest)] + self[(index + 1)...]
      }
      rest -= piece
    }
    return []
  }
}

extension Wire {
  /// The same way from the target to the source.
  var reversed: Wire {
    Wire(
      edge: edge, firstAxis: axis(of: last), start: end, places: places.reversed(), end: start,
      sourceSide: targetSide, targetSide: sourceSide, slack: slack)
  }
}
