import DiagramCatalog
import DiagramCommand

/// The program that draws Swift files, and this package's own catalog.
@main struct Diagen: FileDrawingProgram {
  /// Who installed it has no use for the drawings of this package.
  static let catalog = isInstalled ? [] : DiagramCatalog.catalog

  /// For the slides, and on white for those who read the README in light colours.
  static let outputs =
    isInstalled
    ? [Output()]
    : [Output(theme: .dark), Output("Documentation/light", theme: .light, formats: [.svg])]
}
