import DiagramGraph

/// A box with edges to two others that are alike, or from them: it stands in the middle of both.
struct Fork {
  let hub: Int
  let members: (Int, Int)
}

/// The nodes that lead to two others and no more, to which no other edge leads; and the same the other way
/// round.
///
/// - Parameters:
///   - nodeCount: how many nodes there are; they are called `0..<nodeCount`.
///   - edges: the source and the target of each edge.
///   - areAlike: whether two nodes may belong to a fork.
/// - Returns: those that open along the edges, by their hub, then those that close.
/// - Complexity: O(*nodes* + *edges*).
func forks(
  nodeCount: Int, edges: [(source: Int, target: Int)], areAlike: (Int, Int) -> Bool
) -> [Fork] {
  var followers = [[Int]](repeating: [], count: nodeCount)
  var leaders = followers
  for edge in edges where edge.source != edge.target {
    followers[edge.source].append(edge.target)
    leaders[edge.target].append(edge.source)
  }
  func forks(_ members: [[Int]], _ hubs: [[Int]]) -> [Fork] {
    (0..<nodeCount).compactMap { hub in
      let pair = members[hub]
      guard pair.count == 2, pair[0] != pair[1], pair.allSatisfy({ hubs[$0].count == 1 }),
        areAlike(pair[0], pair[1])
      else { return nil }
      return Fork(hub: hub, members: (pair[0], pair[1]))
    }
  }
  return forks(followers, leaders) + forks(leaders, followers)
}

extension LayoutGraph {
  /// The forks of boxes of one size in one container.
  func forks(_ nesting: Nesting) -> [Fork] {
    LayeredEngine.forks(
      nodeCount: nodes.count, edges: edges.map { ($0.source, $0.target) }
    ) { one, other in
      nesting.isLeaf(one) && nesting.isLeaf(other) && nodes[one].parent == nodes[other].parent
        && nodes[one].minimumSize == nodes[other].minimumSize
    }.filter { nesting.isLeaf($0.hub) }
  }
}

extension RankedGraph {
  /// The forks of boxes of one size on one rank, in one cluster.
  var forks: [Fork] {
    func node(_ end: NestedGraph.End) -> Int {
      switch end {
      case .leaf(let leaf): leaf
      case .cluster(let cluster): graph.leaves.count + cluster
      }
    }
    let leaves = graph.leaves
    return LayeredEngine.forks(
      nodeCount: leaves.count + graph.clusters.count,
      edges: graph.edges.map { (node($0.source), node($0.target)) }
    ) { one, other in
      max(one, other) < leaves.count && leaves[one].cluster == leaves[other].cluster
        && leaves[one].size == leaves[other].size && leafRanks[one] == leafRanks[other]
    }.filter { $0.hub < leaves.count && leafRanks[$0.hub] != leafRanks[$0.members.0] }
  }
}
