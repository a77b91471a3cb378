import DiagramDSL
import DiagramEngine
import DiagramModel

/// The part of a catalog that a command line names.
struct Selection {
  /// The series of which something is selected, in the order of the catalog.
  let series: [Series]
  /// The selected pictures, as paths without extension.
  private let pictures: Set<String>
  private let catalog: [Series]

  /// How names are read, for the help.
  static let rules = """
    Names are patterns as in .gitignore: * and ? stand for anything but a slash, [a-z] for \
    one of a set, ** for any folders. A pattern without a slash fits a folder or picture at \
    any depth; one with a slash begins at the top.
    """

  /// The series and pictures that at least one of `names` fits, as far as they belong to a shard; `all`
  /// fits everything.
  ///
  /// - Throws: ``UsageFailure`` for an empty catalog, and for a name that fits nothing, with the
  ///   nearest names as hints.
  init(_ names: [String], of catalog: [Series], _ shard: Shard = .all) throws(UsageFailure) {
    guard !catalog.isEmpty else { throw .emptyCatalog }
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
    let fitting = catalog.indices.filter { !selected.isDisjoint(with: paths[$0]) }
    // What lies in one folder may be in one file.
    let folders = Set(shard.part(of: each(fitting.map { catalog[$0].path })))
    let chosen = fitting.filter { folders.contains(catalog[$0].path) }
    pictures = selected.intersection(chosen.flatMap { paths[$0] })
    self.catalog = catalog
    series = chosen.map { catalog[$0] }
  }

  /// What has to be drawn for these formats: a file that holds a whole folder needs all series that lie there.
  func series(for formats: [OutputFormat]) -> [Series] {
    guard formats.contains(where: \.holdsSeries) else { return series }
    let paths = Set(series.map(\.path))
    return catalog.filter { paths.contains($0.path) }
  }

  /// Whether the file belongs to a selected picture, or holds one.
  func contains(_ file: RenderedFile) -> Bool {
    guard let format = OutputFormat(ofFile: file.path) else { return false }
    return format.holdsSeries || pictures.contains(format.picture(ofFile: file.path))
  }

  private static func unknown(_ name: String, among paths: [String]) -> UsageFailure {
    let parts = paths.flatMap { path in
      let folders = path.split(separator: "/")
      return folders.map(String.init)
        + folders.indices.dropFirst().map { folders[...$0].joined(separator: "/") }
    }
    return UsageFailure(
      message: "no series or picture is called “\(name)”",
      hints: [suggestion(for: name, among: parts) ?? "list shows what there is"])
  }

  /// What a shell offers for a name, which it compares with what was typed: `all`, the series, and
  /// the pictures with and without the path of their series.
  static func completions<Program: DiagramProgram>(
    in program: Program.Type
  ) -> @Sendable ([String], Int, String) -> [String] {
    { _, _, _ in
      let catalog = Program.catalog
      let pictures = catalog.flatMap { series in
        series.pictures.map { (name: $0.name, path: series.path(of: $0)) }
      }
      let names = catalog.map(\.path) + pictures.map(\.name) + pictures.map(\.path)
      return each(["all"] + names)
    }
  }
}

extension UsageFailure {
  /// There is nothing to draw, whatever is asked for.
  static let emptyCatalog = UsageFailure(
    message: "the catalog is empty", hints: ["list a Series in “catalog” of the program"])

  /// There is no catalog, since this program draws files.
  static let noFile = UsageFailure(
    message: "diagen draws files, and none is named",
    hints: ["name one, as in diagen shop.swift; “diagen init chapter” makes a package for more"])

  /// There is nowhere to draw.
  static let noOutput = UsageFailure(
    message: "the program states no output", hints: ["write one in “outputs”: Output()"])
}
