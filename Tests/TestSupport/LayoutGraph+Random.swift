package import DiagramGraph
import DiagramModel

extension LayoutGraph {
  /// A nested graph with edges across borders, to containers, in circles, in parallel and from a
  /// box to itself, with and without texts.
  package static func random(seed: UInt64) -> LayoutGraph {
    var random = SeededGenerator(seed: seed)
    var graph = LayoutGraph(nodes: [], edges: [])
    var containers: [Int] = []
    for index in 0..<Int.random(in: 1...14, using: &random) {
      let parent =
        Int.random(in: 0..<3, using: &random) == 0 ? nil : containers.randomElement(using: &random)
      let isContainer = Int.random(in: 0..<3, using: &random) == 0
      graph.nodes.append(
        LayoutNode(
          parent: parent,
          minimumSize: Size(
            width: 2 * Int.random(in: 10...60, using: &random),
            height: 2 * Int.random(in: 10...40, using: &random)),
          padding: isContainer ? Insets(top: 40, left: 20, bottom: 20, right: 20) : .zero))
      if isContainer { containers.append(index) }
    }
    for _ in 0..<Int.random(in: 0...18, using: &random) {
      graph.edges.append(
        LayoutEdge(
          source: graph.nodes.indices.randomElement(using: &random) ?? 0,
          target: graph.nodes.indices.randomElement(using: &random) ?? 0,
          labelSize: Int.random(in: 0..<4, using: &random) == 0 ? Size(width: 60, height: 20) : nil)
      )
    }
    return graph
  }
}
