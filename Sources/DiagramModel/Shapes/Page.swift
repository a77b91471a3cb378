extension ShapeName {
  /// A page or file.
  public static let page = ShapeName(Page.self)
}

/// A sheet whose upper right corner is folded down.
enum Page: Shape {
  static let name = "page"
  static let keepsSize = false

  static func size(around text: Size) -> Size {
    Size(width: text.width + fullFold / 2, height: text.height + 2 * fullFold)
  }

  static func textInsets(in size: Size) -> Insets {
    Insets(top: fold(in: size) / 2, left: 0, bottom: 0, right: 0)
  }

  static func outline(of size: Size, radius: Int) -> Outline {
    let (fold, width, height) = (fold(in: size), size.width, size.height)
    return Outline(
      .polygon((0, 0), (width - fold, 0), (width, fold), (width, height), (0, height)),
      details: [.move(width - fold, 0), .line(width - fold, fold), .line(width, fold)])
  }

  static func drawioStyle(of size: Size, radius: Int) -> [DrawioStyleEntry]? {
    [DrawioStyleEntry("shape", "note"), DrawioStyleEntry("size", fold(in: size))]
  }

  private static let fullFold = 20

  private static func fold(in size: Size) -> Int { min(fullFold, size.width / 3, size.height / 3) }
}
