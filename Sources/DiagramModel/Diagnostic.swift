/// The line of Swift that wrote something.
package struct Origin: Hashable, Sendable, CustomStringConvertible {
  package let file: String
  package let line: UInt

  package init(file: StaticString, line: UInt) {
    self.file = "\(file)"
    self.line = line
  }

  package var description: String { "\(file):\(line)" }
}

/// A mistake in a diagram, told in the author's words.
///
/// The message says what is wrong, in lower case and without a full stop; each hint says what to do.
public struct Diagnostic: Hashable, Sendable, CustomStringConvertible {
  /// How bad it is: only errors keep a diagram from being drawn.
  public enum Severity: String, Hashable, Sendable {
    case error, warning
  }

  /// Whether the diagram can still be drawn.
  public let severity: Severity
  /// What is wrong.
  public let message: String
  package let origin: Origin
  /// What to do about it, most likely first.
  public let hints: [String]
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
    _ message: String, at origin: Origin, hints: [String] = [], notes: [Note] = [],
    severity: Severity = .error
  ) {
    self.severity = severity
    self.message = message
    self.origin = origin
    self.hints = hints
    self.notes = notes
  }

  /// The file of the mistake, as the compiler names it: `Module/File.swift`.
  public var file: String { origin.file }
  /// The line of the mistake, counted from 1.
  public var line: UInt { origin.line }

  /// The diagnostic as a compiler would print it, one line for each hint and note.
  public var description: String {
    var lines = ["\(origin): \(severity.rawValue): \(message)"]
    lines += notes.map { "\($0.origin): note: \($0.message)" }
    lines += hints.map { "\(origin): hint: \($0)" }
    return lines.joined(separator: "\n")
  }
}

/// All the mistakes that one stage found.
public struct DiagramError: Error, Hashable, Sendable, CustomStringConvertible {
  /// In the order in which the author wrote the places.
  public let diagnostics: [Diagnostic]

  package init(_ diagnostics: [Diagnostic]) { self.diagnostics = diagnostics }

  /// The diagnostics, one after the other.
  public var description: String { diagnostics.map(\.description).joined(separator: "\n") }
}
