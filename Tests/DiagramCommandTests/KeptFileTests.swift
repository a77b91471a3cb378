import DiagramEngine
import Foundation
import Testing

@testable import DiagramCommand

/// What `render` does with files that are not as diagen wrote them.
@Suite struct KeptFileTests {
  private let edited = "chapter/architecture/nodes.drawio.svg"
  private let foreign = "chapter/network/pods.svg"

  /// A folder with all images, one of them edited, one replaced by a drawing by hand.
  private func withPersonsFiles(_ body: (TemporaryFolder) throws -> Void) throws {
    try withTemporaryFolder { (folder) throws in
      try Program.fixture.run(["render", "all"], in: folder)
      try folder.edit(edited) { $0.replacing("kubelet</text>", with: "mine</text>") }
      try folder.write("<svg>by hand</svg>", to: foreign)
      try body(folder)
    }
  }

  @Test func whatIsAPersonsIsKeptAndAllElseWritten() throws {
    try withPersonsFiles { (folder) throws in
      let before = try [edited, foreign].map(folder.read)
      let run = try Program.fixture.run(
        ["render", "all", "-v", "--theme", "light"], in: folder)
      #expect(run.status == 4)
      #expect(
        run.lines
          == RenderCommandTests.all.map {
            [edited, foreign].contains($0) ? "kept \($0)" : "wrote \($0)"
          })
      #expect(
        run.errors == """
          error: kept “\(edited)”: it was edited since diagen drew it
          error: kept “\(foreign)”: diagen did not draw it
          hint: \(Ownership.wayOut)

          """)
      #expect(try [edited, foreign].map(folder.read) == before)
    }
  }

  @Test func whatIsNotAskedForIsNotNamed() throws {
    try withPersonsFiles { (folder) throws in
      #expect(try Program.fixture.run(["render", "worker"], in: folder).status == 0)
      #expect(try Program.fixture.run(["render", "pods", "-f", "drawio"], in: folder).status == 0)
      #expect(try Program.fixture.run(["render", "nodes"], in: folder).status == 4)
    }
  }

  @Test func forceWritesOverEverything() throws {
    try withPersonsFiles { (folder) throws in
      let run = try Program.fixture.run(["render", "all", "-v", "--force"], in: folder)
      #expect(run.status == 0)
      #expect(
        run.lines.filter { $0.hasPrefix("wrote ") } == ["wrote \(edited)", "wrote \(foreign)"])
      #expect(try Program.fixture.run(["check"], in: folder).status == 0)
    }
  }

  @Test func theHelpOfForceNamesTheWayBack() throws {
    try withTemporaryFolder { (folder) throws in
      let help = try Program("diagen").run(["render", "--help"], in: folder).output
      #expect(help.contains("--force"))
      #expect(help.replacing(#/\s+/#, with: " ").contains("git is the way back"))
    }
  }

  /// Also where the file is a link to a person's file.
  @Test func anEmptyFileIsWrittenAndALinkIsNot() throws {
    try withTemporaryFolder { (folder) throws in
      try folder.write("", to: foreign)
      try folder.write("<svg>by hand</svg>", to: "mine.svg")
      try folder.makeFolder("chapter/architecture")
      try folder.link("chapter/architecture/nodes.svg", to: "../../mine.svg")
      let run = try Program.fixture.run(["render", "all", "--force", "-f", "svg"], in: folder)
      #expect(run.status == 3)
      #expect(run.errors.contains("it is a symbolic link, which is not followed"))
      #expect(try folder.read("mine.svg") == "<svg>by hand</svg>")
      #expect(try folder.read(foreign) == "")
      try folder.remove("chapter/architecture/nodes.svg")
      #expect(
        try Program.fixture.run(["render", "all", "--force", "-f", "svg"], in: folder).status == 0)
      #expect(try folder.read(foreign).contains("<svg xmlns"))
    }
  }

  @Test func jsonTellsEveryFile() throws {
    struct Report: Decodable {
      struct File: Decodable, Equatable {
        let outcome: String
        let path: String
        let state: String?
      }
      let ok: Bool
      let images: Int
      let files: [File]
    }
    try withPersonsFiles { (folder) throws in
      try folder.remove("chapter/network/pods.drawio")
      let run = try Program.fixture.run(["render", "all", "--json"], in: folder)
      #expect(run.status == 4)
      let report = try JSONDecoder().decode(Report.self, from: Data(run.output.utf8))
      #expect(!report.ok && report.images == 9 && report.files.count == 9)
      let expected = [
        Report.File(outcome: "kept", path: edited, state: "edited"),
        Report.File(outcome: "kept", path: foreign, state: "foreign"),
        Report.File(outcome: "written", path: "chapter/network/pods.drawio", state: nil),
      ]
      for file in expected { #expect(report.files.contains(file)) }
      #expect(report.files.count { $0.outcome == "unchanged" } == 6)
    }
  }

  /// Each of these was found only after the files before it in the list had been written.
  @Test(arguments: ["folder", "link", "closed", "file above"])
  func whatStandsInTheWayIsFoundBeforeAnythingIsWritten(obstacle: String) throws {
    try withTemporaryFolder { (folder) throws in
      let last = "chapter/network/pods.svg"
      switch obstacle {
      case "folder": try folder.makeFolder(last)
      case "link":
        try folder.makeFolder("chapter/network")
        try folder.link(last, to: "../../elsewhere.svg")
      case "closed":
        try folder.write("", to: last)
        // More than is ever read, which is so for root too.
        let handle = try #require(FileHandle(forWritingAtPath: folder.path(last)))
        try handle.truncate(atOffset: UInt64(NamedFile.mostMegabytes + 1) << 20)
        try handle.close()
      default: try folder.write("mine", to: "chapter/network")
      }
      let before = try folder.files()
      for options in [[], ["--json"]] {
        let run = try Program.fixture.run(["render", "all"] + options, in: folder)
        #expect(run.status == 3 && run.errors.hasPrefix("error: cannot "), "\(run)")
        #expect(run.lines.allSatisfy { $0.contains("\"written\":0") })
      }
      #expect(try folder.files() == before)
    }
  }

  @Test func checkTellsWhatIsAPersons() throws {
    try withPersonsFiles { (folder) throws in
      let run = try Program.fixture.run(
        ["check"], in: folder, environment: ["FIXTURE_TITLE": "containerd"])
      #expect(run.status == 1)
      #expect(
        run.lines == [
          "edited: \(edited)", "code changed: chapter/architecture/nodes.svg",
          "code changed: chapter/architecture/nodes.drawio", "foreign: \(foreign)",
        ])
      #expect(run.errors.contains("2 code changed, 1 edited, 1 foreign"))
      #expect(run.errors.contains("--force"))
    }
  }

  /// What `render` cannot write, `check` does not call missing.
  @Test func checkTellsWhereNoFileCanBeWritten() throws {
    try withTemporaryFolder { (folder) throws in
      try Program.fixture.run(["render", "all", "-f", "svg"], in: folder)
      let nodes = "chapter/architecture/nodes.svg"
      for lay in [folder.makeFolder, { try folder.link($0, to: "nowhere") }] {
        try folder.remove(nodes)
        try lay(nodes)
        #expect(
          try Program.fixture.run(["check", "-f", "svg"], in: folder).lines == ["blocked: \(nodes)"]
        )
        #expect(try Program.fixture.run(["render", "all", "-f", "svg"], in: folder).status == 3)
      }
      try folder.makeFolder("images")
      try folder.link("images/chapter", to: "../chapter")
      let outside = try Program.fixture.run(
        ["check", "pods", "-f", "svg", "-o", "images", "--theme", "light"], in: folder)
      #expect(outside.lines == ["blocked: images/chapter/network/pods.svg"])
      try folder.remove("chapter")
      try folder.write("a person's", to: "chapter")
      let run = try Program.fixture.run(["check", "pods", "-f", "svg", "--json"], in: folder)
      #expect(
        run.output.contains(
          #"{"state":"blocked","path":"chapter/network/pods.svg","reason":"“chapter”: it is a file, not a folder","#
        ))
      #expect(run.status == 1)
    }
  }

  /// A file of more bytes than are ever read, and one that is missing.
  @Test func whatCannotBeReadHidesNothingElse() throws {
    try withTemporaryFolder { (folder) throws in
      try Program.fixture.run(["render", "all", "-f", "svg"], in: folder)
      let (nodes, pods) = ("chapter/architecture/nodes.svg", "chapter/network/pods.svg")
      let handle = try #require(FileHandle(forWritingAtPath: folder.path(nodes)))
      try handle.truncate(atOffset: UInt64(NamedFile.mostMegabytes + 1) << 20)
      try handle.close()
      try folder.remove(pods)
      let run = try Program.fixture.run(["check", "-f", "svg"], in: folder)
      #expect(run.status == 3 && run.lines == ["missing: \(pods)"])
      #expect(run.errors.contains("error: cannot read “\(nodes)”: it holds more than"))
      let json = try Program.fixture.run(["check", "-f", "svg", "--json"], in: folder).output
      #expect(
        json.contains(#"{"state":"unreadable","path":"\#(nodes)","reason":"it holds more than"#))
    }
  }

  /// A link to what is the drawing needs no writing.
  @Test func aLinkToTheDrawingIsInOrder() throws {
    try withTemporaryFolder { (folder) throws in
      let pods = "chapter/network/pods.svg"
      try Program.fixture.run(["render", "all", "-f", "svg"], in: folder)
      try folder.write(try folder.read(pods), to: "drawn.svg")
      try folder.remove(pods)
      try folder.link(pods, to: "../../drawn.svg")
      #expect(try Program.fixture.run(["check", "-f", "svg"], in: folder).output == "")
      #expect(try Program.fixture.run(["render", "all", "-f", "svg"], in: folder).status == 0)
    }
  }

  @Test func checkTellsWhatAnotherVersionDrew() throws {
    try withTemporaryFolder { (folder) throws in
      try Program.fixture.run(["render", "all"], in: folder)
      let name = "chapter/network/pods.drawio"
      var bytes = Array(
        try folder.read(name).replacing(#/ version="[^"]+"/#, with: " version=\"0.0.9\"").utf8)
      OutputFormat.drawio.seal(&bytes)
      try folder.write(bytes, to: name)
      let run = try Program.fixture.run(["check"], in: folder)
      #expect(run.lines == ["drawn by another version of diagen: \(name)"])
      #expect(try Program.fixture.run(["render", "all"], in: folder).status == 0)
      #expect(try Program.fixture.run(["check"], in: folder).status == 0)
    }
  }
}

@Suite struct PruneTests {
  private let orphan = "chapter/network/old.svg"

  /// All images, an orphan of ours, and what else may lie beside it.
  private func withOrphans(_ body: (TemporaryFolder) throws -> Void) throws {
    try withTemporaryFolder { (folder) throws in
      try Program.fixture.run(["render", "all"], in: folder)
      let ours = try folder.read("chapter/network/pods.svg")
      try folder.write(ours, to: orphan)
      try folder.write(ours, to: "chapter/gone/old.svg")
      try folder.write(ours.replacing("pod", with: "mine"), to: "chapter/network/edited.svg")
      try folder.write("<svg/>", to: "chapter/network/foreign.svg")
      try folder.write(ours, to: "elsewhere/old.svg")
      try folder.write(ours, to: "chapter/.hidden/old.svg")
      try folder.link("chapter/network/link.svg", to: "pods.svg")
      try body(folder)
    }
  }

  @Test func onlyUnchangedOrphansOfOursAreRemoved() throws {
    try withOrphans { (folder) throws in
      let before = try folder.files()
      let run = try Program.fixture.run(["render", "all", "--prune"], in: folder)
      #expect(run.status == 4)
      #expect(run.lines == ["removed chapter/gone/old.svg", "removed \(orphan)"])
      #expect(run.errors.contains("kept “chapter/network/edited.svg”: it was edited"))
      #expect(try folder.files() == before.filter { $0 != orphan && $0 != "chapter/gone/old.svg" })
    }
  }

  @Test func checkTellsWhichOrphansWillBeKept() throws {
    try withOrphans { (folder) throws in
      let run = try Program.fixture.run(["check", "--json"], in: folder)
      let orphan = #"{"state":"orphaned","path":"chapter/network/old.svg","id":"DG1009"#
      let edited = #"{"state":"orphaned","path":"chapter/network/edited.svg","reason":"#
      #expect(run.output.contains(orphan))
      #expect(run.output.contains(edited + "\"it was edited since diagen drew it\","))
    }
  }

  @Test func forceRemovesNoMore() throws {
    try withOrphans { (folder) throws in
      #expect(
        try Program.fixture.run(["render", "all", "--prune", "--force"], in: folder).status == 4)
      #expect(try folder.files().contains("chapter/network/edited.svg"))
      // So the way out is not the one of a file that is drawn.
      let run = try Program.fixture.run(["render", "all", "--prune"], in: folder)
      #expect(run.errors.hasSuffix("hint: \(Ownership.wayOutOfOrphans)\n"))
      #expect(!run.errors.contains(Ownership.wayOut))
    }
  }

  @Test func withoutPruneNothingIsRemoved() throws {
    try withOrphans { (folder) throws in
      let before = try folder.files()
      #expect(try Program.fixture.run(["render", "all", "--force"], in: folder).status == 0)
      #expect(try folder.files() == before)
    }
  }

  @Test func namesAndFormatsLimitWhatIsRemoved() throws {
    try withOrphans { (folder) throws in
      try folder.remove("chapter/network/edited.svg")
      let other = try Program.fixture.run(
        ["render", "chapter/architecture", "pods", "--prune"], in: folder)
      #expect(other.output == "")
      let format = try Program.fixture.run(
        ["render", "all", "--prune", "-f", "drawio"], in: folder)
      #expect(format.output == "")
      let run = try Program.fixture.run(["render", "chapter/network", "--prune"], in: folder)
      #expect(run.lines == ["removed \(orphan)"])
      #expect(run.status == 0)
    }
  }
}

@Suite struct LayoutOutputTests {
  @Test func standardOutputIsNoLinkToBeRemoved() throws {
    try withTemporaryFolder { (folder) throws in
      try folder.write(graph, to: "graph.json")
      let run = try Program("diagen").run(["layout", "graph.json", "/dev/stdout"], in: folder)
      #expect(run.status == 3)
      #expect(
        run.errors
          == "error: cannot write “/dev/stdout”: it is a symbolic link, which is not followed\n")
    }
  }

  private let graph =
    #"{"format":"diagen-graph/1","nodes":[{"id":"a","width":20,"height":20}],"edges":[]}"#

  @Test(arguments: [
    "notes", "{\"format\":\"diagen-graph/1\",\"nodes\":[]}", "{}",
    "# About diagen-layout/1\n\n```json\n{\"format\":\"diagen-layout/1\",\"nodes\":[]}\n```\n",
  ])
  func aFileThatIsNoDrawingIsKept(text: String) throws {
    try withTemporaryFolder { (folder) throws in
      try folder.write(graph, to: "graph.json")
      try folder.write(text, to: "out.json")
      let run = try Program("diagen").run(["layout", "graph.json", "out.json"], in: folder)
      #expect(run.status == 4)
      #expect(run.errors.hasPrefix("error: kept “out.json”: it is no drawing of the format"))
      #expect(try folder.read("out.json") == text)
      let forced = try Program("diagen").run(
        ["layout", "graph.json", "out.json", "--force"], in: folder)
      #expect(forced.status == 0)
      // What it wrote it may write again, and over nothing of a person's.
      for text in [try folder.read("out.json"), ""] {
        try folder.write(text, to: "out.json")
        #expect(
          try Program("diagen").run(["layout", "graph.json", "out.json"], in: folder).status == 0)
      }
      #expect(try folder.read("graph.json") == graph)
    }
  }
}
