import DiagramDSL
import DiagramEngine
import DiagramModel
import TestSupport
import Testing

/// Arrows that are to be straight, and where they meet what they point at.
@Suite struct StraightArrowTests {
  private func scene(@PictureBuilder _ content: () -> [PictureItem]) throws -> Scene {
    let picture = Picture("p", content: content)
    return try #require(try Series("straight") { picture }.scenes(in: .dark).first)
  }

  /// From the middle of a circle, as far as a stand-off and rounding let it be.
  private func distance(_ point: Point, _ frame: Rect) -> Double {
    let (dx, dy) = (point.x - frame.center.x, point.y - frame.center.y)
    return Double(dx * dx + dy * dy).squareRoot()
  }

  @Test func linesBetweenCirclesEndOnTheirOutlines() throws {
    let scene = try scene {
      let a = Component("a", shape: .circle).width(60).height(60).at(x: 0, y: 120)
      let b = Component("b", shape: .circle).width(60).height(60).at(x: 90, y: 0)
      let d = Component("d", shape: .circle).width(60).height(60).at(x: 320, y: 120)
      a
      b
      d
      (a --- b).straight()
      (b --> d).straight()
    }
    let frames = Dictionary(uniqueKeysWithValues: scene.boxes.map { ($0.id, $0.frame) })
    for line in scene.lines {
      let (source, target) = (try #require(frames[line.source]), try #require(frames[line.target]))
      #expect(line.points.count == 2)
      #expect(abs(distance(line.points[0], source) - 30) <= 1)
      let gap = line.endHead == .arrow ? 3.0 : 0
      #expect(abs(distance(line.points[1], target) - 30 - gap) <= 1)
    }
  }

  /// Persons and icons of two columns: no two heads at one place, and each at the drawn icon or below its
  /// text.
  @Test func arrowsToIconsEndAtThem() throws {
    let scene = try scene {
      let people = ["Ann", "Bob", "Cem"].map { Component($0, shape: .person) }
      let servers = (1...3).map { Icon(.server, "web \($0)") }
      Row(spacing: 160) {
        Column { people }
        Column { servers }
      }
      (people --> servers).straight()
    }
    let tips = scene.lines.compactMap(\.points.last)
    #expect(tips.count == 9 && Set(tips).count == 9)
    for line in scene.lines {
      let icon = try #require(scene.boxes.first { $0.id == "\(line.target)!icon" })
      let text = try #require(scene.boxes.first { $0.id == line.target }?.text)
      let tip = try #require(line.points.last)
      #expect([icon.frame, text.frame].contains { $0.insetBy(-6).contains(tip) })
    }
  }

  @Test func aLineBetweenSpotsLiesOverBoxesAndNobodyComplains() throws {
    let series = Series("today") {
      Picture("p") {
        Component("Network").width(300).at(x: 0, y: 40)
        Component("Data").width(300).at(x: 100, y: 120)
        let now = Spot("now").at(x: 200, y: 0)
        let end = Spot("later").at(x: 200, y: 200)
        now
        end
        (now --- end).straight().dashed().accent(.red)
      }
    }
    let line = try #require(try series.scenes(in: .dark).first?.lines.first)
    #expect(line.points.count == 2 && line.points[0].x == line.points[1].x)
    #expect(try series.rendered(in: .dark).diagnostics.isEmpty)
  }

  @Test func anArrowThatIsLedAroundABoxTellsWhichOne() throws {
    let series = Series("wall") {
      Picture("p") {
        let a = Component("a").at(x: 0, y: 0)
        let wall = Component("Migrate").at(x: 200, y: 0)
        let b = Component("b").at(x: 400, y: 0)
        a
        wall
        b
        (a --> b).straight()
      }
    }
    let warnings = try series.rendered(in: .dark).diagnostics
    #expect(warnings.map(\.id) == ["DG0414"])
    #expect(warnings[0].message.contains("“a” to “b” cannot be straight: “Migrate” is in the way"))
    #expect(try series.scenes(in: .dark)[0].lines[0].points.count > 2)
  }
}

extension Scene {
  /// In the order of their drawing.
  fileprivate var lines: [SceneLine] {
    elements.compactMap { if case .line(let line) = $0 { line } else { nil } }
  }
}
