import ArgumentParser
import DiagramDSL
import DiagramEngine
import DiagramModel

/// `render`: writes the images whose bytes changed.
struct RenderCommand<Program: DiagramProgram>: CatalogCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "render",
      abstract: "Writes the images of the diagrams.",
      discussion: """
        A file is written only when its bytes change, and never by halves. While any diagram asked \
        for has a mistake, nothing is written. On a terminal each file written is told on a line of \
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
    name: .shortAndLong,
    help: "Tell every file, also those that need no writing, also where nobody watches.")
  var verbose = false

  @Flag(help: "End with the summary, also where nobody watches.")
  var summary = false

  @Flag(help: "Print what was done as JSON.")
  var json = false

  func run(console: Console) async throws -> ExitStatus {
    let drawn = try await options.drawn(names, reportsJSON: json, console)
    var report = RenderReport()
    for (output, files) in drawn.parts {
      let folder = OutputFolder(path: output.folder)
      for file in files {
        do throws(FileFailure) {
          report.add(try folder.write(file), folder.path(of: file.path))
        } catch {
          report.failures.append(error)
        }
      }
    }
    let (isTerminal, ink) = (console.output.isTerminal, console.output.ink)
    try console.output.write(
      json
        ? [report.json(with: drawn.diagnostics).description]
        : report.lines(verbose: verbose, isTerminal: isTerminal, ink)
          + (summary || isTerminal ? [report.summary] : []))
    guard report.failures.isEmpty else { throw FileFailures(failures: report.failures) }
    return .success
  }
}

/// What a run of `render` did to the files, in their order.
private struct RenderReport {
  private var outcomes: [(outcome: WriteOutcome, path: String)] = []
  var failures: [FileFailure] = []

  mutating func add(_ outcome: WriteOutcome, _ path: String) { outcomes.append((outcome, path)) }

  func json(with diagnostics: [Diagnostic]) -> JSON {
    let written = outcomes.count { $0.outcome == .written }
    return .object(
      [
        ("ok", .boolean(failures.isEmpty)), ("images", .number(outcomes.count + failures.count)),
        ("written", .number(written)), ("unchanged", .number(outcomes.count - written)),
      ] + JSON.members(of: diagnostics))
  }

  func lines(verbose: Bool, isTerminal: Bool, _ ink: Ink) -> [String] {
    outcomes.compactMap { outcome, path in
      switch outcome {
      case .written: verbose || isTerminal ? "\(ink.green("wrote")) \(path)" : nil
      case .unchanged: verbose ? "\(ink.faint("unchanged")) \(path)" : nil
      }
    }
  }

  var summary: String {
    let written = outcomes.count { $0.outcome == .written }
    let images = count(outcomes.count + failures.count, "image")
    return "\(images): \(written) written, \(outcomes.count - written) unchanged"
  }
}
