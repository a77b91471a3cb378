/// A file or folder that could not be read or written.
struct FileFailure: Error, Equatable {
  /// What was tried.
  enum Action: String {
    case read, write
  }

  let action: Action
  /// As the user would write it.
  let path: String
  let reason: String

  /// What failed and why, in one line.
  var message: String { "cannot \(action.rawValue) “\(path)”: \(reason)" }

  /// The failure of the last system call, in the system's words.
  static func system(_ action: Action, _ path: String) -> FileFailure {
    FileFailure(action: action, path: path, reason: systemReason())
  }
}

/// All the files that one run could not write.
struct FileFailures: Error {
  let failures: [FileFailure]
}
