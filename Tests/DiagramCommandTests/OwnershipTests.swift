import DiagramDSL
import DiagramEngine
import DiagramModel
import DiagramRender
import Foundation
import TestSupport
import Testing

@testable import DiagramCommand

/// The files of one picture, the words of which the tests choose.
func drawing(_ title: String = "kubelet", _ path: String = "chapter") throws -> [RenderedFile] {
  try Series(path) {
    Picture("nodes") {
      Node("Größe & Maß") {
        Component(title)
        Component("etcd", shape: .cylinder)
      }
    }
  }.rendered(in: Theme.all[0]).files
}

@Suite struct OwnershipTests {
  /// Whose a file would be that lies where `file` belongs, outside of any repository.
  private func ownership(_ bytes: [UInt8], of file: RenderedFile) throws -> Ownership {
    try withTemporaryFolder { (folder) throws in
      ImageWriter(to: OutputFolder(path: folder.path))
        .ownership(of: bytes, at: file.path, drawn: file.bytes)
    }
  }

  private func ownership(of text: String, for file: RenderedFile) throws -> Ownership {
    try ownership(Array(text.utf8), of: file)
  }

  @Test func aFileAsWrittenIsUnchangedWhateverTheCodeMakesNow() throws {
    for (old, new) in zip(try drawing("docker"), try drawing("containerd")) {
      #expect(try ownership(old.bytes, of: new) == .unchanged(version: generatorVersion))
    }
  }

  @Test func aFileOfAnotherVersionIsUnchangedIfItsDigestSaysSo() throws {
    for file in try drawing() {
      let format = try #require(OutputFormat(ofFile: file.path))
      let text = file.text.replacing("ersion=\"\(generatorVersion)\"", with: "ersion=\"9.9.9\"")
      #expect(text != file.text)
      #expect(try ownership(of: text, for: file) == .edited(.digest))
      var bytes = Array(text.utf8)
      format.seal(&bytes)
      #expect(try ownership(bytes, of: file) == .unchanged(version: "9.9.9"))
    }
  }

  /// Whatever byte becomes whatever other one, is added or taken away.
  @Test(arguments: UInt64(0)..<60)
  func noChangedByteIsOverwritten(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    try withTemporaryFolder { (folder) throws in
      for file in try drawing() {
        var bytes = file.bytes
        let place = Int.random(in: bytes.indices, using: &random)
        switch seed % 3 {
        case 0: bytes[place] = bytes[place] &+ UInt8.random(in: 1...255, using: &random)
        case 1: bytes.insert(UInt8.random(in: 0...255, using: &random), at: place)
        default: bytes.remove(at: place)
        }
        // A CR before an LF is what a check-out on Windows does.
        guard bytes.withoutCarriageReturns != file.bytes.withoutCarriageReturns else { continue }
        try folder.write(bytes, to: file.path)
        let outcome = try ImageWriter(to: OutputFolder(path: folder.path)).write(file)
        guard case .kept = outcome else {
          Issue.record("\(file.path): \(outcome) after byte \(place) changed")
          continue
        }
        #expect(try folder.bytes(file.path) == bytes)
      }
    }
  }

