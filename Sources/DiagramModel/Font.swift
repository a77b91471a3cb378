/// A face of the built-in families, whose metrics the project knows.
package enum FontFace: Hashable, Sendable, CaseIterable {
  /// Helvetica/Arial metrics.
  case regular, bold
  /// Courier metrics.
  case monospaced, monospacedBold

  /// The face of a family that is bold or not.
  package init(isMonospaced: Bool, isBold: Bool) {
    self =
      switch (isMonospaced, isBold) {
      case (false, false): .regular
      case (false, true): .bold
      case (true, false): .monospaced
      case (true, true): .monospacedBold
      }
  }

  /// Whether all letters are equally wide.
  package var isMonospaced: Bool { self == .monospaced || self == .monospacedBold }

  package var isBold: Bool { self == .bold || self == .monospacedBold }
}

/// A face at a size, in units for an em.
package struct Font: Hashable, Sendable {
  package var face: FontFace
  package var size: Int
  /// Whether it is slanted; that changes no advance.
  package var isItalic: Bool

  package init(face: FontFace, size: Int, isItalic: Bool = false) {
    self.face = face
    self.size = size
    self.isItalic = isItalic
  }

  /// The font of a run with a style in a text of this font: code is a bit smaller, so that it looks as
  /// large as the rest.
  package func styled(_ style: TextStyle) -> Font {
    let isCode = style.isCode && !face.isMonospaced
    return Font(
      face: FontFace(
        isMonospaced: style.isCode || face.isMonospaced, isBold: style.isBold || face.isBold),
      size: isCode ? (size * 9 + 5) / 10 : size, isItalic: style.isItalic || isItalic)
  }

  /// The distance between two baselines: 1.2 em, as in draw.io.
  package var lineHeight: Int { (size * 6 + 4) / 5 }

  /// The width of a space: 0.278 em of the proportional faces, 0.6 em of the others.
  package var spaceWidth: Int { (size * (face.isMonospaced ? 600 : 278) + 500) / 1000 }

  /// How far the baseline lies below the middle of a line, so that capitals stand in its middle.
  package var baselineShift: Int { (size * 35 + 50) / 100 }
}
