import DiagramGraph
import DiagramModel
import Testing

@testable import DiagramCheck

/// Boxes that lead to several others, or to which several others lead.
@Suite struct ForkTests {
  private func graph(_ count: Int, _ edges: [(Int, Int)]) -> LayoutGraph {
    LayoutGraph(
      nodes: Array(
        repeating: LayoutNode(parent: nil, minimumSize: Size(width: 80, height: 40)), count: count),
      edges: edges.map { LayoutEdge(source: $0.0, target: $0.1) })
  }

  /// Edges, and the hubs of their forks. Without its type the compiler takes minutes.
  private static let cases: [([(Int, Int)], [Int])] = [
    ([(0, 1), (0, 2)], [0]),
    ([(1, 0), (2, 0)], [0]),
    ([(0, 1), (0, 2), (1, 3), (2, 3)], [0, 3]),
    ([(0, 1), (0, 2), (0, 3)], [0]),
    ([(0, 1), (0, 2), (0, 3), (1, 3)], []),
    ([(0, 1), (0, 2), (3, 2)], []),
    ([(0, 1), (0, 1)], []),
    ([(0, 0), (0, 1), (0, 2)], [0]),
  ]

  @Test(arguments: cases)
  func aForkHasMembersThatNothingElseLeadsTo(edges: [(Int, Int)], hubs: [Int]) {
    let graph = graph(4, edges)
    #expect(graph.forks(Nesting(graph)).map(\.hub) == hubs)
  }

  /// Chains of 1 + n boxes lie behind one of two branches, and one of m behind the other.
  @Test(arguments: [(0, 0, true), (1, 0, true), (2, 0, false), (3, 2, true), (2, 4, false)])
  func whatGoesOnMuchLongerBelongsToNoFork(n: Int, m: Int, isFork: Bool) {
    var edges = [(0, 1), (0, 2)]
    for (branch, chain) in [(1, Array(3..<3 + n)), (2, Array(3 + n..<3 + n + m))] {
      edges += Array(zip([branch] + chain, chain))
    }
    let graph = graph(3 + n + m, edges)
    #expect(graph.forks(Nesting(graph)).contains { $0.hub == 0 } == isFork)
  }

  @Test(arguments: [(50, 0), (56, 0), (57, 1), (0, 1)])
  func aForkIsAskewUnlessItsHubIsInTheMiddle(y: Int, count: Int) {
    var graph = graph(4, [(1, 2), (1, 3)])
    for node in 1...3 { graph.nodes[node].parent = 0 }
    let frames = [(0, y), (200, 0), (200, 100)].map {
      Rect(x: $0.0, y: $0.1, width: 80, height: 40)
    }
    let layout = Layout(
      frames: [Rect(x: -20, y: -40, width: 320, height: 220)] + frames,
      routes: [Route(points: []), Route(points: [])])
    let score = DrawingScore(
      layout, of: graph, for: LayoutRequest(direction: .right), isArranged: true)
    #expect(score.unlikeTwins == count)
  }

  @Test func aHubBetweenItsBranchesIsNotAskew() {
    let graph = graph(3, [(0, 1), (0, 2)])
    let frames = [(200, 50), (0, 0), (400, 0)].map {
      Rect(x: $0.0, y: $0.1, width: 80, height: 40)
    }
    let layout = Layout(frames: frames, routes: [Route(points: []), Route(points: [])])
    #expect(!graph.forks(Nesting(graph)).contains(where: layout.isAskew))
  }

  /// Whether the only fork of a hub with some others is askew if they lie at these corners.
  private func isAskew(_ corners: [(Int, Int)]) -> Bool {
    let graph = graph(corners.count, (1..<corners.count).map { (0, $0) })
    let layout = Layout(
      frames: corners.map { Rect(x: $0.0, y: $0.1, width: 80, height: 40) },
      routes: graph.edges.map { _ in Route(points: []) })
    return graph.forks(Nesting(graph)).contains(where: layout.isAskew)
  }

  @Test func aForkOfManyIsAskewUnlessItsHubIsInTheMiddleOfAll() {
    #expect(!isAskew([(0, 100), (200, 0), (200, 60), (200, 200)]))
    #expect(isAskew([(0, 200), (200, 0), (200, 100), (200, 200)]))
  }

  @Test func whatStandsBehindAnotherOfItsForkIsAskew() {
    #expect(isAskew([(0, 0), (200, 0), (400, 0)]))
  }
}
