import DiagramAlgorithms
package import DiagramGraph
import DiagramModel

/// The pieces of all routes, found by where they lie.
package struct SegmentIndex {
  private var segments: [LineSegment] = []
  private var grid: PlaneGrid

  package init(_ routes: [Route]) {
    var count = 0
    var bounds: Rect?
    for route in routes {
      count += max(route.points.count - 1, 0)
      for point in route.points {
        let place = Rect(origin: point, size: .zero)
        bounds = bounds?.union(place) ?? place
      }
    }
    grid = PlaneGrid(bounds: bounds ?? .zero, count: count)
    segments.reserveCapacity(count)
    for (edge, route) in routes.enumerated() {
      for segment in route.segments(of: edge) { insert(segment) }
    }
  }

  package mutating func insert(_ segment: LineSegment) {
    let index = grid.insert(segment.rect)
    precondition(index == segments.count)
    segments.append(segment)
  }

  package mutating func remove(_ segment: LineSegment) {
    var found: Int?
    _ = grid.all(near: segment.rect) { index in
      if segments[index] == segment { found = index }
      return found == nil
    }
    if let found { grid.remove(found) }
  }

  /// Whether all pieces of other edges within `margin` of a segment satisfy a condition.
  package func allNeighbors(
    of segment: LineSegment, margin: Int, satisfy condition: (LineSegment) -> Bool
  ) -> Bool {
    grid.all(near: segment.rect.insetBy(-margin)) { index in
      segments[index].edge == segment.edge || condition(segments[index])
    }
  }

  /// How many crossings a segment has a part in, so that the sum over all segments has each once:
  /// those with others that are not horizontal if it is, those with upright ones and with slanted
  /// ones of later edges if it is slanted.
  func crossingsCounted(at segment: LineSegment) -> Int {
    if segment.isHorizontal { return crossings(of: segment) }
    guard segment.isSlanted else { return 0 }
    var count = 0
    _ = allNeighbors(of: segment, margin: 0) { other in
      let isCounted = other.isSlanted ? segment.edge < other.edge : !other.isHorizontal
      if isCounted, segment.crosses(other) { count += 1 }
      return true
    }
    return count
  }

  /// How many pieces of other edges a segment crosses.
  package func crossings(of segment: LineSegment) -> Int {
    var count = 0
    _ = allNeighbors(of: segment, margin: 0) { other in
      if segment.crosses(other) { count += 1 }
      return true
    }
    return count
  }
}
