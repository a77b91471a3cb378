import DiagramModel

/// What is never broken, and how it continues.
struct Atom: Equatable {
  var text: String

  /// Its place in the whole text.
  var place: Int

  /// In font units.
  var advance: Int

  /// The spaces that follow it if the line goes on.
  var gap = ""

  /// What follows it if the line ends here: a hyphen at a soft one.
  var closing = ""

  /// How well the line may be broken after it.
  var quality: BreakQuality
}

/// A line, and where it begins in the whole text.
struct TextLine {
  let text: String
  let place: Int
}

extension ArraySlice<Atom> {
  /// The line that these atoms form.
  func joined() -> TextLine {
    var line = ""
    for (position, atom) in enumerated() {
      line += atom.text
      line += position < count - 1 ? atom.gap : atom.closing
    }
    return TextLine(text: line, place: first?.place ?? 0)
  }
}

/// Cuts the words of a paragraph into atoms.
struct WordCutter<Measurer: TextMeasurer> {
  let measurer: Measurer
  let fonts: RunFonts
  /// The advance above which a word is cut where it may be broken well.
  let maximum: Int
  /// The advance above which it is cut anywhere; not less than `maximum`.
  let wordMaximum: Int

  private(set) var atoms: [Atom] = []
  /// The place behind the atoms.
  private var place: Int

  init(
    _ paragraph: Paragraph, at place: Int, measurer: Measurer, fonts: RunFonts, maximum: Int,
    wordMaximum: Int
  ) {
    self.measurer = measurer
    self.fonts = fonts
    self.maximum = maximum
    self.wordMaximum = wordMaximum
    self.place = place
    for word in paragraph.words {
      let count = atoms.count
      cut(word.text)
      guard atoms.count > count else { continue }
      atoms[atoms.count - 1].gap = String(word.gap)
      atoms[atoms.count - 1].quality = .word
    }
    guard !atoms.isEmpty, !paragraph.indentation.isEmpty else { return }
    let text = String(paragraph.indentation) + atoms[0].text
    let advance = measurer.advance(of: text, at: place, in: fonts)
    if advance <= maximum { (atoms[0].text, atoms[0].advance) = (text, advance) }
  }

  /// The advance of the widest atom, closed as at the end of a line.
  var widest: Int {
    atoms.reduce(0) { widest, atom in
      max(widest, measurer.advance(of: atom.text + atom.closing, at: atom.place, in: fonts))
    }
  }

  /// The advance of a text behind the atoms, or so many places further.
  private func advance(of text: String, after skipped: Int = 0) -> Int {
    measurer.advance(of: text, at: place + skipped, in: fonts)
  }

  /// Adds an atom, without its closing where even a single cluster has no room for that.
  private mutating func append(_ text: String, closing: String, _ quality: BreakQuality) {
    let advance = advance(of: text)
    let fits = closing.isEmpty || self.advance(of: text + closing) <= wordMaximum
    let closing = fits ? closing : ""
    atoms.append(
      Atom(text: text, place: place, advance: advance, closing: closing, quality: quality))
    place += fonts.places(in: text)
  }

  private mutating func cut(_ word: Substring) {
    // Nothing in ASCII is an ideograph, so that most words are not cut into clusters at all.
    if word.utf8.allSatisfy({ $0 < 0x80 }), advance(of: String(word)) <= maximum {
      return append(String(word), closing: "", .word)
    }
    cut(Array(word)[...], at: .word, closing: "")
  }

  /// Cuts a word at the places of one quality, and the parts that are still too wide at worse ones.
  private mutating func cut(
    _ word: ArraySlice<Character>, at quality: BreakQuality, closing: String
  ) {
    let places = quality.places(in: word)
    let parts = zip([word.startIndex] + places, places + [word.endIndex])
      .map { word[$0..<$1] }.filter { !String($0).withoutBreakMarks.isEmpty }
    for (index, part) in parts.enumerated() {
      let text = String(part).withoutBreakMarks
      let isHyphenated = quality == .softHyphen && !text.hasSuffix("-")
      let closing = index == parts.count - 1 ? closing : isHyphenated ? "-" : ""
      if advance(of: text + closing) <= maximum {
        append(text, closing: closing, quality)
      } else if let next = quality.next, next != .anywhere {
        cut(part, at: next, closing: closing)
      } else {
        cutAnywhere(part, closing: closing)
      }
      // Between two parts of this word the break is as good as the places just found.
      if !atoms.isEmpty { atoms[atoms.count - 1].quality = quality }
    }
  }

