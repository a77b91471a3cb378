import ArgumentParser
import DiagramDSL
import DiagramEngine

/// `render`: writes the images whose bytes changed.
struct RenderCommand<Program: DiagramProgram>: CatalogCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "render",
      abstract: "Writes the images of the diagrams.",
      discussion: """
        A file is written only when its bytes change, and never by halves. While any diagram asked \
        for has a mistake, or one of its files cannot be written, nothing is. What a person edited in draw.io, and what diagen never \
        drew, is kept and named. On a terminal each file written is told on a line of \
        its own, with a summary; elsewhere, as in CI, success is silent.
        """)
  }

  @Argument(
    help: ArgumentHelp(
      "What to draw: all, a series, a picture, or series/picture.",
      discussion: Selection.rules, valueName: "name"),
    completion: .custom(Selection.completions(in: Program.self)))
  var names: [String]

  @OptionGroup var options: RenderOptions<Program>

  @Flag(
    help: """
      Write also over what a person edited or put there, and over files of which diagen cannot tell \
      that it drew them. What was there is gone: git is the way back.
      """)
  var force = false

  @Flag(
    help: """
      Remove the images that diagen drew, that nobody changed since, and that no diagram makes any \
      more; of these, only what the names fit.
      """)
  var prune = false

  @Flag(help: "Print what became of each file as JSON.")
  var json = false

  @Flag(
    name: .shortAndLong,
    help: "Tell every file, also those that need no writing, also where nobody watches.")
  var verbose = false

  @Flag(help: "End with the summary, also where nobody watches.")
  var summary = false

  @Flag(
    help: ArgumentHelp(
      "Draw files anew whenever they change, until it is interrupted; the last picture stays while they have mistakes.",
      visibility: RenderOptions<Program>.drawsFiles ? .default : .hidden))
  var watch = false

  func run(console: Console) async throws -> ExitStatus {
    guard watch else { return try await draw(console) }
    guard try !options.sources(among: names, beside: Program.catalog).isEmpty else {
      throw UsageFailure(
        message: "--watch looks at files, and “\(names.joined(separator: " "))” is none",
        hints: ["name one: diagen --watch shop.swift"])
    }
    return try await follow(console)
  }

  /// Draws at each change, and tells mistakes as they come.
  private func follow(_ console: Console) async throws -> ExitStatus {
    var watch = ChangeWatch()
    while true {
      // Looked at before it is drawn: a change meanwhile is the next one.
      if watch.isToBeDrawn(WatchedFiles(names), at: .now) {
        do {
          _ = try await draw(console)
        } catch {
          _ = console.report(error, parsedBy: RootCommand<Program>.self)
        }
      }
      try await Task.sleep(for: .milliseconds(50))
    }
  }

  private func draw(_ console: Console) async throws -> ExitStatus {
    let drawn = try await options.drawn(names, reportsJSON: json, console)
    let report = written(drawn, try await options.finished(drawn, console))
    let (isTerminal, ink) = (console.output.isTerminal, console.output.ink)
    try console.output.write(
      json
        ? [report.json(with: drawn.diagnostics).description]
        : report.lines(verbose: verbose, isTerminal: isTerminal, ink)
          + (summary || isTerminal ? [report.summary] : []))
    return try report.conclude(console)
  }

  /// Writes what was drawn; while one file cannot be written, none is.
  private func written(
    _ drawn: DrawnCatalog, _ parts: [(output: Output, files: [RenderedFile])]
  ) -> RenderReport {
    let works = parts.map { output, files in
      let images = ImageWriter(
        to: OutputFolder(path: output.folder), output.conversion, isForced: force)
      return (output: output, images: images, plan: images.plan(files))
    }
    var report = RenderReport(failures: works.flatMap(\.plan.failures))
    guard report.failures.isEmpty else { return report }
    for (output, images, plan) in works {
      let paths = plan.files.map { images.folder.path(of: $0.path) }
      removeLeftovers(beside: paths)
      for (path, result) in zip(paths, images.write(plan)) { report.add(path, result) }
      guard prune else { continue }
      report.prune(drawn.orphans, of: output.formats, named: drawn.names, images)
    }
    return report
  }
}
