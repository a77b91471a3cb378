import Foundation
import Testing

/// The draw.io file that holds all pictures of a series.
@Suite struct SeriesFileTests {
  private static let file = "chapter/architecture/architecture.pages.drawio"
  private static let other = "chapter/network/network.pages.drawio"

  @discardableResult
  private func run(
    _ arguments: String..., in folder: TemporaryFolder, catalog: String = ""
  ) throws -> Program.Run {
    try Program.fixture.run(arguments, in: folder, environment: ["FIXTURE_CATALOG": catalog])
  }

  private func pages(_ folder: TemporaryFolder, _ file: String = file) throws -> [String] {
    try folder.read(file).matches(of: #/<diagram id="([^"]*)"/#).map { String($0.1) }
  }

  @Test func itHoldsEveryPictureInTheOrderOfTheSeries() throws {
    try withTemporaryFolder { (folder) throws in
      let render = try run("render", "all", "-v", "-f", "pages.drawio", in: folder)
      #expect(render.lines == [Self.file, Self.other].map { "wrote \($0)" })
      #expect(
        try pages(folder) == ["chapter/architecture/nodes", "chapter/architecture/worker"])
      #expect(try run("check", "-f", "pages.drawio", in: folder).status == 0)
      let list = try Program.fixture.run(
        ["list"], in: folder, environment: ["FIXTURE_OUTPUTS": "pixels"])
      #expect(list.lines.contains("images/\(Self.file)"))
      #expect(list.lines.count == 8)
    }
  }

  /// However little is asked for, it is whole, also where several series lie in one folder.
  @Test func itIsWholeWhateverIsSelected() throws {
    try withTemporaryFolder { (folder) throws in
      let render = try run(
        "render", "worker", "-v", "-f", "svg,pages.drawio", in: folder, catalog: "split")
      #expect(
        render.lines == ["wrote chapter/architecture/worker.svg", "wrote \(Self.file)"],
        "\(render.errors)")
      #expect(
        try pages(folder) == ["nodes", "worker", "master"].map { "chapter/architecture/\($0)" })
      try run("render", "all", "-f", "pages.drawio", in: folder, catalog: "split")
      #expect(try run("check", "-f", "pages.drawio", in: folder, catalog: "split").output == "")
    }
  }

  @Test func whatAPersonEditsIsKept() throws {
    try withTemporaryFolder { (folder) throws in
      try run("render", "all", "-f", "pages.drawio", in: folder)
      try folder.edit(Self.file) { $0.replacing("kubelet", with: "mine") }
      let again = try run("render", "all", "-f", "pages.drawio", in: folder)
      #expect(again.status == 4 && again.errors.contains("kept “\(Self.file)”: it was edited"))
      // draw.io leaves none of our marks, but the ids of pages.
      try folder.edit(Self.file) {
        $0.replacing(#/host="diagen" version="[^"]*" digest="[^"]*"/#, with: "host=\"Electron\"")
      }
      let check = try run("check", "-f", "pages.drawio", in: folder)
      #expect(check.lines.count == 1 && check.lines[0].contains("edited"), "\(check.output)")
    }
  }

  @Test func diffComparesPageByPage() throws {
    try withTemporaryFolder { (folder) throws in
      try run("render", "all", "-f", "pages.drawio", "-o", "a", in: folder)
      try run("render", "all", "-f", "drawio", "-o", "b", in: folder)
      #expect(try run("diff", "a", "b", in: folder).lines == ["no picture is other"])
      try Program.fixture.run(
        ["render", "all", "-f", "pages.drawio", "-o", "c"], in: folder,
        environment: ["FIXTURE_TITLE": "containerd"])
      for (one, two) in [("a", "c"), ("a/\(Self.file)", "c/\(Self.file)")] {
        let lines = try run("diff", one, two, in: folder).lines
        #expect(lines.count == 3 && lines[0].hasSuffix("nodes"), "\(lines)")
        #expect(lines[1] == "  ~ kubelet: now “containerd”")
      }
    }
  }
}
