import DiagramCheck
import DiagramGraph
import DiagramText
import TestSupport
import Testing

@testable import DiagramDSL
@testable import DiagramEngine
@testable import DiagramModel

/// What stands on boxes and arrows, and is said of them, has room of its own.
@Suite struct OverlaysTests {
  private func scene(@PictureBuilder _ content: () -> [PictureItem]) throws -> Scene {
    try #require(
      try Series("over") { Picture("p", content: content) }.scenes(in: .dark).first)
  }

  private func frame(_ id: String, _ scene: Scene) throws -> Rect {
    try #require(scene.boxes.first { $0.id == id }, "\(id)").frame
  }

  private let a = Component("a")
  private let b = Component("b")
  private let c = Component("c")

  @Test func numbersOfArrowsSideBySideDoNotTouch() throws {
    let scene = try scene {
      Row(spacing: 120) {
        a.height(120); b.height(120)
      }
      (a --> b).numbered(1)
      (b --> a).numbered(2)
      (a <--> b).id("both").numbered(3)
    }
    let numbers = scene.boxes.filter { $0.id.hasSuffix("!badge") }.map(\.frame)
    #expect(numbers.count == 3)
    for (index, number) in numbers.enumerated() {
      #expect(numbers[..<index].allSatisfy { !$0.intersects(number) })
    }
  }

  @Test func numbersLeaveHeadsFree() throws {
    let scene = try scene {
      Column(spacing: 50) {
        a; b
      }
      (a --> b).numbered(1)
    }
    let number = try #require(scene.boxes.first { $0.id.hasSuffix("!badge") }).frame
    #expect(try number.maxY <= frame("b", scene).minY - 15)
    #expect(try number.minY >= frame("a", scene).maxY)
  }

  @Test func iconsAtTheFootOfAnIconLeaveItsTextFree() throws {
    let scene = try scene { Icon(.pod, "Some pod").corner(.bottomRight, Icon(.tag)) }
    let text = try #require(scene.boxes.first { $0.id == "some-pod" }?.text)
    #expect(try !text.frame.intersects(frame("some-pod!bottomRight", scene)))
  }

  @Test func whatARegionSaysKeepsOffArrows() throws {
    let scene = try scene {
      Column(spacing: 80) {
        a; b.width(200)
      }
      a --> b
      Region("Kubernetes cluster", around: b)
    }
    let region = try #require(scene.boxes.first { $0.id.hasPrefix("!region") }?.text)
    for case .line(let line) in scene.elements {
      let pieces = zip(line.points, line.points.dropFirst()).map { Rect(from: $0, to: $1) }
      #expect(pieces.allSatisfy { !$0.insetBy(-1).intersects(region.frame) })
    }
  }

  @Test func gapsGrowForWhatIsSaidOfBoxes() throws {
    let scene = try scene {
      Column(spacing: 20) {
        Row {
          a; b
        }
        c
      }
      Brace("both of them", over: a, b, side: .bottom)
    }
    let brace = try #require(scene.boxes.first { $0.id.hasPrefix("!brace") })
    #expect(try brace.frame.maxY <= frame("c", scene).minY)
    let inside = try self.scene {
      Node("Around") {
        Row {
          a; b
        }
      }
      Brace("both of them", over: a, b, side: .bottom)
    }
    let note = try #require(inside.boxes.first { $0.id.hasPrefix("!brace") })
    #expect(try frame("around", inside).contains(note.frame))
  }

  /// Braces and bars on one side lie in levels, the longer ones further out.
  @Test(arguments: [Side.top, .bottom]) func marksOnOneSideLieInLevels(side: Side) throws {
    let boxes = ["Outer IP", "UDP", "VXLAN", "Inner IP", "Payload"].map { Component($0) }
    let scene = try scene {
      Row(spacing: 0) { boxes }
      Brace("50 bytes", over: Array(boxes[0...2]), side: side)
      Dimension("8", over: boxes[1], side: side)
      Dimension("20", over: boxes[2], side: side)
      Brace("the pod's", over: Array(boxes[2...4]), side: side)
    }
    let marks = scene.boxes.filter { $0.id.hasPrefix("!brace") || $0.id.hasPrefix("!dim") }
    #expect(marks.count == 4)
    for (index, mark) in marks.enumerated() {
      for other in marks[..<index] {
        #expect(!other.frame.intersects(mark.frame), "\(mark.id) on \(other.id)")
      }
    }
    let row = try frame("udp", scene)
    func distance(_ id: String) throws -> Int {
      let mark = try #require(marks.first { $0.id.hasPrefix(id) }).frame
      return side == .top ? row.minY - mark.maxY : mark.minY - row.maxY
    }
    #expect(try distance("!dimension!udp") == distance("!dimension!vxlan"))
    #expect(try distance("!brace!outer-ip") > distance("!dimension!udp"))
    #expect(try distance("!brace!vxlan") > distance("!dimension!vxlan"))
  }

  @Test func calloutsAndRegionsKeepOffBracesOfTheirSide() throws {
    let boxes = (1...4).map { Component("p\($0)") }
    let scene = try scene {
      Row(spacing: 20) { boxes }
      Brace("all four", over: boxes, side: .bottom)
      Brace("two", over: boxes[0], boxes[1], side: .bottom)
      Callout("here", at: boxes[0], side: .bottom)
      Region("r", around: boxes[1], boxes[2])
    }
    let marks = scene.boxes.filter { $0.id.hasPrefix("!") && !$0.id.hasPrefix("!region") }
    for (index, mark) in marks.enumerated() {
      for other in marks[..<index] { #expect(!other.frame.intersects(mark.frame), "\(mark.id)") }
      let region = try frame("!region!p2!p3", scene)
      #expect(!mark.frame.intersects(region) || region.insetBy(1).contains(mark.frame))
    }
  }

  /// The text of a bar or a brace moves along it where an arrow crosses.
  @Test func textsOfBarsKeepOffArrows() throws {
    let scene = try scene {
      Column(spacing: 80) {
        a.width(300); b
      }
      a --> b
      Dimension("2 years", over: a, side: .bottom)
    }
    let bar = try #require(scene.boxes.first { $0.id.hasPrefix("!dimension") }?.text).frame
    for case .line(let line) in scene.elements {
      let pieces = zip(line.points, line.points.dropFirst()).map { Rect(from: $0, to: $1) }
      #expect(pieces.allSatisfy { !$0.insetBy(-1).intersects(bar) })
    }
  }

  @Test func textsOnDividersKeepOffArrowsAndTheirTexts() throws {
    let scene = try scene {
      Column(spacing: 40) {
        a.align(.start); Divider("The whole wide world"); b.align(.start)
      }
      a --> b
    }
    let text = try #require(scene.boxes.first { $0.kind == "divider" }?.text)
    for case .line(let line) in scene.elements {
      #expect(line.points.allSatisfy { !(text.frame.minX...text.frame.maxX).contains($0.x) })
    }
  }

  @Test func sharedLinesKeepOffDividers() throws {
    let scene = try scene {
      Column(spacing: 40) {
        a
        Divider("Internet")
        Row {
          b; c; Component("d")
        }
      }
      (a --> [b, c, Component("d")]).trunk()
    }
    let divider = try #require(scene.boxes.first { $0.kind == "divider" }).frame.midY
    for case .line(let line) in scene.elements {
      for (start, end) in zip(line.points, line.points.dropFirst()) where start.y == end.y {
        #expect(abs(start.y - divider) >= 8)
      }
    }
  }

  /// Drawings of the seeds below in which no room that the boxes get helps: the text at an end of an arrow has no
  /// other place than one that a note crosses, and a note none but one that the text of an arrow has. Authors are
  /// told so (DG1220).
  private static let crowded: Set<UInt64> = [174, 215]

  /// Whatever is written on boxes and arrows and said of them, none of it lies on a box, a text or another.
  @Test(arguments: UInt64(0)..<300)
  func nothingLiesOnAnythingElse(seed: UInt64) throws {
    let series = AnnotatedSeries(seed: seed).series
    let placed = try series.united().measured(by: FontMetrics()).placed()
    let canvas = Rect(origin: Point(x: 0, y: 0), size: placed.canvas)
    let layout = Layout(frames: [canvas] + placed.layout.frames, routes: placed.layout.routes)
    let check = Check(layout, of: placed.measured.graph)
    let found = check.findings(of: placed.overlays.all).filter { $0.rule != .overlayOnWay }
    let words = "\(series.path) \(found.map { "\($0.rule) \($0.item) \($0.other) \($0.place)" })"
    if Self.crowded.contains(seed) {
      withKnownIssue { #expect(found.isEmpty, "\(words)") }
    } else {
      #expect(found.isEmpty, "\(words)")
    }
    #expect(placed.overlays.all.allSatisfy { canvas.contains($0.rect) })
  }
}

/// A drawing in which boxes and arrows have all that may stand on them.
private struct AnnotatedSeries {
  private var random: SeededGenerator

  init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  var series: Series {
    var copy = self
    return copy.made()
  }

  private mutating func chance(_ of: Int) -> Bool { Int.random(in: 0..<of, using: &random) == 0 }

  private mutating func box(_ number: Int) -> Component {
    var box = Component("Box \(number)")
    if chance(3) { box = box.badge(number) }
    if chance(3) { box = box.stacked() }
    if chance(3) {
      let places: [BorderPlace] = [.topLeft, .bottomRight, .bottomLeft]
      box = box.corner(places.randomElement(using: &random) ?? .topLeft, Icon(.lock))
    }
    return box
  }

  private mutating func arrow(_ one: Component, _ other: Component) -> Arrow {
    var arrow = one --> other
    if chance(2) { arrow = arrow.numbered(Int.random(in: 1...20, using: &random)) }
    if chance(4) { arrow = arrow.label("some text") }
    if chance(3) { arrow = arrow.labels(start: "1", end: "0..*") }
    return arrow
  }

  private mutating func note(
    _ number: Int, on boxes: [Component], canChoose: Bool
  ) -> PictureItem {
    let side = canChoose ? Side.allCases.randomElement(using: &random) : nil
    let last = Int.random(in: 0..<boxes.count, using: &random)
    let some = Array(boxes[Int.random(in: 0...last, using: &random)...last])
    return switch number == 0 ? Int.random(in: 0...2, using: &random) : number {
    case 0: PictureItem(.annotation(Region("Zone", around: boxes[0]).annotation))
    case 1: PictureItem(.annotation(Brace("some of them", over: some, side: side).annotation))
    default: PictureItem(.annotation(Dimension("2 m", over: some, side: side).annotation))
    }
  }

  private mutating func made() -> Series {
    let boxes = (0..<Int.random(in: 2...6, using: &random)).map { box($0) }
    let spacing = chance(2) ? nil : Int.random(in: 10...40, using: &random)
    let arrows = chance(2) ? zip(boxes, boxes.dropFirst()).map { arrow($0, $1) } : []
    let arrangement = Int.random(in: 0...8, using: &random)
    let content: any Content =
      switch arrangement {
      case 0: Row(spacing: arrows.isEmpty ? spacing : nil) { boxes }
      case 1: Column(spacing: arrows.isEmpty ? spacing : nil) { boxes }
      case 2: Grid(columns: 2, spacing: arrows.isEmpty ? spacing : nil) { boxes }
      case 3: Layered(.right) { boxes }
      case 4: Ring { boxes }
      case 5: Packed { boxes }
      case 6: Tree(.down) { boxes }
      case 7: Node("Around") { boxes }
      default: Node("Around") { Row(spacing: arrows.isEmpty ? spacing : nil) { boxes } }
      }
    // An author who puts a brace where arrows run is told so, and has their texts under it.
    let notes = (0..<(chance(2) ? Int.random(in: 1...3, using: &random) : 0)).map { number in
      note(number, on: boxes, canChoose: arrows.isEmpty)
    }
    return Series("annotated/arrangement-\(arrangement)") {
      Picture("p") {
        Column {
          content.content; Component("Below")
        }
        arrows
        notes
      }
    }
  }
}
