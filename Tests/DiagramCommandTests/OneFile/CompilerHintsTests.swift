import DiagramModel
import Foundation
import TestSupport
import Testing

@testable import DiagramCommand

/// What newcomers from other tools write by mistake, and what is told beside the compiler's words.
@Suite struct CompilerHintsTests {
  /// Statements of a picture in which `a` and `b` are boxes, with what must stand in a hint.
  private static let statements: [(statement: String, hint: String)] = [
    ("rectangle(\"API\")", "a box is `Component("), ("cylinder(\"DB\")", "shape: .cylinder"),
    ("Cluster(\"Services\") { a }", "`Node(\"Shop\") { api; db }`"),
    ("Group(\"Services\") { a }", "`Node(\"Shop\") { api; db }`"),
    ("Person(\"Ann\")", "shape: .person"), ("Container(\"Web\", \"Swift\")", "subtitle: \"Swift\""),
    ("Rel(a, b, \"uses\")", "an arrow is `api --> db`"), ("Edge(a, b)", "an arrow is `api --> db`"),
    ("subgraph(\"one\") { a }", "`Node(\"Shop\") { api; db }`"), ("EC2(\"web\")", "`Icon(.server"),
    ("VStack { a; b }", "`Column { api; db }`"), ("Diagram(\"x\") { a }", "a drawing is"),
    ("Componnet(\"A\")", "did you mean “Component”?"),
    ("component(\"A\")", "did you mean “Component”?"),
    ("Colum { a; b }", "did you mean “Column”?"), ("Frobnicator(\"x\")", "all words are in"),
    ("a --> bb", "did you mean “b”"), ("a --> server", "`let server = Component(\"server\")`"),
    ("a.color(.red)", "`api.accent(.red)`"), ("a.fill(\"#f00\")", "`api.accent(.red)`"),
    ("a.style(.bold)", "`api.bold()`"), ("a.opacity(0.5)", "`api.muted()`"),
    ("a.fontSize(12)", "smaller"), ("a.position(x: 1, y: 2)", "`api.at(x: 40, y: 0)`"),
    ("a.dased()", "did you mean “.dashed”"), ("a.frobnicated()", "all words are in"),
    ("a.accent(.blue)", "here it is “.primary”"), ("a.accent(.violett)", "did you mean “.violet”?"),
    ("a.accent(.beige)", "there are .green"), ("a.shape(.rectangle)", "here it is “.box”"),
    ("a.shape(.database)", "here it is “.cylinder”"), ("Icon(.postgres, \"DB\")", "“.database”"),
    ("Icon(.frobnicator)", "Documentation/icons.md"), ("a.accent(\"red\")", ""),
    ("(a --> b).from(.north)", "here it is “.top”"),
    ("(a --> b).heads(end: .triangle)", "“.arrow”"),
    ("(a --> b).thick()", "`(api --> db).strong()`"),
    ("(a --> b).bidirectional()", "`api <--> db`"),
    ("(a --> b).lable(\"x\")", "did you mean “.label”"),
    ("Component(\"API\", label: \"x\")", "the text comes first"),
    ("Component(name: \"DB\")", "the text comes first"),
    ("Component(\"C\", color: .red)", "`api.accent(.red)`"),
    ("Component(\"C\", widht: 20)", ""), ("Component(\"C\", width: 20)", "`api.width(200)"),
    ("Component(\"C\", subtitel: \"x\")", "did you mean “subtitle:”?"),
    ("Row(gap: 20) { a }", "`Row(spacing: 40)"),
    ("Row(frob: 20) { a }", "Row takes align: and spacing:"),
    ("a -> b", "an arrow is `api --> db`"), ("a => b", "`api ==> db`"), ("a >> b", "an arrow is"),
    ("a ---> b", "an arrow is"), ("a <- b", "`api <-- b`".replacing("b`", with: "db`")),
    ("a ~> b", "an arrow is"), ("a -.-> b", "`(api --> db).dashed()`"),
    ("a <-> b", "`api <--> db`"),
    ("a --> b: \"SQL\"", "`(api --> db).label(\"SQL\")`"),
    ("c: \"API server\"", "`let api = Component("),
    ("Row { a, b }", "`Row { api; db }`"), ("# boxes", "a comment begins with //"),
    ("a.width(\"200\")", "without quotes"), ("Node(\"W\") { a }.kubelet", "`shop[api]`"),
    ("c = Component(\"C\")", "`let c = Component(\"c\")`"), ("42", "in these braces"),
    ("\"API\"", ""), ("\"A\" --> \"B\"", ""), ("Picture(\"q\") { a }", ""),
  ]

