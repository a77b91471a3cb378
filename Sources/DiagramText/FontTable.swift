/// The metrics of one face: advances and kerning by scalar, in 1/2048 em.
struct FontTable: Sendable {
  /// One packed ``Glyph`` for each scalar of each page of ``ScalarClass/pages``, or none at all
  /// where every listed scalar has the same advance.
  let glyphs: [UInt32]

  /// Where each kerning row begins in `rights` and `kerning`, and where the last one ends.
  let rowStarts: [UInt16]

  /// The right scalars of each row, ascending.
  let rights: [UInt16]

  /// What each of these pairs adds.
  let kerning: [Int16]

  /// The advance of a scalar that no table lists and whose class says nothing else.
  let commonAdvance: Int

  /// The advance of a symbol that no table lists: another font draws it.
  let symbolAdvance: Int

  /// The advance of a full-width scalar.
  static let wideAdvance = 2048

  /// The advance of an emoji: those of the usual colour fonts lie between 1.17 and 1.37 em.
  static let emojiAdvance = 2806

  static let regular = FontTable(
    glyphs: regularGlyphs, rowStarts: regularRowStarts, rights: regularRights,
    kerning: regularKerning, commonAdvance: 1139, symbolAdvance: 1716)

  static let bold = FontTable(
    glyphs: boldGlyphs, rowStarts: boldRowStarts, rights: boldRights, kerning: boldKerning,
    commonAdvance: 1251, symbolAdvance: 1716)

  static let monospaced = FontTable(
    glyphs: [], rowStarts: [], rights: [], kerning: [], commonAdvance: 1229, symbolAdvance: 1229)

  /// The metrics of one scalar.
  func glyph(for scalar: Unicode.Scalar) -> Glyph {
    let page = Int(scalar.value >> 6)
    if !glyphs.isEmpty, page < ScalarClass.pages.count, ScalarClass.pages[page] > 0 {
      let index = (Int(ScalarClass.pages[page]) - 1) << 6 | Int(scalar.value & 63)
      let glyph = Glyph(packed: glyphs[index])
      if glyph.isListed { return glyph }
    }
    return Glyph(advance: advance(of: ScalarClass(of: scalar)))
  }

  /// What kerning adds between the scalar that owns `row` (not 0) and the scalar on its right.
  ///
  /// - Complexity: O(length of the row); rows have about ten pairs.
  func kerning(row: Int, right: Unicode.Scalar) -> Int {
    for index in Int(rowStarts[row - 1])..<Int(rowStarts[row])
    where UInt32(rights[index]) >= right.value {
      return UInt32(rights[index]) == right.value ? Int(kerning[index]) : 0
    }
    return 0
  }

  private func advance(of scalarClass: ScalarClass) -> Int {
    switch scalarClass {
    case .other: commonAdvance
    case .zero: 0
    case .wide: Self.wideAdvance
    case .emoji: Self.emojiAdvance
    case .symbol: symbolAdvance
    }
  }
}

/// The metrics of one scalar, packed: 13 bits advance, 1 bit "may be kerned with the scalar on its
/// left", the rest its kerning row (from 1, or 0).
struct Glyph: Sendable {
  private let packed: UInt32

  init(packed: UInt32) { self.packed = packed }

  /// A glyph without kerning.
  init(advance: Int) { packed = UInt32(advance) }

  /// In 1/2048 em.
  var advance: Int { Int(packed & 0x1FFF) }

  /// Whether the font has it.
  var isListed: Bool { packed & 0x1FFF != 0x1FFF }

  var isKernedFromLeft: Bool { packed & 0x2000 != 0 }

  /// The row of its kerning with what stands on its right, from 1, or 0 if it has none.
  var kerningRow: Int { Int(packed >> 14) }
}

/// How a scalar is measured that the font does not have.
///
/// > Source: Unicode Character Database: General_Category and East_Asian_Width (UAX #11).
enum ScalarClass: UInt32 {
  case other, zero, wide, emoji, symbol

  /// - Complexity: O(log of the number of ranges).
  init(of scalar: Unicode.Scalar) {
    // The last range that does not begin after the scalar.
    var low = 0
    var high = Self.ranges.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if Self.ranges[middle] >> 3 <= scalar.value { low = middle } else { high = middle }
    }
    self = ScalarClass(rawValue: Self.ranges[low] & 7) ?? .other
  }
}
