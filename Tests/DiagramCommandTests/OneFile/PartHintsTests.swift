import Foundation
import TestSupport
import Testing

@testable import DiagramCommand

/// What is told of functions, types and values of an author's own that do not compile as they are.
@Suite struct PartHintsTests {
  /// What stands before a series with the boxes `a` and `b`, what stands in its picture, and what must be told.
  private static let parts: [(before: String, inside: String, told: String)] = [
    (
      "func wires() -> [Arrow] {\n  a --> b\n  b --> a\n}", "wires()",
      "`@ArrowBuilder func wires() -> [Arrow]"
    ),
    (
      "var wires: [Arrow] {\n  a --> b\n  b --> a\n}", "wires",
      "`@ArrowBuilder func wires() -> [Arrow]"
    ),
    (
      "func part(_ c: some Content) -> some Content {\n  a\n  a --> b\n}", "part(a)",
      "`@PictureBuilder func part() -> some PictureContent"
    ),
    (
      "func ask() -> some SequenceContent {\n  a --> b\n  a <-- b\n}", "Sequence { ask() }",
      "`@SequenceBuilder func ask()"
    ),
    (
      "func steps() -> [Picture] {\n  Picture(\"p\") { a }\n  Picture(\"q\") { a }\n}", "a",
      "`@SeriesBuilder func steps()"
    ),
    ("func box() -> Node {\n  let title = \"x\"\n  Node(title)\n}", "box()", "write return"),
    ("func wire() -> some Arrow { a --> b }", "wire()", "the result Arrow, several are [Arrow]"),
    ("func box() -> some Component { a }", "box()", "without some: Component"),
    (
      "@DiagramBuilder func part() -> [PictureItem] { a --> b }", "part()",
      "builders are @ContentBuilder for boxes"
    ),
    ("@ArowBuilder func part() -> [Arrow] { a --> b }", "part()", "did you mean “@ArrowBuilder”?"),
    (
      "struct Part: Content { var body: some Content { a } }", "Part()", "var content: some Content"
    ),
    ("struct Part: PictureContent {}", "Part()", "var pictureItems: [PictureItem]"),
    ("struct Part: SequenceContent {}", "a", "var sequenceItems: [SequenceItem]"),
    (
      "func part() -> some Content { a --> b }", "part()",
      "boxes with their arrows some PictureContent"
    ),
    (
      "struct Part: Content { var content: [Element] { a; a --> b } }", "Part()",
      "is a PictureContent"
    ),
    ("func box() -> some Content { a }", "box().muted()", "let the function return Node"),
    (
      "extension Content { func old() -> some Content { muted().dashed() } }", "a",
      "an extension is one of"
    ),
    ("func box() -> some Content { a }", "box() --> b", "`shop[\"API\"] --> db`"),
    ("var c = Component(\"C\")", "c", "write let"),
    (
      "let box = { (name: String) in Component(name) }", "box(\"c\")",
      "write a function: `func box("
    ),
    ("", "func c() -> Component { a }\nc()", "at the top of the file"),
    ("let wires = [a --> b, b --> [a, b]]", "wires", "`[api --> db] + (db --> [api, shop])`"),
    ("", "Row { [\"c\", \"d\"].map(Component.init) }", "`[\"web\", \"db\"].map { Component($0) }`"),
    (
      "func box(@ContentBuilder content: () -> some Content) -> Node { Node(\"N\", content: content) }",
      "a",
      "in braces: { content() }"
    ),
    ("", "Row { ForEach([\"c\"]) { Component($0) } }", "`[\"web\", \"db\"].map { Component($0) }`"),
    ("", "ForEach(1...3, id: \\.self) { number in Component(\"\\(number)\") }", "stands in a loop"),
    ("let c = Component(\"c\".capitalized)", "c", "write import Foundation"),
    (
      "@PictureBuilder func part() -> some PictureContent { a; a --> b }", "Row { part() }",
      "directly in a Picture"
    ),
    ("@ArrowBuilder func wires() -> [Arrow] { a; a --> b }", "wires()", "here stand arrows"),
    ("", "print(\"x\")", "in these braces stand boxes"), ("", "Spacer()", "`Row(spacing: 40)"),
    ("", "(a --> b).highlight()", "an arrow has no .highlight(…)"),
  ]

  private static func file(_ before: String, _ inside: String) -> String {
    """
    import DiagramDSL

    let a = Component("A"), b = Component("B")
    \(before)
    let shop = Series("shop") {
      Picture("drawn") {
        a
        b
        \(inside)
      }
    }

    """
  }

  @Test func eachIsToldWithWhatToWrite() throws {
    try withOneFileProgram { diagen in
      for (before, inside, told) in Self.parts {
        try diagen.folder.write(Self.file(before, inside), to: "x.swift")
        let run = try diagen.run("x.swift", "--format", "svg")
        #expect(run.status == 2 && run.errors.contains(told), "\(before)\n\(inside)\n\(run.errors)")
        #expect(!run.errors.contains("MainActor"), "\(run.errors)")
        let errors = run.errors.split(separator: "\n").filter { $0.contains(" error: ") }
        #expect((1...2).contains(errors.count), "\(run.errors)")
      }
    }
  }

  /// The Swift between backticks compiles where `api` and `db` are boxes and `shop` is a container.
  @Test func whatIsAdvisedCompiles() throws {
    try withOneFileProgram { diagen in
      var code: Set<String> = []
      for (before, inside, _) in Self.parts {
        try diagen.folder.write(Self.file(before, inside), to: "x.swift")
        let run = try diagen.run("x.swift", "--format", "svg")
        code.formUnion(run.errors.matches(of: /`([^`]+)`/).map { String($0.1) })
      }
      #expect(code.count > 10)
      let pieces = code.sorted().filter { !$0.contains("…") && !$0.hasPrefix("some ") }
      let statements = pieces.enumerated().map { number, piece in
        let isDeclaration = piece.hasPrefix("@") || piece.hasPrefix("func ")
        return "func f\(number)() { \(isDeclaration ? "" : "_ = ")\(piece) }"
      }
      let preamble = """
        import DiagramDSL
        let api = Component("API"), db = Component("DB")
        let shop = Node("Shop") { api; db }
        """
      try diagen.folder.write(([preamble] + statements).joined(separator: "\n"), to: "hints.swift")
      #expect(try Compiler.errors(in: diagen.folder.path("hints.swift")) == [])
    }
  }
}
