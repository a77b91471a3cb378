extension ShapeName {
  /// A step of a process, which points to the next one.
  public static let chevron = ShapeName(Chevron.self)
}

/// An arrow to the right with a notch into which the one before it points.
enum Chevron: Shape {
  static let name = "chevron"
  static let keepsSize = false

  static func size(around text: Size) -> Size {
    Size(width: text.width + 2 * fullTip, height: text.height)
  }

  static func textInsets(in size: Size) -> Insets {
    let tip = tip(in: size)
    return Insets(top: 0, left: tip, bottom: 0, right: tip)
  }

  static func outline(of size: Size, radius: Int) -> Outline {
    let (tip, width, height) = (tip(in: size), size.width, size.height)
    return Outline(
      .polygon(
        (0, 0), (width - tip, 0), (width, height / 2), (width - tip, height), (0, height),
        (tip, height / 2)))
  }

  static func drawioStyle(of size: Size, radius: Int) -> [DrawioStyleEntry]? {
    [
      DrawioStyleEntry("shape", "step"), DrawioStyleEntry("perimeter", "stepPerimeter"),
      DrawioStyleEntry("fixedSize", 1), DrawioStyleEntry("size", tip(in: size)),
    ]
  }

  private static let fullTip = 16

  private static func tip(in size: Size) -> Int { min(fullTip, size.width / 4) }
}
