import ArgumentParser
import DiagramDSL
import DiagramEngine
import DiagramModel

/// What decides on the files that a catalog makes; the same for every command that draws.
struct RenderOptions: ParsableArguments {
  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The folder below which the images lie.", valueName: "folder"),
    completion: .directory)
  var output = "."

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "A format: \(OutputFormat.allCases.map(\.rawValue).joined(separator: ", ")). "
        + "Several are separated by commas, or the option is repeated. (default: all)",
      valueName: "format"),
    completion: .list(OutputFormat.allCases.map(\.rawValue)), transform: Self.formats)
  var format: [[OutputFormat]] = []

  @Option(
    help: ArgumentHelp(
      "A theme: \(Theme.all.map(\.name).joined(separator: ", ")). "
        + "(default: \(Theme.all[0].name))",
      valueName: "theme"),
    completion: .list(Theme.all.map(\.name)), transform: Self.theme)
  var theme: Theme?

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "How many series are drawn at a time. (default: one for each core)", valueName: "number"))
  var jobs: Int?

  /// The formats asked for, each once, in their fixed order.
  var formats: [OutputFormat] {
    let asked = format.flatMap(\.self)
    return OutputFormat.allCases.filter { asked.isEmpty || asked.contains($0) }
  }

  /// The theme asked for, or the default.
  var chosenTheme: Theme { theme ?? Theme.all[0] }

  /// Draws `series`, a part of `catalog`, and tells the warnings; `reportsJSON` says whether
  /// standard output gets the mistakes too, if there are any.
  @MainActor
  func rendering(
    of series: [Series], from catalog: [Series], reportsJSON: Bool, _ console: Console
  ) async throws -> Rendering {
    do {
      let rendering = try await render(
        series, of: catalog, in: chosenTheme, as: formats, jobs: jobs ?? coreCount())
      console.tell(rendering.diagnostics)
      return rendering
    } catch let error as DiagramError where reportsJSON {
      let report = [("ok", .boolean(false))] + JSON.members(of: error.diagnostics)
      try console.output.write([JSON.object(report).description])
      throw error
    }
  }

  func validate() throws {
    guard jobs ?? 1 > 0 else { throw ValidationError("--jobs counts from 1") }
    guard !output.isEmpty else { throw ValidationError("--output names no folder") }
  }

  private static func formats(_ argument: String) throws -> [OutputFormat] {
    try argument.split(separator: ",", omittingEmptySubsequences: false).map { name in
      guard let format = OutputFormat(rawValue: String(name)) else {
        throw ValidationError(unknown(name, known: OutputFormat.allCases.map(\.rawValue)))
      }
      return format
    }
  }

  private static func theme(_ argument: String) throws -> Theme {
    guard let theme = Theme.all.first(where: { $0.name == argument }) else {
      throw ValidationError(unknown(argument, known: Theme.all.map(\.name)))
    }
    return theme
  }

  private static func unknown(_ name: some StringProtocol, known: [String]) -> String {
    "“\(name)” is not one of \(known.joined(separator: ", "))"
  }
}
