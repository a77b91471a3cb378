/// A JSON value that remembers where it stood.
package struct JSONValue {
  package enum Content {
    case null
    case bool(Bool)
    case number(Double)
    case string(String)
    case array([JSONValue])
    case object([(name: String, value: JSONValue)])
  }

  package let content: Content
  /// The first byte of the value.
  package let offset: Int
}

extension JSONValue {
  /// Reads the one value of a text.
  ///
  /// - Throws: ``JSONSyntaxError``.
  package init(reading bytes: [UInt8]) throws(JSONSyntaxError) {
    self = try JSONDecoding.value(of: bytes)
  }
}

/// Text that is not JSON.
package struct JSONSyntaxError: Error, Hashable {
  /// What is wrong, in lower case.
  package let message: String
  /// The byte at which it is wrong.
  package let offset: Int
}

/// Reads JSON as of RFC 8259 from UTF-8.
///
/// Numbers become doubles; of members with the same name the first counts. Values that are nested
/// more than 512 deep are refused.
struct JSONDecoding {
  private let bytes: [UInt8]
  private var position = 0
  private var depth = 0

  private init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The one value of a text.
  static func value(of bytes: [UInt8]) throws(JSONSyntaxError) -> JSONValue {
    var decoding = JSONDecoding(bytes)
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { decoding.position = 3 }
    let value = try decoding.value()
    decoding.skipSpace()
    if decoding.position < bytes.count { throw decoding.error("something follows the value") }
    return value
  }

  private func error(_ message: String) -> JSONSyntaxError {
    JSONSyntaxError(message: message, offset: position)
  }

  private var byte: UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func skipSpace() {
    while position < bytes.count {
      switch bytes[position] {
      case 0x20, 0x09, 0x0A, 0x0D: position += 1
      default: return
      }
    }
  }

  private mutating func accept(_ expected: Character) -> Bool {
    guard byte == expected.asciiValue else { return false }
    position += 1
    return true
  }

  private mutating func value() throws(JSONSyntaxError) -> JSONValue {
    skipSpace()
    let start = position
    guard let first = byte else { throw error("the text ends where a value should stand") }
    let content: JSONValue.Content
    switch first {
    case UInt8(ascii: "{"): content = try object()
    case UInt8(ascii: "["): content = try array()
    case UInt8(ascii: "\""): content = .string(try string())
    case UInt8(ascii: "t"): content = try word("true", .bool(true))
    case UInt8(ascii: "f"): content = try word("false", .bool(false))
    case UInt8(ascii: "n"): content = try word("null", .null)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      content = .number(try number())
    default: throw error("no value begins like this")
    }
    return JSONValue(content: content, offset: start)
  }

  private mutating func word(
    _ word: StaticString, _ content: JSONValue.Content
  ) throws(JSONSyntaxError) -> JSONValue.Content {
    let text = Array("\(word)".utf8)
    guard bytes[position...].starts(with: text) else { throw error("no value begins like this") }
    position += text.count
    return content
  }

  private mutating func enter() throws(JSONSyntaxError) {
    depth += 1
    if depth > deepestValue {
      throw error("values that are nested more than \(deepestValue) deep are not read")
    }
    position += 1
    skipSpace()
  }

  private mutating func array() throws(JSONSyntaxError) -> JSONValue.Content {
    try enter()
    defer { depth -= 1 }
    var values: [JSONValue] = []
    if accept("]") { return .array(values) }
    while true {
      values.append(try value())
      skipSpace()
      if accept("]") { return .array(values) }
      guard accept(",") else { throw error("expected ',' or ']' here") }
    }
  }

  private mutating func object() throws(JSONSyntaxError) -> JSONValue.Content {
    try enter()
    defer { depth -= 1 }
    var members: [(name: String, value: JSONValue)] = []
    if accept("}") { return .object(members) }
    while true {
      skipSpace()
      guard byte == UInt8(ascii: "\"") else { throw error("expected the name of a member here") }
      let name = try string()
      skipSpace()
      guard accept(":") else { throw error("expected ':' here") }
      members.append((name, try value()))
      skipSpace()
      if accept("}") { return .object(members) }
      guard accept(",") else { throw error("expected ',' or '}' here") }
    }
  }

