package import DiagramModel

/// A point on a circle around (0, 0), `turn` parts of `count` clockwise from its top.
package func pointOnCircle(radius: Int, turn: Int, of count: Int) -> Point {
  let unit = unitVector(turn: Double(turn) / Double(count))
  return Point(x: nearest(unit.x * Double(radius)), y: nearest(unit.y * Double(radius)))
}

/// The unit vector `turn` of a full turn clockwise from straight up, the same on every machine.
///
/// Only additions and multiplications are used, which IEEE 754 defines to the last bit; the sine of
/// the C library differs between platforms.
///
/// > Source: Taylor series around 0, to the 15th power, after reduction to an eighth of a turn.
package func unitVector(turn: Double) -> (x: Double, y: Double) {
  let quarter = (turn * 4).truncatingRemainder(dividingBy: 4)
  let steps = Int(quarter + 0.5)
  let angle = (quarter - Double(steps)) * (Double.pi / 2)
  let square = angle * angle
  var (sine, cosine) = (1.0, 1.0)
  for power in stride(from: 15, to: 1, by: -2) {
    sine = 1 - sine * square / Double(power * (power - 1))
    cosine = 1 - cosine * square / Double((power - 1) * (power - 2))
  }
  sine *= angle
  switch steps % 4 {
  case 0: return (sine, -cosine)
  case 1: return (cosine, sine)
  case 2: return (-sine, cosine)
  default: return (-cosine, -sine)
  }
}
