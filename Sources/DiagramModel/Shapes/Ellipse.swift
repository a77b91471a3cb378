extension ShapeName {
  /// An ellipse.
  public static let ellipse = ShapeName(Ellipse.self)
}

/// An ellipse that touches all sides of its frame.
enum Ellipse: Shape {
  static let name = "ellipse"
  static let keepsSize = true

  /// The ellipse through the corners of the text: larger by the root of 2; a circle around what is
  /// higher than wide.
  static func size(around text: Size) -> Size {
    let height = (text.height * 141 + 99) / 100 + 1
    return Size(width: max((text.width * 141 + 99) / 100 + 1, height), height: height)
  }

  static func textInsets(in size: Size) -> Insets {
    let (horizontal, vertical) = (size.width * 146 / 1000, size.height * 146 / 1000)
    return Insets(top: vertical, left: horizontal, bottom: vertical, right: horizontal)
  }

  static func outline(of size: Size, radius: Int) -> Outline {
    Outline(.ellipse(x: 0, y: 0, width: size.width, height: size.height))
  }

  static func drawioStyle(of size: Size, radius: Int) -> [DrawioStyleEntry]? {
    [DrawioStyleEntry("shape", "ellipse"), DrawioStyleEntry("perimeter", "ellipsePerimeter")]
  }
}
