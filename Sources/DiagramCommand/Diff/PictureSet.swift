import DiagramEngine

/// The files of pictures of one side of a comparison: a folder, a file, or a revision of git.
struct PictureSet {
  /// The bytes by the path of the picture, without an extension.
  private(set) var files: [String: [UInt8]] = [:]

  /// What a word of the command line means: what is there first, then what git calls so.
  ///
  /// - Throws: ``UsageFailure`` for what is neither, ``FileFailure``.
  init(_ name: String) throws {
    switch try FileKind(at: name, followsLinks: true) {
    case .file:
      // Two files are one picture, whatever they are called.
      let bytes = try NamedFile(path: name).read()
      guard DrawnPicture.isDrawing(bytes) else {
        throw UsageFailure(
          message: "“\(name)” is no drawing that tells its boxes",
          hints: [
            "name a .drawio or .drawio.svg file, a folder of them or a revision of git; a plain SVG shows boxes, and "
              + "does not tell them"
          ])
      }
      if let pages = DrawnPicture.pages(of: bytes), pages.count > 1 {
        for page in pages { files[page.name] = page.bytes }
      } else {
        files[""] = bytes
      }
    case .folder:
      let folder = OutputFolder(path: name)
      let names = try OutputFolder.names(in: name).filter { !$0.hasPrefix(".") }
      for file in try folder.files(in: [""] + names.filter(folder.holdsFolder)) {
        try add(file) { () throws(FileFailure) in
          try NamedFile(path: folder.path(of: file)).read()
        }
      }
    case .nothing, .link, .other: try readRevision(name)
    }
  }

  /// Takes a file that holds a drawing; of several of one picture, the one of the first format of these.
  private mutating func add(_ file: String, _ read: () throws(FileFailure) -> [UInt8]) throws {
    if OutputFormat(ofFile: file) == .drawioPages {
      let folder = file.lastIndex(of: "/").map { file[...$0] } ?? ""
      for page in DrawnPicture.pages(of: try read()) ?? [] where files[folder + page.name] == nil {
        files[folder + page.name] = page.bytes
      }
      return
    }
    for (rank, format) in Self.formats.enumerated() where file.hasSuffix(format) {
      let picture = String(file.dropLast(format.count))
      if rank == 0 || files[picture] == nil { files[picture] = try read() }
      return
    }
  }

  private static let formats = [".drawio", ".drawio.svg"]

  // MARK: Git

  private mutating func readRevision(_ name: String) throws {
    guard !name.hasPrefix("-"),
      let id = output(of: ["git", "rev-parse", "--verify", "--quiet", "\(name)^{commit}"])
    else {
      throw UsageFailure(
        message: "“\(name)” is neither a file nor a folder nor a revision of git",
        hints: ["diagen diff HEAD~1 . compares the last but one commit with what is here"])
    }
    let revision = String(decoding: id.prefix { $0 != 10 }, as: UTF8.self)
    let list = output(of: ["git", "ls-tree", "-r", "-z", "--name-only", revision, "--", "."]) ?? []
    let names = list.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
      .filter { name in Self.formats.contains(where: name.hasSuffix) }
    guard !names.isEmpty else { return }
    // One start of git for all of them.
    guard
      let archive = output(
        of: ["git", "--literal-pathspecs", "archive", "--format=tar", revision, "--"] + names)
    else { throw FileFailure(action: .read, path: name, reason: "git does not tell its files") }
    for (file, bytes) in TarArchive(archive).files { try add(file) { bytes } }
  }
}

extension OutputFolder {
  /// Whether a folder of that name lies in it.
  fileprivate func holdsFolder(_ name: String) -> Bool {
    (try? FileKind(at: path(of: name))) == .folder
  }
}
