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
}
