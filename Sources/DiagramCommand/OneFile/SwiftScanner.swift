/// Goes through Swift without understanding it: knows comments, texts and brackets, so that what stands
/// in them is not taken for code.
struct SwiftScanner {
  private let bytes: [UInt8]
  private(set) var place: Int
  /// Where the last piece of code began.
  private(set) var start = 0
  /// How many brackets are open.
  private(set) var depth = 0
  /// Whether a comment, a text or a bracket is left open, or closed without being open.
  private(set) var isBroken = false
  /// The last byte of code, by which a regular expression is told from a division.
  private var last: UInt8 = UInt8(ascii: "\n")

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    place = 0
    // The line for the shell.
    if starts(with: "#!") { skipLine() }
  }

  /// One piece of code.
  enum Token: Hashable {
    /// A name or a keyword; with its backticks.
    case word(String)
    /// `#if` and its relatives, the whole line.
    case condition(String)
    case symbol(UInt8)
    /// A text or a regular expression.
    case literal
  }

  /// The next piece of code; nil at the end.
  mutating func next() -> Token? {
    skipSpace()
    let first = place
    // A text may hold code, which is gone through as well.
    defer { start = first }
    guard let byte = peek() else { return end() }
    if isWordStart(byte) { return word() }
    switch byte {
    case UInt8(ascii: "\""): return literal(hashes: 0)
    case UInt8(ascii: "#"): return hash()
    case UInt8(ascii: "`"): return quotedWord()
    case UInt8(ascii: "/") where isRegularExpression:
      skipRegularExpression()
      return note(.literal, UInt8(ascii: "\""))
    default: return symbol(byte)
    }
  }

  /// What stands after spaces and comments, without taking it.
  func looking() -> Token? {
    var copy = self
    return copy.next()
  }

  private mutating func end() -> Token? {
    if depth != 0 { isBroken = true }
    return nil
  }
}

// MARK: - Words and symbols

extension SwiftScanner {
  private mutating func symbol(_ byte: UInt8) -> Token {
    place += 1
    switch byte {
    case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
    case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"):
      depth -= 1
      if depth < 0 { (depth, isBroken) = (0, true) }
    default: break
    }
    return note(.symbol(byte), byte)
  }

  private mutating func word() -> Token {
    let start = place
    while let byte = peek(), isWordStart(byte) || isDigit(byte) { place += 1 }
    return note(.word(text(start..<place)), bytes[place - 1])
  }

  private mutating func quotedWord() -> Token {
    let start = place
    place += 1
    while let byte = peek(), byte != UInt8(ascii: "`"), byte != UInt8(ascii: "\n") { place += 1 }
    if peek() == UInt8(ascii: "`") { place += 1 } else { isBroken = true }
    return note(.word(text(start..<place)), UInt8(ascii: "a"))
  }

  /// What begins with `#`: a text or regular expression with its own quotes, a condition, a macro.
  private mutating func hash() -> Token {
    var hashes = 0
    while peek(hashes) == UInt8(ascii: "#") { hashes += 1 }
    switch peek(hashes) {
    case UInt8(ascii: "\""):
      place += hashes
      return literal(hashes: hashes)
    case UInt8(ascii: "/"):
      skipExtendedRegularExpression(hashes: hashes)
      return note(.literal, UInt8(ascii: "\""))
    default: break
    }
    for word in ["#if", "#elseif", "#else", "#endif"] where starts(with: word) {
      guard let after = peek(word.utf8.count), isWordStart(after) else {
        let start = place
        skipLine()
        return note(.condition(Self.withoutComment(text(start..<place))), UInt8(ascii: "\n"))
      }
    }
    place += hashes
    return note(.symbol(UInt8(ascii: "#")), UInt8(ascii: "#"))
  }

  private static func withoutComment(_ line: String) -> String {
    let end = line.firstRange(of: "//")?.lowerBound ?? line.endIndex
    return String(line[..<end].filter { $0 != "\r" && $0 != "\r\n" })
  }

  private mutating func note(_ token: Token, _ last: UInt8) -> Token {
    self.last = last
    return token
  }
}

// MARK: - Texts

