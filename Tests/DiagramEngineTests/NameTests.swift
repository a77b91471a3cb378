import DiagramDSL
import DiagramEngine
import DiagramModel
import Foundation
import TestSupport
import Testing

private let box = Component("A")

private func picture(_ name: String) -> Picture { Picture(name) { box } }

private func diagnostics(_ path: String, _ names: [String]) -> [Diagnostic] {
  do {
    return try Series(path) { names.map(picture) }.rendered(in: .dark, as: [.svg]).diagnostics
  } catch {
    return (error as? DiagramError)?.diagnostics ?? []
  }
}

/// The name that a hint writes between quotation marks.
private func advised(_ diagnostic: Diagnostic) -> String? {
  diagnostic.hints.first?.firstMatch(of: /\((".*")\)`/).flatMap { match in
    try? JSONDecoder().decode(String.self, from: Data(match.1.utf8))
  }
}

@Suite struct NameTests {
  @Test(arguments: [
    ("x.svg", "x"), ("x.drawio", "x"), ("x.DRAWIO.SVG", "x"), ("a/x.svg.drawio", "a/x"),
    ("con", "con-1"), ("nul.txt", "nul-1"), ("what?", "what"), ("a*b?c", "a-b-c"),
    ("nodes.", "nodes"), ("nodes ", "nodes"), ("../../etc/passwd", "etc/passwd"),
    ("/nodes", "nodes"), ("~", "nodes"), ("???", "nodes"), ("a//b", "a/b"), (".svg", "nodes"),
  ])
  func hintsSayWhichNameToWrite(name: String, expected: String) throws {
    let found = diagnostics("chapter", [name])
    #expect(found.map(\.kind) == [.pictureName])
    #expect(try #require(found.first.flatMap(advised)) == expected)
  }

  @Test func problemsAreNamed() {
    let messages = ["a*", "nul", "a.", "a ", "x.svg", "a\u{7}b"].map {
      diagnostics("chapter", [$0]).first?.message ?? ""
    }
    #expect(
      messages == [
        "the picture name “a*” holds the character “*”, which Windows does not take in names",
        "the picture name “nul” is the name of a device on Windows",
        "the picture name “a.” ends in a dot, which Windows drops",
        "the picture name “a ” ends in a space, which Windows drops",
        "the picture name “x.svg” has the extension “.svg”, which each format adds by itself",
        "the picture name “aU+0007b” holds the character U+0007, which names of files cannot have",
      ])
  }

  /// Whatever the name: either it is drawn, or the name that the hint writes is.
  @Test(arguments: UInt64(0)..<300)
  func theNameOfTheHintIsRight(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let parts = [
      "a", "nodes", "größe", "e\u{301}", "🚀", "👩‍👩‍👧", "שלום", "日本", "/", "/", ".", "..", " ", "~", "*",
      "?", "<", "|", "\"", ":", "\\", "con", "NUL", "com1", ".svg", ".drawio", "\u{0}", "\u{1B}",
      "\u{7F}", "\u{FFFE}", "\u{202E}", "\u{2028}", "\n", "-", "_", "#", "$", "%",
      String(repeating: "wort", count: 75),
    ]
    let count = Int.random(in: 0...5, using: &random)
    let name = (0..<count).map { _ in parts.randomElement(using: &random) ?? "" }.joined()
    for (path, names) in [("chapter", [name]), (name, ["nodes"])] {
      let found = diagnostics(path, names)
      guard let first = found.first else { continue }
      #expect(found.count == 1)
      let written = try #require(swiftValue(first.hints[0]), "\(first)")
      let again = path == name ? diagnostics(written, names) : diagnostics(path, [written])
      #expect(again == [], "\(first)")
    }
  }

  /// The string that stands in Swift in a hint.
  private func swiftValue(_ hint: String) -> String? {
    guard let match = hint.firstMatch(of: /\("(.*)"\)`/) else { return nil }
    var text = ""
    var rest = match.1[...]
    while let character = rest.popFirst() {
      guard character == "\\" else {
        text.append(character)
        continue
      }
      switch rest.popFirst() {
      case "n": text.append("\n")
      case "t": text.append("\t")
      case "u":
        let digits = rest.dropFirst().prefix { $0 != "}" }
        rest = rest.dropFirst(digits.count + 2)
        text.unicodeScalars.append(Unicode.Scalar(UInt32(digits, radix: 16) ?? 0) ?? " ")
      case let other?: text.append(other)
      case nil: break
      }
    }
    return text
  }

  // MARK: - Files that would be one

  @Test(arguments: [
    ("nodes", "Nodes"), ("gr\u{F6}ße", "gro\u{308}ße"), ("GRÖSSE", "größe"), ("ſ", "s"),
    ("a/B", "A/b"),
  ])
  func namesThatAreOneFileSomewhereAreTold(first: String, second: String) {
    let found = diagnostics("chapter", [first, second])
    #expect(found.map(\.kind) == [.samePictureName])
    #expect(found[0].message.contains("“\(first)” and “\(second)”"))
    let series = [first, second].map { name in Series("s") { picture(name) } }
    #expect(catalogDiagnostics(series).map(\.kind) == [.sameFile])
  }

  @Test func aFolderWhereAFileWillBeIsTold() {
    #expect(diagnostics("s", ["a", "A.svg/b"]).map(\.kind) == [.fileAsFolder])
    #expect(diagnostics("s", ["a.svg/b", "a.svg/c", "a"]).map(\.kind) == [.fileAsFolder])
    #expect(diagnostics("s", ["a/b", "a"]) == [])
    let file = Series("s") { picture("a") }
    for path in ["s/a.svg", "S/A.SVG", "s/a.drawio", "s/a.drawio.svg/deep/er"] {
      let folder = Series(path) { picture("b") }
      for catalog in [[file, folder], [folder, file]] {
        let found = catalogDiagnostics(catalog)
        #expect(found.map(\.kind) == [.fileAsFolder])
        #expect(found[0].notes.count == 1)
      }
    }
    #expect(catalogDiagnostics([file, Series("s/a") { picture("b") }]) == [])
    #expect(catalogDiagnostics([file, Series("s/a.svgz") { picture("b") }]) == [])
  }

  @Test func aTitleThatNoFileHoldsIsToldAtItsPicture() {
    let series = Series("chapter") { Picture("p", title: "Nodes\u{7}") { box } }
    #expect(throws: DiagramError.self) { try series.rendered(in: .dark) }
    do {
      _ = try series.rendered(in: .dark)
    } catch {
      let found = (error as? DiagramError)?.diagnostics ?? []
      #expect(
        found.map(\.message) == [
          "the title of picture “p” holds the control character U+0007"
        ])
      #expect(found.map(\.line) == [#line - 10])
    }
  }
}
