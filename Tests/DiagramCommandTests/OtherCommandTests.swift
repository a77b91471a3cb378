import Foundation
import Testing

@Suite struct ListCommandTests {
  @Test func aPipeTakesOneFileALine() throws {
    try withTemporaryFolder { (folder) throws in
      let run = try Program.fixture.run(["list"], in: folder)
      #expect(run.status == 0)
      #expect(run.lines == RenderCommandTests.all)
    }
  }

  @Test func jsonNamesSeriesPicturesAndFiles() throws {
    struct Catalog: Decodable {
      struct Series: Decodable {
        struct Picture: Decodable {
          let name: String
          let files: [String]
        }
        let path: String
        let pictures: [Picture]
        let files: [String]
      }
      let series: [Series]
    }
    try withTemporaryFolder { (folder) throws in
      let run = try Program.fixture.run(["list", "--json"], in: folder)
      let catalog = try JSONDecoder().decode(Catalog.self, from: Data(run.output.utf8))
      #expect(catalog.series.map(\.path) == ["chapter/architecture", "chapter/network"])
      #expect(catalog.series.map { $0.pictures.map(\.name) } == [["nodes", "worker"], ["pods"]])
      #expect(catalog.series.flatMap(\.pictures).flatMap(\.files) == RenderCommandTests.all)
      #expect(catalog.series.allSatisfy { $0.files.isEmpty })
    }
  }

  @Test func aFullDiskBehindStandardOutputIsToldOf() throws {
    try #require(FileManager.default.fileExists(atPath: "/dev/full"))
    try withTemporaryFolder { (folder) throws in
      let run = try Program.run(
        "/bin/sh", ["-c", "'\(Program.fixture.path)' list > /dev/full"], in: folder.path)
      #expect(run.status == 3)
      #expect(run.errors.hasPrefix("error: cannot write “standard output”: "))
    }
  }
}

@Suite struct CheckCommandTests {
  @Test func freshImagesPassSilently() throws {
    try withTemporaryFolder { (folder) throws in
      try Program.fixture.run(["render", "all"], in: folder)
      let run = try Program.fixture.run(["check"], in: folder)
      #expect(run.status == 0)
      #expect(run.output == "")
      #expect(run.errors == "")
    }
  }

