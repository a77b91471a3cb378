import DiagramAlgorithms
package import DiagramGraph
import DiagramModel

extension LayoutGraph {
  /// Whether a way runs through a box that is neither one of its ends nor around one of them.
  package func runsThroughBox(_ edge: Int, of layout: Layout) -> Bool {
    let drawn = layout.routes[edge].drawnPoints
    let ends = [edges[edge].source, edges[edge].target]
    let own = Set(ends.flatMap { sequence(first: $0) { nodes[$0].parent } })
    return nodes.indices.contains { node in
      nodes[node].isOutlined && !own.contains(node)
        && zip(drawn, drawn.dropFirst()).contains {
          layout.frames[node].insetBy(1).isHit(from: $0, to: $1)
        }
    }
  }
}
