import DiagramDSL
import DiagramEngine
import DiagramModel
import TestSupport
import Testing

@testable import DiagramInterchange

/// What is wrong in a series of JSON is told with its place, all at once.
@Suite struct SeriesMistakeTests {
  private func mistakes(_ text: String) -> [String] {
    do throws(DiagramError) {
      _ = try SeriesDocument.series(reading: Array(text.utf8), at: "a.json")
      return []
    } catch {
      return error.diagnostics.map { "\($0.line):\($0.column): \($0.message) [\($0.id)]" }
    }
  }

  private func picture(_ members: String, boxes: String = "", top: String = "") -> String {
    """
    {"format": "diagen-series/1", "path": "s", \(top)
    "pictures": [{"name": "p", "boxes": [\(boxes)]\(members.isEmpty ? "" : ",\n\(members)")}]}
    """
  }

  @Test func allMistakesAreToldAtOnce() {
    let text = """
      {
        "format": "diagen-series/1",
        "path": "shop",
        "boxes": [{"id": "web", "titel": "Web"}, {"id": "x", "title": "X", "shape": "cylindre", "children": ["x"]}],
        "pictures": [
          {"name": "a", "boxes": ["web", "webb", {"title": 3}, {"title": "T", "widht": 3}],
           "arrows": [{"from": "wep", "to": "t", "dashed": "yes"}, {"to": "t"}], "colour": "red"}
        ]
      }
      """
    #expect(
      mistakes(text) == [
        "4:13: a component needs “title” [DG0804]",
        "4:36: a component has no member “titel” [DG0803]",
        "4:79: “cylindre” is none of the words that may stand here [DG0805]",
        "4:104: the box “x” lies in itself [DG0807]",
        "6:36: no box at the top of the file is called “webb” [DG0301]",
        "6:54: expected a text here, not 3 [DG0805]",
        "6:82: a component has no member “widht” [DG0803]",
        "7:26: no box of the file has the id “wep” [DG0301]",
        "7:54: expected true or false here, not “yes” [DG0805]",
        "7:62: an arrow needs “from” [DG0804]",
        "7:86: a picture has no member “colour” [DG0803]",
      ])
  }

  @Test(arguments: [
    ("", "1:1: the text ends where a value should stand [DG0801]"),
    ("[]", "1:1: expected an object here, not a list [DG0805]"),
    ("{}", "1:1: the file needs “format” [DG0804]"),
    (
      "{\"format\": \"diagen-graph/1\"}",
      "1:12: “diagen-graph/1” is not the format of a series [DG0802]"
    ),
    ("{\"format\": 1}", "1:12: expected a text here, not 1 [DG0805]"),
  ])
  func whatIsNoSeriesIsTold(text: String, message: String) {
    #expect(mistakes(text) == [message])
  }

  @Test func whatAMemberCannotSayIsTold() {
    let samples: [(members: String, message: String)] = [
      (#"{"kind": "box", "title": "A"}"#, "“box” is none of the words that may stand here"),
      (#"{"title": "A", "title": "B"}"#, "“title” stands twice in this object"),
      (#"{"title": "A", "width": 2.5}"#, "expected a whole number here, not 2.5"),
      (#"{"title": "A", "at": {"x": 1}}"#, "a place needs “y”"),
      (#"{"title": "A", "corners": {"middle": "lock"}}"#, "an outline has no place “middle”"),
      (#"{"title": "A", "collapsed": true}"#, "a component has no member “collapsed”"),
      (#"{"kind": "text", "text": "A", "shape": "pill"}"#, "a text has no member “shape”"),
      (#"{"kind": "row", "children": {}}"#, "expected a list here, not an object"),
      (#"{"kind": "grid", "children": []}"#, "a grid needs “columns”"),
      (#"{"title": "N", "children": [], "arrangement": "grid"}"#, "a grid needs “columns”"),
      (
        #"{"title": "N", "children": [], "arrangement": "lanes"}"#,
        "“lanes” is none of the words that may stand here"
      ),
      (
        #"{"title": "A"}, {"kind": "above", "boxes": ["a"]}"#, "the hint “above” is about two boxes"
      ),
      (
        #"{"kind": "code", "code": "x", "highlightLines": [[3, 1]]}"#,
        "expected the first line and the last one here"
      ),
      ("7", "expected an object here, not 7"),
    ]
    for (boxes, message) in samples {
      let found = mistakes(picture("", boxes: boxes))
      #expect(found.count == 1 && found[0].contains(message), "\(boxes): \(found)")
    }
  }

  @Test func aBoxMayStandInManyOthersButNotInItself() {
    let chain = (0..<400).map { #"{"id": "b\#($0)", "title": "B", "children": ["b\#($0 + 1)"]}"# }
      .joined(separator: ",")
    #expect(
      mistakes(picture("", boxes: "\"b0\"", top: "\"boxes\": [\(chain)],"))
        .contains { $0.contains("[DG0415]") })
    let aliases = (0..<4000).map { #"{"id": "b\#($0)", "box": "b\#($0 + 1)"}"# }
      .joined(separator: ",")
    #expect(
      mistakes(picture("", boxes: "\"b0\"", top: "\"boxes\": [\(aliases)],"))
        .contains { $0.contains("[DG0415]") })
    let circle = #""boxes": [{"id": "a", "box": "b"}, {"id": "b", "box": "a"}],"#
    #expect(mistakes(picture("", boxes: "\"a\"", top: circle)).contains { $0.contains("[DG0807]") })
    let laughs =
      (0..<30).map {
        #"{"id": "b\#($0)", "title": "B", "children": ["b\#($0 + 1)", "b\#($0 + 1)"]}"#
      }.joined(separator: ",") + #", {"id": "b30", "title": "B"}"#
    #expect(
      mistakes(picture("", boxes: "\"b0\"", top: "\"boxes\": [\(laughs)],"))
        .contains { $0.contains("[DG0808]") })
  }

  /// Each kind of mistake of files is told of something, and says what to do.
  @Test func everyKindIsToldOfSomething() {
    let top = #""boxes": [{"id": "a", "children": ["a"]}, {"id": "a", "title": "A"}],"#
    let laughs =
      (0..<18).map {
        #"{"id": "b\#($0)", "title": "B", "children": ["b\#($0 + 1)", "b\#($0 + 1)"]}"#
      }.joined(separator: ",") + #", {"id": "b18", "title": "B"}"#
    let texts = [
      "{", #"{"format": "x"}"#, "{}", picture(#""arrow": []"#, boxes: "1", top: top),
      picture("", boxes: "\"b0\"", top: "\"boxes\": [\(laughs)],"),
    ]
    let told = texts.flatMap { mistakes($0) }
    for kind in Diagnostic.Kind.allCases where kind.rawValue.hasPrefix("DG08") {
      #expect(told.contains { $0.contains(kind.rawValue) }, "\(kind)")
    }
  }

  /// Whatever a program writes, it is read, or told where it is wrong.
  @Test(arguments: UInt64(0)..<400)
  func damagedSeriesAreReadOrTheirMistakesNamed(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let all = features.filter { $0.pictures.count < 4 } + [.random(seed: seed % 7)]
    let series = all[Int(seed) % all.count]
    let bytes = WrittenSeries.document(series).damaged(&random)
    do throws(DiagramError) {
      let read = try SeriesDocument.series(reading: bytes, at: "a.json")
      // What can be read is drawn, or told of; now and then, since it takes its time.
      if seed.isMultiple(of: 8) { _ = try? SeriesDocumentTests.files(of: read) }
    } catch {
      #expect(!error.diagnostics.isEmpty)
      let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      for diagnostic in error.diagnostics {
        #expect(diagnostic.file == "a.json" && !diagnostic.hints.isEmpty, "\(diagnostic)")
        #expect(Int(diagnostic.line) <= lines.count, "\(diagnostic)")
        #expect(
          Int(diagnostic.column) <= lines[Int(diagnostic.line) - 1].count + 1, "\(diagnostic)")
      }
    }
  }
}
