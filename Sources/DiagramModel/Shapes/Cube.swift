extension ShapeName {
  /// A block, for machines.
  public static let cube = ShapeName(Cube.self)
}

/// A block of which one sees the front, the top and the right side.
enum Cube: Shape {
  static let name = "cube"
  static let keepsSize = false

  static func size(around text: Size) -> Size {
    Size(width: text.width + fullDepth, height: text.height + fullDepth)
  }

  static func textInsets(in size: Size) -> Insets {
    let depth = depth(in: size)
    return Insets(top: depth, left: 0, bottom: 0, right: depth)
  }

  static func outline(of size: Size, radius: Int) -> Outline {
    let (depth, width, height) = (depth(in: size), size.width, size.height)
    return Outline(
      .polygon(
        (depth, 0), (width, 0), (width, height - depth), (width - depth, height), (0, height),
        (0, depth)),
      details: [
        .move(0, depth), .line(width - depth, depth), .line(width - depth, height),
        .move(width - depth, depth), .line(width, 0),
      ])
  }

  private static let fullDepth = 14

  private static func depth(in size: Size) -> Int {
    min(fullDepth, size.width / 4, size.height / 4)
  }
}
