import Foundation
import Testing

/// `diagen shop.json`: a series as another program writes it, drawn without a compiler.
@Suite struct JSONDrawingTests {
  private static func file(_ path: String = "shop", box: String = "Website") -> String {
    """
    {"format": "diagen-series/1", "path": "\(path)",
     "pictures": [{"name": "overview", "boxes": [{"title": "\(box)"}]}]}
    """
  }

  @Test func aFileIsDrawnBesideItWithoutACompiler() throws {
    try withOneFileProgram { diagen in
      try diagen.folder.write(Self.file(), to: "a/shop.json")
      for words in [["a/shop.json"], ["render", "a/shop.json"], ["check", "a/shop.json"]] {
        let run = try diagen.run(words)
        #expect(run.status == 0 && run.output == "" && run.errors == "", "\(run)")
      }
      let drawn = try diagen.content(of: "a").keys.sorted()
      #expect(
        drawn == ["a/shop.json"]
          + ["drawio", "drawio.svg", "svg"].map { "a/shop/overview.\($0)" })
      #expect(diagen.compilerStarts == 0)
      try diagen.folder.edit("a/shop/overview.svg") { $0.replacing("Website", with: "Mine") }
      #expect(try diagen.run("a/shop.json").status == 4)
      #expect(try diagen.run("check", "a/shop.json").status == 1)
    }
  }

  /// Each of these hints said nothing, or what was wrong already.
  @Test func hintsSayWhatMendsTheFile() throws {
    let long = String(repeating: "n", count: 300)
    let samples: [(boxes: String, arrow: String, hint: String)] = [
      (#"{"title": "B"}"#, #"{"from": "b", "to": "b"}"#, #"if it is meant, write `"loop": true`"#),
      (#"{"title": "Big box", "id": ""}"#, "", #"write `"id": "big-box"`"#),
      (#"{"kind": "text", "text": "", "id": ""}"#, "", #"write `"id": "box"`"#),
      (#"{"title": "A", "icon": "nope"}"#, "", "the icons are listed in Documentation/icons.md"),
      (#"{"title": "A", "icon": "deploymnt"}"#, "", "did you mean “kubernetes/deployment”?"),
      (#"{"title": "A", "id": "\#(long)/"}"#, "", #"write `"id": "\#(long.prefix(40))"`"#),
      (#"{"kind": "row", "children": []}"#, "", "put a box into it"),
    ]
    try withOneFileProgram { diagen in
      for (boxes, arrow, hint) in samples {
        try diagen.folder.write(
          """
          {"format": "diagen-series/1", "path": "shop",
           "pictures": [{"name": "p", "boxes": [\(boxes)], "arrows": [\(arrow)]}]}
          """, to: "shop.json")
        let run = try diagen.run("shop.json")
        #expect(run.status == 2 && run.errors.contains("hint: \(hint)"), "\(run.errors)")
      }
    }
  }

  /// The same words give the same bytes, whichever way they come.
  @Test func swiftAndJSONDrawTheSame() throws {
    try withOneFileProgram { diagen in
      try diagen.folder.write(OneFileProgram.file(), to: "swift/shop.swift")
      try diagen.folder.write(Self.file(), to: "json/shop.json")
      #expect(try diagen.run("swift/shop.swift").status == 0)
      #expect(try diagen.run("json/shop.json").status == 0)
      let (swift, json) = (
        try diagen.content(of: "swift/shop"), try diagen.content(of: "json/shop")
      )
      #expect(!swift.isEmpty && Set(swift.values) == Set(json.values))
    }
  }

  @Test func aFolderDrawsItsSeriesOfBothKinds() throws {
    try withOneFileProgram { diagen in
      try diagen.folder.write(OneFileProgram.file(), to: "a/shop.swift")
      try diagen.folder.write(Self.file("store"), to: "a/store.json")
      try diagen.folder.write("{\"name\": \"a package of something else\"}", to: "a/package.json")
      #expect(try diagen.run("a", "--format", "svg").status == 0)
      let drawn = try diagen.content(of: "a").keys.filter { $0.hasSuffix(".svg") }.sorted()
      #expect(drawn == ["a/shop/overview.svg", "a/store/overview.svg"])
      try diagen.folder.write(Self.file("shop"), to: "a/store.json")
      let twice = try diagen.run("a", "--format", "svg")
      #expect(twice.status == 2 && twice.errors.contains("two files of “a” draw"), "\(twice)")
    }
  }

  @Test func mistakesOfAllFilesAreToldInJSON() throws {
    try withOneFileProgram { diagen in
      try diagen.folder.write(
        Self.file().replacing("\"title\"", with: "\"titel\""), to: "a/one.json")
      try diagen.folder.write(
        Self.file("two").replacing("}]}]", with: "}, {\"title\": \"Website\"}]}]"),
        to: "b/two.json")
      let one = try diagen.run("a", "b")
      #expect(one.status == 2)
      #expect(
        one.errors.contains("a/one.json:2:46: error: a component needs “title” [DG0804]"),
        "\(one.errors)")
      let two = try diagen.run("b")
      #expect(
        two.errors.contains("hint: give one of them an id of its own: `\"id\": \"website-2\"`"),
        "\(two.errors)")
      let json = try diagen.run("render", "b", "--json")
      #expect(json.status == 2 && json.output.contains("\"id\":\"DG0203\""), "\(json.output)")
      #expect(try diagen.folder.files().filter { $0.hasSuffix(".svg") } == [])
    }
  }

  @Test func aGraphIsSentToItsCommand() throws {
    try withOneFileProgram { diagen in
      try diagen.folder.write("{\"format\": \"diagen-graph/1\"}", to: "graph.json")
      let run = try diagen.run("graph.json")
      #expect(run.status == 2 && run.errors.contains("hint: diagen layout places a graph"))
      let missing = try diagen.run("missing.json")
      #expect(missing.status == 2 && missing.errors.contains("there is no file “missing.json”"))
    }
  }
}