  @Test func missingForeignAndOrphanedImagesAreListed() throws {
    try withTemporaryFolder { (folder) throws in
      try Program.fixture.run(["render", "all"], in: folder)
      try folder.remove("chapter/network/pods.svg")
      try folder.write("<svg/>", to: "chapter/architecture/nodes.svg")
      try folder.write("<svg data-generator=\"diagen\"/>", to: "chapter/architecture/old.svg")
      try folder.write("<mxfile host=\"diagen\"/>", to: "chapter/gone/old.drawio")
      try folder.write("<svg data-generator=\"diagen\"/>", to: "chapter/gone/old.drawio.svg")
      let run = try Program.fixture.run(["check"], in: folder)
      #expect(run.status == 1)
      #expect(
        run.lines == [
          "foreign: chapter/architecture/nodes.svg", "missing: chapter/network/pods.svg",
          "orphaned: chapter/architecture/old.svg", "orphaned: chapter/gone/old.drawio",
          "orphaned: chapter/gone/old.drawio.svg",
        ])
      #expect(run.errors.contains("1 missing, 1 foreign, 3 orphaned"))
      #expect(run.errors.contains("hint: "))
    }
  }

  @Test func anImageThatGrewOrShrankByOneByteIsEdited() throws {
    try withTemporaryFolder { (folder) throws in
      try Program.fixture.run(["render", "all"], in: folder)
      let grown = "chapter/network/pods.svg", shrunk = "chapter/network/pods.drawio"
      try folder.write(try folder.read(grown) + "\n", to: grown)
      try folder.write(String(try folder.read(shrunk).dropLast()), to: shrunk)
      #expect(
        try Program.fixture.run(["check"], in: folder).lines
          == ["edited: \(grown)", "edited: \(shrunk)"])
    }
  }

  @Test func whatDiagenDidNotWriteIsNeverReportedNorTouched() throws {
    let hand = [
      "chapter/architecture/hand.svg": "<svg/>", "chapter/hand.drawio": "<mxfile host=\"app\"/>",
      "chapter/quoted.svg": "<svg content=\"host=&quot;diagen&quot;\"/>",
      "chapter/late.svg": "<svg>\(String(repeating: " ", count: 3000))data-generator=\"diagen\"",
      "chapter/notes.md": "<svg data-generator=\"diagen\"/>",
      "chapter/.hidden/old.svg": "<svg data-generator=\"diagen\"/>",
      "elsewhere/other.svg": "<svg data-generator=\"diagen\"/>", "chapter/empty.svg": "",
    ]
    try withTemporaryFolder { (folder) throws in
      for (name, text) in hand { try folder.write(text, to: name) }
      try Program.fixture.run(["render", "all"], in: folder)
      let run = try Program.fixture.run(["check"], in: folder)
      #expect(run.status == 0)
      #expect(run.output == "")
      for (name, text) in hand { #expect(try folder.read(name) == text) }
    }
  }

  @Test func optionsAreRespected() throws {
    try withTemporaryFolder { (folder) throws in
      let options = ["-o", "out", "-f", "svg", "--theme", "light"]
      try Program.fixture.run(["render", "all"] + options, in: folder)
      try folder.write("<mxfile host=\"diagen\"/>", to: "out/chapter/old.drawio")
      #expect(try Program.fixture.run(["check"] + options, in: folder).status == 0)
      let dark = try Program.fixture.run(["check", "-o", "out", "-f", "svg"], in: folder)
      #expect(
        dark.lines.map { String($0.prefix(14)) } == [String](repeating: "code changed: ", count: 3))
      let both = try Program.fixture.run(
        ["check", "-o", "out", "-f", "svg,drawio", "--theme", "light"], in: folder)
      #expect(both.lines.filter { $0.hasPrefix("missing: out/") }.count == 3)
      #expect(both.lines.last == "orphaned: out/chapter/old.drawio")
    }
  }

  @Test func checkWritesNothingWhereNothingIs() throws {
    try withTemporaryFolder { (folder) throws in
      let run = try Program.fixture.run(["check", "-o", "no/where"], in: folder)
      #expect(run.status == 1)
      #expect(run.lines == RenderCommandTests.all.map { "missing: no/where/\($0)" })
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
    }
  }

  @Test func jsonGivesTheSameFindings() throws {
    struct Report: Decodable {
      struct Finding: Decodable {
        let state: String
        let path: String
      }
      let ok: Bool
      let images: Int
      let findings: [Finding]
    }
    try withTemporaryFolder { (folder) throws in
      try Program.fixture.run(["render", "all"], in: folder)
      let green = try Program.fixture.run(["check", "--json"], in: folder)
      #expect(
        green.output
          == #"{"ok":true,"images":9,"findings":[],"allowed":[],"errors":0,"warnings":0,"#
          + #""diagnostics":[]}"# + "\n")
      try folder.remove("chapter/network/pods.svg")
      let red = try Program.fixture.run(["check", "--json"], in: folder)
      #expect(red.status == 1)
      let report = try JSONDecoder().decode(Report.self, from: Data(red.output.utf8))
      #expect(!report.ok && report.images == 9 && report.findings.count == 1)
      #expect(report.findings.first?.state == "missing")
      #expect(report.findings.first?.path == "chapter/network/pods.svg")
    }
  }

  @Test func mistakesAreToldInsteadOfFindings() throws {
    try withTemporaryFolder { (folder) throws in
      let run = try Program.fixture.run(
        ["check"], in: folder, environment: ["FIXTURE_CATALOG": "mistakes"])
      #expect(run.status == 2)
      #expect(run.output == "")
    }
  }
}

@Suite struct ProgramTests {
  @Test func theProgramGoesByItsOwnNameAndVersion() throws {
    try withTemporaryFolder { (folder) throws in
      let help = try Program.fixture.run(["--help"], in: folder)
      #expect(help.status == 0)
      #expect(help.output.contains("USAGE: CommandFixture <subcommand>"))
      #expect(try Program.fixture.run(["--version"], in: folder).output == "7.8.9\n")
      try folder.link("chapter", to: Program.fixture.path)
      let linked = try Program.run(folder.path("chapter"), ["--help"], in: folder.path)
      #expect(linked.output.contains("USAGE: chapter <subcommand>"))
    }
  }

