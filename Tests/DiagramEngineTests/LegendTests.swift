import DiagramDSL
import DiagramEngine
import DiagramModel
import TestSupport
import Testing

/// What a legend explains, and where it lies.
@Suite struct LegendTests {
  private let a = Component("a")
  private let b = Component("b")
  private let c = Component("c", shape: .cylinder).accent(.green).means("new")

  private func picture(_ name: String, isNew: Bool = true, hasLegend: Bool = true) -> Picture {
    Picture(name) {
      Row(spacing: 100) {
        a
        b
        if isNew { c }
      }
      (a --> b).dashed().means("later")
      if isNew { (b --> c).dashed().means("later") }
      if hasLegend { Legend("Key") }
    }
  }

  private func parts(_ scene: Scene) -> [SceneBox] {
    scene.boxes.filter { $0.id.hasPrefix("!legend") }
  }

  private func lines(_ scene: Scene) -> [SceneLine] {
    scene.elements.compactMap { if case .line(let line) = $0 { line } else { nil } }
  }

  @Test func itExplainsEachMeaningOnceInTheLookOfItsElement() throws {
    let scene = try Series("s") { picture("p") }.scenes(in: .dark)[0]
    let texts = parts(scene).compactMap { $0.text?.lines.first?.text }
    #expect(texts == ["Key", "new", "later"])
    let box = try #require(scene.boxes.first { $0.id == "c" })
    let sample = try #require(scene.boxes.first { $0.id == "!legend!0" })
    #expect((sample.kind, sample.paint) == ("cylinder", box.paint))
    let arrow = try #require(lines(scene).first { $0.id == "a-->b" })
    let line = try #require(lines(scene).first { $0.id == "!legend!1" })
    #expect((line.paint, line.endHead) == (arrow.paint, arrow.endHead))
    #expect(scene.boxes.contains { $0.id == line.source && $0.parent == "!legend" })
    #expect(
      scene.summary.hasSuffix("Legend: a green cylinder means new; a dashed arrow means later."))
  }

  @Test func itLiesAtOnePlaceAndExplainsWhatItsPictureShows() throws {
    let scenes = try Series("s") {
      picture("one", isNew: false)
      picture("two")
      picture("three", hasLegend: false)
    }.scenes(in: .dark)
    let panels = scenes.map { scene in scene.boxes.first { $0.id == "!legend" }?.frame }
    #expect(panels[0] == panels[1] && panels[2] == nil)
    let names = scenes.map { parts($0).compactMap { $0.text?.lines.first?.text } }
    #expect(names == [["Key", "later"], ["Key", "later", "new"], []])
    let later = scenes.prefix(2).map { scene in
      scene.boxes.first { $0.text?.lines.first?.text == "later" }?.frame
    }
    #expect(later[0] == later[1])
    #expect(Set(scenes.map(\.size)).count == 1)
  }

  @Test func samplesStandBeforeWhatIsMeant() throws {
    let scene = try Series("s") {
      Picture("p") {
        Row {
          c; a
        }
        Legend {
          Component("ours").accent()
          ArrowSample("data").block()
          Icon(.pod, "a pod")
          Node("a zone")
          if true { [ArrowSample("both").heads(.both)] }
        }
      }
    }.scenes(in: .light)[0]
    let texts = parts(scene).compactMap { $0.text?.lines.first?.text }
    #expect(texts == ["ours", "data", "a pod", "a zone", "both", "new"])
    #expect(lines(scene).map(\.isBlock) == [true, false])
  }

  /// Wherever it lies, it covers nothing, and all of it is on the picture.
  @Test(arguments: UInt64(0)..<100)
  func itCoversNothing(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let boxes = (0..<Int.random(in: 1...9, using: &random)).map { Component("box \($0)") }
    let arrows = (0..<boxes.count).compactMap { _ -> Arrow? in
      let ends = [boxes.randomElement(using: &random), boxes.randomElement(using: &random)]
      guard let source = ends[0], let target = ends[1], source != target else { return nil }
      return (source --> target).means("kind \(Int.random(in: 0...8, using: &random))")
    }
    let columns = Int.random(in: 1...4, using: &random)
    let scene = try Series("s", slide: .width(random.next() % 2 == 0 ? 1 : 0.3)) {
      Picture("p") {
        Grid(columns: columns, spacing: Int.random(in: 20...200, using: &random)) { boxes }
        arrows
        Legend { Component("a text that takes some room in the legend of a picture") }
      }
    }.scenes(in: .dark)[0]
    let panel = try #require(scene.boxes.first { $0.id == "!legend" }).frame
    #expect(Rect(origin: Point(x: 0, y: 0), size: scene.size).contains(panel))
    for part in parts(scene) {
      #expect(panel.contains(part.frame) && part.text.map { panel.contains($0.frame) } ?? true)
    }
    for box in scene.boxes where !box.id.contains("!") { #expect(!box.frame.intersects(panel)) }
    for line in lines(scene) where !line.id.hasPrefix("!legend") {
      for (from, to) in zip(line.points, line.points.dropFirst()) {
        #expect(!Rect(from: from, to: to).insetBy(-1).intersects(panel))
      }
    }
  }

  @Test func aLegendWithNothingToExplainIsTold() throws {
    let found = try Series("s") {
      Picture("p") {
        a
        Legend()
      }
    }.rendered(in: .dark, as: [.svg]).diagnostics
    #expect(found.map(\.kind) == [.emptyLegend])
    #expect(found[0].message == "the legend of picture “p” explains nothing")
  }
}
