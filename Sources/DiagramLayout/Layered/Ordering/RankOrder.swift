/// An order of the vertices on every rank, in which each cluster is contiguous.
struct RankOrder {
  let graph: LayerGraph
  let neighbors: Neighbors
  /// The vertices of each rank from left to right.
  private(set) var layers: [[Int]]
  /// The place of each vertex on its rank.
  private(set) var positions: [Int]
  /// The places of each cluster on each of its ranks.
  private var spans: [[ClosedRange<Int>]]
  /// The place of each vertex in the order that hints ask for; nil for those without.
  private let hintedPlaces: [Int?]
  /// What it costs that a segment or a cluster runs through another cluster.
  static let hopCost = 1000

  init(_ graph: LayerGraph, neighbors: Neighbors, layers: [[Int]]) {
    self.graph = graph
    self.neighbors = neighbors
    self.layers = layers
    positions = [Int](repeating: 0, count: graph.vertices.count)
    let leafCount = graph.graph.leaves.count
    hintedPlaces =
      graph.graph.hints.across.isEmpty
      ? [] : graph.graph.hints.placesAcross(leafCount: leafCount)
    spans = graph.ranked.clusterRanks.map { [ClosedRange<Int>](repeating: 0...0, count: $0.count) }
    for (rank, layer) in layers.enumerated() { set(layer, at: rank) }
  }

  /// Orders a rank, apart from the hinted ones: they share their places in the order of the hints.
  mutating func set(_ layer: [Int], at rank: Int) {
    let layer = hintedPlaces.isEmpty ? layer : hinted(layer)
    layers[rank] = layer
    for (position, vertex) in layer.enumerated() { positions[vertex] = position }
    guard !spans.isEmpty else { return }
    var previous: [Int] = []
    for (position, vertex) in layer.enumerated() {
      let path = graph.vertices[vertex].path
      for (depth, cluster) in path.enumerated() {
        let index = rank - graph.ranked.clusterRanks[cluster].lowerBound
        let begins = depth >= previous.count || previous[depth] != cluster
        let first = begins ? position : spans[cluster][index].lowerBound
        spans[cluster][index] = first...position
      }
      previous = path
    }
  }

  private func hinted(_ layer: [Int]) -> [Int] {
    let slots = layer.indices.filter { hintedPlace(of: layer[$0]) != nil }
    let sorted = slots.map { layer[$0] }.sorted {
      (hintedPlace(of: $0) ?? 0) < (hintedPlace(of: $1) ?? 0)
    }
    var layer = layer
    for (slot, vertex) in zip(slots, sorted) { layer[slot] = vertex }
    return layer
  }

  /// Leaves are the first vertices, in their order.
  private func hintedPlace(of vertex: Int) -> Int? {
    vertex < hintedPlaces.count ? hintedPlaces[vertex] : nil
  }

  /// Whether hints ask that a vertex stays left of another on its rank.
  func mustStayLeft(_ left: Int, of right: Int) -> Bool {
    guard let one = hintedPlace(of: left), let other = hintedPlace(of: right) else { return false }
    return one < other
  }

  /// Crossings of segments, and `hopCost` for each run through a cluster.
  var cost: Int {
    (0..<max(layers.count - 1, 0)).reduce(0) { $0 + crossings(below: $1) + hops(below: $1) }
  }

  /// The crossings between a rank and the next.
  func crossings(below rank: Int) -> Int {
    let segments = neighbors.segmentsBelow[rank].map {
      (upper: positions[graph.segments[$0].upper], lower: positions[graph.segments[$0].lower])
    }
    return crossingCount(segments, lowerCount: layers[rank + 1].count)
  }

  /// The price of clusters that are run through between a rank and the next.
  func hops(below rank: Int) -> Int {
    let spans = neighbors.clustersAcross[rank].map { cluster in
      (cluster, span(of: cluster, at: rank), span(of: cluster, at: rank + 1))
    }
    var cost = 0
    for (index, one) in spans.enumerated() {
      for segment in neighbors.segmentsBelow[rank] {
        let upper = positions[graph.segments[segment].upper]
        let lower = positions[graph.segments[segment].lower]
        if side(upper, one.1) * side(lower, one.2) < 0 { cost += Self.hopCost }
      }
      for other in spans[..<index] {
        let before = side(other.1.lowerBound, one.1) * side(other.2.lowerBound, one.2)
        if before < 0 { cost += Self.hopCost * 10 }
      }
    }
    return cost
  }

  /// The places of a cluster on one of its ranks.
  func span(of cluster: Int, at rank: Int) -> ClosedRange<Int> {
    spans[cluster][rank - graph.ranked.clusterRanks[cluster].lowerBound]
  }
}

/// -1 left of the span, 1 right of it, 0 inside.
func side(_ position: Int, _ span: ClosedRange<Int>) -> Int {
  position < span.lowerBound ? -1 : position > span.upperBound ? 1 : 0
}

/// What never changes while the order does.
struct Neighbors {
  /// The vertices that a vertex is joined to on the rank above; one entry a segment.
  let above: [[Int]]
  /// The same on the rank below.
  let below: [[Int]]
  /// The segments between each rank and the next.
  let segmentsBelow: [[Int]]
  /// The clusters that lie on each rank and on the next.
  let clustersAcross: [[Int]]
  /// How many clusters are around each cluster.
  let depths: [Int]

  init(_ graph: LayerGraph) {
    var above = [[Int]](repeating: [], count: graph.vertices.count)
    var below = above
    var segmentsBelow = [[Int]](repeating: [], count: graph.layers.count)
    for (index, segment) in graph.segments.enumerated() {
      below[segment.upper].append(segment.lower)
      above[segment.lower].append(segment.upper)
      segmentsBelow[graph.vertices[segment.upper].rank].append(index)
    }
    var clustersAcross = [[Int]](repeating: [], count: graph.layers.count)
    for (cluster, ranks) in graph.ranked.clusterRanks.enumerated() {
      for rank in ranks.dropLast() { clustersAcross[rank].append(cluster) }
    }
    self.above = above
    self.below = below
    self.segmentsBelow = segmentsBelow
    self.clustersAcross = clustersAcross
    depths = graph.graph.clusters.indices.map { graph.graph.ancestry(of: $0).count - 1 }
  }
}
