import ArgumentParser
import DiagramEngine
import DiagramModel

/// `explain`: tells why a box or an arrow lies where it does and is as large as it is.
struct ExplainCommand<Program: DiagramProgram>: CatalogCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "explain",
      abstract: "Tells why a box or an arrow lies where it does and is as large as it is.",
      discussion: """
        The last word names it: by its id, the end of its path of ids, as in worker/pod, or what is read of it; \
        an arrow also by its ends, as in "web -> store". What stands before it are names of series or pictures, \
        or files of drawings: explain shop.swift web. Nothing is written.
        """)
  }

  @Argument(
    help: ArgumentHelp(
      "Where to look, as for render, and last the box or the arrow.", valueName: "name"))
  var words: [String]

  @OptionGroup var options: RenderOptions<Program>

  @Flag(help: "Print what is known as JSON.")
  var json = false

  func run(console: Console) async throws -> ExitStatus {
    let name = words[words.count - 1]
    if words.count == 1, RenderOptions<Program>.drawsFiles, DrawingSource.isMeant(by: name) {
      throw UsageFailure(
        message: "nothing of “\(name)” is named that is to be explained",
        hints: ["name a box or an arrow after it: diagen explain \(pathForShell(name)) BOX"])
    }
    let places = words.count > 1 ? Array(words.dropLast()) : ["all"]
    let drawn = try await options.drawn(
      places, reportsJSON: json, examining: .explanation, console)
    let found = try Self.explanations(of: name, among: drawn.explanations)
    try console.output.write(
      json
        ? [JSON.object([("explanations", .array(found.map(\.json)))]).description]
        : found.flatMap { $0.lines(console.output.ink) })
    return .success
  }

  /// What a name means: the one thing of this id or path, else all that end with it, else all that read so.
  ///
  /// - Throws: ``UsageFailure`` with the nearest names where it means nothing.
  private static func explanations(
    of name: String, among all: [Explanation]
  ) throws(UsageFailure) -> [Explanation] {
    let wanted = plain(name)
    let ways: [(Explanation) -> Bool] = [
      { $0.id == name || $0.path == name || plain($0.id) == wanted },
      { isEnd(wanted, of: plain($0.id)) },
      { plain($0.title) == wanted || plain($0.ends) == wanted },
    ]
    for fits in ways {
      let found = all.filter(fits)
      if !found.isEmpty { return found }
    }
    let names = all.flatMap {
      [$0.id, $0.title, $0.id.split(separator: "/").last.map(String.init) ?? ""]
    }
    throw UsageFailure(
      message: "nothing is called “\(name)”",
      hints: [
        suggestion(for: name, among: names.filter { !$0.isEmpty })
          ?? (all.isEmpty
            ? "nothing is drawn there"
            : "there are \(list(all.prefix(8).map { "“\($0.id)”" }, "and"))\(all.count > 8 ? " and more" : "")")
      ])
  }

  /// Whether a name is the end of a path, or, of an arrow, of the paths of both of its ends.
  private static func isEnd(_ name: String, of id: String) -> Bool {
    let (names, ids) = (name.split(separator: "→"), id.split(separator: "→"))
    return names.count == ids.count
      && zip(names, ids).allSatisfy { $1 == $0 || $1.hasSuffix("/\($0)") }
  }

  /// A name as people type it: arrows as signs, in lower case, without spaces around them.
  private static func plain(_ name: String) -> String {
    name.lowercased().replacing("-->", with: "→").replacing("->", with: "→")
      .split(separator: "→", omittingEmptySubsequences: false)
      .map { $0.split(separator: " ").joined(separator: " ") }.joined(separator: "→")
  }
}

extension Explanation {
  /// The path with that of the series, as findings of `check` have it.
  fileprivate var path: String { "\(series)#\(id)" }

  fileprivate func lines(_ ink: Ink) -> [String] {
    let file = SourcePath.ofProcess.relative(origin.file)
    return [
      "\(ink.bold(id)): \(kind.rawValue) “\(title)” of \(series), in \(list(pictures, "and"))",
      ink.faint("  \(file):\(origin.line):\(origin.column)"),
    ] + facts.map { "  \(ink.blue($0.topic.rawValue)): \($0.text)" }
  }

  fileprivate var json: JSON {
    .object([
      ("series", .string(series)), ("id", .string(id)), ("kind", .string(kind.rawValue)),
      ("title", .string(title)),
      ("file", .string(SourcePath.ofProcess.relative(origin.file))),
      ("line", .number(Int(clamping: origin.line))),
      ("column", .number(Int(clamping: origin.column))),
      ("pictures", .array(pictures.map(JSON.string))),
      (
        "facts",
        .array(
          facts.map { fact in
            .object([
              ("topic", .string(fact.topic.rawValue)), ("text", .string(fact.text)),
              ("evidence", .object(fact.evidence.map { ($0.name, JSON.number($0.value)) })),
            ])
          })
      ),
    ])
  }
}
