import DiagramDSL
import DiagramEngine

/// The files that diagen wrote once and that no picture of a catalog makes any more.
struct Orphans {
  private let catalog: [Series]
  private let formats: [OutputFormat]

  /// Looks only for files of `formats`.
  init(of catalog: [Series], _ formats: [OutputFormat]) {
    self.catalog = catalog
    self.formats = formats
  }

  /// The orphans in the top folders of the series, by path, without the output folder; those that
  /// one of `names` fits.
  ///
  /// What does not say in its root element that diagen wrote it is none.
  /// - Throws: ``FileFailure`` for a file or folder that cannot be read.
  func all(in folder: OutputFolder, named names: [String] = ["all"]) throws(FileFailure) -> [String]
  {
    let patterns = names.map(NamePattern.init(selecting:))
    let made = Set(catalog.flatMap { series in series.pictures.flatMap { series.files(of: $0) } })
    var orphans: [String] = []
    for path in try folder.files(in: topFolders) where !made.contains(path) {
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
