import DiagramDSL
import DiagramEngine

/// A file that is not as the diagrams make it.
struct Finding: Equatable {
  /// What is wrong with the file.
  enum State: String, CaseIterable {
    case missing, stale, orphaned

    /// What to do about it.
    var remedy: String {
      switch self {
      case .missing: "“render all” writes what is missing"
      case .stale: "“render all” writes anew what is stale"
      case .orphaned: "remove what is orphaned, or bring back the picture that made it"
      }
    }
  }

  let state: State
  /// As the user would write it: with the output folder.
  let path: String

  /// Compares a folder with the `files` that the diagrams make; looks only at files of `formats`.
  ///
  /// - Returns: what is missing or stale in the order of `files`, then what is orphaned, by path.
  /// - Throws: ``FileFailure`` for a file or folder that cannot be read.
  static func all(
    in folder: OutputFolder, files: [RenderedFile], catalog: [Series], _ formats: [OutputFormat]
  ) throws(FileFailure) -> [Finding] {
    var findings: [Finding] = []
    for file in files {
      switch try folder.content(of: file.path, upTo: file.bytes.count + 1) {
      case nil: findings.append(Finding(state: .missing, path: folder.path(of: file.path)))
      case file.bytes: break
      default: findings.append(Finding(state: .stale, path: folder.path(of: file.path)))
      }
    }
    return try findings + orphans(in: folder, catalog: catalog, formats)
  }

  private static func orphans(
    in folder: OutputFolder, catalog: [Series], _ formats: [OutputFormat]
  ) throws(FileFailure) -> [Finding] {
    let made = Set(catalog.flatMap { series in series.pictures.flatMap { series.files(of: $0) } })
    var orphans: [Finding] = []
    for path in try folder.files(in: topFolders(of: catalog)) {
      guard let format = OutputFormat(ofFile: path), formats.contains(format) else { continue }
      guard !made.contains(path), try isOurs(path, format, in: folder) else { continue }
      orphans.append(Finding(state: .orphaned, path: folder.path(of: path)))
    }
    return orphans
  }

  /// The first component of each series' path, each once; empty for a series in the output folder.
  private static func topFolders(of catalog: [Series]) -> [String] {
    Set(catalog.map { $0.path.split(separator: "/").first.map(String.init) ?? "" }).sorted()
  }

  /// Whether diagen wrote the file, by the mark in its root element; the file is not parsed.
  private static func isOurs(
    _ path: String, _ format: OutputFormat, in folder: OutputFolder
  ) throws(FileFailure) -> Bool {
    try folder.content(of: path, upTo: 2048)?.contains(Array(format.mark.utf8)) ?? false
  }
}
