package import DiagramModel

/// How a whole graph can be placed.
package enum LayoutAlgorithm: String, Hashable, Sendable, CaseIterable {
  /// Whichever gives the better drawing.
  case automatic = "auto"
  /// The arrows run one way as far as possible.
  case layered
  /// Few crossings and bends, without a main direction.
  case orthogonal
}

/// What somebody wants of a drawing.
package struct LayoutRequest: Hashable, Sendable {
  package var algorithm: LayoutAlgorithm
  /// Where the arrows should point.
  package var direction: FlowDirection
  /// What random choices are drawn from; the same seed gives the same drawing.
  package var seed: UInt64
  /// How many attempts are made; each algorithm has its own default.
  package var effort: Int?
  /// Where each node lay in the last drawing, nil for a new one; empty if there was none.
  package var previous: [Rect?]

  package init(
    algorithm: LayoutAlgorithm = .automatic, direction: FlowDirection = .down, seed: UInt64 = 1,
    effort: Int? = nil, previous: [Rect?] = []
  ) {
    self.algorithm = algorithm
    self.direction = direction
    self.seed = seed
    self.effort = effort
    self.previous = previous
  }
}

extension LayoutGraph {
  /// Places every node and leads every edge.
  ///
  /// The automatic choice draws with every algorithm and takes the drawing with the least
  /// ``DrawingScore``; the choice of a graph with more than ``largestChoice`` edges is `layered`.
  package func placed(by request: LayoutRequest) -> Layout {
    switch request.algorithm {
    case .layered: return layered(request)
    case .orthogonal: return orthogonal(request)
    case .automatic:
      let layered = layered(request)
      guard edges.count <= largestChoice else { return layered }
      let orthogonal = orthogonal(request)
      let score = { (layout: Layout) in
        DrawingScore(layout, of: self, direction: request.direction).total
      }
      return score(orthogonal) < score(layered) ? orthogonal : layered
    }
  }

  private func layered(_ request: LayoutRequest) -> Layout {
    var algorithm = LayeredLayout(direction: request.direction, seed: request.seed)
    if let effort = request.effort { algorithm.effort = effort }
    return algorithm.place(self, previous: request.previous)
  }

  private func orthogonal(_ request: LayoutRequest) -> Layout {
    var algorithm = OrthogonalLayout(seed: request.seed)
    if let effort = request.effort { algorithm.effort = effort }
    return algorithm.place(self)
  }
}

/// The number of edges up to which both algorithms are tried.
private let largestChoice = 400

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
  package init(_ layout: Layout, of graph: LayoutGraph, direction: FlowDirection) {
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
    edges = graph.edges.count
    backward = graph.edges.count { edge in
      let (source, target) = (layout.frames[edge.source].center, layout.frames[edge.target].center)
      return edge.source != edge.target && !direction.leads(from: source, to: target)
    }
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
  fileprivate func leads(from source: Point, to target: Point) -> Bool {
    switch self {
    case .down: target.y > source.y
    case .right: target.x > source.x
    case .up: target.y < source.y
    case .left: target.x < source.x
    }
  }
}
