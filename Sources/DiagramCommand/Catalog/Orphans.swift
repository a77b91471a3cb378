import DiagramDSL
import DiagramEngine

/// The files that diagen wrote once and that no picture of a catalog makes any more.
struct Orphans {
  private let catalog: [Series]
  /// What the outputs make, with their folders.
  private let made: Set<String>

  /// What one of `outputs` makes is an orphan in none of them.
  init(of catalog: [Series], beside outputs: [Output]) {
    self.catalog = catalog
    made = Set(outputs.flatMap { $0.paths(of: catalog) })
  }

  /// The orphans in the top folders of the series, by path, without the output folder; files of
  /// `formats` that one of `names` fits.
  ///
  /// What does not say in its root element that diagen wrote it is none.
  /// - Throws: ``FileFailure`` for a file or folder that cannot be read.
  func all(
    in folder: OutputFolder, of formats: [OutputFormat], named names: [String]
  ) throws(FileFailure) -> [String] {
    let patterns = names.map(NamePattern.init(selecting:))
    var orphans: [String] = []
    for path in try folder.files(in: topFolders) where !made.contains(folder.path(of: path)) {
      guard let format = OutputFormat(ofFile: path), formats.contains(format),
        patterns.contains(where: { $0.fits(format.picture(ofFile: path)) }),
        let start = try folder.content(of: path, upTo: 2048), format.mark(of: start) != nil
      else { continue }
      orphans.append(path)
    }
    return orphans
  }

  /// The first component of each series' path, each once; empty for a series in the output folder.
  private var topFolders: [String] {
    Set(catalog.map { $0.path.split(separator: "/").first.map(String.init) ?? "" }).sorted()
  }
}
