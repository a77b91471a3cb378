import DiagramModel

extension CodeScanner {
  /// > Source: YAML 1.2.2, chapters 6 to 9, as far as documents in block style are written by hand.
  mutating func readYAML() {
    while !isAtEnd {
      readYAMLLine()
      // What ends it.
      take(1, nil)
    }
  }

  private mutating func readYAMLLine() {
    let indent = count { $0 == " " }
    take(indent, nil)
    if (starts(with: "---") || starts(with: "...")) && indent == 0 && isSpaceOrEnd(3) {
      take(3, .keyword)
    } else if indent == 0, current == "%" {
      return takeLine(.keyword)
    }
    var column = indent
    // Entries of sequences, and complex keys.
    while let sign = current, "-?:".contains(sign), isSpaceOrEnd(1) {
      let space = 1 + count(after: 1) { $0 == " " }
      take(space, nil)
      if current?.isNewline != false { break }
      column += space
    }
    readYAMLValue(column)
  }

  /// What stands in a line behind its indentation: keys, and their value.
  private mutating func readYAMLValue(_ column: Int) {
    var isKeyPossible = true
    while let character = current, !character.isNewline {
      switch character {
      case " ", "\t": take(while: { $0 == " " || $0 == "\t" }, nil)
      case "#" where isAfterSpace: takeLine(.comment)
      case "\"", "'":
        readYAMLQuoted(character)
      case "[", "{": readYAMLFlow()
      case "!": take(while: { !$0.isWhitespace }, .keyword)
      case "&", "*":
        take(1 + count(after: 1) { $0.isNamePart || $0 == "-" }, .variable)
      case "|", ">": return readYAMLBlock(column)
      case ":" where isSpaceOrEnd(1): take(1, nil)
      default:
        if isKeyPossible, let length = yamlKeyLength {
          take(length, .key)
          isKeyPossible = false
        } else {
          takeYAMLPlain()
        }
      }
    }
  }

  private var isAfterSpace: Bool { position == 0 || characters[position - 1].isWhitespace }

  private func isSpaceOrEnd(_ distance: Int) -> Bool { peek(distance)?.isWhitespace ?? true }

  /// The length of the key that begins here, if one does.
  private var yamlKeyLength: Int? {
    var length = 0
    while let next = peek(length), !next.isNewline {
      if next == ":", isSpaceOrEnd(length + 1) { return length }
      if "#,?[]{}\"'".contains(next) { return nil }
      length += 1
    }
    return nil
  }

  /// A scalar without quotes, up to a comment or the end of the line.
  private mutating func takeYAMLPlain() {
    var length = 1
    while let next = peek(length), !next.isNewline {
      if next == "#", peek(length - 1) == " " { break }
      if next == ":", isSpaceOrEnd(length + 1) { break }
      length += 1
    }
    take(length, .string)
  }

  private mutating func readYAMLQuoted(_ quote: Character) {
    if quote == "\"" { return takeQuoted(quote, .string) }
    var length = 1
    while let next = peek(length) {
      if next == "'", peek(length + 1) != "'" { break }
      length += next == "'" ? 2 : 1
    }
    take(length + 1, .string)
  }

  /// Sequences and mappings in brackets, over as many lines as they take.
  private mutating func readYAMLFlow() {
    var open: [Character] = []
    repeat {
      guard let character = current else { return }
      switch character {
      case "[", "{":
        open.append(character)
        take(1, nil)
      case "]", "}":
        open.removeLast()
        take(1, nil)
      case "\"", "'": readYAMLQuoted(character)
      case "#" where isAfterSpace: takeLine(.comment)
      case "!": take(while: { !$0.isWhitespace && !",]}".contains($0) }, .keyword)
      case "&", "*": take(1 + count(after: 1) { $0.isNamePart || $0 == "-" }, .variable)
      case ",", ":", "?": take(1, nil)
      case _ where character.isWhitespace: take(while: \.isWhitespace, nil)
      default: readYAMLFlowScalar(isInMapping: open.last == "{")
      }
    } while !open.isEmpty
  }

  private mutating func readYAMLFlowScalar(isInMapping: Bool) {
    var length = 1
    while let next = peek(length), !next.isNewline, !",[]{}".contains(next) {
      if next == ":", isSpaceOrEnd(length + 1) || ",[]{}".contains(peek(length + 1) ?? " ") {
        break
      }
      if next == "#", peek(length - 1) == " " { break }
      length += 1
    }
    let isKey = isInMapping && peek(length) == ":" && isSpaceOrEnd(length + 1)
    take(length, isKey ? .key : .string)
  }

  /// Lines that are deeper than the one with the key, as they are.
  private mutating func readYAMLBlock(_ column: Int) {
    take(while: { !$0.isWhitespace }, nil)
    take(while: { $0 == " " }, nil)
    takeLine(current == "#" ? .comment : nil)
    var indent: Int?
    while !isAtEnd {
      let line = count(after: 1) { $0 == " " }
      let first = peek(1 + line)
      if let first, !first.isNewline {
        let least = indent ?? column + 1
        // A line of the outermost value may stand at the margin.
        guard line >= least else { return }
        indent = indent ?? line
      }
      take(1 + line, nil)
      takeLine(.string)
    }
  }
}
