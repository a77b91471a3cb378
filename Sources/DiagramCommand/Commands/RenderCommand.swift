import ArgumentParser
import DiagramDSL
import DiagramEngine
import DiagramModel

/// `render`: writes the images whose bytes changed.
struct RenderCommand: CatalogCommand {
  static let configuration = CommandConfiguration(
    commandName: "render",
    abstract: "Writes the images of the diagrams.",
    discussion: """
      A file is written only when its bytes change, and never by halves. While any diagram asked \
      for has a mistake, nothing is written. On a terminal each file written is told on a line of \
      its own, with a summary; elsewhere, as in CI, success is silent.
      """)

  @Argument(
    help: ArgumentHelp(
      "What to draw: all, a series, a picture, or series/picture.",
      discussion: """
        Names are patterns as in .gitignore: * and ? stand for anything but a slash, [a-z] for \
        one of a set, ** for any folders. A pattern without a slash fits a folder or picture at \
        any depth; one with a slash begins at the top.
        """,
      valueName: "name"))
  var names: [String]

  @OptionGroup var options: RenderOptions

  @Flag(
    name: .shortAndLong,
    help: "Tell every file, also those that need no writing, also where nobody watches.")
  var verbose = false

  @Flag(help: "Print what was done as JSON.")
  var json = false

  func run(on catalog: () -> [Series], console: Console) async throws -> ExitStatus {
    let catalog = catalog()
    let selection = try Selection(names, of: catalog)
    let rendering = try await options.rendering(
      of: selection.series, from: catalog, reportsJSON: json, console)
    let folder = OutputFolder(path: options.output)
    var report = RenderReport()
    for file in rendering.files where selection.contains(file) {
      do throws(FileFailure) {
        report.add(try folder.write(file), folder.path(of: file.path))
      } catch {
        report.failures.append(error)
      }
    }
    try console.output.write(
      json
        ? [report.json(with: rendering.diagnostics).description]
        : report.lines(verbose: verbose, isTerminal: console.output.isTerminal, console.output.ink))
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
    var lines = outcomes.compactMap { outcome, path in
      switch outcome {
      case .written: verbose || isTerminal ? "\(ink.green("wrote")) \(path)" : nil
      case .unchanged: verbose ? "\(ink.faint("unchanged")) \(path)" : nil
      }
    }
    if isTerminal {
      let written = outcomes.count { $0.outcome == .written }
      let images = count(outcomes.count + failures.count, "image")
      lines.append("\(images): \(written) written, \(outcomes.count - written) unchanged")
    }
    return lines
  }
}
