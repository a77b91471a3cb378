package import DiagramModel

/// Tells how large text is.
///
/// An advance is counted in font units and is local: splitting a line between two grapheme clusters
/// changes the sum of the advances only by the kerning of these two clusters. Line breaking relies
/// on it to measure each word once.
package protocol TextMeasurer: Sendable {
  /// How many font units one em has.
  var unitsPerEm: Int { get }

  /// How far one line carries the pen, kerning included, in font units.
  ///
  /// - Complexity: O(length of the line).
  func advance(of line: some StringProtocol, in face: FontFace) -> Int
}

extension TextMeasurer {
  /// The width of one line, in whole units, rounded up.
  ///
  /// - Complexity: O(length of the line).
  package func width(of line: some StringProtocol, in font: Font) -> Int {
    (advance(of: line, in: font.face) * font.size + unitsPerEm - 1) / unitsPerEm
  }

  /// The largest advance that is not wider than `width` in this font, in font units.
  func advance(within width: Int, in font: Font) -> Int {
    let limit = Int.max / unitsPerEm
    return min(max(width, 0), limit) * unitsPerEm / max(font.size, 1)
  }
}
