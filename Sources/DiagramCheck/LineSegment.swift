package import DiagramGraph
package import DiagramModel

/// An axis-parallel piece of a route.
package struct LineSegment: Hashable {
  let edge: Int
  package let isHorizontal: Bool
  /// Where it lies across its own direction.
  package let place: Int
  /// What it covers along its own direction.
  package let span: ClosedRange<Int>

  init(edge: Int, from start: Point, to end: Point) {
    self.edge = edge
    isHorizontal = start.y == end.y
    place = isHorizontal ? start.y : start.x
    let (one, other) = isHorizontal ? (start.x, end.x) : (start.y, end.y)
    span = min(one, other)...max(one, other)
  }

  /// Whether both cross in a point inside of each.
  package func crosses(_ other: LineSegment) -> Bool {
    isHorizontal != other.isHorizontal
      && span.lowerBound < other.place && other.place < span.upperBound
      && other.span.lowerBound < place && place < other.span.upperBound
  }

  /// Whether both run beside each other, or meet, with less than `distance` between them.
  package func isNear(_ other: LineSegment, distance: Int) -> Bool {
    isHorizontal == other.isHorizontal && abs(place - other.place) < distance
      && span.lowerBound < other.span.upperBound + distance
      && other.span.lowerBound < span.upperBound + distance
  }

  /// The smallest rectangle around it.
  package var rect: Rect {
    isHorizontal
      ? Rect(x: span.lowerBound, y: place, width: span.upperBound - span.lowerBound, height: 0)
      : Rect(x: place, y: span.lowerBound, width: 0, height: span.upperBound - span.lowerBound)
  }
}

extension Route {
  /// The pieces between the bends.
  package func segments(of edge: Int) -> [LineSegment] {
    zip(points, points.dropFirst()).map { LineSegment(edge: edge, from: $0, to: $1) }
  }
}
