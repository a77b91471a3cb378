import ArgumentParser
import DiagramCommand

@main struct Diagen: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diagen", subcommands: [LayoutCommand.self])
}
