import DiagramText
import TestSupport
import Testing

@testable import DiagramDSL
@testable import DiagramEngine
@testable import DiagramModel

/// Participants, messages and frames, in one picture and in several.
@Suite struct SequenceTests {
  private let user = Component("User", shape: .person)
  private let api = Component("API")
  private let store = Component("Store", shape: .cylinder)

  private func scene(@SequenceBuilder _ content: () -> [SequenceItem]) throws -> Scene {
    try Series("s") { Picture("p") { Sequence(content: content) } }.scenes(in: .dark)[0]
  }

  private func lines(_ scene: Scene) -> [SceneLine] {
    scene.elements.compactMap { if case .line(let line) = $0 { line } else { nil } }
  }

  private func box(_ id: String, _ scene: Scene) throws -> SceneBox {
    try #require(scene.boxes.first { $0.id == id })
  }

  /// Between few participants there is room on the slide: their messages are not broken, and they stand as far
  /// apart as these ask; between many, as between boxes anywhere.
  @Test(arguments: [2, 3, 8])
  func participantsStandAsFarApartAsTheirMessagesAsk(count: Int) throws {
    let boxes = (0..<count).map { Component("p\($0)") }
    let series = Series("wide") {
      Picture("p") {
        Sequence(numbered: true) {
          boxes
          (boxes[0] --> boxes[1]).label("Certificate, CertificateVerify, Finished")
        }
      }
    }
    let measured = try series.united().measured(by: FontMetrics())
    let text = try #require(measured.sequences[0].rows[0].box)
    let centers = measured.sequences[0].centers
    #expect((text.size.height < 30) == (count < 4))
    #expect(centers[1] - centers[0] > text.size.width)
    #expect((centers[count - 1] - centers[0]) <= 1824)
  }

  @Test func participantsStandInTheOrderInWhichTheyAppearAsTheyLook() throws {
    let scene = try scene {
      user --> api
      store <-- api
    }
    let heads = scene.boxes.filter { !$0.id.contains("!") }
    #expect(heads.map(\.id) == ["user", "api", "store"])
    #expect(heads.map(\.kind) == ["person", "box", "cylinder"])
    #expect(heads.map(\.frame.minX) == heads.map(\.frame.minX).sorted())
    #expect(Set(heads.map(\.frame.maxY)).count == 1)
    let written = try self.scene {
      store; user.accent()
      user --> api
    }
    #expect(written.boxes.filter { !$0.id.contains("!") }.map(\.id) == ["store", "user", "api"])
  }

  @Test func messagesKeepTheirOrderAndRunFromLineToLine() throws {
    let scene = try scene {
      (user --> api).label("one")
      (api --> store).label("two")
      (user --> api).label("three")
    }
    let lines = lines(scene)
    #expect(lines.compactMap { $0.text?.lines.first?.text } == ["one", "two", "three"])
    let heights = lines.map { $0.points[0].y }
    #expect(heights == heights.sorted() && Set(heights).count == 3)
    for line in lines {
      #expect(line.points.count == 2 && line.points[0].y == line.points[1].y)
      let ends = [line.source, line.target]
      for (end, point) in zip(ends, line.points) {
        let frame = try box(end, scene).frame
        #expect(frame.insetBy(-3).contains(point), "\(line.id)")
      }
      #expect(try #require(line.text).frame.maxY <= line.points[0].y)
    }
  }

