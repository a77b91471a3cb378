import DiagramDSL
import DiagramEngine
import DiagramModel
import TestSupport
import Testing

/// Thick arrows, texts at ends, dividers, places that are not seen, and what is said of boxes.
@Suite struct RelationTests {
  private let a = Component("a")
  private let b = Component("b")
  private let c = Component("c")

  private func scene(@PictureBuilder _ content: () -> [PictureItem]) throws -> Scene {
    try #require(
      try Series("relations") { Picture("p", content: content) }.scenes(in: .dark).first)
  }

  private func box(_ id: String, _ scene: Scene) throws -> SceneBox {
    try #require(scene.boxes.first { $0.id == id }, "\(id)")
  }

  private func lines(_ scene: Scene) -> [SceneLine] {
    scene.elements.compactMap { if case .line(let line) = $0 { line } else { nil } }
  }

  @Test func thickArrowsAreArrowsWithASurface() throws {
    let scene = try scene {
      Row(spacing: 80) {
        a; b; c
      }
      a ==> b ==> c
    }
    #expect(lines(scene).count == 2)
    for line in lines(scene) {
      #expect(line.isBlock && line.paint.fill != nil && line.paint.stroke != nil)
      let outline = BlockArrow(line).path.polylines
      let (start, end) = (line.points[0], line.points[1])
      let places = outline.joined().map { ExactPoint(x: $0.x / 100, y: $0.y / 100) }
      #expect(places.allSatisfy { Double(start.x) <= $0.x && $0.x <= Double(end.x) })
      #expect(places.map(\.y).max() ?? 0 == Double(start.y) + BlockArrow.head / 2)
    }
    // What is thick already stays so in a chain, and what is not stays thin.
    #expect((a --> b ==> c).map(\.isBlock) == [false, true])
    #expect((a ==> [b, c]).map(\.isBlock) == [true, true])
  }

  /// Between a thick arrow and what runs or lies beside it is as much as beside a thin one.
  @Test func thickArrowsKeepFromWhatIsBesideThem() throws {
    let (order, item, pod) = (Component("Order"), Component("Item"), Component("Pod"))
    let scene = try scene {
      Column(spacing: 80) {
        pod
        Row(spacing: 120) {
          order; item
        }
      }
      order --> item
      (order ==> pod).label("moves to")
      order --> pod
      item ==> order
    }
    let bodies = lines(scene).map { line in
      zip(line.points, line.points.dropFirst()).map { start, end in
        Rect(from: start, to: end).insetBy(line.isBlock ? -BlockArrow.halfWidth : 0)
      }
    }
    for (index, line) in lines(scene).enumerated() {
      for other in bodies.indices where other != index {
        for (one, two) in bodies[index].flatMap({ one in bodies[other].map { (one, $0) } })
        where (one.size.width > one.size.height) == (two.size.width > two.size.height) {
          #expect(!one.insetBy(-7).intersects(two), "\(line.id): \(one) and \(two)")
        }
        if let text = lines(scene)[other].text {
          #expect(!bodies[index].contains { $0.insetBy(-1).intersects(text.frame) })
        }
      }
    }
  }

  /// Whatever way a thick arrow takes, its outline is closed and stays near to the way.
  @Test(arguments: UInt64(0)..<200)
  func outlinesOfThickArrowsStayNearToTheirWay(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let count = Int.random(in: 2...6, using: &random)
    let points = (0..<count).map { _ in
      Point(
        x: Int.random(in: 0...30, using: &random) * 10,
        y: Int.random(in: 0...3, using: &random) * 90)
    }
    let heads: [ArrowHead] = [.none, .arrow]
    var line = SceneLine(
      id: "a", source: "b", target: "c", parent: nil, points: points, isCurved: false, radius: 0,
      paint: Paint(fill: nil, stroke: Color(0), strokeWidth: 15, pattern: .solid),
      startHead: heads.randomElement(using: &random) ?? .none,
      endHead: heads.randomElement(using: &random) ?? .none, text: nil)
    line.isBlock = true
    let path = BlockArrow(line).path
    #expect(path.last == .close && path.count >= 5)
    let (xs, ys) = (points.map(\.x), points.map(\.y))
    for place in path.compactMap(\.end) {
      // A sharp bend reaches as far as draw.io lets it.
      #expect((xs.min() ?? 0) - 130 <= place.x / 100 && place.x / 100 <= (xs.max() ?? 0) + 130)
      #expect((ys.min() ?? 0) - 130 <= place.y / 100 && place.y / 100 <= (ys.max() ?? 0) + 130)
    }
  }

  @Test func textsStandBesideTheEnds() throws {
    let scene = try scene {
      Row(spacing: 120) {
        a; b
      }
      (a --- b).labels(start: "1", end: "*")
    }
    let line = try #require(lines(scene).first)
    let (start, end) = (try box("a-->b!start", scene), try box("a-->b!end", scene))
    #expect(start.text?.lines.map(\.text) == ["1"] && end.text?.lines.map(\.text) == ["*"])
    #expect(start.frame.minX >= line.points[0].x && start.frame.maxX < end.frame.minX)
    #expect(end.frame.maxX <= line.points[1].x && end.frame.maxY <= line.points[0].y)
  }

  @Test func aTextAndThoseAtTheEndsHaveRoomBesideEachOther() throws {
    let arrow = (a --> b).label("has many").labels(start: "1", end: "0..*")
    let scenes = [
      try scene {
        Row {
          a; b
        }
        arrow
      },
      try scene {
        Row(spacing: 30) {
          a; b
        }
        arrow
      },
      try scene {
        Layered {
          a; b
        }
        arrow
      },
    ]
    for (index, scene) in scenes.enumerated() {
      let text = try #require(lines(scene).first?.text).frame
      for end in ["start", "end"] {
        let frame = try box("a-->b!\(end)", scene).frame
        #expect(!frame.intersects(text), "\(index)")
      }
    }
  }

  /// Two heads of twelve end three before their boxes.
  @Test(arguments: [0, 4, 10, 20])
  func betweenCloseNeighboursThereIsRoomForAnArrow(spacing: Int) throws {
    for (isDouble, gap) in [(true, 0), (false, 40)] {
      let scene = try scene {
        Row(spacing: spacing) {
          a; b
        }
        (isDouble ? (a <--> b) : (a --> b)).gap(gap)
      }
      let (one, other) = (try box("a", scene).frame, try box("b", scene).frame)
      #expect(other.minX - one.maxX >= 36 + 2 * gap)
      let line = try #require(lines(scene).first)
      #expect(line.points.count == 2 && line.points[1].x - line.points[0].x >= 36 - 6)
    }
  }

  @Test func dividersRunAcrossTheirRowOrColumn() throws {
    let scene = try scene {
      Column {
        Row {
          a; b
        }; Divider("Internet"); c.width(500)
      }
    }
    let (divider, last) = (try box("internet", scene), try box("c", scene))
    #expect(divider.kind == "divider" && divider.frame.size.width == last.frame.size.width)
    #expect(divider.text?.lines.map(\.text) == ["Internet"] && divider.paint.pattern == .dashed)
    let row = try self.scene {
      Row {
        a.height(200); Divider().dashed(false); b
      }
    }
    let upright = try box("divider", row)
    #expect(upright.frame.size.height == 200 && upright.paint.pattern == .solid)
    let (left, right) = (try box("a", row).frame, try box("b", row).frame)
    #expect(left.maxX < upright.frame.minX && upright.frame.maxX < right.minX)
  }

  /// A line that parts zones is no wall between them.
  @Test func arrowsCrossDividers() throws {
    let scene = try scene {
      Column {
        a; Divider("Internet"); b
      }
      a --> b
    }
    let line = try #require(lines(scene).first)
    #expect(line.points.count == 2 && line.points[0].x == line.points[1].x)
    let text = try #require(try box("internet", scene).text)
    #expect(text.frame.maxX < line.points[0].x)
  }

  @Test func arrowsMayEndWhereNothingIsSeen() throws {
    let spot = Spot("outside")
    let scene = try scene {
      Row(spacing: 100) {
        spot; a
      }
      spot --> a
    }
    let place = try box("outside", scene)
    #expect(place.text == nil && place.shapes.isEmpty)
    #expect(lines(scene).count == 1)
  }

  @Test func bracesAndBarsLieBesideWhatTheySpeakOf() throws {
    let scene = try scene {
      Row {
        a; b; c
      }
      Brace("3 replicas", over: a, b, c)
      Dimension("10 ms", over: a, b, side: .top)
    }
    let around = try box("a", scene).frame.union(box("c", scene).frame)
    let brace = try box("!brace!a!b!c", scene), bar = try box("!dimension!a!b", scene)
    #expect(brace.frame.minY > around.maxY && brace.frame.minX == around.minX)
    #expect(
      brace.frame.size.width == around.size.width && brace.text?.lines.map(\.text) == ["3 replicas"]
    )
    #expect(bar.frame.maxY < around.minY)
    let canvas = Rect(origin: Point(x: 0, y: 0), size: scene.size)
    #expect(canvas.insetBy(20).contains(brace.frame) && canvas.insetBy(20).contains(bar.frame))
  }

  @Test func regionsLieAroundBoxesOfSeveralContainers() throws {
    let (one, two) = (
      Node("one") {
        a; b
      }, Node("two") { c }
    )
    let scene = try scene {
      Row {
        one; two
      }
      Region("team A", around: b, c).accent(.violet)
    }
    let region = try box("!region!one/b!two/c", scene)
    #expect(region.frame.contains(try box("one/b", scene).frame))
    #expect(region.frame.contains(try box("two/c", scene).frame))
    #expect(!region.frame.intersects(try box("one/a", scene).frame))
    #expect(region.paint.pattern == .dashed)
    #expect(region.paint.stroke == Theme.dark.surface(of: .violet).stroke)
  }

  @Test func aZoomLeadsFromTheIconToItsInside() throws {
    let (pod, inside) = (
      Icon(.pod, "web"),
      Node("Pod") {
        a; b
      }
    )
    let scene = try scene {
      Row(spacing: 100) {
        pod; inside
      }
      pod.zoom(into: inside)
    }
    let zoom = try box("!zoom!web!pod", scene)
    let (icon, large) = (try box("web!icon", scene), try box("pod", scene).frame)
    guard case .move(let start) = zoom.shapes[0].path[0],
      case .line(let end) = zoom.shapes[0].path[1]
    else { throw UnexpectedPath() }
    #expect(start.x > icon.frame.midX && start.y < icon.frame.midY)
    #expect(abs(end.x - large.minX) <= 4 && abs(end.y - large.minY) <= 4)
    // It lies under the boxes.
    #expect(scene.elements.first?.id == zoom.id)
  }

  /// Not at the corners of their frames, which few shapes fill.
  @Test(arguments: Shapes.all.indices.map { $0 as Int? } + [nil])
  func aZoomBeginsAndEndsOnOutlines(shape: Int?) throws {
    let icon = Icon(.pod, "web")
    let web = shape.map { Component("web", shape: ShapeName(Shapes.all[$0])) }
    let inside = Node("Pod", shape: .cloud) { a }
    let scene = try scene {
      Row(spacing: 100) {
        if let web { web } else { icon }
        inside
      }
      if let web { web.zoom(into: inside) } else { icon.zoom(into: inside) }
    }
    let zoom = try #require(scene.boxes.first { $0.kind == "zoom" })
    let outlines = try [web == nil ? "web!icon" : "web", "pod"].map { id in
      try box(id, scene).shapes.flatMap(\.polylines)
    }
    for command in zoom.shapes[0].path {
      let outline: [[ExactPoint]]
      if case .move = command { outline = outlines[0] } else { outline = outlines[1] }
      let place = ExactPoint(try #require(command.end))
      // Nothing is seen of a box without a border.
      #expect(outline.isEmpty || outline.contains { $0.distance(to: place) <= 1 }, "\(place)")
    }
  }

  @Test func anArrowThroughABoxIsALineAndAnArrow() throws {
    let wall = Icon(.firewall, "wall")
    let scene = try scene {
      Row(spacing: 80) {
        a; wall; b
      }
      (a --> b).label("HTTPS").accent(.red).through(wall)
    }
    #expect(lines(scene).map(\.endHead) == [.none, .arrow])
    #expect(lines(scene).map { $0.text?.lines.map(\.text) } == [["HTTPS"], nil])
    #expect(Set(lines(scene).map(\.paint.stroke)) == [Theme.dark.surface(of: .red).stroke])
  }

  /// What is said of boxes moves none of them, wherever they lie.
  @Test(arguments: UInt64(0)..<100)
  func annotationsMoveNothing(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let boxes = (0..<6).map { Component("box \($0)") }
    func some() -> Component { boxes.randomElement(using: &random) ?? boxes[0] }
    let (first, second, side) = (some(), some(), Side.allCases.randomElement(using: &random))
    let series = Series("said") {
      Picture("plain") { Grid(columns: 3) { boxes } }
      Picture("said") {
        Grid(columns: 3) { boxes }
        Brace("a brace", over: first, second, side: side)
        Dimension("a bar", over: second)
        Region(around: first, second)
        first.zoom(into: second)
        Brace("again", over: first, second)
      }
    }
    let scenes = try series.scenes(in: .dark)
    let canvas = Rect(origin: Point(x: 0, y: 0), size: scenes[1].size)
    for plain in scenes[0].boxes { #expect(try box(plain.id, scenes[1]).frame == plain.frame) }
    for box in scenes[1].boxes {
      #expect(canvas.contains(box.frame), "\(box.id)")
      if let text = box.text { #expect(box.frame.contains(text.frame), "\(box.id)") }
    }
    #expect(Set(scenes[1].boxes.map(\.id)).count == scenes[1].boxes.count)
  }
}

private struct UnexpectedPath: Error {}
