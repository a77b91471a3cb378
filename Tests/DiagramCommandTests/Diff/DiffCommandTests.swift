import Foundation
import Testing

@testable import DiagramCommand

/// `diagen diff` on files, folders and revisions.
@Suite struct DiffCommandTests {
  private func diff(_ arguments: String..., in folder: TemporaryFolder) throws -> Program.Run {
    try Program.fixture.run(["diff"] + arguments, in: folder)
  }

  @Test func foldersFilesAndRevisionsAreCompared() throws {
    try withTemporaryFolder { (folder) throws in
      try Program.fixture.run(["render", "all", "-o", "images"], in: folder)
      try folder.makeRepository()
      #expect(try diff(in: folder).lines == ["no picture is other"])
      try Program.fixture.run(
        ["render", "all", "-o", "images"], in: folder, environment: ["FIXTURE_TITLE": "a <b> & “c”"]
      )
      let expected = [
        "images/chapter/architecture/nodes", "  ~ kubelet: now “a <b> & “c””",
        "  1 change; 0 boxes moved",
      ]
      #expect(try diff(in: folder).lines.prefix(2) == expected.prefix(2))
      #expect(try diff("HEAD", ".", in: folder).lines.count == 3)
      try folder.commit("second")
      #expect(try diff("HEAD~1", "HEAD", in: folder).lines == diff("HEAD~1", in: folder).lines)
      #expect(try diff("HEAD", "HEAD~1", in: folder).lines[1] == "  ~ a <b> & “c”: now “kubelet”")
      // A picture that is gone, one that is new, and one that cannot be read.
      try folder.git(
        "mv", "images/chapter/network/pods.drawio", "images/chapter/network/new.drawio")
      try folder.remove("images/chapter/network/pods.drawio.svg")
      try folder.write(
        "<mxfile><diagram>abc</diagram></mxfile>", to: "images/chapter/architecture/worker.drawio")
      let run = try diff("HEAD", in: folder)
      #expect(
        run.lines == [
          "images/chapter/architecture/worker",
          "  changed, and cannot be read: draw.io may have compressed it",
          "images/chapter/network/new", "  new: 1 box, 0 arrows", "images/chapter/network/pods",
          "  gone",
        ], "\(run)")
      let file = "images/chapter/architecture/nodes"
      let two = try diff("\(file).drawio", "\(file).drawio.svg", in: folder)
      #expect(two.lines == ["no picture is other"], "\(two)")
      let json = try diff("HEAD", "--json", in: folder).output
      #expect(
        json.hasPrefix(
          "{\"pictures\":[{\"path\":\"images/chapter/architecture/worker\",\"state\":\"unreadable\"}"
        ))
      #expect(
        try diff("HEAD", "--markdown", in: folder).lines[0]
          == "- **images/chapter/architecture/worker**")
      let wrong = try diff("nowhere", in: folder)
      #expect(
        wrong.status == 2 && wrong.errors.contains("neither a file nor a folder nor a revision"))
      #expect(try diff("--json", "--markdown", in: folder).status != 0)
    }
  }

  /// Any file was a picture, which was told to be gone.
  @Test(arguments: ["{}", "", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>", "<a/>"])
  func aFileThatIsNoDrawingIsRefused(text: String) throws {
    try withTemporaryFolder { (folder) throws in
      try Program.fixture.run(["render", "pods", "-f", "drawio"], in: folder)
      try folder.write(text, to: "a.json")
      let pods = "chapter/network/pods.drawio"
      for files in [["a.json"], ["a.json", pods], [pods, "a.json"]] {
        let run = try Program.fixture.run(["diff"] + files, in: folder)
        #expect(run.status == 2 && run.output == "", "\(run)")
        #expect(run.errors.contains("“a.json” is no drawing that tells its boxes"))
      }
    }
  }

  /// Icons, badges and texts at ends are how a box or arrow looks, and go along with it.
  @Test func partsAreNoBoxes() throws {
    func picture(_ cells: String) throws -> DrawnPicture {
      try #require(
        DrawnPicture(
          Array(
            "<mxfile><diagram><mxGraphModel><root>\(cells)</root></mxGraphModel></diagram></mxfile>"
              .utf8)))
    }
    func box(_ id: String, _ parent: String, _ value: String = "") -> String {
      "<mxCell id=\"\(id)\" parent=\"\(parent)\" value=\"\(value)\" vertex=\"1\"/>"
    }
    let arrow = "<mxCell id=\"a-->b\" edge=\"1\" source=\"a\" target=\"b\"/>"
    let plain = try picture(box("a", "1", "A") + box("b", "1", "B") + box("n", "1", "N") + arrow)
    let marked = try picture(
      box("a", "1", "A") + box("a!badge", "a", "3") + box("a!top", "a") + box("a!top!icon", "a!top")
        + box("b", "1", "B") + box("n", "1", "N") + arrow + box("a-->b!start", "1", "1")
        + box("!region!a!n/b", "1") + box("x!y", "1"))
    #expect(
      PictureDifference(from: plain, to: marked).changes == [
        .boxRestyled("A"), .boxAdded("region of a, b", in: nil), .boxAdded("x!y", in: nil),
        .arrowRestyled(from: "A", to: "B"),
      ])
    #expect(PictureDifference(from: marked, to: marked).isEmpty)
    let before = try picture(box("n", "1", "N") + box("a", "1", "A") + box("a!badge", "a", "3"))
    let after = try picture(
      box("n", "1", "N") + box("n/a", "n", "A") + box("n/a!badge", "n/a", "3"))
    #expect(
      PictureDifference(from: before, to: after).changes == [
        .boxReparented("A", from: nil, to: "N")
      ])
  }

  /// Whatever a file holds, reading it is no trap.
  @Test func noFileIsATrap() {
    for text in [
      "", "<", "<svg/>", "<svg content=\"&lt;\"/>", "<mxfile/>", "<mxfile><diagram/></mxfile>",
      "<mxfile><diagram><mxGraphModel><root><mxCell/><object/><mxCell id=\"a\" vertex=\"1\" value=\"&amp;&amp;lt\"><mxGeometry x=\"1e300\" width=\"nan\"/></mxCell></root></mxGraphModel></diagram></mxfile>",
    ] {
      _ = DrawnPicture(Array(text.utf8))
    }
  }
}
