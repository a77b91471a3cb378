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
      let files = ((try? OutputFolder.names(in: name)) ?? []).filter { $0.hasSuffix(".swift") }
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

  /// Of code, and of what code reads to draw.
  private static let endings = [".swift", ".svg", ".png", ".yaml", ".yml"]
}
