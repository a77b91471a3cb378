import Foundation
import TestSupport
import Testing

@testable import DiagramCommand
@testable import DiagramEngine
@testable import DiagramModel

/// `check --fix` of series that are written in JSON.
@Suite struct JSONFixTests {
  private func mended(_ text: String, at mark: Character = "{", _ mend: (Origin) -> Mend) throws
    -> String?
  {
    try withTemporaryFolder { folder in
      try folder.write(text, to: "s.json")
      let path = folder.path("s.json")
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      let line = try #require(lines.firstIndex { $0.contains(mark) })
      let column = try #require(Array(lines[line].utf8).firstIndex(of: mark.asciiValue ?? 0))
      var texts = SourceTexts(drawnBy: nil)
      let origin = Origin(path: path, line: UInt(line + 1), column: UInt(column + 1))
      let edits = texts.edits(
        for: Remark(.arrowThroughBox, "s", "m", at: origin, mends: [mend(origin)]))
      guard !edits.isEmpty else { return nil }
      var bytes = Array(text.utf8)
      for edit in edits.reversed() {
        bytes.replaceSubrange(edit.range, with: Array(edit.text.utf8))
      }
      return String(decoding: bytes, as: UTF8.self)
    }
  }

  @Test(arguments: [
    (#"{"from": "a", "to": "b", "straight": true}"#, #"{"from": "a", "to": "b"}"#),
    (#"{"straight":true,"from":"ä","to":"b"}"#, #"{"from":"ä","to":"b"}"#),
    (
      "{\"from\": \"a\",\n  \"straight\": true,\n  \"to\": \"b\"}",
      "{\"from\": \"a\",\n  \"to\": \"b\"}"
    ),
    (#"{"straight": true}"#, "{}"),
    (
      #"{"label": "\"straight\": true, }", "straight": true}"#,
      #"{"label": "\"straight\": true, }"}"#
    ),
    (#"{"x": {"straight": true}}"#, nil), (#"{"straight": false}"#, nil),
    (#"{"straight": true, "straight": true}"#, nil), (#"{"straight": true"#, nil),
    ("{", nil), ("{]", nil), (#"{"straight": }"#, nil), (#"{"straight"}"#, nil),
  ])
  func aMemberIsDropped(text: String, mended: String?) throws {
    #expect(try self.mended(text) { .withoutModifier("straight", at: $0) } == mended)
  }

  @Test(arguments: [
    (#"{"from": "a", "fromSide": "left", "to": "b"}"#, #"{"from": "a", "to": "b"}"#),
    (#"{"from": "a", "fromSide": "x", "to": "b"}"#, nil),
  ])
  func aSideIsDropped(text: String, mended: String?) throws {
    #expect(try self.mended(text) { .withoutModifier("from", at: $0) } == mended)
  }

  @Test(arguments: [
    (
      #"{"kind": "row", "spacing": 10, "children": []}"#,
      #"{"kind": "row", "spacing": 60, "children": []}"#
    ),
    (#"{"kind": "row", "spacing": 11}"#, nil), (#"{"kind": "row"}"#, nil),
    (#"{"children": [{"spacing": 10}]}"#, nil),
  ])
  func aValueIsReplaced(text: String, mended: String?) throws {
    #expect(try self.mended(text) { .argument("spacing", from: "10", to: "60", at: $0) } == mended)
  }

  @Test(arguments: [
    (#"{"path": "s", "slide": {"width": 0.5}, "pictures": []}"#, #"{"path": "s", "pictures": []}"#),
    (#"{"path": "s", "slide": {"height": 0.5}}"#, nil),
  ])
  func aSlideBecomesWhole(text: String, mended: String?) throws {
    #expect(
      try self.mended(text) { .argument("slide", from: ".width(0.5)", to: ".full", at: $0) }
        == mended)
  }

  @Test func aPinIsMoved() throws {
    try withOneFileProgram { diagen in
      let source = { (x: Int) in
        """
        {"format": "diagen-series/1", "path": "s", "pictures": [{"name": "p", "boxes": [
          {"title": "A", "at": {"x": 0, "y": 0}},
          {"title": "B 🚀", "at": {"x": \(x), "y": 120}}
        ]}]}

        """
      }
      try diagen.folder.write(source(3), to: "s.json")
      let run = try diagen.run("check", "s.json", "--fix")
      #expect(run.output.contains("fix:"), "\(run)")
      #expect(try diagen.folder.read("s.json") == source(0), "\(run)")
      #expect(try !diagen.run("check", "s.json", "--fix").output.contains("fix:"))
    }
  }

  /// Whatever stands in the file, there is no trap.
  @Test(arguments: UInt64(0)..<300)
  func damagedFilesAreLeftAlone(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let pieces = [
      "{", "}", "[", "]", ",", ":", "\"straight\"", "true", " ", "\n", "\"", "1", "\\", "/*",
    ]
    let text =
      "{"
      + (0..<Int.random(in: 0...14, using: &random)).compactMap { _ in
        pieces.randomElement(using: &random)
      }.joined()
    _ = try mended(text) { .withoutModifier("straight", at: $0) }
  }
}
