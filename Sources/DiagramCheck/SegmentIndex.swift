import DiagramAlgorithms
package import DiagramGraph
import DiagramModel

/// The pieces of all routes, found by where they lie.
package struct SegmentIndex: Sendable {
  private var segments: [LineSegment] = []
  private var grid: PlaneGrid

  package init(_ routes: [Route]) {
    self.init(routes.enumerated().flatMap { $1.segments(of: $0) })
  }

  /// - Complexity: O(*segments*), as far as they do not lie on each other.
  init(_ segments: [LineSegment]) {
    grid = PlaneGrid(bounds: segments.map(\.rect).bounds ?? .zero, count: segments.count)
    self.segments.reserveCapacity(segments.count)
    for segment in segments { insert(segment) }
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

  /// Calls `body` with every piece that touches a rectangle, be it on its outline, and with its number.
  func forEach(near rect: Rect, _ body: (Int, LineSegment) -> Void) {
    _ = grid.all(near: rect) { index in
      body(index, segments[index])
      return true
    }
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
