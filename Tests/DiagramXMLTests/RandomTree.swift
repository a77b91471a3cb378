import DiagramXML
import TestSupport

extension XMLElement {
  /// A random tree in the form in which a parser gives it: no text beside text, none empty.
  static func random(using generator: inout SeededGenerator, depth: Int = 0) -> XMLElement {
    var element = XMLElement(name(using: &generator))
    for index in 0..<Int.random(in: 0...4, using: &generator) {
      let name = "\(name(using: &generator))\(index)"
      element.attributes.append(XMLAttribute(name, value(using: &generator)))
    }
    guard depth < 5 else { return element }
    for _ in 0..<Int.random(in: 0...4, using: &generator) {
      switch Int.random(in: 0..<5, using: &generator) {
      case 0 where element.children.last?.isText != true:
        element.children.append(.text("x" + value(using: &generator)))
      case 1: element.children.append(.comment("c" + value(using: &generator, without: "-")))
      default: element.children.append(.element(random(using: &generator, depth: depth + 1)))
      }
    }
    return element
  }

  private static func name(using generator: inout SeededGenerator) -> String {
    ["a", "mxCell", "g", "Größe", "_x-1.2", "数"].randomElement(using: &generator) ?? "a"
  }

  private static func value(
    using generator: inout SeededGenerator, without forbidden: Character? = nil
  ) -> String {
    let alphabet: [Character] = [
      "a", "Z", "0", " ", "\n", "\t", "\r", "&", "<", ">", "\"", "'", "]", "-", "ü", "ß", "😀", "ש",
      "e\u{301}", "\u{85}", "\u{2028}", "\u{FFFD}", "\u{7F}",
    ]
    let count = Int.random(in: 0...12, using: &generator)
    return String(
      (0..<count).compactMap { _ in alphabet.randomElement(using: &generator) }
        .filter { $0 != forbidden && !(forbidden != nil && $0 == "\r") })
  }
}

extension XMLNode {
  var isText: Bool { if case .text = self { true } else { false } }
}

extension XMLElement {
  /// The tree without text that is only white space.
  var withoutBlanks: XMLElement {
    var copy = self
    copy.children = children.compactMap { child in
      switch child {
      case .element(let element): .element(element.withoutBlanks)
      case .text(let text): text.allSatisfy(\.isWhitespace) ? nil : child
      case .comment: child
      }
    }
    return copy
  }
}
