extension RankOrder {
  /// The order or its mirror image: whichever has more pairs of boxes on a rank as they were written.
  ///
  /// Both have the same crossings. Hints are looked at before; in large graphs nobody looks for an
  /// order.
  ///
  /// - Complexity: O(*boxes* × log *boxes*).
  var asWritten: RankOrder {
    guard !graph.isLarge, graph.graph.hints.across.isEmpty else { return self }
    let leafCount = graph.graph.leaves.count
    let disorder = layers.reduce(0) { sum, layer in
      let places = layer.filter(graph.isLeaf).map { graph.graph.leaves[$0].written }
      let inversions = crossingCount(places, lowerCount: leafCount)
      return sum + 2 * inversions - places.count * (places.count - 1) / 2
    }
    guard disorder > 0 else { return self }
    return RankOrder(neighbors, layers: layers.map { $0.reversed() })
  }
}
