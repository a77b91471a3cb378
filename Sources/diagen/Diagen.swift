import DiagramCatalog
import DiagramCommand

/// The program that draws this package's own catalog.
@main struct Diagen: DiagramProgram { static let catalog = DiagramCatalog.catalog }
