/// One paragraph, cut at its spaces.
struct Paragraph: Equatable {
  /// A word without spaces, and the spaces after it (none after the last).
  struct Word: Equatable {
    var text: Substring
    var gap: String
  }

  /// The spaces before the first word; nothing if these are not kept.
  private(set) var indentation = ""

  private(set) var words: [Word] = []

  /// Cuts a paragraph into words.
  ///
  /// - Parameters:
  ///   - line: text without a line break.
  ///   - keepsSpaces: whether indentation and the number of spaces matter, as in code.
  init(_ line: Substring, keepsSpaces: Bool) {
    let line = keepsSpaces ? line.expandingTabs() : line
    var rest = line.drop(while: \.isBreakingSpace)
    if keepsSpaces { indentation = String(line[..<rest.startIndex]) }
    while !rest.isEmpty {
      let word = rest.prefix { !$0.isBreakingSpace }
      let afterWord = rest[word.endIndex...]
      rest = afterWord.drop(while: \.isBreakingSpace)
      let gap = afterWord[..<rest.startIndex]
      let isPlain = !keepsSpaces && gap.utf8.allSatisfy { $0 == 0x20 || $0 == 0x09 }
      let spaces = gap.isEmpty || !isPlain ? String(gap) : " "
      guard word.contains(where: { $0 != .zeroWidthSpace }) else { continue }
      words.append(Word(text: word, gap: spaces))
    }
    if words.isEmpty { indentation = "" } else { words[words.count - 1].gap = "" }
  }

  /// The paragraph in one line, as it is drawn if it fits.
  var text: String {
    let text = words.reduce(into: indentation) { $0 += $1.text + $1.gap }
    return text.utf8.contains(0xE2) ? text.filter { $0 != .zeroWidthSpace } : text
  }
}

extension Substring {
  /// The same text with spaces up to the next column that is a multiple of four for each tab.
  fileprivate func expandingTabs() -> Substring {
    guard utf8.contains(0x09) else { return self }
    var text = ""
    var column = 0
    for character in self {
      let width = character == "\t" ? 4 - column % 4 : 1
      text += character == "\t" ? String(repeating: " ", count: width) : String(character)
      column += width
    }
    return text[...]
  }
}

extension Character {
  /// Breaks a line and is never drawn (U+200B).
  static var zeroWidthSpace: Character { "\u{200B}" }

  /// Whether a line may be broken here and the space dropped.
  fileprivate var isBreakingSpace: Bool {
    switch self {
    case " ", "\t", "\u{1680}", "\u{2000}"..."\u{2006}", "\u{2008}"..."\u{200A}", "\u{205F}",
      "\u{3000}":
      unicodeScalars.count == 1
    default: false
    }
  }
}
