import DiagramAlgorithms

extension RankOrder {
  /// What it costs that a segment or a cluster runs through another cluster.
  static let hopCost = 1000

  /// The crossings between a rank and the next.
  func crossings(below rank: Int) -> Int {
    let below = neighbors.below
    var places: [Int] = []
    places.reserveCapacity(neighbors.segmentsBelow[rank].count)
    for vertex in layers[rank] {
      let start = places.count
      for index in below.range(of: vertex) { places.append(positions[below.values[index]]) }
      places.sortShort(start..<places.count)
    }
    return crossingCount(places, lowerCount: layers[rank + 1].count)
  }

  /// The price of clusters that are run through between a rank and the next.
  func hops(below rank: Int) -> Int {
    guard !neighbors.clustersAcross[rank].isEmpty else { return 0 }
    let spans = neighbors.clustersAcross[rank].map {
      ClusterSpans(upper: span(of: $0, at: rank), lower: span(of: $0, at: rank + 1))
    }
    let segmentHops =
      spans.count <= Self.fewClusters
      ? fewSegmentHops(below: rank, through: spans) : segmentHops(below: rank, through: spans)
    return Self.hopCost * (segmentHops + 10 * clusterHops(spans))
  }

  /// The price of all runs through clusters.
  var hops: Int { layers.indices.dropLast().reduce(0) { $0 + hops(below: $1) } }

  /// The clusters that segments or other clusters run through; of nested ones only the outermost.
  ///
  /// - Complexity: O(*segments* · *clusters*) of the ranks where that happens.
  var clustersRunThrough: [Int] {
    var found: Set<Int> = []
    for rank in layers.indices.dropLast() where hops(below: rank) > 0 {
      let spans = neighbors.clustersAcross[rank].map {
        (cluster: $0, upper: span(of: $0, at: rank), lower: span(of: $0, at: rank + 1))
      }
      let ways =
        neighbors.segmentsBelow[rank].map {
          (positions[graph.segments[$0].upper], positions[graph.segments[$0].lower])
        } + spans.map { ($0.upper.lowerBound, $0.lower.lowerBound) }
      for one in spans
      where ways.contains(where: { side($0.0, one.upper) * side($0.1, one.lower) < 0 }) {
        found.insert(one.cluster)
      }
    }
    return found.sorted().filter { cluster in
      let around = graph.graph.ancestry(of: graph.graph.clusters[cluster].parent)
      return !around.contains(where: found.contains)
    }
  }

  /// So many clusters are faster looked at one by one than sorted.
  private static let fewClusters = 8

  /// The places of a cluster on a rank and on the next.
  private struct ClusterSpans {
    let upper: ClosedRange<Int>
    let lower: ClosedRange<Int>
  }

  /// What ``segmentHops(below:through:)`` is, segment by segment and cluster by cluster.
  private func fewSegmentHops(below rank: Int, through spans: [ClusterSpans]) -> Int {
    let below = neighbors.below
    var hops = 0
    for (place, vertex) in layers[rank].enumerated() {
      for index in below.range(of: vertex) {
        let end = positions[below.values[index]]
        for span in spans where side(place, span.upper) * side(end, span.lower) < 0 { hops += 1 }
      }
    }
    return hops
  }

  /// How often a segment runs through a cluster: it lies left of it on one rank and right of it on
  /// the other.
  private func segmentHops(below rank: Int, through spans: [ClusterSpans]) -> Int {
    let (upperCount, lowerCount) = (layers[rank].count, layers[rank + 1].count)
    var hops = 0
    // The clusters that end left of each place above, and begin right of the end below.
    var ended = AccumulatorTree(count: lowerCount)
    let byEnd = Buckets(
      count: upperCount, keys: spans.map(\.upper.upperBound), values: spans.map(\.lower.lowerBound))
    for place in 0..<upperCount {
      for index in neighbors.below.range(of: layers[rank][place]) {
        hops += ended.count(after: positions[neighbors.below.values[index]])
      }
      for index in byEnd.range(of: place) { ended.add(byEnd.values[index]) }
    }
    // The same mirrored.
    var begun = AccumulatorTree(count: lowerCount)
    let byStart = Buckets(
      count: upperCount, keys: spans.map(\.upper.lowerBound), values: spans.map(\.lower.upperBound))
    for place in (0..<upperCount).reversed() {
      for index in neighbors.below.range(of: layers[rank][place]) {
        hops += begun.count(after: lowerCount - 1 - positions[neighbors.below.values[index]])
      }
      for index in byStart.range(of: place) { begun.add(lowerCount - 1 - byStart.values[index]) }
    }
    return hops
  }

  /// How many pairs of clusters pass through each other.
  private func clusterHops(_ spans: [ClusterSpans]) -> Int {
    if spans.count > Self.fewClusters {
      let starts = spans.map { ($0.upper.lowerBound, $0.lower.lowerBound) }.sorted(by: <)
      // Where all begin in the same order, none passes through another.
      if zip(starts, starts.dropFirst()).allSatisfy({ $0.1 <= $1.1 }) { return 0 }
    }
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
}

/// -1 left of the span, 1 right of it, 0 inside.
func side(_ position: Int, _ span: ClosedRange<Int>) -> Int {
  position < span.lowerBound ? -1 : position > span.upperBound ? 1 : 0
}
