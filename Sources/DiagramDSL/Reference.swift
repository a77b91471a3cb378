/// A box that an arrow may end at.
public protocol Referable: Linkable, Selecting {
  /// The way to the box, from the outside in.
  var reference: Reference { get }
}

/// The way to a box: its own id, and those of as many containers as it takes to be unique.
public struct Reference: Referable, Hashable, Sendable {
  package enum Kind: Hashable, Sendable { case node, component, text }

  package let kind: Kind
  /// Ids from the outside in; containers in between may be left out.
  package let path: [String]
  /// The title of each box on the path, as it is read.
  package let titles: [String]
  /// The text that a modifier gave the box at this place, as it is written; it belongs there only by
  /// mistake.
  package let label: String?
  package private(set) var origin: Origin
  /// What is wrong with the text that names it, if one does.
  package private(set) var misnaming: Misnaming?
  /// The box as it looks where it is named.
  private let named: NamedElement

  /// The box, if it takes part in a sequence that does not show it otherwise.
  var participant: Element? { misnaming == nil ? named.element : nil }

  /// Where the box is written, wherever it is named.
  package var boxOrigin: Origin { named.element.attributes.origin }

  /// The title of the box itself.
  package var title: String { titles.last ?? "" }

  /// The reference itself.
  public var reference: Reference { self }

  init(_ node: Node) {
    self.init(.node, title: node.title, attributes: node.attributes, Element(.node(node)))
  }

  init(_ component: Component) {
    self.init(
      .component, title: component.title, attributes: component.attributes,
      Element(.component(component)))
  }

  init(_ text: Text) {
    self.init(.text, title: text.title, attributes: text.attributes, Element(.text(text)))
  }

  private init(_ kind: Kind, title: String, attributes: Attributes, _ element: Element) {
    let title = title.withoutMarkup
    self.init(
      kind, path: [attributes.id ?? slug(title)], titles: [title], label: attributes.label,
      origin: attributes.origin, named: NamedElement(element: element))
  }

  private init(
    _ kind: Kind, path: [String], titles: [String], label: String?, origin: Origin,
    named: NamedElement
  ) {
    self.kind = kind
    self.path = path
    self.titles = titles
    self.label = label
    self.origin = origin
    self.named = named
  }

  /// The one box that a text means. Where it means none or several, that is kept, to be told.
  init(to name: String, among boxes: NamedBoxes) {
    let meant = boxes.meant(by: name)
    if meant.count == 1 {
      self = meant[0]
      return
    }
    let unknown = Component(name).reference
    self = boxes.container.map { $0[unknown] } ?? unknown
    let container = boxes.container?.title
    misnaming =
      boxes.container?.misnaming
      ?? Misnaming(
        name: name, container: container, known: boxes.ways.map(\.title),
        meant: meant.map { $0.path.joined(separator: "/") })
  }

  /// What lies in the box as it looks where it is named, also where it is collapsed.
  var elementsInside: [Element] {
    guard case .node(let node) = named.element.kind else { return [] }
    return node.children + node.hidden
  }

  /// The same way, named elsewhere.
  package func named(at origin: Origin) -> Reference {
    var copy = self
    copy.origin = origin
    return copy
  }

  /// A box inside this one: `cluster[worker1][kubelet]`.
  public subscript(inner: some Referable) -> Reference {
    let inner = inner.reference
    var way = Reference(
      inner.kind, path: path + inner.path, titles: titles + inner.titles, label: inner.label,
      origin: inner.origin, named: inner.named)
    way.misnaming = misnaming ?? inner.misnaming
    return way
  }
}

/// What a reference was made of. It does not tell references apart: boxes are known by their ids.
private struct NamedElement: Hashable, Sendable {
  let element: Element

  static func == (one: NamedElement, other: NamedElement) -> Bool { true }

  func hash(into hasher: inout Hasher) {}
}

/// The id that a title stands for: `kube-apiserver` for "kube-apiserver" and for "Kube APIServer".
/// Letters, in lower case, and digits are kept, signs that have a meaning become a word, everything
/// else a single `-`.
///
/// It depends on nothing but the title, so that it is the same in every picture. "C", "C++" and "C#"
/// are `c`, `c-plus-plus` and `c-sharp`; "Pod #1" is `pod-1`. A title without a letter, digit or such
/// sign gets the numbers of its scalars, so that no title has none.
package func slug(_ title: String) -> String {
  if let slug = slugOfASCII(title) { return slug }
  var words: [String] = []
  var isInWord = false
  var last: Character = " "
  for character in title.lowercased() {
    if character.isLetter || character.isNumber {
      if isInWord { words[words.count - 1].append(character) } else { words.append("\(character)") }
    } else if let word = word(for: character, after: last) {
      words.append(word)
    }
    isInWord = character.isLetter || character.isNumber
    last = character
  }
  guard words.isEmpty else { return words.joined(separator: "-") }
  return title.unicodeScalars.map { "u" + String($0.value, radix: 16) }.joined(separator: "-")
}

/// What a sign is called where it makes one title differ from another: the `+` of "C++".
private func word(for sign: Character, after last: Character) -> String? {
  switch sign {
  case "+": "plus"
  case "*": "star"
  case "%": "percent"
  case "$": "dollar"
  case "€": "euro"
  // "F#", but not "Pod #1".
  case "#" where last.isLetter: "sharp"
  default: nil
  }
}

/// The slug of a title that is all ASCII letters, digits and separators; `nil` for others. Looking
/// up the classes of other characters takes much longer.
private func slugOfASCII(_ title: String) -> String? {
  var slug: [UInt8] = []
  for byte in title.utf8 {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      slug.append(byte)
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): slug.append(byte | 0x20)
    case 0x80..., UInt8(ascii: "#")...UInt8(ascii: "%"), UInt8(ascii: "*")...UInt8(ascii: "+"):
      return nil
    default:
      if slug.last ?? UInt8(ascii: "-") != UInt8(ascii: "-") { slug.append(UInt8(ascii: "-")) }
    }
  }
  if slug.last == UInt8(ascii: "-") { slug.removeLast() }
  return slug.isEmpty ? nil : String(decoding: slug, as: UTF8.self)
}
