import DiagramDSL
import DiagramGraph
import DiagramIcons
import DiagramModel
import DiagramText
import TestSupport
import Testing

@testable import DiagramEngine

/// Why things lie where they do: told for everything, true, and at no cost for the drawing.
@Suite struct ExplainTests {
  private func explained(_ series: Series) throws -> Rendering {
    try series.rendered(in: .dark, as: [.svg], icons: .own, examining: .explanation)
  }

  @Test(arguments: UInt64(0)..<25)
  func everySizeIsExplainedAndNoByteChanges(seed: UInt64) throws {
    let series = Series.random(seed: seed)
    let plain = try series.rendered(in: .dark, as: [.svg])
    let rendering = try explained(series)
    #expect(rendering.files == plain.files)
    for explanation in rendering.explanations where explanation.kind != .arrow {
      let place = try #require(explanation.facts.first { $0.topic == .place })
      for extent in ["width", "height"] {
        let drawn = try #require(place.evidence.first { $0.name == extent })
        let steps = explanation.facts.filter { $0.topic == .size }.compactMap { fact in
          fact.evidence.first { $0.name == extent }.map { to in
            (from: fact.evidence.first { $0.name == "before" }?.value, to: to.value)
          }
        }
        // Each step begins where the one before it ended, and the last one ends at what is drawn.
        for (one, next) in zip(steps, steps.dropFirst()) { #expect(next.from == one.to) }
        if let last = steps.last { #expect(last.to == drawn.value, "\(explanation)") }
        let needed = explanation.facts.lazy.flatMap(\.evidence).first {
          $0.name == "needed \(extent)"
        }
        if let needed {
          #expect((steps.first?.from ?? drawn.value) == needed.value, "\(explanation)")
        }
      }
    }
    let arrows = rendering.explanations.filter { $0.kind == .arrow }
    for arrow in arrows { #expect(Set(arrow.facts.map(\.topic)).isSuperset(of: [.way, .ends])) }
  }

  private func facts(
    _ id: String, _ topic: Explanation.Fact.Topic, of series: Series
  ) throws -> [String] {
    let all = try explained(series).explanations
    let one = try #require(all.first { $0.id == id }, "\(all.map(\.id))")
    return one.facts.filter { $0.topic == topic }.map(\.text)
  }

  @Test func whatMadeABoxLargerIsTold() throws {
    let (short, long) = (Component("A"), Component("A name that is longer"))
    let series = Series("s") {
      Picture("p") {
        Node("Shop") {
          Column {
            short
            long
          }
        }
        Component("Wide").width(300)
      }
    }
    #expect(
      try facts("shop/a", .size, of: series) == [
        "it needs 60 × 60: its text “A” is 14 × 24; no box is smaller than that",
        "140 wide instead of 60: as wide as “shop/a-name-that-is-longer”, so that boxes of one kind are equal",
        "80 high instead of 60: as high as “shop/a-name-that-is-longer”, so that boxes of one kind are equal",
      ])
    #expect(
      try facts("shop/a", .slot, of: series)[0].hasPrefix(
        "1 of 2 in the column in “shop”; its author wrote"))
    #expect(try facts("wide", .size, of: series).contains("its author wants `.width(300)`"))
  }

  @Test func theWayOfAnArrowIsTold() throws {
    let (web, store) = (Component("Web"), Component("Store"))
    let series = Series("s") {
      Picture("p") {
        Row {
          web
          store
        }
        (web --> store).label("reads and writes what people order")
        (store --> web).from(.bottom).to(.bottom)
      }
    }
    let all = try explained(series).explanations.filter { $0.kind == .arrow }
    #expect(all.count == 2)
    let there = all[0].facts.filter { $0.topic != .drawing }.map(\.text)
    #expect(there[0].hasPrefix("straight, since its boxes face each other"))
    #expect(there[1] == "leaves “web” on the right; arrives at “store” on the left")
    #expect(there[2].hasPrefix("its text, "))
    #expect(
      all[1].facts[1].text
        == "leaves “store” on the bottom, as its author wrote: `.from(.bottom)`; "
        + "arrives at “web” on the bottom, as its author wrote: `.to(.bottom)`")
  }

  /// The chosen arrangement is the one with the least score of those that were tried.
  @Test(arguments: UInt64(0)..<25)
  func theBestOfAllTrialsIsChosen(seed: UInt64) throws {
    let journal = PhaseJournal()
    _ = try PhaseJournal.$current.withValue(journal) {
      try Series.random(seed: seed).resolved().measured(by: FontMetrics()).placed()
    }
    for choice in journal.layoutNotes.choices.values where choice.trials.count > 1 {
      let own = try #require(choice.trials.first { $0.arrangement == choice.arrangement })
      #expect(choice.trials.dropFirst().allSatisfy { own.score <= $0.score + 1000 || !$0.isRouted })
      #expect(own.isRouted)
    }
  }

  @Test func theLayerOfABoxIsToldWithWhatDecided() throws {
    let (web, shop, store) = (Component("Web"), Component("Shop"), Component("Store"))
    let mail = Component("Mail")
    let series = Series("s") {
      Picture("p") {
        Layered(.right) {
          web
          shop
          store
          mail
        }
        (web --> shop).label("HTTPS")
        shop --> store
        shop --> mail
      }
    }
    let told = try facts("shop", .layer, of: series)
    #expect(
      told.count == 1 && told[0].hasPrefix("layer 2 of 3, as near behind “web” as "), "\(told)")
    #expect(told[0].contains("the arrow “web → shop” with its text allows"), "\(told)")
    #expect(told[0].contains("in line with “web”"), "\(told)")
    let last = try facts("mail", .layer, of: series)
    #expect(
      last[0].contains("layer 3 of 3, as near behind “shop” as the arrow “shop → mail”"), "\(last)")
    #expect(last[0].contains("; 2 of 2 in it"), "\(last)")
    let gaps = try facts("mail", .gaps, of: series)
    #expect(
      gaps.contains { $0.contains("as near as may be: ") && $0.contains(" from “store” across") },
      "\(gaps)")
    #expect(try facts("web", .layer, of: series)[0].contains("as near before “shop” as"))
  }

  /// What a box is said to stand behind has an edge to it, and ends before it begins.
  @Test(arguments: UInt64(0)..<25)
  func noLayerIsInvented(seed: UInt64) throws {
    let journal = PhaseJournal()
    let placed = try PhaseJournal.$current.withValue(journal) {
      try Series.random(seed: seed).resolved().measured(by: FontMetrics()).placed()
    }
    let graph = placed.measured.graph
    let isHolding = { (outer: Int, inner: Int) in
      outer == inner || graph.ancestors(of: inner).contains(outer)
    }
    for (node, layer) in journal.layoutNotes.layers {
      #expect((1...layer.layers).contains(layer.layer) && (1...layer.places).contains(layer.place))
      for other in [layer.after, layer.before].compactMap({ $0 }) + layer.straight {
        let isJoined = graph.edges.contains { edge in
          isHolding(node, edge.source) && isHolding(other, edge.target)
            || isHolding(other, edge.source) && isHolding(node, edge.target)
        }
        #expect(isJoined, "\(node) \(layer)")
      }
      for hold in layer.holds { #expect(hold.distance > 0) }
    }
  }
}