  private static func file(_ statement: String) -> String {
    """
    import DiagramDSL

    let a = Component("A"), b = Component("B")
    let shop = Series("shop") {
      Picture("p") {
        a
        b
        \(statement)
      }
    }

    """
  }

  /// What is told of a file, as an editor reads it.
  private struct Report: Decodable {
    struct Told: Decodable {
      let severity: String
      let message: String
      let hints: [String]
      let line: Int
    }
    let diagnostics: [Told]
  }

  private static func report(_ source: String, _ diagen: OneFileProgram) throws -> [Report.Told] {
    try diagen.folder.write(source, to: "x.swift")
    let run = try diagen.run("x.swift", "--format", "svg", "--json")
    try #require(run.status == 2, "\(source)\n\(run)")
    return try JSONDecoder().decode(Report.self, from: Data(run.output.utf8)).diagnostics
  }

  /// The Swift between backticks.
  private static func code(in texts: [String]) -> [String] {
    Set(texts.flatMap { $0.matches(of: /`([^`]+)`/).map { String($0.1) } }).sorted()
  }

  /// What is wrong with pieces of code, each in a function of its own.
  private static func errors(in code: [String]) throws -> [String] {
    let statements = code.enumerated().map { number, code in
      let uses = code.firstMatch(of: /^let (\w+) =/).map { "; _ = \($0.1)" }
      return "func f\(number)() { \(uses == nil ? "_ = " : "")\(code)\(uses ?? "") }"
    }
    let preamble = """
      import DiagramDSL
      let api = Component("API"), db = Component("DB")
      let shop = Node("Shop") { api; db }
      """
    return try withTemporaryFolder { folder in
      try folder.write(([preamble] + statements).joined(separator: "\n"), to: "hints.swift")
      return try Compiler.errors(in: folder.path("hints.swift"))
    }
  }

  @Test func eachSlipIsToldOnceWithWhatToWrite() throws {
    var hints: [String] = []
    try withOneFileProgram { diagen in
      for (statement, hint) in Self.statements {
        let told = try Self.report(Self.file(statement), diagen)
        let errors = told.filter { $0.severity == "error" }
        let words = "\(statement): \(told.map { "\($0.message) | \($0.hints)" })"
        #expect(
          hint.isEmpty || errors.contains { $0.hints.contains { $0.contains(hint) } }, "\(words)")
        #expect(errors.allSatisfy { !$0.message.isEmpty && $0.line == 8 }, "\(words)")
        #expect(errors.count <= 3, "\(words)")
        hints += told.flatMap(\.hints)
      }
    }
    let code = Self.code(in: hints)
    #expect(code.count > 30)
    #expect(try Self.errors(in: code) == [], "\(code)")
  }

  @Test func filesWithoutSeriesAreToldWhatIsThere() throws {
    let box = "Component(\"A\")"
    try withOneFileProgram { diagen in
      for (source, hint) in [
        ("let shop = Picture(\"p\") { \(box) }", "a picture stands in a series"),
        ("let shop = \(box)", "boxes stand in a picture"),
        (
          "func shop() -> Series { Series(\"s\") { Picture(\"p\") { \(box) } } }",
          "let drawing = shop()"
        ),
        (
          "struct S { let shop = Series(\"s\") { Picture(\"p\") { \(box) } } }",
          "outside of everything else"
        ), ("let number = 1", "write one: let shop"),
      ] {
        try diagen.folder.write("import DiagramDSL\n\(source)\n", to: "x.swift")
        let run = try diagen.run("x.swift")
        #expect(run.status == 2 && run.errors.contains(hint), "\(source)\n\(run.errors)")
      }
    }
  }

  @Test func withoutTheImportOnlyThatIsAdvised() throws {
    try withOneFileProgram { diagen in
      let source = Self.file("a --> b").replacing("import DiagramDSL\n", with: "\n")
      let hints = try Self.report(source, diagen).flatMap(\.hints)
      #expect(hints == ["write import DiagramDSL at the top of the file"])
    }
  }

  @Test func everyAdviceCompiles() throws {
    let tables = [ForeignWords.keywords, .names, .members, .labels]
    let signs = ["<-", "<->", "--", ".->", "=>", "->"].compactMap(ForeignWords.advice(on:))
    let code = Self.code(in: tables.flatMap(\.all) + signs)
    #expect(code.count > 60)
    #expect(try Self.errors(in: code) == [], "\(code)")
  }

  /// What a table gives another meaning is no word of the language at that place, and what it leads to is one.
  @Test func foreignWordsAreNotOurs() {
    let words = LanguageWords.all
    let types = Set(words.types.map { $0.name.lowercased() })
    #expect(ForeignWords.names.words.filter(types.contains) == [])
    let modifiers = Set(words.modifiers.map { $0.name.lowercased() })
    #expect(ForeignWords.members.words.filter(modifiers.contains) == [])
    for (type, word, value) in ForeignWords.allValues {
      let known = words.values(of: type) ?? []
      #expect(
        known.contains(value) && !known.contains { $0.lowercased() == word }, "\(type) \(word)")
    }
  }

  /// Whatever a compiler says of whatever place, and however a file ends, there is no trap.
  @Test(arguments: UInt64(0)..<200)
  func hintsOfRandomMessagesDoNotTrap(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let pieces = [
      "cannot find '", "' in scope", "value of type '", "' has no member '", "Component", "Accent?",
      "blue", "'",
      "extra argument '", "extra arguments at positions #2, #3 in call",
      "incorrect argument label in call (have '",
      ":', expected '", "no exact matches in call to static method 'build",
      "adjacent operators are in", "🚀", "",
      "cannot convert value of type 'String' to expected argument type '",
      "consecutive statements on a line",
      "binary operator '", "api", "-->", "->", ":", "_", "any ",
    ]
    let codes = [
      "a(b: (c, [d: e]", "let", "\"\\(", "é:", "#", "\n", "}", "Row(gap: 1) {", "\u{FEFF}", ")",
      "func",
    ]
    try withTemporaryFolder { folder in
      let code = (0..<Int.random(in: 0...12, using: &random)).compactMap { _ in
        codes.randomElement(using: &random)
      }
      try folder.write(code.joined(separator: " "), to: "x.swift")
      let source = try DrawingSource(at: folder.path("x.swift"))
      for _ in 0..<50 {
        let words = (0..<Int.random(in: 0...5, using: &random)).compactMap { _ in
          pieces.randomElement(using: &random)
        }
        let message = CompilerMessage(
          file: folder.path("x.swift"), line: Int.random(in: -1...4, using: &random),
          column: Int.random(in: -1...40, using: &random), severity: "error",
          message: words.joined())
        let errors = CompilerErrors([message], in: source)
        #expect(errors.messages.count == 1 && errors.messages[0].hints.allSatisfy { !$0.isEmpty })
      }
    }
  }

  /// Slips of the hand in a good file: it is drawn all the same, or something is said at a place in it.
  @Test(arguments: UInt64(0)..<24)
  func randomSlipsAreTold(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var text = Array(
      Self.file(
        "Row { Component(\"C\", subtitle: \"c\").dashed(); Text(\"t\") }\n(a --> b).label(\"x\")"
      ).utf8)
    for _ in 0...Int.random(in: 0...2, using: &random) {
      let place = Int.random(in: 0..<text.count, using: &random)
      switch Int.random(in: 0...3, using: &random) {
      case 0: text.remove(at: place)
      case 1: text.insert("(){}\",.:->#a ".utf8.randomElement(using: &random) ?? 0, at: place)
      case 2: text.swapAt(place, max(place - 1, 0))
      default: text.removeSubrange(place..<min(place + 6, text.count))
      }
    }
    try withOneFileProgram { diagen in
      let source = String(decoding: text, as: UTF8.self)
      try diagen.folder.write(source, to: "x.swift")
      let run = try diagen.run("x.swift", "--format", "svg")
      #expect([0, 2].contains(run.status), "\(source)\n\(run)")
      let errors = run.errors.split(separator: "\n").filter { $0.contains("error: ") }
      #expect(run.status == 0 || !errors.isEmpty, "\(source)\n\(run)")
      #expect(errors.allSatisfy { !$0.hasSuffix("error: ") }, "\(run)")
    }
  }
}
