/// An element with its attributes and children.
package struct XMLElement: Hashable, Sendable {
  package var name: String
  /// In the order in which they are written.
  package var attributes: [XMLAttribute]
  package var children: [XMLNode]

  package init(_ name: String, _ attributes: [XMLAttribute] = [], _ children: [XMLNode] = []) {
    self.name = name
    self.attributes = attributes
    self.children = children
  }
}

/// A name with its value.
package struct XMLAttribute: Hashable, Sendable {
  package var name: String
  package var value: String

  package init(_ name: String, _ value: String) {
    self.name = name
    self.value = value
  }
}

/// What may stand in an element.
package enum XMLNode: Hashable, Sendable {
  case element(XMLElement)
  case text(String)
  case comment(String)
}
