import DiagramAlgorithms
package import DiagramGraph
import DiagramModel

/// Containers with clearly more room than what they hold asks for: children, the ways and texts of
/// edges between these, the padding.
package struct RoomFaults: Hashable, Sendable {
  /// The containers that are larger than they need to be.
  package private(set) var loose = 0

  /// - Complexity: O(*nodes* + *points* · *depth*).
  package init(_ layout: Layout, of graph: LayoutGraph) {
    var needs = [Rect?](repeating: nil, count: graph.nodes.count)
    func add(_ rect: Rect, to node: Int) { needs[node] = needs[node]?.union(rect) ?? rect }
    for (node, value) in graph.nodes.enumerated() {
      if let parent = value.parent { add(layout.frames[node], to: parent) }
    }
    let nesting = Nesting(graph)
    for (route, edge) in zip(layout.routes, graph.edges) {
      guard
        let extent = Layout(frames: route.label.map { [$0] } ?? [], routes: [route]).bounds
      else { continue }
      var around = nesting.commonAncestor(of: edge.source, edge.target)
      while let node = around {
        add(extent, to: node)
        around = nesting.parent(of: node)
      }
    }
    loose = graph.nodes.indices.count { node in
      guard let need = needs[node], graph.nodes[node].isOutlined else { return false }
      let padding = graph.nodes[node].padding
      let least = graph.nodes[node].minimumSize.union(
        Size(
          width: need.size.width + padding[.horizontal],
          height: need.size.height + padding[.vertical]))
      let size = layout.frames[node].size
      return 10 * size.width * size.height > 13 * least.width * least.height
    }
  }
}
