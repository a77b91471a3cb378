import DiagramModel

/// The room that edges from a box to itself take on its right.
struct LoopRoom {
  private let graph: LayoutGraph
  private let spacing: Spacing
  /// The edges at each node that has any, in the author's order.
  private var edges: [Int: [Int]] = [:]

  init(graph: LayoutGraph, edges: [Int], spacing: Spacing) {
    self.graph = graph
    self.spacing = spacing
    for edge in edges { self.edges[graph.edges[edge].source, default: []].append(edge) }
  }

  /// How far the edges reach out of a box, their texts included.
  func width(at node: Int) -> Int {
    guard let edges = edges[node], !edges.isEmpty else { return 0 }
    return reach(edges.count - 1)
      + edges.compactMap { graph.edges[$0].labelSize?.width }.reduce(0) { $0 + $1 + textDistance }
  }

  /// One way an edge: out of the right side, down, and back; the texts lie beside the outermost.
  func routes(around frames: [Int: Rect]) -> [(edge: Int, route: Route)] {
    var routes: [(edge: Int, route: Route)] = []
    for (node, edges) in edges.sorted(by: { $0.key < $1.key }) {
      guard let frame = frames[node] else { continue }
      var textX = frame.maxX + reach(edges.count - 1)
      for (index, edge) in edges.enumerated() {
        let x = frame.maxX + reach(index)
        let half = (index + 1) * frame.size.height / (2 * edges.count + 2)
        var route = Route(points: [
          Point(x: frame.maxX, y: frame.midY - half), Point(x: x, y: frame.midY - half),
          Point(x: x, y: frame.midY + half), Point(x: frame.maxX, y: frame.midY + half),
        ])
        if let size = graph.edges[edge].labelSize {
          textX += textDistance
          route.label = Rect(
            origin: Point(x: textX, y: frame.midY - size.height / 2), size: size)
          textX += size.width
        }
        routes.append((edge, route))
      }
    }
    return routes
  }

  private var textDistance: Int { spacing.edges / 2 }

  private func reach(_ index: Int) -> Int { spacing.edgeToNode + index * spacing.edges }
}
