/// The name of a shape, as an author writes it: `.cylinder`.
public struct ShapeName: Hashable, Sendable, RawRepresentable {
  /// The name in lower case.
  public let rawValue: String

  /// A name; ``Shapes`` says which exist.
  public init(rawValue: String) { self.rawValue = rawValue }
}

/// A shape: its outline, the room for its text and its draw.io style, in one place.
package protocol Shape {
  static var name: ShapeName { get }
  /// The draw.io style that draws the same outline.
  static func drawioStyle(for box: SceneBox) -> [DrawioStyleEntry]
  /// The outline of a box, and lines inside it, as one path.
  static func outline(of box: SceneBox) -> [PathCommand]
  /// What the shape keeps text away from, besides the usual padding.
  static var textInsets: Insets { get }
  /// How far the outline lies inside the frame, where a line at `offset` from the start of `side`
  /// meets it; 0 for a side that lies on the frame.
  static func depth(of side: Side, at offset: Int, in size: Size) -> Int
}

/// One `key=value` of a draw.io style.
package struct DrawioStyleEntry: Hashable, Sendable {
  package let key: String
  package let value: String

  package init(_ key: String, _ value: String) {
    self.key = key
    self.value = value
  }
}

/// A step of a pen.
package enum PathCommand: Hashable, Sendable {
  case move(Point)
  case line(Point)
  /// A quarter ellipse to a point, clockwise or not, with the radii of its box.
  case arc(radius: Size, clockwise: Bool, to: Point)
  case quadratic(control: Point, to: Point)
  case close
}

/// The shapes there are, in the order of the documentation.
package enum Shapes {
  package static let all: [any Shape.Type] = [TempBox.self]

  /// The shape of a name; ``RoundedRectangle`` for one that is not listed.
  package static func named(_ name: ShapeName) -> any Shape.Type {
    all.first { $0.name == name } ?? TempBox.self
  }
}
