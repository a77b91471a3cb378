import DiagramModel

/// Where draw.io is told to put the text of an edge: a place on its way, and a step from there.
struct LabelPlace {
  /// In ten-thousandths: -10,000 at the start of the way, 0 in its middle, 10,000 at its end.
  let share: Int
  /// From that place to the middle of the text, or of the side at which its lines start.
  let offset: Point

  /// The place on the way that lies closest to the text.
  init(of text: SceneText, on points: [Point]) {
    let anchor =
      switch text.alignment {
      case .left: Point(x: text.frame.minX, y: text.frame.midY)
      case .center: text.frame.center
      case .right: Point(x: text.frame.maxX, y: text.frame.midY)
      }
    var best: (distance: Double, travelled: Double, point: Point)?
    var length = 0.0
    for (from, to) in zip(points, points.dropFirst()) {
      let piece = Piece(from: from, to: to)
      let travelled = piece.travelled(closestTo: text.frame.center)
      let point = piece.point(after: travelled)
      let distance = Piece(from: point, to: text.frame.center).length
      if distance < best?.distance ?? .infinity { best = (distance, length + travelled, point) }
      length += piece.length
    }
    let (travelled, point) = best.map { ($0.travelled, $0.point) } ?? (0, points[0])
    share = length > 0 ? nearest((travelled / length * 2 - 1) * 10_000) : 0
    offset = anchor.offset(x: -point.x, y: -point.y)
  }
}

/// A straight piece of a way.
private struct Piece {
  let from: Point
  let to: Point
  let length: Double

  init(from: Point, to: Point) {
    self.from = from
    self.to = to
    let (width, height) = (Double(to.x - from.x), Double(to.y - from.y))
    length = (width * width + height * height).squareRoot()
  }

  /// How far from the start the closest place is; whole, since draw.io rounds it.
  func travelled(closestTo point: Point) -> Double {
    guard length > 0 else { return 0 }
    let product = (point.x - from.x) * (to.x - from.x) + (point.y - from.y) * (to.y - from.y)
    return max(0, min(length, Double(nearest(Double(product) / length))))
  }

  func point(after travelled: Double) -> Point {
    guard length > 0 else { return from }
    return from.offset(
      x: nearest(Double(to.x - from.x) * travelled / length),
      y: nearest(Double(to.y - from.y) * travelled / length))
  }
}
