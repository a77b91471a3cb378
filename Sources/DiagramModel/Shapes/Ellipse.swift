extension ShapeName {
  /// A circle or ellipse.
  public static let ellipse = ShapeName(rawValue: "ellipse")
}

/// An ellipse that touches all sides of its frame.
package enum Ellipse: Shape {
  package static let name = ShapeName.ellipse
  package static let keepsSize = true

  /// The ellipse through the corners of the text: larger by the root of 2; a circle around what is
  /// higher than wide.
  package static func size(around text: Size) -> Size {
    let height = (text.height * 141 + 99) / 100 + 1
    return Size(width: max((text.width * 141 + 99) / 100 + 1, height), height: height)
  }

  package static func textInsets(in size: Size) -> Insets {
    let (horizontal, vertical) = (size.width * 146 / 1000, size.height * 146 / 1000)
    return Insets(top: vertical, left: horizontal, bottom: vertical, right: horizontal)
  }

  package static func outline(of frame: Rect, radius: Int) -> [PathCommand] {
    [
      .move(frame.midpoint(of: .top)),
      .arc(clockwise: true, to: frame.midpoint(of: .right)),
      .arc(clockwise: true, to: frame.midpoint(of: .bottom)),
      .arc(clockwise: true, to: frame.midpoint(of: .left)),
      .arc(clockwise: true, to: frame.midpoint(of: .top)),
      .close,
    ]
  }

  package static func drawioStyle(of size: Size, radius: Int) -> [DrawioStyleEntry] {
    [DrawioStyleEntry("shape", "ellipse"), DrawioStyleEntry("perimeter", "ellipsePerimeter")]
  }
}
