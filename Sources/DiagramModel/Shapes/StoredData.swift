extension ShapeName {
  /// Data that is kept, in whatever store.
  public static let stored = ShapeName(StoredData.self)
}

/// A rectangle whose left and right sides are both bent to the left.
enum StoredData: Shape {
  static let name = "stored"
  static let keepsSize = false

  static func size(around text: Size) -> Size {
    Size(width: text.width + 2 * fullBend, height: text.height)
  }

  static func textInsets(in size: Size) -> Insets {
    let bend = bend(in: size)
    return Insets(top: 0, left: bend, bottom: 0, right: bend)
  }

  static func outline(of size: Size, radius: Int) -> Outline {
    let (bend, width, height) = (bend(in: size), size.width, size.height)
    return Outline([
      .move(bend, 0), .line(width, 0),
      .cubic(
        first: Point(x: width - bend, y: height / 3),
        second: Point(x: width - bend, y: height - height / 3), to: Point(x: width, y: height)),
      .line(bend, height),
      .arc(0, height / 2), .arc(bend, 0), .close,
    ])
  }

  /// How far the sides reach to the left, where there is room.
  private static let fullBend = 12

  private static func bend(in size: Size) -> Int { min(fullBend, size.width / 5) }
}
