import DiagramModel
import Foundation
import Testing

@Suite struct RenderCommandTests {
  static let all = [
    "chapter/architecture/nodes.drawio.svg", "chapter/architecture/nodes.svg",
    "chapter/architecture/nodes.drawio", "chapter/architecture/worker.drawio.svg",
    "chapter/architecture/worker.svg", "chapter/architecture/worker.drawio",
    "chapter/network/pods.drawio.svg", "chapter/network/pods.svg", "chapter/network/pods.drawio",
  ]

  @Test func allWritesEveryFileAndTellsEach() throws {
    try withTemporaryFolder { (folder) throws in
      let run = try Program.fixture.run(["render", "all", "--verbose"], in: folder)
      #expect(run.status == 0)
      #expect(run.lines == Self.all.map { "wrote \($0)" })
      #expect(run.errors == "")
      #expect(try folder.files() == Self.all.sorted())
    }
  }

  @Test func successIsSilentWhereNobodyWatches() throws {
    try withTemporaryFolder { (folder) throws in
      let run = try Program.fixture.run(["render", "all"], in: folder)
      #expect(run.status == 0)
      #expect(run.output == "" && run.errors == "")
      #expect(try folder.files() == Self.all.sorted())
    }
  }

  @Test func theSecondRunWritesNothingAndSaysNothing() throws {
    try withTemporaryFolder { (folder) throws in
      try Program.fixture.run(["render", "all"], in: folder)
      let before = try Self.all.map(folder.identity)
      let run = try Program.fixture.run(["render", "all"], in: folder)
      #expect(run.status == 0)
      #expect(run.output == "")
      #expect(try Self.all.map(folder.identity) == before)
      let verbose = try Program.fixture.run(["render", "all", "--verbose"], in: folder)
      #expect(verbose.lines == Self.all.map { "unchanged \($0)" })
    }
  }

  @Test func onlyWhatChangedIsWritten() throws {
    try withTemporaryFolder { (folder) throws in
      try Program.fixture.run(["render", "all"], in: folder)
      let run = try Program.fixture.run(
        ["render", "all", "-v"], in: folder, environment: ["FIXTURE_TITLE": "containerd"])
      let changed = ["drawio.svg", "svg", "drawio"].map { "wrote chapter/architecture/nodes.\($0)" }
      #expect(Set(changed).isSubset(of: run.lines))
      #expect(!run.lines.contains { $0.contains("wrote chapter/network") })
      #expect(try folder.read("chapter/architecture/nodes.svg").contains("containerd"))
    }
  }

  /// However many shards there are, each image is drawn by exactly one of them.
  @Test(arguments: 1...4) func theUnionOfShardsIsTheWhole(count: Int) throws {
    try withTemporaryFolder { (folder) throws in
      let lines = try (1...count).map { number in
        let run = try Program.fixture.run(
          ["render", "all", "-v", "--shard", "\(number)/\(count)"], in: folder)
        #expect(run.status == 0 && run.errors == "")
        return run.lines
      }
      #expect(lines.joined().sorted() == Self.all.map { "wrote \($0)" }.sorted())
      #expect(try folder.files() == Self.all.sorted())
      if count == 2 { #expect(lines[1] == Self.all[6...].map { "wrote \($0)" }) }
      #expect(
        try Program.fixture.run(["check", "--shard", "1/\(count)"], in: folder).status == 0)
    }
  }

  @Test(arguments: ["1", "0/2", "3/2", "-1/2", "a/b", "1/2/3", "1/", "99999999999999999999/2"])
  func whatIsNoShardIsToldOf(argument: String) throws {
    try withTemporaryFolder { (folder) throws in
      let run = try Program.fixture.run(["render", "all", "--shard=\(argument)"], in: folder)
      #expect(run.status == 2 && run.errors.contains("“\(argument)” is no part"))
      #expect(try folder.files() == [])
    }
  }

