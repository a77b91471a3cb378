import DiagramModel
import Foundation
import Testing

@Suite struct DiagnosticListTests {
  private static let list = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Documentation/diagnostics.md")

  /// The id and severity of each row of the tables, in their order.
  private static func rows() throws -> [[String]] {
    try String(contentsOf: list, encoding: .utf8).split(separator: "\n")
      .filter { $0.hasPrefix("| DG") }
      .map { $0.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) } }
  }

  @Test func everyKindIsDocumentedWithItsSeverity() throws {
    let rows = try Self.rows()
    let kinds = Diagnostic.Kind.allCases
    #expect(rows.map { $0[0] } == kinds.map(\.rawValue))
    #expect(rows.map { $0[1] } == kinds.map(\.severity.rawValue))
    #expect(rows.allSatisfy { $0.count == 3 && !$0[2].isEmpty })
  }

  @Test func idsAreStable() {
    let ids = Diagnostic.Kind.allCases.map(\.rawValue)
    #expect(ids.allSatisfy { $0.wholeMatch(of: /DG\d{4}/) != nil })
    #expect(ids == ids.sorted())
    // Ids that a release had mean the same for ever: this list only grows.
    #expect(Diagnostic.Kind(rawValue: "DG0103") == .samePictureName)
    #expect(Diagnostic.Kind(rawValue: "DG0208") == .differentOrders)
    #expect(Diagnostic.Kind(rawValue: "DG0301") == .unknownBox)
    #expect(Diagnostic.Kind(rawValue: "DG0408") == .hintAgainstPins)
    #expect(Diagnostic.Kind(rawValue: "DG0501") == .controlCharacter)
  }

  @Test func aDiagnosticReadsLikeThoseOfACompiler() {
    let diagnostic = Diagnostic(
      .samePictureName, "two pictures are called “p”",
      at: Origin(file: "/a/Shop.swift", line: 27, column: 9), hints: ["name one of them anew"],
      notes: [.init("the other one", at: Origin(file: "/a/Shop.swift", line: 3, column: 5))])
    #expect(
      diagnostic.description == """
        /a/Shop.swift:27:9: error: two pictures are called “p” [DG0103]
        /a/Shop.swift:3:5: note: the other one
        /a/Shop.swift:27:9: hint: name one of them anew
        """)
    #expect(diagnostic.id == "DG0103" && diagnostic.line == 27 && diagnostic.column == 9)
  }

  @Test func diagnosticsStandInTheOrderOfTheirPlaces() {
    let places: [(StaticString, UInt, UInt)] = [
      ("b", 1, 1), ("a", 9, 7), ("a", 10, 1), ("a", 9, 2), ("a", 9, 2),
    ]
    let diagnostics = places.enumerated().map { index, place in
      Diagnostic(
        .emptyPicture, "\(index)", at: Origin(file: place.0, line: place.1, column: place.2))
    }
    #expect(diagnostics.inWrittenOrder().map(\.message) == ["3", "4", "1", "2", "0"])
  }
}
