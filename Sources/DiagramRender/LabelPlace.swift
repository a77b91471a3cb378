import DiagramModel

/// Where draw.io is told to put the text of an edge: a place on its way, and a step from there.
struct LabelPlace {
  /// In millionths: -1,000,000 at the start of the way, 0 in its middle, 1,000,000 at its end.
  let share: Int
  /// From that place to the middle of the text, or of the side at which its lines start.
  let offset: Point

  /// The place on the way that lies closest to the text.
  init(of text: SceneText, on points: [Point]) {
    let frame = text.chip ?? text.frame
    let center = frame.center
    let anchor =
      switch text.alignment {
      case .left: Point(x: frame.minX, y: center.y)
      case .center: center
      case .right: Point(x: frame.maxX - DrawioStyle.labelWidth, y: center.y)
      }
    var best = (distance: Double.infinity, travelled: 0.0, point: points[0])
    var length = 0.0
    for (from, to) in zip(points, points.dropFirst()) {
      let piece = Piece(from: from, to: to)
      // draw.io rounds the way from the start of the line.
      let travelled = Double(nearest(length + piece.travelled(closestTo: center)))
      let point = piece.point(after: travelled - length)
      let distance = Piece(from: point, to: center).length
      if distance < best.distance { best = (distance, travelled, point) }
      length += piece.length
    }
    share = length > 0 ? nearest((best.travelled / length * 2 - 1) * 1_000_000) : 0
    offset = anchor.offset(x: -best.point.x, y: -best.point.y)
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

  /// How far from the start the closest place is.
  func travelled(closestTo point: Point) -> Double {
    guard length > 0 else { return 0 }
    let product = (point.x - from.x) * (to.x - from.x) + (point.y - from.y) * (to.y - from.y)
    return max(0, min(length, Double(product) / length))
  }

  func point(after travelled: Double) -> Point {
    guard length > 0 else { return from }
    let share = max(0, min(1, travelled / length))
    return from.offset(
      x: nearest(Double(to.x - from.x) * share), y: nearest(Double(to.y - from.y) * share))
  }
}
