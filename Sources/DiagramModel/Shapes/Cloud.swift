extension ShapeName {
  /// A cloud, for networks and for what runs elsewhere.
  public static let cloud = ShapeName(Cloud.self)
}

/// Six bulges around a text.
enum Cloud: Shape {
  static let name = "cloud"
  static let keepsSize = true

  static func size(around text: Size) -> Size {
    Size(width: (text.width * 10 + 6) / 7, height: (text.height * 10 + 5) / 6)
  }

  static func textInsets(in size: Size) -> Insets {
    Insets(
      top: size.height * 27 / 100, left: size.width * 15 / 100, bottom: size.height * 13 / 100,
      right: size.width * 15 / 100)
  }

  static func outline(of size: Size, radius: Int) -> Outline {
    func point(_ x: Int, _ y: Int) -> Point {
      Point(x: (size.width * x + 500) / 1000, y: (size.height * y + 500) / 1000)
    }
    func bulge(_ x1: Int, _ y1: Int, _ x2: Int, _ y2: Int, _ x: Int, _ y: Int) -> PathCommand {
      .cubic(first: point(x1, y1), second: point(x2, y2), to: point(x, y))
    }
    return Outline([
      .move(point(220, 1000)),
      bulge(70, 1000, 0, 850, 0, 700), bulge(0, 540, 50, 430, 130, 390),
      bulge(120, 150, 260, 0, 430, 0), bulge(550, 0, 640, 70, 690, 180),
      bulge(810, 140, 900, 250, 890, 410),
      bulge(960, 450, 1000, 570, 1000, 710), bulge(1000, 870, 920, 1000, 780, 1000),
      .close,
    ])
  }
}
