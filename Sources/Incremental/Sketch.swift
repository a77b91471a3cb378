package import DiagramGraph
import DiagramModel

/// A drawing on which some boxes and ways are still missing.
///
/// What is inside a missing box is missing too; a way is only there if both of its ends are.
package struct Sketch: Sendable {
  let graph: LayoutGraph
  let nesting: Nesting
  /// One a node.
  var frames: [Rect?]
  /// One an edge.
  var routes: [Route?]

  /// The drawing, if nothing is missing.
  var layout: Layout? {
    let (frames, routes) = (frames.compactMap(\.self), routes.compactMap(\.self))
    guard frames.count == graph.nodes.count, routes.count == graph.edges.count else { return nil }
    return Layout(frames: frames, routes: routes)
  }

  /// The ways that are there, one an edge.
  package var keptRoutes: [Route?] { routes }

  /// The smallest rectangle around all boxes that are there.
  var bounds: Rect? { frames.compactMap(\.self).bounds }

  /// The room for the children of a node, nil for the whole plane.
  func interior(of parent: Int?) -> Rect? {
    parent.flatMap { node in frames[node]?.inset(by: graph.nodes[node].padding) }
  }

  /// The boxes that are there and lie directly in a node, or in nothing.
  func siblings(in parent: Int?) -> [Int] {
    nesting.children(of: parent).filter { frames[$0] != nil }
  }
}
