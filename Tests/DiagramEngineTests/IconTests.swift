import DiagramDSL
import DiagramEngine
import DiagramIcons
import DiagramModel
import TestSupport
import Testing

/// Where icons, badges and numbers lie.
@Suite struct IconTests {
  private func scene(@PictureBuilder _ content: () -> [PictureItem]) throws -> Scene {
    try #require(
      try Series("icons") { Picture("p", content: content) }.scenes(in: .dark).first)
  }

  @Test func anIconStandsAboveItsTextAndArrowsMeetItsMiddle() throws {
    let (pod, box) = (Icon(.pod, "web"), Component("box"))
    let scene = try scene {
      Row {
        box; pod
      }
      box --> pod
    }
    let (whole, icon) = (try scene.box("web"), try scene.box("web!icon"))
    let text = try #require(whole.text)
    #expect(icon.frame.size == Size(width: 64, height: 64))
    #expect(whole.frame.contains(icon.frame) && whole.frame.contains(text.frame))
    #expect(icon.frame.maxY <= text.frame.minY && abs(icon.frame.midX - text.frame.midX) <= 1)
    let end = try #require(scene.lines.first?.points.last)
    #expect(end.y == icon.frame.midY && end.x == icon.frame.minX - 3)
    #expect(try scene.box("box").frame.midY == icon.frame.midY)
  }

  @Test func textsStandWhereTheyAreWanted() throws {
    let scene = try scene {
      Icon(.user, "beside", label: .beside)
      Icon(.user, "hidden", label: .none)
      Icon(.lock)
      Icon(.key).label("later")
      Icon(.pod, "large", size: 200)
    }
    let beside = try scene.box("beside")
    #expect(try scene.box("beside!icon").frame.maxX < beside.text?.frame.minX ?? 0)
    #expect(try scene.box("hidden").text == nil && scene.box("lock").text == nil)
    #expect(try scene.box("key").text?.lines.map(\.text) == ["later"])
    #expect(try scene.box("large!icon").frame.size.width == 200)
    // For those who cannot see it.
    #expect(scene.summary.contains("hidden") && scene.summary.contains("lock"))
  }

  @Test func iconsInBoxesTakeRoomBesideTheirText() throws {
    let scene = try scene {
      Component("A text that is wide", icon: .database)
      Component("above").icon(.gear, label: .below)
      Component("alone").icon(.gear, label: .none)
      Node("Title of a node", icon: .node) { Component("in") }
      Node("Collapsed", icon: .node)
    }
    for id in ["a-text-that-is-wide", "above", "title-of-a-node", "collapsed"] {
      let (box, icon) = (try scene.box(id), try scene.box("\(id)!icon"))
      let text = try #require(box.text)
      #expect(box.frame.contains(icon.frame) && box.frame.contains(text.frame), "\(id)")
      #expect(!icon.frame.intersects(text.frame), "\(id)")
      #expect(icon.parent == id)
    }
    #expect(try scene.box("alone").text == nil)
  }

  /// Icons keep their size among boxes, and boxes theirs.
  @Test func iconsAreNotStretchedToTheSizeOfBoxes() throws {
    let high = Component("high").height(300)
    let scene = try scene {
      Row {
        high; Icon(.pod, "web"); Component("box")
      }
    }
    #expect(try scene.box("web!icon").frame.size == Size(width: 64, height: 64))
    let plain = try self.scene {
      Row {
        high; Component("box")
      }
    }
    #expect(try scene.box("box").frame.size == plain.box("box").frame.size)
  }

  @Test func marksLieOnTheOutline() throws {
    let box = Component("box").badge(3).corner(.topLeft, Icon(.lock)).corner(.bottom, Icon(.pod))
    let scene = try scene { box }
    let frame = try scene.box("box").frame
    #expect(try scene.box("box!topLeft").frame.center == frame.origin)
    #expect(try scene.box("box!topLeft!icon").parent == "box!topLeft")
    #expect(try scene.box("box!bottom").frame.center == Point(x: frame.midX, y: frame.maxY))
    let badge = try scene.box("box!badge")
    #expect(
      badge.text?.lines.map(\.text) == ["3"] && badge.frame.size.width == badge.frame.size.height)
    #expect(badge.frame.contains(Point(x: frame.maxX, y: frame.minY)))
    // One that is taken off is gone, and a taken corner is not used twice.
    let other = try self.scene { box.corner(.topLeft, nil).corner(.topRight, Icon(.key)) }
    #expect(other.boxes.allSatisfy { $0.id != "box!topLeft" })
    #expect(try other.box("box!badge").frame.minX < frame.minX)
    let none = try self.scene { box.badge(nil) }
    #expect(none.boxes.allSatisfy { $0.id != "box!badge" })
  }

  /// An icon at a corner steps back with its box, unless it has a style of its own.
  @Test func marksStepBackWithTheirBox() throws {
    func corner(_ icon: Icon, isMuted: Bool) throws -> SceneBox {
      try scene { Component("box").corner(.topLeft, icon).muted(isMuted) }.box("box!topLeft")
    }
    let (bright, quiet) = (
      try corner(Icon(.lock), isMuted: false), try corner(Icon(.lock), isMuted: true)
    )
    #expect(bright.paint != quiet.paint)
    #expect(try corner(Icon(.lock).muted(), isMuted: false).paint == quiet.paint)
    let red = Icon(.lock).accent(.red)
    #expect(try corner(red, isMuted: true).paint.stroke == corner(red, isMuted: false).paint.stroke)
  }

  /// Round and slanted shapes leave their frames, and their marks go along.
  @Test(arguments: Shapes.all.map { ShapeName($0) }.filter { $0 != .none })
  func marksTouchTheOutlineOfEveryShape(shape: ShapeName) throws {
    for place in BorderPlace.allCases {
      let scene = try scene {
        Component("box", shape: shape).width(300).height(240).corner(place, Icon(.lock)).badge(
          "new")
      }
      let box = try scene.box("box")
      let outline = try #require(box.shapes.first).path.polylines.flatMap(\.self)
      for name in ["box!\(place)", "box!badge"] {
        let mark = try scene.box(name).frame
        #expect(box.frame.insetBy(-20).contains(mark))
        let isTouched = zip(outline, outline.dropFirst()).contains { from, to in
          (0...40).contains { step in
            let point = from.towards(to, Double(step) / 40)
            let (x, y) = (Int(point.x.rounded()), Int(point.y.rounded()))
            return mark.insetBy(-2).contains(Point(x: x, y: y))
          }
        }
        #expect(isTouched, "\(name) \(mark)")
      }
    }
  }

  @Test func numbersLieOnTheirLineOrBeforeItsText() throws {
    let (a, b, c) = (Component("a"), Component("b"), Component("c"))
    let scene = try scene {
      Row(spacing: 200) {
        a; b; c
      }
      (a --> b).numbered(1)
      (b --> c).label("HTTPS").numbered(2)
    }
    let first = try #require(scene.lines.first)
    let one = try scene.box("a-->b!badge")
    #expect(one.frame.midY == first.points[0].y)
    #expect(one.frame.minX > first.points[0].x && one.frame.maxX < first.points[1].x)
    let (two, text) = (try scene.box("b-->c!badge"), try #require(scene.lines[1].text))
    #expect(two.frame.maxX <= text.frame.minX && text.frame.minX - two.frame.maxX < 16)
    #expect(abs(two.frame.midY - text.frame.midY) <= 1)
    #expect((text.chip ?? text.frame).maxY <= scene.lines[1].points[0].y)
  }

  /// The longest piece of a line may be one that another line crosses.
  @Test(arguments: UInt64(0)..<60)
  func numbersLieOnTheirOwnLine(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let boxes = (0..<5).map { Component("box \($0)") }
    let arrows = (0..<5).map { index in
      (boxes[index] --> boxes[(index + Int.random(in: 1...3, using: &random)) % 5]).numbered(index)
    }
    let scene = try scene {
      Grid(columns: 3, spacing: 120) { boxes }
      arrows
    }
    for line in scene.lines {
      let badge = try scene.box("\(line.id)!badge")
      let touched = zip(line.points, line.points.dropFirst()).contains { from, to in
        Rect(from: from, to: to).contains(badge.frame.center)
      }
      #expect(touched, "\(seed): \(line.id)")
    }
  }

  @Test func whatChangesInAPictureMovesNothing() throws {
    let series = Series("steps") {
      Picture("one") {
        Component("a", icon: .server); Icon(.pod, "web")
      }
      Picture("two") {
        Component("a", icon: .server).badge(3); Icon(.pod, "web").accent().badge("new")
      }
      Picture("three") {
        Component("a"); Icon(.secret, "web")
      }
    }
    let scenes = try series.scenes(in: .dark)
    for scene in scenes.dropFirst() {
      #expect(scene.size == scenes[0].size)
      for id in ["a", "web", "web!icon"] {
        #expect(try scene.box(id).frame == scenes[0].box(id).frame)
      }
    }
  }

  /// Pictures of packs are shown as they are, with the text below them.
  @Test func picturesOfPacksAreShown() throws {
    let image = IconImage(mediaType: "image/png", base64: "AAAA")
    let drawing = IconDrawing(width: 40, height: 20, parts: [], image: image)
    let library = IconLibrary(packs: [
      .init(name: "company", names: ["logo"], icons: ["logo": .success(drawing)])
    ])
    let series = Series("own") { Picture("p") { Icon("company/logo", "Us") } }
    let scene = try #require(try series.scenes(in: .dark, icons: library).first)
    let icon = try scene.box("us!icon")
    #expect(icon.image == image && icon.frame.size == Size(width: 64, height: 32))
    let files = try series.rendered(in: .dark, as: [.svg, .drawio], icons: library).files
    #expect(
      String(decoding: files[0].bytes, as: UTF8.self).contains(
        "href=\"data:image/png;base64,AAAA\""))
    #expect(String(decoding: files[1].bytes, as: UTF8.self).contains("image=data:image/png,AAAA;"))
  }

  /// The icon of what steps back steps back, and one with an accent has its colours.
  @Test func iconsHaveTheColoursOfTheirState() throws {
    let scene = try scene {
      Icon(.pod, "plain"); Icon(.pod, "red").accent(.red); Icon(.pod, "quiet").muted()
      Component("card", icon: .pod).accent(.red)
    }
    let red = Theme.dark.surface(of: .red)
    #expect(try scene.box("red!icon").paint.stroke == red.stroke)
    #expect(try scene.box("red!icon").paint.fill == red.fill)
    #expect(try scene.box("plain!icon").paint.stroke == Theme.dark.line)
    #expect(try scene.box("quiet!icon").paint.stroke == Theme.dark.mutedLine)
    #expect(try scene.box("card!icon").paint.stroke == red.text)
  }
}

extension Scene {
  fileprivate var lines: [SceneLine] {
    elements.compactMap { if case .line(let line) = $0 { line } else { nil } }
  }

  fileprivate func box(_ id: String) throws -> SceneBox {
    try #require(boxes.first { $0.id == id }, "\(id)")
  }
}
