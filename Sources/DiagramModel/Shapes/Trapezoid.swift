extension ShapeName {
  /// A trapezoid, wide at its foot.
  public static let trapezoid = ShapeName(Trapezoid.self)
}

/// A rectangle whose upper side is shorter.
enum Trapezoid: Shape {
  static let name = "trapezoid"
  static let keepsSize = false

  static func size(around text: Size) -> Size { Parallelogram.size(around: text) }

  static func textInsets(in size: Size) -> Insets { Slope.textInsets(in: size) }

  static func outline(of size: Size, radius: Int) -> Outline {
    let (slope, width, height) = (Slope.of(size), size.width, size.height)
    return Outline(.polygon((slope, 0), (width - slope, 0), (width, height), (0, height)))
  }

  static func drawioStyle(of size: Size, radius: Int) -> [DrawioStyleEntry]? {
    [
      DrawioStyleEntry("shape", "trapezoid"), DrawioStyleEntry("perimeter", "trapezoidPerimeter"),
      DrawioStyleEntry("fixedSize", 1), DrawioStyleEntry("size", Slope.of(size)),
    ]
  }
}
