import ArgumentParser

/// The program itself, whose subcommands do the work.
struct RootCommand<Program: DiagramProgram>: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: programName,
      abstract: "Draws architecture diagrams that are written in Swift.",
      discussion: """
        A result goes to standard output, a mistake with its file and line to standard error. \
        Unless standard output is a terminal, there are no summaries and no colors. \
        NO_COLOR switches colors off.

        EXIT STATUS:
        \(exitStatuses)
        """,
      version: Program.version,
      subcommands: [
        RenderCommand<Program>.self, ListCommand<Program>.self, CheckCommand<Program>.self,
        LayoutCommand.self,
      ])
  }

  /// The name by which the program was called, without its folder.
  private static var programName: String {
    CommandLine.arguments.first?.split(separator: "/").last.map(String.init) ?? "diagen"
  }
}

/// A line for each exit status; the parser asks for the text above several times in each run.
private let exitStatuses =
  ExitStatus.allCases.map { "  \($0.rawValue)  \($0.meaning)" }.joined(separator: "\n")
