import DiagramModel

/// Files that do not compile.
struct CompilerErrors: Error {
  /// What the compiler said of the author's files, errors among it, with our hints.
  let messages: [CompilerMessage]

  /// `source` are the files that the messages speak of.
  init(_ messages: [CompilerMessage], in source: DrawingSource) {
    let told = Self.causes(among: each(messages.map(Self.inTheWordsOfTheLanguage)), in: source)
    let hints = CompilerHints(for: source)
    var given: Set<String> = []
    self.messages = told.map { message in
      var message = message
      // One cause in several places is explained at the first.
      message.hints =
        hints.hint(for: message).flatMap { given.insert($0).inserted ? [$0] : nil } ?? []
      return message
    }
  }

  /// A file of which the compiler would complain byte by byte.
  init(noText path: String, line: Int, column: Int) {
    messages = [
      CompilerMessage(
        file: path, line: line, column: column, severity: "error",
        message: "the file is no text in UTF-8 from here on",
        hints: ["save it as UTF-8; an image or a program is no drawing, whatever it is called"])
    ]
  }

  /// What a declaration of ours says of a likely mistake, without the name that the compiler puts before it.
  private static func inTheWordsOfTheLanguage(_ message: CompilerMessage) -> CompilerMessage {
    guard let mark = message.message.firstRange(of: " is unavailable: ") else { return message }
    return message.saying(String(message.message[mark.upperBound...]))
  }

  /// The messages without those that speak of the language's own files, and those that follow from others.
  private static func causes(
    among messages: [CompilerMessage], in source: DrawingSource
  ) -> [CompilerMessage] {
    let paths = Set(source.files.map(\.path))
    let errors = messages.filter { $0.severity == "error" }
    return messages.filter { message in
      if message.severity == "note", message.isOfConcurrency { return false }
      if let file = message.file, message.severity == "note", !paths.contains(file) { return false }
      return !errors.contains { $0 != message && message.follows(from: $0) }
    }
  }
}

extension CompilerMessage {
  /// The same with other words.
  fileprivate func saying(_ words: String) -> CompilerMessage {
    CompilerMessage(
      file: file, line: line, column: column, severity: severity, message: words, shown: shown)
  }

  /// Whether a message is only told because of another error.
  ///
  /// Of two that would follow from each other, the first in the list of beginnings is the cause.
  fileprivate func follows(from error: CompilerMessage) -> Bool {
    let isOfOneLine = error.file == file && error.line == line
    if error.message.hasPrefix("heterogeneous collection"), message.contains("'[Any]'") {
      return true
    }
    if severity == "warning" { return isOfOneLine && error.column == column }
    guard severity == "error" else { return false }
    let beginnings = Self.ofOneLine + Self.ofOneFile
    let own = beginnings.firstIndex { message.hasPrefix($0) }
    let other = beginnings.firstIndex { error.message.hasPrefix($0) } ?? -1
    guard let own, own > other else {
      return isOfOneLine && error.isOfHiddenType && !isOfHiddenType
    }
    return own >= Self.ofOneLine.count || isOfOneLine
  }

  /// Whether it is about the initializer of a type that only has one for us.
  private var isOfHiddenType: Bool { message.hasSuffix("due to 'package' protection level") }

  /// Whether it is advice on threads, which drawings have not.
  fileprivate var isOfConcurrency: Bool {
    message.hasPrefix("add '@MainActor'") || message.hasPrefix("disable concurrency-safety")
      || message.hasPrefix("a function type must be marked '@Sendable'")
      || message.contains("to make 'Sendable' shared state immutable")
  }

  /// How messages begin that follow from any other error of their line.
  private static let ofOneLine = [
    "expected type after", "expected expression", "cannot infer contextual base", "no macro named",
    "cannot infer key path", "cannot convert value of type '[Any]'",
    "cannot convert value of type '(some", "value of type 'Self.ChangedCopy'",
    "computed property must have", "type annotation missing",
    "no exact matches in call to static method 'build",
  ]
  /// How those begin that follow from any other error.
  private static let ofOneFile = [
    "missing argument for parameter 'pictures'", "missing argument for parameter 'content'",
    "failed to produce diagnostic",
  ]
}
