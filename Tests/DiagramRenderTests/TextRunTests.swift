import DiagramModel
import DiagramXML
import Testing

@testable import DiagramRender

/// Lines of several runs in all formats.
@Suite struct TextRunTests {
  private static let link = "https://example.org/?a=\"b\"&c"

  /// A line of plain, bold, coloured, slanted code and linked text.
  private func box(background: Color? = nil) -> SceneElement {
    var slanted = Font(face: .monospaced, size: 14)
    slanted.isItalic = true
    let (font, bold) = (Example.font, Font(face: .bold, size: 16))
    let parts: [(String, Font, Color, String?)] = [
      ("see  ", font, Example.white, nil), ("bold", bold, Color(0xFF0000), nil),
      (" ", font, Example.white, nil), ("code<", slanted, Example.white, nil),
      ("here", font, Color(0x0000FF), Self.link),
    ]
    let runs = parts.enumerated().map { index, part in
      SceneText.Run(
        text: part.0, font: part.1, color: part.2, link: part.3, offset: 20 * index, width: 20)
    }
    let line = SceneText.Line(
      runs: runs, width: 100, font: font, color: Example.white, offset: 0)
    let frame = Rect(x: 0, y: 0, width: 100, height: 19)
    let text = SceneText(
      lines: [line], alignment: .left, frame: frame, background: background)
    return Example.box("a", frame, text: text)
  }

  @Test func svgHasOneTextALineWithAPartARun() throws {
    let bytes = try SVGRenderer.render(Example.scene([box()]))
    let svg = String(decoding: bytes, as: UTF8.self)
    let line = try #require(svg.split(separator: "\n").first { $0.contains("<text") })
    let expected = """
      fill="#ffffff" xml:space="preserve">see \u{A0}<tspan font-weight="bold" fill="#ff0000">bold\
      </tspan>\u{A0}<tspan font-family="Liberation Mono, Courier New, Courier, monospace" font-size="14" \
      font-style="italic">code&lt;</tspan><a href="https://example.org/?a=&quot;b&quot;&amp;c">\
      <tspan fill="#0000ff">here</tspan></a></text>
      """
    #expect(line.hasSuffix(expected), "\(line)")
  }

  @Test func aBoxLeadsSomewhereAndTellsMore() throws {
    guard
      case .box(var box) = Example.box(
        "a", Rect(x: 0, y: 0, width: 90, height: 38),
        text: Example.text(["x"], at: Rect(x: 40, y: 10, width: 9, height: 19)))
    else { return }
    box.more = SceneMore(link: "https://a.b/?c&d", tooltip: "<tip>")
    let svg = String(
      decoding: try SVGRenderer.render(Example.scene([.box(box)])), as: UTF8.self)
    let parts = try #require(svg.split(separator: "data-cell-id=\"a\">").last)
    let order = [
      "<title>&lt;tip&gt;</title>", "<a href=\"https://a.b/?c&amp;d\">", "<path", "<text", "</a>",
    ]
    let places = order.map { parts.firstRange(of: $0)?.lowerBound }
    #expect(
      places.allSatisfy { $0 != nil }
        && places.compactMap(\.self) == places.compactMap(\.self).sorted())
    let object = try #require(
      DrawioCells(Example.scene([.box(box)])).elements.first { $0.name == "UserObject" })
    #expect(
      object.attributes == [
        XMLAttribute("label", "x"), XMLAttribute("link", "https://a.b/?c&d"),
        XMLAttribute("tooltip", "<tip>"), XMLAttribute("id", "a"),
      ])
    #expect(
      object.elements[0][attribute: "id"] == nil && object.elements[0][attribute: "vertex"] == "1")
  }

  @Test func drawioHasTheSameAsHTML() throws {
    let root = DrawioCells(Example.scene([box(background: Color(0))])).elements
    let cell = try #require(root.first { $0[attribute: "id"] == "a" })
    let expected = """
      &nbsp;see &nbsp;<b><font color="#ff0000">bold</font></b> <i><font face="Courier New" \
      style="font-size:14px;line-height:0;">code&lt;</font></i>\
      <a href="https://example.org/?a=&quot;b&quot;&amp;c" style="color:#0000ff;">here</a>&nbsp;
      """
    #expect(cell[attribute: "value"] == expected)
  }
}
