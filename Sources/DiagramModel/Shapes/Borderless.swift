extension ShapeName {
  /// No shape at all: only the text is seen.
  public static let none = ShapeName(Borderless.self)
}

/// A text without an outline.
enum Borderless: Shape {
  static let name = "none"
  static let keepsSize = false

  static func size(around text: Size) -> Size { text }

  static func textInsets(in size: Size) -> Insets { .zero }

  static func outline(of size: Size, radius: Int) -> Outline { Outline([]) }

  static func drawioStyle(of size: Size, radius: Int) -> [DrawioStyleEntry]? { [] }
}
