import DiagramModel

/// Boxes around a circle.
struct RingFrames {
  let frames: [Rect]
  let radius: Int

  /// The smallest rectangle around all boxes.
  var bounds: Rect { frames.dropFirst().reduce(frames.first ?? .zero) { $0.union($1) } }
}

extension SizedGraph {
  /// Puts the children of a node on the smallest circle that keeps their gap, clockwise from the
  /// top, around the point (0, 0).
  func ringFrames(of node: Int) -> RingFrames {
    let sizes = children[node].map { self.sizes[$0] }
    let gap = max(spacing.gaps[node].width, spacing.gaps[node].height)
    guard sizes.count > 1 else { return RingFrames(sizes: sizes, radius: 0) }
    var radius = grid
    while true {
      let ring = RingFrames(sizes: sizes, radius: radius)
      if ring.keeps(gap: gap) { return ring }
      radius += grid / 2
    }
  }
}

extension RingFrames {
  fileprivate init(sizes: [Size], radius: Int) {
    self.radius = radius
    frames = sizes.enumerated().map { index, size in
      let spot = pointOnCircle(radius: radius, turn: index, of: sizes.count)
      // Middles on half the grid, so that boxes opposite each other are aligned exactly.
      let snapped = Point(x: snapped(spot.x), y: snapped(spot.y))
      return Rect(
        origin: snapped.offset(x: -size.width / 2, y: -size.height / 2), size: size)
    }
  }

  fileprivate func keeps(gap: Int) -> Bool {
    frames.indices.allSatisfy { one in
      frames.indices.dropFirst(one + 1).allSatisfy { other in
        distance(frames[one], frames[other]) >= gap
      }
    }
  }
}

/// The larger of the horizontal and the vertical distance of two rectangles.
private func distance(_ one: Rect, _ other: Rect) -> Int {
  max(
    max(one.minX, other.minX) - min(one.maxX, other.maxX),
    max(one.minY, other.minY) - min(one.maxY, other.maxY))
}

private func snapped(_ coordinate: Int) -> Int {
  let step = grid / 2
  let half = coordinate < 0 ? -step / 2 : step / 2
  return (coordinate + half) / step * step
}

/// A point on a circle around (0, 0), `turn` parts of `count` clockwise from its top.
func pointOnCircle(radius: Int, turn: Int, of count: Int) -> Point {
  let unit = unitVector(turn: Double(turn) / Double(count))
  return Point(x: nearest(unit.x * Double(radius)), y: nearest(unit.y * Double(radius)))
}

/// The unit vector `turn` of a full turn clockwise from straight up, the same on every machine.
///
/// Only additions and multiplications are used, which IEEE 754 defines to the last bit; the sine of
/// the C library differs between platforms.
///
/// > Source: Taylor series around 0, to the 15th power, after reduction to an eighth of a turn.
func unitVector(turn: Double) -> (x: Double, y: Double) {
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
