import DiagramModel

/// One thing that the compiler says, with the lines of code that it shows.
struct CompilerMessage: Equatable {
  /// The place, if it has one.
  let file: String?
  let line: Int
  let column: Int
  /// `error`, `warning`, `note`.
  let severity: String
  let message: String
  /// Further lines as the compiler printed them.
  var shown: [String] = []

  /// The messages of an output, in their order; what comes before the first is one without a place.
  static func all(in output: [UInt8]) -> [CompilerMessage] {
    var messages: [CompilerMessage] = []
    for line in String(decoding: output, as: UTF8.self).split(separator: "\n") {
      if let message = CompilerMessage(line) {
        messages.append(message)
      } else if messages.isEmpty {
        messages.append(
          CompilerMessage(
            file: nil, line: 0, column: 0, severity: "error", message: String(line)))
      } else {
        messages[messages.count - 1].shown.append(String(line))
      }
    }
    return messages
  }
}

extension CompilerMessage {
  /// The same message at another place.
  func moved(to file: String, line: Int) -> CompilerMessage {
    CompilerMessage(
      file: file, line: line, column: column, severity: severity, message: message, shown: shown)
  }

  /// Reads `FILE:LINE:COLUMN: error: MESSAGE` or `error: MESSAGE`; nil for any other line.
  private init?(_ line: Substring) {
    for severity in ["error", "warning", "note", "remark"] {
      let mark = "\(severity): "
      if line.hasPrefix(mark) {
        self.init(
          file: nil, line: 0, column: 0, severity: severity,
          message: String(line.dropFirst(mark.count)))
        return
      }
      guard let range = line.firstRange(of: ": \(mark)") else { continue }
      let place = line[..<range.lowerBound].split(separator: ":", omittingEmptySubsequences: false)
      if place.first == "<unknown>" {
        self.init(
          file: nil, line: 0, column: 0, severity: severity,
          message: String(line[range.upperBound...]))
        return
      }
      guard place.count >= 3, let row = Int(place[place.count - 2]),
        let column = Int(place[place.count - 1])
      else { continue }
      self.init(
        file: place.dropLast(2).joined(separator: ":"), line: row, column: column,
        severity: severity, message: String(line[range.upperBound...]))
      return
    }
    return nil
  }
}

/// Files that do not compile.
struct CompilerErrors: Error {
  /// All that the compiler said of the author's files, errors among it.
  let messages: [CompilerMessage]
  let hints: [String]

  /// `sources` are those that the messages speak of.
  init(_ messages: [CompilerMessage], in source: DrawingSource) {
    self.messages = messages
    hints = each(messages.compactMap { Self.hint(for: $0, in: source) })
  }

  /// A file of which the compiler would complain byte by byte.
  init(noText path: String, line: Int, column: Int) {
    messages = [
      CompilerMessage(
        file: path, line: line, column: column, severity: "error",
        message: "the file is no text in UTF-8 from here on")
    ]
    hints = ["save it as UTF-8; an image or a program is no drawing, whatever it is called"]
  }

  /// What to do about a mistake that the compiler explains for whoever knows Swift.
  private static func hint(for message: CompilerMessage, in source: DrawingSource) -> String? {
    let text = message.message
    let modules = ["DiagramCommand", "DiagramEngine"]
    if modules.contains(where: { text.contains("no such module '\($0)'") })
      || text.contains("missing required module 'CXML'")
    {
      return "a file that diagen draws by itself begins with import DiagramDSL; "
        + "the file of a package is drawn by its program: swift run NAME render all"
    }
    if text.contains("not allowed at the top level") {
      return "at the top of such a file everything has a name: let shop = Series(…) { … }"
    }
    let language = ["Series", "Picture", "Component", "Node", "Text", "Row", "Column"]
    if language.contains(where: { text == "cannot find '\($0)' in scope" }) {
      let file = source.files.first { $0.path == message.file }
      if file.map({ !$0.imports.contains("DiagramDSL") }) ?? false {
        return "write import DiagramDSL at the top of the file"
      }
    }
    return nil
  }
}

extension Console {
  /// Tells what the compiler said, with our hints after it.
  func tell(_ errors: CompilerErrors) {
    tell(errors.messages)
    tell(errors.hints.map { "\(self.errors.ink.blue("hint:")) \($0)" })
  }

  /// Tells messages of the compiler as it prints them, with paths as an editor opens them.
  func tell(_ messages: [CompilerMessage]) {
    let ink = errors.ink
    tell(
      messages.flatMap { message in
        let severity = "\(message.severity):"
        let colored =
          switch message.severity {
          case "error": ink.red(severity)
          case "warning": ink.yellow(severity)
          default: severity
          }
        let place = message.file.map {
          ink.bold("\(SourcePath.ofProcess.relative($0)):\(message.line):\(message.column):") + " "
        }
        return ["\(place ?? "")\(colored) \(message.message)"] + message.shown
      })
  }
}

extension JSON {
  /// The messages of the compiler as members for the report of a command.
  static func members(of errors: CompilerErrors) -> [(key: String, value: JSON)] {
    let errorCount = errors.messages.count { $0.severity == "error" }
    let told = errors.messages.filter { $0.severity == "error" || $0.severity == "warning" }
    return [
      ("errors", .number(errorCount)), ("warnings", .number(told.count - errorCount)),
      (
        "diagnostics",
        .array(
          told.map { message in
            .object([
              ("id", .string("swift")), ("severity", .string(message.severity)),
              ("message", .string(message.message)),
              ("file", .string(message.file.map(SourcePath.ofProcess.relative) ?? "")),
              ("line", .number(message.line)), ("column", .number(message.column)),
              ("hints", .array(errors.hints.map(JSON.string))), ("notes", .array([])),
            ])
          })
      ),
    ]
  }
}
