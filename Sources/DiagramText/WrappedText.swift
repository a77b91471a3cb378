package import DiagramModel

/// Text in lines, as it will be drawn.
package struct WrappedText: Hashable, Sendable {
  /// The lines from top to bottom, without the spaces at which they were broken.
  package var lines: [String]

  /// The width of each line, in whole units.
  package var widths: [Int]

  /// The widest line, and as many line heights as there are lines.
  package var size: Size

  package init(lines: [String], widths: [Int], lineHeight: Int) {
    self.lines = lines
    self.widths = widths
    size = Size(width: widths.max() ?? 0, height: lines.count * lineHeight)
  }
}

extension TextMeasurer {
  /// Breaks text into lines that are no wider than `maximumWidth`, but for long words.
  ///
  /// - Explicit breaks (`\n`, `\r\n`, U+2028 …) stay; so do empty lines between others. Before the
  ///   first and after the last line with something to see there is none: text that is empty or
  ///   blank has no lines and no size.
  /// - A paragraph that is too wide gets the least number of lines, and among these the most even
  ///   ones. Lines are broken at spaces, at U+200B (which is not drawn) and between CJK characters;
  ///   inside a word only if it is too wide by itself: at a soft hyphen (which is drawn as `-` there
  ///   and else not at all), if that is not enough after `-`, `/`, `.`, `_`, `:` and the like, then
  ///   at a camelCase hump.
  /// - A word without such a place, or a part between two of them, may make all lines as wide as
  ///   itself, up to `maximumWordWidth`. What is wider is cut between grapheme clusters into the
  ///   least number of even pieces.
  /// - U+00A0, U+202F, U+2007, U+2011, U+2060, U+FEFF and the like hold their neighbours together,
  ///   however wide that is. Only that, and a single cluster, can be wider than `maximumWordWidth`.
  /// - Proportional text loses the spaces around a line, and a run of spaces inside it becomes one.
  ///   Monospaced text keeps its spaces inside a line, and its indentation where the first word
  ///   fits beside it; a tab goes to the next column that is a multiple of four.
  /// - Right-to-left text is measured, not reordered.
  ///
  /// Wrapping the result again changes nothing.
  ///
  /// - Parameters:
  ///   - text: what an author wrote.
  ///   - font: what it is measured in.
  ///   - maximumWidth: how wide a line may be, in units.
  ///   - maximumWordWidth: how wide a word may be; `maximumWidth` if that is more, or if `nil`.
  /// - Returns: the lines from top to bottom, none for a text with nothing to see.
  /// - Complexity: O(*n* · *k*), *n* being the length of the text and *k* the places to break in
  ///   one line.
  ///
  /// > Source: Knuth & Plass, "Breaking paragraphs into lines", 1981 (dynamic programming over
  /// > breakpoints; here minimum raggedness, the last line included, for the least number of
  /// > lines). Unicode UAX #14: rules LB4–5 (mandatory breaks), LB7 and LB18 (spaces), LB8 (ZW),
  /// > LB11 and LB12 (WJ, GL); LB13, LB14 and LB19 beside ideographs; LB21 after hyphens.
  package func lines(
    of text: String, in font: Font, maximumWidth: Int = .max, maximumWordWidth: Int? = nil
  ) -> WrappedText {
    let maximum = advance(within: maximumWidth, in: font)
    let wordMaximum = advance(within: max(maximumWidth, maximumWordWidth ?? 0), in: font)
    let paragraphs = text.paragraphs.map { line in
      let paragraph = Paragraph(line, keepsSpaces: font.face.isMonospaced)
      return MeasuredParagraph(
        paragraph, measurer: self, face: font.face, maximum: maximum, wordMaximum: wordMaximum)
    }
    let widest = paragraphs.reduce(0) { max($0, $1.widest) }
    let limit = max(maximum, min(widest, wordMaximum))
    var lines = paragraphs.flatMap { $0.lines(measurer: self, face: font.face, limit: limit) }
    while lines.last?.isBlank == true { lines.removeLast() }
    lines.removeFirst(lines.prefix(while: \.isBlank).count)
    let widths = lines.map { width(of: $0, in: font) }
    return WrappedText(lines: lines, widths: widths, lineHeight: font.lineHeight)
  }
}

/// A paragraph, cut into atoms if it does not fit into one line.
private enum MeasuredParagraph {
  case fitting(String)
  case cut([Atom], widest: Int)

  init(
    _ paragraph: Paragraph, measurer: some TextMeasurer, face: FontFace, maximum: Int,
    wordMaximum: Int
  ) {
    let whole = paragraph.text
    if measurer.advance(of: whole, in: face) <= maximum {
      self = .fitting(whole)
    } else {
      let cutter = WordCutter(
        paragraph, measurer: measurer, face: face, maximum: maximum, wordMaximum: wordMaximum)
      self = .cut(cutter.atoms, widest: cutter.widest)
    }
  }

  /// The advance of its widest atom; 0 if it fits.
  var widest: Int {
    switch self {
    case .fitting: 0
    case .cut(_, let widest): widest
    }
  }

  /// Its lines, at least one.
  func lines(measurer: some TextMeasurer, face: FontFace, limit: Int) -> [String] {
    switch self {
    case .fitting(let line): return [line]
    case .cut(let atoms, _):
      let offsets = LineOffsets(of: atoms, in: face, measuredBy: measurer)
      return evenLines(of: atoms, at: offsets, maximum: limit).map { atoms[$0].joined() }
    }
  }
}

extension String {
  /// Whether a line shows nothing, whatever invisible signs stand in it. No-break spaces do not
  /// count as such: who writes them wants room.
  fileprivate var isBlank: Bool {
    unicodeScalars.allSatisfy {
      $0.properties.isDefaultIgnorableCodePoint || $0.properties.isWhitespace && !$0.isGlue
    }
  }

  /// The text between explicit line breaks, at least one part.
  ///
  /// > Source: Unicode UAX #14, classes BK, CR, LF, NL.
  fileprivate var paragraphs: [Substring] {
    let breaksAreFeeds = utf8.allSatisfy { ($0 >= 0x0E && $0 < 0x80) || $0 == 0x0A || $0 == 0x09 }
    guard breaksAreFeeds else {
      return split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    }
    return utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map(Substring.init)
  }
}
