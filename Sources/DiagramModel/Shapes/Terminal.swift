extension ShapeName {
  /// A terminal, for command lines.
  public static let terminal = ShapeName(Terminal.self)
}

/// A window with a prompt in its upper left corner.
enum Terminal: Shape {
  static let name = "terminal"
  static let keepsSize = false

  static func size(around text: Size) -> Size {
    Size(width: max(text.width, 60), height: text.height + fullPrompt)
  }

  static func textInsets(in size: Size) -> Insets {
    Insets(top: prompt(in: size), left: 0, bottom: 0, right: 0)
  }

  static func outline(of size: Size, radius: Int) -> Outline {
    let prompt = prompt(in: size)
    let (left, top, half) = (min(12, size.width / 4), prompt / 2, prompt / 4)
    let (cursor, end) = (left + half + 4, left + half + 14)
    return Outline(
      RoundedRectangle.path(of: size, radius: radius),
      details: [
        .move(left, top), .line(left + half, top + half), .line(left, top + 2 * half),
        .move(min(cursor, size.width), top + 2 * half),
        .line(min(end, size.width), top + 2 * half),
      ])
  }

  private static let fullPrompt = 20

  private static func prompt(in size: Size) -> Int { min(fullPrompt, size.height / 3) }
}
