import DiagramAlgorithms
import DiagramModel

/// A piece of the outline of an ellipse, from its ends.
///
/// No angle is computed but that of the axes, so that it is the same on every machine.
///
/// > Source: SVG 2, appendix on elliptical arcs; radii that are too small grow until both ends lie on
/// > the ellipse.
struct EllipticalArc {
  private let center: ExactPoint
  private let radii: ExactPoint
  /// The sine and cosine of the angle between the axes of the ellipse and those of the drawing.
  private let turn: (sine: Double, cosine: Double)
  /// Both ends on the unit circle that the ellipse is made of.
  private let ends: (from: ExactPoint, to: ExactPoint)
  private let isLarge: Bool
  private let isClockwise: Bool

  /// The arc between two points; nil where it is a straight line.
  init?(
    from start: ExactPoint, to end: ExactPoint, radii: ExactPoint, degrees: Double, isLarge: Bool,
    isClockwise: Bool
  ) {
    let turn = sineAndCosine(degrees: degrees)
    let (dx, dy) = ((start.x - end.x) / 2, (start.y - end.y) / 2)
    let x = turn.cosine * dx + turn.sine * dy
    let y = turn.cosine * dy - turn.sine * dx
    guard radii.x > Self.least, radii.y > Self.least, abs(x) + abs(y) > Self.least else {
      return nil
    }
    let excess = (x * x) / (radii.x * radii.x) + (y * y) / (radii.y * radii.y)
    let growth = excess > 1 ? excess.squareRoot() : 1
    let (a, b) = (radii.x * growth, radii.y * growth)
    let distance = excess < 1 ? max(0, 1 / excess - 1).squareRoot() : 0
    let factor = isLarge == isClockwise ? -distance : distance
    let (centerX, centerY) = (factor * a * y / b, -factor * b * x / a)
    center = ExactPoint(
      x: turn.cosine * centerX - turn.sine * centerY + (start.x + end.x) / 2,
      y: turn.sine * centerX + turn.cosine * centerY + (start.y + end.y) / 2)
    ends = (
      ExactPoint(x: (x - centerX) / a, y: (y - centerY) / b),
      ExactPoint(x: (-x - centerX) / a, y: (-y - centerY) / b)
    )
    self.radii = ExactPoint(x: a, y: b)
    self.turn = turn
    self.isLarge = isLarge
    self.isClockwise = isClockwise
  }

  /// What is no radius and no distance.
  private static let least = 1e-9

  /// Cubic curves along it, a quarter each at most.
  var curves: [(ExactPoint, ExactPoint, ExactPoint)] {
    var curves: [(ExactPoint, ExactPoint, ExactPoint)] = []
    var pen = ends.from
    while curves.count < 4, isBeyondQuarter(pen, isFirst: curves.isEmpty) {
      let next =
        isClockwise ? ExactPoint(x: -pen.y, y: pen.x) : ExactPoint(x: pen.y, y: -pen.x)
      curves.append(curve(from: pen, to: next))
      pen = next
    }
    curves.append(curve(from: pen, to: ends.to))
    return curves
  }

  /// Whether more than a quarter of the circle is left.
  private func isBeyondQuarter(_ pen: ExactPoint, isFirst: Bool) -> Bool {
    let along = pen.x * ends.to.x + pen.y * ends.to.y
    let across = (pen.x * ends.to.y - pen.y * ends.to.x) * (isClockwise ? 1 : -1)
    return isFirst && isLarge || along < 0 || across < 0
  }

  /// A curve along the circle between two of its points, a quarter at most.
  private func curve(
    from: ExactPoint, to: ExactPoint
  ) -> (ExactPoint, ExactPoint, ExactPoint) {
    let (along, across) = (from.x * to.x + from.y * to.y, from.x * to.y - from.y * to.x)
    // The tangents of a half and of a quarter of the angle.
    let half = across / (1 + along)
    let length = 4.0 / 3 * half / (1 + (1 + half * half).squareRoot())
    return (
      place(from.x - length * from.y, from.y + length * from.x),
      place(to.x + length * to.y, to.y - length * to.x), place(to.x, to.y)
    )
  }

  /// A point of the unit circle on the ellipse.
  private func place(_ x: Double, _ y: Double) -> ExactPoint {
    let (x, y) = (radii.x * x, radii.y * y)
    return ExactPoint(
      x: center.x + turn.cosine * x - turn.sine * y, y: center.y + turn.sine * x + turn.cosine * y)
  }
}

/// The sine and cosine of an angle, the same on every machine.
func sineAndCosine(degrees: Double) -> (sine: Double, cosine: Double) {
  let unit = unitVector(turn: (degrees / 360).truncatingRemainder(dividingBy: 1) + 1)
  return (unit.x, -unit.y)
}
