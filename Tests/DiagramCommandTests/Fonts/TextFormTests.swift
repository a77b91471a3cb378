import DiagramAlgorithms
import DiagramDSL
import DiagramEngine
import DiagramModel
import DiagramRender
import DiagramText
import DiagramXML
import Foundation
import TestSupport
import Testing
import ViewerSupport

@testable import DiagramCommand

/// Texts that look the same where their fonts are missing.
@Suite(
  .enabled(
    if: Viewers.missingForFonts.isEmpty || Viewers.areRequired, "\(Viewers.missingForFonts)"))
struct TextFormTests {
  @Test func aSubsetHoldsTheLettersThatAreUsedAndNoOthers() throws {
    try withTemporaryFolder { (folder) throws in
      let fonts = FontFiles()
      let harfBuzz = HarfBuzz(scratch: folder.path("scratch"))
      // A soft hyphen is no letter, and a no-break space is drawn by the space.
      let all = (0x20..<0x250).filter { ![0xA0, 0xAD].contains($0) }.compactMap {
        Unicode.Scalar($0).map { String($0) }
      }
      let texts = ["Überweisung", "AVATo 42", "ß"]
      let used = Set(texts.flatMap(\.unicodeScalars).map { String($0) })
      for face in Self.faces {
        let subset = try #require(try harfBuzz.subset(of: fonts.file(of: face), for: texts))
        try Data(subset).write(to: URL(fileURLWithPath: folder.path("subset.ttf")))
        let file = FontFile(path: folder.path("subset.ttf"), index: 0)
        #expect(try Set(harfBuzz.outlines(of: all, in: file).keys) == used, "\(face)")
        // Each letter where it was, kerned as it was.
        #expect(
          try harfBuzz.outlines(of: texts, in: file)
            == harfBuzz.outlines(of: texts, in: fonts.file(of: face)))
        #expect(subset.count < 20_000, "\(subset.count)")
        #expect(try harfBuzz.subset(of: fonts.file(of: face), for: texts) == subset)
      }
      #expect(try harfBuzz.subset(of: fonts.file(of: Self.faces[0]), for: ["😀", "👩‍👩‍👧"]) == nil)
    }
  }

  @Test func widthsAreThoseThatBoxesWereMeasuredWith() throws {
    try withTemporaryFolder { (folder) throws in
      let harfBuzz = HarfBuzz(scratch: folder.path("scratch"))
      let text = "AVATo Übergröße, 3.5 %"
      let outlines = try harfBuzz.outlines(
        of: [text, ""], in: FontFiles().file(of: Self.faces[0]))
      #expect(outlines.keys.sorted() == [text])
      #expect(outlines[text]?.advance == FontMetrics().advance(of: text, in: .regular))
    }
  }

  @Test func whatAFontLacksStaysText() throws {
    let texts = [
      "plain", "smile 😀", "שלום", "mixed שלום text", "日本", "tab\tin",
      String(repeating: "Donaudampfschiffahrt", count: 15),
    ]
    let root = try Self.outlined(Self.scene(texts))
    let left = root.all("text").map(\.text)
    #expect(left == ["smile 😀", "שלום", "mixed שלום text", "日本", "tab\tin"])
    #expect(root.all("path").filter { $0[attribute: "aria-hidden"] != nil }.count == 2)
  }

  /// A line with a link, several faces, and a turned one; the picture stays the same to those who hear it.
  @Test(arguments: ["runs", "details", "code"])
  func outlinesKeepNamesLinksAndEverythingElse(picture: String) throws {
    let scene = try #require(
      try features.flatMap { try $0.scenes(in: .dark) }.first { $0.path.hasSuffix("/\(picture)") })
    let plain = try XMLElement.parse(try SVGRenderer.render(SceneDocuments(scene)))
    let outlined = try Self.outlined(scene)
    #expect(outlined.all("text") == [])
    #expect(
      outlined.all("a").map { $0[attribute: "href"] }
        == plain.all("a").map { $0[attribute: "href"] })
    let shown = plain.all("text").filter { $0[attribute: "aria-hidden"] == nil }.map(\.text)
    let names = outlined.all(where: { ["img", "group"].contains($0[attribute: "role"]) })
    #expect(names.map { $0[attribute: "aria-label"] } == shown)
    func groups(_ root: XMLElement) -> [[XMLAttribute]] {
      root.all("g").filter { $0[attribute: "data-cell-id"] != nil }.map(\.attributes)
    }
    #expect(groups(outlined) == groups(plain))
    // Every path that was there still is.
    let paths = Set(outlined.all("path").map { $0[attribute: "d"] })
    #expect(plain.all("path").allSatisfy { paths.contains($0[attribute: "d"]) })
    #expect(
      outlined.all("path").count { $0[attribute: "transform"] != nil }
        == plain.all("text").count { $0[attribute: "transform"] != nil }
        + plain.all("path").count { $0[attribute: "transform"] != nil })
  }

  /// Whatever is written, the file is an SVG of ours, and says so.
  @Test(arguments: UInt64(0)..<40)
  func anyTextIsDrawnOrStaysText(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let alphabet = Array(
      "aÄß fi .,<&>\"'%@+|[]-–—…\u{A0}\u{AD}\u{301}\u{200D}\u{FE0F}ﬁ😀👩א日Ωя€½\u{FFFD}")
    let texts = (0..<6).map { _ in
      String(
        (0..<Int.random(in: 0...30, using: &random)).map { _ in
          alphabet.randomElement(using: &random)!
        })
    }
    let scene = Self.scene(texts)
    let plain = try SVGRenderer.render(SceneDocuments(scene))
    for form in [TextForm.embedded, .outlines] {
      let made = try Self.applied(form, to: plain)
      let root = try XMLElement.parse(made)
      let mark = try #require(FileMark(of: made, as: SVGRenderer.mark))
      #expect(mark.content == .asWritten && mark.source == "made")
      #expect(try Self.applied(form, to: plain) == made)
      if form == .embedded {
        #expect(
          root.all("text").map(\.text) == (try XMLElement.parse(plain)).all("text").map(\.text))
      }
    }
  }

  /// Regular, bold, slanted and of a fixed pitch, as pictures ask for them.
  private static let faces = [false, true].flatMap { isMonospaced in
    [(false, false), (true, false), (false, true), (true, true)].map { isBold, isItalic in
      SVGFontFace(
        families: isMonospaced
          ? ["Liberation Mono", "Courier New", "Courier"]
          : ["Liberation Sans", "Arial", "Helvetica"],
        isBold: isBold, isItalic: isItalic)
    }
  }

  private static func scene(_ texts: [String]) -> Scene {
    let font = Font(face: .regular, size: 16)
    let boxes = texts.enumerated().map { index, text in
      let frame = Rect(x: 10, y: 10 + 30 * index, width: 300, height: 20)
      return SceneElement.box(
        SceneBox(
          id: "box\(index)", parent: nil, frame: frame, shape: .box, radius: 4, paint: .invisible,
          text: SceneText(
            lines: [text], lineWidths: [300], font: font, color: Color(0), alignment: .left,
            frame: frame), isContainer: false))
    }
    return Scene(
      path: "chapter/texts", title: "A </title> & <text x=\"1\"> more", summary: "", theme: "light",
      size: Size(width: 320, height: 20 + 30 * texts.count), background: nil, elements: boxes)
  }

  private static func outlined(_ scene: Scene) throws -> XMLElement {
    try XMLElement.parse(
      try applied(.outlines, to: try SVGRenderer.render(SceneDocuments(scene))))
  }

  static func applied(_ form: TextForm, to svg: [UInt8]) throws -> [UInt8] {
    var made: [UInt8] = []
    try withTemporaryFolder { (folder) throws in
      made = try form.applied(
        to: svg, source: "made", fonts: FontFiles(),
        harfBuzz: HarfBuzz(scratch: folder.path("scratch")))
    }
    return made
  }
}

extension XMLElement {
  /// The elements of a name in this one and below, in order.
  fileprivate func all(_ name: String) -> [XMLElement] { all { $0.name == name } }

  fileprivate func all(where holds: (XMLElement) -> Bool) -> [XMLElement] {
    elements.flatMap { (holds($0) ? [$0] : []) + $0.all(where: holds) }
  }
}
