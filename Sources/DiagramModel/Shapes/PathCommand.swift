/// A step of a pen.
package enum PathCommand: Hashable, Sendable {
  case move(Point)
  case line(Point)
  /// A quarter of an ellipse whose axes are parallel to those of the drawing, clockwise as seen or
  /// not. Its radii are the distances between its ends along both axes.
  case arc(clockwise: Bool, to: Point)
  case quadratic(control: Point, to: Point)
  /// Back to the last point moved to.
  case close
}

extension [PathCommand] {
  /// Where a straight line meets the lines and arcs of the path, rounded to whole units.
  ///
  /// - Parameters:
  ///   - offset: where the line runs, on the other axis.
  ///   - axis: the direction in which the line runs.
  /// - Returns: coordinates along `axis`, in the order of the path. Curves are not looked at.
  func crossings(at offset: Int, along axis: Axis) -> [Int] {
    var found: [Int] = []
    var start = Point(x: 0, y: 0)
    var pen = start
    for command in self {
      switch command {
      case .move(let point): start = point
      case .line(let point): found += Segment(pen, point, axis).crossings(at: offset)
      case .arc(let clockwise, let point):
        found += Segment(pen, point, axis).arcCrossings(at: offset, isClockwise: clockwise)
      case .quadratic: break
      case .close: found += Segment(pen, start, axis).crossings(at: offset)
      }
      pen = command.end ?? start
    }
    return found
  }
}

extension PathCommand {
  /// Where the pen stands afterwards; nil where a path is closed.
  fileprivate var end: Point? {
    switch self {
    case .move(let point), .line(let point), .arc(_, let point), .quadratic(_, let point): point
    case .close: nil
    }
  }
}

/// A step between two points, seen from a line that runs along an axis.
private struct Segment {
  /// The coordinates of both ends along the line, and across it.
  private let from: (along: Int, across: Int)
  private let to: (along: Int, across: Int)
  private let axis: Axis

  init(_ from: Point, _ to: Point, _ axis: Axis) {
    self.from = axis == .horizontal ? (from.x, from.y) : (from.y, from.x)
    self.to = axis == .horizontal ? (to.x, to.y) : (to.y, to.x)
    self.axis = axis
  }

  private func reaches(_ offset: Int) -> Bool {
    min(from.across, to.across) <= offset && offset <= max(from.across, to.across)
  }

  /// Where the straight line between the ends is met: both ends if it runs along.
  func crossings(at offset: Int) -> [Int] {
    guard reaches(offset) else { return [] }
    let across = to.across - from.across
    guard across != 0 else { return [from.along, to.along] }
    let share = Double(offset - from.across) / Double(across)
    return [nearest(Double(from.along) + share * Double(to.along - from.along))]
  }

  /// Where the quarter ellipse between the ends is met.
  func arcCrossings(at offset: Int, isClockwise: Bool) -> [Int] {
    guard reaches(offset), from.across != to.across else { return [] }
    // The centre shares one coordinate with each end. Clockwise, and down to the right or up to
    // the left, it is x of the start and y of the end; any one of the three changed swaps them.
    let goesAlike = (to.along > from.along) == (to.across > from.across)
    let takesAlongOfStart = (goesAlike == isClockwise) == (axis == .horizontal)
    let (center, outer) = takesAlongOfStart ? (from, to) : (to, from)
    let height = Double(offset - outer.across) / Double(center.across - outer.across)
    let reach = (1 - height * height).squareRoot()
    return [nearest(Double(center.along) + reach * Double(outer.along - center.along))]
  }
}

/// The closest whole number; halves away from zero.
package func nearest(_ value: Double) -> Int { Int(value < 0 ? value - 0.5 : value + 0.5) }
