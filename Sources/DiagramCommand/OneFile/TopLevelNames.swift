/// The names that a Swift file declares outside of everything else with `let` and `var`.
///
/// Which of them are series, the compiler decides by their types. Parts that `#if` leaves out stay left
/// out: the conditions are kept with the names.
struct TopLevelNames: Equatable {
  /// What stands in the file, in its order.
  enum Item: Equatable {
    case name(String)
    /// `#if` and its relatives, as they are written.
    case condition(String)
  }

  private(set) var items: [Item] = []
  /// Whether something is left open, so that nothing may be written after the file.
  private(set) var isBroken = false

  init(in source: [UInt8]) {
    var scanner = SwiftScanner(source)
    var isBinding = false
    var before: SwiftScanner.Token?
    while let token = scanner.next() {
      switch token {
      case .condition(let line) where scanner.depth == 0: items.append(.condition(line))
      case .word(let word) where scanner.depth == 0 && before != .symbol(UInt8(ascii: ".")):
        if word == "let" || word == "var" {
          isBinding = !Self.conditional.contains(before)
          if isBinding { Self.pattern(&scanner, into: &items) }
        } else if Self.declarations.contains(word) {
          isBinding = false
        }
      case .symbol(UInt8(ascii: ",")) where scanner.depth == 0 && isBinding:
        if Self.bindsNext(scanner) { Self.pattern(&scanner, into: &items) }
      case .word, .condition, .symbol, .literal: break
      }
      before = token
    }
    isBroken = scanner.isBroken
  }

  /// Words before `let` that make it no declaration.
  private static let conditional: Set<SwiftScanner.Token?> = [
    .word("case"), .word("if"), .word("guard"), .word("while"), .word("for"),
  ]

  /// Words that begin another declaration, whose commas part no values.
  private static let declarations: Set = [
    "func", "struct", "class", "enum", "actor", "extension", "protocol", "typealias", "import",
    "operator", "precedencegroup", "macro", "associatedtype", "subscript", "init",
  ]

  /// Whether a comma is followed by a name with its type or value, or by several in parentheses.
  private static func bindsNext(_ scanner: SwiftScanner) -> Bool {
    var scanner = scanner
    switch scanner.next() {
    case .word:
      guard case .symbol(let byte) = scanner.next() else { return false }
      return "=:{".utf8.contains(byte)
    case .symbol(UInt8(ascii: "(")): return true
    case .symbol, .condition, .literal, nil: return false
    }
  }

  /// Takes a name, or those of a pattern in parentheses.
  private static func pattern(_ scanner: inout SwiftScanner, into items: inout [Item]) {
    switch scanner.looking() {
    case .word(let name):
      _ = scanner.next()
      if name != "_" { items.append(.name(name)) }
    case .symbol(UInt8(ascii: "(")):
      let outer = scanner.depth
      _ = scanner.next()
      while scanner.depth > outer, let token = scanner.next() {
        if case .word(let name) = token, name != "_",
          scanner.looking() != .symbol(UInt8(ascii: ":"))
        {
          items.append(.name(name))
        }
      }
    case .symbol, .condition, .literal, nil: break
    }
  }
}
