import DiagramAlgorithms
package import DiagramGraph
import DiagramModel

/// What an author wants of the places of leaves, along and across the flow.
package struct RankHints {
  /// Pairs of leaves that share a rank.
  var sameRank: [(first: Int, second: Int)] = []
  /// Pairs of leaves of which the first stands on an earlier rank.
  var along: [(first: Int, second: Int)] = []
  /// Pairs of leaves of which the first ends, across the flow, before the second begins.
  var across: [(first: Int, second: Int)] = []

  var isEmpty: Bool { sameRank.isEmpty && along.isEmpty && across.isEmpty }

  /// For each leaf one that stands for all on its rank.
  package func representatives(leafCount: Int) -> [Int] {
    var sets = DisjointSets(count: leafCount)
    for pair in sameRank { sets.unite(pair.first, pair.second) }
    return (0..<leafCount).map { sets.representative(of: $0) }
  }

  /// The place of each leaf in one order that keeps all pairs across the flow; nil for leaves that
  /// are in none.
  ///
  /// One order for all ranks: orders of single ranks that keep the pairs may contradict each other
  /// together.
  func placesAcross(leafCount: Int) -> [Int?] {
    var places = [Int?](repeating: nil, count: leafCount)
    guard !across.isEmpty else { return places }
    let arcs = across.map { (tail: $0.first, head: $0.second) }
    guard let order = topologicalOrder(nodeCount: leafCount, arcs: arcs) else {
      preconditionFailure("hints contradict each other")
    }
    let hinted = Set(across.flatMap { [$0.first, $0.second] })
    for (place, leaf) in order.enumerated() where hinted.contains(leaf) { places[leaf] = place }
    return places
  }
}

extension LayoutGraph {
  /// The hints between nodes as hints between leaves, for a flow downwards.
  ///
  /// - Parameter leaves: the leaf that each node is; hints of other nodes are left out.
  /// - Returns: the hints by leaf.
  package func rankHints(_ leaves: [Int: Int]) -> RankHints {
    var result = RankHints()
    for hint in hints {
      guard let first = leaves[hint.first], let second = leaves[hint.second] else { continue }
      switch hint.kind {
      case .sameRank: result.sameRank.append((first, second))
      case .before(.vertical): result.along.append((first, second))
      case .before(.horizontal): result.across.append((first, second))
      }
    }
    return result
  }
}
