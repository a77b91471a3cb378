import DiagramAlgorithms
import DiagramModel
import TestSupport
import Testing

@testable import LayeredEngine

@Suite struct LayeredPhaseTests {
  @Test(arguments: UInt64(0)..<150)
  func edgesWithoutTheBackwardOnesCloseNoCircle(seed: UInt64) {
    let graph = NestedGraph.random(seed: seed)
    let variables = RankVariables(graph)
    var arcs = variables.containment(in: graph)
    for (edge, course) in zip(graph.edges, courses(of: graph)) where course != .sideways {
      arcs.append(
        course == .forward
          ? variables.ends(from: edge.source, to: edge.target, in: graph)
          : variables.ends(from: edge.target, to: edge.source, in: graph))
    }
    #expect(topologicalOrder(nodeCount: variables.count, arcs: arcs) != nil)
  }

  @Test func circleIsCutWhereItRunsAgainstTheAuthorsOrder() {
    let leaf = NestedGraph.Leaf(size: Size(width: 40, height: 40), loopRoom: 0, cluster: nil)
    func edge(_ source: Int, _ target: Int) -> NestedGraph.Edge {
      NestedGraph.Edge(source: .leaf(source), target: .leaf(target), labelSize: nil)
    }
    let graph = NestedGraph(
      leaves: [leaf, leaf, leaf], clusters: [], edges: [edge(2, 0), edge(0, 1), edge(1, 2)])
    let written = NestedGraph(
      leaves: graph.leaves, clusters: [], edges: [edge(0, 1), edge(1, 2), edge(2, 0)])
    #expect(courses(of: written) == [.forward, .forward, .backward])
    #expect(courses(of: graph).count { $0 == .backward } == 1)
  }

  /// A state machine: to begin at “picking” would save one backward edge of three, and lead away from
  /// where its author begins.
  @Test func circlesBeginWhereTheAuthorBegins() {
    let leaf = NestedGraph.Leaf(size: Size(width: 40, height: 40), loopRoom: 0, cluster: nil)
    // Draft, submitted, paid, picking, shipped, returned, cancelled.
    let written = [
      (0, 1), (1, 0), (1, 2), (2, 3), (3, 4), (4, 5), (5, 2), (3, 2), (1, 6), (2, 6), (5, 6),
    ]
    let graph = NestedGraph(
      leaves: Array(repeating: leaf, count: 7), clusters: [],
      edges: written.map {
        NestedGraph.Edge(source: .leaf($0), target: .leaf($1), labelSize: nil)
      })
    let backward = courses(of: graph).indices.filter { courses(of: graph)[$0] == .backward }
    #expect(backward == [1, 6, 7])
  }

  @Test(arguments: UInt64(0)..<150)
  func edgesPointToLaterRanksAndClustersHoldTheirLeaves(seed: UInt64) {
    let graph = NestedGraph.random(seed: seed)
    for keepsApart in [false, true] {
      let ranked = ranked(graph, courses: courses(of: graph), keepsClustersApart: keepsApart)
      for (leaf, value) in graph.leaves.enumerated() {
        for cluster in graph.ancestry(of: value.cluster) {
          #expect(ranked.clusterRanks[cluster].contains(ranked.leafRanks[leaf]))
        }
      }
      for (index, edge) in graph.edges.enumerated() where ranked.courses[index] != .sideways {
        guard case .leaf(let upper) = ranked.ends(of: index).upper,
          case .leaf(let lower) = ranked.ends(of: index).lower
        else { continue }
        let least = edge.labelSize == nil ? 1 : 2
        #expect(ranked.leafRanks[upper] + least <= ranked.leafRanks[lower])
      }
    }
  }

  @Test(arguments: UInt64(0)..<150)
  func theLongestWayIsTheMainOne(seed: UInt64) {
    let graph = LayerGraph(NestedGraph.random(seed: seed).ranked)
    let ends = graph.chains.map { [$0[0], $0[$0.count - 1]] }
    let joined = ends.indices.filter { ends[$0].allSatisfy(graph.isLeaf) }
    /// How long the longest way is that leads on from a box, by trying all.
    func longest(from box: Int, _ end: Int) -> Int {
      joined.filter { ends[$0][end] == box }.map { longest(from: ends[$0][1 - end], end) + 1 }.max()
        ?? 0
    }
    let isMain = graph.mainEdges
    for edge in graph.chains.indices {
      let wins = [0, 1].contains { end in
        let others = joined.filter { $0 != edge && ends[$0][end] == ends[edge][end] }
        let length = longest(from: ends[edge][1 - end], end)
        return !others.isEmpty
          && others.allSatisfy { longest(from: ends[$0][1 - end], end) < length }
      }
      #expect(isMain[edge] == (joined.contains(edge) && wins))
    }
  }

  @Test(arguments: UInt64(0)..<150)
  func segmentsJoinNeighbouringRanksAndClustersStandOnAllOfTheirRanks(seed: UInt64) {
    for leavesEarly in [false, true] {
      let graph = LayerGraph(NestedGraph.random(seed: seed).ranked, leavesEarly: leavesEarly)
      for segment in graph.segments {
        #expect(graph.vertices[segment.upper].rank + 1 == graph.vertices[segment.lower].rank)
      }
      for (cluster, ranks) in graph.ranked.clusterRanks.enumerated() {
        for rank in ranks {
          #expect(graph.layers[rank].contains { graph.vertices[$0].path.contains(cluster) })
        }
      }
    }
  }

