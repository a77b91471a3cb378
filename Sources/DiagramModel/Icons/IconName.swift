/// The name of an icon: `.database`, `.pod`, or `"company/logo"` of a pack of your own.
///
/// Icons of packs are known by the name of the pack, a `/` and the name of the file without its ending;
/// those that come with the language need no pack before them.
public struct IconName: Hashable, Sendable, ExpressibleByStringLiteral {
  package let name: String

  /// The name of an icon.
  public init(_ name: String) { self.name = name }

  /// The name of an icon, as it is written.
  public init(stringLiteral name: String) { self.name = name }

  /// What comes before the first `/`; nil for an icon that comes with the language.
  package var pack: String? {
    name.firstIndex(of: "/").map { String(name[..<$0]) }
  }

  /// What it is called without its pack.
  package var base: String {
    name.firstIndex(of: "/").map { String(name[name.index(after: $0)...]) } ?? name
  }
}

/// Where the text of an icon, or of a box with one, stands.
public enum IconLabel: Hashable, Sendable, CaseIterable {
  /// Under it.
  case below
  /// At its right.
  case beside
  /// Nowhere.
  case none
}

/// A place on the outline of a box: a corner, or the middle of a side.
public enum BorderPlace: Hashable, Sendable, CaseIterable {
  case topLeft, top, topRight, right, bottomRight, bottom, bottomLeft, left

  /// The point of a frame.
  package func point(of frame: Rect) -> Point {
    let x =
      switch self {
      case .topLeft, .left, .bottomLeft: frame.minX
      case .top, .bottom: frame.midX
      case .topRight, .right, .bottomRight: frame.maxX
      }
    let y =
      switch self {
      case .topLeft, .top, .topRight: frame.minY
      case .left, .right: frame.midY
      case .bottomLeft, .bottom, .bottomRight: frame.maxY
      }
    return Point(x: x, y: y)
  }
}
