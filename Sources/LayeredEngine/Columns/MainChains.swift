extension LayerGraph {
  /// The edges that lead along the chain which a reader follows, while others branch off it: of several on
  /// one side of a box the one behind which the longest way lies. Where several are equally long, none.
  ///
  /// - Returns: one entry for each edge.
  /// - Complexity: O(*vertices* + *edges*).
  var mainEdges: [Bool] {
    let ends = chains.map { ($0.first, $0.last) }
    let leaves = ends.map { upper, lower -> (upper: Int, lower: Int)? in
      guard let upper, let lower, isLeaf(upper), isLeaf(lower) else { return nil }
      return (upper, lower)
    }
    let (below, above) = (fans(of: leaves) { $0.upper }, fans(of: leaves) { $0.lower })
    let none = vertices.map { _ in 0 }
    let heights = layers.joined().reduce(into: none) { heights, vertex in
      heights[vertex] = above[vertex].map { heights[$0.ends.upper] + 1 }.max() ?? 0
    }
    let depths = layers.joined().reversed().reduce(into: none) { depths, vertex in
      depths[vertex] = below[vertex].map { depths[$0.ends.lower] + 1 }.max() ?? 0
    }
    var isMain = chains.map { _ in false }
    for vertex in vertices.indices {
      for (fan, length) in [
        (below[vertex], { depths[$0.lower] }), (above[vertex], { heights[$0.upper] }),
      ] as [([FanEdge], (LeafEnds) -> Int)] where fan.count > 1 {
        let longest = fan.map { length($0.ends) }.max()
        let best = fan.filter { length($0.ends) == longest }
        if best.count == 1 { isMain[best[0].edge] = true }
      }
    }
    return isMain
  }

  private typealias LeafEnds = (upper: Int, lower: Int)
  private typealias FanEdge = (edge: Int, ends: LeafEnds)

  /// For each vertex, the edges that have it as one of their ends.
  private func fans(of edges: [LeafEnds?], at end: (LeafEnds) -> Int) -> [[FanEdge]] {
    edges.enumerated().reduce(into: vertices.map { _ in [] }) { fans, edge in
      if let ends = edge.element { fans[end(ends)].append((edge.offset, ends)) }
    }
  }
}
