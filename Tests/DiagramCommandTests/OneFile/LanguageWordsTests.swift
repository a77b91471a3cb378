import Foundation
import TestSupport
import Testing

@testable import DiagramCommand

/// The words by which hints know the language are those that its modules have.
@Suite struct LanguageWordsTests {
  private static let file = "Sources/DiagramCommand/OneFile/Hints/LanguageWords+All.swift"

  /// One thing that a module declares.
  private struct Symbol: Decodable {
    struct Kind: Decodable { let identifier: String }
    struct Availability: Decodable { let isUnconditionallyUnavailable: Bool? }
    let kind: Kind
    let pathComponents: [String]
    let availability: [Availability]?

    var isAvailable: Bool {
      !(availability ?? []).contains { $0.isUnconditionallyUnavailable ?? false }
    }
    var name: String { String(pathComponents.last?.prefix { $0 != "(" } ?? "") }
    /// What an author may write before its arguments.
    var labels: [String] {
      guard let last = pathComponents.last, let open = last.firstIndex(of: "(") else { return [] }
      return last[open...].dropFirst().dropLast().split(separator: ":").map(String.init)
        .filter { !["_", "file", "line", "column"].contains($0) && !Self.closures.contains($0) }
    }
    /// Parameters that are written as braces.
    private static let closures: Set = [
      "content", "pictures", "cases", "lanes", "samples", "messages",
    ]
  }

  private struct Graph: Decodable { let symbols: [Symbol] }

  private static func symbols() throws -> [Symbol] {
    try withTemporaryFolder { (folder) throws in
      for module in ["DiagramDSL", "DiagramModel"] {
        try Compiler.symbols(of: module, into: folder.path)
      }
      return try folder.files().sorted().filter { $0.hasSuffix(".symbols.json") }.flatMap {
        try JSONDecoder().decode(
          Graph.self, from: Data(contentsOf: URL(fileURLWithPath: folder.path($0)))
        )
        .symbols
      }
    }
  }

  /// What is part of a package's code and not of a drawing.
  private static let inner: Set = [
    "hash", "changing", "changeContent", "Diagnostic", "Color", "Theme", "Shape", "Emphasis",
    "LinePattern",
    "ArrowRouting", "Insets", "Size", "DrawioStyleEntry", "Outline", "PathCommand", "Point",
  ]

  private static func lines(
    _ kinds: Set<String>, of symbols: [Symbol], _ word: (Symbol) -> (String, [String])
  )
    -> [String]
  {
    var words: [String: [String]] = [:]
    for symbol in symbols where symbol.isAvailable && kinds.contains(symbol.kind.identifier) {
      let (name, more) = word(symbol)
      guard !inner.contains(name), !name.hasSuffix("Builder") else { continue }
      words[name, default: []] += more.filter { !$0.hasSuffix("Literal") && $0 != "rawValue" }
    }
    return words.sorted { $0.key < $1.key }.map { name, more in
      wrapped([name] + Set(more).sorted())
    }
  }

  /// Lines of 100 letters at most, those after the first indented.
  private static func wrapped(_ words: [String]) -> String {
    var lines = [""]
    for word in words {
      if lines[lines.count - 1].count + word.count > 100 { lines.append("  ") }
      let line = lines[lines.count - 1]
      lines[lines.count - 1] += (line.allSatisfy { $0 == " " } ? "" : " ") + word
    }
    return lines.joined(separator: "\n")
  }

  private static func text() throws -> String {
    let all = try symbols()
    let parts = [
      ("types", lines(["swift.init"], of: all) { ($0.pathComponents[0], $0.labels) }),
      ("modifiers", lines(["swift.method"], of: all) { ($0.name, $0.labels) }),
      (
        "values",
        lines(["swift.enum.case", "swift.type.property", "swift.type.method"], of: all) {
          ($0.pathComponents[0], [$0.name])
        }
      ),
    ]
    return parts.flatMap { ["\($0):"] + $1 }.joined(separator: "\n")
  }

  @Test func theListIsThatOfTheModules() throws {
    let text = try Self.text()
    let source =
      """
      extension LanguageWords {
        /// The words of DiagramDSL and DiagramModel; `UPDATE_GOLDENS=1 swift test --filter LanguageWordsTests` writes
        /// them anew.
        static let all = LanguageWords(
          \"\"\"
      \(text.split(separator: "\n").map { "    \($0)" }.joined(separator: "\n"))
          \"\"\")
      }

      """
    if updatesGoldens {
      try source.write(toFile: WorkTree.file(Self.file), atomically: true, encoding: .utf8)
    }
    #expect(try String(contentsOfFile: WorkTree.file(Self.file), encoding: .utf8) == source)
    let words = LanguageWords(text)
    #expect(words.callable("Row")?.labels == ["align", "spacing"])
    #expect(words.callable("zoom")?.labels == ["into"])
    #expect(words.values(of: "Accent")?.contains("violet") == true)
    #expect(words.values(of: "IconName")?.contains("pod") == true)
  }
}
