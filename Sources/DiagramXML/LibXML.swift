// The only file that sees libxml2: what comes in and goes out are values.

internal import CXML

/// Starts libxml2, once, before the first thread uses it.
private let libraryIsReady: Void = xmlInitParser()

// MARK: Reading

extension XMLElement {
  /// Reads a whole XML file and gives its root element.
  ///
  /// Comments and processing instructions outside the root are left out, processing instructions
  /// inside it too. Namespace declarations stand before the other attributes. A document type
  /// may be named, as draw.io does, but must declare nothing; nothing outside the bytes is read.
  /// - Throws: where the bytes are not well-formed, an attribute is longer than 10 million bytes,
  ///   or elements are nested more than 256 deep.
  package static func parse(_ bytes: [UInt8]) throws(XMLError) -> XMLElement {
    _ = libraryIsReady
    let document = try Document(parsing: bytes)
    return try document.root()
  }
}

/// Sole owner of an `xmlDoc`; frees it, once, when it goes out of scope.
private struct Document: ~Copyable {
  private let pointer: xmlDocPtr
  /// What libxml2 lets pass: unknown entities and prefixes.
  private let failure: cxml_error

  init(parsing bytes: [UInt8]) throws(XMLError) {
    guard let count = Int32(exactly: bytes.count) else {
      throw XMLError("the file is larger than 2 GiB")
    }
    guard count > 0 else { throw XMLError("the file is empty", line: 1) }
    var failure = cxml_error()
    let document = bytes.withUnsafeBytes { buffer in
      cxml_read(buffer.bindMemory(to: CChar.self).baseAddress, count, &failure)
    }
    guard let document else { throw XMLError(failure) }
    pointer = document
    self.failure = failure
  }

  deinit { xmlFreeDoc(pointer) }

  borrowing func root() throws(XMLError) -> XMLElement {
    guard failure.code == 0 else { throw XMLError(failure) }
    if let type = xmlGetIntSubset(pointer), type.pointee.children != nil {
      throw XMLError("the file declares entities or elements of its own, which is not supported")
    }
    guard let root = xmlDocGetRootElement(pointer) else { throw XMLError("the file is empty") }
    return XMLElement(root)
  }
}

extension XMLError {
  /// What libxml2 said first.
  fileprivate init(_ failure: cxml_error) {
    let message = withUnsafeBytes(of: failure.message) { buffer in
      String(decoding: buffer.prefix { $0 != 0 && $0 != 0x0A }, as: UTF8.self)
    }
    self.init(message.isEmpty ? "not XML" : message, line: Int(failure.line))
  }
}

extension XMLElement {
  /// A copy of an element of a document that is alive.
  fileprivate init(_ pointer: xmlNodePtr) {
    let node = pointer.pointee
    self.init(qualifiedName(node.name, node.ns))
    var declaration = node.nsDef
    while let current = declaration {
      let prefix = current.pointee.prefix.map { "xmlns:\(string($0))" } ?? "xmlns"
      attributes.append(XMLAttribute(prefix, string(current.pointee.href)))
      declaration = current.pointee.next
    }
    var attribute = node.properties
    while let current = attribute {
      let name = qualifiedName(current.pointee.name, current.pointee.ns)
      attributes.append(XMLAttribute(name, textContent(of: current.pointee.children)))
      attribute = current.pointee.next
    }
    var child = node.children
    while let current = child {
      append(current)
      child = current.pointee.next
    }
  }

  /// Adds a copy of a child; text beside text becomes one.
  private mutating func append(_ pointer: xmlNodePtr) {
    switch pointer.pointee.type {
    case XML_ELEMENT_NODE: children.append(.element(XMLElement(pointer)))
    case XML_COMMENT_NODE: children.append(.comment(string(pointer.pointee.content)))
    case XML_TEXT_NODE, XML_CDATA_SECTION_NODE:
      let text = string(pointer.pointee.content)
      if case .text(let before) = children.last {
        children[children.count - 1] = .text(before + text)
      } else {
        children.append(.text(text))
      }
    default: break
    }
  }
}

/// The text of an attribute's nodes.
private func textContent(of first: xmlNodePtr?) -> String {
  var result = ""
  var node = first
  while let current = node {
    result += string(current.pointee.content)
    node = current.pointee.next
  }
  return result
}

/// A name with the prefix of its namespace.
private func qualifiedName(_ name: UnsafePointer<xmlChar>?, _ space: xmlNsPtr?) -> String {
  guard let prefix = space?.pointee.prefix else { return string(name) }
  return "\(string(prefix)):\(string(name))"
}

/// A copy of a text of libxml2, which is always valid UTF-8.
private func string(_ characters: UnsafePointer<xmlChar>?) -> String {
  characters.map { String(cString: $0) } ?? ""
}

// MARK: Writing

extension XMLElement {
  /// Writes the element as a whole XML file in UTF-8, with a line break at its end if indented.
  ///
  /// - Throws: if a name is not an XML name, an attribute comes twice, a text has a character
  ///   that XML cannot hold, or a comment has two hyphens in a row.
  /// - Complexity: O(*bytes written*).
  package func serialised(_ options: XMLOptions = XMLOptions()) throws(XMLError) -> [UInt8] {
    _ = libraryIsReady
    let writer = try Writer(options: options)
    if options.hasDeclaration {
      try writer.raw(#"<?xml version="1.0" encoding="UTF-8"?>\#n"#)
    }
    try writer.write(self, depth: 0, isIndented: options.isIndented)
    if options.isIndented { try writer.raw("\n") }
    return try writer.bytes()
  }
}

extension XMLAttribute {
  /// What stands in a start tag for the attribute, with the space before it.
  ///
  /// - Throws: as ``XMLElement/serialised(_:)`` does.
  package func serialised() throws(XMLError) -> ArraySlice<UInt8> {
    let element = try XMLElement("a", [self]).serialised(XMLOptions(isIndented: false))
    // <a name="value"/>
    return element.dropFirst(2).dropLast(2)
  }
}

/// Sole owner of an `xmlTextWriter` and of the memory that it writes to.
private struct Writer: ~Copyable {
  private let options: XMLOptions
  private let buffer: xmlBufferPtr
  private let pointer: xmlTextWriterPtr

