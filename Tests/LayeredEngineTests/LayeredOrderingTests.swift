import DiagramModel
import TestSupport
import Testing

@testable import LayeredEngine

/// What the ordering counts along the way, beside what it would count from scratch.
@Suite struct LayeredOrderingTests {
  private static let seeds = UInt64(0)..<15

  /// Some order of a graph in which every cluster is contiguous, and some ranks turned round.
  private func disturbed(_ graph: NestedGraph, seed: UInt64) -> RankOrder {
    var random = SeededGenerator(seed: seed)
    var order = ordered(LayerGraph(graph.ranked), starts: 1, seed: seed)[0]
    turn(&order, using: &random)
    return order
  }

  private func turn(_ order: inout RankOrder, using random: inout SeededGenerator) {
    for rank in order.layers.indices where Bool.random(using: &random) {
      order.set(order.layers[rank].reversed(), at: rank)
    }
  }

  /// The same order without anything remembered.
  private func forgetful(_ order: RankOrder) -> RankOrder {
    RankOrder(order.neighbors, layers: order.layers)
  }

  /// Boxes on one rank below another box, written in the order of these numbers.
  private func fan(written: [Int]) -> RankOrder {
    var graph = NestedGraph(
      leaves: [NestedGraph.Leaf(size: Size(width: 40, height: 40), loopRoom: 0, cluster: nil)],
      clusters: [], edges: [])
    for (index, place) in written.enumerated() {
      graph.leaves.append(
        NestedGraph.Leaf(
          size: Size(width: 40, height: 40), loopRoom: 0, cluster: nil, written: place))
      graph.edges.append(
        NestedGraph.Edge(source: .leaf(0), target: .leaf(index + 1), labelSize: nil))
    }
    let layers = LayerGraph(graph.ranked)
    return RankOrder(Neighbors(layers), layers: layers.layers)
  }

  @Test func equalPlacesAreTakenAsWritten() {
    var order = fan(written: [3, 1, 2])
    var sifting = Sifting(order.neighbors)
    sifting.improve(&order, reach: 3, rounds: 4)
    #expect(order.layers[1] == [2, 3, 1])
  }

  @Test(arguments: seeds) func costsKeptOverChangesAreThoseCountedAnew(seed: UInt64) {
    for graph in [NestedGraph.random(seed: seed), .striped(seed: seed)] {
      var random = SeededGenerator(seed: seed)
      var order = disturbed(graph, seed: seed)
      var sifting = Sifting(order.neighbors)
      for _ in 0..<4 {
        turn(&order, using: &random)
        #expect(order.countCost() == forgetful(order).cost)
        sifting.improve(&order, reach: 3, rounds: 1)
        #expect(order.cost == forgetful(order).cost)
        for (cluster, ranks) in order.graph.ranked.clusterRanks.enumerated() {
          for rank in ranks {
            let anew = forgetful(order).span(of: cluster, at: rank)
            #expect(order.span(of: cluster, at: rank) == anew)
          }
        }
      }
    }
  }

  @Test(arguments: seeds) func ranksLeftAloneWouldNotHaveChanged(seed: UInt64) {
    for graph in [NestedGraph.random(seed: seed), .striped(seed: seed)] {
      var random = SeededGenerator(seed: seed)
      var order = disturbed(graph, seed: seed)
      var sifting = Sifting(order.neighbors)
      sifting.improve(&order, reach: 64, rounds: 8)
      let rank = Int.random(in: order.layers.indices, using: &random)
      order.set(order.layers[rank].reversed(), at: rank)
      var anew = forgetful(order)
      sifting.improve(&order, reach: 16, rounds: 2)
      sifting.improve(&anew, reach: 16, rounds: 2)
      #expect(order.layers == anew.layers)
    }
  }

  /// Nested clusters are left out: what runs through the inner ones is not looked at in a pass.
  @Test(arguments: seeds) func siftingLeavesNoBlockThatGainsByMoving(seed: UInt64) {
    for graph in [NestedGraph.random(seed: seed), .striped(seed: seed)]
    where graph.clusters.allSatisfy({ $0.parent == nil }) {
      var order = disturbed(graph, seed: seed)
      var sifting = Sifting(order.neighbors)
      sifting.improve(&order, reach: 64, rounds: 100)
      let cost = order.cost
      for rank in order.layers.indices {
        for layer in moves(order.layers[rank].indices, depth: 0, rank: rank, of: order) {
          var changed = forgetful(order)
          changed.set(layer, at: rank)
          #expect(changed.cost >= cost)
        }
      }
    }
  }

  /// The rank after each move of a block, and of a block inside one.
  private func moves(_ places: Range<Int>, depth: Int, rank: Int, of order: RankOrder) -> [[Int]] {
    let layer = order.layers[rank]
    let blocks = order.blocks(in: places, depth: depth, rank: rank)
    var found: [[Int]] = []
    for from in blocks.indices {
      for to in blocks.indices where to != from {
        var sequence = blocks
        sequence.insert(sequence.remove(at: from), at: to)
        found.append(
          layer[..<places.lowerBound] + sequence.flatMap { layer[$0.places] }
            + layer[places.upperBound...])
      }
      if blocks[from].cluster != nil {
        found += moves(blocks[from].places, depth: depth + 1, rank: rank, of: order)
      }
    }
    return found
  }

  @Test(arguments: seeds) func flipsLowerTheCostWithinTheirWork(seed: UInt64) {
    for graph in [NestedGraph.random(seed: seed), .striped(seed: seed)] {
      let order = disturbed(graph, seed: seed)
      let flips = ClusterFlips(order.neighbors)
      var sifting = Sifting(order.neighbors)
      var (idle, flipped) = (order, order)
      flips.improve(&idle, with: &sifting, upTo: 0)
      #expect(idle.layers == order.layers)
      flips.improve(&flipped, with: &sifting, upTo: 10_000)
      #expect(flipped.cost <= order.cost)
      #expect(flipped.cost == forgetful(flipped).cost)
    }
  }

  /// With sizes that differ, so that only what orders depend on may be the same.
  @Test(arguments: seeds) func rememberedOrdersAreThoseThatWouldBeFound(seed: UInt64) {
    let small = NestedGraph.random(seed: seed)
    var large = small
    for leaf in large.leaves.indices { large.leaves[leaf].size.width += 200 }
    var written = small
    for leaf in written.leaves.indices { written.leaves[leaf].written = -leaf }
    let layers = { (graph: NestedGraph, starts: Int) in
      ordered(LayerGraph(graph.ranked), starts: starts, seed: seed).map(\.layers)
    }
    let plain = [small, large, written].map { layers($0, 4) } + [layers(small, 1)]
    let remembered = OrderMemory.$current.withValue(OrderMemory()) {
      [small, large, written].map { layers($0, 4) } + [layers(small, 1)]
    }
    #expect(remembered == plain)
  }
}
