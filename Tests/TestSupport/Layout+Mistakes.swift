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

extension Layout {
  /// What the ways and texts of a drawing touch though they should not, counted without the engine's
  /// own check: lines are walked in small steps.
  package func touches(of graph: LayoutGraph) -> [String] {
    let nesting = Nesting(graph)
    var touches: [String] = []
    for (edge, route) in routes.enumerated() {
      let (source, target) = (graph.edges[edge].source, graph.edges[edge].target)
      for (node, value) in graph.nodes.enumerated() where value.isOutlined {
        let isEnd = nesting.areRelated(node, source) || nesting.areRelated(node, target)
        if !isEnd, route.walked.contains(where: frames[node].insetBy(2).contains) {
          touches.append("way \(edge) runs through box \(node)")
        }
        guard let text = route.label, nesting.isLeaf(node), text.intersects(frames[node]) else {
          continue
        }
        touches.append("text \(edge) lies on box \(node)")
      }
      for (other, way) in routes.enumerated() {
        guard let text = route.label else { continue }
        if way.walked.contains(where: text.insetBy(1).contains) {
          touches.append("text \(edge) lies on way \(other)")
        }
        if other < edge, way.label?.intersects(text) == true {
          touches.append("text \(edge) lies on text \(other)")
        }
      }
    }
    return touches
  }
}

extension Route {
  /// The line as it is drawn, a point for each unit.
  fileprivate var walked: [Point] {
    let points = drawnPoints
    return zip(points, points.dropFirst()).flatMap { start, end in
      let steps = max(abs(end.x - start.x), abs(end.y - start.y), 1)
      return (0...steps).map { step in
        Point(
          x: start.x + (end.x - start.x) * step / steps,
          y: start.y + (end.y - start.y) * step / steps)
      }
    }
  }
}
