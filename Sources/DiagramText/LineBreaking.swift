import DiagramModel

/// What is never broken, and how it continues.
struct Atom: Equatable {
  var text: String

  /// In font units.
  var advance: Int

  /// The spaces that follow it if the line goes on.
  var gap: String

  /// How well the line may be broken after it.
  var quality: BreakQuality
}

extension ArraySlice<Atom> {
  /// The line that these atoms form.
  func joined() -> String {
    var line = ""
    for (position, atom) in enumerated() {
      line += atom.text
      if position < count - 1 { line += atom.gap }
    }
    return line
  }
}

extension TextMeasurer {
  /// Cuts a paragraph into atoms none of which is wider than `maximum`, save a single cluster.
  ///
  /// A word is cut at the best qualities that make its parts fit.
  func atoms(of paragraph: Paragraph, in face: FontFace, maximum: Int) -> [Atom] {
    var atoms: [Atom] = []
    for word in paragraph.words {
      let count = atoms.count
      cut(word.text, in: face, maximum: maximum, into: &atoms)
      guard atoms.count > count else { continue }
      atoms[atoms.count - 1].gap = String(word.gap)
      atoms[atoms.count - 1].quality = .word
    }
    if let first = atoms.first, !paragraph.indentation.isEmpty {
      let text = String(paragraph.indentation) + first.text
      let advance = advance(of: text, in: face)
      if advance <= maximum { (atoms[0].text, atoms[0].advance) = (text, advance) }
    }
    return atoms
  }

  private func cut(
    _ word: Substring, in face: FontFace, maximum: Int, into atoms: inout [Atom]
  ) {
    // Nothing in ASCII is an ideograph, so that most words are not cut into clusters at all.
    if word.utf8.allSatisfy({ $0 < 0x80 }) {
      let advance = advance(of: word, in: face)
      if advance <= maximum {
        return atoms.append(Atom(text: String(word), advance: advance, gap: "", quality: .word))
      }
    }
    cut(Array(word)[...], at: .word, in: face, maximum: maximum, into: &atoms)
  }

  private func cut(
    _ word: ArraySlice<Character>, at quality: BreakQuality, in face: FontFace, maximum: Int,
    into atoms: inout [Atom]
  ) {
    let places = quality.places(in: word)
    for (first, end) in zip([word.startIndex] + places, places + [word.endIndex]) {
      let text = String(word[first..<end]).withoutZeroWidthSpaces
      guard !text.isEmpty else { continue }
      let advance = advance(of: text, in: face)
      if advance > maximum, let next = quality.next {
        cut(word[first..<end], at: next, in: face, maximum: maximum, into: &atoms)
      } else {
        atoms.append(Atom(text: text, advance: advance, gap: "", quality: quality))
      }
      // Between two parts of this word the break is as good as the places just found.
      if !atoms.isEmpty { atoms[atoms.count - 1].quality = quality }
    }
  }
}

/// Where atoms begin and end if they all stand in one line, in font units.
struct LineOffsets {
  private var starts: [Int] = []
  private var ends: [Int] = []

  init(of atoms: [Atom], in face: FontFace, measuredBy measurer: some TextMeasurer) {
    var offset = 0
    for (index, atom) in atoms.enumerated() {
      starts.append(offset)
      offset += atom.advance
      ends.append(offset)
      guard index + 1 < atoms.count, let last = atom.text.last,
        let next = atoms[index + 1].text.first
      else { continue }
      // What gap and kerning add between the two, by the locality of advances.
      offset += measurer.advance(of: "\(last)\(atom.gap)\(next)", in: face)
      offset -= measurer.advance(of: String(last), in: face)
      offset -= measurer.advance(of: String(next), in: face)
    }
  }

  /// The advance of a line of these atoms.
  func advance(of atoms: Range<Int>) -> Int {
    ends[atoms.upperBound - 1] - starts[atoms.lowerBound]
  }
}

/// The least number of lines that hold all atoms, and among these the most even ones.
///
/// The cost of a line is the square of what it leaves free, plus a share of the square of the
/// maximum for a break inside a word. Of two equally good ways the one with longer upper lines wins.
///
/// - Returns: the atoms of each line, in order; together all of them.
/// - Complexity: O(*atoms* · *atoms in a line*).
func evenLines(of atoms: [Atom], at offsets: LineOffsets, maximum: Int) -> [Range<Int>] {
  // The best way to set the atoms from an index on; squares do not fit an Int for long texts.
  var best = [(lines: 0, cost: 0.0, end: atoms.count)]
  best.reserveCapacity(atoms.count + 1)
  for first in atoms.indices.reversed() {
    var choice = (lines: Int.max, cost: Double.infinity, end: first + 1)
    for end in first + 1...atoms.count {
      let advance = offsets.advance(of: first..<end)
      if advance > maximum, end > first + 1 { break }
      let rest = best[atoms.count - end]
      let free = Double(maximum - advance)
      let penalty = end < atoms.count ? atoms[end - 1].quality.share * Double(maximum) : 0
      let cost = free * free + penalty * penalty + rest.cost
      if (rest.lines + 1, cost) <= (choice.lines, choice.cost) {
        choice = (rest.lines + 1, cost, end)
      }
    }
    best.append(choice)
  }
  var lines: [Range<Int>] = []
  var first = 0
  while first < atoms.count {
    let end = best[atoms.count - first].end
    lines.append(first..<end)
    first = end
  }
  return lines
}

extension BreakQuality {
  /// The white space, as a share of the maximum width, that is as bad as such a break.
  fileprivate var share: Double {
    switch self {
    case .word: 0
    case .punctuation: 0.25
    case .camelCase: 0.5
    case .grapheme: 1
    case .forced: 1.5
    }
  }
}
