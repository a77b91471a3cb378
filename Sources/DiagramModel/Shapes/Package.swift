extension ShapeName {
  /// A package or folder, with a tab.
  public static let package = ShapeName(Package.self)
}

/// A folder with a tab at its upper left corner.
enum Package: Shape {
  static let name = "package"
  static let keepsSize = false

  static func size(around text: Size) -> Size {
    Size(width: text.width, height: text.height + fullTab.height)
  }

  static func textInsets(in size: Size) -> Insets {
    Insets(top: tab(in: size).height, left: 0, bottom: 0, right: 0)
  }

  static func outline(of size: Size, radius: Int) -> Outline {
    let (tab, width, height) = (tab(in: size), size.width, size.height)
    return Outline(
      .polygon(
        (0, 0), (tab.width, 0), (tab.width, tab.height), (width, tab.height), (width, height),
        (0, height)),
      details: [.move(0, tab.height), .line(tab.width, tab.height)])
  }

  static func drawioStyle(of size: Size, radius: Int) -> [DrawioStyleEntry]? {
    let tab = tab(in: size)
    return [
      DrawioStyleEntry("shape", "folder"), DrawioStyleEntry("tabWidth", tab.width),
      DrawioStyleEntry("tabHeight", tab.height), DrawioStyleEntry("tabPosition", "left"),
    ]
  }

  private static let fullTab = Size(width: 48, height: 14)

  private static func tab(in size: Size) -> Size {
    Size(
      width: min(fullTab.width, size.width / 2), height: min(fullTab.height, size.height / 4))
  }
}
