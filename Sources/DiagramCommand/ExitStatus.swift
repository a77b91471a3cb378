/// What a run tells the shell.
enum ExitStatus: Int32, CaseIterable {
  case success = 0
  case checkFailed = 1
  case mistake = 2
  case fileFailure = 3
  case kept = 4

  /// One line of the help, saying when a program ends like this.
  var meaning: String {
    switch self {
    case .success: "all is well"
    case .checkFailed:
      "check found images that are not as the diagrams make them, or mistakes in drawings or slides"
    case .mistake: "the command line or a diagram has a mistake; nothing was written"
    case .fileFailure: "a file or folder could not be read or written"
    case .kept: "files that a person made or changed were kept; all others are written"
    }
  }
}
