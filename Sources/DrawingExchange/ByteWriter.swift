/// Numbers, texts and bytes one after the other, each with its length before it.
package struct ByteWriter {
  package private(set) var bytes: [UInt8] = []

  package init() {}

  /// Eight bytes, the lowest first.
  package mutating func write(_ number: UInt64) {
    withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
  }

  /// As few bytes as the number takes, seven bits in each, the lowest first.
  package mutating func write(short number: UInt64) {
    var rest = number
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  package mutating func write(_ content: [UInt8]) {
    write(UInt64(content.count))
    bytes += content
  }

  package mutating func write(_ text: String) {
    var text = text
    text.withUTF8 { utf8 in
      write(UInt64(utf8.count))
      bytes.append(contentsOf: utf8)
    }
  }

  /// A text behind its length in as few bytes as that takes.
  package mutating func write(short text: String) {
    var text = text
    text.withUTF8 { utf8 in
      write(short: UInt64(utf8.count))
      bytes.append(contentsOf: utf8)
    }
  }

  /// How many there are, and each of them.
  package mutating func write<Value>(_ values: [Value], _ each: (inout ByteWriter, Value) -> Void) {
    write(UInt64(values.count))
    for value in values { each(&self, value) }
  }
}

/// Reads what a ``ByteWriter`` wrote; bytes that none wrote give an error, never a trap.
package struct ByteReader {
  /// The bytes end too early, or say what cannot be.
  package struct Damage: Error {
    package init() {}
  }

  private var rest: ArraySlice<UInt8>

  package init(_ bytes: [UInt8]) { rest = bytes[...] }

  package var isAtEnd: Bool { rest.isEmpty }

  package mutating func number() throws(Damage) -> UInt64 {
    guard rest.count >= 8 else { throw Damage() }
    let number = rest.withUnsafeBytes {
      UInt64(littleEndian: $0.loadUnaligned(as: UInt64.self))
    }
    rest = rest.dropFirst(8)
    return number
  }

  package mutating func bytes() throws(Damage) -> [UInt8] {
    let count = try count()
    defer { rest = rest.dropFirst(count) }
    return Array(rest.prefix(count))
  }

  package mutating func text() throws(Damage) -> String {
    guard let text = String(validating: try bytes(), as: UTF8.self) else { throw Damage() }
    return text
  }

  package mutating func values<Value>(
    _ each: (inout ByteReader) throws(Damage) -> Value
  ) throws(Damage) -> [Value] {
    var values: [Value] = []
    for _ in 0..<(try count()) { values.append(try each(&self)) }
    return values
  }

  /// A number of things that take a byte each at least, so that no number makes room for more than is there.
  private mutating func count() throws(Damage) -> Int {
    let number = try number()
    guard number <= UInt64(rest.count) else { throw Damage() }
    return Int(number)
  }
}
