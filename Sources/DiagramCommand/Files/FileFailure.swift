#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// A file or folder that could not be read, written or removed.
struct FileFailure: Error, Equatable {
  /// What was tried.
  enum Action: String {
    case read, write, remove
  }

  let action: Action
  /// As the user would write it.
  let path: String
  let reason: String

  /// What failed and why, in one line.
  var message: String { "cannot \(action.rawValue) “\(path)”: \(reason)" }

  /// What to do about it, where the reason says that.
  var hint: String? {
    func isReason(_ codes: Int32...) -> Bool {
      codes.contains { reason == String(cString: strerror($0)) }
    }
    switch action {
    case .read:
      return isReason(EACCES, EPERM) ? "let yourself read it: chmod u+r, or ask whose it is" : nil
    case .write, .remove:
      if isReason(ENOSPC, EDQUOT) {
        return "free some room, and try again: nothing was written by halves"
      }
      return isReason(EACCES, EPERM, EROFS)
        ? "choose a folder in which you may write, as with --output FOLDER" : nil
    }
  }

  /// The failure of the last system call, in the system's words.
  static func system(_ action: Action, _ path: String) -> FileFailure {
    FileFailure(action: action, path: path, reason: systemReason())
  }
}

/// A file that a command was to write, and that is left alone since it may be a person's.
struct KeptFile: Error, Equatable {
  /// As the user would write it.
  let path: String
  let reason: String
}

/// All the files that one run could not write or remove.
struct FileFailures: Error {
  let failures: [FileFailure]
}