  @Test func lineBreaksOfWindowsAreNoEdit() throws {
    for file in try drawing() {
      let text = file.text.replacing("\n", with: "\r\n")
      #expect(
        try ownership(of: text, for: file) == .checkedOutWithCRLF(version: generatorVersion))
      let edited = text.replacing("kubelet", with: "Kubelet")
      #expect(try ownership(of: edited, for: file) == .edited(.digest))
    }
  }

  @Test func whatDrawioSavedIsEditedThoughOurMarksAreGone() throws {
    for file in try drawing() {
      #expect(try ownership(of: file.text.asSavedByDrawio, for: file) == .edited(.traces))
    }
  }

  /// Each of them is enough: the page's id, a box of ours, the canvas.
  @Test(arguments: [
    #"<diagram id="chapter/nodes" compressed="true">7VrbcuI4EP0a</diagram>"#,
    #"<diagram id="x"><mxGraphModel><root><mxCell id="größe-maß/etcd"/></root></mxGraphModel></diagram>"#,
    #"<diagram id="x"><a><mxCell id="canvas-layer"/><mxCell id="canvas"/></a></diagram>"#,
  ])
  func oneTraceOfOursIsEnough(page: String) throws {
    let escaped = page.replacing("<", with: "&lt;").replacing("\"", with: "&quot;")
    let files = try drawing()
    let drawio = "<mxfile host=\"Electron\">\(page)</mxfile>"
    #expect(try ownership(of: drawio, for: files[2]) == .edited(.traces))
    let svg =
      "<svg xmlns=\"http://www.w3.org/2000/svg\" content=\"&lt;mxfile>\(escaped)&lt;/mxfile>\"/>"
    #expect(try ownership(of: svg, for: files[0]) == .edited(.traces))
    let percent = try #require(drawio.addingPercentEncoding(withAllowedCharacters: .alphanumerics))
    #expect(try ownership(of: "<svg content=\"\(percent)\"/>", for: files[0]) == .edited(.traces))
  }

  @Test(arguments: [
    "", "<svg/>", "text", "<mxfile host=\"app.diagrams.net\"/>", "\u{FEFF}<svg", "<", "<svg a=",
    #"<mxfile><diagram id="p"><mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/><mxCell id="canvas"/></root></mxGraphModel></diagram></mxfile>"#,
    #"<svg content="data-generator=&quot;diagen&quot;"><text>data-generator="diagen"</text></svg>"#,
    #"<svg><g data-generator="diagen" data-digest="0000000000000000"/></svg>"#,
    "<svg content=\"7VrbcuI4EP0aHrdsyTbwCIRsHna2UpWp3Z2nKWELrI1suWQRw3z9tizJF2wSQsAhA6lU\"/>",
  ])
  func whatHoldsNothingOfOursIsForeign(text: String) throws {
    for file in try drawing() { #expect(try ownership(of: text, for: file) == .foreign) }
  }

  /// A file from the folder of another theme, say, is ours wherever it lies.
  @Test func aDrawingOfOursAtAnotherPlaceIsUnchanged() throws {
    let other = try drawing("anything", "other")
    for (file, other) in zip(try drawing(), other) {
      #expect(try ownership(other.bytes, of: file) == .unchanged(version: generatorVersion))
    }
  }

  /// Without git, a drawing of the first release may be edited as well as not.
  @Test func withoutGitADrawingOfTheFirstReleaseIsKept() throws {
    for file in try drawing() {
      #expect(
        try ownership(of: file.text.asOfFirstRelease, for: file)
          == .edited(.noDigest(isGitKnown: false)))
    }
  }
}

@Suite struct ConflictMarkerTests {
  private func conflict(_ ours: String, _ theirs: String, base: String? = nil) -> [UInt8] {
    let base = base.map { "||||||| 1234567\n\($0)" } ?? ""
    return Array("<<<<<<< HEAD\n\(ours)\(base)=======\n\(theirs)>>>>>>> a branch\n".utf8)
  }

  private func ownership(_ bytes: [UInt8], of file: RenderedFile) throws -> Ownership {
    try withTemporaryFolder { (folder) throws in
      ImageWriter(to: OutputFolder(path: folder.path))
        .ownership(of: bytes, at: file.path, drawn: file.bytes)
    }
  }

  @Test func aConflictOfTwoDrawingsAsWrittenIsAMerge() throws {
    for (ours, theirs) in zip(try drawing("docker"), try drawing("containerd")) {
      for base in [nil, try drawing("rkt")[1].text] {
        let bytes = conflict(ours.text, theirs.text, base: base)
        #expect(try ownership(bytes, of: ours) == .merged)
        let windows = String(decoding: bytes, as: UTF8.self).replacing("\n", with: "\r\n")
        #expect(try ownership(Array(windows.utf8), of: ours) == .merged)
      }
    }
  }

