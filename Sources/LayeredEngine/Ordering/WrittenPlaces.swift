/// Where boxes, and clusters with their first box, stand in the order in which they were written.
struct WrittenPlaces {
  /// One a vertex, and one a cluster; nil for what nobody wrote.
  private let vertices: [Int?]
  private let clusters: [Int?]

  init(_ graph: LayerGraph) {
    var clusters = [Int?](repeating: nil, count: graph.graph.clusters.count)
    for (leaf, value) in graph.graph.leaves.enumerated() {
      for cluster in graph.vertices[leaf].path {
        clusters[cluster] = min(clusters[cluster] ?? .max, value.written)
      }
    }
    self.clusters = clusters
    vertices = graph.vertices.indices.map { vertex in
      graph.isLeaf(vertex) ? graph.graph.leaves[vertex].written : nil
    }
  }

  /// 1 if what was written at a place was so before a block of a rank, -1 if after it, 0 if that is not known.
  func surplus(of place: Int?, before other: RankBlock, in layer: [Int]) -> Int {
    guard let place, let second = self.place(of: other, in: layer) else { return 0 }
    return (second - place).signum()
  }

  /// Where a block of a rank was written, if that is known.
  func place(of block: RankBlock, in layer: [Int]) -> Int? {
    if let cluster = block.cluster { return clusters[cluster] }
    return vertices[layer[block.places.lowerBound]]
  }
}
