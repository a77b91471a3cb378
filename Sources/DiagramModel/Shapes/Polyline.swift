/// A place between whole units.
package struct ExactPoint: Hashable, Sendable {
  package var x: Double
  package var y: Double

  package init(x: Double, y: Double) {
    self.x = x
    self.y = y
  }

  package init(_ point: Point) { self.init(x: Double(point.x), y: Double(point.y)) }

  /// The place at a share of the way to another one, 0 here and 1 there.
  package func towards(_ other: ExactPoint, _ share: Double) -> ExactPoint {
    ExactPoint(x: x + (other.x - x) * share, y: y + (other.y - y) * share)
  }
}

extension [PathCommand] {
  /// Into how many straight pieces a curve is cut: a curve 400 units long lies less than half a unit
  /// beside them.
  private static var pieces: Int { 24 }

  /// The path as straight lines, each move the start of a new one; closed ones end where they began.
  package var polylines: [[ExactPoint]] {
    var lines: [[ExactPoint]] = []
    var (start, pen) = (Point(x: 0, y: 0), Point(x: 0, y: 0))
    for command in self {
      switch command {
      case .move(let point):
        start = point
        lines.append([ExactPoint(point)])
      case .close: lines.appendToLast([ExactPoint(start)])
      case .line(let point): lines.appendToLast([ExactPoint(point)])
      case .arc, .quadratic, .cubic:
        lines.appendToLast(
          (1...Self.pieces).map { command.place(Double($0) / Double(Self.pieces), from: pen) })
      }
      pen = command.end ?? start
    }
    return lines
  }

  /// Where a straight line meets the path, rounded to whole units.
  ///
  /// - Parameters:
  ///   - offset: where the line runs, on the other axis.
  ///   - axis: the direction in which the line runs.
  /// - Returns: coordinates along `axis`, in the order of the path.
  func crossings(at offset: Int, along axis: Axis) -> [Int] {
    let across = Double(offset)
    return polylines.flatMap { line in
      zip(line, line.dropFirst()).flatMap { from, to -> [Double] in
        let (from, to) = (from.seen(along: axis), to.seen(along: axis))
        guard Swift.min(from.across, to.across) <= across,
          across <= Swift.max(from.across, to.across)
        else {
          return []
        }
        guard from.across != to.across else { return [from.along, to.along] }
        let share = (across - from.across) / (to.across - from.across)
        return [from.along + share * (to.along - from.along)]
      }
    }.map(nearest)
  }
}

extension [[ExactPoint]] {
  /// A path that does not begin with a move begins where it first leads.
  fileprivate mutating func appendToLast(_ points: [ExactPoint]) {
    if isEmpty { append([]) }
    self[count - 1] += points
  }
}

extension ExactPoint {
  /// Whether the way on to another point turns to the left, as numbers grow upwards.
  fileprivate func turns(at corner: ExactPoint, to next: ExactPoint) -> Bool {
    (corner.x - x) * (next.y - y) - (corner.y - y) * (next.x - x) > 0
  }

  fileprivate func seen(along axis: Axis) -> (along: Double, across: Double) {
    axis == .horizontal ? (x, y) : (y, x)
  }
}

extension PathCommand {
  /// The place at a share of a step that starts at `pen`.
  fileprivate func place(_ share: Double, from pen: Point) -> ExactPoint {
    let start = ExactPoint(pen)
    switch self {
    case .move(let point), .line(let point): return start.towards(ExactPoint(point), share)
    case .close: return start
    case .quadratic(let control, let end):
      let control = ExactPoint(control)
      return start.towards(control, share).towards(
        control.towards(ExactPoint(end), share), share)
    case .cubic(let first, let second, let end):
      let (first, second, end) = (ExactPoint(first), ExactPoint(second), ExactPoint(end))
      let middle = first.towards(second, share)
      return start.towards(first, share).towards(middle, share).towards(
        middle.towards(second.towards(end, share), share), share)
    case .arc(let isClockwise, let end):
      return Self.placeOnQuarter(share, from: start, to: ExactPoint(end), isClockwise)
    }
  }

