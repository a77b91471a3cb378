import DiagramModel
import DiagramRender
import DiagramXML
import Testing

@Suite struct DrawioTests {
  private func cells(_ scene: Scene) throws -> [XMLElement] {
    let file = try XMLElement.parse(try DrawioRenderer.render(scene)).withoutBlanks
    return file.elements[0].elements[0].elements[0].elements
  }

  private func cell(_ id: String, _ scene: Scene) throws -> XMLElement {
    try #require(try cells(scene).first { $0[attribute: "id"] == id })
  }

  private func style(_ cell: XMLElement) -> [String: String] {
    let entries = (cell[attribute: "style"] ?? "").split(separator: ";").map { entry in
      let parts = entry.split(separator: "=", maxSplits: 1)
      return (String(parts[0]), String(parts[1]))
    }
    return Dictionary(uniqueKeysWithValues: entries)
  }

  @Test func cellsAreUniqueAndStandAfterTheirParents() throws {
    var known: Set<String> = []
    let all = Set(try cells(Example.full).compactMap { $0[attribute: "id"] })
    for (index, cell) in try cells(Example.full).enumerated() {
      let id = try #require(cell[attribute: "id"])
      #expect(known.insert(id).inserted)
      if index > 0 { #expect(known.contains(try #require(cell[attribute: "parent"]))) }
      for end in ["source", "target"] {
        if let name = cell[attribute: end] { #expect(all.contains(name)) }
      }
    }
    #expect(known.isSuperset(of: ["0", "1", "0'", "1'", "node/b c"]))
  }

  @Test func whatLiesInABoxStandsRightAfterIt() throws {
    let ids = try cells(Example.full).compactMap { $0[attribute: "id"] }
    let inside = ["node", "node/größe", "node/b c", "e1"]
    let canvas = ["canvas-layer", "canvas"]
    #expect(ids == ["0", "1"] + inside + ["1'", "0'", "e2", "e3", "e4"] + canvas)
  }

  /// draw.io looks cells up as members of objects and arrays.
  @Test func noCellIsCalledAsWhatJavaScriptKnows() throws {
    let paths = [
      "constructor", "Constructor", "CONSTRUCTOR", "constructor'", "constructor''", "__proto__",
      "toString", "valueOf", "hasOwnProperty", "length", "map", "Filter", "with", "null", "0", "1",
      "canvas", "canvas-layer", "0'", "constructor/map", "map-1", "mapper",
    ]
    let frame = Rect(x: 0, y: 0, width: 10, height: 10)
    var elements = paths.map { Example.box($0, frame) }
    elements.append(Example.box("map/inner", in: "map", frame))
    elements.append(
      .line(Example.line("map->with", from: "map", to: "with", [(0, 0), (10, 0)])))
    let cells = try cells(Example.scene(elements))
    let ids = cells.compactMap { $0[attribute: "id"] }
    #expect(Set(ids).count == cells.count)
    #expect(ids.contains("constructor'") && ids.contains("Constructor'") && ids.contains("mapper"))
    let known: Set = ["constructor", "__proto__", "tostring", "valueof", "length", "map", "null"]
    #expect(known.isDisjoint(with: ids.map { $0.lowercased() }))
    let inner = try #require(cells.first { $0[attribute: "id"] == "map/inner" })
    #expect(inner[attribute: "parent"] == "map'")
    let line = try #require(cells.first { $0[attribute: "id"] == "map->with" })
    #expect(line[attribute: "source"] == "map'" && line[attribute: "target"] == "with'")
  }

  @Test func anInvisibleCellOnALockedLayerKeepsTheCanvas() throws {
    let layer = try cell("canvas-layer", Example.full)
    let canvas = try cell("canvas", Example.full)
    #expect(layer[attribute: "style"] == "locked=1;")
    #expect(canvas[attribute: "parent"] == "canvas-layer")
    #expect(canvas[attribute: "style"]?.hasPrefix("group;") == true)
    let geometry = canvas.elements[0]
    #expect(geometry[attribute: "width"] == "\(Example.full.size.width)")
    #expect(geometry[attribute: "height"] == "\(Example.full.size.height)")
  }

  @Test func attributesStandInTheOrderInWhichDrawioSavesThem() throws {
    for cell in try cells(Example.full) {
      let names = cell.attributes.map(\.name)
      #expect(names.first == "id" && Array(names.dropFirst()) == names.dropFirst().sorted())
      for geometry in cell.elements {
        let names = geometry.attributes.map(\.name)
        let allowed = ["height", "width", "relative", "x", "y", "as"]
        #expect(names == allowed.filter(names.contains))
        #expect(geometry.elements.map(\.name) == geometry.elements.map(\.name).sorted().reversed())
      }
    }
  }

  @Test func nothingChangesFromRunToRunAndNothingTellsWhereItRan() throws {
    let text = String(decoding: try DrawioRenderer.render(Example.full), as: UTF8.self)
    for word in ["modified", "agent", "etag", "dx="] {
      #expect(!text.contains(" \(word)"))
    }
    #expect(text.hasPrefix("<mxfile host=\"diagen\" version=\"\(generatorVersion)\" digest=\""))
    for renderer in FileFormats.all.compactMap({ $0 as? any Renderer.Type }) {
      #expect(try renderer.render(Example.full) == renderer.render(Example.full))
    }
  }

  @Test func placesAreRelativeToTheParentAndZerosAreLeftOut() throws {
    let box = try cell("node/größe", Example.full).elements[0]
    #expect(box[attribute: "x"] == "20" && box[attribute: "y"] == "40")
    let origin = Example.scene([Example.box("a", Rect(x: 0, y: 0, width: 9, height: 8))])
    #expect(try cell("a", origin).elements[0].attributes.map(\.name) == ["height", "width", "as"])
  }

  @Test func labelsAreEscapedForHTML() throws {
    #expect(try cell("node", Example.full)[attribute: "value"] == "Knoten &lt;&amp;&gt;\"'")
    #expect(try cell("node/größe", Example.full)[attribute: "value"] == "größe<br>😀 שלום")
    #expect(try cell("0", Example.full)[attribute: "value"] == nil)
    let scene = Example.full
    let spaces = try cells(scene).first { $0[attribute: "id"] == "0'" }
    #expect(spaces?[attribute: "value"] == "&nbsp; a &nbsp;b&nbsp;")
    // Under the text of an arrow lies a chip, with a space at both sides.
    #expect(try cell("e1", scene)[attribute: "value"] == "&nbsp;x&nbsp;")
    let file = String(decoding: try DrawioRenderer.render(scene), as: UTF8.self)
    #expect(file.contains("value=\"Knoten &amp;lt;&amp;amp;&amp;gt;&quot;'\""))
    #expect(!file.contains("whiteSpace"))
  }

  @Test func containersKeepTheirTitleAtTheEdge() throws {
    let node = style(try cell("node", Example.full))
    #expect(
      node["container"] == "1" && node["collapsible"] == "0" && node["recursiveResize"] == "0")
    #expect(node["verticalAlign"] == "top" && node["spacingTop"] == "1")
    let frame = Rect(x: 0, y: 0, width: 100, height: 90)
    let text = Example.text(["x"], at: Rect(x: 40, y: 63, width: 20, height: 19))
    let low = style(
      try cell("a", Example.scene([Example.box("a", frame, text: text, isContainer: true)])))
    #expect(low["verticalAlign"] == "bottom" && low["spacingBottom"] == "8")
  }

  @Test func titlesOfManyLinesKeepTheirMiddle() throws {
    // Lines of 16 are 20 apart here and 19.2 in draw.io: 5 lines are 4 higher.
    let text = Example.text(
      ["1", "2", "3", "4", "5"], at: Rect(x: 0, y: 10, width: 20, height: 100))
    let frame = Rect(x: 0, y: 0, width: 100, height: 200)
    let box = Example.box("a", frame, text: text, isContainer: true)
    #expect(style(try cell("a", Example.scene([box])))["spacingTop"] == "7")
  }

  @Test func centredTextsAreShiftedByTwiceTheDistance() throws {
    let frame = Rect(x: 0, y: 0, width: 100, height: 60)
    let text = Example.text(["x"], at: Rect(x: 37, y: 25, width: 20, height: 20))
    let box = style(try cell("a", Example.scene([Example.box("a", frame, text: text)])))
    #expect(box["spacingRight"] == "6" && box["spacingTop"] == "10" && box["spacing"] == "0")
  }

  @Test func endsAreFixedPointsOfTheirBoxes() throws {
    let edge = style(try cell("e2", Example.full))
    #expect(edge["exitX"] == "1" && edge["exitY"] == "0.487805" && edge["exitPerimeter"] == "0")
    #expect(edge["entryX"] == "0" && edge["entryY"] == "0.5" && edge["entryPerimeter"] == "0")
    let points = try cell("e2", Example.full).elements[0].elements[0].elements
    #expect(points.map { $0[attribute: "x"] } == ["240", "240"])
  }

  @Test func aGapBeforeABoxIsTakenInUnits() throws {
    let scene = Example.scene([
      Example.box("a", Rect(x: 0, y: 0, width: 40, height: 40)),
      Example.box("b", Rect(x: 100, y: 0, width: 40, height: 40)),
      .line(Example.line("l", from: "a", to: "b", [(44, 10), (97, 10)])),
    ])
    let edge = style(try cell("l", scene))
    #expect(edge["exitX"] == "1" && edge["exitDx"] == "4" && edge["exitY"] == "0.25")
    #expect(edge["entryX"] == "0" && edge["entryDx"] == "-3" && edge["entryDy"] == nil)
  }

  @Test func onlyWaysAlongTheAxesMayBeRoutedAnew() throws {
    let styles = try ["e1", "e2", "e3", "e4"].map { style(try cell($0, Example.full)) }
    let routers = styles.map { $0["edgeStyle"] }
    #expect(routers == ["orthogonalEdgeStyle", "orthogonalEdgeStyle", "none", "none"])
    #expect(styles.map { $0["curved"] } == [nil, nil, nil, "1"])
    #expect(styles[1]["rounded"] == "1" && styles[1]["arcSize"] == "16")
    #expect(styles[3]["rounded"] == "0")
  }

  @Test func aStraightWayThatDrawioWouldBendIsFixed() throws {
    let outer = Rect(x: 0, y: 0, width: 100, height: 100)
    let inner = Rect(x: 40, y: 30, width: 40, height: 40)
    let right = Rect(x: 200, y: 30, width: 40, height: 40)
    func router(_ source: String, _ target: String, _ points: [(Int, Int)]) throws -> String? {
      let scene = Example.scene([
        Example.box("outer", outer, isContainer: true), Example.box("inner", in: "outer", inner),
        Example.box("right", right), .line(Example.line("l", from: source, to: target, points)),
      ])
      return style(try cell("l", scene))["edgeStyle"]
    }
    #expect(try router("inner", "right", [(80, 50), (200, 50)]) == "orthogonalEdgeStyle")
    #expect(try router("right", "inner", [(196, 50), (84, 50)]) == "orthogonalEdgeStyle")
    #expect(try router("outer", "inner", [(0, 50), (40, 50)]) == "none")
    #expect(try router("inner", "right", [(80, 31), (200, 31)]) == "none")
    #expect(try router("inner", "right", [(79, 50), (200, 50)]) == "none")
  }

  @Test func everyMarkerIsAsLongAsOurHead() throws {
    let frame = Rect(x: 0, y: 0, width: 10, height: 10)
    for width in [10, 15, 20, 30] {
      for (head, offset) in [(ArrowHead.arrow, 2.618), (.diamond, 2.414)] {
        var line = Example.line("l", from: "a", to: "b", [(10, 5), (90, 5)], end: head)
        line.paint.strokeWidth = width
        let scene = Example.scene([Example.box("a", frame), Example.box("b", frame), .line(line)])
        let size = try #require(Double(style(try cell("l", scene))["endSize"] ?? ""))
        let length = Double(4 * (10 + width) / 10)
        #expect(abs(size + offset * Double(width) / 10 - length) <= 0.01, "\(head) \(width)")
      }
    }
  }

  @Test func aLabelIsPlacedFromTheClosestPointOfItsLine() throws {
    let geometry = try cell("e1", Example.full).elements[0]
    // The way runs from 100 to 140, the text has its middle at (119, 69).
    #expect(geometry[attribute: "x"] == "-0.05")
    #expect(geometry.elements[0][attribute: "x"] == nil)
    #expect(geometry.elements[0][attribute: "y"] == "-11")
    #expect(geometry.elements[0][attribute: "as"] == "offset")
  }
}

@Suite struct DrawioSVGTests {
  @Test func itIsThePlainPictureWithAnASCIIDrawingInside() throws {
    let dual = try XMLElement.parse(try DrawioSVGRenderer.render(Example.full))
    var plain = try XMLElement.parse(try SVGRenderer.render(Example.full))
    let digest = plain.attributes.firstIndex { $0.name == "data-digest" }
    plain.attributes[try #require(digest)].value = dual[attribute: "data-digest"] ?? ""
    let content = try #require(dual[attribute: "content"])
    #expect(content.hasPrefix("<mxfile") && content.utf8.allSatisfy { $0 < 0x80 })
    plain.attributes.append(XMLAttribute("content", content))
    #expect(dual == plain)
    let drawing = try XMLElement.parse(Array(content.utf8)).withoutBlanks
    var file = try XMLElement.parse(try DrawioRenderer.render(Example.full)).withoutBlanks
    file.attributes[2] = XMLAttribute("digest", drawing[attribute: "digest"] ?? "")
    #expect(drawing == file)
  }

  @Test func everyCellHasALineOfItsOwn() throws {
    let text = String(decoding: try DrawioSVGRenderer.render(Example.full), as: UTF8.self)
    let lines = text.split(separator: "\n").filter { $0.contains("&lt;mxCell") }
    #expect(lines.count == Example.full.elements.count + 4)
  }
}

extension XMLElement {
  /// The tree without the blanks that indent it.
  fileprivate var withoutBlanks: XMLElement {
    var copy = self
    copy.children = elements.map { .element($0.withoutBlanks) }
    return copy
  }
}