extension SwiftScanner {
  /// A text whose quote is next, with this many `#` around it.
  private mutating func literal(hashes: Int) -> Token {
    let isLong = starts(with: "\"\"\"")
    // Two quotes are an empty text, and so are two before a third one that `#` follow: #"""#.
    let isOneLine = isLong && hashes > 0 && closes("\"\"", hashes)
    if isLong && !isOneLine {
      skipText(quote: "\"\"\"", hashes: hashes, mayBreak: true)
    } else {
      skipText(quote: "\"", hashes: hashes, mayBreak: false)
    }
    return note(.literal, UInt8(ascii: "\""))
  }

  /// Whether the text that begins here is `"` and then ends at once.
  private func closes(_ quotes: String, _ hashes: Int) -> Bool {
    let start = place + quotes.utf8.count
    return bytes[start...].starts(with: "\"".utf8)
      && bytes.dropFirst(start + 1).prefix(hashes).elementsEqual(
        repeatElement(UInt8(ascii: "#"), count: hashes))
  }

  private mutating func skipText(quote: String, hashes: Int, mayBreak: Bool) {
    place += quote.utf8.count
    let end = quote + String(repeating: "#", count: hashes)
    let escape = "\\" + String(repeating: "#", count: hashes)
    while let byte = peek() {
      if starts(with: end) {
        place += end.utf8.count
        return
      }
      if byte == UInt8(ascii: "\n"), !mayBreak { break }
      guard starts(with: escape) else {
        place += 1
        continue
      }
      place += escape.utf8.count
      if peek() == UInt8(ascii: "(") {
        skipInterpolation()
      } else if peek() != nil, mayBreak || peek() != UInt8(ascii: "\n") {
        place += 1
      }
    }
    isBroken = true
  }

  /// Code between the parentheses of a text.
  private mutating func skipInterpolation() {
    let outer = depth
    depth = 0
    repeat {
      guard next() != nil else {
        isBroken = true
        break
      }
    } while depth > 0
    depth = outer
  }

  private mutating func skipSpace() {
    while let byte = peek() {
      if starts(with: "//") {
        skipLine()
      } else if starts(with: "/*") {
        skipComment()
      } else if byte == UInt8(ascii: " ") || (9...13).contains(byte) {
        if byte == UInt8(ascii: "\n"), !continuesLine { last = byte }
        place += 1
      } else {
        return
      }
    }
  }

  /// Comments hold comments.
  private mutating func skipComment() {
    var open = 0
    while peek() != nil {
      if starts(with: "/*") {
        open += 1
        place += 2
      } else if starts(with: "*/") {
        open -= 1
        place += 2
        if open == 0 { return }
      } else {
        place += 1
      }
    }
    isBroken = true
  }

  private mutating func skipLine() {
    while let byte = peek(), byte != UInt8(ascii: "\n") { place += 1 }
  }
}

// MARK: - Regular expressions

extension SwiftScanner {
  /// Whether the last code cannot stand before a division.
  private var continuesLine: Bool { "(,=:[{;!&|?~^<>+-*%".utf8.contains(last) }

  /// Whether a slash begins a regular expression: where a value may begin, and another ends it in the line.
  private var isRegularExpression: Bool {
    guard continuesLine || last == UInt8(ascii: "\n"), let after = peek(1),
      !" \t\r\n*/=".utf8.contains(after)
    else { return false }
    var index = place + 1
    while index < bytes.count, bytes[index] != UInt8(ascii: "\n") {
      if bytes[index] == UInt8(ascii: "/") { return true }
      index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
    }
    return false
  }

  private mutating func skipRegularExpression() {
    place += 1
    while let byte = peek(), byte != UInt8(ascii: "/") {
      place += byte == UInt8(ascii: "\\") ? 2 : 1
    }
    place = min(place + 1, bytes.count)
  }

  private mutating func skipExtendedRegularExpression(hashes: Int) {
    place += hashes + 1
    let end = "/" + String(repeating: "#", count: hashes)
    while peek() != nil {
      if starts(with: end) {
        place += end.utf8.count
        return
      }
      place += 1
    }
    isBroken = true
  }
}

// MARK: - Bytes

extension SwiftScanner {
  private func peek(_ offset: Int = 0) -> UInt8? {
    place + offset < bytes.count ? bytes[place + offset] : nil
  }

  private func starts(with text: StaticString) -> Bool {
    text.withUTF8Buffer { bytes.dropFirst(place).starts(with: $0) }
  }

  private func starts(with text: String) -> Bool { bytes.dropFirst(place).starts(with: text.utf8) }

  private func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  private func isWordStart(_ byte: UInt8) -> Bool {
    byte >= 0x80 || byte == UInt8(ascii: "_")
      || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  private func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
}
