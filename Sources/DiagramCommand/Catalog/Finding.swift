import DiagramDSL
import DiagramEngine

/// A file that is not as the diagrams make it.
struct Finding: Hashable {
  /// What is wrong with the file.
  enum State: String, CaseIterable {
    case missing
    case codeChanged = "code changed"
    case otherVersion = "drawn by another version of diagen"
    case merged
    case crlf = "CRLF check-out"
    case edited, foreign, orphaned

    /// What to do about it, when `check` was called with `options`.
    func remedy(_ options: String) -> String {
      switch self {
      case .missing: "“render all\(options)” writes what is missing"
      case .codeChanged: "“render all\(options)” draws anew what the code changed"
      case .otherVersion: "“render all\(options)” draws with this version what another one drew"
      case .merged: "“render all\(options)” draws anew what git merged"
      case .crlf:
        "git changed the line breaks: “*.svg -text” and “*.drawio -text” in .gitattributes keep them"
      case .edited: "“render” keeps what was edited: \(Ownership.wayOut)"
      case .foreign: "“render” keeps what diagen did not draw: \(Ownership.wayOut)"
      case .orphaned:
        "“render all\(options) --prune” removes what is orphaned and unchanged, or bring back its picture"
      }
    }
  }

  let state: State
  /// As the user would write it: with the output folder.
  let path: String
  /// Why, where the state does not tell.
  var reason: String?
}

extension Finding {
  /// What of the `files` that the diagrams make is not so in a folder, in their order.
  ///
  /// - Throws: ``FileFailure`` for a file or folder that cannot be read.
  static func unlike(
    _ files: [RenderedFile], in folder: OutputFolder
  ) throws(FileFailure) -> [Finding] {
    let images = ImageWriter(to: folder)
    var findings: [Finding] = []
    for file in files {
      guard let finding = try finding(about: file, in: folder, images) else { continue }
      findings.append(finding)
    }
    return findings
  }

  /// The files at `paths`, which no picture makes any more; with a reason for each that is kept.
  ///
  /// - Throws: ``FileFailure`` for a file that cannot be read.
  static func orphaned(
    _ paths: [String], in folder: OutputFolder
  ) throws(FileFailure) -> [Finding] {
    let images = ImageWriter(to: folder)
    var findings: [Finding] = []
    for path in paths {
      let bytes = try NamedFile(path: folder.path(of: path)).read()
      let ownership = images.ownership(of: bytes, at: path, drawn: nil)
      findings.append(
        Finding(
          state: .orphaned, path: folder.path(of: path),
          reason: ownership.isReplaceable ? nil : ownership.reason))
    }
    return findings
  }

  private static func finding(
    about file: RenderedFile, in folder: OutputFolder, _ images: ImageWriter
  ) throws(FileFailure) -> Finding? {
    let path = folder.path(of: file.path)
    guard let start = try folder.content(of: file.path, upTo: file.bytes.count + 1),
      !start.isEmpty
    else { return Finding(state: .missing, path: path) }
    if start == file.bytes { return nil }
    let bytes = try NamedFile(path: path).read()
    let ownership = images.ownership(of: bytes, at: file.path, drawn: file.bytes)
    switch ownership {
    case .checkedOutWithCRLF where bytes.withoutCRLF == file.bytes:
      return Finding(state: .crlf, path: path)
    case .unchanged(let version), .checkedOutWithCRLF(let version):
      return Finding(state: version == diagenVersion ? .codeChanged : .otherVersion, path: path)
    case .merged: return Finding(state: .merged, path: path)
    case .edited: return Finding(state: .edited, path: path, reason: ownership.reason)
    case .foreign: return Finding(state: .foreign, path: path)
    }
  }
}

extension [UInt8] {
  /// The bytes with each CR LF as the LF that it was made of.
  fileprivate var withoutCRLF: [UInt8] {
    indices.filter { self[$0] != 0x0D || $0 + 1 == count || self[$0 + 1] != 0x0A }.map { self[$0] }
  }
}
