import DiagramCheck
import DiagramGraph
import DiagramLayout
import DiagramModel
import TestSupport
import Testing

/// Edges that no engine leads, among others that have their places.
@Suite struct LedEdgesTests {
  private func box() -> LayoutNode {
    LayoutNode(parent: nil, minimumSize: Size(width: 80, height: 40))
  }

  /// The edges that run through boxes or along others, or whose texts touch something.
  private func faulty(_ layout: Layout, of graph: LayoutGraph) -> [Int] {
    let check = Check(layout, of: graph)
    return graph.edges.indices.filter { check.isFaulty($0) || !check.ways(along: $0).isEmpty }
  }

  @Test(arguments: [LayoutAlgorithm.automatic, .layered, .orthogonal])
  func aStraightEdgeLeavesOthersTheirTexts(algorithm: LayoutAlgorithm) {
    let text = Size(width: 80, height: 16)
    var straight = LayoutEdge(source: 1, target: 2)
    straight.routing = .straight
    let graph = LayoutGraph(
      nodes: [box(), box(), box()],
      edges: [
        LayoutEdge(source: 0, target: 1), LayoutEdge(source: 0, target: 1, labelSize: text),
        LayoutEdge(source: 0, target: 1, labelSize: text), straight,
      ])
    let layout = graph.placed(by: LayoutRequest(algorithm: algorithm, direction: .right))
    // In layers one of the texts touches something still.
    #expect(faulty(layout, of: graph).count <= (algorithm == .layered ? 1 : 0))
  }

  /// What a drawing has to pay for an edge that only the router leads: nothing.
  @Test(arguments: [false, true])
  func oneSuchEdgeSpoilsNoOther(isTrunk: Bool) {
    var spoiled: [UInt64] = []
    for seed in UInt64(0)..<100 {
      var random = SeededGenerator(seed: seed)
      var graph = LayoutGraph.randomTitled(seed: seed)
      let request = LayoutRequest(
        algorithm: [.automatic, .layered, .orthogonal][Int(seed % 3)],
        direction: Direction.allCases[Int(seed % 4)])
      guard faulty(graph.placed(by: request), of: graph) == [],
        let edge = graph.edges.indices.filter({
          graph.edges[$0].source != graph.edges[$0].target
        }).randomElement(using: &random)
      else { continue }
      graph.edges[edge].labelSize = nil
      if isTrunk { graph.edges[edge].trunk = 0 } else { graph.edges[edge].routing = .straight }
      let left = faulty(graph.placed(by: request), of: graph)
      if left.contains(where: { $0 != edge }) { spoiled.append(seed) }
    }
    #expect(spoiled == [])
  }
}
