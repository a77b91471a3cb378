/// The place in Swift where something is written.
package struct Origin: Hashable, Sendable, CustomStringConvertible {
  /// As the compiler was given it, as a rule absolute. It reaches messages, but never an output file.
  package let file: String
  /// Counted from 1.
  package let line: UInt
  /// In bytes, counted from 1.
  package let column: UInt

  package init(file: StaticString, line: UInt, column: UInt) {
    self.file = "\(file)"
    self.line = line
    self.column = column
  }

  /// A place that another process tells of.
  package init(path: String, line: UInt, column: UInt) {
    file = path
    self.line = line
    self.column = column
  }

  package var description: String { "\(file):\(line):\(column)" }
}

extension Origin: Comparable {
  /// Whether a place comes earlier: by file, then by line and column.
  package static func < (one: Origin, other: Origin) -> Bool {
    (one.file, one.line, one.column) < (other.file, other.line, other.column)
  }
}

/// A mistake in a diagram, or something in it that is worth a second look, told in the author's words.
///
/// The message says what is wrong, in lower case and without a full stop; each hint says what to do.
public struct Diagnostic: Hashable, Sendable, CustomStringConvertible {
  /// How bad it is: only errors keep a diagram from being drawn.
  public enum Severity: String, Hashable, Sendable {
    case error, warning
  }

  /// What is wrong, apart from names and places.
  package let kind: Kind
  /// What is wrong.
  public let message: String
  package let origin: Origin
  /// What to do about it, most likely first.
  public package(set) var hints: [String]
  /// Other places that take part, each with its role.
  package let notes: [Note]

  /// Another place that takes part in a mistake.
  package struct Note: Hashable, Sendable {
    package let message: String
    package let origin: Origin

    package init(_ message: String, at origin: Origin) {
      self.message = message
      self.origin = origin
    }
  }

  package init(
    _ kind: Kind, _ message: String, at origin: Origin, hints: [String] = [], notes: [Note] = []
  ) {
    self.kind = kind
    self.message = message
    self.origin = origin
    self.hints = hints
    self.notes = notes
  }

  /// What stays the same for all mistakes of one kind, in every version: `DG0103`.
  public var id: String { kind.rawValue }
  /// Whether the diagram can still be drawn.
  public var severity: Severity { kind.severity }
  /// The path of the file with the mistake, as the compiler was given it.
  public var file: String { origin.file }
  /// The line of the mistake, counted from 1.
  public var line: UInt { origin.line }
  /// The column of the mistake, in bytes, counted from 1.
  public var column: UInt { origin.column }

  /// The diagnostic as a compiler would print it, one line for each hint and note.
  public var description: String {
    var lines = ["\(origin): \(severity.rawValue): \(message) [\(id)]"]
    lines += notes.map { "\($0.origin): note: \($0.message)" }
    lines += hints.map { "\(origin): hint: \($0)" }
    return lines.joined(separator: "\n")
  }
}

extension Diagnostic {
  /// The same with another place that takes part, unless it is known.
  fileprivate func noting(_ note: Note) -> Diagnostic {
    guard note.origin != origin, !notes.contains(note) else { return self }
    return Diagnostic(kind, message, at: origin, hints: hints, notes: notes + [note])
  }
}

extension [Diagnostic] {
  /// By file, line and column, each once; those of one place stay in their order.
  ///
  /// What one cause makes wrong at several places is told at the first of them, which notes the others.
  package func inWrittenOrder() -> [Diagnostic] {
    let ordered = each(self).enumerated().sorted { one, other in
      (one.element.origin, one.offset) < (other.element.origin, other.offset)
    }
    var told: [Diagnostic] = []
    var placeOfCause: [[String]: Int] = [:]
    for (_, diagnostic) in ordered {
      guard diagnostic.kind.hasOneCause else {
        told.append(diagnostic)
        continue
      }
      let cause = [diagnostic.id, diagnostic.message] + diagnostic.hints
      if let place = placeOfCause[cause] {
        told[place] = told[place].noting(.init("here too", at: diagnostic.origin))
      } else {
        placeOfCause[cause] = told.count
        told.append(diagnostic)
      }
    }
    return told
  }

  /// Whether one of them keeps the diagram from being drawn.
  package var holdError: Bool { contains { $0.severity == .error } }
}

/// All the mistakes that were found, one error at least.
public struct DiagramError: Error, Hashable, Sendable, CustomStringConvertible {
  /// In the order in which the author wrote the places, warnings among the errors.
  public let diagnostics: [Diagnostic]

  package init(_ diagnostics: [Diagnostic]) { self.diagnostics = diagnostics }

  /// The diagnostics, one after the other.
  public var description: String { diagnostics.map(\.description).joined(separator: "\n") }
}
