extension ShapeName {
  /// A hexagon, for preparations and for services with ports.
  public static let hexagon = ShapeName(Hexagon.self)
}

/// A rectangle whose left and right sides are pointed.
enum Hexagon: Shape {
  static let name = "hexagon"
  static let keepsSize = false

  static func size(around text: Size) -> Size {
    Size(width: text.width + fullTip, height: text.height)
  }

  static func textInsets(in size: Size) -> Insets {
    let room = tip(in: size) / 2
    return Insets(top: 0, left: room, bottom: 0, right: room)
  }

  static func outline(of size: Size, radius: Int) -> Outline {
    let (tip, width, height) = (tip(in: size), size.width, size.height)
    return Outline(
      .polygon(
        (tip, 0), (width - tip, 0), (width, height / 2), (width - tip, height), (tip, height),
        (0, height / 2)))
  }

  static func drawioStyle(of size: Size, radius: Int) -> [DrawioStyleEntry]? {
    [
      DrawioStyleEntry("shape", "hexagon"), DrawioStyleEntry("perimeter", "hexagonPerimeter2"),
      DrawioStyleEntry("fixedSize", 1), DrawioStyleEntry("size", tip(in: size)),
    ]
  }

  private static let fullTip = 20

  private static func tip(in size: Size) -> Int { min(fullTip, size.width / 4) }
}
