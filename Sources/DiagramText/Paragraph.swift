/// One paragraph, cut at its spaces.
struct Paragraph: Equatable {
  /// A word without spaces, and the spaces after it (none after the last).
  struct Word: Equatable {
    var text: Substring
    var gap: Substring
  }

  /// The spaces before the first word; nothing if these are not kept.
  private(set) var indentation: Substring = ""

  private(set) var words: [Word] = []

  /// Cuts a paragraph into words.
  ///
  /// - Parameters:
  ///   - line: text without a line break.
  ///   - keepsSpaces: whether indentation and the number of spaces matter, as in code.
  init(_ line: Substring, keepsSpaces: Bool) {
    let line = keepsSpaces ? line.expandingTabs() : line
    var end = line.endOfSpaces(from: line.startIndex)
    if keepsSpaces { indentation = line[..<end] }
    while end < line.endIndex {
      let word = line[end..<line.endOfWord(from: end)]
      end = line.endOfSpaces(from: word.endIndex)
      guard !word.isZeroWidth else { continue }
      let gap = line[word.endIndex..<end]
      let isPlain = !keepsSpaces && gap.utf8.allSatisfy { $0 == 0x20 || $0 == 0x09 }
      words.append(Word(text: word, gap: isPlain && !gap.isEmpty ? " " : gap))
    }
    if words.isEmpty { indentation = "" } else { words[words.count - 1].gap = "" }
  }

  /// The paragraph in one line, as it is drawn if it fits.
  var text: String {
    var text = String(indentation)
    for word in words {
      text += word.text
      text += word.gap
    }
    return text.withoutBreakMarks
  }
}

extension StringProtocol {
  /// The same text without U+200B and U+00AD, which tell where a line may be broken and are not
  /// drawn.
  package var withoutBreakMarks: String {
    guard utf8.contains(where: { $0 == 0xE2 || $0 == 0xC2 }) else { return String(self) }
    return String(String.UnicodeScalarView(unicodeScalars.filter { !$0.isBreakMark }))
  }
}

extension Substring {
  /// Whether nothing is drawn of it, since it only tells where a line may be broken.
  fileprivate var isZeroWidth: Bool {
    utf8.first.map { $0 >= 0x80 } == true && unicodeScalars.allSatisfy(\.isBreakMark)
  }

  fileprivate func endOfSpaces(from start: Index) -> Index {
    unicodeScalars[start...].firstIndex { !$0.isBreakingSpace } ?? endIndex
  }

  fileprivate func endOfWord(from start: Index) -> Index {
    unicodeScalars[start...].firstIndex(where: \.isBreakingSpace) ?? endIndex
  }

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

extension Unicode.Scalar {
  static var zeroWidthSpace: Unicode.Scalar { "\u{200B}" }

  static var softHyphen: Unicode.Scalar { "\u{AD}" }

  var isBreakMark: Bool { self == .zeroWidthSpace || self == .softHyphen }

  /// Whether a line may be broken here and the space dropped.
  var isBreakingSpace: Bool {
    switch value {
    case 0x20, 0x09, 0x1680, 0x2000...0x2006, 0x2008...0x200A, 0x205F, 0x3000: true
    default: false
    }
  }
}