  @Test(arguments: [
    (["worker"], [3, 4, 5]), (["chapter/network"], [6, 7, 8]), (["network"], [6, 7, 8]),
    (["chapter/architecture/nodes", "pods"], [0, 1, 2, 6, 7, 8]), (["chapter"], Array(0..<9)),
    (["**/[nw]o*"], Array(0..<6)), (["pods", "pods", "p*"], [6, 7, 8]),
    (["worker", "all"], Array(0..<9)),
  ])
  func namesSelect(names: [String], expected: [Int]) throws {
    try withTemporaryFolder { (folder) throws in
      let run = try Program.fixture.run(["render", "-v"] + names, in: folder)
      #expect(run.status == 0)
      #expect(run.lines == expected.map { "wrote \(Self.all[$0])" })
    }
  }

  @Test func anUnknownNameIsAMistakeThatNamesTheNearest() throws {
    try withTemporaryFolder { (folder) throws in
      let run = try Program.fixture.run(["render", "pods", "wroker"], in: folder)
      #expect(run.status == 2)
      #expect(run.output == "")
      #expect(run.errors.contains("error: no series or picture is called “wroker”"))
      #expect(run.errors.contains("hint: did you mean “worker”?"))
      #expect(try folder.files().isEmpty)
    }
  }

  @Test(arguments: [
    (["-f", "svg"], [1, 4, 7]), (["--format", "svg,drawio"], [1, 2, 4, 5, 7, 8]),
    (["-f", "drawio", "-f", "svg", "-f", "svg"], [1, 2, 4, 5, 7, 8]),
    (["-f", "drawio.svg"], [0, 3, 6]),
  ])
  func formatsSelect(options: [String], expected: [Int]) throws {
    try withTemporaryFolder { (folder) throws in
      let run = try Program.fixture.run(["render", "all", "-v"] + options, in: folder)
      #expect(run.lines == expected.map { "wrote \(Self.all[$0])" })
    }
  }

  @Test func themesChangeTheBytes() throws {
    try withTemporaryFolder { (folder) throws in
      let themes = Theme.all.map(\.name)
      for theme in themes {
        try Program.fixture.run(["render", "all", "-o", theme, "--theme", theme], in: folder)
      }
      try Program.fixture.run(["render", "all", "-o", "default"], in: folder)
      let file = "chapter/architecture/nodes.svg"
      #expect(try Set(themes.map { try folder.read("\($0)/\(file)") }).count == themes.count)
      let usual = try folder.read("\(Theme.default.name)/\(file)")
      #expect(try folder.read("default/\(file)") == usual)
    }
  }

  @Test(arguments: ["1", "2", "3", "64"])
  func anyNumberOfJobsGivesTheSame(jobs: String) throws {
    try withTemporaryFolder { (folder) throws in
      let many = ["FIXTURE_CATALOG": "many"]
      let run = try Program.fixture.run(
        ["render", "all", "-v", "--jobs", jobs], in: folder, environment: many)
      let expected = (0..<40).flatMap { number in
        ["drawio.svg", "svg", "drawio"].map { "wrote many/\(number)/only.\($0)" }
      }
      #expect(run.lines == expected)
      #expect(try folder.read("many/17/only.svg").contains("box 17"))
      #expect(
        try Program.fixture.run(["check"], in: folder, environment: many).status == 0)
    }
  }

  @Test func theOutputFolderIsMadeAndNamedInThePaths() throws {
    try withTemporaryFolder { (folder) throws in
      let run = try Program.fixture.run(
        ["render", "pods", "-v", "-f", "svg", "-o", "a b/ü/"], in: folder)
      #expect(run.lines == ["wrote a b/ü/chapter/network/pods.svg"])
      let absolute = try Program.fixture.run(
        ["render", "pods", "-v", "-f", "svg", "-o", folder.path("deep/er")], in: folder)
      #expect(absolute.lines == ["wrote \(folder.path("deep/er"))/chapter/network/pods.svg"])
      #expect(
        try folder.files() == [
          "a b/ü/chapter/network/pods.svg", "deep/er/chapter/network/pods.svg",
        ])
    }
  }

  @Test func oddNamesAreWrittenFoundAndSelected() throws {
    try withTemporaryFolder { (folder) throws in
      let odd = ["FIXTURE_CATALOG": "odd names"]
      let run = try Program.fixture.run(["render", "all", "-v"], in: folder, environment: odd)
      #expect(run.status == 0)
      #expect(run.lines.contains("wrote Kapitel 12/Übersicht/größe 🚀 [alt].drawio.svg"))
      #expect(run.lines.contains("wrote Kapitel 12/Übersicht/a&b (c).svg"))
      #expect(try Program.fixture.run(["check"], in: folder, environment: odd).output == "")
      let one = try Program.fixture.run(
        ["render", "-v", "gr*🚀*", "-f", "svg"], in: folder, environment: odd)
      #expect(one.lines == ["unchanged Kapitel 12/Übersicht/größe 🚀 [alt].svg"])
    }
  }
}

