import DiagramAlgorithms

/// Orders every rank so that few segments cross and no cluster is run through.
///
/// Several starts, the author's order among them, are swept down and up by barycentres and then
/// sifted.
///
/// - Parameters:
///   - graph: the vertices and segments of every rank.
///   - starts: how many starts, at least 1; large graphs get fewer.
///   - seed: what the random starts are drawn from.
/// - Returns: the different orders that came out, in the order of the starts.
///
/// > Source: Sugiyama, Tagawa, Toda 1981; clusters as blocks after Forster 2002.
func ordered(_ graph: LayerGraph, starts: Int, seed: UInt64) -> [RankOrder] {
  let neighbors = Neighbors(graph)
  guard let memory = OrderMemory.current else {
    return orderedAnew(neighbors, starts: starts, seed: seed)
  }
  let question = OrderMemory.Question(neighbors, starts: starts, seed: seed)
  return memory.orders(of: question, among: neighbors) {
    orderedAnew(neighbors, starts: starts, seed: seed)
  }
}

private func orderedAnew(_ neighbors: Neighbors, starts: Int, seed: UInt64) -> [RankOrder] {
  let graph = neighbors.graph
  var random = SeededGenerator(seed: seed)
  var sifting = Sifting(neighbors)
  var contiguity = Contiguity(neighbors)
  let walked = startingLayers(of: graph, neighbors: neighbors)
  // Who begins or has swept as another did before comes to the same end.
  var (begun, swept): ([[[Int]]], [[[Int]]]) = ([], [])
  var orders: [RankOrder] = []
  // The segments that all starts may have together.
  let work = graph.isLarge ? 6000 : 20_000
  for start in 0..<min(max(starts, 1), 1 + work / (graph.segments.count + 1)) {
    var layers = walked
    if start == 1 { layers = layers.map { $0.reversed() } }
    if start > 1 { for rank in layers.indices { layers[rank].shuffle(using: &random) } }
    if !graph.graph.clusters.isEmpty {
      for rank in layers.indices { contiguity.establish(in: &layers[rank]) }
    }
    guard !begun.contains(layers) else { continue }
    begun.append(layers)
    var order = RankOrder(neighbors, layers: layers)
    sweep(&order)
    guard !swept.contains(order.layers) else { continue }
    swept.append(order.layers)
    sifting.improve(&order, reach: 64, rounds: graph.isLarge ? 4 : 8)
    _ = order.countCost()
    if !orders.contains(where: { $0.layers == order.layers }) { orders.append(order) }
  }
  return asWritten(flipped(orders, with: &sifting), with: &sifting)
}

/// The orders with what stands beside each other as it was written, as far as they are among the best.
private func asWritten(_ orders: [RankOrder], with sifting: inout Sifting) -> [RankOrder] {
  let costs = orders.map(\.cost)
  let promising = orders.indices.sorted { (costs[$0], $0) < (costs[$1], $1) }.prefix(flippedOrders)
  var written = WrittenOrder(orders[0].neighbors)
  var orders = orders
  for index in promising { written.improve(&orders[index], with: &sifting) }
  return different(orders)
}

/// Each order once.
private func different(_ orders: [RankOrder]) -> [RankOrder] {
  var result: [RankOrder] = []
  for order in orders where !result.contains(where: { $0.layers == order.layers }) {
    result.append(order)
  }
  return result
}

/// The orders with groups moved past clusters, as far as they are among the best and the work that
/// all of them may make suffices: that costs more than all the rest.
private func flipped(_ orders: [RankOrder], with sifting: inout Sifting) -> [RankOrder] {
  let flips = ClusterFlips(orders[0].neighbors)
  let costs = orders.map(\.cost)
  let promising = orders.indices.sorted { (costs[$0], $0) < (costs[$1], $1) }.prefix(flippedOrders)
  var orders = orders
  let limit = sifting.work + flippingWork
  for index in promising { flips.improve(&orders[index], with: &sifting, upTo: limit) }
  return different(orders)
}

/// How many of the best orders are changed further.
private let flippedOrders = 4
/// How much is sifted for flips at most, as ``Sifting/work`` counts it.
private let flippingWork = 60_000

/// The vertices of each rank in the order in which a walk along the edges finds them.
private func startingLayers(of graph: LayerGraph, neighbors: Neighbors) -> [[Int]] {
  var layers = [[Int]](repeating: [], count: graph.layers.count)
  var isSeen = [Bool](repeating: false, count: graph.vertices.count)
  for layer in graph.layers {
    for start in layer where !isSeen[start] {
      isSeen[start] = true
      var stack = [start]
      while let vertex = stack.popLast() {
        layers[graph.vertices[vertex].rank].append(vertex)
        for neighbor in neighbors.above[vertex].reversed() where !isSeen[neighbor] {
          isSeen[neighbor] = true
          stack.append(neighbor)
        }
        for neighbor in neighbors.below[vertex].reversed() where !isSeen[neighbor] {
          isSeen[neighbor] = true
          stack.append(neighbor)
        }
      }
    }
  }
  return layers
}

/// Moves the vertices of each cluster on a rank together, to where its first one stands.
private struct Contiguity {
  private let neighbors: Neighbors
  /// Where each vertex stands, and the first vertex of each cluster.
  private var places: [Int]
  private var firstPlaces: [Int]

  init(_ neighbors: Neighbors) {
    self.neighbors = neighbors
    places = [Int](repeating: 0, count: neighbors.graph.vertices.count)
    firstPlaces = [Int](repeating: 0, count: neighbors.graph.graph.clusters.count)
  }

  mutating func establish(in layer: inout [Int]) {
    for (place, vertex) in layer.enumerated().reversed() {
      places[vertex] = place
      for index in neighbors.paths.range(of: vertex) {
        firstPlaces[neighbors.paths.values[index]] = place
      }
    }
    layer.sort { isBefore($0, $1) }
  }

  /// Whether the outermost cluster around a vertex that is not around the other begins before that
  /// of the other; where there is none, the vertex itself counts.
  private func isBefore(_ one: Int, _ other: Int) -> Bool {
    let depth = neighbors.commonDepth(one, other)
    return place(of: one, depth: depth) < place(of: other, depth: depth)
  }

  /// Where the cluster at a depth around a vertex begins, or where the vertex stands if there are
  /// not so many around it.
  private func place(of vertex: Int, depth: Int) -> Int {
    neighbors.cluster(around: vertex, depth: depth).map { firstPlaces[$0] } ?? places[vertex]
  }
}

/// Sweeps down and up until no crossing less came out for a few rounds; keeps the best order.
private func sweep(_ order: inout RankOrder) {
  var bestCost = order.countCost()
  var best = order
  var idle = 0
  var round = 0
  while idle < 4, bestCost > 0, round < 24 {
    let looksUp = round % 2 == 0
    let ranks = order.layers.indices
    for rank in looksUp ? Array(ranks.dropFirst()) : ranks.dropLast().reversed() {
      order.set(BarycenterSort(looksUp: looksUp).sorted(rank, of: order), at: rank)
    }
    let cost = order.countCost()
    if cost < bestCost {
      (best, bestCost, idle) = (order, cost, 0)
    } else {
      idle += 1
    }
    round += 1
  }
  order = best
}
