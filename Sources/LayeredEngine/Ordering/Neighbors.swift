import DiagramAlgorithms

/// What never changes while the order does; shared by all orders of a graph.
final class Neighbors {
  let graph: LayerGraph
  /// The vertices that a vertex is joined to on the rank above; one entry a segment.
  let above: Buckets<Int>
  /// The same on the rank below.
  let below: Buckets<Int>
  /// The segments between each rank and the next.
  let segmentsBelow: [[Int]]
  /// The clusters that lie on each rank and on the next.
  let clustersAcross: [[Int]]
  /// How many clusters are around each cluster.
  let depths: [Int]
  /// The clusters around each vertex, from the outside in.
  let paths: Buckets<Int>
  /// Where each cluster's ranks stand in a list of all of them, if it began at rank 0.
  let rankOffsets: [Int]
  /// How long that list is.
  let clusterRankCount: Int
  /// The place of each vertex in the order that hints or outlines ask for; empty without.
  let hintedPlaces: [Int?]

  init(_ graph: LayerGraph) {
    self.graph = graph
    let vertexCount = graph.vertices.count
    let (uppers, lowers) = (graph.segments.map(\.upper), graph.segments.map(\.lower))
    above = Buckets(count: vertexCount, keys: lowers, values: uppers)
    below = Buckets(count: vertexCount, keys: uppers, values: lowers)
    var segmentsBelow = [[Int]](repeating: [], count: graph.layers.count)
    for (index, segment) in graph.segments.enumerated() {
      segmentsBelow[graph.vertices[segment.upper].rank].append(index)
    }
    var clustersAcross = [[Int]](repeating: [], count: graph.layers.count)
    var rankOffsets: [Int] = []
    var count = 0
    for (cluster, ranks) in graph.ranked.clusterRanks.enumerated() {
      for rank in ranks.dropLast() { clustersAcross[rank].append(cluster) }
      rankOffsets.append(count - ranks.lowerBound)
      count += ranks.count
    }
    self.segmentsBelow = segmentsBelow
    self.clustersAcross = clustersAcross
    self.rankOffsets = rankOffsets
    clusterRankCount = count
    depths = graph.graph.clusters.indices.map { graph.graph.ancestry(of: $0).count - 1 }
    paths = Buckets(lists: graph.vertices.lazy.map(\.path))
    hintedPlaces = graph.hintedPlaces
  }

  /// What shares ranks, as it was written.
  private(set) lazy var writtenPairs = WrittenPairs(self)

  /// Whether hints or outlines ask for an order of some vertices.
  var hasHints: Bool { !hintedPlaces.isEmpty }

  /// The place of a vertex in the order that hints or outlines ask for.
  func hintedPlace(of vertex: Int) -> Int? {
    vertex < hintedPlaces.count ? hintedPlaces[vertex] : nil
  }

  /// The cluster at a depth around a vertex, if there are so many around it.
  func cluster(around vertex: Int, depth: Int) -> Int? {
    let path = paths.range(of: vertex)
    return depth < path.count ? paths.values[path.lowerBound + depth] : nil
  }

  /// How many clusters are around two vertices in common.
  func commonDepth(_ one: Int, _ other: Int) -> Int {
    var depth = 0
    while let shared = cluster(around: one, depth: depth),
      shared == cluster(around: other, depth: depth)
    { depth += 1 }
    return depth
  }

  /// Where a rank of a cluster stands in the list of all ranks of all clusters.
  func rankIndex(of cluster: Int, at rank: Int) -> Int { rankOffsets[cluster] + rank }
}

extension LayerGraph {
  /// The place of each vertex in the order that hints ask for, or else that outlines have settled;
  /// nil for those without, nothing at all if no vertex has one.
  fileprivate var hintedPlaces: [Int?] {
    if !graph.hints.across.isEmpty {
      // Leaves are the first vertices, in their order.
      return graph.hints.placesAcross(leafCount: graph.leaves.count)
    }
    guard !graph.stubs.isEmpty || graph.edges.contains(where: { $0.place != nil }) else {
      return []
    }
    return vertices.map { vertex in
      switch vertex.kind {
      case .port(let edge, let cluster):
        graph.clusters[cluster].parent == nil ? graph.edges[edge].place : nil
      case .stub(let stub): graph.stubs[stub].place
      case .leaf, .bend, .label, .filler: nil
      }
    }
  }
}