  /// A quarter of an ellipse: its centre shares one coordinate with each end.
  private static func placeOnQuarter(
    _ share: Double, from start: ExactPoint, to end: ExactPoint, _ isClockwise: Bool
  ) -> ExactPoint {
    // Clockwise, and down to the right or up to the left, the centre has x of the start and y of the
    // end; any one of the three changed swaps them.
    let goesAlike = (end.x > start.x) == (end.y > start.y)
    let takesXOfStart = goesAlike == isClockwise
    let center = ExactPoint(
      x: takesXOfStart ? start.x : end.x, y: takesXOfStart ? end.y : start.y)
    // A rational quadratic is exact, and needs no sine.
    let corner = ExactPoint(
      x: takesXOfStart ? end.x : start.x, y: takesXOfStart ? start.y : end.y)
    let (one, two) = (1 - share, share)
    let weight = 2.0.squareRoot() / 2
    let shares = (one * one, 2 * weight * one * two, two * two)
    let sum = shares.0 + shares.1 + shares.2
    return ExactPoint(
      x: center.x
        + (shares.0 * (start.x - center.x) + shares.1 * (corner.x - center.x)
          + shares.2 * (end.x - center.x)) / sum,
      y: center.y
        + (shares.0 * (start.y - center.y) + shares.1 * (corner.y - center.y)
          + shares.2 * (end.y - center.y)) / sum)
  }
}

/// The closest whole number; halves away from zero.
package func nearest(_ value: Double) -> Int { Int(value < 0 ? value - 0.5 : value + 0.5) }

extension [ExactPoint] {
  /// How far a point lies from this line.
  package func distance(to point: ExactPoint) -> Double {
    zip(self, dropFirst()).map { from, to in
      let (width, height) = (to.x - from.x, to.y - from.y)
      let square = width * width + height * height
      let along = (point.x - from.x) * width + (point.y - from.y) * height
      let foot = from.towards(to, square > 0 ? Swift.max(0, Swift.min(1, along / square)) : 0)
      let (dx, dy) = (point.x - foot.x, point.y - foot.y)
      return (dx * dx + dy * dy).squareRoot()
    }.min() ?? .infinity
  }

  /// Whether a point lies inside of this closed line, which crosses itself nowhere.
  package func surrounds(_ point: ExactPoint) -> Bool {
    var isInside = false
    for (from, to) in zip(self, dropFirst()) where (from.y > point.y) != (to.y > point.y) {
      let x = from.x + (point.y - from.y) / (to.y - from.y) * (to.x - from.x)
      if x > point.x { isInside.toggle() }
    }
    return isInside
  }

  /// Where a straight line first meets this one, as a share of its length; nil if it does not.
  package func firstMeeting(from start: ExactPoint, to end: ExactPoint) -> Double? {
    let (dx, dy) = (end.x - start.x, end.y - start.y)
    return zip(self, dropFirst()).compactMap { from, to -> Double? in
      let (width, height) = (to.x - from.x, to.y - from.y)
      let turn = dx * height - dy * width
      guard turn != 0 else { return nil }
      let (left, top) = (from.x - start.x, from.y - start.y)
      let (share, own) = (
        (left * height - top * width) / turn, (left * dy - top * dx) / turn
      )
      return 0 <= own && own <= 1 && 0 < share && share <= 1 ? share : nil
    }.min()
  }

  /// The smallest closed line without a dent around all points.
  ///
  /// > Source: Andrew, Another efficient algorithm for convex hulls in two dimensions, 1979.
  ///
  /// - Complexity: O(*n* log *n*).
  package var hull: [ExactPoint] {
    let sorted = sorted { ($0.x, $0.y) < ($1.x, $1.y) }
    func half(_ points: some Sequence<ExactPoint>) -> [ExactPoint] {
      points.reduce(into: []) { chain, point in
        while chain.count > 1, !chain[chain.count - 2].turns(at: chain[chain.count - 1], to: point)
        {
          chain.removeLast()
        }
        chain.append(point)
      }
    }
    return half(sorted) + half(sorted.reversed()).dropFirst()
  }

  /// Points along this line, at most so far apart, its corners among them.
  package func places(every step: Double) -> [ExactPoint] {
    zip(self, dropFirst()).flatMap { from, to in
      let (width, height) = (to.x - from.x, to.y - from.y)
      let count = Swift.max(1, Int((width * width + height * height).squareRoot() / step) + 1)
      return (0...count).map { from.towards(to, Double($0) / Double(count)) }
    }
  }
}
