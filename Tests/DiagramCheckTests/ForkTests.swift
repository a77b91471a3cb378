import DiagramGraph
import DiagramModel
import Testing

@testable import DiagramCheck

/// Boxes that lead to two others, or to which two others lead.
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
    ([(0, 1), (0, 2), (0, 3)], []),
    ([(0, 1), (0, 2), (3, 2)], []),
    ([(0, 1), (0, 1)], []),
    ([(0, 0), (0, 1), (0, 2)], [0]),
  ]

  @Test(arguments: cases)
  func aForkHasTwoMembersThatNothingElseIsJoinedWith(edges: [(Int, Int)], hubs: [Int]) {
    let graph = graph(4, edges)
    #expect(graph.forks(Nesting(graph)).map(\.hub) == hubs)
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
}
