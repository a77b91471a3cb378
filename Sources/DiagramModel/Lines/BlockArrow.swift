/// The outline of a thick arrow along a way, the same that draw.io draws for its `flexArrow`.
///
/// > Source: `mxArrowConnector.paintEdgeShape` and `FlexArrowShape` of draw.io 29.2.7.
package struct BlockArrow {
  /// The width of the body, that of the heads, and how long these are at most, in units.
  package static let body = 14.0
  package static let head = 32.0
  package static let headLength = 18.0
  /// How far the body with its pen reaches to both sides of its way.
  package static let halfWidth = 8

  private let points: [ExactPoint]
  private let line: SceneLine
  /// How far the outline stays away from the ends, so that its pen ends there.
  private let spacing: Double

  package init(_ line: SceneLine) {
    self.line = line
    points = line.points.map { ExactPoint($0) }
    spacing = Double(line.paint.strokeWidth) / 20
  }

  /// How long its heads are: less on a way that is too short for more.
  package var headLength: Double {
    let last = points.count - 1
    let ends = [(points[0], points[1]), (points[last - 1], points[last])]
    let room = ends.map { $0.distance(to: $1) }.min() ?? 0
    return min(Self.headLength, max(1, room * 0.45))
  }

  /// A closed line with fine coordinates.
  package var path: [PathCommand] {
    let directions = zip(points, points.dropFirst()).map { $0.direction(to: $1) }
    guard let first = directions.first, let last = directions.last else { return [] }
    var (left, right): ([ExactPoint], [ExactPoint]) = ([], [])
    let start = end(at: points[0], first, line.startHead)
    left += start.left
    right += start.right
    for index in directions.indices.dropLast() {
      let corner = miter(at: points[index + 1], directions[index], directions[index + 1])
      left.append(corner.left)
      right.append(corner.right)
    }
    let back = ExactPoint(x: -last.x, y: -last.y)
    let end = end(at: points[points.count - 1], back, line.endHead)
    // Seen from its end, left is right.
    left += end.right.reversed()
    right += end.left.reversed()
    let corners = (left + right.reversed()).map { fine($0) }
    guard let corner = corners.first else { return [] }
    return [.move(corner)] + corners.dropFirst().map(PathCommand.line) + [.close]
  }

  /// Both sides of an end, from the tip inwards, as seen along the way from there.
  private func end(
    at place: ExactPoint, _ direction: ExactPoint, _ head: ArrowHead
  ) -> (left: [ExactPoint], right: [ExactPoint]) {
    let tip = place.moved(along: direction, spacing)
    let half = Self.body / 2
    guard head != .none else {
      return ([tip.beside(direction, half)], [tip.beside(direction, -half)])
    }
    let base = tip.moved(along: direction, headLength)
    let wide = Self.head / 2
    return (
      [tip, base.beside(direction, wide), base.beside(direction, half)],
      [base.beside(direction, -wide), base.beside(direction, -half)]
    )
  }

  /// Where the sides meet at a bend.
  private func miter(
    at place: ExactPoint, _ before: ExactPoint, _ after: ExactPoint
  ) -> (left: ExactPoint, right: ExactPoint) {
    let sum = ExactPoint(x: before.x + after.x, y: before.y + after.y)
    let length = max(1e-6, sum.distance(to: ExactPoint(x: 0, y: 0)))
    let middle = ExactPoint(x: sum.x / length, y: sum.y / length)
    let cosine = max(((before.x * after.x + before.y * after.y + 1) / 2).squareRoot(), 0.06)
    let half = Self.body / 2 / cosine
    return (place.beside(middle, half), place.beside(middle, -half))
  }

  private func fine(_ point: ExactPoint) -> Point {
    let finesse = Double(SceneShape.finesse)
    return Point(x: nearest(point.x * finesse), y: nearest(point.y * finesse))
  }
}

extension ExactPoint {
  fileprivate func distance(to other: ExactPoint) -> Double {
    ((x - other.x) * (x - other.x) + (y - other.y) * (y - other.y)).squareRoot()
  }

  /// A step of length 1 towards another place; to the right where both are one.
  fileprivate func direction(to other: ExactPoint) -> ExactPoint {
    let length = distance(to: other)
    guard length > 0 else { return ExactPoint(x: 1, y: 0) }
    return ExactPoint(x: (other.x - x) / length, y: (other.y - y) / length)
  }

  fileprivate func moved(along direction: ExactPoint, _ length: Double) -> ExactPoint {
    ExactPoint(x: x + direction.x * length, y: y + direction.y * length)
  }

  /// The place so far on the left of a direction.
  fileprivate func beside(_ direction: ExactPoint, _ length: Double) -> ExactPoint {
    ExactPoint(x: x + direction.y * length, y: y - direction.x * length)
  }
}
