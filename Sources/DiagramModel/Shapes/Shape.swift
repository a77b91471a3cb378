/// The name of a shape, as an author writes it: `.cylinder`.
public struct ShapeName: Hashable, Sendable, RawRepresentable {
  /// The name in lower case.
  public let rawValue: String

  /// A name; ``Shapes`` says which exist.
  public init(rawValue: String) { self.rawValue = rawValue }
}

/// A shape: its outline, the room for its text and its draw.io style, in one place.
package protocol Shape: Sendable {
  static var name: ShapeName { get }
  /// Whether a box of it stays as large as its text needs it, because stretched it would be another
  /// thing: a pillar instead of a drum.
  static var keepsSize: Bool { get }
  /// The smallest shape that holds a text of this size, its padding included.
  static func size(around text: Size) -> Size
  /// The room between the frame of a shape and its text, in the middle of which the text lies.
  static func textInsets(in size: Size) -> Insets
  /// The outline, and lines inside it, as one path; none for a shape that shows only its text.
  static func outline(of frame: Rect, radius: Int) -> [PathCommand]
  /// What makes draw.io draw the same outline.
  static func drawioStyle(of size: Size, radius: Int) -> [DrawioStyleEntry]
}

extension Shape {
  package static var keepsSize: Bool { false }

  package static func size(around text: Size) -> Size { text }

  package static func textInsets(in size: Size) -> Insets { .zero }

  /// How far the outline lies inside the frame, where a line at `offset` from the start of `side`
  /// meets it; 0 for a side that lies on the frame.
  ///
  /// The start is the left end of the top and bottom, and the upper end of the left and right.
  package static func depth(of side: Side, at offset: Int, in size: Size, radius: Int) -> Int {
    let outline = outline(of: Rect(origin: Point(x: 0, y: 0), size: size), radius: radius)
    let crossings = outline.crossings(at: offset, along: side.axis)
    switch side {
    case .top, .left: return crossings.min() ?? 0
    case .bottom, .right: return crossings.max().map { size[side.axis] - $0 } ?? 0
    }
  }
}

/// One `key=value` of a draw.io style.
package struct DrawioStyleEntry: Hashable, Sendable {
  package let key: String
  package let value: String

  package init(_ key: String, _ value: String) {
    self.key = key
    self.value = value
  }

  package init(_ key: String, _ value: Int) { self.init(key, "\(value)") }
}

/// The shapes there are, in the order of the documentation.
package enum Shapes {
  package static let all: [any Shape.Type] = [
    RoundedRectangle.self, Pill.self, Ellipse.self, Cylinder.self, Borderless.self,
  ]

  /// The shape of a name; ``RoundedRectangle`` for one that is not listed.
  package static func named(_ name: ShapeName) -> any Shape.Type {
    all.first { $0.name == name } ?? RoundedRectangle.self
  }
}
