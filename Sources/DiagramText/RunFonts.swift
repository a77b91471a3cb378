import DiagramModel

/// The fonts of a text, run by run.
///
/// A place in a text is the number of scalars before it that are drawn: neither spaces, nor what ends
/// a line, nor what only tells where one may be broken. Breaking a text into lines changes none of
/// these numbers.
struct RunFonts {
  /// The font of the text around the runs; advances are counted for its size.
  let base: Font
  private let runs: [Run]

  private struct Run {
    let end: Int
    let font: Font
    let style: TextStyle
    var isPlain: Bool { style == TextStyle() }
  }

  /// The fonts of a text. A text that is all alike has one font, whatever its style.
  init(of text: StyledText, in font: Font) {
    guard text.runs.count > 1 else {
      base = text.runs.first.map { font.styled($0.style) } ?? font
      runs = []
      return
    }
    base = font
    var end = 0
    runs = text.runs.map { run in
      end += run.text.drawnCount
      return Run(end: end, font: font.styled(run.style), style: run.style)
    }
  }

  /// Whether the text is all alike, so that places in it need not be counted.
  var isUniform: Bool { runs.isEmpty }

  /// How many places a part of the text takes; not counted where they do not matter.
  func places(in text: some StringProtocol) -> Int { isUniform ? 0 : text.drawnCount }

  /// A part of a line in one run, or a space between two runs.
  struct Piece {
    var text: String
    let font: Font
    let style: TextStyle
    /// The number of its run; nil for a space between two.
    fileprivate let run: Int?
  }

  /// Cuts a part of the text that begins at a place where its runs end.
  ///
  /// Spaces inside a run are a part of it.
  ///
  /// - Complexity: O(length of the part + log of the number of runs).
  func pieces(of text: some StringProtocol, at place: Int) -> [Piece] {
    var pieces: [Piece] = []
    var spaces = ""
    var place = place
    var run = runs.partition { $0.end > place }
    for character in text {
      let drawn = String(character).drawnCount
      guard drawn > 0 else {
        spaces.append(character)
        continue
      }
      while run < runs.count - 1, runs[run].end <= place { run += 1 }
      place += drawn
      if pieces.last?.run == run {
        pieces[pieces.count - 1].text += spaces + String(character)
      } else {
        var text = String(character)
        if runs[run].isPlain {
          text = spaces + text
        } else if !spaces.isEmpty {
          append(spaces, to: &pieces)
        }
        pieces.append(Piece(text: text, font: runs[run].font, style: runs[run].style, run: run))
      }
      spaces = ""
    }
    if !spaces.isEmpty { append(spaces, to: &pieces) }
    return pieces
  }

  /// Adds spaces between two runs, which belong to a plain one.
  private func append(_ spaces: String, to pieces: inout [Piece]) {
    if pieces.last?.style == TextStyle() {
      pieces[pieces.count - 1].text += spaces
    } else {
      pieces.append(Piece(text: spaces, font: base, style: TextStyle(), run: nil))
    }
  }
}

extension TextMeasurer {
  /// The advance of a part of a text that begins at a place, in units of a font of the text's size.
  func advance(of text: some StringProtocol, at place: Int, in fonts: RunFonts) -> Int {
    if fonts.isUniform { return advance(of: text, in: fonts.base.face) }
    return fonts.pieces(of: text, at: place).reduce(0) { sum, piece in
      let advance = advance(of: piece.text, in: piece.font.face)
      guard piece.font.size != fonts.base.size else { return sum + advance }
      return sum + (advance * piece.font.size + fonts.base.size - 1) / max(fonts.base.size, 1)
    }
  }
}

extension StringProtocol {
  /// How many of its scalars are drawn.
  fileprivate var drawnCount: Int {
    unicodeScalars.reduce(0) { $0 + ($1.isDrawn ? 1 : 0) }
  }
}

extension Unicode.Scalar {
  /// Whether it is neither a space at which lines are broken, nor what ends one, nor what only tells
  /// where one may be broken.
  fileprivate var isDrawn: Bool {
    if value > 0x20, value < 0x7F { return true }
    return !isBreakingSpace && !isBreakMark && !Character(self).isNewline
  }
}

extension RandomAccessCollection where Index == Int {
  /// The first index whose element fulfils a condition that holds from some element on.
  fileprivate func partition(where holds: (Element) -> Bool) -> Int {
    var (low, high) = (startIndex, endIndex)
    while low < high {
      let middle = (low + high) / 2
      if holds(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
