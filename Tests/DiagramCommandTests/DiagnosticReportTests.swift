import Foundation
import Testing

@testable import DiagramCommand

/// What a report in JSON says of the mistakes of the diagrams.
private struct Report: Decodable {
  struct Diagnostic: Decodable {
    struct Note: Decodable {
      let message: String
      let file: String
      let line: Int
      let column: Int
    }
    let id: String
    let severity: String
    let message: String
    let file: String
    let line: Int
    let column: Int
    let hints: [String]
    let notes: [Note]
  }
  let ok: Bool
  let errors: Int
  let warnings: Int
  let diagnostics: [Diagnostic]
}

private let warnings = ["FIXTURE_CATALOG": "warnings"]
private let mistakes = ["FIXTURE_CATALOG": "mistakes"]

@Suite struct DiagnosticReportTests {
  @Test func warningsAreToldBesideTheFilesAndChangeNoStatus() throws {
    try withTemporaryFolder { (folder) throws in
      let run = try Program.fixture.run(
        ["render", "all", "-v", "-f", "svg"], in: folder, environment: warnings)
      #expect(run.status == 0)
      #expect(run.lines == ["wrote chapter/network/pods.svg", "wrote doubtful/pair.svg"])
      let told = run.errors.split(separator: "\n")
      let place = #/.+/Fixture.swift:\d+:9/#
      #expect(told.count == 3)
      #expect(
        told[0].wholeMatch(
          of: #/.+/Fixture.swift:\d+:9: warning: two equal arrows .* \[DG0312\]/#) != nil)
      #expect(told.allSatisfy { $0.starts(with: place) })
      let check = try Program.fixture.run(
        ["check", "-f", "svg"], in: folder, environment: warnings)
      #expect(check.status == 0 && check.output == "")
      #expect(check.errors == run.errors)
    }
  }

  @Test func onlyTheSeriesAskedForWarn() throws {
    try withTemporaryFolder { (folder) throws in
      let run = try Program.fixture.run(["render", "pods"], in: folder, environment: warnings)
      #expect(run.status == 0 && run.errors == "")
    }
  }

  @Test(arguments: [["render", "all"], ["check"]])
  func jsonCountsWarnings(command: [String]) throws {
    try withTemporaryFolder { (folder) throws in
      try Program.fixture.run(["render", "all"], in: folder, environment: warnings)
      let run = try Program.fixture.run(
        command + ["--json"], in: folder, environment: warnings)
      #expect(run.status == 0)
      let report = try JSONDecoder().decode(Report.self, from: Data(run.output.utf8))
      #expect(report.ok && report.errors == 0 && report.warnings == 1)
      let diagnostic = try #require(report.diagnostics.first)
      #expect(diagnostic.id == "DG0312" && diagnostic.severity == "warning")
      #expect(diagnostic.file.hasSuffix("/Tests/Support/CommandFixture/Fixture.swift"))
      #expect(diagnostic.column == 9 && diagnostic.notes.map(\.line) == [diagnostic.line - 1])
    }
  }

  @Test(arguments: [["render", "all"], ["check"]])
  func jsonHoldsMistakesToo(command: [String]) throws {
    try withTemporaryFolder { (folder) throws in
      let run = try Program.fixture.run(
        command + ["--json"], in: folder, environment: mistakes)
      #expect(run.status == 2)
      let report = try JSONDecoder().decode(Report.self, from: Data(run.output.utf8))
      #expect(!report.ok && report.errors == 2 && report.warnings == 0)
      #expect(report.diagnostics.map(\.id) == ["DG0105", "DG0105"])
      let lines = report.diagnostics.map(\.line)
      #expect(lines == lines.sorted() && Set(lines).count == 2)
      #expect(report.diagnostics.allSatisfy { !$0.hints.isEmpty })
      #expect(run.errors.contains("[DG0105]"))
      #expect(try folder.files().isEmpty)
    }
  }

  @Test func placesOpenFromTheWorkingFolder() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().path(percentEncoded: false)
    try withTemporaryFolder { (folder) throws in
      let options = ["check", "-o", folder.path]
      let inside = try Program.run(
        Program.fixture.path, options, in: root, environment: mistakes)
      #expect(inside.errors.hasPrefix("Tests/Support/CommandFixture/Fixture.swift:"))
      let deeper = try Program.run(
        Program.fixture.path, options, in: "\(root)/Tests/Support", environment: mistakes)
      #expect(deeper.errors.hasPrefix("CommandFixture/Fixture.swift:"))
      let outside = try Program.fixture.run(options, in: folder, environment: mistakes)
      #expect(outside.errors.hasPrefix("/"))
      let place = try #require(outside.errors.firstMatch(of: #/^(/.+?):\d+:\d+: error: /#))
      #expect(FileManager.default.fileExists(atPath: String(place.1)))
    }
  }

  @Test func aFolderBesideWithALongerNameIsOutside() {
    let path = SourcePath(seenFrom: ["/home/chapter", "/link/"])
    #expect(path.relative("/home/chapter/Sources/A.swift") == "Sources/A.swift")
    #expect(path.relative("/home/chapters/A.swift") == "/home/chapters/A.swift")
    #expect(path.relative("/link/A.swift") == "A.swift")
    #expect(path.relative("Chapter/A.swift") == "Chapter/A.swift")
    #expect(SourcePath(seenFrom: []).relative("/a/A.swift") == "/a/A.swift")
    #expect(SourcePath(seenFrom: ["/"]).relative("/a/A.swift") == "a/A.swift")
  }

  @Test func aFileBehindALinkIsFoundBelowTheWorkingFolder() throws {
    try withTemporaryFolder { (folder) throws in
      try folder.write("", to: "real/A.swift")
      try folder.link("link", to: folder.path("real"))
      let real = URL(fileURLWithPath: folder.path("real")).resolvingSymlinksInPath().path
      #expect(SourcePath(seenFrom: [real]).relative(folder.path("link/A.swift")) == "A.swift")
    }
  }
}
