import DiagramModel

/// How good a drawing is, as one number: the less, the better.
///
///     10·crossings + 3·turns + length/200 + area/100,000 + 50·share of edges against the flow
struct Score: Hashable {
  var crossings = 0
  var turns = 0
  var length = 0
  var area = 0
  var backward = 0
  var edges = 0

  init(_ drawing: PartDrawing, courses: [Course]) {
    let index = SegmentIndex(drawing.routes)
    for (edge, route) in drawing.routes.enumerated() {
      turns += max(route.points.count - 2, 0)
      for segment in route.segments(of: edge) {
        length += segment.span.upperBound - segment.span.lowerBound
        guard segment.isHorizontal else { continue }
        crossings += index.neighbors(of: segment, margin: 0).count { segment.crosses($0) }
      }
    }
    let size = drawing.bounds.size
    area = size.width * size.height
    backward = courses.count { $0 != .forward }
    edges = courses.count
  }

  /// The weighted sum, in thousandths.
  var total: Int {
    10_000 * crossings + 3000 * turns + 5 * length + area / 100
      + 50_000 * backward / max(edges, 1)
  }
}
