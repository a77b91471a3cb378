import ArgumentParser
import DiagramDSL
import DiagramEngine
import DiagramModel

/// `list`: tells what there is to draw.
struct ListCommand<Program: DiagramProgram>: CatalogCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "list",
      abstract: "Lists the series, their pictures and their files.",
      discussion: """
        On a terminal: each series with its pictures and their formats. In a pipe: one file a line.
        """)
  }

  @Flag(help: "Print series, pictures and files as JSON.")
  var json = false

  func run(console: Console) async throws -> ExitStatus {
    let series = Listing.all(of: Program.catalog, in: Program.outputs)
    let lines =
      if json {
        [Listing.json(of: series).description]
      } else if console.output.isTerminal {
        series.flatMap { $0.tree(console.output.ink) }
      } else {
        series.flatMap { $0.pictures.flatMap(\.files) + $0.files }
      }
    try console.output.write(lines)
    guard !series.isEmpty else {
      throw RenderOptions<Program>.drawsFiles ? UsageFailure.noFile : .emptyCatalog
    }
    guard Program.outputs.contains(where: { !$0.formats.isEmpty }) else {
      throw UsageFailure.noOutput
    }
    return .success
  }
}

/// What is called by one path: the pictures of all series of that path.
private struct Listing {
  let path: String
  var pictures: [(name: String, files: [String])] = []
  /// What holds all of them.
  let files: [String]

  /// The series by path, each once, where it stands first in the catalog.
  static func all(of catalog: [Series], in outputs: [Output]) -> [Listing] {
    var listings: [Listing] = []
    var indices: [String: Int] = [:]
    for series in catalog {
      let index = indices[series.path] ?? listings.count
      if index == listings.count {
        let files = outputs.flatMap { $0.paths(ofSeries: series.path) }
        listings.append(Listing(path: series.path, files: files))
      }
      indices[series.path] = index
      listings[index].pictures += series.pictures.map { picture in
        (picture.name, series.files(of: picture, in: outputs))
      }
    }
    return listings
  }

  func tree(_ ink: Ink) -> [String] {
    [ink.bold(path)]
      + pictures.map { picture in
        let formats = each(picture.files.compactMap(OutputFormat.init(ofFile:)))
        return "  \(picture.name)  "
          + ink.faint(formats.map { ".\($0.rawValue)" }.joined(separator: " "))
      } + files.map { "  " + ink.faint($0) }
  }

  static func json(of listings: [Listing]) -> JSON {
    let series = listings.map { listing in
      let pictures = listing.pictures.map { picture in
        JSON.object([
          ("name", .string(picture.name)), ("files", .array(picture.files.map(JSON.string))),
        ])
      }
      return JSON.object([
        ("path", .string(listing.path)), ("pictures", .array(pictures)),
        ("files", .array(listing.files.map(JSON.string))),
      ])
    }
    return .object([("series", .array(series))])
  }
}
