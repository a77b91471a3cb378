extension ShapeName {
  /// A box whose short sides are half circles, for states, tags and outside actors.
  public static let pill = ShapeName(Pill.self)
}

/// A rounded rectangle with the largest radius that fits.
enum Pill: Shape {
  static let name = "pill"
  static let keepsSize = false

  static func size(around text: Size) -> Size {
    Size(width: max(text.height, text.width + text.height / 2), height: text.height)
  }

  static func textInsets(in size: Size) -> Insets {
    let room = min(size.height, size.width) / 4
    return size.width >= size.height
      ? Insets(top: 0, left: room, bottom: 0, right: room)
      : Insets(top: room, left: 0, bottom: room, right: 0)
  }

  static func outline(of size: Size, radius: Int) -> Outline {
    RoundedRectangle.outline(of: size, radius: largestRadius(in: size))
  }

  static func drawioStyle(of size: Size, radius: Int) -> [DrawioStyleEntry]? {
    RoundedRectangle.drawioStyle(of: size, radius: largestRadius(in: size))
  }

  private static func largestRadius(in size: Size) -> Int { min(size.width, size.height) / 2 }
}
