import DiagramDSL
import DiagramEngine

/// A file that is not as the diagrams make it.
struct Finding: Hashable {
  /// What is wrong with the file.
  enum State: String, CaseIterable {
    case missing, stale, orphaned

    /// What to do about it, when `check` was called with `options`.
    func remedy(_ options: String) -> String {
      switch self {
      case .missing: "“render all\(options)” writes what is missing"
      case .stale: "“render all\(options)” writes anew what is stale"
      case .orphaned: "remove what is orphaned, or bring back the picture that made it"
      }
    }
  }

  let state: State
  /// As the user would write it: with the output folder.
  let path: String

  /// What is missing or stale of `files`, in their order.
  ///
  /// - Throws: ``FileFailure`` for a file that cannot be read.
  static func unlike(
    _ files: [RenderedFile], in folder: OutputFolder
  ) throws(FileFailure) -> [Finding] {
    var findings: [Finding] = []
    for file in files {
      switch try folder.content(of: file.path, upTo: file.bytes.count + 1) {
      case nil: findings.append(Finding(state: .missing, path: folder.path(of: file.path)))
      case file.bytes: break
      default: findings.append(Finding(state: .stale, path: folder.path(of: file.path)))
      }
    }
    return findings
  }

  /// The files of ours that nothing makes, by path; those of `formats` that one of `names` fits.
  ///
  /// They are looked for in the top folders of `catalog`. What is `made`, in this and in other
  /// folders, is named as in ``path``.
  /// - Throws: ``FileFailure`` for a file or folder that cannot be read.
  static func orphans(
    in folder: OutputFolder, of formats: [OutputFormat], below catalog: [Series],
    among names: [String], made: [String]
  ) throws(FileFailure) -> [Finding] {
    let made = Set(made)
    let patterns = names.map(NamePattern.init(selecting:))
    var orphans: [Finding] = []
    for path in try folder.files(in: topFolders(of: catalog)) {
      guard let format = OutputFormat(ofFile: path), formats.contains(format),
        patterns.contains(where: { $0.fits(format.picture(ofFile: path)) })
      else { continue }
      let shown = folder.path(of: path)
      guard !made.contains(shown), try isOurs(path, format, in: folder) else { continue }
      orphans.append(Finding(state: .orphaned, path: shown))
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
