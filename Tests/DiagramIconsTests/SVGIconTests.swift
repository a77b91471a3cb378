import DiagramModel
import Testing

@testable import DiagramIcons

@Suite struct SVGIconTests {
  private func icon(_ content: String, _ root: String = "viewBox=\"0 0 24 24\"") throws
    -> IconDrawing
  {
    let text = "<svg xmlns=\"http://www.w3.org/2000/svg\" \(root)>\(content)</svg>"
    return try IconDrawing(svg: Array(text.utf8))
  }

  private func problem(_ content: String, _ root: String = "viewBox=\"0 0 24 24\"") -> String {
    do {
      _ = try icon(content, root)
      return "none"
    } catch { return "\(error)" }
  }

  /// The places that a part leads to, rounded.
  private func places(_ part: IconPart) -> [String] {
    part.path.map { step in
      step.end.map { "\(($0.x * 10).rounded() / 10),\(($0.y * 10).rounded() / 10)" } ?? "z"
    }
  }

  @Test func everyBasicShapeIsAnOutline() throws {
    let drawing = try icon(
      """
      <rect x="1" y="2" width="3" height="4"/><rect width="8" height="4" rx="1"/>
      <circle cx="5" cy="5" r="2"/><ellipse cx="5" cy="5" rx="2" ry="1"/>
      <polyline points="0,0 1,1 2 0"/><polygon points="0 0 1 1 2 0"/>
      """)
    #expect(drawing.image == nil && drawing.parts.count == 6)
    #expect(places(drawing.parts[0]) == ["1.0,2.0", "4.0,2.0", "4.0,6.0", "1.0,6.0", "z"])
    #expect(places(drawing.parts[1]).contains("8.0,3.0"))
    #expect(
      places(drawing.parts[2]).contains("7.0,5.0") && places(drawing.parts[2]).contains("5.0,3.0"))
    #expect(places(drawing.parts[5]).last == "z")
    let line = try icon("<line x1=\"1\" y1=\"2\" x2=\"3\" y2=\"4\" stroke=\"#000\"/>")
    #expect(places(line.parts[line.parts.count - 1]) == ["1.0,2.0", "3.0,4.0"])
  }

  @Test func transformsLieInEachOther() throws {
    let drawing = try icon(
      "<g transform=\"translate(10 0) scale(2)\"><path transform=\"rotate(90)\" d=\"M1 0h2\"/></g>")
    #expect(places(drawing.parts[0]) == ["10.0,2.0", "10.0,6.0"])
    let skewed = try icon("<path transform=\"matrix(1 0 0 1 5 5) skewX(45)\" d=\"M0 2h1\"/>")
    #expect(places(skewed.parts[0]) == ["7.0,7.0", "8.0,7.0"])
    let moved = try icon("<path d=\"M10 20h1\"/>", "viewBox=\"8 16 4 8\"")
    #expect(
      places(moved.parts[0]) == ["2.0,4.0", "3.0,4.0"] && moved.width == 4 && moved.height == 8)
  }

  @Test func oneColorIsTheThemes() throws {
    for paint in ["", "fill=\"currentColor\"", "fill=\"#1a6\"", "style=\"fill:rgb(1,2,3)\""] {
      #expect(try icon("<path \(paint) d=\"M0 0h9v9z\"/>").parts.map(\.fill) == [.line], "\(paint)")
    }
    let lines = try icon(
      "<g fill=\"none\" stroke=\"red\"><path d=\"M0 0h9\"/><path d=\"M0 2h9\"/></g>")
    #expect(lines.parts.map(\.stroke) == [.line, .line])
    let two = try icon("<path fill=\"red\" d=\"M0 0h9v9z\"/><path fill=\"blue\" d=\"M0 0h9v9z\"/>")
    #expect(two.parts.map(\.fill) == [.color(Color(0xFF0000)), .color(Color(0xFF))])
  }

  @Test func stylesCountInTheOrderOfCSS() throws {
    let drawing = try icon(
      """
      <style>.a, .b { fill: #00f } /* x { */ #c { fill: #0f0 } path { fill: #f00 }</style>
      <path d="M0 0h1v1z"/><path class="x a" fill="#fff" d="M0 0h1v1z"/>
      <path class="a" id="c" d="M0 0h1v1z"/><path class="a" style="fill:#123456" d="M0 0h1v1z"/>
      """)
    let colors = [0xFF0000, 0xFF, 0xFF00, 0x123456].map { IconInk.color(Color($0)) }
    #expect(drawing.parts.map(\.fill) == colors)
  }

  @Test func whatIsShownAgainIsDrawnAgain() throws {
    let drawing = try icon(
      "<defs><path id=\"p\" d=\"M0 0h1v1z\"/></defs><use href=\"#p\"/><use href=\"#p\" x=\"5\" y=\"6\"/>"
    )
    #expect(drawing.parts.map { places($0)[0] } == ["0.0,0.0", "5.0,6.0"])
  }

  /// The inside of a ring stays empty without a rule.
  @Test func evenOddBecomesDirections() throws {
    let ring = "M0 0h10v10h-10zM2 2h6v6h-6z"
    let drawing = try icon("<path fill-rule=\"evenodd\" d=\"\(ring)\"/>")
    let path = try #require(drawing.parts.first?.path)
    #expect(drawing.image == nil)
    let areas = path.split(separator: .close).map { contour -> Double in
      let ends = contour.compactMap(\.end)
      return zip(ends, ends.dropFirst() + ends.prefix(1)).reduce(0) {
        $0 + $1.0.x * $1.1.y - $1.1.x * $1.0.y
      }
    }
    #expect(areas.count == 2 && areas[0] * areas[1] < 0)
    let crossing = try icon("<path fill-rule=\"evenodd\" d=\"M0 0h10v10h-10zM5 5h10v10h-10z\"/>")
    #expect(crossing.image?.mediaType == "image/svg+xml")
  }

  /// What outlines cannot say is shown as the file says it.
  @Test(arguments: [
    "<linearGradient id=\"g\"/><path fill=\"url(#g)\" d=\"M0 0h9v9z\"/>", "<text>a</text>",
    "<path opacity=\".5\" stroke=\"red\" d=\"M0 0h9v9z\"/>",
    "<path filter=\"url(#f)\" d=\"M0 0h9v9z\"/>",
    "<g opacity=\".5\"><path d=\"M0 0h9v9z\"/><path d=\"M0 0h9v9z\"/></g>",
    "<path stroke=\"red\" transform=\"scale(1 3)\" d=\"M0 0h9v9z\"/>",
    "<path stroke=\"red\" stroke-dasharray=\"1 2\" d=\"M0 0h9v9z\"/>",
    "<style>g > path { fill: red }</style><path d=\"M0 0h9v9z\"/>",
    "<image href=\"data:image/png;base64,AAAA\"/>",
  ])
  func whatIsNoOutlineIsAPicture(content: String) throws {
    let drawing = try icon(content)
    #expect(drawing.parts.isEmpty && drawing.image?.mediaType == "image/svg+xml")
  }

  @Test(arguments: [
    ("<script>alert(1)</script>", "it holds <script>"),
    ("<path onclick=\"x()\" d=\"M0 0h1\"/>", "it holds the script “onclick”"),
    ("<foreignObject/>", "it holds <foreignObject>"),
    ("<image href=\"https://example.org/a.png\"/>", "it refers to another file"),
    ("<image href=\"data:image/svg+xml;base64,AA\"/>", "it refers to another file"),
    ("<use href=\"other.svg#a\"/>", "it refers to another file"),
    ("<path style=\"fill:url(http://example.org)\" d=\"M0 0h1\"/>", "it refers to another file"),
    ("<style>@import 'a.css';</style>", "it refers to another file by @import"),
    ("<style>a{fill:\\75rl(x)}</style>", "a style of it holds"),
    ("<animate/><path d=\"M0 0h1\"/>", "it holds <animate>"),
    ("<g id=\"a\"><use href=\"#a\"/></g>", "it shows elements again and again"),
    ("<use href=\"#a\"/>", "it shows “#a” again, which there is not"),
    ("<path d=\"L1 1\"/>", "a path begins with no move"),
    ("<path transform=\"turn(3)\" d=\"M0 0h1\"/>", "the transform “turn(3)” is none"),
    ("<path transform=\"scale(1e6)\" d=\"M0 0h100\"/>", "it draws far outside of its frame"),
    ("", "it draws nothing"), ("<g>", "it is no XML"),
  ])
  func whatIsNoIconIsRefused(content: String, reason: String) {
    #expect(problem(content).hasPrefix(reason), "\(problem(content))")
  }

  @Test func sizesAreChecked() {
    for root in [
      "", "width=\"10\"", "viewBox=\"0 0 0 9\"", "viewBox=\"0 0 a\"", "viewBox=\"0 0 1 999\"",
    ] {
      #expect(problem("<path d=\"M0 0h1\"/>", root) != "none", "\(root)")
    }
    #expect(problem("<path d=\"M0 0h1v1z\"/>", "width=\"10px\" height=\"20\"") == "none")
    let deep = String(repeating: "<g>", count: 40) + String(repeating: "</g>", count: 40)
    #expect(problem(deep).contains("deep in each other"))
    #expect(problem(String(repeating: "<g/>", count: 5_000)).contains("elements"))
    let declared = "<!DOCTYPE svg [<!ENTITY a \"b\">]><svg>&a;</svg>"
    #expect(throws: IconProblem.self) { try IconDrawing(svg: Array(declared.utf8)) }
    #expect(throws: IconProblem.self) { try IconDrawing(svg: Array("<html/>".utf8)) }
    #expect(throws: IconProblem.self) {
      try IconDrawing(svg: [UInt8](repeating: 32, count: 500_000))
    }
  }

  /// Files of programs that write more than is needed.
  @Test func clipsAroundTheWholeAreNoClips() throws {
    let clip = "<clipPath id=\"c\"><rect width=\"24\" height=\"24\"/></clipPath>"
    let path = "<g clip-path=\"url(#c)\"><path d=\"M0 0h9v9z\"/></g>"
    #expect(try icon(clip + path).image == nil)
    #expect(try icon(clip.replacing("24", with: "8") + path).image != nil)
  }
}
