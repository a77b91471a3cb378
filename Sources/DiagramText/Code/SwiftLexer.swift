import DiagramModel

extension CodeScanner {
  /// > Source: The Swift Programming Language, "Lexical Structure".
  mutating func readSwift() {
    // How many parentheses are open in each interpolation, and what ends the string around it.
    var interpolations: [(depth: Int, quote: String)] = []
    while let character = current {
      switch character {
      case "(" where !interpolations.isEmpty:
        interpolations[interpolations.count - 1].depth += 1
        take(1, nil)
      case ")" where interpolations.last?.depth == 0:
        let quote = interpolations.removeLast().quote
        take(1, .string)
        readSwiftString(quote, &interpolations)
      case ")" where !interpolations.isEmpty:
        interpolations[interpolations.count - 1].depth -= 1
        take(1, nil)
      case "/" where peek() == "/": takeLine(.comment)
      case "/" where peek() == "*": readSwiftComment()
      case "\"": openSwiftString(hashes: 0, &interpolations)
      case "#": readSwiftHash(&interpolations)
      case "0"..."9": readSwiftNumber()
      case "$": take(1 + count(after: 1, while: \.isNamePart), nil)
      case "`":
        take(1, nil)
        take(while: \.isNamePart, nil)
      case _ where character.isNamePart:
        let word = word
        take(word.count, Self.swiftKeywords.contains(word) ? .keyword : nil)
      default: take(1, nil)
      }
    }
  }

  /// A string with signs around its quotes, or a word of the compiler.
  private mutating func readSwiftHash(_ interpolations: inout [(depth: Int, quote: String)]) {
    let hashes = count { $0 == "#" }
    if peek(hashes) == "\"" { return openSwiftString(hashes: hashes, &interpolations) }
    // Only the last one may begin a word.
    if hashes > 1 { return take(hashes - 1, nil) }
    let length = 1 + count(after: 1, while: \.isNamePart)
    let name = String(characters[(position + 1)..<(position + length)])
    take(length, Self.swiftDirectives.contains(name) ? .keyword : nil)
  }

  private mutating func openSwiftString(
    hashes: Int, _ interpolations: inout [(depth: Int, quote: String)]
  ) {
    let sign = String(repeating: "#", count: hashes)
    let quotes = characters[(position + hashes)..<end].starts(with: "\"\"\"") ? "\"\"\"" : "\""
    take(hashes + quotes.count, .string)
    readSwiftString(quotes + sign, &interpolations)
  }

  /// A string up to its end, or up to an interpolation in it.
  private mutating func readSwiftString(
    _ quote: String, _ interpolations: inout [(depth: Int, quote: String)]
  ) {
    let escape = "\\" + String(repeating: "#", count: quote.count { $0 == "#" })
    var length = 0
    while let next = peek(length) {
      let rest = characters[(position + length)..<end]
      if rest.starts(with: quote) { return take(length + quote.count, .string) }
      if rest.starts(with: escape + "(") {
        take(length + escape.count + 1, .string)
        return interpolations.append((0, quote))
      }
      if next.isNewline, !quote.hasPrefix("\"\"\"") { break }
      length += rest.starts(with: escape) ? escape.count + 1 : 1
    }
    take(length, .string)
  }

  /// Comments lie in each other.
  private mutating func readSwiftComment() {
    var (length, depth) = (0, 0)
    repeat {
      let rest = characters[(position + length)..<end].prefix(2)
      switch String(rest) {
      case "/*": (depth, length) = (depth + 1, length + 2)
      case "*/": (depth, length) = (depth - 1, length + 2)
      default: length += 1
      }
    } while depth > 0 && position + length < end
    take(length, .comment)
  }

  private mutating func readSwiftNumber() {
    if current == "0", let base = peek(), "xbo".contains(base) {
      return take(2 + count(after: 2) { $0.isHexDigit || $0 == "_" }, .number)
    }
    let isPart = { (character: Character) in character.isDigit || character == "_" }
    var length = count(while: isPart)
    if peek(length) == ".", peek(length + 1)?.isDigit == true {
      length += 1 + count(after: length + 1, while: isPart)
    }
    if let exponent = peek(length), "eE".contains(exponent) {
      let sign = peek(length + 1).map { "+-".contains($0) } == true ? 1 : 0
      let digits = count(after: length + 1 + sign, while: isPart)
      if digits > 0 { length += 1 + sign + digits }
    }
    take(length, .number)
  }

  private static let swiftDirectives: Set = [
    "if", "elseif", "else", "endif", "available", "selector", "file", "line", "column", "function",
  ]

  private static let swiftKeywords: Set = [
    "actor", "as", "associatedtype", "async", "await", "break", "case", "catch", "class",
    "continue", "convenience", "default", "defer", "deinit", "didSet", "do", "dynamic", "else",
    "enum", "extension", "fallthrough", "false", "final", "for", "func", "get", "guard", "if",
    "import", "in", "indirect", "infix", "init", "inout", "internal", "is", "lazy", "let",
    "mutating", "nil", "nonmutating", "operator", "override", "postfix", "private", "protocol",
    "public", "repeat", "required", "rethrows", "return", "self", "Self", "set", "static", "struct",
    "subscript", "super", "switch", "throw", "throws", "true", "try", "typealias", "unowned", "var",
    "weak", "where", "while", "willSet", "_",
    // Newer ones than Pygments knows.
    "any", "borrowing", "consuming", "fileprivate", "isolated", "nonisolated", "open", "package",
    "sending", "some",
  ]
}
