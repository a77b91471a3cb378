import DiagramModel
import DiagramXML

/// What readers of a page say of an element of an SVG: what it is, what it is called, and more of it.
///
/// > Source: W3C, WAI-ARIA Graphics Module 1.0 and SVG Accessibility API Mappings.
struct SpokenElement {
  private let element: SceneElement
  private let words: SceneWords
  private let role: Role

  private enum Role {
    /// One thing, in which nothing else is read.
    case symbol
    /// A thing in which a person finds more: links, or things.
    case object
    /// Nothing that is not said elsewhere.
    case hidden
    /// Just its text.
    case text
  }

  init(_ element: SceneElement, _ words: SceneWords) {
    self.element = element
    self.words = words
    switch element {
    case .box(let box): role = Self.role(of: box, words)
    case .line(let line): role = line.more.link != nil || line.text.hasLink ? .object : .symbol
    }
  }

  private static func role(of box: SceneBox, _ words: SceneWords) -> Role {
    switch box.meaning.role {
    case .thing:
      let isLeaf = words.contents(of: box.id).isEmpty && !box.isContainer
      return isLeaf && box.more.link == nil && !box.text.hasLink ? .symbol : .object
    case .annotation: return box.text.hasLink ? .object : .symbol
    case .caption: return .text
    case .heading, .place, .part: return .hidden
    }
  }

  /// Whether its name says its text: else some readers say both.
  var hidesText: Bool {
    switch element {
    case .box(let box):
      role != .hidden && role != .text && box.more.link == nil && !box.text.hasLink
    case .line: role == .symbol
    }
  }

  /// What stands in the tag of its group.
  var attributes: [XMLAttribute] {
    switch role {
    case .symbol:
      [XMLAttribute("role", "graphics-symbol img"), XMLAttribute("aria-label", name)]
    case .object:
      [XMLAttribute("role", "graphics-object group"), XMLAttribute("aria-label", name)]
    case .hidden: [XMLAttribute.ariaHidden]
    case .text: []
    }
  }

  /// What else is said of it, as an element before what is drawn.
  var description: [XMLElement] {
    guard role == .symbol || role == .object, case .box(let box) = element else { return [] }
    let contents = words.contents(of: box.id)
    let sentences =
      box.meaning.details.map { String($0.map { $0.isNewline ? " " : $0 }) }
      + (contents.isEmpty ? [] : ["contains \(contents.joined(separator: ", "))"])
    guard !sentences.isEmpty else { return [] }
    return [XMLElement("desc", [], [.text(sentences.joined(separator: "; "))])]
  }

  private var name: String {
    let name =
      switch element {
      case .box(let box): Self.name(of: box, words)
      case .line(let line): words.sentence(for: line)
      }
    let parts = words.parts(of: element.id)
    return parts.isEmpty ? name : "\(name) (\(parts.joined(separator: ", ")))"
  }

  private static func name(of box: SceneBox, _ words: SceneWords) -> String {
    guard case .annotation(let others) = box.meaning.role else { return box.plainName }
    let name = box.meaning.name.isEmpty ? box.kind : "\(box.kind): \(box.meaning.name)"
    let names = others.map(words.name).joined(separator: ", ")
    return names.isEmpty ? name : "\(name) (\(names))"
  }
}

extension XMLAttribute {
  fileprivate static var ariaHidden: XMLAttribute { XMLAttribute("aria-hidden", "true") }
}

extension XMLElement {
  /// The element, left out by readers.
  var hidden: XMLElement {
    var element = self
    element.attributes.append(.ariaHidden)
    return element
  }
}

extension SceneText? {
  /// Whether a part of it leads somewhere.
  fileprivate var hasLink: Bool {
    self?.lines.contains { $0.runs.contains { $0.link != nil } } ?? false
  }
}
