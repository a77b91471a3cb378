package import DiagramModel

/// The last drawing of a graph that may have been edited since, by the indices of the graph as it
/// is now.
package struct PreviousDrawing: Hashable, Sendable {
  /// One a node: where it lay, nil if it is new.
  package var frames: [Rect?]
  /// One an edge: how it ran and where its label lay, nil if it is new.
  package var routes: [Route?]

  package init(frames: [Rect?], routes: [Route?]) {
    self.frames = frames
    self.routes = routes
  }
}
