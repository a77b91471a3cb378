/// An element with its attributes and children.
package struct XMLElement: Hashable, Sendable {
  /// The name as it stands in the file, with its prefix if it has one.
  package var name: String
  /// In the order in which they are written.
  package var attributes: [XMLAttribute]
  package var children: [XMLNode]

  package init(_ name: String, _ attributes: [XMLAttribute] = [], _ children: [XMLNode] = []) {
    self.name = name
    self.attributes = attributes
    self.children = children
  }

  /// The value of an attribute, if the element has it.
  package subscript(attribute name: String) -> String? {
    attributes.first { $0.name == name }?.value
  }

  /// Whether white space in it counts: beside text, and where it says so.
  var keepsSpace: Bool {
    children.contains(where: \.isText) || self[attribute: "xml:space"] == "preserve"
  }

  /// The elements that stand directly in this one, in order.
  package var elements: [XMLElement] {
    children.compactMap { if case .element(let element) = $0 { element } else { nil } }
  }

  /// All text in the element and below it, in order.
  package var text: String {
    children.map { child in
      switch child {
      case .element(let element): element.text
      case .text(let text): text
      case .comment: ""
      }
    }.joined()
  }
}

/// A name with its value.
package struct XMLAttribute: Hashable, Sendable {
  package var name: String
  package var value: String
  /// Whether the value is written over several lines, between single quotes.
  ///
  /// That makes XML inside an attribute legible, and every reader turns the line breaks into
  /// spaces: only for values in which both mean the same.
  package var isMultiline: Bool

  package init(_ name: String, _ value: String, isMultiline: Bool = false) {
    self.name = name
    self.value = value
    self.isMultiline = isMultiline
  }
}

/// What may stand in an element.
package enum XMLNode: Hashable, Sendable {
  case element(XMLElement)
  case text(String)
  case comment(String)

  /// Whether it is text, so that white space beside it counts.
  var isText: Bool { if case .text = self { true } else { false } }
}

/// How XML is written.
package struct XMLOptions: Hashable, Sendable {
  /// Whether it starts with `<?xml version="1.0" encoding="UTF-8"?>`.
  package var hasDeclaration: Bool
  /// Whether every element without text gets a line of its own, two spaces further in than its
  /// parent. An element with text, or with `xml:space="preserve"`, stands on one line, and no white
  /// space is added to it.
  package var isIndented: Bool
  /// Whether letters beyond ASCII are written as numbers.
  package var isASCII: Bool

  package init(hasDeclaration: Bool = false, isIndented: Bool = true, isASCII: Bool = false) {
    self.hasDeclaration = hasDeclaration
    self.isIndented = isIndented
    self.isASCII = isASCII
  }
}

/// Why something is not XML, or cannot be written as XML.
package struct XMLError: Error, Hashable, Sendable, CustomStringConvertible {
  /// In lower case and without a full stop.
  package let message: String
  /// Where in what was read, counted from 1; nil when writing.
  package let line: Int?

  package init(_ message: String, line: Int? = nil) {
    self.message = message
    self.line = line
  }

  package var description: String { line.map { "line \($0): \(message)" } ?? message }
}
