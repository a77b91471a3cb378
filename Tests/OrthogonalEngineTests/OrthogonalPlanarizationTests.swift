import DiagramAlgorithms
import DiagramGraph
import DiagramModel
import Testing

@testable import OrthogonalEngine

@Suite struct OrthogonalPlanarizationTests {
  private let planarizer = Planarizer(permutations: 2, patience: 3, seed: 7)

  /// The pieces of a nested graph as clustered graphs, as the engine sees them.
  private func clusteredGraphs(seed: UInt64) -> [ClusteredGraph] {
    let graph = OrthogonalRandomGraphs.nested(seed: seed)
    let layout = PieceLayout(
      graph: graph, decomposition: Decomposition(of: graph), spacing: .init(),
      planarizer: planarizer, outerFaces: 1, direction: .down)
    return layout.decomposition.pieces.flatMap { $0 }.filter { !$0.edges.isEmpty }
      .map { PieceParts(piece: $0, in: layout).clusters }
  }

  private func expectSound(_ plan: Planarization) {
    let map = plan.map
    let vertexCount = map.vertices.count { $0 != .none }
    let edgeCount = map.strand.count { $0 >= 0 }
    #expect(plan.isConnected)
    #expect(vertexCount - edgeCount + max(PlanarFaces(of: map).count, 1) == 2)
    for vertex in map.vertices.indices where map.vertices[vertex] == .crossing {
      let strands = map.darts(around: vertex).map { map.strand[$0 >> 1] }
      #expect(strands.count == 4 && strands[0] == strands[2] && strands[1] == strands[3])
      #expect(strands[0] != strands[1])
    }
    for strand in plan.graph.strands.indices { expectWay(of: strand, in: plan) }
  }

  /// From its source to its target, through each border that it must cross and through no other.
  private func expectWay(of strand: Int, in plan: Planarization) {
    let chain = plan.chain(of: strand)
    guard let first = chain.first, let last = chain.last else {
      Issue.record("strand \(strand) is missing")
      return
    }
    let vertex = { (end: ClusteredGraph.End) in
      switch end {
      case .node(let node): PlanarMap.Vertex.node(node)
      case .container(let container): PlanarMap.Vertex.border(container)
      }
    }
    #expect(plan.map.vertices[plan.map.tail[first]] == vertex(plan.graph.strands[strand].source))
    #expect(plan.map.vertices[plan.map.head(last)] == vertex(plan.graph.strands[strand].target))
    let crossed = chain.dropLast().compactMap { dart -> Int? in
      if case .border(let container) = plan.map.vertices[plan.map.head(dart)] {
        container
      } else {
        nil
      }
    }
    let (left, entered) = plan.graph.borders(of: strand)
    #expect(crossed == left + entered)
  }

  @Test(arguments: UInt64(0)..<60)
  func drawsEveryStrandOfAFlatGraphOnce(seed: UInt64) {
    let graph = OrthogonalRandomGraphs.flat(nodeCount: 14, edgeCount: 26, seed: seed)
    expectSound(planarizer.planarize(graph))
  }

  @Test(arguments: UInt64(0)..<150)
  func crossesBordersAtMostOnceAndOnlyIfItMust(seed: UInt64) {
    for graph in clusteredGraphs(seed: seed) { expectSound(planarizer.planarize(graph)) }
  }

  @Test(arguments: UInt64(0)..<40)
  func aBoxAddedToAGraphWithoutCrossingsChangesNothingAroundTheOthers(seed: UInt64) {
    let planarizer = Planarizer(permutations: 2, patience: 3, seed: LayoutRequest.firstSeed)
    let old = planarizer.planarize(flat(12, tree(12, seed: seed)))
    let new = planarizer.planarize(flat(13, tree(12, seed: seed) + [(0, 12)]))
    for node in 0..<12 {
      #expect(strands(around: node, in: old) == strands(around: node, in: new).filter { $0 < 11 })
    }
  }

  private func tree(_ nodeCount: Int, seed: UInt64) -> [(Int, Int)] {
    OrthogonalRandomGraphs.simpleEdges(nodeCount: nodeCount, edgeCount: 0, seed: seed)
  }