  @Test func anAnswerIsDashedAndEndsWhatItsMessageBegan() throws {
    let scene = try scene {
      user --> api
      api --> store
      api <-- store
      user <-- api
      user --> store
    }
    let lines = lines(scene)
    #expect(lines.map(\.paint.pattern) == [.solid, .solid, .dashed, .dashed, .solid])
    let bars = scene.boxes.filter { $0.id.contains("!busy") }
    #expect(bars.map(\.parent) == ["api", "store"])
    #expect(
      bars[0].frame.minY == lines[0].points[0].y && bars[0].frame.maxY == lines[3].points[0].y)
    #expect(
      bars[1].frame.minY == lines[1].points[0].y && bars[1].frame.maxY == lines[2].points[0].y)
    #expect(lines[0].target == bars[0].id && lines[4].target == "store!life")
  }

  @Test func framesLieAroundTheirMessagesAndInEachOther() throws {
    let scene = try scene {
      user --> api
      Loop("often") {
        Alternatives {
          Case("found") { (api --> store).label("get") }
          Case("else") { Note("nothing", over: api) }
        }
        (api --> api).label("waits")
      }
      user --> api
    }
    let frames = scene.boxes.filter { $0.id.hasSuffix("!frame-0") || $0.id.hasSuffix("!frame-1") }
    #expect(frames.count == 2 && frames[0].frame.insetBy(1).contains(frames[1].frame))
    let lines = lines(scene)
    for line in lines[1...2] { #expect(frames[0].frame.contains(line.points[0])) }
    #expect(frames[1].frame.contains(lines[1].points[0]))
    #expect(!frames[0].frame.contains(lines[0].points[0]))
    #expect(!frames[0].frame.contains(lines[3].points[0]))
    let texts = scene.boxes.compactMap { $0.text?.lines.first?.text }
    for word in ["loop", "often", "alt", "found", "else", "nothing"] {
      #expect(texts.contains(word), "\(word)")
    }
    let note = try #require(scene.boxes.first { $0.kind == "note" })
    #expect(frames[1].frame.contains(note.frame))
  }

  @Test func aMessageToOneselfLeadsBack() throws {
    let scene = try scene { (api --> api).label("thinks") }
    let line = try #require(lines(scene).first)
    #expect(line.points.count == 4 && line.points[0].x < line.points[1].x)
    #expect(try #require(line.text).frame.minX > line.points[1].x)
  }

  @Test func numbersStayWhatTheyAre() throws {
    func picture(_ name: String, _ count: Int) -> Picture {
      Picture(name) {
        Sequence(numbered: true) {
          if count > 1 { (user --> api).label("first") }
          (api --> store).label("second")
          if count > 2 { (user --> store).label("third").numbered("x") }
        }
      }
    }
    let scenes = try Series("s") {
      picture("one", 1)
      picture("three", 3)
    }.scenes(in: .dark)
    let numbers = scenes.map { scene in
      scene.boxes.filter { $0.id.hasSuffix("!badge") }.compactMap { $0.text?.lines.first?.text }
    }
    #expect(numbers == [["2"], ["1", "2", "x"]])
  }

  @Test func whatComesLaterMovesNothing() throws {
    let scenes = try Series("s") {
      Picture("one") {
        Sequence {
          (user --> api).label("GET")
          user <-- api
        }
      }
      Picture("two") {
        Sequence {
          (user --> api).label("GET")
          Loop("until found") {
            (api --> store).label("a query that is so long that it needs more room than others")
            api <-- store
          }
          user <-- api
        }
      }
    }.scenes(in: .dark)
    let boxes = scenes.map { scene in
      Dictionary(uniqueKeysWithValues: scene.boxes.map { ($0.id, $0.frame) })
    }
    for (id, frame) in boxes[0] { #expect(boxes[1][id] == frame, "\(id)") }
    let ways = scenes.map { scene in
      Dictionary(uniqueKeysWithValues: lines(scene).map { ($0.id, $0.points) })
    }
    #expect(ways[0].count == 2)
    for (id, points) in ways[0] { #expect(ways[1][id] == points, "\(id)") }
    #expect(scenes[0].size == scenes[1].size)
  }

  @Test func messagesInTwoOrdersAreTold() throws {
    let error = #expect(throws: DiagramError.self) {
      try Series("s") {
        Picture("one") {
          Sequence {
            (user --> api).label("a")
            (user --> api).label("b")
          }
        }
        Picture("two") {
          Sequence {
            (user --> api).label("b")
            (user --> api).label("a")
          }
        }
      }.scenes(in: .dark)
    }
    let found = try #require(error?.diagnostics.first)
    #expect(found.kind == .messageOrder)
    #expect(
      found.message == "“b” stands before “a” in picture “two”, and behind it in picture “one”")
  }

  @Test func statesOfParticipantsAreThoseOfTheirMessages() throws {
    let scene = try Series("s") {
      Picture("p") {
        Sequence {
          user --> api
          (api --> store).accent(.red)
        }
      }.focus(user, api)
    }.scenes(in: .dark)[0]
    let lines = lines(scene)
    #expect(lines[0].paint.stroke == Theme.dark.line)
    #expect(lines[1].paint.stroke == Theme.dark.mutedLine)
    let quiet = try Series("s") {
      Picture("p") { Sequence { api --> store } }.focus(api)
    }.scenes(in: .dark)[0]
    #expect(self.lines(quiet)[0].paint.stroke == Theme.dark.mutedLine)
  }

  @Test func aPictureChangesMessagesByTheirNames() throws {
    let scene = try Series("s") {
      Picture("p") {
        Sequence {
          (user --> api).dashed().means("asynchronous")
          api --> store
          (api --> store).id("again")
        }
        Legend()
      }.accent(.green, "again").focus("user --> *")
    }.scenes(in: .dark)[0]
    let strokes = lines(scene).filter { !$0.id.hasPrefix("!") }.map(\.paint.stroke)
    #expect(strokes == [Theme.dark.line, Theme.dark.mutedLine, Theme.dark.mutedLine])
    #expect(scene.summary.contains("a dashed arrow means asynchronous"))
  }

  @Test func itStandsBesideOtherBoxes() throws {
    let scene = try Series("s") {
      Picture("p") {
        let other = Component("other")
        Row(spacing: 60) {
          Node("Shop") { Sequence { user --> api } }
          other
        }
        other --> api
      }
    }.scenes(in: .dark)[0]
    let shop = try box("shop", scene).frame
    for part in scene.boxes where part.id.hasPrefix("shop/") { #expect(shop.contains(part.frame)) }
    #expect(!shop.intersects(try box("other", scene).frame))
    #expect(scene.summary.contains("User calls API."))
  }

  /// Whatever is said: texts lie on no box, and nothing moves from picture to picture.
  @Test(arguments: UInt64(0)..<200)
  func anySequenceIsSound(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let script = RandomScript(&random)
    let scenes = try Series("s") {
      Picture("all") { script.sequence(upTo: script.items.count) }
      Picture("some") {
        script.sequence(upTo: Int.random(in: 1...script.items.count, using: &random))
      }
    }.scenes(in: .anywhere)
    var frames: [String: Rect] = [:]
    for scene in scenes {
      let canvas = Rect(origin: Point(x: 0, y: 0), size: scene.size)
      let heads = scene.boxes.filter { !$0.id.contains("!") }
      for box in scene.boxes {
        #expect(canvas.contains(box.frame), "\(box.id)")
        #expect(frames[box.id] == nil || frames[box.id] == box.frame, "\(box.id) moves")
        frames[box.id] = box.frame
      }
      for (index, head) in heads.enumerated() {
        for other in heads[(index + 1)...] { #expect(!head.frame.intersects(other.frame)) }
      }
      for line in lines(scene) {
        guard let text = line.text else { continue }
        #expect(canvas.contains(text.frame))
        for head in heads { #expect(!head.frame.intersects(text.frame), "\(line.id)") }
        for other in lines(scene) where other.id != line.id {
          #expect(other.text.map { !$0.frame.intersects(text.frame) } ?? true, "\(line.id)")
        }
      }
    }
  }
}

/// Messages between some participants, in frames and with notes.
private struct RandomScript {
  private let boxes: [Component]
  private(set) var items: [SequenceItem] = []

  init(_ random: inout SeededGenerator) {
    boxes = (0...Int.random(in: 0...5, using: &random)).map {
      Component("box \($0)", shape: $0 % 3 == 2 ? .person : .box)
    }
    items = (0...Int.random(in: 0...8, using: &random)).flatMap { _ in some(2, &random) }
  }

  func sequence(upTo count: Int) -> Sequence {
    Sequence(numbered: count % 2 == 0) {
      boxes
      Array(items.prefix(count))
    }
  }

  private func text(_ random: inout SeededGenerator) -> String {
    ["", "ok", "GET /orders?id=42", "a text that is so long that it breaks into several lines"]
      .randomElement(using: &random) ?? ""
  }

  @SequenceBuilder
  private func some(_ depth: Int, _ random: inout SeededGenerator) -> [SequenceItem] {
    let one = boxes.randomElement(using: &random) ?? boxes[0]
    let other = boxes.randomElement(using: &random) ?? boxes[0]
    let text = text(&random)
    switch Int.random(in: 0..<(depth > 0 ? 12 : 7), using: &random) {
    case 0...2: (one --> other).label(text)
    case 3...4: (one <-- other).label(text.isEmpty ? nil : text)
    case 5: Note(text, over: one, other)
    case 6: Note(text, rightOf: one).accent()
    case 7: Loop(text) { some(depth - 1, &random) }
    case 8: When(text) { some(depth - 1, &random) }
    case 9:
      Alternatives {
        Case(text) { some(depth - 1, &random) }
        Case("else") { some(depth - 1, &random) }
      }
    case 10: Active(one) { some(depth - 1, &random) }
    default: Divider(text)
    }
  }
}
