/// A container: a titled box around other boxes.
///
/// A `Node` is a value. Use the same value wherever the same box is meant: in the pictures that show
/// it and at the ends of arrows.
public struct Node: Content, Placeable, Titled, Shaped, Container, Referable, Hashable, Sendable {
  package let title: String
  package var children: [Element]
  /// What it holds where it is collapsed: arrows to it end at the container.
  package var hidden: [Element] = []
  /// What the modifiers change in a copy.
  public var attributes: Attributes

  /// A container with a title and what lies in it.
  ///
  /// Its identity is the slug of its title, unless ``SingleItem/id(_:)`` says otherwise; without a title
  /// it is known by the first box inside. Without a `Row`, a `Layered` or another arrangement inside,
  /// one is chosen for you.
  public init(
    _ title: String = "", subtitle: String? = nil, detail: String? = nil,
    shape: ShapeName = .box, icon: IconName? = nil, file: StaticString = #filePath,
    line: UInt = #line, column: UInt = #column,
    @ContentBuilder content: () -> [Element] = { [] }
  ) {
    self.title = title
    children = content()
    attributes = Attributes(shape: shape, origin: Origin(file: file, line: line, column: column))
    attributes.icon = icon.map { IconUse($0, label: .beside) }
    attributes.subtitle = subtitle
    attributes.detail = detail
    if title.allSatisfy(\.isWhitespace), let first = children.lazy.compactMap(\.firstID).first {
      attributes.id = "around-\(first)"
    }
  }

  /// The element itself.
  public var content: [Element] { [Element(.node(self))] }

  /// The way to it, by its own id.
  public var reference: Reference { Reference(self) }

  /// Changes what lies in it, element by element.
  public mutating func changeContent(_ change: (Element) -> Element) {
    children = children.map(change)
  }

  /// A box inside this container, for arrows: `worker1[kubelet]`.
  public subscript(inner: some Referable) -> Reference { reference[inner] }
}
