/// Something that may stand in a picture or in a container: a box, a text, or an arrangement.
///
/// Reusable parts of your own are structs that return content:
/// ```swift
/// struct Replica: Content {
///   let number: Int
///   var content: [Element] { Node("Replica \(number)") { Component("postgres") } }
/// }
/// ```
public protocol Content {
  /// What stands here, in order.
  @ContentBuilder var content: [Element] { get }
}

/// A piece of content of any kind, as the builders collect it.
public struct Element: Hashable, Sendable {
  package indirect enum Kind: Hashable, Sendable {
    case node(Node)
    case component(Component)
    case text(Text)
    case group(Group)
    case hint(Hint)
  }

  package let kind: Kind

  package init(_ kind: Kind) { self.kind = kind }
}

/// What every element carries: its identity, its style and the hints for its size and place.
public struct Attributes: Hashable, Sendable {
  package var id: String?
  /// What the element shows; its title if `nil`.
  package var label: String?
  package var style = Style()
  package var shape: ShapeName
  package var width: Int?
  package var height: Int?
  package var alignment: Alignment?
  package var pin: Point?
  /// Where the pin is written.
  package var pinOrigin: Origin?
  package var titlePosition: TitlePosition?
  package var origin: Origin

  /// Where to tell of a mistake with the place: at the pin, or at the element without one.
  package var placeOrigin: Origin { pinOrigin ?? origin }

  package init(shape: ShapeName, origin: Origin) {
    self.shape = shape
    self.origin = origin
  }
}
