import DiagramModel
import DiagramText
import TestSupport
import Testing

@Suite struct LineBreakingProperties {
  private struct Sample {
    let text: String
    let font: Font
    let maximum: Int
    let wordMaximum: Int
    let wrapped: PlainLines

    init(seed: UInt64) {
      var generator = SeededGenerator(seed: seed)
      let count = Int.random(in: 1...40, using: &generator)
      var text = String.random(using: &generator, count: count)
      if Bool.random(using: &generator) {
        text += "\n" + String.random(using: &generator, count: count)
      }
      if seed.isMultiple(of: 4) { text = .randomScalars(using: &generator, count: count) }
      let face = FontFace.allCases.randomElement(using: &generator) ?? .regular
      self.text = text
      font = Font(face: face, size: Int.random(in: 1...40, using: &generator))
      maximum = Int.random(in: 0...300, using: &generator)
      wordMaximum =
        maximum + (seed.isMultiple(of: 3) ? 0 : Int.random(in: 0...300, using: &generator))
      wrapped = FontMetrics().lines(
        of: text, in: font, maximumWidth: maximum, maximumWordWidth: wordMaximum)
    }

    func wrapped(_ text: String) -> PlainLines {
      FontMetrics().lines(
        of: text, in: font, maximumWidth: maximum, maximumWordWidth: wordMaximum)
    }
  }

  @Test(arguments: UInt64(0)..<400)
  func noLineIsTooWideUnlessItIsOneClusterOrGlued(seed: UInt64) {
    let sample = Sample(seed: seed)
    for (line, width) in zip(sample.wrapped.lines, sample.wrapped.widths) {
      let isCluster = line.count == 1 || line.count == 2 && line.hasSuffix("-")
      #expect(width <= sample.wordMaximum || isCluster || line.isGlued, "\(line)")
    }
  }

  @Test(arguments: UInt64(0)..<400)
  func widthsAreThoseOfTheLines(seed: UInt64) {
    let sample = Sample(seed: seed)
    let measured = sample.wrapped.lines.map { FontMetrics().width(of: $0, in: sample.font) }
    #expect(sample.wrapped.widths == measured)
    #expect(sample.wrapped.size.width == measured.max() ?? 0)
  }

  @Test(arguments: UInt64(0)..<400)
  func onlySpacesAreLost(seed: UInt64) {
    let sample = Sample(seed: seed)
    // Hyphens appear at soft ones; `wordsAreBrokenAtTheirPlaces` says where.
    func visible(_ text: String) -> [Unicode.Scalar] {
      text.unicodeScalars.filter {
        let properties = $0.properties
        return !properties.isWhitespace && !properties.isDefaultIgnorableCodePoint && $0 != "-"
      }
    }
    #expect(visible(sample.wrapped.lines.joined()) == visible(sample.text))
  }

  @Test(arguments: UInt64(0)..<400)
  func noLineEndsOrBeginsWithASpace(seed: UInt64) {
    let sample = Sample(seed: seed)
    for line in sample.wrapped.lines {
      #expect(line.last != " ")
      #expect(line.first != " " || sample.font.face.isMonospaced)
    }
  }

  @Test(arguments: UInt64(0)..<400)
  func wrappingAgainChangesNothing(seed: UInt64) {
    let sample = Sample(seed: seed)
    #expect(sample.wrapped(sample.wrapped.lines.joined(separator: "\n")) == sample.wrapped)
  }

  @Test(arguments: UInt64(0)..<400)
  func explicitBreaksStay(seed: UInt64) {
    let sample = Sample(seed: seed)
    // Else a long word makes the lines of the other paragraphs wider.
    guard sample.wordMaximum == sample.maximum else { return }
    let apart = sample.text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { sample.wrapped(String($0)).lines }
    #expect(sample.wrapped.lines.filter(\.isVisible) == apart.flatMap { $0 }.filter(\.isVisible))
  }

