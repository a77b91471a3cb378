extension ShapeName {
  /// What goes in or comes out; it leans to the right.
  public static let parallelogram = ShapeName(Parallelogram.self)
}

/// A rectangle whose upper side lies further right.
enum Parallelogram: Shape {
  static let name = "parallelogram"
  static let keepsSize = false

  static func size(around text: Size) -> Size {
    Size(width: text.width + Slope.full, height: text.height)
  }

  static func textInsets(in size: Size) -> Insets { Slope.textInsets(in: size) }

  static func outline(of size: Size, radius: Int) -> Outline {
    let (slope, width, height) = (Slope.of(size), size.width, size.height)
    return Outline(.polygon((slope, 0), (width, 0), (width - slope, height), (0, height)))
  }

  static func drawioStyle(of size: Size, radius: Int) -> [DrawioStyleEntry]? {
    [
      DrawioStyleEntry("shape", "parallelogram"),
      DrawioStyleEntry("perimeter", "parallelogramPerimeter"),
      DrawioStyleEntry("fixedSize", 1), DrawioStyleEntry("size", Slope.of(size)),
    ]
  }
}

/// How far slanted sides lean.
enum Slope {
  static let full = 20

  static func of(_ size: Size) -> Int { min(full, size.width / 4) }

  /// A text may reach into the corners that are wide enough for its padding.
  static func textInsets(in size: Size) -> Insets {
    let room = of(size) / 2
    return Insets(top: 0, left: room, bottom: 0, right: room)
  }
}
