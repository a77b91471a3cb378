import DiagramEngine

/// What became of an image.
enum ImageOutcome: Equatable {
  case written, unchanged, removed
  /// What lies there is no drawing of ours as we wrote it.
  case kept(Ownership)
}

/// Writes and removes images, but nothing that a person made or changed.
struct ImageWriter {
  let folder: OutputFolder
  /// Whether files are written whatever lies there.
  var isForced = false
  private let git: GitHistory

  init(to folder: OutputFolder, isForced: Bool = false) {
    self.folder = folder
    self.isForced = isForced
    git = GitHistory(of: folder)
  }

  /// Writes a file unless it has these bytes already or is a person's.
  ///
  /// When another program writes it at the same time, that file is looked at in turn.
  /// - Throws: ``FileFailure`` also for a link, or a path through one, that leads out of the folder.
  func write(_ file: RenderedFile) throws(FileFailure) -> ImageOutcome {
    try folder.requireBelow(file.path)
    let target = folder.path(of: file.path)
    for _ in 0..<100 {
      let stamp = FileStamp(at: target)
      if let outcome = try standing(file) { return outcome }
      if try folder.write(file, when: { FileStamp(at: target) == stamp }) { return .written }
    }
    throw FileFailure(action: .write, path: target, reason: "another program keeps writing it")
  }

  /// What becomes of the file without writing it; nil if it is to be written.
  private func standing(_ file: RenderedFile) throws(FileFailure) -> ImageOutcome? {
    guard let start = try folder.content(of: file.path, upTo: file.bytes.count + 1) else {
      return nil
    }
    if start == file.bytes { return .unchanged }
    // Nothing is lost with an empty file, and writing over a link is refused.
    guard !isForced, !start.isEmpty, let whole = try folder.fileContent(of: file.path) else {
      return nil
    }
    let ownership = ownership(of: whole, at: file.path, drawn: file.bytes)
    return ownership.isReplaceable ? nil : .kept(ownership)
  }

  /// Whose the file with these bytes is; `drawn` is what the diagrams make of it.
  func ownership(of bytes: [UInt8], at file: String, drawn: [UInt8]?) -> Ownership {
    guard let format = OutputFormat(ofFile: file) else { return .foreign }
    return Ownership(of: bytes, at: file, as: format, drawn: drawn, git: git)
  }

  /// Removes a file that no diagram makes any more, unless a person changed it; not even by force.
  func remove(_ file: String) throws(FileFailure) -> ImageOutcome {
    guard let bytes = try folder.fileContent(of: file) else { return .removed }
    let ownership = ownership(of: bytes, at: file, drawn: nil)
    guard ownership.isReplaceable else { return .kept(ownership) }
    try NamedFile(path: folder.path(of: file)).remove()
    return .removed
  }
}
