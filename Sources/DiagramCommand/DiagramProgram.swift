import DiagramRender

/// A program that draws a catalog: its whole command line comes with the conformance.
///
/// ```swift
/// import DiagramCommand
/// @main struct Chapter: DiagramProgram { static let catalog = [architecture] }
/// ```
/// It is called by the name of its executable: `chapter render all`, `chapter check`.
public protocol DiagramProgram: Sendable {
  /// Every series that the program draws, in the order in which `list` shows them.
  static var catalog: [Series] { get }

  /// Where the images lie, in which theme and formats: what `render` writes and `check` compares
  /// unless the command line says otherwise.
  ///
  /// Unless given, the folder of the call, in the default theme and all formats.
  static var outputs: [Output] { get }

  /// Folders of icons of your own, beside those that come with the language; none unless given.
  static var icons: [IconFolder] { get }

  /// What `--version` prints; unless given, the version of diagen.
  static var version: String { get }
}

/// A program that also draws Swift files that its command line names: `diagen shop.swift`.
package protocol FileDrawingProgram: DiagramProgram {}

/// Whether this program lies where `Scripts/install` put it, and not in the build of its package.
package let isInstalled =
  programFolder.map { (try? FileKind(at: installedFolder(of: $0))) == .folder } ?? false

extension DiagramProgram {
  /// The folder of the call, in the default theme and all formats.
  public static var outputs: [Output] { [Output()] }

  /// No icons but those that come with the language.
  public static var icons: [IconFolder] { [] }

  /// The version of diagen that draws.
  public static var version: String { diagenVersion }

  /// Runs the command that the arguments name, and ends the process with its exit status.
  @MainActor
  public static func main() async {
    ignoreFileSizeSignal()
    let arguments = Array(CommandLine.arguments.dropFirst())
    exitProcess(await run(Self.self, arguments: arguments, console: .standard))
  }
}

/// The version that `--version` prints.
let diagenVersion = generatorVersion
