/// The package of this program after edits of its code, which only a new build draws.
struct MendedPackage {
  /// The path of the program, the folder of its package and how it was built.
  private let program: String
  private let folder: String
  private let configuration: String

  /// That of this program; nil where it does not lie where a package manager builds it, as one that is installed.
  static func ofThisProgram() -> MendedPackage? {
    // As it was called, `.build` may be a link.
    [CommandLine.arguments.first.flatMap(wholePath), executablePath()].compactMap(\.self).lazy
      .compactMap(MendedPackage.init(ofProgram:)).first
  }

  /// `path` is PACKAGE/.build/debug/PROGRAM, or with the name of a system before `debug`.
  init?(ofProgram path: String) {
    let parts = path.split(separator: "/")
    guard path.hasPrefix("/"), let build = parts.lastIndex(of: ".build"),
      [2, 3].contains(parts.count - 1 - build),
      let configuration = ["debug", "release"].first(where: { $0 == parts[parts.count - 2] })
    else { return nil }
    folder = "/" + parts[..<build].joined(separator: "/")
    guard case .file? = try? FileKind(at: "\(folder)/Package.swift", followsLinks: true) else {
      return nil
    }
    program = path
    self.configuration = configuration
  }

  /// The path from the root of one that is seen from the working folder; nil for a bare name.
  private static func wholePath(_ path: String) -> String? {
    guard path.contains("/") else { return nil }
    guard !path.hasPrefix("/"), let folder = realPath(".") else { return path }
    return "\(folder)/\(path.hasPrefix("./") ? String(path.dropFirst(2)) : path)"
  }

  /// Builds the program and has it check again, with the same words.
  ///
  /// - Returns: how that ended; nil where it does not build, which is told.
  /// - Throws: ``UsageFailure`` where there is no compiler.
  func checkAgain(_ console: Console) throws -> ExitStatus? {
    let name = program.split(separator: "/").last.map(String.init) ?? program
    console.tell(["\(console.errors.ink.blue("note:")) building “\(name)” to look again"])
    let build = Subprocess(
      [
        try SwiftCompiler().packageManager, "build", "--package-path", folder, "-c", configuration,
        "--product", name,
      ], errors: .captured)
    guard let run = build.run() else { return nil }
    guard run.status == .exit(0) else {
      console.tell(
        String(decoding: run.output, as: UTF8.self).split(separator: "\n").suffix(20)
          .map(String.init))
      return nil
    }
    let check = Subprocess(
      [program] + CommandLine.arguments.dropFirst(), errors: .shown,
      environment: [(FixRound.variable, "\(FixRound.current + 1)")])
    guard case .exit(let status)? = check.runInPlace() else { return nil }
    return ExitStatus(rawValue: status)
  }
}

/// How often edits were made already in a run that builds the program anew.
enum FixRound {
  /// The variable of the environment that tells it.
  static let variable = "DIAGEN_FIX_ROUND"
  /// Counted from 1.
  static var current: Int { environment(variable).flatMap(Int.init) ?? 1 }
  /// What mends of the first round bring to light is mended too; more would run in a circle.
  static let last = 2

  /// Tells whoever started this program, and builds it itself, that it has to: the plugin of the package manager,
  /// which lets nobody else build meanwhile. It names a file that is to be written.
  ///
  /// - Returns: whether there is such a one.
  static func tellBuilder() throws(FileFailure) -> Bool {
    guard let file = environment("DIAGEN_MENDED"), !file.isEmpty else { return false }
    try NamedFile(path: file).write([])
    return true
  }
}
