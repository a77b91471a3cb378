import DiagramAlgorithms
package import DiagramGraph

extension LayoutGraph {
  /// The pairs of nodes that a person draws side by side: a line joins them that does not say which of them comes
  /// first, and both follow, or lead to, one and the same node, as two switches below a firewall, or the members of
  /// a cluster.
  ///
  /// - Returns: the pairs in the order of their edges; none that would put one node both before and beside another,
  ///   that an author gave a place, or of which a node has more than two.
  /// - Complexity: O(*pairs* · *edges*), for so many only as ``mostSteps`` allows.
  package var peers: [(first: Int, second: Int)] {
    guard edges.contains(where: \.isTwoWay) else { return [] }
    let pairs = equals
    guard pairs.count * edges.count <= mostSteps else { return [] }
    let partners = pairs.flatMap { [$0.first, $0.second] }.reduce(into: [:]) {
      $0[$1, default: 0] += 1
    }
    var sets = DisjointSets(count: nodes.count)
    return pairs.filter { pair in
      guard partners[pair.first] ?? 0 <= mostPartners, partners[pair.second] ?? 0 <= mostPartners
      else { return false }
      var united = sets
      united.unite(pair.first, pair.second)
      guard !hasWay(fromAndTo: pair.first, in: &united) else { return false }
      sets = united
      return true
    }
  }

  /// The pairs that all their edges leave as equals, and that have a node in common before them or behind them.
  private var equals: [(first: Int, second: Int)] {
    let hinted = Set(hints.flatMap { [$0.first, $0.second] })
    var (before, behind) = (nodes.map { _ in Set<Int>() }, nodes.map { _ in Set<Int>() })
    for edge in edges where edge.source != edge.target {
      before[edge.target].insert(edge.source)
      // Of three that are joined by lines without a direction the first stands before the others.
      if !edge.isTwoWay { behind[edge.source].insert(edge.target) }
    }
    let bound = Set(edges.filter { !$0.leavesEqual }.map { Set([$0.source, $0.target]) })
    var known = Set<Set<Int>>()
    return edges.compactMap { edge in
      let ends = Set([edge.source, edge.target])
      guard ends.count == 2, !bound.contains(ends), hinted.isDisjoint(with: ends),
        known.insert(ends).inserted
      else { return nil }
      let (one, other) = (edge.source, edge.target)
      let isShared =
        !before[one].isDisjoint(with: before[other]) || !behind[one].isDisjoint(with: behind[other])
      return isShared ? (one, other) : nil
    }
  }

  /// Whether edges lead from a set of nodes out of it and back.
  private func hasWay(fromAndTo node: Int, in sets: inout DisjointSets) -> Bool {
    let set = sets.representative(of: node)
    var next: [Int: [Int]] = [:]
    for edge in edges {
      let (tail, head) = (
        sets.representative(of: edge.source), sets.representative(of: edge.target)
      )
      if tail != head { next[tail, default: []].append(head) }
    }
    var (open, seen) = (next[set] ?? [], Set<Int>())
    while let place = open.popLast() {
      guard place != set else { return true }
      if seen.insert(place).inserted { open += next[place] ?? [] }
    }
    return false
  }
}

extension LayoutEdge {
  /// Whether its ends may stand side by side for all that it asks for.
  fileprivate var leavesEqual: Bool {
    isTwoWay && minimumLength == 1 && sourceSide == nil && targetSide == nil
  }
}

/// How many partners a node may have beside it: more make no line of equals.
private let mostPartners = 2

/// The number of pairs times that of edges up to which pairs are looked for.
private let mostSteps = 100_000
