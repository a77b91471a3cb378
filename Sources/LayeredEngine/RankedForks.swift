import DiagramCheck

extension RankedGraph {
  /// The forks of boxes on one rank, in one cluster.
  var forks: [Fork] {
    func node(_ end: NestedGraph.End) -> Int {
      switch end {
      case .leaf(let leaf): leaf
      case .cluster(let cluster): graph.leaves.count + cluster
      }
    }
    let leaves = graph.leaves
    return DiagramCheck.forks(
      nodeCount: leaves.count + graph.clusters.count,
      edges: graph.edges.map { (node($0.source), node($0.target)) }
    ) { one, other in
      max(one, other) < leaves.count && leaves[one].cluster == leaves[other].cluster
        && leafRanks[one] == leafRanks[other]
    }.filter { $0.hub < leaves.count && leafRanks[$0.hub] != leafRanks[$0.members[0]] }
  }
}
