extension ShapeName {
  /// What goes in or comes out; it leans to the left.
  public static let parallelogramLeft = ShapeName(ParallelogramLeft.self)
}

/// A rectangle whose upper side lies further left.
enum ParallelogramLeft: Shape {
  static let name = "parallelogramLeft"
  static let keepsSize = false

  static func size(around text: Size) -> Size { Parallelogram.size(around: text) }

  static func textInsets(in size: Size) -> Insets { Slope.textInsets(in: size) }

  static func outline(of size: Size, radius: Int) -> Outline {
    let (slope, width, height) = (Slope.of(size), size.width, size.height)
    return Outline(.polygon((0, 0), (width - slope, 0), (width, height), (slope, height)))
  }
}
