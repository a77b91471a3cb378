import DiagramModel

/// One thing that the compiler says, with the lines of code that it shows.
struct CompilerMessage: Hashable {
  /// The place, if it has one.
  let file: String?
  let line: Int
  let column: Int
  /// `error`, `warning`, `note`.
  let severity: String
  let message: String
  /// Further lines as the compiler printed them.
  var shown: [String] = []
  /// What we say of it: what to write instead.
  var hints: [String] = []

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

extension Console {
  /// Tells messages of the compiler as it prints them, with paths as an editor opens them, each with our hints
  /// after it.
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
          + message.hints.map { "\(place ?? "")\(ink.blue("hint:")) \($0)" }
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
              ("hints", .array(message.hints.map(JSON.string))), ("notes", .array([])),
            ])
          })
      ),
    ]
  }
}
