extension ShapeName {
  /// A rectangle with rounded corners.
  public static let box = ShapeName(RoundedRectangle.self)
}

/// The usual box; with radius 0 its corners are sharp.
enum RoundedRectangle: Shape {
  static let name = "box"
  static let keepsSize = false

  static func size(around text: Size) -> Size { text }

  static func textInsets(in size: Size) -> Insets { .zero }

  static func outline(of size: Size, radius: Int) -> Outline {
    Outline(path(of: size, radius: radius))
  }

  /// The closed line, also for shapes that are made of one.
  static func path(of size: Size, radius: Int) -> [PathCommand] {
    let radius = clamped(radius, in: size)
    let (right, bottom) = (size.width, size.height)
    guard radius > 0 else {
      return .polygon((0, 0), (right, 0), (right, bottom), (0, bottom))
    }
    return [
      .move(radius, 0),
      .line(right - radius, 0), .arc(right, radius),
      .line(right, bottom - radius), .arc(right - radius, bottom),
      .line(radius, bottom), .arc(0, bottom - radius),
      .line(0, radius), .arc(radius, 0),
      .close,
    ]
  }

  /// draw.io halves the `arcSize`.
  static func drawioStyle(of size: Size, radius: Int) -> [DrawioStyleEntry]? {
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
