import ArgumentParser
import DiagramDSL

/// A command that works on a catalog, which it is handed: no command knows where it comes from.
protocol CatalogCommand: ParsableCommand {
  /// Carries the command out; `catalog` makes the catalog, which not every command needs.
  ///
  /// - Throws: `DiagramError`, ``UsageFailure`` or ``FileFailures``.
  @MainActor
  func run(on catalog: () -> [Series], console: Console) async throws -> ExitStatus
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
  do {
    var command = try RootCommand<Program>.parseAsRoot(arguments)
    guard let command = command as? any CatalogCommand else {
      try command.run()
      return .success
    }
    return try await command.run(on: { Program.catalog }, console: console)
  } catch {
    return console.report(error, parsedBy: RootCommand<Program>.self)
  }
}
