import Foundation
import Testing

/// `diagen` with files, and with a cache and a compiler that the test looks at.
struct OneFileProgram {
  let folder: TemporaryFolder
  var environment: [String: String]

  /// A cache in the folder, and a stand-in before the compiler that notes each start of it.
  init(in folder: TemporaryFolder) throws {
    self.folder = folder
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    environment = [
      "XDG_CACHE_HOME": folder.path("cache"), "TMPDIR": folder.path("tmp"),
      "PATH": "\(folder.path("bin")):\(path)",
    ]
    try folder.makeFolder("tmp")
    try setCompiler("exec \"$swiftc\" \"$@\"")
  }

  /// Puts another stand-in before the compiler, which is `$swiftc` in it.
  func setCompiler(_ script: String) throws {
    let real =
      try Program.run(
        "/bin/sh", ["-c", "command -v swiftc"], in: folder.path
      ).lines.first ?? ""
    try #require(real.hasPrefix("/"))
    try folder.write(
      "#!/bin/sh\nswiftc='\(real)'\necho start >> '\(folder.path("starts"))'\n\(script)\n",
      to: "bin/swiftc")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: folder.path("bin/swiftc"))
  }

  @discardableResult
  func run(_ arguments: String...) throws -> Program.Run { try run(arguments) }

  @discardableResult
  func run(_ arguments: [String]) throws -> Program.Run {
    try Program.run(
      Program("diagen").path, arguments, in: folder.path, environment: environment)
  }

  /// Starts a run, and ends it with a signal that reaches no other process, as soon as a file is there.
  func end(
    by number: Int32, onceThereIs file: String, _ arguments: String...
  ) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Program("diagen").path)
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    process.standardError = FileHandle.nullDevice
    try process.run()
    while process.isRunning, !FileManager.default.fileExists(atPath: folder.path(file)) {
      usleep(10_000)
    }
    try #require(process.isRunning)
    kill(process.processIdentifier, number)
    process.waitUntilExit()
  }

  /// How often the compiler has been started.
  var compilerStarts: Int {
    (try? folder.read("starts"))?.split(separator: "\n").count ?? 0
  }

  /// All that lies below a folder, with its bytes.
  func content(of name: String) throws -> [String: Data] {
    let files = try folder.files().filter { $0.hasPrefix("\(name)/") }
    return try Dictionary(
      uniqueKeysWithValues: files.map {
        ($0, try Data(contentsOf: URL(fileURLWithPath: folder.path($0))))
      })
  }

  /// A file with one series of this path and one box.
  static func file(_ path: String = "shop", box: String = "Website", name: String = "shop")
    -> String
  {
    """
    import DiagramDSL

    let \(name) = Series("\(path)") {
      Picture("overview") { Component("\(box)") }
    }

    """
  }
}

/// Runs a test in a folder of its own, with `diagen`.
func withOneFileProgram(_ body: (inout OneFileProgram) throws -> Void) throws {
  try withTemporaryFolder { folder in
    var program = try OneFileProgram(in: folder)
    try body(&program)
  }
}
