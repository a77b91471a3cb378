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
        NO_COLOR switches colors off.\(files)

        EXIT STATUS:
        \(exitStatuses)
        """,
      version: Program.version,
      subcommands: [
        RenderCommand<Program>.self, ListCommand<Program>.self, CheckCommand<Program>.self,
        ExplainCommand<Program>.self, LayoutCommand.self, DiffCommand.self,
        PreviewCommand<Program>.self, MCPCommand.self,
      ] + (RenderOptions<Program>.drawsFiles ? [InitCommand.self] : []))
  }

  /// What the program does with names of files, if it takes any.
  private static var files: String {
    guard RenderOptions<Program>.drawsFiles else { return "" }
    return """


      “\(programName) shop.swift” draws a file that holds import DiagramDSL and series, and nothing else; \
      the pictures land beside it, and “\(programName) shop.json” one that says the same in JSON, as other \
      programs write it. A folder of such files is drawn as a whole. All options of render hold.
      """
  }

  /// The name by which the program was called, without its folder.
  static var programName: String {
    CommandLine.arguments.first?.split(separator: "/").last.map(String.init) ?? "diagen"
  }
}

/// A line for each exit status; the parser asks for the text above several times in each run.
private let exitStatuses =
  ExitStatus.allCases.map { "  \($0.rawValue)  \($0.meaning)" }.joined(separator: "\n")
