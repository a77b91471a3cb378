import Foundation
import Testing

/// Documentation/diagen.1 says what the program's own help says.
@Suite struct ManualTests {
  private static let page = "Documentation/diagen.1"

  private let lines: [String]
  private let help: Help

  init() throws {
    lines = try String(contentsOfFile: WorkTree.file(Self.page), encoding: .utf8)
      .split(separator: "\n").map(String.init)
    help = try withTemporaryFolder { (folder) throws in
      let run = try Program("diagen").run(["--experimental-dump-help"], in: folder)
      return try JSONDecoder().decode(Help.self, from: Data(run.output.utf8))
    }
  }

  @Test func itNamesEveryCommandAndNoOther() {
    let commands = help.command.subcommands ?? []
    let named = lines.filter { $0.hasPrefix(".It Cm ") }.map { String($0.dropFirst(7)) }
    #expect(named.sorted() == commands.filter(\.shouldDisplay).map(\.commandName).sorted())
  }

  @Test func itNamesEveryOptionAndNoOther() {
    let commands = [help.command] + (help.command.subcommands ?? [])
    let shown = commands.filter { $0.commandName != "help" }.flatMap { $0.arguments ?? [] }
      .filter(\.shouldDisplay)
    let options = Set(shown.flatMap { $0.names ?? [] }.map(\.text))
    // “.It Fl o , -output Ar folder”
    let named = lines.filter { $0.hasPrefix(".It Fl ") }.flatMap { line in
      let words = line.split(separator: " ")
      return zip(words, words.dropFirst()).filter { ["Fl", ","].contains($0) && $1 != "Fl" }
        .map { "-\($1)" }
    }
    #expect(options.count > 20)
    for option in options.symmetricDifference(named) {
      #expect(
        Bool(false), "\(option) stands only in \(options.contains(option) ? "the help" : Self.page)"
      )
    }
    // What the help lists as values, the page does too: “A theme: dark, light.”
    let listing = ["theme", "format", "report", "algorithm"]
    for option in shown where option.names?.contains(where: { listing.contains($0.name) }) ?? false
    {
      let list = (option.abstract ?? "").drop { $0 != ":" }.dropFirst(2)
      let sentence = list.split(separator: ". ").first ?? ""
      for value in sentence.split(separator: ", ") {
        let word = value.last == "." ? String(value.dropLast()) : String(value)
        #expect(
          lines.contains { [".Cm \(word)", ".Cm \(word) ,", ".Cm \(word) ."].contains($0) },
          "\(word)")
      }
    }
  }

  @Test func itTellsEveryExitStatusInTheSameWords() throws {
    let start = try #require(lines.firstIndex(of: ".Sh EXIT STATUS"))
    let end = try #require(lines[start...].firstIndex(of: ".El"))
    let statuses = lines[(start + 2)..<end].split { $0.hasPrefix(".It") }.map { words in
      words.map { $0.replacing(".Cm ", with: "") }.joined(separator: " ")
    }
    let told = try #require(help.command.discussion).split(separator: "EXIT STATUS:\n").last ?? ""
    let meanings = told.split(separator: "\n").prefix(statuses.count).map { $0.dropFirst(5) }
    for (status, meaning) in zip(statuses, meanings) {
      #expect(status.lowercased() == "\(meaning.lowercased()).")
    }
    #expect(statuses.count == 5 && told.split(separator: "\n").count == 5)
  }

  @Test func itsExampleDraws() throws {
    let start = try #require(lines.firstIndex(of: "import DiagramDSL"))
    let end = try #require(lines[start...].firstIndex(of: "}"))
    try withOneFileProgram { diagen in
      try diagen.folder.write(lines[start...end].joined(separator: "\n"), to: "shop.swift")
      let run = try diagen.run("shop.swift")
      #expect(run.status == 0, "\(run.errors)")
      let drawn = try diagen.folder.files().filter { $0.hasPrefix("shop/") }.map { $0.dropFirst(5) }
      #expect(lines.contains(drawn.joined(separator: "  ")))
    }
  }

  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/groff")))
  func itIsSetWithoutAWarning() throws {
    let run = try Program.run(
      "/usr/bin/groff", ["-mandoc", "-ww", "-Tutf8", WorkTree.file(Self.page)], in: "/")
    #expect(run.status == 0 && run.errors == "" && run.output.contains("DIAGEN"))
  }
}

/// What `--experimental-dump-help` prints, as far as it is looked at.
private struct Help: Decodable {
  let command: Command

  struct Command: Decodable {
    let commandName: String
    let shouldDisplay: Bool
    let discussion: String?
    let arguments: [Argument]?
    let subcommands: [Command]?
  }

  struct Argument: Decodable {
    let shouldDisplay: Bool
    let abstract: String?
    let valueName: String?
    let names: [Name]?
  }

  struct Name: Decodable {
    let kind: String
    let name: String
    /// As it is typed.
    var text: String { kind == "short" ? "-\(name)" : "--\(name)" }
  }
}
