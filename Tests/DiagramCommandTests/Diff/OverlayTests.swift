import DiagramModel
import DiagramXML
import Foundation
import Testing

@testable import DiagramCommand

/// `diagen diff --overlay`: two states in one picture.
@Suite struct OverlayTests {
  private static func box(
    _ id: String, _ text: String, x: Int, y: Int, parent: String? = nil, width: Int = 120
  ) -> DrawnPicture.Box {
    .init(
      id: id, parent: parent, text: text, style: "s", x: x, y: y, width: width, height: 60)
  }

  private static let old = DrawnPicture(
    boxes: [
      box("same", "Same", x: 40, y: 40), box("gone", "Gone", x: 240, y: 40),
      box("moved", "Moved", x: 40, y: 160), box("named", "Old name", x: 440, y: 40),
    ],
    arrows: [
      .init(
        source: "same", target: "gone", text: "", style: "a",
        points: [Point(x: 160, y: 70), Point(x: 240, y: 70)])
    ])
  private static let new = DrawnPicture(
    boxes: [
      box("same", "Same", x: 40, y: 40), box("moved", "Moved", x: 40, y: 260),
      box("named", "New name", x: 440, y: 40), box("added", "Added", x: 240, y: 260),
    ],
    arrows: [
      .init(
        source: "moved", target: "added", text: "x & <y>", style: "a",
        points: [Point(x: 160, y: 290), Point(x: 240, y: 290)])
    ])

  private func texts(_ state: String, _ root: XMLElement) -> [String] {
    root.elements.first { $0[attribute: "id"] == "diagen-\(state)" }?.elements
      .filter { $0.name == "text" }.map(\.text) ?? []
  }

  @Test func eachStateHasItsLayer() throws {
    let root = try XMLElement.parse(Overlay(from: Self.old, to: Self.new).bytes())
    #expect(texts("same", root) == ["Same"])
    #expect(texts("old", root) == ["Gone"])
    #expect(texts("new", root) == ["Moved", "Old name", "New name", "Added", "x & <y>"])
    let struck = root.elements.flatMap(\.elements).filter {
      $0[attribute: "text-decoration"] != nil
    }
    #expect(struck.map(\.text) == ["Old name"])
    let same = try XMLElement.parse(Overlay(from: Self.old, to: Self.old).bytes())
    #expect(texts("old", same).isEmpty && texts("new", same).isEmpty)
    #expect(Overlay.isOverlay(try Overlay(from: .nothing, to: .nothing).bytes()))
    #expect(!Overlay.isOverlay(Array("<svg/>".utf8)) && !Overlay.isOverlay([]))
  }

  /// What is drawn is seen, in the colour of its state, on white and on black.
  @Test(.enabled(if: RasterImage.isPossible), arguments: ["white", "#000000"])
  func theColoursAreSeen(background: String) throws {
    try withTemporaryFolder { (folder) throws in
      let bytes = try Overlay(from: Self.old, to: Self.new).bytes()
      try folder.write(String(decoding: bytes, as: UTF8.self), to: "overlay.svg")
      let image = try RasterImage(of: "overlay.svg", background: background, in: folder)
      let (orange, blue, grey): (UInt32, UInt32, UInt32) = (0xD4500F, 0x1C7ED6, 0x7C858C)
      // The view begins at 20, 20. The upper outlines of what is gone, moved away, moved here, and the same.
      #expect(image.count(orange, in: Rect(x: 218, y: 18, width: 124, height: 6)) > 130)
      #expect(image.count(orange, in: Rect(x: 18, y: 138, width: 124, height: 6)) > 130)
      #expect(image.count(blue, in: Rect(x: 18, y: 238, width: 124, height: 6)) > 220)
      #expect(image.count(grey, in: Rect(x: 25, y: 18, width: 110, height: 6)) >= 110)
      #expect(image.count(blue, in: Rect(x: 18, y: 18, width: 124, height: 66)) == 0)
      // The line of the arrow that is gone, dashed, and that of the new one.
      #expect(image.count(orange, in: Rect(x: 145, y: 48, width: 60, height: 6)) > 60)
      #expect(image.count(blue, in: Rect(x: 145, y: 268, width: 60, height: 6)) > 110)
    }
  }

  @Test func overlaysAreWrittenAndNothingElseIsLost() throws {
    try withTemporaryFolder { (folder) throws in
      try Program.fixture.run(["render", "all", "-o", "images"], in: folder)
      try folder.makeRepository()
      let title = ["FIXTURE_TITLE": "a <b> & “c”"]
      try Program.fixture.run(["render", "all", "-o", "images"], in: folder, environment: title)
      let nodes = "images/chapter/architecture/nodes"
      #expect(try Program.fixture.run(["diff", "--overlay", "all"], in: folder).status == 0)
      let drawn = try folder.files().filter { $0.hasPrefix("all/") }
      #expect(drawn == ["all/\(nodes).svg"])
      let first = try folder.read("all/\(nodes).svg")
      #expect(first.contains(">kubelet</text>") && first.contains(">a &lt;b&gt;"))
      // One file, again, and over what is no overlay.
      for _ in 0..<2 {
        #expect(
          try Program.fixture.run(["diff", "--overlay", "a/b/one.svg"], in: folder).status == 0)
        #expect(try folder.read("a/b/one.svg") == first)
      }
      try folder.write("<svg/>", to: "mine.svg")
      let kept = try Program.fixture.run(["diff", "--overlay", "mine.svg"], in: folder)
      #expect(kept.status == 4 && kept.output == "" && kept.errors.contains("kept “mine.svg”"))
      #expect(try folder.read("mine.svg") == "<svg/>")
      try folder.remove("images/chapter/network/pods.drawio")
      try folder.remove("images/chapter/network/pods.drawio.svg")
      let several = try Program.fixture.run(["diff", "--overlay", "two.svg"], in: folder)
      #expect(several.status == 2 && several.errors.contains("2 pictures are other"))
      #expect(try Program.fixture.run(["diff", "--overlay", "all"], in: folder).status == 0)
      #expect(try folder.read("all/images/chapter/network/pods.svg").contains(">pod</text>"))
      #expect(try Program.fixture.run(["diff", "--overlay", ""], in: folder).status == 2)
    }
  }
}
