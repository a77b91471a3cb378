/// A face of the built-in families, whose metrics the project knows.
package enum FontFace: Hashable, Sendable, CaseIterable {
  /// Helvetica/Arial metrics.
  case regular, bold
  /// Courier metrics.
  case monospaced
}

/// A face at a size, in units for an em.
package struct Font: Hashable, Sendable {
  package var face: FontFace
  package var size: Int

  package init(face: FontFace, size: Int) {
    self.face = face
    self.size = size
  }

  /// The distance between two baselines: 1.2 em, as in draw.io.
  package var lineHeight: Int { (size * 6 + 4) / 5 }

  /// How far the baseline lies below the middle of a line, so that capitals stand in its middle.
  package var baselineShift: Int { (size * 35 + 50) / 100 }
}
