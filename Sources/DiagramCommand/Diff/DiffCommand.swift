import ArgumentParser

/// `diff`: what is other in the pictures of two folders, files or revisions.
struct DiffCommand: CatalogCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Tells in words what is other in pictures.",
    discussion: """
      Compares the .drawio and .drawio.svg files of two folders or revisions of git, or two files. \
      No code is compiled or drawn. Ends with status 0 also where something is other.
      """)

  @Argument(
    help: ArgumentHelp(
      "The earlier pictures: a revision of git, a folder or a file. (default: HEAD)",
      valueName: "from"), transform: path)
  var from = "HEAD"

  @Argument(
    help: ArgumentHelp("The later ones. (default: what is here)", valueName: "to"), transform: path)
  var to = "."

  @Flag(help: "Print the changes as JSON.")
  var json = false

  @Flag(help: "Print the changes as Markdown, for a pull request.")
  var markdown = false

  @Option(
    help: ArgumentHelp(
      "Draw what was and what is in one picture: an SVG file, or a folder for several.",
      valueName: "path"),
    completion: .file(), transform: path)
  var overlay: String?

  func validate() throws {
    guard !json || !markdown else {
      throw ValidationError("--json and --markdown exclude each other")
    }
  }

  func run(console: Console) async throws -> ExitStatus {
    let report = DiffReport(from: try PictureSet(from), to: try PictureSet(to))
    let lines =
      json
      ? [report.json.description] : markdown ? report.markdown : report.text(console.output.ink)
    if let overlay { try report.writeOverlays(at: overlay) }
    try console.output.write(lines)
    return .success
  }
}
