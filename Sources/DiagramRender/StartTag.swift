/// Where the values of a root element's attributes lie in a file, read without parsing the rest.
///
/// It reads what is well-formed and stops where something is not; what comes after the start tag
/// does not matter.
struct StartTag {
  private var values: [(name: ArraySlice<UInt8>, place: Range<Int>)] = []
  /// Where it begins in the file.
  let start: Int

  /// The value of an attribute, between its quotes, as it stands in the file.
  subscript(name: String) -> Range<Int>? {
    values.first { $0.name.elementsEqual(name.utf8) }?.place
  }

  /// The start tag of the root element; nil where the file does not begin with one.
  ///
  /// An XML declaration, comments and a document type may stand before it.
  init?(in bytes: [UInt8]) {
    var cursor = Cursor(bytes: bytes)
    cursor.skip(Array("\u{FEFF}".utf8))
    cursor.skipSpace()
    while let end = cursor.endOfProlog() {
      cursor.position = end
      cursor.skipSpace()
    }
    start = cursor.position
    guard cursor.skip([UInt8(ascii: "<")]), !cursor.name().isEmpty else { return nil }
    while cursor.skipSpace(), let value = cursor.attribute() { values.append(value) }
  }
}

/// A place in a file that is read from front to back.
private struct Cursor {
  let bytes: [UInt8]
  var position = 0

  private var current: UInt8? { position < bytes.count ? bytes[position] : nil }

  /// Steps over `prefix` if it stands here.
  @discardableResult
  mutating func skip(_ prefix: [UInt8]) -> Bool {
    guard bytes[position...].starts(with: prefix) else { return false }
    position += prefix.count
    return true
  }

  /// Steps over white space; whether there was some.
  @discardableResult
  mutating func skipSpace() -> Bool {
    let start = position
    while let byte = current, [0x20, 0x09, 0x0A, 0x0D].contains(byte) { position += 1 }
    return position > start
  }

  /// Where a declaration, comment or document type that begins here ends.
  func endOfProlog() -> Int? {
    for (start, end) in [("<?", "?>"), ("<!--", "-->"), ("<!", ">")]
    where bytes[position...].starts(with: start.utf8) {
      let end = Array(end.utf8)
      var place = position + start.utf8.count
      while place + end.count <= bytes.count {
        if bytes[place...].starts(with: end) { return place + end.count }
        place += 1
      }
      return nil
    }
    return nil
  }

  /// The name that stands here; empty where there is none.
  mutating func name() -> ArraySlice<UInt8> {
    let start = position
    while let byte = current, byte.isNamePart { position += 1 }
    return bytes[start..<position]
  }

  /// The name and value of the attribute that stands here.
  mutating func attribute() -> (name: ArraySlice<UInt8>, place: Range<Int>)? {
    let name = name()
    guard !name.isEmpty, skip([UInt8(ascii: "=")]), let quote = current,
      quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'"),
      let end = bytes[(position + 1)...].firstIndex(of: quote)
    else { return nil }
    let place = position + 1..<end
    position = end + 1
    return (name, place)
  }
}

extension UInt8 {
  /// Whether it may stand in the names that we look for.
  fileprivate var isNamePart: Bool {
    self >= 0x80 || (0x61...0x7A).contains(self | 0x20) || (0x30...0x3A).contains(self)
      || self == UInt8(ascii: "-") || self == UInt8(ascii: "_") || self == UInt8(ascii: ".")
  }
}
