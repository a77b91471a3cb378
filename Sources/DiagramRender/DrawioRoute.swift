import DiagramModel

/// What draw.io must be told for a line to run through exactly its points.
struct DrawioRoute {
  private let points: [Point]
  private let isCurved: Bool
  private let source: Rect
  private let target: Rect

  init(_ line: SceneLine, from source: Rect, to target: Rect) {
    points = line.points
    isCurved = line.isCurved
    self.source = source
    self.target = target
  }

  /// Along the axes draw.io re-routes when a person moves a box; else it only joins the points.
  var edgeStyle: String {
    let isOrthogonal = zip(points, points.dropFirst()).allSatisfy { $0.x == $1.x || $0.y == $1.y }
    let isKept =
      points.count > 2
      || (isOutside(points[0], of: source, towards: points[1])
        && isOutside(points[1], of: target, towards: points[0]))
    return isOrthogonal && isKept && !isCurved ? "orthogonalEdgeStyle" : "none"
  }

  /// Whether a way leaves a box here, through a side and more than a unit from a corner.
  ///
  /// Only then does draw.io's router, which chooses the way where there are no bends, take the
  /// straight one (measured with draw.io 29.2.7).
  private func isOutside(_ point: Point, of box: Rect, towards next: Point) -> Bool {
    let inner = box.insetBy(1)
    let facesSide =
      point.y == next.y
      ? inner.minY < point.y && point.y < inner.maxY : inner.minX < point.x && point.x < inner.maxX
    let leaves =
      (next.x > point.x && point.x >= box.maxX) || (next.x < point.x && point.x <= box.minX)
      || (next.y > point.y && point.y >= box.maxY) || (next.y < point.y && point.y <= box.minY)
    return facesSide && leaves
  }
}
