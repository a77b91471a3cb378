import DiagramModel

/// An axis-parallel piece of a route.
struct LineSegment: Hashable {
  let edge: Int
  let isHorizontal: Bool
  /// Where it lies across its own direction.
  let place: Int
  /// What it covers along its own direction.
  let span: ClosedRange<Int>

  init(edge: Int, from start: Point, to end: Point) {
    self.edge = edge
    isHorizontal = start.y == end.y
    place = isHorizontal ? start.y : start.x
    let (one, other) = isHorizontal ? (start.x, end.x) : (start.y, end.y)
    span = min(one, other)...max(one, other)
  }

  /// Whether both cross in a point inside of each.
  func crosses(_ other: LineSegment) -> Bool {
    isHorizontal != other.isHorizontal
      && span.lowerBound < other.place && other.place < span.upperBound
      && other.span.lowerBound < place && place < other.span.upperBound
  }

  /// Whether both run beside each other, or meet, with less than `distance` between them.
  func isNear(_ other: LineSegment, distance: Int) -> Bool {
    isHorizontal == other.isHorizontal && abs(place - other.place) < distance
      && span.lowerBound < other.span.upperBound + distance
      && other.span.lowerBound < span.upperBound + distance
  }

  /// The smallest rectangle around it.
  var rect: Rect {
    isHorizontal
      ? Rect(x: span.lowerBound, y: place, width: span.upperBound - span.lowerBound, height: 0)
      : Rect(x: place, y: span.lowerBound, width: 0, height: span.upperBound - span.lowerBound)
  }
}

extension Route {
  /// The pieces between the bends.
  func segments(of edge: Int) -> [LineSegment] {
    zip(points, points.dropFirst()).map { LineSegment(edge: edge, from: $0, to: $1) }
  }
}

/// The pieces of all routes, found by where they lie.
struct SegmentIndex {
  private var segments: [LineSegment] = []
  private var grid: PlaneGrid

  init(_ routes: [Route]) {
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

  mutating func insert(_ segment: LineSegment) {
    let index = grid.insert(segment.rect)
    precondition(index == segments.count)
    segments.append(segment)
  }

  mutating func remove(_ segment: LineSegment) {
    var found: Int?
    _ = grid.all(near: segment.rect) { index in
      if segments[index] == segment { found = index }
      return found == nil
    }
    if let found { grid.remove(found) }
  }

  /// Whether all pieces of other edges within `margin` of a segment satisfy a condition.
  func allNeighbors(
    of segment: LineSegment, margin: Int, satisfy condition: (LineSegment) -> Bool
  ) -> Bool {
    grid.all(near: segment.rect.insetBy(-margin)) { index in
      segments[index].edge == segment.edge || condition(segments[index])
    }
  }

  /// How many pieces of other edges a segment crosses.
  func crossings(of segment: LineSegment) -> Int {
    var count = 0
    _ = allNeighbors(of: segment, margin: 0) { other in
      if segment.crosses(other) { count += 1 }
      return true
    }
    return count
  }
}
