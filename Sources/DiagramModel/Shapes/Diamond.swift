extension ShapeName {
  /// A diamond, for decisions.
  public static let diamond = ShapeName(Diamond.self)
}

/// A square on its corner, wider than high.
enum Diamond: Shape {
  static let name = "diamond"
  static let keepsSize = true

  /// The text comes with padding, whose corners may stick out.
  static func size(around text: Size) -> Size {
    Size(width: (text.width * 7 + 3) / 4, height: text.height * 2)
  }

  static func textInsets(in size: Size) -> Insets {
    let (horizontal, vertical) = (size.width * 3 / 14, size.height / 4)
    return Insets(top: vertical, left: horizontal, bottom: vertical, right: horizontal)
  }

  static func outline(of size: Size, radius: Int) -> Outline {
    let (width, height) = (size.width, size.height)
    return Outline(
      .polygon((width / 2, 0), (width, height / 2), (width / 2, height), (0, height / 2)))
  }

  static func drawioStyle(of size: Size, radius: Int) -> [DrawioStyleEntry]? {
    [DrawioStyleEntry("shape", "rhombus"), DrawioStyleEntry("perimeter", "rhombusPerimeter")]
  }
}
