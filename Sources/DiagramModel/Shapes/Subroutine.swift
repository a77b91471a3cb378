extension ShapeName {
  /// A process that is described elsewhere, with a double line at its sides.
  public static let subroutine = ShapeName(Subroutine.self)
}

/// A rectangle with a line inside its left and right side.
enum Subroutine: Shape {
  static let name = "subroutine"
  static let keepsSize = false

  static func size(around text: Size) -> Size {
    Size(width: text.width + 2 * fullBar, height: text.height)
  }

  static func textInsets(in size: Size) -> Insets {
    let bar = bar(in: size)
    return Insets(top: 0, left: bar, bottom: 0, right: bar)
  }

  static func outline(of size: Size, radius: Int) -> Outline {
    let (bar, width, height) = (bar(in: size), size.width, size.height)
    return Outline(
      RoundedRectangle.path(of: size, radius: 0),
      details: [
        .move(bar, 0), .line(bar, height), .move(width - bar, 0), .line(width - bar, height),
      ])
  }

  private static let fullBar = 10

  private static func bar(in size: Size) -> Int { min(fullBar, size.width / 5) }
}
