extension ShapeName {
  /// A drum, for databases and volumes.
  public static let cylinder = ShapeName(Cylinder.self)
}

/// A drum that stands upright; one sees its lid.
enum Cylinder: Shape {
  static let name = "cylinder"
  static let keepsSize = true

  static func size(around text: Size) -> Size {
    Size(width: text.width, height: max(text.height + 3 * fullLid / 2, 80))
  }

  static func textInsets(in size: Size) -> Insets {
    // As much below as above, so that the text stands beside those of other boxes; its own padding
    // keeps it off the lid.
    let room = lid(in: size) * 3 / 4
    return Insets(top: room, left: 0, bottom: room, right: 0)
  }

  static func outline(of size: Size, radius: Int) -> Outline {
    let (lid, width, height) = (lid(in: size), size.width, size.height)
    return Outline(
      [
        .move(0, lid), .arc(width / 2, 0), .arc(width, lid),
        .line(width, height - lid), .arc(width / 2, height), .arc(0, height - lid),
        .close,
      ], details: [.move(width, lid), .arc(width / 2, 2 * lid), .arc(0, lid)])
  }

  static func drawioStyle(of size: Size, radius: Int) -> [DrawioStyleEntry]? {
    [DrawioStyleEntry("shape", "cylinder3"), DrawioStyleEntry("size", lid(in: size))]
  }

  /// Half the height of a lid that is not short of room.
  private static let fullLid = 14

  private static func lid(in size: Size) -> Int { min(fullLid, size.height / 6) }
}
