import DiagramModel
import DiagramText
import TestSupport
import Testing

@Suite struct LineBreakingProperties {
  private struct Sample {
    let text: String
    let font: Font
    let maximum: Int
    let wrapped: WrappedText

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
      wrapped = FontMetrics().lines(of: text, in: font, maximumWidth: maximum)
    }
  }

  @Test(arguments: UInt64(0)..<400)
  func noLineIsTooWideUnlessItIsOneCluster(seed: UInt64) {
    let sample = Sample(seed: seed)
    for (line, width) in zip(sample.wrapped.lines, sample.wrapped.widths) {
      #expect(width <= sample.maximum || line.count == 1, "\(line)")
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
    func visible(_ text: String) -> [Unicode.Scalar] {
      text.unicodeScalars.filter { !$0.properties.isWhitespace && $0 != "\u{200B}" }
    }
    #expect(visible(sample.wrapped.lines.joined()) == visible(sample.text))
  }

  @Test(arguments: UInt64(0)..<400)
  func noLineEndsOrBeginsWithASpace(seed: UInt64) {
    let sample = Sample(seed: seed)
    for line in sample.wrapped.lines {
      #expect(line.last != " ")
      #expect(line.first != " " || sample.font.face == .monospaced)
    }
  }

  @Test(arguments: UInt64(0)..<400)
  func wrappingAgainChangesNothing(seed: UInt64) {
    let sample = Sample(seed: seed)
    let text = sample.wrapped.lines.joined(separator: "\n")
    let again = FontMetrics().lines(of: text, in: sample.font, maximumWidth: sample.maximum)
    #expect(again == sample.wrapped)
  }

  @Test(arguments: UInt64(0)..<400)
  func explicitBreaksStay(seed: UInt64) {
    let sample = Sample(seed: seed)
    let apart = sample.text.split(separator: "\n", omittingEmptySubsequences: false).map {
      let wrapped = FontMetrics().lines(
        of: String($0), in: sample.font, maximumWidth: sample.maximum)
      return wrapped.lines.isEmpty ? [""] : wrapped.lines
    }
    let isBlank = apart.count == 1 && apart[0] == [""]
    #expect(sample.wrapped.lines == (isBlank ? [] : apart.flatMap { $0 }))
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
