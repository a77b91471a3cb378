/// Something that may stand in a picture or in a container: a box, a text, or an arrangement.
///
/// Reusable parts of your own are structs that return content:
/// ```swift
/// struct Replica: Content {
///   let number: Int
///   var content: some Content { Node("Replica \(number)") { Component("postgres") } }
/// }
/// ```
/// Modifiers change them too: `Replica(number: 2).muted()`. So do they several, `[a, b].muted()`, and
/// one that may be missing. A function of several statements needs the builder before it:
/// `@ContentBuilder func replicas() -> some Content`.
public protocol Content: Modifiable, PictureContent {
  /// What it consists of, as a rule `some Content`.
  associatedtype Body: Content
  /// What stands here, in order.
  @ContentBuilder var content: Body { get }
  /// The same piece by piece; follows from its content.
  var contentElements: [Element] { get }
}

extension Content {
  /// What its content consists of, piece by piece.
  public var contentElements: [Element] { content.contentElements }

  /// Its elements, as they stand in a picture.
  public var pictureItems: [PictureItem] { contentElements.map { PictureItem(.element($0)) } }

  /// Its elements, each of them changed.
  public func changing(_ change: (inout Element) -> Void) -> [Element] {
    contentElements.map { $0.changing(change) }
  }
}

extension Content where Self: SingleItem {
  /// A changed copy.
  public func changing(_ change: (inout Self) -> Void) -> Self {
    var copy = self
    change(&copy)
    return copy
  }
}

extension Array: Content where Element: Content {
  /// What stands here, in order.
  public var content: [DiagramDSL.Element] { contentElements }
  /// The elements of all, in order.
  public var contentElements: [DiagramDSL.Element] { flatMap(\.contentElements) }
}

extension ArraySlice: Content where Element: Content {
  /// What stands here, in order.
  public var content: [DiagramDSL.Element] { contentElements }
  /// The elements of all, in order.
  public var contentElements: [DiagramDSL.Element] { flatMap(\.contentElements) }
}

extension Optional: Content where Wrapped: Content {
  /// What stands here, if anything does.
  public var content: [Element] { contentElements }
  /// The elements, if there is anything.
  public var contentElements: [Element] { map(\.contentElements) ?? [] }
}

/// A piece of content of any kind, as the builders collect it.
public struct Element: Content, Placeable, Filled, Container, Hashable, Sendable {
  package indirect enum Kind: Hashable, Sendable {
    case node(Node)
    case component(Component)
    case text(Text)
    case group(Group)
    case hint(Hint)
  }

  package private(set) var kind: Kind

  package init(_ kind: Kind) { self.kind = kind }

  /// The element itself.
  public var content: [Element] { contentElements }
  /// The element itself.
  public var contentElements: [Element] { [self] }

  /// What the modifiers change in a copy; a hint has nothing that they could change.
  public var attributes: Attributes {
    get {
      switch kind {
      case .node(let node): node.attributes
      case .component(let component): component.attributes
      case .text(let text): text.attributes
      case .group(let group): group.attributes
      case .hint(let hint): Attributes(shape: .none, origin: hint.origin)
      }
    }
    set {
      switch kind {
      case .node(let node): kind = .node(node.changing { $0.attributes = newValue })
      case .component(let component):
        kind = .component(component.changing { $0.attributes = newValue })
      case .text(let text): kind = .text(text.changing { $0.attributes = newValue })
      case .group(var group):
        group.attributes = newValue
        kind = .group(group)
      case .hint: break
      }
    }
  }

  /// Changes the element itself.
  public mutating func changeContent(_ change: (Element) -> Element) { self = change(self) }
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
  /// How the children of an arrangement lie that do not say so themselves.
  package var childAlignment: Alignment?
  package var pin: Point?
  /// Where the pin is written.
  package var pinOrigin: Origin?
  /// Where it lies on another box, if it does.
  package var on: PlaceOn?
  /// When it is, in a timeline.
  package var time: TimeSpan?
  package var titlePosition: TitlePosition?
  /// The icon beside or above its text, or that it is.
  package var icon: IconUse?
  /// Icons on its outline, one at most for each place.
  package var corners: [CornerIcon] = []
  /// A number or short word at its corner, or on an arrow.
  package var badge: String?
  /// Where it leads, and what is told where a pointer rests on it.
  package var link: String?
  package var tooltip: String?
  /// What kind of thing it is, and what it does: lines below its title.
  package var subtitle: String?
  package var detail: String?
  /// What its look means, for a legend.
  package var meaning: String?
  /// Where its text stands; in the middle if `nil`.
  package var textPosition: TextPosition?
  /// The code that it shows instead of a text, and whether it is a part of such a code.
  package var code: CodeBlock?
  package var isMark = false
  /// Whether its text runs upwards.
  package var isVertical = false
  /// What a free text is, if it is no text.
  package var free: FreeElement?
  package var origin: Origin

  /// Where to tell of a mistake with the place: at the pin, or at the element without one.
  package var placeOrigin: Origin { pinOrigin ?? origin }

  package init(shape: ShapeName, origin: Origin) {
    self.shape = shape
    self.origin = origin
  }
}