@Suite struct MistakeTests {
  @Test func allMistakesOfAllSeriesAreToldAtOnceAndNothingIsWritten() throws {
    try withTemporaryFolder { (folder) throws in
      let run = try Program.fixture.run(
        ["render", "all"], in: folder, environment: ["FIXTURE_CATALOG": "mistakes"])
      #expect(run.status == 2)
      #expect(run.output == "")
      let places = run.errors.split(separator: "\n").filter { $0.contains("error: ") }
      #expect(places.count == 2)
      let place = #/.*CommandFixture/Fixture.swift:\d+:\d+: error: .* \[DG0105\]/#
      #expect(places.allSatisfy { $0.wholeMatch(of: place) != nil })
      #expect(Set(places).count == places.count)
      #expect(try folder.files().isEmpty)
    }
  }

  @Test func aSeriesWithAMistakeCanBeNamed() throws {
    try withTemporaryFolder { (folder) throws in
      let run = try Program.fixture.run(
        ["render", "network", "second"], in: folder, environment: ["FIXTURE_CATALOG": "mistakes"])
      #expect(run.status == 2)
      #expect(run.errors.split(separator: "\n").count { $0.contains("error: ") } == 1)
      #expect(try folder.files().isEmpty)
    }
  }

  @Test func mistakesOfOtherSeriesDoNotHinder() throws {
    try withTemporaryFolder { (folder) throws in
      let run = try Program.fixture.run(
        ["render", "network", "-v", "-f", "svg"], in: folder,
        environment: ["FIXTURE_CATALOG": "mistakes"])
      #expect(run.status == 0)
      #expect(run.lines == ["wrote chapter/network/pods.svg"])
    }
  }

  @Test(arguments: ["../outside", "/outside", "inside/../../outside"])
  func aNameThatLeavesTheFolderIsAMistake(path: String) throws {
    try withTemporaryFolder { (folder) throws in
      try folder.makeFolder("out")
      let run = try Program.fixture.run(
        ["render", "all", "-o", "out"], in: folder,
        environment: ["FIXTURE_CATALOG": "escaping", "FIXTURE_PATH": path])
      #expect(run.status == 2)
      #expect(run.errors.contains("Fixture.swift:"))
      #expect(try folder.files().isEmpty)
    }
  }

  @Test(arguments: [
    ["render"], ["bla"], ["render", "all", "--format", "gif"],
    ["render", "all", "--theme", "blue"],
    ["render", "all", "--jobs", "0"], ["render", "all", "--jobs", "x"], ["check", "--bla"],
    ["render", "all", "-o", ""], ["list", "all"], ["render", "all", "-f", "svg,"],
  ])
  func aWrongCommandLineIsAMistake(arguments: [String]) throws {
    try withTemporaryFolder { (folder) throws in
      let run = try Program.fixture.run(arguments, in: folder)
      #expect(run.status == 2)
      #expect(run.output == "")
      #expect(run.errors.hasPrefix("error: "))
      #expect(try folder.files().isEmpty)
    }
  }
}