  /// The strands around a node clockwise, the first written one first.
  private func strands(around node: Int, in plan: Planarization) -> [Int] {
    guard let vertex = plan.map.vertices.firstIndex(of: .node(node)) else { return [] }
    let strands = plan.map.darts(around: vertex).map { plan.map.strand[$0 >> 1] }
    guard let least = strands.min(), let first = strands.firstIndex(of: least) else { return [] }
    return Array(strands[first...] + strands[..<first])
  }

  @Test(arguments: UInt64(0)..<40)
  func takingOutAndPuttingInKeepsTheMapSound(seed: UInt64) {
    let graph = OrthogonalRandomGraphs.flat(nodeCount: 10, edgeCount: 22, seed: seed)
    var (random, ties) = (SeededGenerator(seed: seed), TieBreaking(seed: seed))
    var plan = Planarizer(permutations: 1, patience: 0, seed: seed).planarize(graph)
    for _ in 0..<30 {
      let strand = random.number(below: graph.strands.count)
      var trial = plan
      trial.remove(strand)
      guard trial.isConnected else { continue }
      trial.insert(strand, ties: &ties)
      // The way that was taken out is still there, so the new one is never longer.
      #expect(trial.crossingCount <= plan.crossingCount)
      plan = trial
      expectSound(plan)
    }
  }

  @Test func aBoxWhoseOnlyNeighbourHangsOnItIsNotSettled() {
    // Both were lost once, with the strand between them: fewer strands have fewer crossings.
    let graph = ClusteredGraph(
      nodeContainers: [0, 0, -1, -1], containerParents: [-1],
      strands: [
        .init(source: .node(0), target: .node(2)), .init(source: .node(1), target: .node(3)),
      ])
    var ties = TieBreaking(seed: 1)
    var plan = planarizer.planarize(graph)
    let strands = plan.strands(of: 1)
    plan.lift(1, strands: strands)
    #expect(!plan.settle(1, strands: strands, ties: &ties))
  }

  @Test(arguments: [(5, 1), (6, 3), (7, 9)])
  func findsTheCrossingNumberOfCompleteGraphs(nodeCount: Int, crossings: Int) {
    let edges = (0..<nodeCount).flatMap { a in (a + 1..<nodeCount).map { (a, $0) } }
    #expect(planarizer.planarize(flat(nodeCount, edges)).crossingCount == crossings)
  }

  @Test(arguments: [(3, 3, 1), (3, 4, 2), (4, 4, 4)])
  func findsTheCrossingNumberOfCompleteBipartiteGraphs(left: Int, right: Int, crossings: Int) {
    let edges = (0..<left).flatMap { a in (left..<left + right).map { (a, $0) } }
    #expect(planarizer.planarize(flat(left + right, edges)).crossingCount == crossings)
  }

  @Test func findsTheCrossingNumberOfThePetersenGraph() {
    var edges: [(Int, Int)] = []
    for node in 0..<5 {
      edges.append((node, (node + 1) % 5))
      edges.append((node, node + 5))
      edges.append((node + 5, (node + 2) % 5 + 5))
    }
    #expect(planarizer.planarize(flat(10, edges)).crossingCount == 2)
  }

  @Test(arguments: UInt64(0)..<40)
  func planarGraphsHaveNoCrossings(seed: UInt64) {
    let candidates = OrthogonalRandomGraphs.simpleEdges(nodeCount: 12, edgeCount: 30, seed: seed)
    var edges: [(Int, Int)] = []
    for edge in candidates
    where LeftRightPlanarity.embedding(vertexCount: 12, edges: edges + [edge]) != nil {
      edges.append(edge)
    }
    #expect(planarizer.planarize(flat(12, edges)).crossingCount == 0)
  }

  private func flat(_ nodeCount: Int, _ edges: [(Int, Int)]) -> ClusteredGraph {
    ClusteredGraph(
      nodeContainers: Array(repeating: -1, count: nodeCount), containerParents: [],
      strands: edges.map { .init(source: .node($0.0), target: .node($0.1)) })
  }
}
