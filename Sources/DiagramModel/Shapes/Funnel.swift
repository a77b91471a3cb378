extension ShapeName {
  /// A trapezoid, wide at its top.
  public static let funnel = ShapeName(Funnel.self)
}

/// A rectangle whose lower side is shorter.
enum Funnel: Shape {
  static let name = "funnel"
  static let keepsSize = false

  static func size(around text: Size) -> Size { Parallelogram.size(around: text) }

  static func textInsets(in size: Size) -> Insets { Slope.textInsets(in: size) }

  static func outline(of size: Size, radius: Int) -> Outline {
    let (slope, width, height) = (Slope.of(size), size.width, size.height)
    return Outline(.polygon((0, 0), (width, 0), (width - slope, height), (slope, height)))
  }
}
