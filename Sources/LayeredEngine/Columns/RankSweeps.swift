import DiagramAlgorithms
import DiagramGraph
import DiagramModel

/// A first guess at where everything lies across the flow: rank after rank is drawn to its
/// neighbours, each by the best placement of a single rank.
///
/// Clusters are not yet rectangles here; pulls between their ends only bring their ranks together.
///
/// > Source: Sugiyama, Tagawa, Toda 1981; a rank by pooling adjacent violators, Ayer et al. 1955.
struct RankSweeps {
  /// A wish of a vertex: to lie `offset` after another on a neighbouring rank.
  private struct Pull {
    var other: Int
    var offset: Int
    var weight: Int
  }

  private let order: RankOrder
  /// What each vertex keeps from the one on its left.
  private let distances: [Int]
  private let above: Buckets<Pull>
  private let below: Buckets<Pull>
  /// The left limit of each vertex.
  private(set) var places: [Int]

  /// How often all ranks are placed from above and from below, and then between both.
  private static let rounds = 6

  /// - Parameters:
  ///   - order: the vertices of every rank.
  ///   - distances: what each vertex keeps from the one on its left.
  ///   - ports: where on its vertices each segment begins and ends.
  ///   - weights: the price of a unit of deviation, one a segment.
  /// - Complexity: linear.
  init(_ order: RankOrder, distances: [Int], ports: SegmentPorts, weights: [Int]) {
    self.order = order
    self.distances = distances
    let segments = order.graph.segments
    var pulls = segments.indices.map {
      (
        upper: segments[$0].upper, lower: segments[$0].lower,
        offset: ports.upper[$0] - ports.lower[$0], weight: weights[$0]
      )
    }
    for (rank, clusters) in order.neighbors.clustersAcross.enumerated() {
      for cluster in clusters {
        let spans = (order.span(of: cluster, at: rank), order.span(of: cluster, at: rank + 1))
        for (one, other) in [
          (spans.0.lowerBound, spans.1.lowerBound), (spans.0.upperBound, spans.1.upperBound),
        ] {
          pulls.append(
            (order.layers[rank][one], order.layers[rank + 1][other], 0, ColumnWeight.clusterWidth))
        }
      }
    }
    let count = order.graph.vertices.count
    above = Buckets(
      count: count,
      pulls.map { ($0.lower, Pull(other: $0.upper, offset: $0.offset, weight: $0.weight)) })
    below = Buckets(
      count: count,
      pulls.map { ($0.upper, Pull(other: $0.lower, offset: -$0.offset, weight: $0.weight)) })
    places = [Int](repeating: 0, count: count)
    for rank in order.layers.indices { place(rank, looksUp: true, looksDown: false) }
    for looksBothWays in [false, true] {
      for _ in 0..<Self.rounds {
        for rank in order.layers.indices.reversed() {
          place(rank, looksUp: looksBothWays, looksDown: true)
        }
        for rank in order.layers.indices { place(rank, looksUp: true, looksDown: looksBothWays) }
      }
    }
  }

  /// Vertices of a rank that touch each other and are therefore placed together.
  private struct Pool {
    var first: Int
    var weight: Int
    /// The weighted sum of where its vertices want the beginning of the rank.
    var sum: Int
    var place: Int { sum >= 0 ? sum / weight : -((weight - 1 - sum) / weight) }
  }

  private mutating func place(_ rank: Int, looksUp: Bool, looksDown: Bool) {
    let layer = order.layers[rank]
    var pools: [Pool] = []
    var offset = 0
    for (index, vertex) in layer.enumerated() {
      offset += distances[vertex]
      var pool = Pool(first: index, weight: 1, sum: places[vertex] - offset)
      if looksUp { add(above[vertex], offset: offset, to: &pool) }
      if looksDown { add(below[vertex], offset: offset, to: &pool) }
      while let last = pools.last, last.place >= pool.place {
        pools.removeLast()
        pool = Pool(
          first: last.first, weight: last.weight + pool.weight, sum: last.sum + pool.sum)
      }
      pools.append(pool)
    }
    var next = 0
    var place = 0
    offset = 0
    for (index, vertex) in layer.enumerated() {
      if next < pools.count, pools[next].first == index {
        place = pools[next].place
        next += 1
      }
      offset += distances[vertex]
      places[vertex] = place + offset
    }
  }

  private func add(_ pulls: ArraySlice<Pull>, offset: Int, to pool: inout Pool) {
    for pull in pulls {
      pool.weight += 16 * pull.weight
      pool.sum += 16 * pull.weight * (places[pull.other] + pull.offset - offset)
    }
  }
}

extension ColumnAssignment {
  /// What each vertex keeps from the one on its left, with the outlines that lie between.
  var distances: [Int] {
    var distances = [Int](repeating: 0, count: graph.vertices.count)
    for layer in order.layers {
      for place in layer.indices.dropFirst() {
        let (left, right) = (layer[place - 1], layer[place])
        let common = order.neighbors.commonDepth(left, right)
        distances[right] =
          graph.vertices[left].size.width + gap(between: left, and: right, common: common)
          + inset(of: left, common: common, side: \.right)
          + inset(of: right, common: common, side: \.left)
      }
    }
    return distances
  }

  /// How far a vertex lies inside the outermost cluster around it that is not a common one.
  private func inset(of vertex: Int, common: Int, side: KeyPath<Insets, Int>) -> Int {
    let clusters = graph.vertices[vertex].path.dropFirst(common)
    guard let inner = clusters.last else { return 0 }
    let insets = clusters.dropLast().reduce(0) {
      $0 + graph.graph.clusters[$1].insets[keyPath: side]
    }
    return insets
      + (graph.isLeaf(vertex) ? graph.graph.clusters[inner].insets[keyPath: side] : spacing.edges)
  }

  /// A value for each variable: outlines lie around what is in them.
  func withOutlines(_ lefts: [Int]) -> [Int] {
    var values = lefts
    for _ in graph.graph.clusters { values += [Int.max, Int.min] }
    for (vertex, value) in graph.vertices.enumerated() {
      guard let cluster = value.path.last else { continue }
      let insets = graph.graph.clusters[cluster].insets
      let isLeaf = graph.isLeaf(vertex)
      values[leftOutline(cluster)] = min(
        values[leftOutline(cluster)], values[vertex] - (isLeaf ? insets.left : spacing.edges))
      values[rightOutline(cluster)] = max(
        values[rightOutline(cluster)],
        values[vertex] + value.size.width + (isLeaf ? insets.right : spacing.edges))
    }
    for (index, cluster) in graph.graph.clusters.enumerated().reversed() {
      guard let parent = cluster.parent else { continue }
      let insets = graph.graph.clusters[parent].insets
      values[leftOutline(parent)] = min(
        values[leftOutline(parent)], values[leftOutline(index)] - insets.left)
      values[rightOutline(parent)] = max(
        values[rightOutline(parent)], values[rightOutline(index)] + insets.right + cluster.loopRoom)
    }
    return values
  }
}
