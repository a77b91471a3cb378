import DiagramDSL
import DiagramEngine
import DiagramModel
import TestSupport
import Testing

/// A modifier by its name.
private typealias Named<Thing: Modifiable> = (name: String, change: (Thing) -> Thing.ChangedCopy)

private func looks<Thing: Modifiable>(of: Thing.Type) -> [Named<Thing>]
where Thing.ChangedItem: Styleable {
  [
    ("accent", { $0.accent(.red) }), ("accent if", { $0.accent(true ? .green : nil) }),
    ("muted", { $0.muted() }), ("monospaced", { $0.monospaced() }),
  ]
}

private func lines<Thing: Modifiable>(of: Thing.Type) -> [Named<Thing>]
where Thing.ChangedItem: Stroked {
  [("strong", { $0.strong() }), ("dashed", { $0.dashed() }), ("dotted", { $0.dotted() })]
}

private func marks<Thing: Modifiable>(of: Thing.Type) -> [Named<Thing>]
where Thing.ChangedItem: Filled {
  [
    ("highlight", { $0.highlight() }), ("crossed out", { $0.crossedOut() }),
    ("stacked", { $0.stacked() }),
  ]
}

private func texts<Thing: Modifiable>(of: Thing.Type) -> [Named<Thing>]
where Thing.ChangedItem: Labelled { [("label", { $0.label("another") })] }

private func sizes<Thing: Modifiable>(of: Thing.Type) -> [Named<Thing>]
where Thing.ChangedItem: Placeable {
  [
    ("width", { $0.width(700) }), ("height", { $0.height(1000) }),
    ("align", { $0.align(.end) }),
  ]
}

private func routes<Thing: Modifiable>(of: Thing.Type) -> [Named<Thing>]
where Thing.ChangedItem == Arrow {
  [
    ("heads", { $0.heads(start: .circle, end: .diamond) }), ("heads both", { $0.heads(.both) }),
    ("gap", { $0.gap(8) }), ("from", { $0.from(.bottom) }), ("to", { $0.to(.bottom) }),
  ]
}

/// A picture of three boxes, a text and a container in a row beside a high box, with arrows; one of its
/// parts is changed.
private struct Sketch {
  let a = Component("first")
  let b = Component("second")
  let c = Component("third")
  let note = Text("a note")
  let worker = Node("Worker") { Component("kubelet") }
  var column: [Element] { Component("high").height(900).content }

  func scene(_ part: some Content, _ arrows: some ArrowContent) throws -> Scene {
    let series = Series("modifiers") {
      Picture("p") {
        Row(spacing: 80) {
          column; part
        }
        arrows
      }
    }
    return try #require(try series.scenes(in: .dark).first)
  }
}

@Suite struct ModifierPropertyTests {
  private let sketch = Sketch()

  /// A changed thing is drawn in another way than the same thing as it was.
  private func expectEffect<Thing: Content>(
    _ kind: String, _ thing: Thing, _ modifiers: [Named<Thing>], _ random: inout SeededGenerator
  ) throws where Thing.ChangedCopy: Content {
    let modifier = try #require(modifiers.randomElement(using: &random))
    let none: [Arrow] = []
    let changed = try sketch.scene(modifier.change(thing), none)
    let usual = try sketch.scene(thing, none)
    #expect(usual != changed, "\(modifier.name) on \(kind)")
  }

  private func expectEffect<Thing: ArrowContent>(
    on thing: Thing, _ kind: String, _ modifiers: [Named<Thing>], _ random: inout SeededGenerator
  ) throws where Thing.ChangedCopy: ArrowContent {
    let modifier = try #require(modifiers.randomElement(using: &random))
    let boxes = [sketch.a, sketch.b, sketch.c]
    let changed = modifier.change(thing)
    #expect(changed.linkedArrows.count == thing.linkedArrows.count)
    let usual = try sketch.scene(boxes, thing)
    let scene = try sketch.scene(boxes, changed)
    #expect(usual != scene, "\(modifier.name) on \(kind)")
    for (one, other) in zip(thing.linkedArrows, changed.linkedArrows) {
      #expect(one != other, "\(modifier.name) leaves an arrow of \(kind) as it was")
    }
  }

  @Test(arguments: UInt64(0)..<40)
  func everyModifierShowsOnWhateverTakesIt(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let (a, b, c) = (sketch.a, sketch.b, sketch.c)
    func all<T: Modifiable>(_ type: T.Type) -> [Named<T>]
    where T.ChangedItem: Filled & Placeable {
      looks(of: type) + lines(of: type) + sizes(of: type) + marks(of: type)
    }
    let shape: [Named<[Component]>] = [
      ("shape", { $0.shape(.cylinder) }), ("outlined", { $0.outlined() }),
    ]
    try expectEffect("a component", a, all(Component.self) + texts(of: Component.self), &random)
    try expectEffect("a node", sketch.worker, all(Node.self) + texts(of: Node.self), &random)
    try expectEffect("a text", sketch.note, looks(of: Text.self) + texts(of: Text.self), &random)
    try expectEffect("a list", [a, b], all([Component].self) + shape, &random)
    try expectEffect("a slice", [a, b, c][1...], all(ArraySlice<Component>.self), &random)
    try expectEffect("an optional", Optional(a), all(Component?.self), &random)
    try expectEffect("nodes", [sketch.worker], all([Node].self), &random)
    try expectEffect(
      "a row",
      Row {
        a; Column { b }
      }, all(Row.self), &random)
    try expectEffect(
      "a grid",
      Grid(columns: 2) {
        a; b
      }, all(Grid.self), &random)
    try expectEffect("elements", Component("own").content, looks(of: [Element].self), &random)
  }

  @Test(arguments: UInt64(0)..<40)
  func everyModifierShowsOnArrowsFansAndChains(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let (a, b, c) = (sketch.a, sketch.b, sketch.c)
    func all<T: Modifiable>(_ type: T.Type) -> [Named<T>] where T.ChangedItem == Arrow {
      // A font shows on a text, which these have not.
      looks(of: type).filter { $0.name != "monospaced" } + lines(of: type) + texts(of: type)
        + routes(of: type)
    }
    try expectEffect(on: a --> b, "an arrow", all(Arrow.self), &random)
    try expectEffect(on: a --> [b, c], "a fan", all([Arrow].self), &random)
    try expectEffect(on: a --> b --> c, "a chain", all([Arrow].self), &random)
    try expectEffect(on: [a, b] --> c, "a fan to one", all([Arrow].self), &random)
    try expectEffect(on: Optional(a --> b), "an optional", all(Arrow?.self), &random)
    try expectEffect(on: [a --> [b, c], [b --> c]], "lists", all([[Arrow]].self), &random)
  }
}
