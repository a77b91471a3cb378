import DiagramAlgorithms
package import DiagramGraph
import DiagramModel

/// Which texts of edges touch what they should not.
package struct TextFaults {
  private let graph: LayoutGraph
  private let layout: Layout
  private let leaves: [Rect]
  private let containers: [Rect]
  private let titles: [Rect]

  package init(of layout: Layout, in graph: LayoutGraph) {
    self.graph = graph
    self.layout = layout
    let parents = Set(graph.nodes.compactMap(\.parent))
    let outlined = graph.nodes.indices.filter { graph.nodes[$0].isOutlined }
    leaves = outlined.filter { !parents.contains($0) }.map { layout.frames[$0] }
    containers = outlined.filter(parents.contains).map { layout.frames[$0] }
    titles = graph.nodes.indices.flatMap { node in
      graph.nodes[node].titles.map { $0.rect(in: layout.frames[node]) }
    }
  }

  /// Whether the text of an edge touches a box, an outline, a title, a line or another text.
  package func isFaulty(_ edge: Int) -> Bool {
    guard let text = layout.routes[edge].label else { return false }
    return (leaves + titles).contains(where: text.intersects)
      || containers.contains { text.intersects($0) && !$0.contains(text) }
      || graph.edges.indices.contains { isTouched(text, of: edge, by: $0) }
  }

  private func isTouched(_ text: Rect, of edge: Int, by other: Int) -> Bool {
    guard graph.edges[other].pictures.intersects(graph.edges[edge].pictures) else { return false }
    if other != edge, layout.routes[other].label?.intersects(text) ?? false { return true }
    let points = layout.routes[other].drawnPoints
    return zip(points, points.dropFirst()).contains { text.insetBy(1).isHit(from: $0, to: $1) }
  }
}
