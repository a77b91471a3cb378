package import DiagramModel

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
    let clustered = ClusteredGraph(
      nodeContainers: graph.nodes.map { _ in -1 }, containerParents: [],
      strands: graph.edges.map { .init(source: .node($0.source), target: .node($0.target)) })
    let plan = Planarizer(permutations: effort, patience: 3, seed: seed).planarize(clustered)
    let faces = PlanarFaces(of: plan.map)
    let outer = (0..<faces.count).max { faces.darts(of: $0, in: plan.map).count < faces.darts(of: $1, in: plan.map).count }!
    let shape = OrthogonalShape(of: plan, faces: faces, outerFace: outer)
    let grid = OrthogonalGrid(plan: plan, shape: shape, isLabelled: graph.edges.map { $0.labelSize != nil })
    let coordinates = GridCoordinates(of: grid)
    let sizes = DrawingSizes(boxes: graph.nodes.map(\.minimumSize), labels: graph.edges.map(\.labelSize), paddings: [], spacing: spacing)
    let first = OrthogonalDrawing(graph: clustered, grid: grid, coordinates: coordinates, sizes: sizes)
    let drawing = Compaction(spacing: spacing, rounds: 6).compact(first)
    return Layout(frames: drawing.solids.prefix(drawing.boxCount).map(\.frame), routes: drawing.wires.map { w in
      Route(points: w.points, label: w.label.map { drawing.solids[$0.solid].frame })
    })
  }
}
