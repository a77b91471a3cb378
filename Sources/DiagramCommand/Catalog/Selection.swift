import DiagramDSL
import DiagramEngine
import DiagramModel

/// The part of a catalog that a command line names.
struct Selection {
  /// The series of which something is selected, in the order of the catalog.
  let series: [Series]
  /// The selected pictures, as paths without extension.
  private let pictures: Set<String>

  /// The series and pictures that at least one of `names` fits; `all` fits everything.
  ///
  /// - Throws: ``UsageFailure`` for a name that fits nothing, with the nearest names as hints.
  init(_ names: [String], of catalog: [Series]) throws(UsageFailure) {
    // A series without pictures is a mistake, but to be told so, it must be selected.
    let paths = catalog.map { series in
      series.pictures.isEmpty ? [series.path] : series.pictures.map(series.path(of:))
    }
    var selected: Set<String> = []
    for name in names {
      let fitting = paths.joined().filter(NamePattern(selecting: name).fits)
      guard !fitting.isEmpty || name == "all" else {
        throw Self.unknown(name, among: Array(paths.joined()))
      }
      selected.formUnion(fitting)
    }
    pictures = selected
    series = catalog.indices.filter { !selected.isDisjoint(with: paths[$0]) }.map { catalog[$0] }
  }

  /// Whether the file belongs to a selected picture.
  func contains(_ file: RenderedFile) -> Bool {
    guard let format = OutputFormat(ofFile: file.path) else { return false }
    return pictures.contains(format.picture(ofFile: file.path))
  }

  private static func unknown(_ name: String, among paths: [String]) -> UsageFailure {
    let parts = paths.flatMap { path in
      let folders = path.split(separator: "/")
      return folders.map(String.init)
        + folders.indices.dropFirst().map { folders[...$0].joined(separator: "/") }
    }
    let near = nearest(to: name, among: parts)
    return UsageFailure(
      message: "no series or picture is called “\(name)”",
      hints: near.isEmpty
        ? ["list shows what there is"]
        : ["did you mean \(near.map { "“\($0)”" }.joined(separator: " or "))?"])
  }
}
