import DiagramDSL
import DiagramEngine
import DrawingExchange

/// The files that diagen wrote once and that no picture of a catalog makes any more.
struct Orphans {
  /// Where they are looked for, below an output folder; of what lies deeper than a path, or all.
  private var folders: (top: Set<String>, only: Set<String>)
  /// What the outputs make, with their folders.
  private var made: Set<String>

  /// Nothing is one.
  static let none = Orphans(of: [], beside: [])

  /// What one of `outputs` makes is an orphan in none of them.
  init(of catalog: [Series], beside outputs: [Output]) {
    // The first component of each series' path; empty for a series in the output folder.
    folders = (Set(catalog.map { $0.path.split(separator: "/").first.map(String.init) ?? "" }), [])
    made = Set(outputs.flatMap { $0.paths(of: catalog) })
  }

  /// Adds what a folder of files draws. Other files may draw into the folders above and below those of its
  /// series; and of a single file nobody knows what its neighbours draw.
  mutating func add(_ series: [DrawingAnswer.Outline], in output: Output, of source: DrawingSource)
  {
    for series in series {
      if source.isFolder { folders.only.insert(series.path) }
      made.formUnion(output.paths(ofSeries: series.path))
      for picture in series.pictures {
        let path = series.path.isEmpty ? picture : "\(series.path)/\(picture)"
        made.formUnion(
          output.formats.filter { !$0.holdsSeries }.map {
            OutputFolder(path: output.folder).path(of: "\(path).\($0.rawValue)")
          })
      }
    }
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
    for path in try folder.files(in: folders.top.union(folders.only).sorted())
    where !made.contains(folder.path(of: path)) && isInside(path) {
      guard let format = OutputFormat(ofFile: path), formats.contains(format),
        patterns.contains(where: { $0.fits(format.picture(ofFile: path)) }),
        let start = try folder.content(
          of: path, upTo: format.markReach ?? NamedFile.mostMegabytes << 20),
        format.mark(of: start) != nil
      else { continue }
      orphans.append(path)
    }
    return orphans
  }

  /// Whether a file lies where orphans are looked for.
  private func isInside(_ path: String) -> Bool {
    let top = path.firstIndex(of: "/").map { String(path[..<$0]) } ?? ""
    let parent = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
    return folders.top.contains(top) || folders.only.contains(parent)
  }
}
