extension ShapeName {
  /// A circle.
  public static let circle = ShapeName(Circle.self)
}

/// An ellipse that is as wide as it is high.
enum Circle: Shape {
  static let name = "circle"
  static let keepsSize = true

  static func size(around text: Size) -> Size {
    // The circle through the corners; padding on all sides is more than it needs at the long ones.
    let square = (text.width * text.width + text.height * text.height)
    let diameter = nearest(Double(square).squareRoot()) + 1
    return Size(width: diameter, height: diameter)
  }

  static func textInsets(in size: Size) -> Insets { .zero }

  static func outline(of size: Size, radius: Int) -> Outline {
    Ellipse.outline(of: size, radius: radius)
  }

  static func drawioStyle(of size: Size, radius: Int) -> [DrawioStyleEntry]? {
    Ellipse.drawioStyle(of: size, radius: radius)
  }
}
