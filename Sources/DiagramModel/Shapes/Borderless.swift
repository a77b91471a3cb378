extension ShapeName {
  /// No shape at all: only the text is seen.
  public static let none = ShapeName(rawValue: "none")
}

/// A text without an outline.
package enum Borderless: Shape {
  package static let name = ShapeName.none

  package static func outline(of frame: Rect, radius: Int) -> [PathCommand] { [] }

  package static func drawioStyle(of size: Size, radius: Int) -> [DrawioStyleEntry] { [] }
}
