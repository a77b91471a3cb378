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
  var random = RepeatableGenerator(seed: seed)
  var sifting = Sifting(neighbors)
  var orders: [RankOrder] = []
  // The segments that all starts may have together.
  let work = graph.isLarge ? 6000 : 20_000
  for start in 0..<min(max(starts, 1), 1 + work / (graph.segments.count + 1)) {
    var layers = startingLayers(of: graph, neighbors: neighbors)
    if start == 1 { layers = layers.map { $0.reversed() } }
    if start > 1 { for rank in layers.indices { layers[rank].shuffle(using: &random) } }
    layers = layers.map { contiguous($0, in: graph) }
    var order = RankOrder(neighbors, layers: layers)
    sweep(&order)
    sifting.improve(&order, reach: 64, rounds: graph.isLarge ? 4 : 8)
    _ = order.countCost()
    if !orders.contains(where: { $0.layers == order.layers }) { orders.append(order) }
  }
  return flipped(orders, with: &sifting)
}

/// The orders with groups moved past clusters, as far as they are among the best: that costs more
/// than all the rest.
private func flipped(_ orders: [RankOrder], with sifting: inout Sifting) -> [RankOrder] {
  let flips = ClusterFlips(orders[0].neighbors)
  let costs = orders.map(\.cost)
  let promising = orders.indices.sorted { (costs[$0], $0) < (costs[$1], $1) }.prefix(flippedOrders)
  var result: [RankOrder] = []
  for (index, order) in orders.enumerated() {
    var order = order
    if promising.contains(index) { flips.improve(&order, with: &sifting) }
    if !result.contains(where: { $0.layers == order.layers }) { result.append(order) }
  }
  return result
}

private let flippedOrders = 4

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
        for around in [neighbors.above[vertex], neighbors.below[vertex]] {
          for neighbor in around.reversed() where !isSeen[neighbor] {
            isSeen[neighbor] = true
            stack.append(neighbor)
          }
        }
      }
    }
  }
  return layers
}

/// The layer with the vertices of each cluster moved together, to where its first one stands.
private func contiguous(_ layer: [Int], in graph: LayerGraph) -> [Int] {
  func grouped(_ vertices: [Int], depth: Int) -> [Int] {
    var groups: [[Int]] = []
    var groupOfCluster: [Int: Int] = [:]
    for vertex in vertices {
      let path = graph.vertices[vertex].path
      guard path.count > depth else {
        groups.append([vertex])
        continue
      }
      if let group = groupOfCluster[path[depth]] {
        groups[group].append(vertex)
      } else {
        groupOfCluster[path[depth]] = groups.count
        groups.append([vertex])
      }
    }
    return groups.flatMap { $0.count > 1 ? grouped($0, depth: depth + 1) : $0 }
  }
  return graph.graph.clusters.isEmpty ? layer : grouped(layer, depth: 0)
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

/// A small generator of repeatable random numbers.
///
/// > Source: SplitMix64, Steele, Lea, Flood 2014.
struct RepeatableGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }
}
