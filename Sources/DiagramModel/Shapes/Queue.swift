extension ShapeName {
  /// A drum that lies on its side, for queues and streams.
  public static let queue = ShapeName(Queue.self)
}

/// A drum that lies; one sees its right end.
enum Queue: Shape {
  static let name = "queue"
  static let keepsSize = false

  static func size(around text: Size) -> Size {
    Size(width: text.width + 3 * fullLid, height: text.height)
  }

  static func textInsets(in size: Size) -> Insets {
    let lid = lid(in: size)
    return Insets(top: 0, left: lid, bottom: 0, right: 2 * lid)
  }

  static func outline(of size: Size, radius: Int) -> Outline {
    let (lid, width, height) = (lid(in: size), size.width, size.height)
    return Outline(
      [
        .move(lid, 0), .line(width - lid, 0), .arc(width, height / 2), .arc(width - lid, height),
        .line(lid, height), .arc(0, height / 2), .arc(lid, 0),
        .close,
      ],
      details: [
        .move(width - lid, 0),
        .arc(clockwise: false, to: Point(x: width - 2 * lid, y: height / 2)),
        .arc(clockwise: false, to: Point(x: width - lid, y: height)),
      ])
  }

  /// Half the width of an end that is not short of room.
  private static let fullLid = 10

  private static func lid(in size: Size) -> Int { min(fullLid, size.width / 4) }
}
