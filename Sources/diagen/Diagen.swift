import DiagramCatalog
import DiagramCommand

/// The program that draws Swift files, and this package's own catalog.
@main struct Diagen: FileDrawingProgram {
  static let catalog = DiagramCatalog.catalog

  /// For the slides, and on white for those who read the README in light colours.
  static let outputs = [
    Output(theme: .dark), Output("Documentation/light", theme: .light, formats: [.svg]),
  ]
}
