package import DiagramModel

/// Text in lines, as it will be drawn.
package struct WrappedText: Hashable, Sendable {
  /// From top to bottom, without the spaces at which they were broken.
  package let lines: [Line]

  /// The widest line, and as many line heights as there are lines.
  package let size: Size

  /// Runs on one baseline.
  package struct Line: Hashable, Sendable {
    /// What is read.
    package let text: String
    /// From left to right; none where there is nothing to see.
    package let runs: [Run]
    /// In whole units, rounded up.
    package let width: Int
  }

  /// A part of a line in one style.
  package struct Run: Hashable, Sendable {
    package let text: String
    package let font: Font
    package let style: TextStyle
    /// From the start of the line, and how wide it is, in whole units.
    package let offset: Int
    package let width: Int
  }

  init(lines: [Line], lineHeight: Int) {
    self.lines = lines
    size = Size(width: lines.map(\.width).max() ?? 0, height: lines.count * lineHeight)
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
  ///   - text: what is read, in runs of different styles.
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
    of text: StyledText, in font: Font, maximumWidth: Int = .max, maximumWordWidth: Int? = nil
  ) -> WrappedText {
    let fonts = RunFonts(of: text, in: font)
    let maximum = advance(within: maximumWidth, in: fonts.base)
    let wordMaximum = advance(within: max(maximumWidth, maximumWordWidth ?? 0), in: fonts.base)
    var place = 0
    let paragraphs = text.plain.paragraphs.map { line in
      defer { place += fonts.places(in: line) }
      return MeasuredParagraph(
        Paragraph(line, keepsSpaces: font.face.isMonospaced), at: place, measurer: self,
        fonts: fonts, maximum: maximum, wordMaximum: wordMaximum)
    }
    let widest = paragraphs.reduce(0) { max($0, $1.widest) }
    let limit = max(maximum, min(widest, wordMaximum))
    var lines = paragraphs.flatMap { $0.lines(measurer: self, fonts: fonts, limit: limit) }
    while lines.last?.text.isBlank == true { lines.removeLast() }
    lines.removeFirst(lines.prefix(while: \.text.isBlank).count)
    let only = text.runs.count == 1 ? text.runs[0].style : nil
    return WrappedText(
      lines: lines.map { drawn($0, in: fonts, only: only) }, lineHeight: font.lineHeight)
  }

  /// A line in runs; all of it is one where the text has only one style.
  private func drawn(_ line: TextLine, in fonts: RunFonts, only style: TextStyle?)
    -> WrappedText.Line
  {
    if let style {
      let width = width(of: line.text, in: fonts.base)
      let run = WrappedText.Run(
        text: line.text, font: fonts.base, style: style, offset: 0, width: width)
      return WrappedText.Line(
        text: line.text, runs: line.text.isEmpty ? [] : [run], width: width)
    }
    // In units times those of an em.
    var pen = 0
    let runs = fonts.pieces(of: line.text, at: line.place).map { piece in
      let advance = advance(of: piece.text, in: piece.font.face) * piece.font.size
      defer { pen += advance }
      return WrappedText.Run(
        text: piece.text, font: piece.font, style: piece.style,
        offset: (pen + unitsPerEm / 2) / unitsPerEm,
        width: (advance + unitsPerEm - 1) / unitsPerEm)
    }
    return WrappedText.Line(
      text: line.text, runs: runs, width: (pen + unitsPerEm - 1) / unitsPerEm)
  }
}

/// A paragraph, cut into atoms if it does not fit into one line.
private enum MeasuredParagraph {
  case fitting(TextLine)
  case cut([Atom], widest: Int)

  init(
    _ paragraph: Paragraph, at place: Int, measurer: some TextMeasurer, fonts: RunFonts,
    maximum: Int, wordMaximum: Int
  ) {
    let whole = paragraph.text
    if measurer.advance(of: whole, at: place, in: fonts) <= maximum {
      self = .fitting(TextLine(text: whole, place: place))
    } else {
      let cutter = WordCutter(
        paragraph, at: place, measurer: measurer, fonts: fonts, maximum: maximum,
        wordMaximum: wordMaximum)
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
  func lines(measurer: some TextMeasurer, fonts: RunFonts, limit: Int) -> [TextLine] {
    switch self {
    case .fitting(let line): return [line]
    case .cut(let atoms, _):
      let offsets = LineOffsets(of: atoms, in: fonts, measuredBy: measurer)
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