  @Test(arguments: UInt64(0)..<60)
  func clustersAreContiguousOnEveryRankAndNothingRunsThroughThem(seed: UInt64) {
    let graph = LayerGraph(NestedGraph.random(seed: seed).ranked)
    for order in ordered(graph, starts: 3, seed: seed) {
      for (layer, written) in zip(order.layers, graph.layers) {
        #expect(layer.sorted() == written.sorted())
        for cluster in graph.graph.clusters.indices {
          let places = layer.indices.filter { graph.vertices[layer[$0]].path.contains(cluster) }
          #expect(places.count == (places.last ?? 0) - (places.first ?? 1) + 1)
        }
      }
    }
  }

  @Test(arguments: UInt64(0)..<100)
  func crossingsAreCountedAsPairByPair(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let segments = (0..<Int.random(in: 0...20, using: &random)).map { _ in
      (upper: Int.random(in: 0..<8, using: &random), lower: Int.random(in: 0..<8, using: &random))
    }
    var pairs = 0
    for (index, one) in segments.enumerated() {
      for other in segments[..<index]
      where (one.upper - other.upper) * (one.lower - other.lower) < 0 {
        pairs += 1
      }
    }
    let sorted = segments.sorted { ($0.upper, $0.lower) < ($1.upper, $1.lower) }
    #expect(crossingCount(sorted.map(\.lower), lowerCount: 8) == pairs)
  }

  @Test(arguments: UInt64(0)..<40)
  func smallGraphsCrossNoMoreThanInTheBestOfAllOrders(seed: UInt64) {
    let graph = twoRanks(seed: seed)
    let layerGraph = LayerGraph(graph.ranked)
    let neighbors = Neighbors(layerGraph)
    var least = Int.max
    for upper in permutations(layerGraph.layers[0]) {
      for lower in permutations(layerGraph.layers[1]) {
        let order = RankOrder(neighbors, layers: [upper, lower])
        least = min(least, order.cost)
      }
    }
    #expect(ordered(layerGraph, starts: 8, seed: 1).map(\.cost).min() == least)
  }

  /// Four boxes above four, each box joined to some of the other rank.
  private func twoRanks(seed: UInt64) -> NestedGraph {
    var random = SeededGenerator(seed: seed)
    let leaf = NestedGraph.Leaf(size: Size(width: 40, height: 40), loopRoom: 0, cluster: nil)
    var graph = NestedGraph(
      leaves: [NestedGraph.Leaf](repeating: leaf, count: 8), clusters: [], edges: [])
    for index in 0..<10 {
      let pair =
        index < 4
        ? (index, index + 4)
        : (Int.random(in: 0..<4, using: &random), Int.random(in: 4..<8, using: &random))
      graph.edges.append(
        NestedGraph.Edge(source: .leaf(pair.0), target: .leaf(pair.1), labelSize: nil))
    }
    return graph
  }

  private func permutations(_ values: [Int]) -> [[Int]] {
    guard values.count > 1 else { return [values] }
    return values.indices.flatMap { index in
      var rest = values
      let first = rest.remove(at: index)
      return permutations(rest).map { [first] + $0 }
    }
  }

  @Test(arguments: UInt64(0)..<100)
  func piecesOnTracksKeepTheirDistance(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let count = Int.random(in: 1...9, using: &random)
    let uppers = (0..<count).map { $0 * 10 + Int.random(in: 0...3, using: &random) * 10 * count }
    let lowers = (0..<count).map { $0 * 10 + Int.random(in: 0...3, using: &random) * 10 * count }
    let ends = zip(Set(uppers).sorted().shuffled(using: &random), Set(lowers).sorted())
      .enumerated().map { (segment: $0.offset, upper: $0.element.0, lower: $0.element.1) }
    let gap = routed(ends, distance: 10)
    for (index, one) in gap.pieces.enumerated() {
      #expect(one.track >= 0 && one.track < gap.trackCount)
      for other in gap.pieces[..<index] where one.segment != other.segment {
        if one.track == other.track {
          #expect(
            one.span.upperBound + 10 <= other.span.lowerBound
              || other.span.upperBound + 10 <= one.span.lowerBound)
        }
        // The lower part of the upper piece and the upper part of the lower one.
        if one.track <= other.track, isContinued(other, above: true, gap) == false {
          #expect(abs(one.to - other.from) >= 10 || isContinued(one, above: false, gap))
        }
      }
    }
    for end in ends where end.upper != end.lower {
      let pieces = gap.pieces.filter { $0.segment == end.segment }
      #expect(pieces.first?.from == end.upper && pieces.last?.to == end.lower)
      #expect(
        zip(pieces, pieces.dropFirst()).allSatisfy { $0.to == $1.from && $0.track < $1.track })
    }
  }

  /// Whether a piece is one of several of its segment and ends, on the side asked for, at another.
  private func isContinued(_ piece: GapRouting.Piece, above: Bool, _ gap: GapRouting) -> Bool {
    let pieces = gap.pieces.filter { $0.segment == piece.segment }
    return above ? pieces.first != piece : pieces.last != piece
  }
}
