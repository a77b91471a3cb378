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
  /// Breaks text into lines that are no wider than `maximumWidth`.
  ///
  /// - Explicit breaks (`\n`, `\r\n`, U+2028 …) stay; so do empty lines. A single empty line is
  ///   none: text that is empty or blank has no lines and no size.
  /// - A paragraph that is too wide gets the least number of lines, and among these the most even
  ///   ones. Lines are broken at spaces, at U+200B (which is not drawn) and between CJK characters;
  ///   inside a word only if it is too wide by itself: after `-`, `/`, `.`, `_`, `:` and the like,
  ///   if that is not enough at a camelCase hump, as a last resort between any two grapheme
  ///   clusters. Only a single cluster can be wider than `maximumWidth`.
  /// - U+00A0, U+202F, U+2007, U+2060 and U+FEFF hold their neighbours together.
  /// - Proportional text loses the spaces around a line, and a run of spaces inside it becomes one.
  ///   Monospaced text keeps its spaces inside a line, and its indentation where the first word
  ///   fits beside it; a tab goes to the next column that is a multiple of four.
  /// - Right-to-left text is measured, not reordered.
  ///
  /// Wrapping the result again changes nothing.
  ///
  /// - Complexity: O(*n* · *k*), *n* being the length of the text and *k* the places to break in
  ///   one line.
  ///
  /// > Source: Knuth & Plass, "Breaking paragraphs into lines", 1981 (dynamic programming over
  /// > breakpoints; here minimum raggedness, the last line included, for the least number of
  /// > lines). Unicode UAX #14: rules LB4–5 (mandatory breaks), LB7 and LB18 (spaces), LB8 (ZW),
  /// > LB11 and LB12 (WJ, GL); LB13, LB14 and LB19 beside ideographs; LB21 after hyphens.
  package func lines(of text: String, in font: Font, maximumWidth: Int = .max) -> WrappedText {
    let limit = advance(within: maximumWidth, in: font)
    var lines: [String] = []
    for line in text.paragraphs {
      let paragraph = Paragraph(line, keepsSpaces: font.face == .monospaced)
      lines += broken(paragraph, in: font.face, maximum: limit)
    }
    if lines == [""] { lines = [] }
    let widths = lines.map { width(of: $0, in: font) }
    return WrappedText(lines: lines, widths: widths, lineHeight: font.lineHeight)
  }

  /// The lines of one paragraph, at least one.
  private func broken(_ paragraph: Paragraph, in face: FontFace, maximum: Int) -> [String] {
    let whole = paragraph.text
    if advance(of: whole, in: face) <= maximum { return [whole] }
    let atoms = self.atoms(of: paragraph, in: face, maximum: maximum)
    let offsets = LineOffsets(of: atoms, in: face, measuredBy: self)
    return evenLines(of: atoms, at: offsets, maximum: maximum).map { atoms[$0].joined() }
  }
}

extension String {
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
