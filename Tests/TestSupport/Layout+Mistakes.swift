package import DiagramGraph
import DiagramModel

extension Layout {
  /// What is wrong with the boxes of a drawing, and with the ends of its ways.
  package func mistakes(of graph: LayoutGraph) -> [String] {
    let nesting = Nesting(graph)
    var mistakes: [String] = []
    for (node, value) in graph.nodes.enumerated() {
      let frame = frames[node]
      if frame.size.union(value.minimumSize) != frame.size { mistakes.append("\(node) too small") }
      if let parent = value.parent, !frames[parent].contains(frame) {
        mistakes.append("\(node) sticks out of \(parent)")
      }
      for other in 0..<node where !nesting.areRelated(node, other) {
        if frames[other].intersects(frame) { mistakes.append("\(node) lies on \(other)") }
      }
    }
    for (edge, route) in routes.enumerated() {
      let ends = graph.edges[edge]
      for (point, node) in [(route.points.first, ends.source), (route.points.last, ends.target)] {
        let isOnOutline = point.map {
          frames[node].contains($0) && !frames[node].insetBy(1).contains($0)
        }
        if isOnOutline != true { mistakes.append("\(edge) does not end at \(node)") }
      }
    }
    return mistakes
  }
}
