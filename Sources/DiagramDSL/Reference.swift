/// A box that an arrow may end at.
public protocol Referable {
  /// The way to the box, from the outside in.
  var reference: Reference { get }
}

/// The way to a box: its own id, and those of as many containers as it takes to be unique.
public struct Reference: Referable, Hashable, Sendable {
  package enum Kind: Hashable, Sendable { case node, component, text }

  package let kind: Kind
  /// Ids from the outside in; containers in between may be left out.
  package let path: [String]
  package let title: String
  /// The text that a modifier gave the box at this place, which belongs there only by mistake.
  package let label: String?
  package let origin: Origin

  /// The reference itself.
  public var reference: Reference { self }

  init(_ node: Node) { self.init(.node, title: node.title, attributes: node.attributes) }

  init(_ component: Component) {
    self.init(.component, title: component.title, attributes: component.attributes)
  }

  init(_ text: Text) { self.init(.text, title: text.title, attributes: text.attributes) }

  private init(_ kind: Kind, title: String, attributes: Attributes) {
    self.init(
      kind, path: [attributes.id ?? slug(title)], title: title, label: attributes.label,
      origin: attributes.origin)
  }

  private init(_ kind: Kind, path: [String], title: String, label: String?, origin: Origin) {
    self.kind = kind
    self.path = path
    self.title = title
    self.label = label
    self.origin = origin
  }

  /// A box inside this one: `cluster[worker1][kubelet]`.
  public subscript(inner: some Referable) -> Reference {
    let inner = inner.reference
    return Reference(
      inner.kind, path: path + inner.path, title: inner.title, label: inner.label,
      origin: inner.origin)
  }
}

/// The id that a title stands for: `kube-apiserver` for "Kube APIServer"… in lower case, letters and
/// digits kept, everything else a single `-`.
///
/// A title without a letter or digit gets the numbers of its scalars, so that no title has none.
package func slug(_ title: String) -> String {
  let words = title.lowercased().split { !($0.isLetter || $0.isNumber) }
  guard words.isEmpty else { return words.joined(separator: "-") }
  return title.unicodeScalars.map { "u" + String($0.value, radix: 16) }.joined(separator: "-")
}
