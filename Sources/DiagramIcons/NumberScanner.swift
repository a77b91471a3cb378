/// Reads numbers and letters of SVG's attributes from front to back.
struct NumberScanner {
  private let bytes: [UInt8]
  private var position = 0

  init(_ text: String) { bytes = Array(text.utf8) }

  /// Whether nothing but white space is left.
  var isAtEnd: Bool {
    mutating get {
      skipSeparators()
      return position == bytes.count
    }
  }

  /// Whether a number comes next.
  var isAtNumber: Bool {
    mutating get {
      skipSeparators()
      guard let byte = current else { return false }
      return byte.isDigit || byte == UInt8(ascii: ".") || byte.isSign
    }
  }

  /// The letter that comes next, if one does; steps over it.
  mutating func letter() -> UInt8? {
    skipSeparators()
    guard let byte = current, (0x61...0x7A).contains(byte | 0x20) else { return nil }
    position += 1
    return byte
  }

  /// The word that comes next, of letters, if one does; steps over it and the bracket behind it.
  mutating func function() -> String? {
    var name: [UInt8] = []
    while let letter = name.isEmpty ? letter() : letterInWord() { name.append(letter) }
    skipSeparators()
    guard !name.isEmpty, current == UInt8(ascii: "(") else { return nil }
    position += 1
    return String(decoding: name, as: UTF8.self)
  }

  /// Steps over a closing bracket, if one comes next.
  mutating func closeBracket() -> Bool {
    skipSeparators()
    guard current == UInt8(ascii: ")") else { return false }
    position += 1
    return true
  }

  /// The number that comes next, if a finite one does; steps over it.
  mutating func number() -> Double? {
    skipSeparators()
    let start = position
    if let byte = current, byte.isSign { position += 1 }
    var hasDigits = skipDigits()
    if current == UInt8(ascii: ".") {
      position += 1
      hasDigits = skipDigits() || hasDigits
    }
    guard hasDigits else {
      position = start
      return nil
    }
    skipExponent()
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    return Double(text).flatMap { $0.isFinite ? $0 : nil }
  }

  /// The flag of an arc, which is one digit: others may stand right behind it.
  mutating func flag() -> Bool? {
    skipSeparators()
    guard let byte = current, byte == UInt8(ascii: "0") || byte == UInt8(ascii: "1") else {
      return nil
    }
    position += 1
    return byte == UInt8(ascii: "1")
  }

  /// What is left, without white space at its ends.
  var rest: String { String(decoding: bytes[position...], as: UTF8.self).trimmed }

  private var current: UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func letterInWord() -> UInt8? {
    guard let byte = current, (0x61...0x7A).contains(byte | 0x20) else { return nil }
    position += 1
    return byte
  }

  private mutating func skipSeparators() {
    while let byte = current, byte.isSpace || byte == UInt8(ascii: ",") { position += 1 }
  }

  private mutating func skipDigits() -> Bool {
    let start = position
    while let byte = current, byte.isDigit { position += 1 }
    return position > start
  }

  /// An `e` with a number behind it; another `e` is that of `em`.
  private mutating func skipExponent() {
    let start = position
    guard let byte = current, byte | 0x20 == UInt8(ascii: "e") else { return }
    position += 1
    if let byte = current, byte.isSign { position += 1 }
    if !skipDigits() { position = start }
  }
}

extension UInt8 {
  fileprivate var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
  fileprivate var isSign: Bool { self == UInt8(ascii: "-") || self == UInt8(ascii: "+") }
  fileprivate var isSpace: Bool { self == 0x20 || (0x09...0x0D).contains(self) }
}

extension StringProtocol {
  /// The text without white space at its ends.
  var trimmed: String {
    var rest = self[...]
    while rest.first?.isWhitespace == true { rest.removeFirst() }
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return String(rest)
  }
}
