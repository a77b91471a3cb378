import DiagramDSL
import DiagramEngine
import DiagramModel
import DrawingExchange

/// Draws files of Swift: compiled once, drawn once, and from then on known.
///
///     files ──key──▶ answer of the cache ─────────────────────────────▶ files and diagnostics
///           ──compiled──▶ library ──loaded by diagen-draw──▶ answer ──▶
struct FileDrawings {
  let source: DrawingSource
  private let cache: DrawingCache
  private let compiler: SwiftCompiler
  private let console: Console

  /// What is to be compiled of a source.
  ///
  /// - Throws: ``UsageFailure`` where there is no compiler.
  init(_ source: DrawingSource, isFresh: Bool, _ console: Console) throws {
    self.source = source
    cache = DrawingCache(isRead: !isFresh)
    compiler = try SwiftCompiler()
    self.console = console
  }

  /// What the files draw.
  ///
  /// - Throws: `DiagramError` for mistakes of the drawings, ``CompilerErrors`` for those of the code.
  func answer(
    in theme: Theme, as formats: [OutputFormat], icons folders: IconFolders, jobs: Int,
    examining: Examination
  ) throws -> DrawingAnswer {
    lazy var made = Result { try self.library() }
    let icons: IconFiles =
      folders.isEmpty ? .none : try folders.files(for: iconNames(in: made.get()))
    let request = [
      theme.name, formats.map(\.rawValue).joined(separator: ","),
      examining.rawValue,
    ]
    if let modules = DrawingModules.present(for: compiler, in: cache), isSelfContained,
      let bytes = cache.content("answers", for: key(modules, request, icons)),
      let answer = try? DrawingAnswer(bytes)
    {
      return answer
    }
    let (library, modules) = try made.get()
    let bytes = try drawn(library, by: modules, with: icons, request + ["\(jobs)"])
    guard let answer = try? DrawingAnswer(bytes) else { throw noAnswer(.exit(0)) }
    if answer.diagnostics.holdError { throw DiagramError(answer.diagnostics) }
    guard !answer.series.isEmpty else { throw withoutSeries }
    if isSelfContained { cache.keep(bytes, "answers", for: key(modules, request, icons)) }
    return answer
  }

  /// The names of the icons that the files show; `made` is their library, which is made only where it is needed.
  private func iconNames(
    in made: @autoclosure () throws -> (library: [UInt8], modules: DrawingModules)
  ) throws -> [IconName] {
    if let modules = DrawingModules.present(for: compiler, in: cache), isSelfContained,
      let bytes = cache.content("icons", for: key(modules)), let list = try? IconNameList(bytes)
    {
      return list.names
    }
    let (library, modules) = try made()
    let bytes = try drawn(library, by: modules, with: nil, [])
    guard let list = try? IconNameList(bytes) else { throw noAnswer(.exit(0)) }
    if isSelfContained { cache.keep(bytes, "icons", for: key(modules)) }
    return list.names
  }

  /// Whether the files reach nothing but the language, so that the same files always draw the same.
  ///
  /// With Foundation they may read other files or the time: then they are drawn at each run.
  private var isSelfContained: Bool {
    source.files.allSatisfy { file in
      file.imports.allSatisfy { ["DiagramDSL", "DiagramModel"].contains($0) }
    }
  }

  /// All that decides on the library, and on the answer with a request and icons.
  private func key(
    _ modules: DrawingModules, _ request: [String] = [], _ icons: IconFiles = .none
  ) -> [UInt8] {
    var writer = ByteWriter()
    writer.write(diagenVersion)
    writer.write("\(compiler.path) \(compiler.stamp.text)")
    writer.write(modules.stamp.text)
    writer.write(source.files) { writer, file in
      writer.write(file.path)
      writer.write(file.bytes)
    }
    writer.write(request) { $0.write($1) }
    writer.write(icons.bytes)
    return writer.bytes
  }

  private var withoutSeries: UsageFailure {
    UsageFailure(
      message: "there is no series at the top of “\(source.name)”",
      hints: [SeriesSearch(in: source).hint])
  }
}

// MARK: - Compiling and drawing

extension FileDrawings {
  /// The library of the files, from the cache or new.
  private func library() throws -> (library: [UInt8], modules: DrawingModules) {
    var modules =
      try DrawingModules.present(for: compiler, in: cache)
      ?? DrawingModules.built(for: compiler, in: cache, console)
    if let library = cache.content("libraries", for: key(modules)) { return (library, modules) }
    var outcome = try compiled(with: modules)
    if case .otherCompiler = outcome {
      modules = try DrawingModules.built(for: compiler, in: cache, console)
      outcome = try compiled(with: modules)
    }
    guard case .library(let library, let warnings) = outcome else {
      throw UsageFailure(
        message: "the modules in “\(modules.folder)” are not of the compiler “\(compiler.path)”",
        hints: ["remove “\(cache.path)”, and try again"])
    }
    console.tell(warnings)
    cache.keep(library, "libraries", for: key(modules))
    return (library, modules)
  }

  private func compiled(with modules: DrawingModules) throws -> Compilation.Outcome {
    try Compilation(
      source: source, compiler: compiler, modules: modules,
      moduleCache: cache.writableFolder("clang")
    ).run()
  }

  /// Has a library drawn with icons, or its icons named where there are none to be drawn with; what the
  /// author's code prints goes to standard error, but for addresses.
  private func drawn(
    _ library: [UInt8], by modules: DrawingModules, with icons: IconFiles?, _ request: [String]
  ) throws -> [UInt8] {
    try withScratchFolder { folder in
      let (file, answer) = ("\(folder)/drawings.so", "\(folder)/answer")
      try writeScratch(library, to: file)
      let iconFile = "\(folder)/icons"
      if let icons { try writeScratch(icons.bytes, to: iconFile) }
      let arguments = [file, answer] + (icons == nil ? [] : [iconFile]) + request
      let run = Subprocess(
        [modules.program] + arguments, errors: .captured,
        environment: [("SWIFT_BACKTRACE", "enable=no")], watchesUs: true
      ).run()
      guard let (status, output) = run else { throw FileFailure.system(.read, modules.program) }
      let lines = String(decoding: output, as: UTF8.self).split(separator: "\n").map(String.init)
      console.tell(Array(lines.prefix { $0 != "Current stack trace:" }))
      guard status == .exit(0), let bytes = try? NamedFile(path: answer).read() else {
        throw noAnswer(status)
      }
      return bytes
    }
  }

  private func noAnswer(_ status: Subprocess.Status) -> UsageFailure {
    UsageFailure(
      message: "the code of “\(source.name)” \(status.words) before it was drawn",
      hints: ["what stands above tells where; a loop over an array may go too far"])
  }
}
