import ArgumentParser
import DiagramDSL
import DiagramEngine

/// `list`: tells what there is to draw.
struct ListCommand: CatalogCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "Lists the series, their pictures and their files.",
    discussion: """
      On a terminal: each series with its pictures and their formats. In a pipe: one file a line.
      """)

  @Flag(help: "Print series, pictures and files as JSON.")
  var json = false

  func run(on catalog: () -> [Series], console: Console) async throws -> ExitStatus {
    let catalog = catalog()
    let lines =
      if json {
        [Self.json(of: catalog).description]
      } else if console.output.isTerminal {
        catalog.flatMap { Self.tree(of: $0, console.output.ink) }
      } else {
        catalog.flatMap { series in series.pictures.flatMap { series.files(of: $0) } }
      }
    try console.output.write(lines)
    return .success
  }

  private static func tree(of series: Series, _ ink: Ink) -> [String] {
    let formats = OutputFormat.allCases.map { ".\($0.rawValue)" }.joined(separator: " ")
    return [ink.bold(series.path)] + series.pictures.map { "  \($0.name)  \(ink.faint(formats))" }
  }

  private static func json(of catalog: [Series]) -> JSON {
    let series = catalog.map { series in
      let pictures = series.pictures.map { picture in
        JSON.object([
          ("name", .string(picture.name)),
          ("files", .array(series.files(of: picture).map(JSON.string))),
        ])
      }
      return JSON.object([("path", .string(series.path)), ("pictures", .array(pictures))])
    }
    return .object([("series", .array(series))])
  }
}
