package import DiagramModel

/// Measures text with the metrics of Liberation Sans and Liberation Mono (those of Helvetica, Arial
/// and Courier New), which lie in this package as figures: no font is read, and the result is the
/// same on every machine.
///
/// Kerning is applied as browsers and HarfBuzz do by default. A scalar that the fonts do not have
/// gets a fixed advance by its class, since another font will draw it: 1 em if full-width, 1.37 em
/// an emoji (a sequence that shows one emoji counts once), 0 a mark. Right-to-left text is measured
/// in its order in memory.
package struct FontMetrics: TextMeasurer {
  package init() {}

  package var unitsPerEm: Int { 2048 }

  package func advance(of line: some StringProtocol, in face: FontFace) -> Int {
    let table: FontTable =
      switch face {
      case .regular: .regular
      case .bold: .bold
      case .monospaced, .monospacedBold: .monospaced
      }
    let ascii = line.utf8.withContiguousStorageIfAvailable { bytes in
      face.isMonospaced ? monospacedAdvance(ofASCII: bytes) : advance(ofASCII: bytes, in: table)
    }
    if case .some(.some(let advance)) = ascii { return advance }
    var pen = Pen(table: table)
    for scalar in line.unicodeScalars { pen.draw(scalar) }
    return pen.advance
  }

  /// The advance of a line of ASCII, or `nil` if there is anything else in it.
  private func advance(ofASCII bytes: UnsafeBufferPointer<UInt8>, in table: FontTable) -> Int? {
    var advance = 0
    var row = 0
    for byte in bytes {
      guard byte < 0x80 else { return nil }
      // The first two pages are ASCII, and every scalar of them is listed.
      let glyph = Glyph(packed: table.glyphs[Int(byte)])
      advance += glyph.advance
      if row > 0, glyph.isKernedFromLeft {
        advance += table.kerning(row: row, right: Unicode.Scalar(byte))
      }
      row = glyph.kerningRow
    }
    return advance
  }

  private func monospacedAdvance(ofASCII bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    var visible = 0
    for byte in bytes {
      guard byte < 0x80 else { return nil }
      if byte >= 0x20, byte < 0x7F { visible += 1 }
    }
    return visible * FontTable.monospaced.commonAdvance
  }
}

/// Adds up the advances of scalars in their order.
private struct Pen {
  let table: FontTable
  private(set) var advance = 0

  /// The kerning row of the last scalar, or 0.
  private var row = 0

  /// The advance of the last scalar that is no mark.
  private var last = 0

  /// What kerning has added before the last scalar.
  private var kerning = 0

  /// What the last scalars form, as far as the next one may join it.
  private var open = Open.nothing

  private enum Open {
    case nothing
    /// Half a flag.
    case regionalIndicator
    /// A symbol or emoji that a modifier, a selector or a joiner may follow.
    case pictograph
    /// A pictograph and a zero-width joiner.
    case joined
  }

  init(table: FontTable) { self.table = table }

  mutating func draw(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x0300...0x036F: drawMark()
    case 0x1F1E6...0x1F1FF: drawRegionalIndicator()
    case 0x1F3FB...0x1F3FF where open == .pictograph: break
    case 0x200D where open == .pictograph: open = .joined
    case 0xFE0F where open == .pictograph: widen()
    case 0xFE00...0xFE0F, 0xE0020...0xE007F: drawMark()
    case 0x20E3: widen()  // a keycap
    default: drawGlyph(scalar)
    }
  }

  private mutating func drawGlyph(_ scalar: Unicode.Scalar) {
    let glyph = table.glyph(for: scalar)
    let isPictograph = glyph.advance > 0 && scalar.isPictographic
    let isPartOfSequence = isPictograph && open == .joined
    let isKerned = row > 0 && glyph.isKernedFromLeft
    kerning = isKerned ? table.kerning(row: row, right: scalar) : 0
    row = glyph.kerningRow
    open = isPictograph ? .pictograph : .nothing
    if isPartOfSequence { return }
    last = glyph.advance
    advance += glyph.advance + kerning
  }

  /// Takes back the kerning of the letter under the mark: the fonts kern hardly any accented letter,
  /// and shaping composes the two.
  private mutating func drawMark() {
    advance -= kerning
    kerning = 0
    row = 0
    if open != .pictograph { open = .nothing }
  }

  private mutating func drawRegionalIndicator() {
    row = 0
    kerning = 0
    guard open != .regionalIndicator else { return open = .nothing }
    advance += FontTable.emojiAdvance
    last = FontTable.emojiAdvance
    open = .regionalIndicator
  }

  /// Gives the last scalar the advance of an emoji.
  private mutating func widen() {
    row = 0
    kerning = 0
    guard last > 0 else { return }
    advance += FontTable.emojiAdvance - last
    last = FontTable.emojiAdvance
    open = .pictograph
  }
}

extension Unicode.Scalar {
  /// Whether an emoji sequence may be made of it (Extended_Pictographic, in whole blocks).
  fileprivate var isPictographic: Bool {
    switch value {
    case 0xA9, 0xAE, 0x203C, 0x2049, 0x2122, 0x2139, 0x2194...0x2199, 0x21A9...0x21AA,
      0x231A...0x231B, 0x2328, 0x23CF, 0x23E9...0x23FA, 0x24C2, 0x25AA...0x25AB, 0x25B6, 0x25C0,
      0x25FB...0x25FE, 0x2600...0x27BF, 0x2934...0x2935, 0x2B05...0x2B07, 0x2B1B...0x2B1C, 0x2B50,
      0x2B55, 0x3030, 0x303D, 0x3297, 0x3299, 0x1F000...0x1FAFF:
      true
    default: false
    }
  }
}
