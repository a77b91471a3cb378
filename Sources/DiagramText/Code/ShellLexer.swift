import DiagramModel

extension CodeScanner {
  /// Bash and its relatives.
  ///
  /// > Source: Bash Reference Manual 5.2, sections 3.1, 3.2 and 3.5.
  mutating func readShell() {
    // What closes the parts that are open, the innermost last.
    var closings: [ShellClosing] = []
    while let character = current {
      switch closings.last {
      case .quote: readShellString(&closings)
      case .brace where character == "}", .parenthesis where character == ")",
        .backtick where character == "`":
        take(1, closings.removeLast() == .backtick ? .string : .variable)
      case .arithmetic where starts(with: "))"):
        closings.removeLast()
        take(2, .variable)
      case .brace where !"\"'`$\\".contains(character): readShellParameter()
      case .arithmetic where character.isNamePart:
        take(word.count, word.allSatisfy(\.isDigit) ? .number : .variable)
      default: readShellWord(character, &closings)
      }
    }
  }

  /// A part of what stands in braces: a name, or what is done with its value.
  private mutating func readShellParameter() {
    if starts(with: ":-") {
      take(2, .variable)
    } else if !word.isEmpty {
      take(word.count, .variable)
    } else {
      take(1, nil)
      if peek(-1) != ":" { take(while: { !"}:\"'`$\\".contains($0) }, nil) }
    }
  }

  /// What closes a part of a shell's code.
  private enum ShellClosing { case quote, brace, parenthesis, arithmetic, backtick }

  private mutating func readShellWord(_ character: Character, _ closings: inout [ShellClosing]) {
    switch character {
    case "#" where !isAfterWord: takeLine(.comment)
    case "\\": take(2, .string)
    case "$": readExpansion(&closings)
    case "\"":
      take(1, .string)
      closings.append(.quote)
    case "'": takeQuoted("'", escapes: false, .string)
    case "`":
      take(1, .string)
      closings.append(.backtick)
    case "<" where starts(with: "<<<"): take(3, nil)
    case "<" where starts(with: "<<"): readHereDocument()
    case _ where character.isWhitespace: take(while: \.isWhitespace, nil)
    case _ where isShellSign(character): take(1, nil)
    default: readShellText()
    }
  }

  private var isAfterWord: Bool {
    position > 0 && !characters[position - 1].isWhitespace
      && !isShellSign(characters[position - 1])
  }

  private func isShellSign(_ character: Character) -> Bool { "=[]{}()<&|;".contains(character) }

  private func isShellText(_ character: Character) -> Bool {
    !character.isWhitespace && !isShellSign(character) && !"$\"'`\\".contains(character)
  }

  /// A name that gets a value, a number, a word of the language, or any other.
  private mutating func readShellText() {
    let (word, length) = (self.word, count(while: isShellText))
    let next = peek(length)
    let space = count(after: word.count) { $0 == " " || $0 == "\t" }
    let behind = peek(word.count + space)
    let isAssigned =
      behind == "=" || behind == "+" && peek(word.count + space + 1) == "="
    if !word.isEmpty, word.count == length || behind == "+", isAssigned {
      take(word.count, .variable)
    } else if word.count == length, Self.shellKeywords.contains(word) {
      take(length, .keyword)
    } else if word.count == length, next.map({ $0.isWhitespace || ")`".contains($0) }) ?? true,
      Self.shellCommands.contains(word)
    {
      take(length, .keyword)
    } else if !word.isEmpty, word.allSatisfy(\.isDigit) {
      take(word.count, .number)
      if word.count < length { take(length - word.count, nil) }
    } else {
      take(length, nil)
    }
  }

  private mutating func readShellString(_ closings: inout [ShellClosing]) {
    switch current {
    case "\""?:
      take(1, .string)
      closings.removeLast()
    case "\\"?: take(2, .string)
    case "$"?: readExpansion(&closings)
    default: take(while: { !"\"\\$".contains($0) }, .string)
    }
  }

  private mutating func readExpansion(_ closings: inout [ShellClosing]) {
    switch peek() {
    case "("? where peek(2) == "(":
      take(3, .variable)
      closings.append(.arithmetic)
    case "("?:
      take(2, .variable)
      closings.append(.parenthesis)
    case "{"?:
      take(peek(2) == "#" ? 3 : 2, .variable)
      closings.append(.brace)
    case let next? where next.isLetter || next == "_":
      take(1 + count(after: 1, while: \.isNamePart), .variable)
    case let next? where next.isDigit: take(1 + count(after: 1, while: \.isDigit), .variable)
    case let next? where "#$?!_*@-".contains(next): take(2, .variable)
    default: take(1, closings.last == .quote ? .string : nil)
    }
  }

  /// A text up to the word that is named first.
  private mutating func readHereDocument() {
    var length = 2
    if peek(length) == "-" { length += 1 }
    length += count(after: length) { $0 == " " || $0 == "\t" }
    if let quote = peek(length), "'\"\\".contains(quote) { length += 1 }
    let name = characters[(position + length)..<end].prefix(while: \.isNamePart)
    guard !name.isEmpty else { return take(2, nil) }
    var place = position + length + name.count
    while place < end {
      guard let line = characters[place..<end].firstIndex(where: \.isNewline) else { break }
      let text = characters[(line + 1)..<end].prefix { !$0.isNewline }
      place = line + 1 + text.count
      let isLast = text.drop { $0 == "\t" || $0 == " " }.elementsEqual(name)
      if isLast { return take(place - position, .string) }
    }
    takeRest(.string)
  }

  private static let shellKeywords: Set = [
    "if", "fi", "else", "while", "in", "do", "done", "for", "then", "return", "function", "case",
    "select", "break", "continue", "until", "esac", "elif",
  ]

  private static let shellCommands: Set = [
    "alias", "bg", "bind", "builtin", "caller", "cd", "command", "compgen", "complete", "declare",
    "dirs", "disown", "echo", "enable", "eval", "exec", "exit", "export", "false", "fc", "fg",
    "getopts", "hash", "help", "history", "jobs", "kill", "let", "local", "logout", "popd",
    "printf", "pushd", "pwd", "read", "readonly", "set", "shift", "shopt", "source", "suspend",
    "test", "time", "times", "trap", "true", "type", "typeset", "ulimit", "umask", "unalias",
    "unset", "wait",
  ]
}
