import DiagramModel

/// How good a drawing is, as one number: the less, the better.
///
///     10·crossings + 3·turns + length/200 + area/100,000 + 50·share of edges against the flow
package struct DrawingScore: Hashable, Sendable, CustomStringConvertible {
  package let crossings: Int
  package let turns: Int
  /// Of all ways, in units.
  package let length: Int
  /// In square units.
  package let area: Int
  /// The edges that do not point along the flow.
  package let backward: Int
  package let edges: Int

  /// Counts what a drawing has.
  ///
  /// - Complexity: O(*segments* + pairs of segments that lie close together).
  package init(_ layout: Layout, of graph: LayoutGraph, for request: LayoutRequest) {
    let direction = request.direction
    let backward =
      !request.isDirected
      ? 0
      : graph.edges.count { edge in
        let (source, target) = (
          layout.frames[edge.source].center, layout.frames[edge.target].center
        )
        return edge.source != edge.target && !direction.leads(from: source, to: target)
      }
    self.init(layout, backward: backward)
  }

  /// Counts what a drawing has, of whose edges `backward` do not point along the flow.
  init(_ layout: Layout, backward: Int) {
    let index = SegmentIndex(layout.routes)
    var (crossings, length) = (0, 0)
    for (edge, route) in layout.routes.enumerated() {
      for segment in route.segments(of: edge) {
        length += segment.span.upperBound - segment.span.lowerBound
        guard segment.isHorizontal else { continue }
        crossings += index.neighbors(of: segment, margin: 0).count { segment.crosses($0) }
      }
    }
    let size = layout.bounds?.size ?? .zero
    self.crossings = crossings
    self.length = length
    turns = layout.routes.reduce(0) { $0 + max($1.points.count - 2, 0) }
    area = size.width * size.height
    edges = layout.routes.count
    self.backward = backward
  }

  /// The weighted sum, in thousandths.
  package var total: Int {
    10_000 * crossings + 3000 * turns + 5 * length + area / 100 + 50_000 * backward / max(edges, 1)
  }

  package var description: String {
    "\(total / 1000): \(crossings) crossings, \(turns) turns, length \(length), area \(area), "
      + "\(backward) of \(edges) edges against the flow"
  }
}

extension FlowDirection {
  /// Whether a step goes with the flow.
  func leads(from source: Point, to target: Point) -> Bool {
    switch self {
    case .down: target.y > source.y
    case .right: target.x > source.x
    case .up: target.y < source.y
    case .left: target.x < source.x
    }
  }
}