  /// The first may be an edit by hand, the second is one of draw.io.
  @Test func aConflictWithAnythingElseIsKept() throws {
    for (ours, theirs) in zip(try drawing("docker"), try drawing("containerd")) {
      let hand = ours.text.replacing("docker", with: "moby")
      for other in [hand, theirs.text.asSavedByDrawio] {
        #expect(try !ownership(conflict(ours.text, other), of: ours).isReplaceable)
        #expect(try !ownership(conflict(other, ours.text), of: ours).isReplaceable)
      }
    }
  }

  /// As git leaves it, with markers about what differs: a person's change beside them, or inside of
  /// them beside a digest, is lost with neither side.
  @Test func anEditBesideTheDigestsOfAConflictIsKept() throws {
    for (ours, theirs) in zip(try drawing("docker"), try drawing("dockex")) {
      let merged = String(decoding: lineByLine(ours.text, theirs.text), as: UTF8.self)
      #expect(try ownership(Array(merged.utf8), of: ours) == .merged)
      for (old, new) in [("docker", "moby"), ("dockex", "moby"), ("etcd", "a person's")] {
        let edited = merged.replacing(old, with: new)
        #expect(edited != merged)
        #expect(try ownership(Array(edited.utf8), of: ours) == .edited(.digest))
      }
    }
  }

  /// A conflict for each line that differs, as git makes them of two files.
  private func lineByLine(_ ours: String, _ theirs: String) -> [UInt8] {
    let (ours, theirs) = (ours.split(separator: "\n"), theirs.split(separator: "\n"))
    #expect(ours.count == theirs.count)
    let lines = zip(ours, theirs).map { mine, other in
      mine == other ? "\(mine)\n" : "<<<<<<< HEAD\n\(mine)\n=======\n\(other)\n>>>>>>> a branch\n"
    }
    return Array(lines.joined().utf8)
  }

  @Test func markersOutOfOrderAreNoConflict() {
    for text in ["=======\n", "<<<<<<< a\n", "<<<<<<< a\n>>>>>>> b\n", ">>>>>>> b\n<<<<<<< a\n"] {
      #expect(!TextMerge(Array(text.utf8)).hasConflicts)
    }
    #expect(TextMerge(Array("<<<<<<< a\n=======\n>>>>>>> b\n".utf8)).hasConflicts)
  }

  @Test func aMergeHasNoLineOfItsOwnAndMissesNoneOfBoth() {
    let ours = Array("a\nb\nc\n".utf8), theirs = Array("a\nx\nc\n".utf8)
    func comes(_ text: String) -> Bool {
      TextMerge(Array(text.utf8)).comes(from: ours, and: theirs)
    }
    for text in ["a\nb\nc\n", "a\nx\nc\n", "a\nb\nx\nc\n", "a\nc\n", "a\r\nx\r\nc\r\n"] {
      #expect(comes(text), "\(text)")
    }
    for text in ["a\ny\nc\n", "b\nc\n", "a\nb\nb\nc\n", "a\nb\nc"] {
      #expect(!comes(text), "\(text)")
    }
    #expect(!TextMerge(ours).comes(from: ours, and: ours))
  }
}

extension RenderedFile {
  var text: String { String(decoding: bytes, as: UTF8.self) }
}

extension [UInt8] {
  fileprivate var withoutCarriageReturns: [UInt8] {
    Array(String(decoding: self, as: UTF8.self).replacing("\r\n", with: "\n").utf8)
  }
}

extension TemporaryFolder {
  func write(_ bytes: [UInt8], to name: String) throws {
    try write("", to: name)
    try Data(bytes).write(to: URL(fileURLWithPath: path(name)))
  }

  func bytes(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(fileURLWithPath: path(name))))
  }
}
