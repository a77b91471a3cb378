import ArgumentParser
import DiagramDSL

/// A command of a program that draws; those that work on a catalog know it by their `Program`.
protocol CatalogCommand: ParsableCommand {
  /// Carries the command out.
  ///
  /// - Throws: `DiagramError`, ``UsageFailure`` or ``FileFailures``.
  @MainActor
  func run(console: Console) async throws -> ExitStatus
}

/// A command line that asks for something there is not.
struct UsageFailure: Error, Equatable {
  let message: String
  let hints: [String]
}

/// Runs the command that `arguments` name, and tells the console what went wrong.
///
/// The catalog is made only when a command asks for it, so that the others start fast.
@MainActor
func run<Program: DiagramProgram>(
  _ program: Program.Type, arguments: [String], console: Console
) async -> ExitStatus {
  let arguments = RenderOptions<Program>.drawsFiles ? drawingFiles(arguments) : arguments
  do {
    try requireCommand(arguments, of: RootCommand<Program>.self)
    var command = try RootCommand<Program>.parseAsRoot(arguments)
    guard let command = command as? any CatalogCommand else {
      try command.run()
      return .success
    }
    return try await command.run(console: console)
  } catch {
    return console.report(error, parsedBy: RootCommand<Program>.self)
  }
}

/// The command line with its command, where only files are named: `shop.swift`, `--theme dark shop.swift`.
private func drawingFiles(_ arguments: [String]) -> [String] {
  guard let first = arguments.first, !rootWords.contains(first), !first.hasPrefix("-generate"),
    !first.hasPrefix("--generate"), !first.hasPrefix("--experimental"), !first.hasPrefix("---")
  else { return arguments }
  let isFirst = !first.hasPrefix("-") && DrawingSource.isMeant(by: first)
  let follows = first.hasPrefix("-") && arguments.contains(where: DrawingSource.hasEnding)
  return isFirst || follows ? ["render"] + arguments : arguments
}

/// What the root command understands itself.
private let rootWords: Set = [
  "render", "check", "explain", "list", "layout", "init", "diff", "preview", "mcp", "help",
  "--help", "-h",
  "--version",
]

/// Makes sure that the first word, or the one that `help` is asked for, names a command.
///
/// The parser would only say that it did not expect it.
private func requireCommand<Root: ParsableCommand>(
  _ arguments: [String], of root: Root.Type
) throws(UsageFailure) {
  let words = arguments.first == "help" ? arguments.dropFirst() : arguments[...]
  let commands = root.configuration.subcommands.compactMap { $0.configuration.commandName }
  guard let word = words.first, !word.hasPrefix("-"), !commands.contains(word), word != "help"
  else { return }
  throw UsageFailure(
    message: "there is no command “\(word)”",
    hints: [suggestion(for: word, among: commands) ?? "the commands are " + list(commands, "and")])
}
