import DiagramModel
import DiagramText
import TestSupport
import Testing

@Suite struct StyledLineTests {
  private let font = Font(face: .regular, size: 20)

  private func style(_ change: (inout TextStyle) -> Void) -> TextStyle {
    var style = TextStyle()
    change(&style)
    return style
  }

  private func lines(_ runs: StyledText.Run..., width: Int = .max) -> WrappedText {
    FontMetrics().lines(of: StyledText(runs), in: font, maximumWidth: width)
  }

  @Test func runsFollowEachOtherOnTheirLine() throws {
    let bold = style { $0.isBold = true }
    let line = try #require(lines(.init("see "), .init("here", bold), .init(" now")).lines.first)
    #expect(line.runs.map(\.text) == ["see ", "here", " now"])
    #expect(line.runs.map(\.font.face) == [.regular, .bold, .regular])
    let widths = [("see ", FontFace.regular), ("here", .bold), (" now", .regular)].map {
      FontMetrics().advance(of: $0.0, in: $0.1) * 20
    }
    #expect(
      line.runs.map(\.offset) == [0, widths[0], widths[0] + widths[1]].map { ($0 + 1024) / 2048 })
    #expect(line.width == (widths.reduce(0, +) + 2047) / 2048)
  }

  @Test func aSpaceBetweenTwoRunsIsOfNeither() {
    let (code, link) = (style { $0.isCode = true }, style { $0.link = "#a" })
    let line = lines(.init("a", code), .init(" "), .init("b c", link)).lines[0]
    #expect(line.runs.map(\.text) == ["a", " ", "b c"])
    #expect(line.runs[1].style == TextStyle() && line.runs[1].font == font)
    #expect(line.runs[0].font == Font(face: .monospaced, size: 18))
  }

  @Test func aTextThatIsAllAlikeHasItsStyleInEveryLine() {
    let wrapped = lines(.init("kubectl get pods", style { $0.isCode = true }), width: 90)
    #expect(wrapped.lines.map(\.text) == ["kubectl", "get pods"])
    #expect(wrapped.lines.allSatisfy { $0.runs.count == 1 && $0.runs[0].style.isCode })
  }

  @Test func aSoftHyphenInAWordOfTwoStylesIsDrawnOnce() {
    let wrapped = lines(
      .init("Kunden\u{AD}", style { $0.isBold = true }), .init("stamm\u{AD}daten"), width: 90)
    #expect(wrapped.lines.map(\.text) == ["Kunden-", "stamm-", "daten"])
  }

  /// A text cut into runs at random places, of which none changes the font, breaks like the whole.
  @Test(arguments: UInt64(0)..<300)
  func coloursDoNotMoveABreak(seed: UInt64) {
    let sample = Sample(seed: seed, isFontKept: true)
    let plain = FontMetrics().lines(
      of: StyledText(plain: sample.text.plain), in: sample.font, maximumWidth: sample.maximum)
    #expect(sample.wrapped.lines.map(\.text) == plain.lines.map(\.text))
    #expect(sample.wrapped.lines.map(\.width) == plain.lines.map(\.width))
  }

  @Test(arguments: UInt64(0)..<300)
  func everyLetterKeepsItsStyle(seed: UInt64) {
    let sample = Sample(seed: seed, isFontKept: false)
    let drawn = sample.wrapped.lines.flatMap { line in
      line.runs.flatMap { letters(of: $0.text, $0.style) }
    }
    #expect(drawn == sample.text.runs.flatMap { letters(of: $0.text, $0.style) })
    for line in sample.wrapped.lines {
      #expect(line.runs.map(\.text).joined() == line.text)
      for (run, next) in zip(line.runs, line.runs.dropFirst()) {
        #expect(abs(run.offset + run.width - next.offset) <= 1)
      }
      #expect(abs((line.runs.last.map { $0.offset + $0.width } ?? 0) - line.width) <= 1)
    }
  }

  private struct Letter: Equatable {
    let scalar: Unicode.Scalar
    let style: TextStyle
  }

  /// What is drawn of a text, scalar by scalar.
  private func letters(of text: String, _ style: TextStyle) -> [Letter] {
    text.unicodeScalars.filter { !$0.properties.isWhitespace }
      .map { Letter(scalar: $0, style: style) }
  }

  /// A random text of words in random runs. A cluster is never in two styles, and no hyphen is added.
  private struct Sample {
    let text: StyledText
    let font: Font
    let maximum: Int
    let wrapped: WrappedText

    init(seed: UInt64, isFontKept: Bool) {
      var random = SeededGenerator(seed: seed)
      // Letters that are kerned lie closer in one run than in two.
      let kerned = isFontKept ? [] : ["AV", "To"]
      let words = kerned + ["kube", "etcd-0", "größer", "日本", "a/b.c", "HTTPServer", "😀", "x"]
      let joints = [" ", " ", " ", "  ", "", "-", "\n"]
      var runs: [StyledText.Run] = []
      for _ in 0..<Int.random(in: 1...25, using: &random) {
        let word = words.randomElement(using: &random) ?? ""
        let joint = joints.randomElement(using: &random) ?? ""
        runs.append(.init(word, .random(isFontKept: isFontKept, using: &random)))
        runs.append(
          .init(joint, Bool.random(using: &random) ? runs[runs.count - 1].style : .init()))
      }
      text = StyledText(runs)
      font = Font(
        face: FontFace.allCases.randomElement(using: &random) ?? .regular,
        size: Int.random(in: 8...30, using: &random))
      maximum = Int.random(in: 20...400, using: &random)
      wrapped = FontMetrics().lines(of: text, in: font, maximumWidth: maximum)
    }
  }
}

extension TextStyle {
  fileprivate static func random(isFontKept: Bool, using random: inout SeededGenerator) -> TextStyle
  {
    var style = TextStyle()
    style.isItalic = Bool.random(using: &random)
    if Bool.random(using: &random) { style.tint = .accent(.red) }
    if Int.random(in: 0...3, using: &random) == 0 { style.link = "#a" }
    guard !isFontKept else { return style }
    style.isBold = Bool.random(using: &random)
    style.isCode = Int.random(in: 0...2, using: &random) == 0
    return style
  }
}
