/// Why a neutral file cannot be used.
package struct InterchangeError: Error, Hashable, CustomStringConvertible {
  /// What is wrong, in lower case and without a full stop.
  package let message: String
  /// The place in the file, counted from 1.
  package let line: Int
  package let column: Int
  /// The way to the value, such as `edges[3].target`; empty for the whole file.
  package let path: String

  package init(_ message: String, path: String = "", at offset: Int, in bytes: [UInt8]) {
    self.message = message
    self.path = path
    (line, column) = LineStarts(bytes).place(of: offset)
  }

  package var description: String {
    "\(line):\(column): \(path.isEmpty ? "" : path + ": ")\(message)"
  }
}

/// A value on its way out of a file, with what an error needs to name it.
struct JSONField {
  let value: JSONValue
  private let document: Document

  /// The whole of a file, kept to say where a value stands.
  private final class Document {
    let root: JSONValue
    let bytes: [UInt8]

    init(root: JSONValue, bytes: [UInt8]) {
      self.root = root
      self.bytes = bytes
    }

    /// The way to a value, such as `edges[3].target`; empty for the whole file.
    func path(to value: JSONValue) -> String {
      guard let path = root.path(to: value.offset) else { return "" }
      return String(path.first == "." ? path.dropFirst() : path[...])
    }
  }

  private init(value: JSONValue, document: Document) {
    self.value = value
    self.document = document
  }

  /// The whole of a file.
  static func root(of bytes: [UInt8]) throws(InterchangeError) -> JSONField {
    do {
      let root = try JSONDecoding.value(of: bytes)
      return JSONField(value: root, document: Document(root: root, bytes: bytes))
    } catch {
      throw InterchangeError(error.message, at: error.offset, in: bytes)
    }
  }

  func error(_ message: String) -> InterchangeError {
    InterchangeError(
      message, path: document.path(to: value), at: value.offset,
      in: document.bytes)
  }

  /// A member that must be there.
  func member(_ name: String) throws(InterchangeError) -> JSONField {
    guard let member = try optionalMember(name) else { throw error("'\(name)' is missing") }
    return member
  }

  /// A member that may be missing or null.
  func optionalMember(_ name: String) throws(InterchangeError) -> JSONField? {
    guard case .object(let members) = value.content else { throw error("expected an object") }
    guard let member = members.first(where: { $0.name == name }) else { return nil }
    if case .null = member.value.content { return nil }
    return JSONField(value: member.value, document: document)
  }

  /// The first byte of the value.
  var offset: Int { value.offset }

  /// The members of an object, in the order of the file; nil for what is none.
  var members: [(name: String, field: JSONField)]? {
    guard case .object(let members) = value.content else { return nil }
    return members.map { ($0.name, JSONField(value: $0.value, document: document)) }
  }

  func elements() throws(InterchangeError) -> [JSONField] {
    guard case .array(let values) = value.content else { throw error("expected an array") }
    return values.map { JSONField(value: $0, document: document) }
  }

  func string() throws(InterchangeError) -> String {
    guard case .string(let text) = value.content else { throw error("expected a string") }
    return text
  }

  func bool() throws(InterchangeError) -> Bool {
    guard case .bool(let value) = value.content else { throw error("expected true or false") }
    return value
  }

  func number() throws(InterchangeError) -> Double {
    guard case .number(let number) = value.content else { throw error("expected a number") }
    guard abs(number) < 1e9 else {
      throw error("the number is too large for a drawing: write one between -1e9 and 1e9")
    }
    return number
  }

  /// A length, rounded up to an even number of units, so that its middle is whole.
  func length() throws(InterchangeError) -> Int {
    let length = try extent()
    guard length <= DrawingLimits.length else {
      throw error("a length of more than \(DrawingLimits.length) cannot be drawn")
    }
    return length + length % 2
  }

  /// A length, rounded up to a whole unit.
  func extent() throws(InterchangeError) -> Int {
    let number = try number()
    guard number >= 0 else { throw error("a length cannot be negative") }
    let whole = Int(number)
    return Double(whole) < number ? whole + 1 : whole
  }

  /// A coordinate, rounded to the nearest whole unit.
  func coordinate() throws(InterchangeError) -> Int { Int((try number()).rounded()) }
}

extension JSONValue {
  /// The way to the value that begins at a byte, such as `edges[3].target`; nil if none does.
  fileprivate func path(to offset: Int) -> String? {
    if offset == self.offset { return "" }
    let steps: [(step: String, value: JSONValue)] =
      switch content {
      case .array(let values): values.enumerated().map { ("[\($0.offset)]", $0.element) }
      case .object(let members): members.map { (".\($0.name)", $0.value) }
      case .null, .bool, .number, .string: []
      }
    // The last value that does not begin too late is the one that holds it.
    guard let (step, value) = steps.last(where: { $0.value.offset <= offset }),
      let rest = value.path(to: offset)
    else { return nil }
    return step + rest
  }
}
