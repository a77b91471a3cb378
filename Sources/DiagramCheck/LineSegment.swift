import DiagramAlgorithms
package import DiagramGraph
package import DiagramModel

/// A straight piece of a route; most run along an axis.
package struct LineSegment: Hashable, Sendable {
  package let edge: Int
  /// The end that is further left, or above if both are one above the other.
  let start: Point
  let end: Point

  package init(edge: Int, from start: Point, to end: Point) {
    self.edge = edge
    (self.start, self.end) = (start.x, start.y) <= (end.x, end.y) ? (start, end) : (end, start)
  }

  package var isHorizontal: Bool { start.y == end.y }
  /// Whether it runs along no axis.
  var isSlanted: Bool { start.x != end.x && start.y != end.y }

  /// Where one that runs along an axis lies across its own direction.
  package var place: Int { isHorizontal ? start.y : start.x }

  /// What one that runs along an axis covers along its own direction.
  package var span: ClosedRange<Int> { isHorizontal ? start.x...end.x : start.y...end.y }

  /// In whole units; that of a slanted one is rounded down.
  package var length: Int {
    let (dx, dy) = (end.x - start.x, abs(end.y - start.y))
    return isSlanted ? Int(Double(dx * dx + dy * dy).squareRoot()) : dx + dy
  }

  /// Whether both cross in a point inside of each.
  package func crosses(_ other: LineSegment) -> Bool {
    if isSlanted || other.isSlanted {
      return separates(other.start, other.end) && other.separates(start, end)
    }
    return isHorizontal != other.isHorizontal
      && span.lowerBound < other.place && other.place < span.upperBound
      && other.span.lowerBound < place && place < other.span.upperBound
  }

  /// Whether two points lie on different sides of the line through both ends.
  private func separates(_ first: Point, _ second: Point) -> Bool {
    func side(of point: Point) -> Int {
      ((end.x - start.x) * (point.y - start.y) - (end.y - start.y) * (point.x - start.x)).signum()
    }
    return side(of: first) * side(of: second) < 0
  }

  /// Whether both run along one axis beside each other, or meet, with less than `distance` between
  /// them.
  package func isNear(_ other: LineSegment, distance: Int) -> Bool {
    isHorizontal == other.isHorizontal && !isSlanted && !other.isSlanted
      && abs(place - other.place) < distance
      && span.lowerBound < other.span.upperBound + distance
      && other.span.lowerBound < span.upperBound + distance
  }

  /// Whether it has a point inside a rectangle.
  package func runsThrough(_ rect: Rect) -> Bool {
    isSlanted ? rect.insetBy(1).isHit(from: start, to: end) : self.rect.touchesInside(of: rect)
  }

  /// The smallest rectangle around it.
  package var rect: Rect { Rect(from: start, to: end) }
}

extension Route {
  /// The pieces between the bends.
  package func segments(of edge: Int) -> [LineSegment] { points.segments(of: edge) }

  /// The pieces of the line as it is drawn: of a curve there are several for each bend.
  package func drawnSegments(of edge: Int) -> [LineSegment] { drawnPoints.segments(of: edge) }
}

extension [Point] {
  fileprivate func segments(of edge: Int) -> [LineSegment] {
    zip(self, dropFirst()).map { LineSegment(edge: edge, from: $0, to: $1) }
  }
}
