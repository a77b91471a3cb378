package import DiagramModel

extension Rect {
  /// Whether both share a point, be it on their outlines.
  package func touches(_ other: Rect) -> Bool {
    minX <= other.maxX && other.minX <= maxX && minY <= other.maxY && other.minY <= maxY
  }

  /// How far two rectangles are apart, along both axes together.
  package func distance(to other: Rect) -> Int {
    max(0, minX - other.maxX, other.minX - maxX) + max(0, minY - other.maxY, other.minY - maxY)
  }

  /// Width times height.
  package var area: Int { size.width * size.height }

  /// The area of what both have in common.
  package func sharedArea(with other: Rect) -> Int {
    let x = self[.horizontal].intersection(other[.horizontal])
    let y = self[.vertical].intersection(other[.vertical])
    return max(0, x.length) * max(0, y.length)
  }

  /// Whether a straight line runs through the inside or along the outline.
  package func isHit(from start: Point, to end: Point) -> Bool {
    guard Span(between: start.x, and: end.x).touches(self[.horizontal]),
      Span(between: start.y, and: end.y).touches(self[.vertical])
    else { return false }
    let (dx, dy) = (end.x - start.x, end.y - start.y)
    let (left, right) = (dy * (minX - start.x), dy * (maxX - start.x))
    let (top, bottom) = (dx * (minY - start.y), dx * (maxY - start.y))
    // On which side of the line the corners lie.
    return min(top, bottom) - max(left, right) <= 0 && max(top, bottom) - min(left, right) >= 0
  }

  /// Whether some point of this rectangle, which may be a line, lies inside the other.
  package func touchesInside(of other: Rect) -> Bool {
    max(minX, other.minX + 1) <= min(maxX, other.maxX - 1)
      && max(minY, other.minY + 1) <= min(maxY, other.maxY - 1)
  }
}
