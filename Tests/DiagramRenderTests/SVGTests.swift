import DiagramModel
import DiagramRender
import DiagramXML
import Testing

@Suite struct SVGTests {
  private func svg(_ scene: Scene) throws -> XMLElement {
    try XMLElement.parse(try SVGRenderer.render(scene))
  }

  private func svg(_ elements: [SceneElement]) throws -> XMLElement {
    try svg(Example.scene(elements))
  }

  /// All elements of a name, at any depth.
  private func all(_ name: String, in element: XMLElement) -> [XMLElement] {
    (element.name == name ? [element] : []) + element.elements.flatMap { all(name, in: $0) }
  }

  @Test func theRootTellsSizeTitleAndOrigin() throws {
    let root = try svg(Example.full)
    #expect(root[attribute: "viewBox"] == "0 0 400 200")
    #expect(root[attribute: "width"] == "400" && root[attribute: "height"] == "200")
    #expect(
      root[attribute: "role"] == "graphics-document document"
        && root[attribute: "data-generator"] == "diagen")
    #expect(root.elements[0].text == "A <title> & more")
    #expect(root.elements[1].text == "What is \"seen\".")
    let ids = root.elements.prefix(2).compactMap { $0[attribute: "id"] }.joined(separator: " ")
    #expect(root[attribute: "aria-labelledby"] == ids)
  }

  @Test func aPictureWithoutSummaryPointsToNone() throws {
    var scene = Example.scene([])
    scene.summary = ""
    let root = try svg(scene)
    #expect(root.elements.map(\.name) == ["title"])
    #expect(root[attribute: "aria-labelledby"] == root.elements[0][attribute: "id"])
  }

  @Test func nothingIsUsedThatAViewerMayNotKnow() throws {
    let known: Set = ["svg", "title", "desc", "g", "path", "rect", "text"]
    func check(_ element: XMLElement) {
      #expect(known.contains(element.name))
      #expect(!element.attributes.contains { ["style", "filter"].contains($0.name) })
      // They name elements for pages, and say nothing of how these look.
      #expect(element.name == "g" || element[attribute: "class"] == nil)
      element.elements.forEach(check)
    }
    check(try svg(Example.full))
  }

  @Test func groupsLieInTheOrderOfTheSceneAndCarryTheExactId() throws {
    let groups = all("g", in: try svg(Example.full))
    let exact = ["node", "node/größe", "node/b c", "1'", "0'", "e1", "e2", "e3", "e4"]
    #expect(groups.map { $0[attribute: "data-cell-id"] } == exact)
    let ids = ["node", "node.größe", "node.b_20_c", "1", "0", "e1", "e2", "e3", "e4"]
    #expect(groups.map { $0[attribute: "id"] } == ids.map { "dark.chapter.picture..\($0)" })
  }

  /// The ids of groups with those of the groups in them, as `a(b c)`.
  private func tree(_ element: XMLElement) -> String {
    element.elements.filter { $0.name == "g" }.map { group in
      let inner = tree(group)
      guard let id = group[attribute: "data-cell-id"] else { return inner }
      return inner.isEmpty ? id : "\(id)(\(inner))"
    }.filter { !$0.isEmpty }.joined(separator: " ")
  }

  @Test func groupsLieInEachOtherAsBoxesDo() throws {
    #expect(tree(try svg(Example.full)) == "node(node/größe node/b c) 1' 0' e1 e2 e3 e4")
    let frame = Rect(x: 0, y: 0, width: 10, height: 10)
    func box(_ id: String, in parent: String? = nil) -> SceneElement {
      Example.box(id, in: parent, frame, isContainer: ["a", "a/b", "d"].contains(id))
    }
    // An arrow is in no box, and what is painted later than its turn stays on top.
    let root = try svg([
      box("a"), box("a/b", in: "a"), box("c", in: "a/b"), box("e", in: "a"), box("d"),
      box("f", in: "d"), box("late", in: "a"),
      .line(Example.line("a", from: "c", to: "f", in: "d", [(0, 0), (9, 0)])),
      box("above", in: "d"),
    ])
    #expect(tree(root) == "a(a/b(c) e) d(f) late a above")
    let classes = all("g", in: root).map { $0[attribute: "class"] }
    #expect(
      classes == [
        "diagen-container", "diagen-container", "diagen-box", "diagen-box", "diagen-container",
        "diagen-box", "diagen-box", "diagen-arrow", "diagen-box",
      ])
    let arrow = all("g", in: root)[7]
    #expect(arrow[attribute: "data-source"] == "c" && arrow[attribute: "data-target"] == "f")
  }

  @Test func aTooltipIsNotThatOfWhatLiesInside() throws {
    let frame = Rect(x: 0, y: 0, width: 10, height: 10)
    var outer = Example.box("a", frame, isContainer: true)
    if case .box(var box) = outer {
      box.more.tooltip = "more"
      outer = .box(box)
    }
    let root = try svg([outer, Example.box("b", in: "a", frame)])
    #expect(tree(root) == "a(b)")
    let groups = try #require(root.elements.last).elements.filter { $0.name == "g" }
    #expect(groups.count == 2 && groups[0].elements[0].text == "more")
  }

  /// Every value of an `id` attribute.
  private func allIDs(_ element: XMLElement) -> [String] {
    (element[attribute: "id"].map { [$0] } ?? []) + element.elements.flatMap(allIDs)
  }

  @Test func pathsThatLookAlikeGetDifferentIds() throws {
    let paths = [
      "a/b", "a.b", "a_b", "a_2e_b", "a-b", "a b", "/a", "a/", "a//b", "_title", "title", "", "-",
      "ä", "a\u{308}b", "1", "_31_", "a->b", "worker/etcd → x", "😀", "a_5f_2e_b", "a_2e", "a__b",
      ".a", "a.", "summary", "..a",
    ]
    let frame = Rect(x: 0, y: 0, width: 10, height: 10)
    let ids = allIDs(try svg(paths.map { Example.box($0, frame) }))
    #expect(Set(ids.map { Array($0.utf8) }).count == paths.count + 2)
    // An element name has the same rules as an id, and the writer checks it.
    for id in ids { #expect(throws: Never.self) { try XMLElement(id).serialised() } }
  }

  @Test func picturesAndThemesShareNoId() throws {
    var scenes: [Scene] = []
    for theme in ["dark", "light"] {
      for path in ["a/b", "a/b/c", "a/b.c", "a/b/title", "a/b_c"] {
        let frame = Rect(x: 0, y: 0, width: 10, height: 10)
        var scene = Example.scene(["c", "title", "summary", "c/d"].map { Example.box($0, frame) })
        (scene.path, scene.theme) = (path, theme)
        scenes.append(scene)
      }
    }
    let ids = try scenes.flatMap { allIDs(try svg($0)) }
    #expect(Set(ids).count == ids.count)
    #expect(ids.contains("dark.a.b_c..title") && ids.contains("light.a.b.title"))
  }

  @Test func cellIdsAreTheSameInEveryPictureAndTheme() throws {
    var other = Example.full
    (other.path, other.theme) = ("chapter/other", "light")
    let cells = try [Example.full, other].map { scene in
      all("g", in: try svg(scene)).map { $0[attribute: "data-cell-id"] }
    }
    #expect(cells[0] == cells[1])
  }

  @Test func geometryIsWhole() throws {
    let numbers = ["d", "x", "y", "width", "height", "viewBox", "font-size"]
    func check(_ element: XMLElement) {
      for attribute in element.attributes where numbers.contains(attribute.name) {
        #expect(!attribute.value.contains("."), "\(element)")
      }
      element.elements.forEach(check)
    }
    // Only the heads of slanted lines are not.
    var scene = Example.full
    scene.elements.removeAll { ["e3", "e4"].contains($0.id) }
    check(try svg(scene))
  }

  @Test(arguments: [12, 13, 16, 18, 24, 40])
  func capitalsStandInTheMiddleOfTheirLine(size: Int) throws {
    let font = Font(face: .bold, size: size)
    let frame = Rect(x: 20, y: 30, width: 100, height: 3 * font.lineHeight)
    let text = SceneText(
      lines: ["A", "B", "C"], lineWidths: [9, 9, 9], font: font, color: Example.white,
      alignment: .center, frame: frame)
    let box = Example.box("a", frame, text: text)
    let lines = all("text", in: try svg([box]))
    #expect(lines.map(\.text) == ["A", "B", "C"])
    for (index, line) in lines.enumerated() {
      let middle = Double(frame.minY) + (Double(index) + 0.5) * Double(font.lineHeight)
      let baseline = Double(line[attribute: "y"] ?? "") ?? 0
      // Capitals of the family are 0.716 em high.
      #expect(abs(baseline - 0.358 * Double(size) - middle) <= 1.1, "\(line)")
      #expect(line[attribute: "x"] == "70" && line[attribute: "text-anchor"] == "middle")
      #expect(line[attribute: "font-weight"] == "bold")
    }
  }

  @Test func textsStartAtTheirSide() throws {
    let frame = Rect(x: 20, y: 30, width: 101, height: 19)
    let places = try [TextAlignment.left, .center, .right].map { alignment in
      let text = Example.text(["a"], at: frame, alignment: alignment)
      return try #require(all("text", in: try svg([Example.box("a", frame, text: text)])).first)
    }
    #expect(places.map { $0[attribute: "x"] } == ["20", "70", "121"])
    #expect(places.map { $0[attribute: "text-anchor"] } == [nil, "middle", "end"])
  }

  @Test func spacesThatViewersWouldMergeAreKept() throws {
    let frame = Rect(x: 0, y: 0, width: 90, height: 38)
    let text = Example.text(["  a  b ", "a b"], at: frame)
    let lines = all("text", in: try svg([Example.box("a", frame, text: text)]))
    #expect(lines.map { $0[attribute: "xml:space"] } == ["preserve", nil])
    #expect(lines[0].text == "\u{A0} a \u{A0}b\u{A0}")
  }

  @Test func everyTextNamesItsFont() throws {
    let root = try svg(Example.full)
    #expect(root[attribute: "stroke"] == "none")
    for text in all("text", in: root) {
      #expect(text[attribute: "font-family"]?.hasPrefix("Liberation Sans, Arial") == true)
    }
  }

  @Test func boldCodeIsBold() throws {
    let frame = Rect(x: 0, y: 0, width: 90, height: 38)
    let text = Example.text(
      ["let x"], at: frame, font: Font(face: .monospacedBold, size: 16))
    let scene = Example.scene([Example.box("a", frame, text: text)])
    let line = try #require(all("text", in: try svg(scene)).first)
    #expect(line[attribute: "font-weight"] == "bold")
    #expect(line[attribute: "font-family"]?.hasPrefix("Liberation Mono") == true)
    let drawing = String(decoding: try DrawioRenderer.render(scene), as: UTF8.self)
    #expect(drawing.contains("fontFamily=Courier New;fontSize=16;fontStyle=1;"))
  }

  @Test func emptyLinesAreNotWritten() throws {
    let frame = Rect(x: 0, y: 0, width: 90, height: 57)
    let text = Example.text(["a", "", "b"], at: frame)
    let lines = all("text", in: try svg([Example.box("a", frame, text: text)]))
    #expect(lines.map(\.text) == ["a", "b"])
    #expect(lines.map { $0[attribute: "y"] } == ["16", "56"])
  }

  @Test func aChipIsDrawnOnlyIfTheSceneSaysSo() throws {
    #expect(all("rect", in: try svg(Example.full)).count == 1)
    let chip = try #require(all("rect", in: try svg(Example.full)).first)
    #expect(chip[attribute: "fill"] == "#191919" && chip[attribute: "x"] == "111")
  }

  @Test func theBackgroundCoversTheCanvas() throws {
    let root = try svg(Example.scene([], background: Color(0x191919)))
    let rect = try #require(all("rect", in: root).first)
    #expect(rect[attribute: "width"] == "400" && rect[attribute: "height"] == "200")
    #expect(rect[attribute: "fill"] == "#191919")
  }
}
