package import DiagramGraph
import DiagramModel
import LayeredEngine
import OrthogonalEngine

extension LayoutGraph {
  /// Draws with the engine that a request names; only here are engines called.
  ///
  /// - Parameters:
  ///   - request: the algorithm, which the automatic one does not suit, with direction, seed and effort.
  ///   - spacing: the distances to keep.
  ///   - folds: whether layers that would make a long chain go on beside themselves.
  /// - Returns: the drawing as the engine made it: neither led anew nor moved to the origin.
  package func drawn(
    by request: LayoutRequest, _ spacing: Spacing, folds: Bool = false
  ) -> Layout {
    switch request.algorithm {
    case .layered:
      var engine = LayeredLayout(
        direction: request.direction, spacing: spacing, seed: request.seed, folds: folds)
      if let effort = request.effort { engine.effort = effort }
      return engine.place(self)
    case .orthogonal:
      var engine = OrthogonalLayout(
        direction: request.isDirected ? request.direction : nil, spacing: spacing,
        seed: request.seed)
      if let effort = request.effort { engine.effort = effort }
      return engine.place(self)
    case .automatic: preconditionFailure("the automatic choice is no engine")
    }
  }
}

extension LayoutRequest {
  /// Layers along a direction; without one few crossings and bends.
  func inside(_ direction: Direction?) -> LayoutRequest {
    var inside = self
    inside.algorithm = direction == nil ? .orthogonal : .layered
    inside.direction = direction ?? .right
    inside.isDirected = true
    return inside
  }
}
