import DiagramDSL
import DiagramEngine
import DiagramModel
import Foundation
import Testing

@testable import DiagramCommand

/// What git tells of files that do not tell themselves whether they were changed.
@Suite(.enabled(if: Program.isFound("git"), "no git"))
struct GitTests {
  private func render(
    _ title: String, in folder: TemporaryFolder, _ options: String...
  ) throws -> Program.Run {
    try Program.fixture.run(
      ["render", "all", "-f", "svg,drawio"] + options, in: folder,
      environment: ["FIXTURE_TITLE": title])
  }

  private func check(_ title: String, in folder: TemporaryFolder) throws -> [String] {
    try Program.fixture.run(
      ["check", "-f", "svg,drawio"], in: folder, environment: ["FIXTURE_TITLE": title]
    ).lines
  }

  private let nodes = ["chapter/architecture/nodes.svg", "chapter/architecture/nodes.drawio"]

  /// Two branches that drew different pictures, on the second of them.
  private func withBranches(_ body: (TemporaryFolder) throws -> Void) throws {
    try withTemporaryFolder { (folder) throws in
      for (branch, title) in [("main", "docker"), ("one", "containerd"), ("two", "cri-o")] {
        if branch != "main" { try folder.git("checkout", "-q", "-b", branch, "main") }
        #expect(try render(title, in: folder).status == 0)
        if branch == "main" {
          try folder.makeRepository()
        } else {
          try folder.commit(title)
        }
      }
      try body(folder)
    }
  }

