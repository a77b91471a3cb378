extension ShapeName {
  /// A rectangle with rounded corners.
  public static let box = ShapeName(rawValue: "box")
}

/// The usual box; with radius 0 its corners are sharp.
package enum RoundedRectangle: Shape {
  package static let name = ShapeName.box

  package static func outline(of frame: Rect, radius: Int) -> [PathCommand] {
    let radius = clamped(radius, in: frame.size)
    let (left, top, right, bottom) = (frame.minX, frame.minY, frame.maxX, frame.maxY)
    guard radius > 0 else {
      return [
        .move(Point(x: left, y: top)), .line(Point(x: right, y: top)),
        .line(Point(x: right, y: bottom)), .line(Point(x: left, y: bottom)), .close,
      ]
    }
    return [
      .move(Point(x: left + radius, y: top)),
      .line(Point(x: right - radius, y: top)),
      .arc(clockwise: true, to: Point(x: right, y: top + radius)),
      .line(Point(x: right, y: bottom - radius)),
      .arc(clockwise: true, to: Point(x: right - radius, y: bottom)),
      .line(Point(x: left + radius, y: bottom)),
      .arc(clockwise: true, to: Point(x: left, y: bottom - radius)),
      .line(Point(x: left, y: top + radius)),
      .arc(clockwise: true, to: Point(x: left + radius, y: top)),
      .close,
    ]
  }

  /// draw.io halves the `arcSize`.
  package static func drawioStyle(of size: Size, radius: Int) -> [DrawioStyleEntry] {
    let radius = clamped(radius, in: size)
    guard radius > 0 else { return [DrawioStyleEntry("rounded", 0)] }
    return [
      DrawioStyleEntry("rounded", 1), DrawioStyleEntry("absoluteArcSize", 1),
      DrawioStyleEntry("arcSize", 2 * radius),
    ]
  }

  private static func clamped(_ radius: Int, in size: Size) -> Int {
    max(0, min(radius, size.width / 2, size.height / 2))
  }
}
