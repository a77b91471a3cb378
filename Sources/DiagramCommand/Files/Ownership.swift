import DiagramEngine
import DiagramRender

/// Whose a file is that lies where an image belongs, as far as its bytes and git tell.
enum Ownership: Equatable {
  /// diagen wrote it, and nobody changed it since; without a version, it was the first release.
  case unchanged(version: String?)
  /// Unchanged, but for line breaks of Windows, which git puts there.
  case checkedOutWithCRLF(version: String?)
  /// git joined two files that diagen wrote.
  case merged
  /// A drawing of ours that is not, or may be not, as diagen wrote it.
  case edited(Evidence)
  /// Nothing in it comes from diagen.
  case foreign

  /// Why a file is taken for edited.
  enum Evidence: Equatable {
    /// Its digest is not that of its bytes.
    case digest
    /// Another program saved it: our marks are gone, but ids of ours are there.
    case traces
    /// The first release left no digest; git, if there is one, holds other bytes.
    case noDigest(isGitKnown: Bool)
  }

  /// Whether nothing of a person's is lost when the file is written anew or removed.
  var isReplaceable: Bool {
    switch self {
    case .unchanged, .checkedOutWithCRLF, .merged: true
    case .edited, .foreign: false
    }
  }

  /// Whose it is, in a word.
  var word: String {
    switch self {
    case .unchanged, .checkedOutWithCRLF: "unchanged"
    case .merged: "merged"
    case .edited: "edited"
    case .foreign: "foreign"
    }
  }

  /// What to do about a file that is kept.
  static let wayOut =
    "move it to another name, or overwrite it with --force, after which git is the way back"

  /// What to do about a file that is kept, and that no diagram makes any more.
  static let wayOutOfOrphans =
    "what was changed is not pruned, not even with --force: remove it, or bring back its picture"

  /// What happened to the file, for the person who has to decide about it.
  var reason: String {
    switch self {
    case .unchanged, .checkedOutWithCRLF: "diagen drew it"
    case .merged: "git merged two drawings of diagen"
    case .edited(.digest): "it was edited since diagen drew it"
    case .edited(.traces): "it was edited, a drawing of diagen that another program saved"
    case .edited(.noDigest(isGitKnown: true)):
      "it may be edited: the first release drew it, without a digest, and git does not hold it as it is"
    case .edited(.noDigest(isGitKnown: false)):
      "it may be edited: the first release drew it, without a digest, and there is no git to ask"
    case .foreign: "diagen did not draw it"
    }
  }
}

extension Ownership {
  /// Tells whose the file is that lies at a path below the output folder, with these bytes.
  ///
  /// The traces of ours are looked for by what the diagrams have `drawn`, if they make such a file;
  /// git is asked only when the bytes leave it open.
  /// - Complexity: O(*bytes*), and some milliseconds for each question to git.
  init(
    of bytes: [UInt8], at file: String, as format: OutputFormat, drawn: [UInt8]?, git: GitHistory
  ) {
    let mark = format.mark(of: bytes)
    switch mark?.content {
    case .asWritten: self = .unchanged(version: mark?.version)
    case .asWrittenWithCRLF: self = .checkedOutWithCRLF(version: mark?.version)
    case .unknown where git.holds(file): self = .unchanged(version: nil)
    case .unknown, .changed, nil:
      let merge = TextMerge(bytes)
      let isMerge =
        (mark != nil || merge.hasConflicts) && Self.isMerge(merge, file, format, git)
      if isMerge {
        self = .merged
      } else if mark?.content == .unknown {
        self = .edited(.noDigest(isGitKnown: git.isKnown))
      } else if mark != nil || merge.hasConflicts && Self.hasDrawing(merge, format) {
        self = .edited(.digest)
      } else if let drawn, DrawingTraces(in: bytes).lead(to: DrawingTraces(in: drawn)) {
        self = .edited(.traces)
      } else {
        self = .foreign
      }
    }
  }

  /// Whether one of the sides of a conflict is a drawing of ours.
  private static func hasDrawing(_ merge: TextMerge, _ format: OutputFormat) -> Bool {
    let sides = merge.conflictingFiles
    return [sides.ours, sides.theirs].contains { format.mark(of: $0) != nil }
  }

  /// Whether git made the file of two that diagen wrote.
  ///
  /// Where git holds both sides, they tell: each has to be as it was written. Where it does not, the
  /// sides of the conflicts have to be so themselves, digest and all. What git joined beside the
  /// conflicts changes them, and so does what a person wrote there: then the file is kept.
  private static func isMerge(
    _ merge: TextMerge, _ file: String, _ format: OutputFormat, _ git: GitHistory
  ) -> Bool {
    let versions = git.mergedVersions(of: file)
    guard versions.isEmpty else {
      return versions.contains { ours, theirs in
        [ours, theirs].allSatisfy { format.mark(of: $0).map { $0.content != .changed } ?? false }
          && merge.comes(from: ours, and: theirs)
      }
    }
    guard merge.hasConflicts else { return false }
    let sides = merge.conflictingFiles
    return [sides.ours, sides.theirs].allSatisfy { side in
      [.asWritten, .asWrittenWithCRLF].contains(format.mark(of: side)?.content)
    }
  }
}
