import DiagramAlgorithms
import DiagramXML
import Testing

@testable import DiagramRender

@Suite struct FileMarkTests {
  /// One of each format.
  private func files() throws -> [(form: any MarkForm, bytes: [UInt8])] {
    let documents = SceneDocuments(Example.full)
    return try FileFormats.all.map { format in
      let bytes: [UInt8]?
      if let renderer = format as? any Renderer.Type {
        bytes = try renderer.render(documents)
      } else if let converted = format as? any ConvertedFormat.Type {
        bytes = converted.marked(
          ConvertedSample.bytes(of: converted), source: "0123456789abcdef@1.5")
      } else {
        bytes = try DrawioPages.render([DrawioPages.Page(documents), DrawioPages.Page(documents)])
      }
      return (format.mark, try #require(bytes))
    }
  }

  @Test func everyFileTellsItsVersionAndIsAsWritten() throws {
    for (form, bytes) in try files() {
      let mark = try #require(FileMark(of: bytes, as: form))
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
    for (form, bytes) in try files() {
      for (place, bit) in zip(bytes.indices, (0..<8).cycled) {
        var changed = bytes
        changed[place] ^= 1 << bit
        #expect(FileMark(of: changed, as: form)?.content != .asWritten, "byte \(place)")
      }
    }
  }

  @Test func onlyLineBreaksMayDiffer() throws {
    for (form, bytes) in try files() where form.isText {
      let text = String(decoding: bytes, as: UTF8.self)
      let windows = Array(text.replacing("\n", with: "\r\n").utf8)
      #expect(FileMark(of: windows, as: form)?.content == .asWrittenWithCRLF)
      let classic = Array(text.replacing("\n", with: "\r").utf8)
      #expect(FileMark(of: classic, as: form)?.content == .changed)
    }
  }

  /// A PNG holds line breaks that mean none.
  @Test func bytesOfAPictureAreNoLineBreaks() throws {
    for (form, bytes) in try files() where !form.isText {
      #expect(bytes.indices.contains { bytes[$0...].starts(with: [0x0D, 0x0A]) })
      let unix = Array(String(decoding: bytes, as: UTF8.self).replacing("\r\n", with: "\n").utf8)
      #expect(FileMark(of: unix, as: form)?.content != .asWritten)
    }
  }

  @Test func convertedFilesTellWhatTheyAreMadeOf() throws {
    for format in FileFormats.all.compactMap({ $0 as? any ConvertedFormat.Type }) {
      let plain = ConvertedSample.bytes(of: format)
      let (marked, again) = (
        format.marked(plain, source: "abc@2"), format.marked(plain, source: "abc@2")
      )
      #expect(FileMark(of: marked ?? [], as: format.mark)?.source == "abc@2")
      #expect(again == marked)
      #expect(FileMark(of: plain, as: format.mark) == nil)
    }
    let pdf = try #require(PDFFile.marked(ConvertedSample.pdf, source: "a"))
    let text = String(decoding: pdf, as: UTF8.self)
    #expect(!text.contains("CreationDate") && text.contains("/Producer (x)"))
    #expect(text.hasSuffix("\nstartxref\n9\n%%EOF\n"))
  }

  /// What a converter gives may be anything.
  @Test(arguments: UInt64(0)..<300)
  func damagedPicturesAreNoneOfOursAndNeverATrap(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    for format in FileFormats.all.compactMap({ $0 as? any ConvertedFormat.Type }) {
      var bytes = ConvertedSample.bytes(of: format)
      if Bool.random(using: &random) {
        bytes = format.marked(bytes, source: "a") ?? []
      }
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        guard !bytes.isEmpty else { break }
        let place = Int.random(in: bytes.indices, using: &random)
        switch Int.random(in: 0..<3, using: &random) {
        case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
        case 1: bytes.removeSubrange(place...)
        default: bytes.insert(contentsOf: [0xFF, 0xFF, 0xFF, 0xFF], at: place)
        }
      }
      let content = FileMark(of: bytes, as: format.mark)?.content
      #expect(content == nil || content == .changed || content == .asWritten)
      _ = format.marked(bytes, source: "b")
    }
  }

  /// FNV-1a of the empty text and of “foobar”, as its authors give them.
  @Test(arguments: [
    ("", "cbf29ce484222325"), ("a", "af63dc4c8601ec8c"), ("foobar", "85944171f73967e8"),
  ])
  func theDigestIsThatOfItsAuthors(text: String, digest: String) throws {
    let bytes = Array(text.utf8)
    #expect(ContentDigest(of: bytes, leavingOut: 0..<0, isText: true).text == digest)
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

/// What a converter makes, as small as can be.
private enum ConvertedSample {
  static func bytes(of format: any ConvertedFormat.Type) -> [UInt8] {
    format == PNGFile.self ? png : pdf
  }

  /// A header, as of a picture of one pixel, and pixels of which nothing is right but the length.
  static let png: [UInt8] =
    [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13] + Array("IHDR".utf8)
    + [0, 0, 0, 1, 0, 0, 0, 1, 8, 6, 0, 0, 0, 0x1F, 0x15, 0xC4, 0x89]
    + [0, 0, 0, 2] + Array("IDAT".utf8) + [0x0D, 0x0A, 0, 0, 0, 0]
    + [0, 0, 0, 0] + Array("IEND".utf8) + [0xAE, 0x42, 0x60, 0x82]

  static let pdf = Array(
    """
    %PDF-1.5
    1 0 obj
    << /Producer (x)
       /CreationDate (19700101000000+00'00)\r
    >>
    startxref
    9
    %%EOF

    """.utf8)
}

extension Range<Int> {
  fileprivate var cycled: some Sequence<Int> {
    sequence(state: lowerBound) { state in
      defer { state = state + 1 == upperBound ? lowerBound : state + 1 }
      return state
    }
  }
}
