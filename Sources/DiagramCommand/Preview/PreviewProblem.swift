import DiagramModel

/// One thing that is wrong, as the page of a preview lists it.
struct PreviewProblem {
  let severity: String
  let message: String
  /// The place, if it has one.
  var file: String?
  var line = 0
  var column = 0
  /// The code as the compiler shows it.
  var code: [String] = []
  var hints: [String] = []

  /// A mistake without a place.
  init(_ message: String, code: [String] = [], hints: [String] = []) {
    (severity, self.message, self.code, self.hints) = ("error", message, code, hints)
  }

  init(_ diagnostic: Diagnostic) {
    (severity, message) = (diagnostic.severity.rawValue, diagnostic.message)
    file = diagnostic.origin.file
    line = Int(clamping: diagnostic.origin.line)
    column = Int(clamping: diagnostic.origin.column)
    hints = diagnostic.hints
  }

  init(_ message: CompilerMessage) {
    (severity, self.message) = (message.severity, message.message)
    (file, line, column, code) = (message.file, message.line, message.column, message.shown)
    hints = message.hints
  }

  /// What an error says, in the words of the console.
  static func all(of error: any Error) -> [PreviewProblem] {
    switch error {
    case let error as DiagramError: return error.diagnostics.map(PreviewProblem.init)
    case let error as CompilerErrors: return error.messages.map(PreviewProblem.init)
    case let error as UsageFailure: return [PreviewProblem(error.message, hints: error.hints)]
    case let error as FileFailure:
      return [PreviewProblem(error.message, hints: error.hint.map { [$0] } ?? [])]
    case let error as FileFailures:
      return each(error.failures.map(\.message)).map { PreviewProblem($0) }
    default: return [PreviewProblem("\(error)")]
    }
  }
}

extension PreviewProblem {
  /// Puts a list of them where the page finds it.
  static func write(_ problems: [PreviewProblem], into folder: String) throws(FileFailure) {
    let list = JSON.array(problems.map(\.json))
    try writeAtOnce(Array(list.description.utf8), "problems.json", in: folder)
  }

  /// A place, for editors by its whole path, and as it is shown.
  static func place(_ file: String, _ line: UInt, _ column: UInt) -> [(key: String, value: JSON)] {
    Self.file(file) + [
      ("line", .number(Int(clamping: line))), ("column", .number(Int(clamping: column))),
    ]
  }

  /// A file, for editors by its whole path, and as it is shown.
  static func file(_ file: String) -> [(key: String, value: JSON)] {
    [
      ("file", .string(realPath(file) ?? file)),
      ("shown", .string(SourcePath.ofProcess.relative(file))),
    ]
  }

  /// Whether both say the same of the same place.
  func isSame(as other: PreviewProblem) -> Bool {
    (file, line, column, message) == (other.file, other.line, other.column, other.message)
  }

  private var json: JSON {
    var members: [(key: String, value: JSON)] = [
      ("severity", .string(severity)), ("message", .string(message)),
      ("code", .string(code.joined(separator: "\n"))),
      ("hints", .array(hints.map(JSON.string))),
    ]
    if let file {
      members += Self.place(file, UInt(clamping: line), UInt(clamping: column))
    }
    return .object(members)
  }
}
