extension ShapeName {
  /// The window of a browser, for web pages.
  public static let browser = ShapeName(Browser.self)
}

/// A window with a bar and three buttons.
enum Browser: Shape {
  static let name = "browser"
  static let keepsSize = false

  static func size(around text: Size) -> Size {
    Size(width: max(text.width, 60), height: text.height + fullBar)
  }

  static func textInsets(in size: Size) -> Insets {
    Insets(top: bar(in: size), left: 0, bottom: 0, right: 0)
  }

  static func outline(of size: Size, radius: Int) -> Outline {
    let bar = bar(in: size)
    let button = min(6, bar / 3)
    let buttons = (0..<3).map { 10 + 12 * $0 }.filter { $0 + button < size.width }
    return Outline(
      RoundedRectangle.path(of: size, radius: radius),
      details: [.move(0, bar), .line(size.width, bar)]
        + buttons.flatMap { x in
          [PathCommand].ellipse(x: x, y: (bar - button) / 2, width: button, height: button)
        })
  }

  private static let fullBar = 18

  private static func bar(in size: Size) -> Int { min(fullBar, size.height / 3) }
}
