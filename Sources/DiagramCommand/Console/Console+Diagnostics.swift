import DiagramModel

extension Console {
  /// Tells diagnostics as compilers print them, so that editors find the places.
  func tell(_ diagnostics: [Diagnostic]) { tell(diagnostics.flatMap(lines)) }

  private func lines(of diagnostic: Diagnostic) -> [String] {
    let ink = errors.ink
    let severity = "\(diagnostic.severity.rawValue):"
    let colored = diagnostic.severity == .error ? ink.red(severity) : ink.yellow(severity)
    let place = ink.bold("\(words(diagnostic.origin)):")
    return ["\(place) \(colored) \(diagnostic.message) \(ink.faint("[\(diagnostic.id)]"))"]
      + diagnostic.notes.map { ink.bold("\(words($0.origin)):") + " note: \($0.message)" }
      + diagnostic.hints.map { "\(place) \(ink.blue("hint:")) \($0)" }
  }

  private func words(_ origin: Origin) -> String {
    "\(SourcePath.ofProcess.relative(origin.file)):\(origin.line):\(origin.column)"
  }
}

extension JSON {
  /// How many errors and warnings there are, and each of them: members for the report of a command.
  static func members(of diagnostics: [Diagnostic]) -> [(key: String, value: JSON)] {
    let errors = diagnostics.count { $0.severity == .error }
    return [
      ("errors", .number(errors)), ("warnings", .number(diagnostics.count - errors)),
      ("diagnostics", .array(diagnostics.map(JSON.init))),
    ]
  }

  private init(_ diagnostic: Diagnostic) {
    let notes = diagnostic.notes.map { note in
      JSON.object([("message", .string(note.message))] + Self.place(note.origin))
    }
    self = .object(
      [
        ("id", .string(diagnostic.id)), ("severity", .string(diagnostic.severity.rawValue)),
        ("message", .string(diagnostic.message)),
      ] + Self.place(diagnostic.origin) + [
        ("hints", .array(diagnostic.hints.map(JSON.string))), ("notes", .array(notes)),
      ])
  }

  private static func place(_ origin: Origin) -> [(key: String, value: JSON)] {
    [
      ("file", .string(SourcePath.ofProcess.relative(origin.file))),
      ("line", .number(Int(clamping: origin.line))),
      ("column", .number(Int(clamping: origin.column))),
    ]
  }
}
