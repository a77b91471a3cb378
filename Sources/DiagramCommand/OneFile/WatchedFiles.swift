/// What the files of drawings look like at a moment, without reading them: where it is another one, they are
/// drawn anew.
struct WatchedFiles: Equatable {
  private let stamps: [ProgramStamp]

  /// The files that `names` mean; what is not there has no stamp.
  init(_ names: [String]) {
    stamps = names.flatMap { name -> [ProgramStamp] in
      guard (try? FileKind(at: name, followsLinks: true)) == .folder else {
        return ProgramStamp(at: name).map { [$0] } ?? []
      }
      let files = ((try? OutputFolder.names(in: name)) ?? []).filter(DrawingSource.hasEnding)
      return files.sorted().compactMap { ProgramStamp(at: OutputFolder(path: name).path(of: $0)) }
    }
  }

  /// All below a folder that may decide on drawings; what is hidden, and so what is built, is not looked at.
  init(below folder: String) {
    var stamps: [ProgramStamp] = []
    var folders = [folder]
    while let folder = folders.popLast() {
      for name in ((try? OutputFolder.names(in: folder)) ?? []).sorted()
      where !name.hasPrefix(".") {
        let path = OutputFolder(path: folder).path(of: name)
        if Self.endings.contains(where: name.hasSuffix) {
          if let stamp = ProgramStamp(at: path) { stamps.append(stamp) }
        } else if (try? FileKind(at: path)) == .folder {
          folders.append(path)
        }
      }
    }
    self.stamps = stamps
  }

  /// Whether one of them is empty, as an editor leaves it for a moment before it writes.
  var holdEmpty: Bool { stamps.contains { $0.size == 0 } }

  /// Of code, and of what code reads to draw.
  private static let endings = [".swift", ".svg", ".png", ".yaml", ".yml"]
}

/// Tells when what is watched has to be drawn.
struct ChangeWatch {
  private var drawn: WatchedFiles?
  private var emptySince: ContinuousClock.Instant?

  /// Whether the files, as they are at a moment, are others than those that this was said of last, and written to
  /// their ends.
  mutating func isToBeDrawn(_ files: WatchedFiles, at now: ContinuousClock.Instant) -> Bool {
    emptySince = files.holdEmpty ? emptySince ?? now : nil
    // Most editors cut a file before they fill it; one that stays empty is so by will.
    let isCut = emptySince.map { now - $0 < Self.patience } ?? false
    guard files != drawn, !isCut else { return false }
    drawn = files
    return true
  }

  static let patience = Duration.milliseconds(400)
}
