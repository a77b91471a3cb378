extension ShapeName {
  /// A flag, for marks and events.
  public static let flag = ShapeName(Flag.self)
}

/// A rectangle with a notch on its left.
enum Flag: Shape {
  static let name = "flag"
  static let keepsSize = false

  static func size(around text: Size) -> Size {
    Size(width: text.width + fullNotch, height: text.height)
  }

  static func textInsets(in size: Size) -> Insets {
    Insets(top: 0, left: notch(in: size), bottom: 0, right: 0)
  }

  static func outline(of size: Size, radius: Int) -> Outline {
    let (notch, width, height) = (notch(in: size), size.width, size.height)
    return Outline(
      .polygon((0, 0), (width, 0), (width, height), (0, height), (notch, height / 2)))
  }

  private static let fullNotch = 16

  private static func notch(in size: Size) -> Int { min(fullNotch, size.width / 4) }
}
