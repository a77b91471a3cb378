/// A shape, as an author writes it: `.cylinder`.
///
/// A shape of your own is a type that conforms to ``Shape``, and a name for it:
/// ```swift
/// extension ShapeName { static let tag = ShapeName(Tag.self) }
/// ```
public struct ShapeName: Hashable, Sendable {
  package let shape: any Shape.Type

  /// The name of a shape.
  public init(_ shape: any Shape.Type) { self.shape = shape }

  /// Whether both name the same shape.
  public static func == (one: ShapeName, other: ShapeName) -> Bool {
    ObjectIdentifier(one.shape) == ObjectIdentifier(other.shape)
  }

  /// Feeds the shape's type to the hasher.
  public func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(shape)) }
}

/// A shape: its outline, the room for its text, whether it may be stretched, and what makes draw.io
/// draw the same, in one place.
///
/// Lengths are in units, places are counted from the top left corner of the shape. The same size gives
/// the same outline, always.
public protocol Shape: Sendable {
  /// What it is called, in words that an author knows.
  static var name: String { get }
  /// Whether a box of it stays as large as its text needs it, because stretched it would be another
  /// thing: a pillar instead of a drum.
  static var keepsSize: Bool { get }
  /// The smallest shape that holds a text of this size, its padding included.
  static func size(around text: Size) -> Size
  /// The room between the frame of a shape and its text, in the middle of which the text lies.
  static func textInsets(in size: Size) -> Insets
  /// What is drawn; it touches all four sides of a frame of this size and stays inside. `radius` is
  /// that of rounded corners, if there are any.
  static func outline(of size: Size, radius: Int) -> Outline
  /// The shape of draw.io with the same outline; nil where there is none: draw.io is then given the
  /// outline itself. Not one that is flipped or turned, which would take the ends of arrows along, nor one
  /// that moves its text.
  static func drawioStyle(of size: Size, radius: Int) -> [DrawioStyleEntry]?
}

extension Shape {
  /// None: draw.io is given the outline.
  public static func drawioStyle(of size: Size, radius: Int) -> [DrawioStyleEntry]? { nil }
}

/// What is drawn of a shape.
public struct Outline: Hashable, Sendable {
  /// What is filled, with a line around it; empty for a shape that shows only its text.
  public var surface: [PathCommand]
  /// Lines on the surface.
  public var details: [PathCommand]

  /// An outline, with lines inside it or without.
  public init(_ surface: [PathCommand], details: [PathCommand] = []) {
    self.surface = surface
    self.details = details
  }

  /// How far the outline lies inside a frame of a size, where a line at `offset` from the start of
  /// `side` meets it; 0 for a side that lies on the frame. Where the line meets nothing, as between the
  /// parts of a shape, the closest one that does counts.
  ///
  /// The start is the left end of the top and bottom, and the upper end of the left and right.
  package func depth(of side: Side, at offset: Int, in size: Size) -> Int {
    let offsets = [offset] + (1...Self.largestGap / 2).flatMap { [offset + $0, offset - $0] }
    let crossings =
      offsets.lazy.map { surface.crossings(at: $0, along: side.axis) }.first { !$0.isEmpty } ?? []
    switch side {
    case .top, .left: return crossings.min() ?? 0
    case .bottom, .right: return crossings.max().map { size[side.axis] - $0 } ?? 0
    }
  }

  /// The most that the parts of a shape are apart.
  private static let largestGap = 8

  /// The same outline elsewhere.
  package func moved(to origin: Point) -> Outline {
    Outline(surface.moved(to: origin), details: details.moved(to: origin))
  }
}

/// One `key=value` of a draw.io style.
public struct DrawioStyleEntry: Hashable, Sendable {
  package let key: String
  package let value: String

  /// A key with a word.
  public init(_ key: String, _ value: String) {
    self.key = key
    self.value = value
  }

  /// A key with a number.
  public init(_ key: String, _ value: Int) { self.init(key, "\(value)") }
}

/// The shapes that come with the language, in the order of the documentation.
package enum Shapes {
  package static let all: [any Shape.Type] = [
    RoundedRectangle.self, Pill.self, Ellipse.self, Circle.self, Ring.self, Cylinder.self,
    Queue.self, StoredData.self, Person.self, Cloud.self, Note.self, Page.self, Document.self,
    Package.self, Cube.self, Browser.self, Terminal.self, Chevron.self, Flag.self, Diamond.self,
    Hexagon.self, Parallelogram.self, ParallelogramLeft.self, Trapezoid.self, Funnel.self,
    Triangle.self, Subroutine.self, Callout.self, Borderless.self,
  ]
}