  /// What the preview compares with: the last commit, however a file is called, and whatever is staged.
  @Test func whatTheLastCommitHoldsIsKnown() throws {
    try withTemporaryFolder { (folder) throws in
      let names = ["größe 🚀.svg", "a/[b] *.svg", "same.svg", "gone.svg"]
      for name in names { try folder.write("old \(name)", to: "x/\(name)") }
      try folder.makeRepository()
      for name in names.prefix(2) { try folder.write("new", to: "x/\(name)") }
      try folder.remove("x/gone.svg")
      try folder.write("staged", to: "x/staged.svg")
      try folder.git("add", "-A")
      try folder.write("untracked", to: "x/untracked.svg")
      let history = GitHistory(of: OutputFolder(path: folder.path("x")))
      let asked = names + ["staged.svg", "untracked.svg", "nothing.svg"]
      let committed = history.committed(amongChanged: asked)
      #expect(
        committed.mapValues { String(decoding: $0, as: UTF8.self) } == [
          names[0]: "old \(names[0])", names[1]: "old \(names[1])", "gone.svg": "old gone.svg",
        ])
      #expect(history.committed(amongChanged: []).isEmpty)
      let nowhere = GitHistory(of: OutputFolder(path: folder.path("nowhere")))
      #expect(nowhere.committed(amongChanged: asked).isEmpty)
    }
  }

  @Test(arguments: [[], ["-c", "merge.conflictStyle=diff3"]])
  func conflictsOfDrawingsAreMergedAndDrawnAnew(settings: [String]) throws {
    try withBranches { (folder) throws in
      try folder.git(settings + ["merge", "-q", "one"], mayFail: true)
      #expect(try folder.read(nodes[0]).contains("<<<<<<< "))
      #expect(try check("cri-o", in: folder) == nodes.map { "merged: \($0)" })
      #expect(try render("cri-o", in: folder).status == 0)
      #expect(try check("cri-o", in: folder).isEmpty)
    }
  }

  /// Once they are staged, git no longer says that they wait for a person; and what it joined beside
  /// the conflicts leaves sides that fit no digest.
  @Test(arguments: ["merge", "rebase", "cherry-pick"])
  func conflictsThatWereStagedAreMerged(command: String) throws {
    func draw(_ first: String, _ last: String) throws -> [RenderedFile] {
      let titles = [first] + (1...6).map { "between \($0)" } + [last]
      return try Series("chapter") { Picture("nodes") { Column { titles.map { Component($0) } } } }
        .rendered(in: Theme.all[0]).files
    }
    try withTemporaryFolder { (folder) throws in
      for file in try draw("alpha", "omega") { try folder.write(file.bytes, to: file.path) }
      try folder.makeRepository()
      for (branch, files) in [
        ("one", try draw("alphas", "omega")), ("two", try draw("alpha", "omegas")),
      ] {
        try folder.git("checkout", "-q", "-b", branch, "main")
        for file in files { try folder.write(file.bytes, to: file.path) }
        try folder.commit(branch)
      }
      try folder.git(command, "one", mayFail: true)
      try folder.git("add", "--all")
      let images = ImageWriter(to: OutputFolder(path: folder.path))
      for file in try draw("alphas", "omegas") {
        let text = try folder.read(file.path)
        #expect(text.contains("<<<<<<< "), "\(file.path)")
        let ownership = { (text: String) in
          images.ownership(of: Array(text.utf8), at: file.path, drawn: file.bytes)
        }
        #expect(ownership(text) == .merged, "\(file.path)")
        #expect(ownership(text.replacing("between 3", with: "mine")) == .edited(.digest))
      }
    }
  }

  @Test func conflictsThatWereCommittedAreMerged() throws {
    try withBranches { (folder) throws in
      try folder.git("merge", "-q", "one", mayFail: true)
      try folder.commit("with all markers")
      #expect(try check("cri-o", in: folder) == nodes.map { "merged: \($0)" })
      #expect(try render("cri-o", in: folder).status == 0)
    }
  }

  /// With `union`, git leaves no markers: both root elements stand there.
  @Test(arguments: [true, false])
  func aMergeWithoutMarkersIsTold(isCommitted: Bool) throws {
    try withBranches { (folder) throws in
      try folder.write("*.svg merge=union\n*.drawio merge=union\n", to: ".git/info/attributes")
      try folder.git("merge", "-q", "one", "-m", "joined", isCommitted ? "--commit" : "--no-commit")
      #expect(try !folder.read(nodes[0]).contains("<<<<<<< "))
      #expect(try check("cri-o", in: folder) == nodes.map { "merged: \($0)" })
      try folder.edit(nodes[0]) { $0.replacing("cri-o</text>", with: "a person's</text>") }
      #expect(
        try check("cri-o", in: folder) == ["edited: \(nodes[0])", "merged: \(nodes[1])"])
      #expect(try render("cri-o", in: folder).status == 4)
      #expect(try folder.read(nodes[0]).contains("a person's"))
    }
  }

  @Test(arguments: ["hand", "draw.io"])
  func aMergeWithAnEditedSideIsKept(editor: String) throws {
    try withBranches { (folder) throws in
      try folder.git("checkout", "-q", "one")
      for name in nodes {
        try folder.edit(name) { text in
          editor == "hand"
            ? text.replacing("containerd", with: "a person's") : text.asSavedByDrawio
        }
      }
      try folder.commit("edited")
      try folder.git("checkout", "-q", "two")
      try folder.git("merge", "-q", "one", mayFail: true)
      #expect(try check("cri-o", in: folder) == nodes.map { "edited: \($0)" })
      let before = try nodes.map(folder.read)
      #expect(try render("cri-o", in: folder).status == 4)
      #expect(try nodes.map(folder.read) == before)
    }
  }

  @Test func aDrawingOfTheFirstReleaseIsReplacedIfGitHoldsIt() throws {
    try withTemporaryFolder { (folder) throws in
      #expect(try render("docker", in: folder).status == 0)
      for name in nodes { try folder.edit(name, \.asOfFirstRelease) }
      try folder.makeRepository()
      let other = "drawn by another version of diagen: "
      #expect(try check("docker", in: folder) == nodes.map { other + $0 })
      try folder.edit(nodes[0]) { $0.replacing("docker", with: "a person's") }
      #expect(try check("docker", in: folder) == ["edited: \(nodes[0])", other + nodes[1]])
      let run = try render("docker", in: folder)
      #expect(run.status == 4)
      #expect(run.errors.contains("kept “\(nodes[0])”: it may be edited"))
      #expect(try folder.read(nodes[0]).contains("a person's"))
      #expect(try check("docker", in: folder) == ["edited: \(nodes[0])"])
      // What git does not know is not held by it.
      try folder.edit(nodes[1], \.asOfFirstRelease)
      try folder.git("rm", "-q", "--cached", nodes[1])
      try folder.git("commit", "-q", "-m", "forgotten")
      #expect(try check("docker", in: folder) == nodes.map { "edited: \($0)" })
    }
  }

  /// The words that git was told to change line breaks with, and a new work tree.
  @Test func aCheckOutWithCRLFIsToldAsOne() throws {
    try withTemporaryFolder { (folder) throws in
      #expect(try render("docker", in: folder).status == 0)
      try folder.makeRepository()
      try folder.git("config", "core.autocrlf", "true")
      for name in nodes { try folder.remove(name) }
      try folder.git("checkout", "-q", ".")
      #expect(try folder.read(nodes[0]).contains("\r\n"))
      #expect(try check("docker", in: folder) == nodes.map { "CRLF check-out: \($0)" })
      #expect(try check("podman", in: folder) == nodes.map { "code changed: \($0)" })
      #expect(try render("docker", in: folder).status == 0)
      #expect(try check("docker", in: folder).isEmpty)
      #expect(try folder.git("diff", "--name-only") == "")
    }
  }

  @Test func namesOfFilesAreNotPatternsAndNotOptions() throws {
    try withTemporaryFolder { (folder) throws in
      let names = ["[ab]*.svg", "-x.svg", "ä b/“c”.svg", ":(top)d.svg"]
      for name in names { try folder.write("held", to: name) }
      try folder.makeRepository()
      let git = GitHistory(of: OutputFolder(path: folder.path))
      #expect(git.isKnown)
      for name in names { #expect(git.holds(name), "\(name)") }
      try folder.write("other", to: names[0])
      #expect(!git.holds(names[0]))
      #expect(!git.holds("none.svg"))
      #expect(!GitHistory(of: OutputFolder(path: "/")).isKnown)
    }
  }
}

extension Program {
  /// Whether a program is in one of the folders of PATH.
  static func isFound(_ name: String) -> Bool {
    (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").contains {
      FileManager.default.isExecutableFile(atPath: "\($0)/\(name)")
    }
  }
}
