import Foundation
import Testing

@testable import DiagramCommand

/// Documentation/language.md names everything that an author can write.
@Suite struct LanguageTests {
  private static let page = "Documentation/language.md"

  /// The sources that declare the language.
  private static func sources() throws -> [String] {
    let folders = ["Sources/DiagramDSL", "Sources/DiagramModel/Shapes"]
    let files = try folders.flatMap { folder in
      try FileManager.default.subpathsOfDirectory(atPath: WorkTree.file(folder)).sorted()
        // What can only be written by mistake.
        .filter { $0.hasSuffix(".swift") && $0 != "Misuse.swift" }.map { "\(folder)/\($0)" }
    }
    let others = ["Style", "Direction", "Geometry", "Icons/IconName"].map {
      "Sources/DiagramModel/\($0).swift"
    }
    return try (files + others).map {
      try String(contentsOfFile: WorkTree.file($0), encoding: .utf8)
    }
  }

  /// What must stand on the page: `.dashed(`, `spacing:`, `Row(`, `.red`.
  private static func words(of source: String) -> [String] {
    let parameters = #/(?:\(|, )\s*([a-z]\w*)(?: \w+)?: /#
    let labels = { (list: Substring) in
      list.matches(of: parameters).map { String($0.1) }
        .filter { !["file", "line", "column", "fileID", "filePath"].contains($0) }.map { "\($0):" }
    }
    let functions = source.matches(of: #/public func ([a-z]\w*)(?:<[^>]*>)?(\([^{]*?\)) ->/#)
      .flatMap { [".\($0.1)("] + labels($0.2) }
    let types = source.split(separator: "public struct ").dropFirst().flatMap { body in
      let name = body.prefix { $0.isLetter }
      let list = body.firstMatch(of: #/public init(\((?:[^(){]|\([^()]*\))*\))/#)
      return list.map { ["\(name)("] + labels($0.1) } ?? []
    }
    let cases = source.split(separator: "public enum ").dropFirst().flatMap { body in
      body.prefix { $0 != "}" }.matches(of: /\bcase ([\w, ]+)/)
        .flatMap { $0.1.split(separator: ", ") }.map { ".\($0)" }
    }
    let shapes = source.matches(of: /public static let (\w+) = ShapeName/).map { ".\($0.1)" }
    return functions + types + cases + shapes
  }

  /// Whether a text has a word; one that takes a closure alone stands without parentheses.
  private static func names(_ text: String, _ word: String) -> Bool {
    text.contains(word) || word.last == "(" && text.contains("\(word.dropLast()) {")
  }

  @Test func everyWordAndParameterIsNamed() throws {
    let text = try String(contentsOfFile: WorkTree.file(Self.page), encoding: .utf8)
      .replacing("[, ", with: ", ").replacing("([", with: "(")
    let words = try Self.sources().flatMap(Self.words)
    try #require(words.count > 60 && words.contains("Row(") && words.contains("spacing:"))
    for word in words where !Self.inner.contains(word) {
      #expect(Self.names(text, word), "\(Self.page) does not name \(word)")
    }
  }

  /// What agents read has every word too, in code that is drawn by another test.
  @Test func theBriefHasEveryWord() throws {
    let words = try Self.sources().flatMap(Self.words)
    for word in words where !Self.inner.contains(word) {
      #expect(Self.names(languageBrief, word), "llms.txt does not name \(word)")
    }
  }

  @Test func everyShapeIsShown() throws {
    let gallery = try String(
      contentsOfFile: WorkTree.file("Documentation/gallery.md"), encoding: .utf8)
    let names = try Self.sources().flatMap { source in
      source.matches(of: /public static let (\w+) = ShapeName/).map { String($0.1) }
    }
    try #require(names.count > 20)
    for name in names where !["box", "none"].contains(name) {
      #expect(gallery.contains("(\"\(name)\", shape: .\(name))"), "the gallery shows no \(name)")
    }
  }

  /// Readers of the site see each word in a picture: some code that a picture follows has it.
  @Test func everyWordHasAPicture() throws {
    let codes = try Markdown.all().flatMap(\.blocks).filter { block in
      block.language.hasPrefix("swift")
        && block.images.contains { $0.hasPrefix(DocumentationTests.gallery) }
    }.map(\.text)
    for word in try Self.sources().flatMap(Self.words)
    where !Self.inner.contains(word) && word.last != ":" {
      // As a whole word: without parentheses where a closure follows, with some where a case has values.
      let name = word.hasSuffix("(") ? String(word.dropLast()) : word
      let isShown = codes.contains { code in
        code.ranges(of: name).contains { range in
          let next = code[range.upperBound...].first
          return !(next.map { $0.isLetter || $0.isNumber } ?? false)
        }
      }
      #expect(isShown, "no picture of the documentation shows \(word)")
    }
  }

  /// What modifiers stand for and are made of, and what makes a shape's name.
  private static let inner: Set = [
    ".orthogonal", ".solid", ".normal", ".changing(",
  ]
}
