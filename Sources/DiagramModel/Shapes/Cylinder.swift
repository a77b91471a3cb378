extension ShapeName {
  /// A drum, for databases and volumes.
  public static let cylinder = ShapeName(rawValue: "cylinder")
}

/// A drum that stands upright; one sees its lid.
package enum Cylinder: Shape {
  package static let name = ShapeName.cylinder
  package static let keepsSize = true

  package static func size(around text: Size) -> Size {
    Size(width: text.width, height: text.height + 3 * fullLid)
  }

  package static func textInsets(in size: Size) -> Insets {
    let lid = lid(in: size)
    return Insets(top: 2 * lid, left: 0, bottom: lid, right: 0)
  }

  package static func outline(of frame: Rect, radius: Int) -> [PathCommand] {
    let lid = lid(in: frame.size)
    let upperLeft = Point(x: frame.minX, y: frame.minY + lid)
    let upperRight = Point(x: frame.maxX, y: frame.minY + lid)
    return [
      .move(upperLeft),
      .arc(clockwise: true, to: frame.midpoint(of: .top)),
      .arc(clockwise: true, to: upperRight),
      .line(Point(x: frame.maxX, y: frame.maxY - lid)),
      .arc(clockwise: true, to: frame.midpoint(of: .bottom)),
      .arc(clockwise: true, to: Point(x: frame.minX, y: frame.maxY - lid)),
      .close,
      .move(upperRight),
      .arc(clockwise: true, to: Point(x: frame.midX, y: frame.minY + 2 * lid)),
      .arc(clockwise: true, to: upperLeft),
    ]
  }

  package static func drawioStyle(of size: Size, radius: Int) -> [DrawioStyleEntry] {
    [DrawioStyleEntry("shape", "cylinder3"), DrawioStyleEntry("size", lid(in: size))]
  }

  /// Half the height of a lid that is not short of room.
  private static let fullLid = 8

  private static func lid(in size: Size) -> Int { min(fullLid, size.height / 4) }
}
