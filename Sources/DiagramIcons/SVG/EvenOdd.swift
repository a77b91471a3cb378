import DiagramModel

extension [IconStep] {
  /// The same inside without `fill-rule: evenodd`: each closed line runs against the one around it.
  /// Nil where lines cross, so that no directions tell the inside.
  var withoutRule: [IconStep]? {
    let contours = contours
    guard contours.count > 1 || contours.first.map({ !$0.isEmpty }) ?? false else { return self }
    let outlines = contours.map(Outline.init)
    guard outlines.reduce(0, { $0 + $1.points.count }) <= 6_000, !Outline.doCross(outlines) else {
      return nil
    }
    return contours.indices.flatMap { index -> [IconStep] in
      let outline = outlines[index]
      let depth = outlines.indices.count { other in
        other != index && outlines[other].surrounds(outline)
      }
      let isForward = depth.isMultiple(of: 2)
      return (outline.area > 0) == isForward ? contours[index] : contours[index].reversedContour
    }
  }

  /// The path in pieces that begin with a move each.
  private var contours: [[IconStep]] {
    var contours: [[IconStep]] = []
    for step in self {
      if case .move = step { contours.append([]) }
      if !contours.isEmpty { contours[contours.count - 1].append(step) }
    }
    return contours.filter { $0.count > 1 }
  }

  /// One closed line, the other way round.
  private var reversedContour: [IconStep] {
    var ends: [ExactPoint] = []
    for step in self { if let end = step.end { ends.append(end) } }
    guard let last = ends.last else { return self }
    var steps: [IconStep] = [.move(last)]
    let drawn = filter { if case .close = $0 { false } else { true } }
    for index in drawn.indices.dropFirst().reversed() {
      let end = ends[index - 1]
      switch drawn[index] {
      case .cubic(let first, let second, _): steps.append(.cubic(second, first, end))
      case .line, .move, .close: steps.append(.line(end))
      }
    }
    return steps + [.close]
  }
}

/// A closed line as a polygon.
private struct Outline {
  let points: [ExactPoint]
  private let low: ExactPoint
  private let high: ExactPoint

  init(_ contour: [IconStep]) {
    var points: [ExactPoint] = []
    for step in contour {
      if case .cubic(let first, let second, let end) = step, let from = points.last {
        for piece in 1..<8 {
          points.append(Self.place(Double(piece) / 8, from, first, second, end))
        }
      }
      if let end = step.end, end != points.last { points.append(end) }
    }
    if points.count > 1, points.first == points.last { points.removeLast() }
    self.points = points
    low = ExactPoint(x: points.map(\.x).min() ?? 0, y: points.map(\.y).min() ?? 0)
    high = ExactPoint(x: points.map(\.x).max() ?? 0, y: points.map(\.y).max() ?? 0)
  }

  private static func place(
    _ share: Double, _ a: ExactPoint, _ b: ExactPoint, _ c: ExactPoint, _ d: ExactPoint
  ) -> ExactPoint {
    let (one, two) = (a.towards(b, share), b.towards(c, share))
    let three = c.towards(d, share)
    return one.towards(two, share).towards(two.towards(three, share), share)
  }

  /// Twice the area, positive where it runs clockwise as seen.
  var area: Double {
    sides.reduce(0) { $0 + $1.0.x * $1.1.y - $1.1.x * $1.0.y }
  }

  private var sides: some Sequence<(ExactPoint, ExactPoint)> {
    zip(points, points.dropFirst() + points.prefix(1))
  }

  /// Whether another outline, which does not cross it, lies inside.
  func surrounds(_ other: Outline) -> Bool {
    guard let corner = other.points.first, low.x <= other.low.x, low.y <= other.low.y,
      high.x >= other.high.x, high.y >= other.high.y
    else { return false }
    // The middle of a side: a corner may lie on this outline.
    let next = other.points.count > 1 ? other.points[1] : corner
    let place = corner.towards(next, 0.5)
    var isInside = false
    for (from, to) in sides where (from.y > place.y) != (to.y > place.y) {
      let x = from.x + (place.y - from.y) / (to.y - from.y) * (to.x - from.x)
      if x > place.x { isInside.toggle() }
    }
    return isInside
  }

  /// Whether lines cross, of one outline or of two.
  ///
  /// - Complexity: O(*points*²) at worst; most pairs lie apart.
  static func doCross(_ outlines: [Outline]) -> Bool {
    outlines.indices.contains { one in
      outlines[one].crossesItself
        || outlines.indices.dropFirst(one + 1).contains { outlines[one].crosses(outlines[$0]) }
    }
  }

  private var crossesItself: Bool {
    let sides = Array(sides)
    return sides.indices.contains { one in
      sides.indices.dropFirst(one + 1).contains { properlyCross(sides[one], sides[$0]) }
    }
  }

  private func crosses(_ other: Outline) -> Bool {
    guard low.x <= other.high.x, other.low.x <= high.x, low.y <= other.high.y,
      other.low.y <= high.y
    else { return false }
    return sides.contains { side in
      other.sides.contains { properlyCross(side, $0) }
    }
  }
}

/// Whether two pieces of line meet in their insides, and not along each other.
private func properlyCross(
  _ one: (ExactPoint, ExactPoint), _ other: (ExactPoint, ExactPoint)
) -> Bool {
  guard max(one.0.x, one.1.x) >= min(other.0.x, other.1.x),
    max(other.0.x, other.1.x) >= min(one.0.x, one.1.x),
    max(one.0.y, one.1.y) >= min(other.0.y, other.1.y),
    max(other.0.y, other.1.y) >= min(one.0.y, one.1.y)
  else { return false }
  func side(_ a: ExactPoint, _ b: ExactPoint, _ p: ExactPoint) -> Double {
    let product = (b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x)
    let length = abs(b.x - a.x) + abs(b.y - a.y)
    // What lies on a line but for rounding does not cross it.
    return abs(product) <= 1e-3 * length ? 0 : product
  }
  return side(one.0, one.1, other.0) * side(one.0, one.1, other.1) < 0
    && side(other.0, other.1, one.0) * side(other.0, other.1, one.1) < 0
}
