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
      for has a mistake, nothing is written. What a person edited in draw.io, and what diagen never \
      drew, is kept and named. On a terminal each file written is told on a line of \
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

  func run(on catalog: () -> [Series], console: Console) async throws -> ExitStatus {
    let catalog = catalog()
    let selection = try Selection(names, of: catalog)
    let rendering = try await options.rendering(
      of: selection.series, from: catalog, reportsJSON: json, console)
    let files = rendering.files.filter(selection.contains)
    let folder = OutputFolder(path: options.output)
    let images = ImageWriter(to: folder, isForced: force)
    removeLeftovers(beside: files.map { folder.path(of: $0.path) })
    var report = RenderReport()
    for (file, result) in zip(files, images.write(files)) {
      report.add(folder.path(of: file.path), result)
    }
    if prune { report.prune(Orphans(of: catalog, options.formats), named: names, images) }
    try console.output.write(
      json
        ? [report.json(with: rendering.diagnostics).description]
        : report.lines(
          verbose: verbose, isTerminal: console.output.isTerminal, console.output.ink))
    return try report.conclude(console)
  }
}
