import DiagramModel

extension CodeScanner {
  /// > Source: RFC 8259.
  mutating func readJSON() {
    while let character = current {
      switch character {
      case "\"": readJSONString()
      case "-" where peek()?.isDigit == true, "0"..."9": readJSONNumber()
      case _ where ["true", "false", "null"].contains(word): take(word.count, .keyword)
      case _ where character.isNamePart: take(word.count, nil)
      default: take(1, nil)
      }
    }
  }

  /// A string before a colon is a key.
  private mutating func readJSONString() {
    var length = 1
    while let next = peek(length), next != "\"" { length += next == "\\" ? 2 : 1 }
    length += 1
    let space = count(after: length) { $0.isWhitespace }
    take(length, peek(length + space) == ":" ? .key : .string)
  }

  private mutating func readJSONNumber() {
    take(1, .number)
    take(
      while: { $0.isDigit || $0 == "." || $0 == "e" || $0 == "E" || $0 == "+" || $0 == "-" },
      .number)
  }
}
