/// A step of a pen.
public enum PathCommand: Hashable, Sendable {
  case move(Point)
  case line(Point)
  /// A quarter of an ellipse whose axes are parallel to those of the drawing, clockwise as seen or
  /// not. Its radii are the distances between its ends along both axes.
  case arc(clockwise: Bool, to: Point)
  /// A curve that leaves towards its control point and comes from there.
  case quadratic(control: Point, to: Point)
  /// A curve that leaves towards the first of its control points and comes from the second.
  case cubic(first: Point, second: Point, to: Point)
  /// Back to the last point moved to.
  case close
}

extension PathCommand {
  /// The pen goes to a place without drawing.
  public static func move(_ x: Int, _ y: Int) -> PathCommand { .move(Point(x: x, y: y)) }

  /// A straight line to a place.
  public static func line(_ x: Int, _ y: Int) -> PathCommand { .line(Point(x: x, y: y)) }

  /// A quarter of an ellipse to a place, clockwise as seen.
  public static func arc(_ x: Int, _ y: Int) -> PathCommand {
    .arc(clockwise: true, to: Point(x: x, y: y))
  }

  /// Where the pen stands afterwards; nil where a path is closed.
  package var end: Point? {
    switch self {
    case .move(let point), .line(let point), .arc(_, let point): point
    case .quadratic(_, let point), .cubic(_, _, let point): point
    case .close: nil
    }
  }

  /// The same step elsewhere.
  package func moved(x dx: Int, y dy: Int) -> PathCommand { with { $0.offset(x: dx, y: dy) } }

  /// The same step between other points.
  func with(_ changed: (Point) -> Point) -> PathCommand {
    switch self {
    case .move(let point): .move(changed(point))
    case .line(let point): .line(changed(point))
    case .arc(let clockwise, let point): .arc(clockwise: clockwise, to: changed(point))
    case .quadratic(let control, let point):
      .quadratic(control: changed(control), to: changed(point))
    case .cubic(let first, let second, let point):
      .cubic(first: changed(first), second: changed(second), to: changed(point))
    case .close: .close
    }
  }
}

extension [PathCommand] {
  /// A closed line through corners, clockwise as seen.
  public static func polygon(_ corners: (x: Int, y: Int)...) -> [PathCommand] {
    guard let first = corners.first else { return [] }
    return [.move(first.x, first.y)] + corners.dropFirst().map { .line($0.x, $0.y) } + [.close]
  }

  /// A circle or ellipse that touches all sides of a rectangle, clockwise as seen.
  public static func ellipse(x: Int, y: Int, width: Int, height: Int) -> [PathCommand] {
    let (right, bottom) = (x + width, y + height)
    let (midX, midY) = (x + width / 2, y + height / 2)
    return [
      .move(midX, y), .arc(right, midY), .arc(midX, bottom), .arc(x, midY), .arc(midX, y), .close,
    ]
  }

  /// The same path elsewhere.
  package func moved(to origin: Point) -> [PathCommand] {
    map { $0.moved(x: origin.x, y: origin.y) }
  }
}
