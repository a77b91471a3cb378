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
    update(layer.indices, depth: 0, at: rank)
  }

  /// Puts other vertices on the places from `start` on, which lie inside a cluster at `depth - 1`.
  mutating func replace(at rank: Int, from start: Int, depth: Int, by vertices: [Int]) {
    for (index, vertex) in vertices.enumerated() { layers[rank][start + index] = vertex }
    update(start..<start + vertices.count, depth: depth, at: rank)
  }

  private mutating func update(_ places: Range<Int>, depth: Int, at rank: Int) {
    for place in places { positions[layers[rank][place]] = place }
    guard !spans.isEmpty else { return }
    var previous: [Int] = []
    for place in places {
      let path = graph.vertices[layers[rank][place]].path
      var level = depth
      while level < path.count {
        let cluster = path[level]
        let index = rank - graph.ranked.clusterRanks[cluster].lowerBound
        let begins = level >= previous.count || previous[level] != cluster
        let first = begins ? place : spans[cluster][index].lowerBound
        spans[cluster][index] = first...place
        level += 1
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

  /// Whether hints ask that something in a block stays left of something in another on their rank.
  func mustStayLeft(_ left: RankBlock, of right: RankBlock, at rank: Int) -> Bool {
    guard !hintedPlaces.isEmpty else { return false }
    let first = left.places.compactMap { hintedPlace(of: layers[rank][$0]) }.min()
    let last = right.places.compactMap { hintedPlace(of: layers[rank][$0]) }.max()
    guard let first, let last else { return false }
    return first < last
  }

  /// Crossings of segments, and `hopCost` for each run through a cluster.
  var cost: Int {
    (0..<max(layers.count - 1, 0)).reduce(0) { $0 + crossings(below: $1) + hops(below: $1) }
  }

  /// The price of all runs through clusters.
  var hops: Int { (0..<max(layers.count - 1, 0)).reduce(0) { $0 + hops(below: $1) } }

  /// The crossings between a rank and the next.
  func crossings(below rank: Int) -> Int {
    var places: [Int] = []
    places.reserveCapacity(neighbors.segmentsBelow[rank].count)
    for vertex in layers[rank] {
      let start = places.count
      for index in neighbors.below.range(of: vertex) {
        places.append(positions[neighbors.below.values[index]])
      }
      if places.count > start + 1 { places[start...].sort() }
    }
    return crossingCount(places, lowerCount: layers[rank + 1].count)
  }

  /// The price of clusters that are run through between a rank and the next.
  func hops(below rank: Int) -> Int {
    let clusters = neighbors.clustersAcross[rank]
    guard !clusters.isEmpty else { return 0 }
    return Self.hopCost * (segmentHops(below: rank) + 10 * clusterHops(below: rank))
  }

  /// How often a segment runs through a cluster: it lies left of it on one rank and right of it on
  /// the other.
  private func segmentHops(below rank: Int) -> Int {
    let spans = neighbors.clustersAcross[rank].map {
      (upper: span(of: $0, at: rank), lower: span(of: $0, at: rank + 1))
    }
    let upperCount = layers[rank].count
    var hops = 0
    // The clusters that end left of each place above, and begin right of the end below.
    var ended = AccumulatorTree(count: layers[rank + 1].count)
    let byEnd = Buckets(
      count: upperCount, spans.map { ($0.upper.upperBound, $0.lower.lowerBound) })
    for place in 0..<upperCount {
      for end in neighbors.below[layers[rank][place]] {
        hops += ended.count(after: positions[end])
      }
      for start in byEnd[place] { ended.add(start) }
    }
    // The same mirrored.
    let lowerCount = layers[rank + 1].count
    var begun = AccumulatorTree(count: lowerCount)
    let byStart = Buckets(
      count: upperCount, spans.map { ($0.upper.lowerBound, $0.lower.upperBound) })
    for place in (0..<upperCount).reversed() {
      for end in neighbors.below[layers[rank][place]] {
        hops += begun.count(after: lowerCount - 1 - positions[end])
      }
      for end in byStart[place] { begun.add(lowerCount - 1 - end) }
    }
    return hops
  }

  /// How many pairs of clusters pass through each other.
  private func clusterHops(below rank: Int) -> Int {
    let spans = neighbors.clustersAcross[rank].map { cluster in
      (upper: span(of: cluster, at: rank), lower: span(of: cluster, at: rank + 1))
    }
    let starts = spans.map { ($0.upper.lowerBound, $0.lower.lowerBound) }.sorted(by: <)
    // Where all begin in the same order, none passes through another.
    if zip(starts, starts.dropFirst()).allSatisfy({ $0.1 <= $1.1 }) { return 0 }
    var hops = 0
    for (index, one) in spans.enumerated() {
      for other in spans[..<index] {
        let sides = (
          side(other.upper.lowerBound, one.upper), side(other.lower.lowerBound, one.lower)
        )
        if sides.0 * sides.1 < 0 { hops += 1 }
      }
    }
    return hops
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
  let above: Buckets<Int>
  /// The same on the rank below.
  let below: Buckets<Int>
  /// The segments between each rank and the next.
  let segmentsBelow: [[Int]]
  /// The clusters that lie on each rank and on the next.
  let clustersAcross: [[Int]]
  /// How many clusters are around each cluster.
  let depths: [Int]

  init(_ graph: LayerGraph) {
    above = Buckets(count: graph.vertices.count, graph.segments.map { ($0.lower, $0.upper) })
    below = Buckets(count: graph.vertices.count, graph.segments.map { ($0.upper, $0.lower) })
    var segmentsBelow = [[Int]](repeating: [], count: graph.layers.count)
    for (index, segment) in graph.segments.enumerated() {
      segmentsBelow[graph.vertices[segment.upper].rank].append(index)
    }
    var clustersAcross = [[Int]](repeating: [], count: graph.layers.count)
    for (cluster, ranks) in graph.ranked.clusterRanks.enumerated() {
      for rank in ranks.dropLast() { clustersAcross[rank].append(cluster) }
    }
    self.segmentsBelow = segmentsBelow
    self.clustersAcross = clustersAcross
    depths = graph.graph.clusters.indices.map { graph.graph.ancestry(of: $0).count - 1 }
  }
}
