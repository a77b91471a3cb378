import ArgumentParser
import DiagramDSL
import DiagramEngine

/// `preview`: shows what is drawn in a browser, and shows it anew whenever its source changes.
struct PreviewCommand<Program: DiagramProgram>: CatalogCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "preview",
      abstract: "Shows the pictures in a browser, anew at each change of their source.",
      discussion: """
        Nothing is written beside the source. The page is served to this machine alone, until it is \
        interrupted. While the source has mistakes, they are listed and the last good pictures stay.
        """,
      shouldDisplay: RenderOptions<Program>.drawsFiles)
  }

  @Argument(
    help: ArgumentHelp(
      "Files of drawings, a folder of them, or a package. (default: the package or the files of this folder)",
      valueName: "file"),
    completion: .file(extensions: ["swift", "json"]), transform: path)
  var names: [String] = []

  @OptionGroup var options: RenderOptions<Program>

  @Option(
    help: ArgumentHelp("The port of the page. (default: any that is free)", valueName: "number"))
  var port: UInt16 = 0

  @Flag(
    inversion: .prefixedNo,
    help: "Open the browser; unless stated, where a person reads along.")
  var open: Bool?

  @Option(
    help: ArgumentHelp(
      "The program of a package that has several.", valueName: "name"))
  var product: String?

  @Option(
    help: ArgumentHelp(
      "Draw once, into this folder, for a preview that runs.", visibility: .private),
    transform: path)
  var into: String?

  func validate() throws {
    guard options.format.isEmpty else {
      throw ValidationError("a preview shows SVG and offers draw.io: leave out --format")
    }
  }

  func run(console: Console) async throws -> ExitStatus {
    if let into {
      let shown = try await shown(["all"], console)
      try shown.write(into: into)
      return .success
    }
    if let package = try packageFolder() {
      let drawings = try PackageDrawings(
        in: package, product: product, calledBy: RootCommand<Program>.programName,
        options: packageOptions)
      return try await follow(console, look: { WatchedFiles(below: ".") }) { folder in
        try drawings.draw(into: folder, console)
      }
    }
    let files = names.isEmpty ? ["."] : names
    guard try !options.sources(among: files, beside: Program.catalog).isEmpty else {
      throw UsageFailure(
        message: "a preview shows files, and “\(files.joined(separator: " "))” is none",
        hints: ["name one, as in diagen preview shop.swift, or the folder of a package"])
    }
    for name in files { try DrawingSource.requirePresent(name) }
    return try await follow(console, look: { WatchedFiles(files) }) { folder in
      let shown = try await shown(files, console)
      try shown.write(into: folder)
    }
  }

  /// The options that the program of a package draws with too.
  private var packageOptions: [String] {
    (options.theme.map { ["--theme", $0.name] } ?? [])
      + (options.output.map { ["--output", $0] } ?? [])
      + options.icons.flatMap { ["--icons", "\($0.name)=\($0.folder)"] }
  }

  /// The folder of a package, if that is what is named.
  private func packageFolder() throws -> String? {
    guard names.count <= 1 else { return nil }
    let folder = OutputFolder(path: names.first ?? ".")
    guard case .file = try FileKind(at: folder.path(of: "Package.swift"), followsLinks: true) else {
      return nil
    }
    return folder.path
  }

  /// Draws without writing anything; mistakes of the drawings are part of what is shown.
  @MainActor
  private func shown(_ names: [String], _ console: Console) async throws -> PreviewPictures {
    var options = options
    options.format = [[.drawio, .svg]]
    do {
      let drawn = try await options.drawn(names, reportsJSON: false, examining: .check, console)
      return try PreviewPictures(drawn)
    } catch {
      _ = console.report(error, parsedBy: RootCommand<Program>.self)
      return PreviewPictures(PreviewProblem.all(of: error))
    }
  }

  /// Draws at each change, and tells the page.
  @MainActor
  private func follow(
    _ console: Console, look: @MainActor () -> WatchedFiles,
    draw: @MainActor (_ folder: String) async throws -> Void
  ) async throws -> ExitStatus {
    let folder = try makeScratchFolder()
    defer { removeFolder(folder) }
    let server = try PreviewServerProcess(serving: folder, port: port)
    try console.output.write([server.address])
    if open ?? console.output.isTerminal { server.openBrowser() }
    let clock = ContinuousClock()
    var watch = ChangeWatch()
    while server.isRunning {
      // Looked at before it is drawn: a change meanwhile is the next one.
      let start = clock.now
      let files = look()
      let pause = max(.milliseconds(50), (clock.now - start) * 10)
      if watch.isToBeDrawn(files, at: start) {
        try await draw(folder)
        server.tellOfChange()
      }
      try await Task.sleep(for: pause)
    }
    throw UsageFailure(message: "the server of the preview has ended", hints: ["start it again"])
  }
}
