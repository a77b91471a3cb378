extension ShapeName {
  /// A circle in a circle, for the end of a process.
  public static let ring = ShapeName(Ring.self)
}

/// Two circles around one centre.
enum Ring: Shape {
  static let name = "ring"
  static let keepsSize = true

  static func size(around text: Size) -> Size {
    let inner = Circle.size(around: text)
    return Size(width: inner.width + 2 * gap, height: inner.height + 2 * gap)
  }

  static func textInsets(in size: Size) -> Insets { Insets(all: gap(in: size)) }

  static func outline(of size: Size, radius: Int) -> Outline {
    let gap = gap(in: size)
    return Outline(
      .ellipse(x: 0, y: 0, width: size.width, height: size.height),
      details: .ellipse(
        x: gap, y: gap, width: size.width - 2 * gap, height: size.height - 2 * gap))
  }

  /// Between both circles.
  private static let gap = 6

  private static func gap(in size: Size) -> Int { min(gap, size.width / 6, size.height / 6) }
}
