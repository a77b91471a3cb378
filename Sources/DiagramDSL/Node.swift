/// A container: a titled box around other boxes.
///
/// A `Node` is a value. Use the same value wherever the same box is meant: in the pictures that show
/// it and at the ends of arrows.
public struct Node: Content, Placeable, Styleable, Referable, Hashable, Sendable {
  package let title: String
  package var children: [Element]
  /// What the modifiers change in a copy.
  public var attributes: Attributes

  /// A container with a title and what lies in it.
  ///
  /// Its identity is the slug of its title, unless ``Placeable/id(_:)`` says otherwise.
  /// Without a `Row`, a `Layered` or another arrangement inside, one is chosen for you.
  public init(
    _ title: String, file: StaticString = #filePath, line: UInt = #line, column: UInt = #column,
    @ContentBuilder content: () -> [Element] = { [] }
  ) {
    self.title = title
    children = content()
    attributes = Attributes(shape: .box, origin: Origin(file: file, line: line, column: column))
  }

  /// The element itself.
  public var content: [Element] { [Element(.node(self))] }

  /// The way to it, by its own id.
  public var reference: Reference { Reference(self) }

  /// The container without what lies in it; its place and size stay those of the full one.
  public func collapsed() -> Node {
    var copy = self
    copy.children = []
    return copy
  }

  /// The container with one of its boxes, however deep, replaced by a changed copy of that box; the
  /// same container if it holds no box of that id.
  ///
  /// `worker.replacing(with: kubelet.accent())` highlights the kubelet in one picture.
  public func replacing(with changed: some Content & Referable) -> Node {
    var copy = self
    copy.children = children.map { $0.replacing(changed.reference.path, with: changed.content) }
    return copy
  }

  /// A box inside this container, for arrows: `worker1[kubelet]`.
  public subscript(inner: some Referable) -> Reference { reference[inner] }

  /// Where the title stands: at the top, at the bottom, or, in an empty container, in the middle.
  public func title(_ position: TitlePosition) -> Node {
    var copy = self
    copy.attributes.titlePosition = position
    return copy
  }
}

extension Element {
  /// The path of its own id, empty for a group.
  private var path: [String] {
    switch kind {
    case .node(let node): node.reference.path
    case .component(let component): component.reference.path
    case .text(let text): text.reference.path
    case .group, .hint: []
    }
  }

  fileprivate func replacing(_ target: [String], with content: [Element]) -> Element {
    if path == target { return content.first ?? self }
    switch kind {
    case .node(var node):
      node.children = node.children.map { $0.replacing(target, with: content) }
      return Element(.node(node))
    case .group(var group):
      group.children = group.children.map { $0.replacing(target, with: content) }
      return Element(.group(group))
    case .component, .text, .hint:
      return self
    }
  }
}
