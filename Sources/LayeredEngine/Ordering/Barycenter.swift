import DiagramAlgorithms

/// One pass of the layer sweep: sorts a rank by where its vertices' neighbours stand.
///
/// > Source: the barycentre method of Sugiyama, Tagawa, Toda 1981; clusters after Forster 2002.
struct BarycenterSort {
  /// Whether the rank above is the one that stays.
  let looksUp: Bool

  /// The rank, sorted; every cluster stays contiguous, clusters that are also on the fixed rank
  /// stand as they do there, and vertices without neighbours follow the vertex on their left.
  func sorted(_ rank: Int, of order: RankOrder) -> [Int] {
    let layer = order.layers[rank]
    let fixedRank = looksUp ? rank - 1 : rank + 1
    let fixedCount = Double(max(order.layers[fixedRank].count, 1))
    let beside = looksUp ? order.neighbors.above : order.neighbors.below
    var keys: [Double] = []
    keys.reserveCapacity(layer.count)
    var previous = 0.0
    for vertex in layer {
      let neighbors = beside.range(of: vertex)
      if !neighbors.isEmpty {
        var sum = 0
        for index in neighbors { sum += order.positions[beside.values[index]] }
        previous = Double(sum) / Double(neighbors.count) / fixedCount
      }
      keys.append(previous)
    }
    if order.graph.graph.clusters.isEmpty { return sorted(keys).map { layer[$0] } }
    return items(layer.indices, depth: 0, rank: rank, keys: keys, order: order)
  }

  /// The vertices at `places`, all inside one cluster at `depth`, sorted item by item.
  private func items(
    _ places: Range<Int>, depth: Int, rank: Int, keys: [Double], order: RankOrder
  ) -> [Int] {
    let blocks = order.blocks(in: places, depth: depth, rank: rank)
    let blockKeys = blocks.map { block -> Double in
      if let cluster = block.cluster, let center = fixedCenter(of: cluster, from: rank, order) {
        return center
      }
      return block.places.reduce(0) { $0 + keys[$1] } / Double(block.places.count)
    }
    var result: [Int] = []
    result.reserveCapacity(places.count)
    for index in sorted(blockKeys) {
      let block = blocks[index]
      if block.cluster == nil || block.places.count == 1 {
        result += order.layers[rank][block.places]
      } else {
        result += items(block.places, depth: depth + 1, rank: rank, keys: keys, order: order)
      }
    }
    return result
  }

  /// The indices of some keys by their size, those of the same size in their order.
  private func sorted(_ keys: [Double]) -> [Int] {
    // Most are in order already once a few sweeps are done.
    let isSorted = keys.indices.dropFirst().allSatisfy { keys[$0 - 1] <= keys[$0] }
    if isSorted { return Array(keys.indices) }
    return keys.indices.sorted { (keys[$0], $0) < (keys[$1], $1) }
  }

  /// Where a cluster stands on the fixed rank, if it is there.
  private func fixedCenter(of cluster: Int, from rank: Int, _ order: RankOrder) -> Double? {
    let fixedRank = looksUp ? rank - 1 : rank + 1
    guard order.graph.ranked.clusterRanks[cluster].contains(fixedRank) else { return nil }
    let span = order.span(of: cluster, at: fixedRank)
    return Double(span.lowerBound + span.upperBound) / 2 / Double(order.layers[fixedRank].count)
  }
}

/// Something that moves as a whole on a rank: a vertex, or all vertices of a cluster.
struct RankBlock {
  let places: Range<Int>
  let cluster: Int?
}

extension RankOrder {
  /// The vertices at `places` of a rank as blocks inside the cluster at `depth`.
  func blocks(in places: Range<Int>, depth: Int, rank: Int) -> [RankBlock] {
    let (layer, paths) = (layers[rank], neighbors.paths)
    func cluster(at place: Int) -> Int? {
      let path = paths.range(of: layer[place])
      return depth < path.count ? paths.values[path.lowerBound + depth] : nil
    }
    var blocks: [RankBlock] = []
    blocks.reserveCapacity(places.count)
    var start = places.lowerBound
    while start < places.upperBound {
      let first = cluster(at: start)
      var end = start + 1
      if first != nil {
        while end < places.upperBound, cluster(at: end) == first { end += 1 }
      }
      blocks.append(RankBlock(places: start..<end, cluster: first))
      start = end
    }
    return blocks
  }
}
