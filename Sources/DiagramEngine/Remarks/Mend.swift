package import DiagramModel

/// What an author would change so that a finding is gone, by what their file says now: whoever reads the file looks
/// whether it does.
package enum Mend: Hashable, Sendable {
  /// A modifier of the statement that begins here goes, such as `.straight()`.
  case withoutModifier(String, at: Origin)
  /// The value of an argument of the call whose parenthesis is here, such as `spacing: 10`.
  case argument(String, from: String, to: String, at: Origin)
  /// A text that begins this many bytes after the start of a file.
  case text(path: String, offset: Int, from: String, to: String)
}

extension Mend {
  /// Where it stands, in code.
  var origin: Origin {
    switch self {
    case .withoutModifier(_, let origin), .argument(_, _, _, let origin): origin
    case .text(let path, _, _, _): Origin(path: path, line: 1, column: 1)
    }
  }
}