  init(options: XMLOptions) throws(XMLError) {
    guard let buffer = xmlBufferCreate() else { throw XMLError.outOfMemory }
    guard let pointer = xmlNewTextWriterMemory(buffer, 0) else {
      xmlBufferFree(buffer)
      throw XMLError.outOfMemory
    }
    xmlBufferSetAllocationScheme(buffer, XML_BUFFER_ALLOC_DOUBLEIT)
    self.options = options
    self.buffer = buffer
    self.pointer = pointer
  }

  deinit {
    xmlFreeTextWriter(pointer)
    xmlBufferFree(buffer)
  }

  /// What has been written.
  borrowing func bytes() throws(XMLError) -> [UInt8] {
    try check(xmlTextWriterFlush(pointer))
    let written = UnsafeBufferPointer(
      start: xmlBufferContent(buffer), count: Int(xmlBufferLength(buffer)))
    return [UInt8](written)
  }

  borrowing func write(_ element: XMLElement, depth: Int, isIndented: Bool) throws(XMLError) {
    try refuse(unlessName: element.name)
    try check(xmlTextWriterStartElement(pointer, element.name))
    for (index, attribute) in element.attributes.enumerated() {
      // Names of other lengths need no second look.
      let length = attribute.name.utf8.count
      if element.attributes[..<index].contains(where: {
        $0.name.utf8.count == length && $0.name == attribute.name
      }) {
        throw XMLError("attribute '\(attribute.name)' of <\(element.name)> is given twice")
      }
      try write(attribute)
    }
    let isIndented = isIndented && !element.keepsSpace
    for child in element.children {
      if isIndented { try newLine(depth: depth + 1) }
      try write(child, depth: depth + 1, isIndented: isIndented)
    }
    if isIndented, !element.children.isEmpty { try newLine(depth: depth) }
    try check(xmlTextWriterEndElement(pointer))
  }

  private borrowing func write(
    _ node: XMLNode, depth: Int, isIndented: Bool
  ) throws(XMLError) {
    switch node {
    case .element(let element): try write(element, depth: depth, isIndented: isIndented)
    case .text(let text): try write(text, for: .text)
    case .comment(let comment):
      try refuse(charactersOf: comment)
      guard !comment.contains("--"), !comment.hasSuffix("-") else {
        throw XMLError("a comment cannot have two hyphens in a row: '\(comment)'")
      }
      try check(xmlTextWriterWriteComment(pointer, comment))
    }
  }

  private borrowing func write(_ attribute: XMLAttribute) throws(XMLError) {
    try refuse(unlessName: attribute.name)
    let quote: Unicode.Scalar = attribute.isMultiline ? "'" : "\""
    try check(xmlTextWriterSetQuoteChar(pointer, xmlChar(ascii: quote)))
    try check(xmlTextWriterStartAttribute(pointer, attribute.name))
    try write(attribute.value, for: attribute.isMultiline ? .multilineAttribute : .attribute)
    try check(xmlTextWriterEndAttribute(pointer))
  }

  /// Escapes the text itself: libxml2 would write umlauts in attributes as numbers, and line
  /// breaks too.
  private borrowing func write(_ text: String, for place: XMLPlace) throws(XMLError) {
    if text.isPlainEverywhere { return try raw(text) }
    try refuse(charactersOf: text)
    try raw(text.escaped(for: place, isASCII: options.isASCII))
  }

  private borrowing func newLine(depth: Int) throws(XMLError) {
    let start: StaticString = "\n                                                                "
    let known = min(1 + 2 * depth, start.utf8CodeUnitCount)
    try check(xmlTextWriterWriteRawLen(pointer, start.utf8Start, Int32(known)))
    guard known < 1 + 2 * depth else { return }
    try raw([UInt8](repeating: UInt8(ascii: " "), count: 1 + 2 * depth - known))
  }

  borrowing func raw(_ text: String) throws(XMLError) {
    var text = text
    let count = Int32(truncatingIfNeeded: text.utf8.count)
    guard count == text.utf8.count else { throw XMLError.outOfMemory }
    try check(text.withUTF8 { xmlTextWriterWriteRawLen(pointer, $0.baseAddress, count) })
  }

  private borrowing func raw(_ bytes: [UInt8]) throws(XMLError) {
    guard let count = Int32(exactly: bytes.count) else { throw XMLError.outOfMemory }
    try check(
      bytes.withUnsafeBufferPointer { xmlTextWriterWriteRawLen(pointer, $0.baseAddress, count) })
  }

  private borrowing func refuse(unlessName name: String) throws(XMLError) {
    guard name.isXMLName else { throw XMLError("'\(name)' is not an XML name") }
  }

  private borrowing func refuse(charactersOf text: String) throws(XMLError) {
    guard let scalar = text.firstForbiddenScalar else { return }
    let number = String(scalar.value, radix: 16, uppercase: true)
    let digits = String(repeating: "0", count: max(0, 4 - number.count)) + number
    throw XMLError("XML cannot hold the character U+\(digits)")
  }

  private borrowing func check(_ result: Int32) throws(XMLError) {
    if result < 0 { throw XMLError.outOfMemory }
  }
}

extension XMLError {
  fileprivate static let outOfMemory = XMLError("out of memory")
}
