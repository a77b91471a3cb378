extension ShapeName {
  /// A speech bubble, whose tip is at its foot.
  public static let callout = ShapeName(Callout.self)
}

/// A rectangle with a tip at its lower side.
enum Callout: Shape {
  static let name = "callout"
  static let keepsSize = false

  static func size(around text: Size) -> Size {
    Size(width: text.width, height: text.height + fullTip)
  }

  static func textInsets(in size: Size) -> Insets {
    Insets(top: 0, left: 0, bottom: tip(in: size), right: 0)
  }

  static func outline(of size: Size, radius: Int) -> Outline {
    let (tip, width, height) = (tip(in: size), size.width, size.height)
    let bottom = height - tip
    let base = max(0, min(20, width / 3))
    let corner = max(0, min(radius, (width / 2 - base) / 2, bottom / 2))
    let (left, right) = (width / 2 - base / 2, width / 2 + base / 2)
    return Outline(
      [
        .move(corner, 0), .line(width - corner, 0), .arc(width, corner),
        .line(width, bottom - corner), .arc(width - corner, bottom),
        .line(right, bottom), .line(width / 2, height), .line(left, bottom),
        .line(corner, bottom), .arc(0, bottom - corner), .line(0, corner), .arc(corner, 0),
        .close,
      ])
  }

  private static let fullTip = 16

  private static func tip(in size: Size) -> Int { min(fullTip, size.height / 3) }
}