  /// Cuts what has no good place, if it is too wide even for a word; what is glued together stays.
  private mutating func cutAnywhere(_ word: ArraySlice<Character>, closing: String) {
    var pieces = [""]
    var skipped = 0
    for run in word.splitAtGlue() {
      let text = String(run).withoutBreakMarks
      // The last one needs room for the hyphen.
      let isLast = run.endIndex == word.endIndex && !closing.isEmpty
      let maximum = wordMaximum - (isLast ? advance(of: closing, after: skipped) : 0)
      let isKept = run.first?.isGlue == true || advance(of: text, after: skipped) <= maximum
      let cut = isKept ? [text] : evenPieces(of: text, after: skipped, maximum: maximum)
      pieces[pieces.count - 1] += cut[0]
      pieces += cut.dropFirst()
      skipped += fonts.places(in: text)
    }
    for piece in pieces.dropLast() { append(piece, closing: "", .anywhere) }
    append(pieces[pieces.count - 1], closing: closing, .anywhere)
  }

  /// A word without places to break as the least number of pieces, all about equally wide.
  private func evenPieces(of word: String, after skipped: Int, maximum: Int) -> [String] {
    var next = skipped
    let clusters = word.map { cluster in
      let text = String(cluster)
      defer { next += fonts.places(in: text) }
      return Atom(
        text: text, place: place + next, advance: advance(of: text, after: next), quality: .word)
    }
    let offsets = LineOffsets(of: clusters, in: fonts, measuredBy: measurer)
    return evenLines(of: clusters, at: offsets, maximum: maximum).map {
      clusters[$0].joined().text
    }
  }
}

extension ArraySlice<Character> {
  /// The runs of clusters that hold their neighbours together, and those between them.
  fileprivate func splitAtGlue() -> [ArraySlice<Character>] {
    let borders = indices.dropFirst().filter { self[$0].isGlue != self[$0 - 1].isGlue }
    return zip([startIndex] + borders, borders + [endIndex]).map { self[$0..<$1] }
  }
}

/// Where atoms begin and end if they all stand in one line, in font units.
struct LineOffsets {
  private var starts: [Int] = []
  private var ends: [Int] = []
  /// What the closing of each atom adds at the end of a line.
  private var closings: [Int] = []

  init(of atoms: [Atom], in fonts: RunFonts, measuredBy measurer: some TextMeasurer) {
    var offset = 0
    for (index, atom) in atoms.enumerated() {
      starts.append(offset)
      offset += atom.advance
      ends.append(offset)
      let closed = atom.closing.isEmpty ? nil : atom.text + atom.closing
      closings.append(
        closed.map { measurer.advance(of: $0, at: atom.place, in: fonts) - atom.advance } ?? 0)
      guard index + 1 < atoms.count, let last = atom.text.last,
        let next = atoms[index + 1].text.first
      else { continue }
      // What gap and kerning add between the two, by the locality of advances.
      let place = atoms[index + 1].place
      let before = place - fonts.places(in: String(last))
      offset += measurer.advance(of: "\(last)\(atom.gap)\(next)", at: before, in: fonts)
      offset -= measurer.advance(of: String(last), at: before, in: fonts)
      offset -= measurer.advance(of: String(next), at: place, in: fonts)
    }
  }

  /// The advance of a line of these atoms, closed and if it goes on.
  func advance(of atoms: Range<Int>) -> (closed: Int, open: Int) {
    let open = ends[atoms.upperBound - 1] - starts[atoms.lowerBound]
    return (open + closings[atoms.upperBound - 1], open)
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
      if advance.open > maximum, end > first + 1 { break }
      if advance.closed > maximum, end > first + 1 { continue }
      let rest = best[atoms.count - end]
      let free = Double(maximum - advance.closed)
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
    case .softHyphen, .punctuation: 0.25
    case .camelCase: 0.5
    case .anywhere: 1
    }
  }
}
