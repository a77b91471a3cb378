import DiagramDSL
import DiagramEngine
import DiagramModel

/// A file that is not as the diagrams make it.
struct Drift: Hashable {
  /// What is wrong with the file.
  enum State: String, CaseIterable {
    case missing
    case codeChanged = "code changed"
    case otherVersion = "drawn by another version of diagen"
    case merged
    case crlf = "CRLF check-out"
    case edited, foreign, blocked, orphaned

    /// What to do about it, by the command that draws; `isOnlyMaking` says that nothing but how the files were
    /// made is known to be other.
    func remedy(_ drawing: String, isOnlyMaking: Bool) -> String {
      switch self {
      case .missing: "“\(drawing)” writes what is missing"
      case .codeChanged where isOnlyMaking: "“\(drawing)” draws it without that"
      case .codeChanged: "“\(drawing)” draws anew what the code changed"
      case .otherVersion: "“\(drawing)” draws with this version what another one drew"
      case .merged: "“\(drawing)” draws anew what git merged"
      case .crlf:
        "git changed the line breaks: “*.svg -text” and “*.drawio -text” in .gitattributes keep them"
      case .edited: "“render” keeps what was edited: \(Ownership.wayOut)"
      case .foreign: "“render” keeps what diagen did not draw: \(Ownership.wayOut)"
      case .blocked:
        "“render” writes over files only: move away what lies there in the place of one"
      case .orphaned:
        "“\(drawing) --prune” removes what is orphaned and unchanged, or bring back its picture"
      }
    }
  }

  let state: State
  /// As the user would write it: with the output folder.
  let path: String
  /// Why, where the state does not tell.
  var reason: String?
  /// What its texts are, where it shows the right picture with texts in another form than is asked for.
  var making: TextForm?
}

extension Drift {
  /// The same as a finding among others.
  var remark: Remark {
    let rule: Remark.Rule =
      switch state {
      case .missing: .missing
      case .codeChanged: .codeChanged
      case .otherVersion: .otherVersion
      case .merged: .merged
      case .crlf: .crlf
      case .edited: .edited
      case .foreign: .foreign
      case .blocked: .blocked
      case .orphaned: .orphaned
      }
    return Remark(
      rule, path, reason.map { "\(state.rawValue): \($0)" } ?? state.rawValue,
      at: Origin(path: path, line: 1, column: 1))
  }

  /// An orphan, which no picture makes any more; with a reason if it is kept.
  ///
  /// - Throws: ``FileFailure`` if it cannot be read.
  static func orphan(_ file: String, _ images: ImageWriter) throws(FileFailure) -> Drift {
    let path = images.folder.path(of: file)
    let ownership = images.ownership(of: try NamedFile(path: path).read(), at: file, drawn: nil)
    return Drift(
      state: .orphaned, path: path, reason: ownership.isReplaceable ? nil : ownership.reason)
  }

  /// What is wrong with a file that the diagrams make; nil for one that is as they make it.
  ///
  /// - Throws: ``FileFailure`` for a file or folder that cannot be read.
  static func unlike(
    _ file: RenderedFile, _ images: ImageWriter
  ) throws(FileFailure) -> Drift? {
    let folder = images.folder
    let path = folder.path(of: file.path)
    if try images.conversion.current(file, in: folder) != nil { return nil }
    if let obstacle = try folder.obstacle(of: file.path) {
      let reason =
        obstacle.path == path ? obstacle.reason : "“\(obstacle.path)”: \(obstacle.reason)"
      return Drift(state: .blocked, path: path, reason: reason)
    }
    guard let start = try folder.content(of: file.path, upTo: 1), !start.isEmpty else {
      return Drift(state: .missing, path: path)
    }
    let bytes = try NamedFile(path: path).read()
    let ownership = images.ownership(of: bytes, at: file.path, drawn: file.bytes)
    switch ownership {
    case .checkedOutWithCRLF where bytes.withoutCRLF == file.bytes:
      return Drift(state: .crlf, path: path)
    case .unchanged(let version), .checkedOutWithCRLF(let version):
      let making = images.conversion.otherMaking(of: bytes, for: file)
      return Drift(
        state: version == diagenVersion ? .codeChanged : .otherVersion, path: path,
        reason: making.map { "drawn with \($0.option)" }, making: making)
    case .merged: return Drift(state: .merged, path: path)
    case .edited: return Drift(state: .edited, path: path, reason: ownership.reason)
    case .foreign: return Drift(state: .foreign, path: path)
    }
  }
}

extension [UInt8] {
  /// The bytes with each CR LF as the LF that it was made of.
  fileprivate var withoutCRLF: [UInt8] {
    indices.filter { self[$0] != 0x0D || $0 + 1 == count || self[$0 + 1] != 0x0A }.map { self[$0] }
  }
}