  @Test func helpTellsEveryExitStatus() throws {
    try withTemporaryFolder { (folder) throws in
      let help = try Program("diagen").run([], in: folder)
      #expect(help.status == 0)
      for line in ["  0  ", "  1  ", "  2  ", "  3  ", "  4  "] {
        #expect(help.output.contains(line))
      }
      let version = try Program("diagen").run(["--version"], in: folder)
      #expect(version.output.wholeMatch(of: /\d+\.\d+\.\d+\n/) != nil)
    }
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func shellsAreToldHowToComplete(shell: String) throws {
    try withTemporaryFolder { (folder) throws in
      let run = try Program("diagen").run(["--generate-completion-script", shell], in: folder)
      #expect(run.status == 0)
      #expect(run.output.contains("diagen") && run.output.contains("drawio.svg"))
    }
  }

  @Test func theProjectsOwnCatalogIsListed() throws {
    try withTemporaryFolder { (folder) throws in
      let run = try Program("diagen").run(["list"], in: folder)
      #expect(run.lines.contains("120_kubernetes/architecture/nodes.drawio.svg"))
    }
  }
}

/// Standard output as a terminal, by util-linux's `script`.
@Suite(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/script"), "no script"))
struct TerminalTests {
  private func onTerminal(
    _ command: String, in folder: TemporaryFolder, _ environment: [String: String] = [:]
  ) throws -> String {
    try Program.run(
      "/usr/bin/script", ["-qec", "'\(Program.fixture.path)' \(command)", "/dev/null"],
      in: folder.path, environment: ["TERM": "xterm", "NO_COLOR": ""].merging(environment) { $1 }
    ).output.replacing("\r\n", with: "\n")
  }

  @Test func aTerminalGetsColorsAndASummary() throws {
    try withTemporaryFolder { (folder) throws in
      let first = try onTerminal("render all -f svg", in: folder)
      #expect(first.contains("\u{1B}[32mwrote\u{1B}[0m chapter/network/pods.svg\n"))
      #expect(first.hasSuffix("3 images: 3 written, 0 unchanged\n"))
      let second = try onTerminal("render all -f svg", in: folder)
      #expect(second == "3 images: 0 written, 3 unchanged\n")
      #expect(
        try onTerminal("check -f svg", in: folder) == "3 images: all as the diagrams make them\n")
      #expect(try onTerminal("list", in: folder).contains("  nodes  "))
    }
  }

  /// What takes more than a second shows how far it is, on a line that is gone at the end.
  @Test func longWorkShowsHowFarItIs() throws {
    try withTemporaryFolder { (folder) throws in
      let slow = ["FIXTURE_CATALOG": "slow", "XDG_CACHE_HOME": folder.path("cache")]
      let command = "render all -f svg --jobs 2"
      let text = try onTerminal(command, in: folder, slow)
      let shown = text.split(separator: "\r").filter { $0.contains("drawing ") }
      #expect(
        shown.count > 2 && shown.allSatisfy { $0.contains("█") || $0.contains("░") }, "\(text)")
      let counts = shown.compactMap {
        $0.firstMatch(of: /drawing (\d+) of 16/).flatMap { Int($0.1) }
      }
      #expect(counts.count == shown.count && counts == counts.sorted(), "\(counts)")
      #expect(shown.contains { $0.contains(/, (\d+ min )?\d+ s left/) }, "\(text)")
      // Nothing of it stays: the line is taken back before anything else is told.
      #expect(text.contains("\r\u{1B}[K\u{1B}[32mwrote"), "\(text)")
      #expect(text.hasSuffix("16 images: 16 written, 0 unchanged\n"))
      // In plain letters where colors are off, and not at all where a line cannot be taken back or is read by a program.
      let plain = try onTerminal(
        command + " --fresh", in: folder, slow.merging(["NO_COLOR": "1"]) { $1 })
      #expect(plain.contains("drawing ") && !plain.contains("\u{1B}[3"), "\(plain)")
      for quiet in [
        try onTerminal(command + " --fresh", in: folder, slow.merging(["TERM": "dumb"]) { $1 }),
        try onTerminal(command + " --fresh | cat", in: folder, slow),
        try Program.fixture.run(
          ["render", "all", "-f", "svg", "--fresh"], in: folder, environment: slow
        ).errors,
      ] {
        #expect(!quiet.contains("drawing") && !quiet.contains("\u{1B}"), "\(quiet)")
      }
    }
  }

  @Test(arguments: [["NO_COLOR": "1"], ["TERM": "dumb"]])
  func colorsCanBeSwitchedOff(environment: [String: String]) throws {
    try withTemporaryFolder { (folder) throws in
      for command in ["render all", "list", "check", "render wroker"] {
        let text = try onTerminal(command, in: folder, environment)
        #expect(!text.contains("\u{1B}"))
      }
    }
  }
}
