package import DiagramModel

/// A finished part of a drawing, as an engine puts it together, with its corner at the origin.
package struct Block: Sendable {
  package var size = Size.zero
  /// Where nodes lie.
  package private(set) var frames: [(node: Int, frame: Rect)] = []
  /// Where edges run.
  package private(set) var routes: [(edge: Int, route: Route)] = []

  package init(size: Size = .zero) { self.size = size }

  /// Takes over what another block holds, moved to a place; the size stays.
  package mutating func add(_ block: Block, at origin: Point) {
    frames += block.frames.map { ($0.node, $0.frame.moved(x: origin.x, y: origin.y)) }
    routes += block.routes.map { ($0.edge, $0.route.moved(x: origin.x, y: origin.y)) }
  }

  package mutating func add(_ node: Int, at frame: Rect) { frames.append((node, frame)) }

  package mutating func add(_ edge: Int, along route: Route) { routes.append((edge, route)) }

  /// Moves everything so that the top left corner of all of it is the origin, and takes its size.
  package mutating func fit() {
    let layout = Layout(frames: frames.map(\.frame), routes: routes.map(\.route))
    guard let bounds = layout.bounds else { return }
    let shift = Point(x: -bounds.minX, y: -bounds.minY)
    var moved = Block()
    moved.add(self, at: shift)
    moved.size = bounds.size
    self = moved
  }

  /// The drawing of a graph of which nothing is missing here; boxes that are have no size.
  package func layout(of graph: LayoutGraph) -> Layout {
    var layout = Layout(
      frames: graph.nodes.map { _ in .zero }, routes: graph.edges.map { _ in Route(points: []) })
    for (node, frame) in frames { layout.frames[node] = frame }
    for (edge, route) in routes { layout.routes[edge] = route }
    return layout
  }
}
