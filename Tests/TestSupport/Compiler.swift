import Foundation

/// The compiler of the toolchain that runs the tests, on the modules that were built for them.
package enum Compiler {
  /// A compiler that neither accepts a program nor says why.
  private struct Failure: Error {
    let output: String
  }

  /// What a compiler says against a program, without places; empty when it compiles.
  package static func errors(in file: String) throws -> [String] {
    let (status, output) = try run([
      "swiftc", "-typecheck", "-swift-version", "6", "-diagnostic-style", "llvm",
      "-enable-upcoming-feature", "MemberImportVisibility", "-module-name", "Program",
      "-I", modules.path, "-module-cache-path", modules.appending(path: "WrongPrograms.cache").path,
      file,
    ])
    let errors = output.split(separator: "\n").compactMap { line in
      line.firstRange(of: " error: ").map { String(line[$0.upperBound...]) }
    }
    guard (status == 0) == errors.isEmpty else { throw Failure(output: output) }
    return errors
  }

  /// Writes what a built module declares for everybody into a folder, as `NAME.symbols.json`.
  package static func symbols(of module: String, into folder: String) throws {
    let (_, target) = try run(["swiftc", "-print-target-info"])
    let triple = target.firstMatch(of: /"triple"\s*:\s*"([^"]+)"/).map { String($0.1) } ?? ""
    let (status, output) = try run([
      "swift", "symbolgraph-extract", "-module-name", module, "-I", modules.path, "-target", triple,
      "-module-cache-path", modules.appending(path: "WrongPrograms.cache").path,
      "-output-dir", folder, "-minimum-access-level", "public",
    ])
    guard status == 0 else { throw Failure(output: output) }
  }

  /// Runs a program of the toolchain; all that it says, in one text.
  private static func run(_ arguments: [String]) throws -> (status: Int32, output: String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = arguments
    process.standardInput = FileHandle.nullDevice
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return (process.terminationStatus, output)
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
