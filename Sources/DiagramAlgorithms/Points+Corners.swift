package import DiagramModel

extension [Point] {
  /// The same way without points in the middle of straight pieces, and without turns back.
  package var withoutStraightCorners: [Point] {
    var corners: [Point] = []
    for point in self {
      if let last = corners.last, let previous = corners.dropLast().last,
        (previous.x == last.x && last.x == point.x) || (previous.y == last.y && last.y == point.y)
      {
        corners.removeLast()
      }
      if corners.last != point { corners.append(point) }
    }
    return corners
  }
}
