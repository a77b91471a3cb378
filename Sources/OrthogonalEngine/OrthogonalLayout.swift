package import DiagramGraph
package import DiagramModel

/// Draws graphs without a main direction: few crossings, few bends, short lines.
///
///     LayoutGraph ──▶ Decomposition      pieces that can be drawn by themselves     (Pieces/)
///                 ──▶ Planarization      what crosses what: a planar map            (Planarity/)
///                 ──▶ OrthogonalShape    angles and bends: a flow of least cost     (Shape/)
///                 ──▶ OrthogonalGrid     boxes of any degree as points with arms
///                 ──▶ GridCoordinates    columns and rows: faces cut into rectangles
///                 ──▶ FirstDrawing       real sizes, then compacted and lined up    (Compaction/)
///                 ──▶ Block              a finished piece; all of them packed       (Pieces/)
package struct OrthogonalLayout: Hashable, Sendable {
  /// Where the arrows point where the drawing can be turned over so; nil if they have no direction.
  package var direction: Direction?
  package var spacing: Spacing
  /// What the choices between equally good ways follow from.
  package var seed: UInt64
  /// How many starts of the planarization and how many outer faces are tried, at least 1.
  package var effort: Int

  package init(
    direction: Direction? = .down, spacing: Spacing = Spacing(),
    seed: UInt64 = LayoutRequest.firstSeed,
    effort: Int = 2
  ) {
    self.direction = direction
    self.spacing = spacing
    self.seed = seed
    self.effort = max(effort, 1)
  }

  /// Draws a graph: topology, then shape, then metrics.
  ///
  /// Nodes with nothing around them that crosses their border are drawn by themselves, as are the
  /// pieces of a graph that do not hang together; then they are packed.
  ///
  /// - Parameter graph: any nested graph. The arrangements of its containers, the sides that its
  ///   edges are bound to and its size groups are not looked at.
  /// - Returns: a rectangle a node and a way an edge, without any overlap; all coordinates start
  ///   at 0.
  /// - Complexity: some 30 ms for 100 boxes and 130 edges; the compaction grows a little faster
  ///   than the square of what is drawn.
  ///
  /// > Source: Tamassia, Di Battista, Batini, *Automatic graph drawing and readability of diagrams*,
  /// > 1988.
  package func place(_ graph: LayoutGraph) -> Layout {
    PieceLayout(
      graph: graph, decomposition: Decomposition(of: graph), spacing: spacing,
      planarizer: Planarizer(permutations: effort, patience: 3, seed: seed), outerFaces: effort,
      direction: direction
    ).content(of: nil).layout(of: graph)
  }
}
