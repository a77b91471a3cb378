import Foundation
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

/// The compiler of the toolchain that runs the tests, on the modules that were built for them.
enum Compiler {
  /// What a compiler says against a program, without places; empty when it compiles.
  static func errors(in file: String) throws -> [String] {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [
      "swiftc", "-typecheck", "-swift-version", "6", "-diagnostic-style", "llvm",
      "-enable-upcoming-feature", "MemberImportVisibility", "-module-name", "Program",
      "-I", modules.path, "-module-cache-path", modules.appending(path: "WrongPrograms.cache").path,
      file,
    ]
    process.standardInput = FileHandle.nullDevice
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    let errors = output.split(separator: "\n").compactMap { line in
      line.firstRange(of: " error: ").map { String(line[$0.upperBound...]) }
    }
    try #require((process.terminationStatus == 0) == errors.isEmpty, "\(output)")
    return errors
  }

  /// The folder of the built modules, beside the test bundle.
  private static let modules: URL = {
    #if os(macOS)
      let bundle = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }
      let products = bundle?.bundleURL.deletingLastPathComponent() ?? Bundle.main.bundleURL
    #else
      let products = Bundle.main.bundleURL
    #endif
    return products.appending(path: "Modules")
  }()
}
