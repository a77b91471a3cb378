import Foundation
import TestSupport
import Testing

/// Compiles the programs of WrongPrograms, each of which says in its first line, after `// error:`,
/// a sentence that must stand in the compiler's first error.
@Suite struct WrongProgramTests {
  static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().appending(path: "WrongPrograms")

  static let programs: [String] = {
    let names = try? FileManager.default.contentsOfDirectory(atPath: folder.path)
    return (names ?? []).filter { $0.hasSuffix(".swift") }.sorted()
  }()

  @Test func thereAreWrongPrograms() { #expect(!Self.programs.isEmpty) }

  @Test(arguments: programs)
  func theFirstErrorTellsWhatToWrite(program: String) throws {
    let file = Self.folder.appending(path: program)
    let text = try String(contentsOf: file, encoding: .utf8)
    let mark = "// error: "
    let first = try #require(text.split(separator: "\n").first)
    try #require(first.hasPrefix(mark), "the first line of \(program) is no “\(mark)…”")
    let errors = try Compiler.errors(in: file.path)
    #expect(errors.first?.contains(first.dropFirst(mark.count)) == true, "\(errors)")
  }

  @Test func aRightProgramHasNoErrors() throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).swift")
    defer { try? FileManager.default.removeItem(at: file) }
    try """
    import DiagramDSL
    let series = Series("chapter/series") { Picture("nodes") { Component("kubelet") } }
    """.write(to: file, atomically: false, encoding: .utf8)
    #expect(try Compiler.errors(in: file.path) == [])
  }
}
