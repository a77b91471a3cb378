extension RankOrder {
  /// The order, or its mirror image if most of the boxes that share a rank stand the other way round
  /// than they were written: more than three of four pairs.
  ///
  /// Both have the same crossings. Hints are looked at before; in large graphs nobody looks for an
  /// order.
  ///
  /// - Complexity: O(*boxes* × log *boxes*).
  var asWritten: RankOrder {
    guard !graph.isLarge, graph.graph.hints.across.isEmpty else { return self }
    let leafCount = graph.graph.leaves.count
    var (pairs, inversions) = (0, 0)
    for layer in layers {
      let places = layer.filter(graph.isLeaf).map { graph.graph.leaves[$0].written }
      pairs += places.count * (places.count - 1) / 2
      inversions += crossingCount(places, lowerCount: leafCount)
    }
    guard 4 * inversions > 3 * pairs else { return self }
    return RankOrder(neighbors, layers: layers.map { $0.reversed() })
  }
}
