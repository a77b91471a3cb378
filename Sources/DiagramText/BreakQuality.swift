/// How well a line may be broken at a place, best first.
enum BreakQuality: Int, Comparable, CaseIterable {
  /// At a space, at U+200B, beside a CJK character.
  case word
  /// At a soft hyphen, which is drawn as a hyphen there.
  case softHyphen
  /// After a hyphen, slash, dot, underscore, colon or the like inside a word.
  case punctuation
  /// Before a capital inside a word.
  case camelCase
  /// Between any two grapheme clusters that nothing holds together.
  case anywhere

  static func < (one: BreakQuality, other: BreakQuality) -> Bool { one.rawValue < other.rawValue }

  /// The next worse quality.
  var next: BreakQuality? { BreakQuality(rawValue: rawValue + 1) }

  /// Where a word may be broken with this quality.
  ///
  /// - Parameter word: clusters without spaces.
  /// - Returns: the indices of the clusters before which the line may be broken, ascending.
  /// - Complexity: O(length of the word).
  func places(in word: ArraySlice<Character>) -> [Int] {
    word.indices.dropFirst().filter { index in
      guard !word[index].isGlue, !word[index - 1].isGlue else { return false }
      return switch self {
      case .word: Self.isBetweenIdeographs(word, index)
      case .softHyphen: word[index - 1].base == .softHyphen
      case .punctuation: Self.isAfterPunctuation(word, index)
      case .camelCase: Self.isHump(word, index)
      case .anywhere: true
      }
    }
  }

  private static func isBetweenIdeographs(_ word: ArraySlice<Character>, _ index: Int) -> Bool {
    let (left, right) = (word[index - 1].base, word[index].base)
    if left == .zeroWidthSpace { return true }
    guard right != .zeroWidthSpace else { return false }
    guard left.isIdeographic || right.isIdeographic else { return false }
    return !right.staysAfter && !left.staysBefore
  }

  /// After a run of punctuation that follows a letter or figure and precedes one: not after the
  /// dashes of `--all`, nor after the slash of `/etc`.
  private static func isAfterPunctuation(_ word: ArraySlice<Character>, _ index: Int) -> Bool {
    guard word[index - 1].isBreakingPunctuation, word[index].isWordPart else { return false }
    return word[..<index].contains(where: \.isWordPart)
  }

  /// Before a capital that follows a small letter or figure, or begins the last hump of a run of
  /// capitals: `kube|Proxy`, `HTTP|Server`.
  private static func isHump(_ word: ArraySlice<Character>, _ index: Int) -> Bool {
    guard word[index].isUppercase else { return false }
    if word[index - 1].isLowercase || word[index - 1].isNumber { return true }
    guard word[index - 1].isUppercase, index + 1 < word.endIndex else { return false }
    return word[index + 1].isLowercase
  }
}

extension Character {
  /// Its first scalar, which says what it is.
  fileprivate var base: Unicode.Scalar { unicodeScalars[unicodeScalars.startIndex] }

  /// Whether it holds its neighbours together.
  var isGlue: Bool { unicodeScalars.contains(where: \.isGlue) }

  fileprivate var isWordPart: Bool { isLetter || isNumber }

  fileprivate var isBreakingPunctuation: Bool {
    switch base {
    case "-", "/", ".", "_", ":", ",", ";", "=", "@", "\\", "|", "&", "?", "+", "·", "\u{2010}",
      "\u{2013}", "\u{2014}", "…":
      true
    default: false
    }
  }
}

extension Unicode.Scalar {
  /// Whether it holds its neighbours together (GL and WJ of UAX #14).
  var isGlue: Bool {
    switch value {
    case 0x00A0, 0x034F, 0x035C...0x0362, 0x0F08, 0x0F0C, 0x0F12, 0x180E, 0x2007, 0x2011, 0x202F,
      0x2060, 0xFEFF:
      true
    default: false
    }
  }

  /// Whether a line may be broken before and after it (ID of UAX #14): CJK, kana, Hangul, emoji.
  fileprivate var isIdeographic: Bool {
    switch value {
    case 0x2E80...0x2FFF, 0x3001...0x4DBF, 0x4E00...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
      0xFE30...0xFE4F, 0xFF01...0xFF60, 0x1F1E6...0x1F1FF, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
      true
    default: false
    }
  }

  /// Whether no line begins with it: closing punctuation, small kana, the prolonged sound mark
  /// (CL, CP, EX, IS, SY, NS, CJ and QU of UAX #14).
  fileprivate var staysAfter: Bool {
    switch self {
    case "、", "。", "，", "．", "：", "；", "！", "？", "）", "］", "｝", "」", "』", "】", "〉", "》", "〕",
      "・", "ー", "々", "ぁ", "ぃ", "ぅ", "ぇ", "ぉ", "っ", "ゃ", "ゅ", "ょ", "ァ", "ィ", "ゥ", "ェ", "ォ",
      "ッ", "ャ", "ュ", "ョ", "…", ")", "]", "}", ",", ".", ":", ";", "!", "?", "%", "/", "\"", "'",
      "”", "’", "»":
      true
    default: false
    }
  }

  /// Whether no line ends with it: opening punctuation (OP, PR and QU of UAX #14).
  fileprivate var staysBefore: Bool {
    switch self {
    case "（", "［", "｛", "「", "『", "【", "〈", "《", "〔", "(", "[", "{", "“", "‘", "«", "\"", "'",
      "#", "$":
      true
    default: false
    }
  }
}
