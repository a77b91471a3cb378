import DiagramModel

/// Draws graphs without a main direction: few crossings, few bends, short lines.
package struct OrthogonalLayout: Hashable, Sendable {
  /// The room between things, in whole units.
  package struct Spacing: Hashable, Sendable {
    /// Between two boxes.
    package var node: Int
    /// Between two lines.
    package var edge: Int
    /// Between a line and a box.
    package var edgeNode: Int

    package init(node: Int = 40, edge: Int = 10, edgeNode: Int = 20) {
      self.node = node
      self.edge = edge
      self.edgeNode = edgeNode
    }
  }

  package var spacing: Spacing
  package var seed: UInt64
  package var effort: Int

  package init(spacing: Spacing = Spacing(), seed: UInt64 = 1, effort: Int = 4) {
    self.spacing = spacing
    self.seed = seed
    self.effort = effort
  }

  package func place(_ graph: LayoutGraph) -> Layout {
    let content = PieceLayout(
      graph: graph, decomposition: Decomposition(of: graph), spacing: spacing,
      planarizer: Planarizer(permutations: effort, patience: 3, seed: seed), outerFaces: effort
    ).content(of: nil)
    var layout = Layout(
      frames: graph.nodes.map { Rect(origin: Point(x: 0, y: 0), size: $0.minimumSize) },
      routes: graph.edges.map { _ in Route(points: []) })
    for (node, frame) in content.frames { layout.frames[node] = frame }
    for (edge, route) in content.routes { layout.routes[edge] = route }
    return layout
  }
}
