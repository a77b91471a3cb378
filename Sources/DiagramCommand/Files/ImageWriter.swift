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
  /// How files are made that another program makes.
  let conversion: Conversion
  private let git: GitHistory

  /// A writer of files that are not converted.
  init(to folder: OutputFolder, isForced: Bool = false) {
    self.init(to: folder, Conversion(scale: .natural), isForced: isForced)
  }

  init(to folder: OutputFolder, _ conversion: Conversion, isForced: Bool = false) {
    self.folder = folder
    self.conversion = conversion
    self.isForced = isForced
    git = GitHistory(of: folder)
  }

  /// What is to become of files, so that whatever stands in the way of one of them is known before any is written.
  struct Plan {
    let files: [RenderedFile]
    fileprivate let fates: [Result<Fate, FileFailure>]

    /// What stands in the way.
    var failures: [FileFailure] {
      fates.compactMap { if case .failure(let failure) = $0 { failure } else { nil } }
    }
  }

  /// What is to become of a file.
  fileprivate enum Fate {
    case settled(ImageOutcome)
    /// It takes the place of what has the stamp.
    case written(over: FileStamp?)
  }

  /// Looks what is to become of files; writes nothing.
  func plan(_ files: [RenderedFile]) -> Plan {
    Plan(
      files: files,
      fates: files.map { file in
        Result { () throws(FileFailure) in try fate(of: file) }
      })
  }

  /// Writes the files of a plan unless they have these bytes already or are a person's.
  ///
  /// At any moment, and whatever interrupts, there is the old file or the new one, never a part.
  /// Some dozens at a time are first written, then brought to the disk, then renamed: that takes a
  /// fraction of the time of one after the other.
  /// - Returns: what became of each, in their order.
  func write(_ plan: Plan) -> [Result<ImageOutcome, FileFailure>] {
    stride(from: 0, to: plan.files.count, by: 32).flatMap { start in
      let range = start..<min(start + 32, plan.files.count)
      return withTerminationHeldBack {
        writeTogether(plan.files[range], plan.fates[range])
      }
    }
  }

  private func writeTogether(
    _ files: ArraySlice<RenderedFile>, _ fates: ArraySlice<Result<Fate, FileFailure>>
  ) -> [Result<ImageOutcome, FileFailure>] {
    let prepared = files.indices.map { index in
      fates[index].flatMap { fate in
        Result { () throws(FileFailure) in try step(of: fate, for: files[index], number: index) }
      }
    }
    let synchronized = prepared.map { step in
      step.flatMap { step in
        Result { () throws(FileFailure) in
          if case .waiting(let replacement, _) = step { try replacement.synchronize() }
          return step
        }
      }
    }
    let outcomes = zip(files, synchronized).map { file, step in
      step.flatMap { step in Result { () throws(FileFailure) in try finish(step, for: file) } }
    }
    Replacement.synchronizeFolders(
      of: zip(files, outcomes).compactMap { file, outcome in
        (try? outcome.get()) == .written ? folder.path(of: file.path) : nil
      })
    return outcomes
  }

  /// How far a file has come.
  private enum Step {
    case settled(ImageOutcome)
    /// The new file waits to take the place of what had the stamp.
    case waiting(Replacement, FileStamp?)
  }

  /// - Throws: ``FileFailure`` for what cannot be read or written, and for a link, or a path through one, that leads
  ///   out of the folder.
  private func fate(of file: RenderedFile) throws(FileFailure) -> Fate {
    try folder.requireBelow(file.path)
    let stamp = FileStamp(at: folder.path(of: file.path))
    if let outcome = try standing(file) { return .settled(outcome) }
    try folder.requireRoom(for: file.path)
    return .written(over: stamp)
  }

  private func step(
    of fate: Fate, for file: RenderedFile, number: Int = 0
  ) throws(FileFailure) -> Step {
    switch fate {
    case .settled(let outcome): .settled(outcome)
    case .written(let stamp): .waiting(try folder.replacement(for: file, number: number), stamp)
    }
  }

  /// Puts the new file in its place; what another program wrote in the meantime is looked at anew.
  private func finish(_ step: Step, for file: RenderedFile) throws(FileFailure) -> ImageOutcome {
    let target = folder.path(of: file.path)
    var step = step
    for _ in 0..<100 {
      switch step {
      case .settled(let outcome): return outcome
      case .waiting(let replacement, let stamp):
        if try replacement.takePlace(when: { FileStamp(at: target) == stamp }) { return .written }
      }
      step = try self.step(of: fate(of: file), for: file)
      if case .waiting(let replacement, _) = step { try replacement.synchronize() }
    }
    if case .waiting(let replacement, _) = step { _ = try replacement.takePlace(when: { false }) }
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
