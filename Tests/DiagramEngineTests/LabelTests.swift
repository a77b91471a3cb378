import DiagramDSL
import DiagramEngine
import DiagramModel
import Testing

/// What signs that style a label change, and what they leave as it is.
@Suite struct LabelTests {
  private func scene(_ theme: Theme = .dark, @PictureBuilder _ content: () -> [PictureItem]) throws
    -> Scene
  {
    let picture = Picture("p", content: content)
    return try #require(try Series("labels") { picture }.scenes(in: theme).first)
  }

  @Test func identitiesComeFromWhatIsRead() throws {
    let (api, shop) = (Component("**API** `v1`"), Node("The *shop*") { Component("x") })
    let scene = try scene {
      api
      shop
      api --> shop
    }
    #expect(scene.boxes.map(\.id).sorted() == ["api-v1", "the-shop", "the-shop/x"])
    #expect(scene.elements.last?.id == "api-v1-->the-shop")
    #expect(scene.summary.contains("API v1 points to The shop."))
  }

  @Test func aSignMakesNoOtherBox() throws {
    let series = Series("labels") {
      Picture("one") { Component("API") }
      Picture("two") { Component("**API**") }
    }
    let ids = try series.scenes(in: .dark).map { $0.boxes.map(\.id) }
    #expect(ids == [["api"], ["api"]])
  }

  @Test func mistakesNameWhatIsRead() throws {
    let series = Series("labels") {
      Picture("p") {
        Component("a")
        Component("a") --> Component("**b**")
      }
    }
    let error = #expect(throws: DiagramError.self) { try series.scenes(in: .dark) }
    let message = try #require(error?.diagnostics.first).message
    #expect(message.contains("“b”") && !message.contains("*"))
  }

  @Test func codeHasNoSigns() throws {
    let scene = try scene { Component("args: [\"*\"] # *all* [x](y)").monospaced() }
    let text = try #require(scene.boxes[0].text)
    #expect(text.lines.map(\.text).joined() == "args: [\"*\"] # *all* [x](y)")
  }

  @Test func unsafeLinksAndUnknownColoursAreMistakes() {
    let series = Series("labels") {
      Picture("p") {
        Component("[a](javascript:x)")
        let b = Component("[b]{.gren}")
        b
        (b --> Component("a")).label("[c](data:x)")
      }
    }
    let error = #expect(throws: DiagramError.self) { try series.scenes(in: .dark) }
    let found = error?.diagnostics ?? []
    #expect(found.map(\.kind) == [.linkAddress, .textColor, .linkAddress])
    #expect(found.dropFirst().first?.hints.first == "did you mean “[text]{.green}”?")
  }

  @Test func smallerLinesStandBelowTheTitle() throws {
    let box = try scene { Component("API", subtitle: "Swift").detail("Serves *all*") }.boxes[0]
    let text = try #require(box.text)
    #expect(text.lines.map(\.text) == ["API", "Swift", "Serves all"])
    #expect(text.lines.map(\.font.size) == [20, 15, 15])
    #expect(text.lines.map(\.offset) == [0, 26, 50])
    #expect(box.id == "api" && box.frame.contains(text.frame))
    let summary = try scene { Component("API", subtitle: "Swift") }.summary
    #expect(summary.contains("API: Swift."))
  }

  @Test func aTitleOfAContainerMakesRoomForItsSmallerLines() throws {
    let plain = try scene { Node("Shop") { Component("a") } }
    let more = try scene { Node("Shop", subtitle: "System", detail: "Sells") { Component("a") } }
    #expect(more.size.height >= plain.size.height + 40)
    let text = try #require(more.boxes[0].text)
    #expect(text.frame.maxY <= more.boxes[1].frame.minY)
    #expect(text.lines.map(\.font.face) == [.bold, .regular, .regular])
  }

  @Test func textsStandWhereTheyShould() throws {
    let boxes = try scene {
      let box = Component("a").height(200)
      Row {
        box.textPosition(.top)
        box.id("b")
        box.id("c").textPosition(.bottom)
      }
    }.boxes
    let places = boxes.map { $0.text.map { $0.frame.minY - boxes[0].frame.minY } }
    #expect(places == [10, 88, 166])
  }

  @Test func aTextThatRunsUpwardsTakesItsHeight() throws {
    let boxes = try scene {
      Row(align: .center) {
        Component("Operating system")
        Component("Operating system").id("up").vertical()
      }
    }.boxes
    let (flat, up) = (try #require(boxes[0].text), try #require(boxes[1].text))
    #expect(up.isVertical && up.upright.size.height == flat.frame.size.height)
    #expect(abs(up.frame.size.height - flat.frame.size.width) <= 1)
    #expect(up.frame.center == up.upright.center && boxes[1].frame.contains(up.frame))
    #expect(boxes[1].frame.size.width < boxes[0].frame.size.width)
    #expect(boxes[1].frame.size.height > boxes[0].frame.size.height)
  }

  @Test func headingsAndCaptionsMoveNothing() throws {
    let box = Component("a")
    let series = Series("labels") {
      Picture("one") { box }.heading("One *picture*").caption("Below")
      Picture("two") { box }
    }
    let scenes = try series.scenes(in: .dark)
    #expect(scenes[0].size == scenes[1].size && scenes[0].title == "One picture")
    #expect(scenes[0].boxes.map(\.id) == ["picture heading", "picture caption", "a"])
    #expect(scenes[0].boxes[2] == scenes[1].boxes[0])
    let frames = scenes[0].boxes.map(\.frame)
    #expect(frames[0].maxY < frames[2].minY && frames[2].maxY < frames[1].minY)
    let canvas = Rect(origin: Point(x: 0, y: 0), size: scenes[0].size)
    #expect(frames.allSatisfy { canvas.contains($0) })
  }

  @Test func linksAndTooltipsReachTheScene() throws {
    let (a, b) = (Component("a").link("#a").tooltip("t"), Component("b"))
    let scene = try scene {
      a
      b
      (a --> b).link("x.html").tooltip("u")
    }
    #expect(scene.boxes.map(\.more) == [SceneMore(link: "#a", tooltip: "t"), SceneMore()])
    guard case .line(let line)? = scene.elements.last else { return #expect(Bool(false)) }
    #expect(line.more == SceneMore(link: "x.html", tooltip: "u"))
    let error = #expect(throws: DiagramError.self) {
      try Series("s") { Picture("p") { Component("a").link("javascript:x") } }.scenes(in: .dark)
    }
    #expect(error?.diagnostics.map(\.kind) == [.linkAddress])
  }

  @Test(arguments: Theme.all)
  func runsHaveColoursOfTheirOwnUnlessTheirBoxStepsBack(theme: Theme) throws {
    let words = Markup.colors.map { "[word]{.\($0)}" }.joined(separator: " ") + " [link](#a)"
    let scene = try scene(theme) {
      for accent in Accent.allCases { Component(words).id(accent.rawValue).accent(accent) }
      Component(words).id("plain")
      Component(words).id("quiet").muted()
      Component(words).id("empty").outlined()
      Node(words) { Node(words) { Component(words).id("in") }.id("inner").accent(.orange) }.id(
        "outer")
      Text(words).id("free")
    }
    for box in scene.boxes {
      let text = try #require(box.text)
      let isMuted = box.id == "quiet"
      #expect((Set(text.lines.flatMap(\.runs).map(\.color)).count == 1) == isMuted, "\(box.id)")
    }
  }
}