  /// Lines end inside a word only at a place that the word has, or if the part between two places
  /// is wider than a word may be; a soft hyphen is seen there and only there.
  @Test(arguments: UInt64(0)..<400)
  func wordsAreBrokenAtTheirPlaces(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let text = PlacedText(using: &generator)
    let maximum = Int.random(in: 3...12, using: &generator)
    let wordMaximum = maximum + Int.random(in: 0...25, using: &generator)
    let lines = FixedPitch().lines(
      of: text.text, in: Font(face: .regular, size: 2), maximumWidth: maximum,
      maximumWordWidth: wordMaximum
    ).lines
    var read = 0
    for line in lines {
      var letters = Array(line.filter { $0 != " " })
      let rest = text.letters[read...]
      let isHyphenated = !rest.starts(with: letters)
      if isHyphenated { #expect(letters.popLast() == "-") }
      #expect(rest.starts(with: letters), "\(lines)")
      read += letters.count
      guard read < text.letters.count else { break }
      #expect(isHyphenated == (text.softPlaces.contains(read) && line.last == "-"), "\(lines)")
      let isPlace = text.places.contains(read) || text.partAround(read) > wordMaximum
      #expect(isPlace && !text.isGlued(at: read), "\(lines)")
    }
    #expect(read == text.letters.count)
  }

  /// Words of letters only, so that the greedy way is a plain loop.
  @Test(arguments: UInt64(0)..<300)
  func noWayIsShorterAndNoneOfThatLengthIsMoreEven(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let words = (0..<Int.random(in: 1...10, using: &generator)).map { _ in
      String(repeating: "x", count: Int.random(in: 1...9, using: &generator))
    }
    let maximum = Int.random(in: 9...24, using: &generator)
    let font = Font(face: .regular, size: 2)
    let wrapped = FixedPitch().lines(
      of: words.joined(separator: " "), in: font, maximumWidth: maximum)
    func raggedness(_ widths: [Int]) -> Int {
      widths.reduce(0) { $0 + (maximum - $1) * (maximum - $1) }
    }
    // Every way to set the words: bit k of a number says whether a line ends after word k.
    let ways = (0..<(1 << (words.count - 1))).compactMap { ends -> [Int]? in
      var widths = [words[0].count]
      for (index, word) in words.enumerated().dropFirst() {
        if ends >> (index - 1) & 1 == 1 {
          widths.append(word.count)
        } else {
          widths[widths.count - 1] += 1 + word.count
        }
      }
      return widths.allSatisfy { $0 <= maximum } ? widths : nil
    }
    let least = ways.map(\.count).min()
    #expect(wrapped.lines.count == least)
    #expect(raggedness(wrapped.widths) == ways.filter { $0.count == least }.map(raggedness).min())
  }
}

/// A random text that knows where it may be broken; places are counted in letters.
private struct PlacedText {
  var text = ""
  /// All that is drawn, without spaces.
  var letters: [Character] = []
  var places: Set<Int> = []
  var softPlaces: Set<Int> = []

  init(using generator: inout SeededGenerator) {
    let parts = ["kunden", "stamm", "x", String(repeating: "w", count: 30), "Order", "Event", "v9"]
    let joints = [
      "", "\u{AD}", "\u{AD}", " ", " ", ".", "/", "_", "-", "\u{A0}", "\u{2060}", "\u{2011}",
    ]
    for _ in 0..<Int.random(in: 0...15, using: &generator) {
      text += parts.randomElement(using: &generator) ?? ""
      text += joints.randomElement(using: &generator) ?? ""
    }
    text += "end"
    for character in text {
      switch character {
      case " ": places.insert(letters.count)
      case "\u{AD}": if letters.last != "-" { softPlaces.insert(letters.count) }
      default: letters.append(character)
      }
    }
    places.formUnion(softPlaces)
    for (index, letter) in letters.enumerated().dropFirst() {
      let previous = letters[index - 1]
      let isHump = letter.isUppercase && (previous.isLowercase || previous.isNumber)
      if isHump || "./_-".contains(previous) { places.insert(index) }
    }
  }

  func isGlued(at place: Int) -> Bool {
    // Who breaks at a space breaks no glue.
    let around = letters[max(0, place - 1)..<min(letters.count, place + 1)]
    return around.contains { String($0).isGlued } && !isAfterSpace(place)
  }

  private func isAfterSpace(_ place: Int) -> Bool {
    var count = 0
    for character in text where character != "\u{AD}" {
      if character == " ", count == place { return true }
      if character != " " { count += 1 }
    }
    return false
  }

  /// How many letters stand around a place up to the next places and glue, a soft hyphen included.
  func partAround(_ place: Int) -> Int {
    let isInside = { (index: Int) in !String(letters[index]).isGlued }
    let before = (0..<place).reversed().prefix { isInside($0) }
      .prefix { $0 == place - 1 || !places.contains($0 + 1) }
    let after = (place..<letters.count).prefix { isInside($0) }
      .prefix { $0 == place || !places.contains($0) }
    let hyphen = softPlaces.contains(place + after.count) ? 1 : 0
    return before.count + after.count + hyphen
  }
}

extension Unicode.Scalar {
  /// Whether it holds its neighbours together; those of the tests' texts.
  fileprivate var isGlue: Bool {
    switch value {
    case 0xA0, 0x34F, 0x35C...0x362, 0x180E, 0x2007, 0x2011, 0x202F, 0x2060, 0xFEFF: true
    default: false
    }
  }

  fileprivate var isVisible: Bool { !properties.isWhitespace && self != "\u{200B}" }
}

extension String {
  fileprivate var isGlued: Bool { unicodeScalars.contains(where: \.isGlue) }

  fileprivate var isVisible: Bool {
    unicodeScalars.contains {
      $0.isGlue || $0.isVisible && !$0.properties.isDefaultIgnorableCodePoint
    }
  }
}