  private mutating func string() throws(JSONSyntaxError) -> String {
    position += 1
    let start = position
    while let next = byte, next != UInt8(ascii: "\""), next != UInt8(ascii: "\\"), next >= 0x20 {
      position += 1
    }
    if byte == UInt8(ascii: "\"") {
      defer { position += 1 }
      return try text(bytes[start..<position], at: start)
    }
    var buffer = Array(bytes[start..<position])
    while let next = byte {
      if next == UInt8(ascii: "\"") {
        position += 1
        return try text(buffer[...], at: start)
      }
      if next < 0x20 { throw error("a control character stands in a string") }
      position += 1
      if next == UInt8(ascii: "\\") {
        buffer += Array(String(try escape()).utf8)
      } else {
        buffer.append(next)
      }
    }
    throw error("the text ends inside a string")
  }

  private func text(_ utf8: ArraySlice<UInt8>, at start: Int) throws(JSONSyntaxError) -> String {
    guard let text = String(validating: utf8, as: UTF8.self) else {
      throw JSONSyntaxError(message: "a string is not UTF-8", offset: start)
    }
    return text
  }

  private mutating func escape() throws(JSONSyntaxError) -> Unicode.Scalar {
    guard let kind = byte else { throw error("the text ends inside a string") }
    position += 1
    switch kind {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(kind)
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): return try unicodeEscape()
    default: throw error("no escape is written like this")
    }
  }

  private mutating func unicodeEscape() throws(JSONSyntaxError) -> Unicode.Scalar {
    let first = try codeUnit()
    if let scalar = Unicode.Scalar(first) { return scalar }
    guard first < 0xDC00, accept("\\"), accept("u") else {
      throw error("half of a surrogate pair is missing")
    }
    let second = try codeUnit()
    guard (0xDC00...0xDFFF).contains(second),
      let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
    else { throw error("half of a surrogate pair is missing") }
    return scalar
  }

  private mutating func codeUnit() throws(JSONSyntaxError) -> UInt32 {
    guard position + 4 <= bytes.count,
      let text = String(validating: bytes[position..<position + 4], as: UTF8.self),
      text.utf8.allSatisfy({ $0 != UInt8(ascii: "+") && $0 != UInt8(ascii: "-") }),
      let value = UInt32(text, radix: 16)
    else { throw error("expected four hexadecimal digits") }
    position += 4
    return value
  }

  private mutating func number() throws(JSONSyntaxError) -> Double {
    let start = position
    _ = accept("-")
    try digits(allowsLeadingZero: false)
    var isWhole = true
    if accept(".") {
      isWhole = false
      try digits(allowsLeadingZero: true)
    }
    if accept("e") || accept("E") {
      isWhole = false
      if !accept("+") { _ = accept("-") }
      try digits(allowsLeadingZero: true)
    }
    if isWhole, position - start < 16 {
      var value = 0
      for digit in bytes[start..<position] where digit != UInt8(ascii: "-") {
        value = value * 10 + Int(digit - UInt8(ascii: "0"))
      }
      return Double(bytes[start] == UInt8(ascii: "-") ? -value : value)
    }
    guard let text = String(validating: bytes[start..<position], as: UTF8.self),
      let value = Double(text), value.isFinite
    else { throw JSONSyntaxError(message: "a number is too large", offset: start) }
    return value
  }

  private mutating func digits(allowsLeadingZero: Bool) throws(JSONSyntaxError) {
    let start = position
    while let digit = byte, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) {
      position += 1
    }
    if position == start { throw error("expected a digit here") }
    if !allowsLeadingZero, bytes[start] == UInt8(ascii: "0"), position > start + 1 {
      throw JSONSyntaxError(message: "a number begins with a needless 0", offset: start)
    }
  }
}

/// How deep values may be nested.
private let deepestValue = 512
