import DiagramDSL
import DiagramEngine
import DiagramModel
import TestSupport
import Testing

/// What pictures change of boxes that they show.
@Suite struct PictureStateTests {
  private let a = Component("a")
  private let b = Component("b")
  private let c = Component("c")
  private var pod: Node { Node("Pod") { b.accent(.red) } }

  private func picture(_ name: String) -> Picture {
    Picture(name) {
      Row {
        a;
        Node("Outer") {
          Row {
            pod; c
          }
        }
      }
      a --> pod
      (pod --> c).accent()
    }
  }

  private func styles(_ picture: Picture) throws -> [String: Style] {
    let resolved = try Series("chapter") { picture }.resolved()
    var styles: [String: Style] = [:]
    for item in resolved.items where !item.id.isEmpty {
      styles[item.id] = item.shown[0].attributes.style
    }
    for arrow in resolved.arrows { styles[arrow.id] = arrow.shown[0].attributes.style }
    return styles
  }

  @Test func aFocusInAPictureIsTheSame() throws {
    let (all, kept) = (picture("p"), pod)
    let inside = Picture("p") {
      all.items
      Focus(kept, c)
    }
    #expect(try styles(inside) == styles(all.focus(kept, c)))
    #expect(inside.items.count == all.items.count)
  }

  @Test func aFocusLeavesItsBoxesAndWhatIsAroundThem() throws {
    let found = try styles(picture("p").focus(pod, c))
    #expect(found["a"]?.emphasis == .muted && found["a-->outer/pod"]?.emphasis == .muted)
    for id in ["outer", "outer/pod", "outer/pod/b", "outer/c", "outer/pod-->outer/c"] {
      #expect(found[id]?.emphasis == nil, "\(id)")
    }
    #expect(
      found["outer/pod/b"]?.accent == .red && found["outer/pod-->outer/c"]?.accent == .primary)
    let other = try styles(picture("p").focus(a))
    #expect(other["outer/pod/b"]?.accent == nil && other["outer/pod/b"]?.emphasis == .muted)
    #expect(other["outer/pod-->outer/c"]?.accent == nil)
  }

  @Test func whatStepsBackTakesItsContentAlong() throws {
    let found = try styles(picture("p").muted(Node("Outer")))
    #expect(found["outer/c"]?.emphasis == .muted && found["outer/pod"]?.emphasis == .muted)
    #expect(found["outer/pod/b"]?.accent == .red && found["a"]?.emphasis == nil)
  }

  @Test func laterChangesActOnEarlierOnes() throws {
    let found = try styles(picture("p").focus(a).accent(.green, c).new(pod))
    #expect(found["outer/c"]?.accent == .green && found["outer/c"]?.emphasis == nil)
    #expect(found["outer/pod"]?.accent == .green && found["outer/pod/b"]?.emphasis == .muted)
  }

  @Test func nothingMoves() throws {
    let series = Series("chapter") {
      picture("one")
      picture("two").focus(c)
      picture("three").highlight(pod, c).crossedOut(a).muted(c).accent(.violet, a).new(b)
    }
    let scenes = try series.scenes(in: .dark)
    for scene in scenes {
      let boxes = scene.boxes.filter { !$0.id.hasSuffix("!cross") }
      #expect(boxes.map(\.frame) == scenes[0].boxes.map(\.frame))
      #expect(boxes.map(\.text?.frame) == scenes[0].boxes.map(\.text?.frame))
    }
    let alone = try Series("chapter") { picture("one") }.scenes(in: .dark)
    #expect(alone[0].boxes == scenes[0].boxes)
  }

  @Test func marksAreDrawnOverTheBox() throws {
    let plain = try #require(Series("s") { picture("p") }.scenes(in: .dark).first)
    let marked = try #require(
      Series("s") { picture("p").highlight(c).crossedOut(c) }.scenes(in: .dark).first)
    for (before, after) in zip(plain.boxes, marked.boxes) {
      #expect(after.shapes.starts(with: before.shapes) && after.text == before.text)
      #expect(after.shapes.count == before.shapes.count + (before.id == "outer/c" ? 2 : 0))
    }
  }

  @Test func arrowsEndAtTheLastCopyOfAStack() throws {
    let stack = Component("stack").stacked()
    let series = Series("s") {
      Picture("p") {
        Row(spacing: 80) {
          a; stack; c
        }
        a --> stack
        (c --- stack)
      }
    }
    let scene = try #require(series.scenes(in: .dark).first)
    let box = try #require(scene.boxes.first { $0.id == "stack" })
    #expect(box.shapes.count == 3 && Set(box.shapes.map(\.paint)).count == 1)
    let ends = scene.elements.compactMap { element -> Point? in
      if case .line(let line) = element { line.points.last } else { nil }
    }
    #expect(ends.map(\.x) == [box.frame.minX - 3, box.frame.maxX + 10])
    #expect(box.shapes[0].path.polylines.joined().map(\.x).max() == Double(box.frame.maxX + 10))
  }

  @Test func aNameMeansEveryBoxThatHasOneLikeIt() throws {
    let accents = { (pattern: String) in
      try self.styles(self.picture("p").accent(.violet, pattern))
        .filter { $0.value.accent == .violet }.keys.sorted()
    }
    #expect(try accents("outer/*") == ["outer/c", "outer/pod"])
    #expect(try accents("outer/**") == ["outer", "outer/c", "outer/pod", "outer/pod/b"])
    #expect(try accents("pod/*") == ["outer/pod/b"])
    #expect(try accents("outer/**/b") == ["outer/pod/b"])
    #expect(try accents("?") == ["a", "outer/c", "outer/pod/b"])
    #expect(try accents("p*d") == ["outer/pod"])
    #expect(try accents("*") == ["a", "outer", "outer/c", "outer/pod", "outer/pod/b"])
  }

  @Test func aNameWithAnArrowMeansArrows() throws {
    let found = try styles(picture("p").accent(.violet, "a --> *").muted("*-->outer/c"))
    #expect(found["a-->outer/pod"]?.accent == .violet)
    #expect(found["outer/pod-->outer/c"]?.emphasis == .muted)
    #expect(found["outer/pod-->outer/c"]?.accent == nil && found["a"]?.accent == nil)
    let kept = try styles(picture("p").focus("*-->pod"))
    #expect(kept["a"]?.emphasis == nil && kept["a-->outer/pod"]?.emphasis == nil)
    #expect(kept["outer/c"]?.emphasis == .muted)
  }

  @Test func aNameMeansTheCollapsedContainerOfWhatHasIt() throws {
    let closed = Picture("p") { pod.collapsed() }.accent(.violet, "pod/*")
    #expect(try styles(closed)["pod"]?.accent == .violet)
  }

  @Test func aNameThatNothingHasIsTold() throws {
    func diagnostics(_ change: (Picture) -> Picture) throws -> [Diagnostic] {
      try Series("s") { change(picture("p")) }.rendered(in: .dark, as: [.svg]).diagnostics
    }
    let found = try diagnostics { $0.accent("uoter/*").focus("d").highlight("a-->*") }
    #expect(found.map(\.kind) == [.unmatchedName, .unmatchedName, .unmatchedName])
    #expect(found[0].message == "picture “p” shows no box with a name like “uoter/*”")
    #expect(found[0].hints == ["did you mean “outer/*”?"])
    #expect(found[1].hints == ["it shows “a”, “outer”, “outer/pod”, “outer/pod/b”, “outer/c”"])
    // For a name that nothing has, the others do not step back.
    let styles = try styles(picture("p").focus("none*"))
    #expect(styles.values.allSatisfy { $0.emphasis == nil })
  }

  @Test func severalStandInAnArrayToo() throws {
    let boxes: [any Referable] = [a, pod]
    let found = try styles(picture("p").accent(.violet, boxes).muted([c, Node("Outer")]))
    #expect(found["a"]?.accent == .violet && found["outer/pod"]?.accent == .violet)
    #expect(found["outer/c"]?.emphasis == .muted && found["outer"]?.emphasis == .muted)
  }

  @Test func aBoxThatThePictureDoesNotShowIsTold() {
    let lost = Component("lost")
    let line: UInt = #line + 1
    let series = Series("s") { picture("p").focus(a, lost).highlight(lost) }
    let error = #expect(throws: DiagramError.self) { try series.resolved() }
    let found = error?.diagnostics ?? []
    #expect(found.map(\.kind) == [.unknownBox])
    #expect(found.allSatisfy { $0.origin.line == line })
    #expect(found.first?.hints.first?.hasPrefix("put it into the picture") == true)
  }

  /// Any change of any box, in any order: it is drawn, and nothing moves.
  @Test(arguments: UInt64(0)..<100)
  func changesMoveNothing(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var changed = picture("changed")
    for _ in 0..<4 {
      let box: any Referable = [a, c, pod, Node("Outer")].randomElement(using: &random) ?? a
      switch Int.random(in: 0..<6, using: &random) {
      case 0: changed = changed.focus(box)
      case 1: changed = changed.muted(box)
      case 2: changed = changed.accent(.orange, box)
      case 3: changed = changed.new(box)
      case 4: changed = changed.highlight(box)
      default: changed = changed.crossedOut(box)
      }
    }
    let series = Series("s") {
      picture("plain"); changed
    }
    let scenes = try series.scenes(in: .default)
    let boxes = scenes[1].boxes.filter { !$0.id.hasSuffix("!cross") }
    #expect(scenes[0].boxes.map(\.frame) == boxes.map(\.frame))
    #expect(try !series.rendered(in: .default).files.isEmpty)
  }
}
