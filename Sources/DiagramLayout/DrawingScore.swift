package import DiagramModel

/// How good a drawing is, as one number: the less, the better.
///
///     1000·violations + 10·(crossings + detours) + 3·(turns + near misses) + length/200
///       + room/100,000 + lines/2 + uneven gaps + 50·share of edges against the flow
///       + 15·share across it
///
/// Violations are what no drawing may have: ways through boxes, boxes on each other, texts on
/// boxes, ways or texts. A near miss is a pair of middles, or of sides, that almost
/// agree. A detour is an edge with another box between its ends. The room is the area, or that of
/// the smallest rectangle of a wanted shape around the drawing. Lines are the rows and columns that
/// the middles of boxes lie in. A gap is uneven if the one before it in its row or column is larger or
/// smaller. Engines compare drawings of one graph without violations: they
/// leave out what concerns boxes, which costs less.
package struct DrawingScore: Hashable, Sendable, CustomStringConvertible {
  package let violations: Int
  package let crossings: Int
  package let detours: Int
  package let turns: Int
  /// Of all ways, in units.
  package let length: Int
  /// In square units.
  package let room: Int
  package let nearMisses: Int
  /// How many different coordinates the middles of the boxes have.
  package let lines: Int
  /// How often a gap in a row or column of one container differs from the one before it.
  package let unevenGaps: Int
  /// The edges that point against the flow, apart from those that lie on a circle.
  package let backward: Int
  /// The edges that lead to a box beside, across the flow, apart from those that lie on a circle.
  package let sideways: Int
  package let edges: Int

  /// Counts what a drawing has.
  ///
  /// - Parameters:
  ///   - layout: the drawing.
  ///   - graph: what is drawn.
  ///   - request: where the edges should point, if anywhere.
  ///   - shape: the wanted width and height, of which only the relation counts; nil for any.
  /// - Complexity: O(*segments* · *boxes* + pairs of segments that lie close together).
  package init(
    _ layout: Layout, of graph: LayoutGraph, for request: LayoutRequest, shape: Size? = nil
  ) {
    let nesting = Nesting(graph)
    let turned =
      !request.isDirected
      ? []
      : graph.edges.filter { edge in
        let (source, target) = (layout.frames[edge.source], layout.frames[edge.target])
        return edge.source != edge.target
          && !request.direction.leads(from: source.center, to: target.center)
          && !graph.leads(from: edge.target, to: edge.source, nesting)
      }
    let axis: Axis = request.direction.isHorizontal ? .horizontal : .vertical
    let sideways = turned.count { edge in
      layout.frames[edge.source].overlaps(layout.frames[edge.target], along: axis)
    }
    self.init(
      layout, backward: turned.count - sideways, sideways: sideways, shape: shape,
      faults: DrawingFaults(layout, of: graph))
  }

  /// Counts what a drawing has, of whose edges `backward` do not point along the flow.
  init(
    _ layout: Layout, backward: Int, sideways: Int = 0, shape: Size? = nil,
    faults: DrawingFaults = DrawingFaults()
  ) {
    let index = SegmentIndex(layout.routes)
    var (crossings, length) = (0, 0)
    for (edge, route) in layout.routes.enumerated() {
      for segment in route.segments(of: edge) {
        length += segment.span.upperBound - segment.span.lowerBound
        guard segment.isHorizontal else { continue }
        crossings += index.crossings(of: segment)
      }
    }
    violations = faults.violations
    self.crossings = crossings
    detours = faults.detours
    self.length = length
    turns = layout.routes.reduce(0) { $0 + max($1.points.count - 2, 0) }
    room = (layout.bounds?.size ?? .zero).area(shapedAs: shape)
    nearMisses = faults.nearMisses
    lines = faults.lines
    unevenGaps = faults.unevenGaps
    edges = layout.routes.count
    self.backward = backward
    self.sideways = sideways
  }

  /// The weighted sum, in thousandths.
  package var total: Int {
    1_000_000 * violations + 10_000 * (crossings + detours) + 3000 * (turns + nearMisses)
      + 5 * length + room / 100 + 500 * lines + 1000 * unevenGaps
      + (50_000 * backward + 15_000 * sideways)
      / max(edges, 1)
  }

  package var description: String {
    "\(total / 1000): \(violations) violations, \(crossings) crossings, \(detours) detours, "
      + "\(turns) turns, length \(length), room \(room), \(nearMisses) near misses, "
      + "\(lines) lines, \(unevenGaps) uneven gaps, \(backward) of \(edges) edges against the flow, \(sideways) across it"
  }
}

extension Size {
  /// The area of the smallest rectangle of a shape around this size; its own if there is none.
  fileprivate func area(shapedAs shape: Size?) -> Int {
    guard let shape else { return width * height }
    let wide = max(width, height * shape.width / shape.height)
    return wide * wide * shape.height / shape.width
  }
}

extension Rect {
  /// Whether two rectangles share a stretch of an axis.
  fileprivate func overlaps(_ other: Rect, along axis: Axis) -> Bool {
    axis == .horizontal
      ? minX < other.maxX && other.minX < maxX : minY < other.maxY && other.minY < maxY
  }
}

extension LayoutGraph {
  /// Whether edges lead from a node to another; what leads to a container leads into it, and what
  /// lies in one leads wherever the container does.
  fileprivate func leads(from start: Int, to end: Int, _ nesting: Nesting) -> Bool {
    var reached: Set = [start]
    var open = [start]
    while let node = open.popLast() {
      for edge in edges
      where nesting.areRelated(edge.source, node) && reached.insert(edge.target).inserted {
        if nesting.areRelated(edge.target, end) { return true }
        open.append(edge.target)
      }
    }
    return false
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
