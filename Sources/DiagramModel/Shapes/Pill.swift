extension ShapeName {
  /// A box whose short sides are half circles, for states, tags and outside actors.
  public static let pill = ShapeName(rawValue: "pill")
}

/// A rounded rectangle with the largest radius that fits.
package enum Pill: Shape {
  package static let name = ShapeName.pill

  package static func size(around text: Size) -> Size {
    Size(width: max(text.height, text.width + text.height / 2), height: text.height)
  }

  package static func textInsets(in size: Size) -> Insets {
    let room = min(size.height, size.width) / 4
    return size.width >= size.height
      ? Insets(top: 0, left: room, bottom: 0, right: room)
      : Insets(top: room, left: 0, bottom: room, right: 0)
  }

  package static func outline(of frame: Rect, radius: Int) -> [PathCommand] {
    RoundedRectangle.outline(of: frame, radius: largestRadius(in: frame.size))
  }

  package static func drawioStyle(of size: Size, radius: Int) -> [DrawioStyleEntry] {
    RoundedRectangle.drawioStyle(of: size, radius: largestRadius(in: size))
  }

  private static func largestRadius(in size: Size) -> Int { min(size.width, size.height) / 2 }
}
