import DiagramDSL
import DiagramEngine
import DiagramModel
import Foundation
import TestSupport
import Testing

/// Every kind of mistake that there is.
@Suite struct MistakeTests {
  @Test func everyKindIsToldOfSomething() {
    let told = Set(MistakeSamples.all.map(\.kind))
    // A picture that passes all checks can be written; those of files of JSON are told when they are read.
    let ofSwift = Diagnostic.Kind.allCases.filter { !$0.rawValue.hasPrefix("DG08") }
    #expect(Set(ofSwift).subtracting(told) == [.unwritable])
    for (kind, catalog) in MistakeSamples.all {
      let found = MistakeSamples.diagnostics(of: catalog)
      #expect(found.contains { $0.kind == kind }, "\(kind): \(found)")
    }
  }

  @Test func everyMistakeHasAPlaceAndSaysWhatToDo() {
    for diagnostic in MistakeSamples.all.flatMap({ MistakeSamples.diagnostics(of: $0.catalog) }) {
      #expect(diagnostic.file == "\(#filePath)".replacing("MistakeTests", with: "MistakeSamples"))
      #expect(diagnostic.line > 0 && diagnostic.column > 0)
      #expect(!diagnostic.hints.isEmpty, "\(diagnostic)")
      #expect(diagnostic.message.first.map { !$0.isUppercase } ?? false, "\(diagnostic)")
      #expect(!diagnostic.message.hasSuffix("."), "\(diagnostic)")
      let shown = ([diagnostic.message] + diagnostic.hints).flatMap(\.unicodeScalars)
      #expect(shown.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F }, "\(diagnostic)")
    }
  }

  /// The Swift in hints stands between backticks.
  @Test func hintsAreSwiftThatCompiles() throws {
    let hints = MistakeSamples.all.flatMap { MistakeSamples.diagnostics(of: $0.catalog) }
      .flatMap(\.hints)
    let code = Set(hints.flatMap { $0.matches(of: /`([^`]+)`/).map { String($0.1) } }).sorted()
    #expect(code.count > 25)
    let preamble = """
      import DiagramDSL
      let a = Component("A"), b = Component("B"), c = Component("C")
      let outer = Node("Outer") { a }
      let other = Node("Other") { b }
      let chart = Component("Chart")
      """
    let statements = code.enumerated().map { "func f\($0)() { _ = \(Self.expression($1)) }" }
    #expect(try errors(in: [preamble] + statements) == [], "\(code)")
  }

  /// A box may be called as a word of Swift is, but the variable in a hint may not.
  @Test func hintsNameNoVariableByAReservedWord() throws {
    let words = """
      associatedtype class deinit enum extension fileprivate func import init inout internal let open \
      operator private precedencegroup protocol public rethrows static struct subscript typealias var \
      break case catch continue default defer do else fallthrough for guard if in repeat return throw \
      switch where while Any as await false is nil self Self super throws true try async some each
      """.split(separator: " ")
    let boxes = words.map { Component("\($0)").id("box-\($0)") }
    let series = Series("words") {
      Picture("p") {
        boxes
        for box in boxes { box --> box }
      }
    }
    let hints = MistakeSamples.diagnostics(of: [series]).flatMap(\.hints)
    let names = hints.compactMap { $0.firstMatch(of: /`\((\w+) --> \w+\)\.loop\(\)`/)?.1 }
    #expect(names.count == words.count)
    let statements = names.enumerated().map { index, name in
      "func f\(index)(\(name): Node) { _ = (\(name) --> \(name)).loop() }"
    }
    #expect(try errors(in: ["import DiagramDSL"] + statements) == [])
  }

  /// What the compiler says against a program of these lines.
  private func errors(in lines: [String]) throws -> [String] {
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).swift")
    defer { try? FileManager.default.removeItem(at: file) }
    try lines.joined(separator: "\n").write(to: file, atomically: false, encoding: .utf8)
    return try Compiler.errors(in: file.path)
  }

  /// What a hint says, with what it is written behind or around.
  private static func expression(_ code: String) -> String {
    let ofArrows = [".from(", ".to(", ".straight(", ".curved("]
    if code.hasPrefix("."), code.hasSuffix(")") {
      return ofArrows.contains(where: code.hasPrefix) ? "(a --> b)\(code)" : "a\(code)"
    }
    if code.hasPrefix("Series(") || code.hasPrefix("Picture("), !code.contains("{") {
      return "\(code) {}"
    }
    // A box or a way to it, for the end of an arrow.
    if code.wholeMatch(of: /\w+(\[\w+\])*/) != nil { return code }
    return code.hasPrefix("Picture(") ? code : "Picture(\"p\") { \(code) }"
  }
}
