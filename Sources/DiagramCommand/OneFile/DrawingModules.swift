#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// What files of drawings are compiled against and drawn with: the modules of the language, and
/// `diagen-draw`, which holds all that draws.
///
/// Both are made by one compiler and serve no other. They lie beside `diagen` in a build, and in
/// `lib/diagen` where it is installed; for other compilers they are built once from the sources that
/// lie there too, into the cache.
struct DrawingModules: Equatable {
  /// The folder of the modules.
  let folder: String
  /// The program that draws.
  let program: String
  let stamp: ProgramStamp

  private init?(in folder: String) {
    let program = "\(folder)/diagen-draw"
    guard access(program, X_OK) == 0, let stamp = ProgramStamp(at: program) else { return nil }
    self.folder = "\(folder)/Modules"
    self.program = program
    self.stamp = stamp
    // Of a build of which only a part is new.
    for module in ["DiagramDSL", "DiagramEngine"] {
      let module = ProgramStamp(at: "\(self.folder)/\(module).swiftmodule")
      if module.map(stamp.isOlder) ?? (self.folder.isEmpty) { return nil }
    }
    guard access("\(self.folder)/DiagramDSL.swiftmodule", R_OK) == 0 else { return nil }
  }

  /// The modules for a compiler, from the cache or beside `diagen`; nil where there are none.
  static func present(for compiler: SwiftCompiler, in cache: DrawingCache) -> DrawingModules? {
    if let folder = cache.folder(name(for: compiler)), let own = DrawingModules(in: folder) {
      return own
    }
    let folders = programFolder.map(companionFolders) ?? []
    return folders.lazy.compactMap(DrawingModules.init(in:)).first
  }

  /// Builds the modules for a compiler from the sources of this `diagen`, which takes a minute or two.
  ///
  /// A second run that wants the same waits for the first.
  /// - Throws: ``UsageFailure`` where there are no sources, or they cannot be built.
  static func built(
    for compiler: SwiftCompiler, in cache: DrawingCache, _ console: Console
  ) throws -> DrawingModules {
    guard let sources else {
      throw UsageFailure(
        message:
          "there are no modules for the compiler “\(compiler.path)”, and no sources of diagen",
        hints: ["install diagen anew, with this compiler in PATH: Scripts/install"])
    }
    let name = name(for: compiler)
    guard let folder = cache.writableFolder(name) else {
      throw FileFailure(action: .write, path: cache.path, reason: "it cannot be written to")
    }
    return try cache.withLock(name) {
      if let done = DrawingModules(in: folder) { return done }
      console.tell(["building the modules for “\(compiler.path)”, once; this takes a minute or two"]
      )
      let build = "\(folder)/build"
      let run = Subprocess(
        [
          compiler.packageManager, "build", "-c", "release", "--product", "diagen-draw",
          "--no-color-diagnostics", "--package-path", sources, "--scratch-path", build,
        ], output: .shown, errors: .shown, environment: [(onlyDrawing, "1")]
      ).run()
      guard run?.status == .exit(0), let modules = DrawingModules(in: "\(build)/release") else {
        throw UsageFailure(
          message: "the modules could not be built from “\(sources)”",
          hints: [
            "what the compiler says above tells why; libxml2 and pkg-config are needed: "
              + "apt-get install libxml2-dev pkg-config"
          ])
      }
      try modules.move(to: folder)
      guard let placed = DrawingModules(in: folder) else {
        throw FileFailure(action: .write, path: folder, reason: "what was put there is gone")
      }
      return placed
    }
  }

  /// What Package.swift asks whether it shall leave out all that does not draw.
  private static let onlyDrawing = "DIAGEN_ONLY_DRAWING"

  /// Puts the modules, and then the program, into a folder of their own, and removes the rest of the build.
  private func move(to target: String) throws {
    let build = "\(target)/build"
    for (from, name) in [(folder, "Modules"), (program, "diagen-draw")] {
      guard rename(from, "\(target)/\(name)") == 0 else { throw FileFailure.system(.write, target) }
    }
    // The stamp of the program has to be the youngest.
    utimensat(AT_FDCWD, "\(target)/diagen-draw", nil, 0)
    removeFolder(build)
  }

  /// The folder of the cache for a compiler: another one for each version of it and of `diagen`.
  private static func name(for compiler: SwiftCompiler) -> String {
    let own = executablePath().flatMap(ProgramStamp.init(at:))?.text ?? diagenVersion
    let key = "\(compiler.stamp.text)\n\(own)"
    return "modules/\(DrawingCache.name(of: Array(key.utf8)))"
  }
}

// MARK: - Places

extension DrawingModules {
  /// The sources of this `diagen`: those that are installed with it, or the package that it was built in.
  private static let sources: String? = {
    guard let programFolder else { return nil }
    var above = ["\(installedFolder(of: programFolder))/source"]
    var folder = programFolder[...]
    while let end = folder.lastIndex(of: "/") {
      folder = folder[..<end]
      above.append(String(folder))
    }
    return above.first {
      access("\($0)/Package.swift", R_OK) == 0 && access("\($0)/Sources/diagen-draw", R_OK) == 0
    }
  }()
}
