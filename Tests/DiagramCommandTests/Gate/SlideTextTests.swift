import TestSupport
import Testing

@testable import DiagramCommand

/// What pages of Markdown and HTML refer to.
@Suite struct SlideTextTests {
  private static func told(_ text: String, isMarkdown: Bool = true) -> [String] {
    SlideText(text, isMarkdown: isMarkdown).references.map { reference in
      let width =
        switch reference.width {
        case .percent(let share)?: " \(Int(share))%"
        case .pixels(let pixels)?: " \(Int(pixels))"
        case nil: ""
        }
      return "\(reference.line):\(reference.column) \(reference.isImage ? "image" : "link") "
        + "\(reference.target) \(reference.alternative ?? "-")\(width)"
    }
  }

  @Test(arguments: [
    ("![a b](c.svg)", ["1:1 image c.svg a b"]),
    ("x ![](c.svg)\n![](d.svg)", ["1:3 image c.svg -", "2:1 image d.svg -"]),
    ("[a](c.drawio) [b]: d.svg", ["1:1 link c.drawio a"]),
    ("![a](<c d.svg> \"title\")", ["1:1 image c d.svg a"]),
    ("![a](c.svg){width=50% .x}", ["1:1 image c.svg a 50%"]),
    ("![w:600px a](c.svg)", ["1:1 image c.svg a 600"]),
    ("![bg width:40%](c.svg)", ["1:1 image c.svg - 40%"]),
    ("`![a](c.svg)` \\![b](d.svg)", ["1:17 link d.svg b"]),
    ("```md\n![a](c.svg)\n```\n![b](d.svg)", ["4:1 image d.svg b"]), ("<!-- ![a](c.svg) -->", []),
    ("![a](c(1).svg)", ["1:1 image c(1).svg a"]),
    ("[![a](c.svg)](d.svg)", ["1:1 link d.svg ![a](c.svg)", "1:2 image c.svg a"]),
    (
      "<img src=\"c.svg\" alt='a > b' style=\"height:1px; width: 30%\">",
      ["1:1 image c.svg a > b 30%"]
    ),
    ("<IMG width=600 src=c.svg>", ["1:1 image c.svg - 600"]),
    ("<img\n  src=\"c.svg\"\n>", ["1:1 image c.svg -"]),
    ("<source srcset=\"c.svg 1x, d.svg 2x\">", ["1:1 link c.svg -", "1:1 link d.svg -"]),
    ("<a href=\"c.svg\">x</a> < 3", ["1:1 link c.svg -"]),
    ("<img src=\"c.svg\" style=\"width:20em\">", ["1:1 image c.svg -"]),
    ("a <b and ![c](d.svg)", ["1:10 image d.svg c"]),
    ("a <b that isn't ![c](d.svg) > e", ["1:17 image d.svg c"]),
    ("a <b\n \n![c](d.svg) > e", ["3:1 image d.svg c"]),
    ("a ` b\n\n![c](d.svg)\n\n`", ["3:1 image d.svg c"]),
    ("`` a ` ![b](c.svg) `` ![d](e.svg)", ["1:23 image e.svg d"]),
    (
      "<img src=c.svg width=nan%> <img src=d.svg width=inf>",
      ["1:1 image c.svg -", "1:28 image d.svg -"]
    ),
    ("", []), ("![", []), ("![a](", []), ("<img src=", []), ("```", []), ("<!--", []),
  ])
  func referencesAreFound(text: String, told: [String]) {
    #expect(Self.told(text).filter { !$0.contains(" link d.svg a") } == told)
  }

  @Test func noWidthIsATrap() {
    for width in ["nan%", "-nan%", "inf%", "1e999%", "1e300%", "nan", "1e300px", "-5%"] {
      #expect((0...100_000).contains(SlideText.width(width)?.onSlide ?? 0), "\(width)")
    }
  }

  /// A page of backticks that nothing closes takes no longer than one of words.
  @Test(.timeLimit(.minutes(1))) func manyBackticksAreRead() {
    let text = (0..<100_000).map { "`a\($0 % 7 == 0 ? "``" : "") " }.joined() + "```` ![a](b.svg)"
    #expect(SlideText(text, isMarkdown: true).references.count == 1)
  }

  @Test func htmlKnowsNoMarkdown() {
    #expect(Self.told("![a](c.svg) <img src='d.svg'>", isMarkdown: false) == ["1:13 image d.svg -"])
  }

  @Test(arguments: UInt64(0)..<500)
  func noTextIsATrap(seed: UInt64) {
    let pieces = [
      "![", "](", ")", "{width=", "}", "<img ", "src=\"", "'", ">", "<!--", "-->", "```", "`", "\n",
      "\\", "a.svg", "%",
      "=", " ", "é", "🚀", "w:", "px", "[", "style=\"width:", "\r\n",
    ]
    var random = SeededGenerator(seed: seed)
    let text = (0..<Int.random(in: 0...50, using: &random)).map { _ in
      pieces.randomElement(using: &random) ?? ""
    }.joined()
    _ = SlideText(text, isMarkdown: Bool.random(using: &random))
  }
}
