import DiagramXML
import Testing

@testable import DiagramRender

@Suite struct FileMarkTests {
  private func files() throws -> [(names: MarkNames, bytes: [UInt8])] {
    let documents = try SceneDocuments(Example.full)
    return try Renderers.all.map { ($0.mark, try $0.render(documents)) }
  }

  @Test func everyFileTellsItsVersionAndIsAsWritten() throws {
    for (names, bytes) in try files() {
      let mark = try #require(FileMark(of: bytes, as: names))
      #expect(mark.version == generatorVersion)
      #expect(mark.content == .asWritten)
      #expect(mark.digest?.wholeMatch(of: #/[0-9a-f]{16}/#) != nil)
    }
  }

  /// Also the drawing in an SVG, where somebody takes it out.
  @Test func theDrawingInsideHasAMarkOfItsOwn() throws {
    let svg = try XMLElement.parse(try files()[0].bytes)
    let drawing = try XMLElement.parse(Array((svg[attribute: "content"] ?? "").utf8))
    #expect(drawing[attribute: "host"] == generatorName)
    #expect(drawing[attribute: "version"] == generatorVersion)
    #expect(drawing[attribute: "digest"]?.count == 16)
    #expect(drawing[attribute: "digest"] != svg[attribute: "data-digest"])
  }

  /// Every place of the file and every bit of it, so also the digits of the digest themselves.
  @Test func everyChangedByteIsNoticed() throws {
    for (names, bytes) in try files() {
      for (place, bit) in zip(bytes.indices, (0..<8).cycled) {
        var changed = bytes
        changed[place] ^= 1 << bit
        #expect(FileMark(of: changed, as: names)?.content != .asWritten, "byte \(place)")
      }
    }
  }

  @Test func onlyLineBreaksMayDiffer() throws {
    for (names, bytes) in try files() {
      let text = String(decoding: bytes, as: UTF8.self)
      let windows = Array(text.replacing("\n", with: "\r\n").utf8)
      #expect(FileMark(of: windows, as: names)?.content == .asWrittenWithCRLF)
      let classic = Array(text.replacing("\n", with: "\r").utf8)
      #expect(FileMark(of: classic, as: names)?.content == .changed)
    }
  }

  /// FNV-1a of the empty text and of “foobar”, as its authors give them.
  @Test(arguments: [
    ("", "cbf29ce484222325"), ("a", "af63dc4c8601ec8c"), ("foobar", "85944171f73967e8"),
  ])
  func theDigestIsThatOfItsAuthors(text: String, digest: String) throws {
    let bytes = Array(text.utf8)
    #expect(ContentDigest(of: bytes, leavingOut: 0..<0).text == digest)
  }

  @Test(arguments: [
    "<svg data-generator=\"diagen\"/>", "<?xml version=\"1.0\"?>\n<svg data-generator='diagen'>",
    "\u{FEFF}  <!-- a --><!DOCTYPE svg>\n<svg\n\twidth=\"1\"\r\n data-generator=\"diagen\" x",
  ])
  func theFirstReleaseLeftNoDigest(text: String) throws {
    let mark = try #require(FileMark(of: Array(text.utf8), as: SVGRenderer.mark))
    #expect(mark.version == nil && mark.digest == nil && mark.content == .unknown)
  }

  @Test(arguments: [
    "", "<", "<svg", "<svg/>", "<svg data-generator=\"other\"/>", "<svg data-generator=diagen/>",
    "<svg><g data-generator=\"diagen\"/></svg>", "<!-- <svg data-generator=\"diagen\"/>",
    "<svg a=\"data-generator=&quot;diagen&quot;\"/>", "text <svg data-generator=\"diagen\"/>",
    "<svg a = \"b\" data-generator=\"diagen\"/>",
  ])
  func nothingElseIsOurs(text: String) {
    #expect(FileMark(of: Array(text.utf8), as: SVGRenderer.mark) == nil)
  }
}

extension Range<Int> {
  fileprivate var cycled: some Sequence<Int> {
    sequence(state: lowerBound) { state in
      defer { state = state + 1 == upperBound ? lowerBound : state + 1 }
      return state
    }
  }
}
