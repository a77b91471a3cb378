extension ShapeName {
  /// A triangle on its side, with its tip at the top.
  public static let triangle = ShapeName(Triangle.self)
}

/// A triangle with two equal sides.
enum Triangle: Shape {
  static let name = "triangle"
  static let keepsSize = true

  /// The text comes with padding, whose upper corners may stick out.
  static func size(around text: Size) -> Size {
    Size(width: (text.width * 7 + 3) / 4, height: text.height * 2)
  }

  static func textInsets(in size: Size) -> Insets {
    let room = size.width * 3 / 14
    return Insets(top: size.height / 2, left: room, bottom: 0, right: room)
  }

  static func outline(of size: Size, radius: Int) -> Outline {
    Outline(.polygon((size.width / 2, 0), (size.width, size.height), (0, size.height)))
  }
}
