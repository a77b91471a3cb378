import DiagramCheck
import DiagramGraph
import DiagramModel
import Testing

@testable import Arrangements
@testable import DiagramLayout

private func leaves(_ count: Int) -> [LayoutNode] {
  Array(
    repeating: LayoutNode(parent: nil, minimumSize: Size(width: 80, height: 40)), count: count)
}

@Suite struct AutomaticLayoutTests {
  @Test func aScoreCountsWhatADrawingHas() {
    let graph = LayoutGraph(
      nodes: leaves(4),
      edges: [LayoutEdge(source: 0, target: 3), LayoutEdge(source: 1, target: 2)])
    let frames = [(0, 0), (0, 100), (200, 0), (200, 100)].map { x, y in
      Rect(x: x, y: y, width: 80, height: 40)
    }
    let routes = [
      Route(points: [(80, 20), (140, 20), (140, 120), (200, 120)].map { Point(x: $0.0, y: $0.1) }),
      Route(
        points: [(80, 120), (120, 120), (120, 60), (160, 60), (160, 20), (200, 20)].map {
          Point(x: $0.0, y: $0.1)
        }),
    ]
    let score = DrawingScore(
      Layout(frames: frames, routes: routes), of: graph, for: LayoutRequest(direction: .right))
    #expect(score.crossings == 1)
    #expect(score.turns == 6)
    #expect(score.length == 220 + 220)
    #expect(score.room == 280 * 140)
    #expect(score.backward == 0)
    let layout = Layout(frames: frames, routes: routes)
    #expect(DrawingScore(layout, of: graph, for: LayoutRequest(direction: .left)).backward == 2)
    let undirected = LayoutRequest(direction: .left, isDirected: false)
    #expect(DrawingScore(layout, of: graph, for: undirected).backward == 0)
  }

  @Test func aScoreTellsAgainstTheFlowFromAcrossIt() {
    let graph = LayoutGraph(
      nodes: leaves(3),
      edges: [LayoutEdge(source: 0, target: 1), LayoutEdge(source: 2, target: 1)])
    let frames = [(0, 0), (0, 100), (200, 110)].map {
      Rect(x: $0.0, y: $0.1, width: 80, height: 40)
    }
    let layout = Layout(frames: frames, routes: [Route(points: []), Route(points: [])])
    let down = DrawingScore(layout, of: graph, for: LayoutRequest(direction: .down))
    #expect(down.backward == 0 && down.sideways == 1)
    let up = DrawingScore(layout, of: graph, for: LayoutRequest(direction: .up))
    #expect(up.backward == 1 && up.sideways == 0)
  }

  @Test func aJournalTellsThePhasesAndCandidates() {
    let graph = LayoutGraph(nodes: leaves(2), edges: [LayoutEdge(source: 0, target: 1)])
    let journal = PhaseJournal()
    PhaseJournal.$current.withValue(journal) { _ = graph.placed(by: LayoutRequest()) }
    let orthogonal = (1...4).map { "orthogonal, seed \($0)" }
    #expect(journal.candidates.map(\.name) == ["layered"] + orthogonal)
    let phases = journal.entries.map(\.phase)
    #expect(phases.first == .cycleBreaking && phases.contains(.planarization))
    #expect(journal.entries.allSatisfy { $0.count > 0 && $0.duration > .zero })
  }

  /// The names of the drawings that the choice looks at.
  private func candidates(_ graph: LayoutGraph) -> [String] {
    let journal = PhaseJournal()
    PhaseJournal.$current.withValue(journal) { _ = graph.placed(by: LayoutRequest()) }
    return journal.candidates.map(\.name)
  }

  @Test func boxesInBoxesKeepTheirLayersWhereNothingCrosses() {
    var nodes = leaves(4)
    for node in [1, 2] { nodes[node].parent = 0 }
    let graph = LayoutGraph(
      nodes: nodes,
      edges: [(1, 2), (2, 3)].map { LayoutEdge(source: $0.0, target: $0.1) })
    #expect(candidates(graph) == ["layered", "layered, right"])
  }

  @Test func crossingsAreWorkOfTheChoice() {
    // A graph of all pairs of boxes: some 2000 crossings among 190 edges.
    let pairs = (0..<20).flatMap { source in (source + 1..<20).map { (source, $0) } }
    let graph = LayoutGraph(
      nodes: leaves(20), edges: pairs.map { LayoutEdge(source: $0.0, target: $0.1) })
    #expect(candidates(graph) == ["layered"])
  }

  @Test func wholeGraphsAreDrawnAsNearTogetherAsBendsAllow() {
    var nodes = leaves(4)
    for node in [1, 2, 3] { nodes[node].parent = 0 }
    let graph = LayoutGraph(
      nodes: nodes, edges: [2, 3].map { LayoutEdge(source: 1, target: $0) })
    let frames = graph.placed(by: LayoutRequest(algorithm: .layered)).frames
    #expect(frames[2].minY - frames[1].maxY == 40)
    #expect(abs(frames[3].minX - frames[2].minX) == 80 + 30)
  }

  @Test func theChoiceIsTheDrawingWithTheLeastScore() {
    // A hexagon with its long diagonals, which layers draw with more crossings.
    let edges =
      (0..<6).map { LayoutEdge(source: $0, target: ($0 + 1) % 6) }
      + (0..<3).map { LayoutEdge(source: $0, target: $0 + 3) }
    let graph = LayoutGraph(nodes: leaves(6), edges: edges)
    let totals = [LayoutAlgorithm.layered, .orthogonal, .automatic].map { algorithm in
      let layout = graph.placed(by: LayoutRequest(algorithm: algorithm))
      return DrawingScore(layout, of: graph, for: LayoutRequest()).total
    }
    // What is chosen is aligned after that.
    #expect(totals[2] <= min(totals[0], totals[1]))
  }

  @Test func childrenThatArrowsJoinRunFromLeftToRight() {
    let root = LayoutNode(parent: nil, minimumSize: .zero, isOutlined: false)
    let children = (0..<3).map { _ in
      LayoutNode(parent: 0, minimumSize: Size(width: 120, height: 60))
    }
    let graph = LayoutGraph(
      nodes: [root] + children,
      edges: [LayoutEdge(source: 1, target: 3), LayoutEdge(source: 2, target: 3)])
    let frames = graph.placed(by: .asOneReads).frames
    #expect(frames[1].maxX < frames[3].minX && frames[2].maxX < frames[3].minX)
    #expect(frames[1].minX == frames[2].minX)
  }

  @Test func aLineBetweenChildrenKeepsThemApart() {
    // The long edge from 1 to 5 passes between 2 and 3 on their rank.
    let root = LayoutNode(
      parent: nil, minimumSize: .zero, arrangement: .layered(.right, spacing: nil),
      isOutlined: false)
    let children = (0..<7).map { _ in
      LayoutNode(parent: 0, minimumSize: Size(width: 120, height: 60))
    }
    let edges = [(1, 2), (1, 3), (2, 4), (3, 6), (1, 5), (4, 5), (6, 5), (4, 7), (6, 7)].map {
      LayoutEdge(source: $0.0, target: $0.1)
    }
    let frames = LayoutGraph(nodes: [root] + children, edges: edges).placed(by: .asOneReads).frames
      .dropFirst()
    for (place, one) in frames.enumerated() {
      for other in frames.prefix(place) { #expect(!one.insetBy(-10).intersects(other)) }
    }
  }

  @Test func aChainOfChildrenIsExactlyInLine() {
    let root = LayoutNode(parent: nil, minimumSize: .zero, isOutlined: false)
    let children = (0..<5).map { _ in
      LayoutNode(parent: 0, minimumSize: Size(width: 120, height: 60))
    }
    let edges = [(1, 2), (2, 3), (2, 4), (3, 5), (4, 5)].map {
      LayoutEdge(source: $0.0, target: $0.1)
    }
    let frames = LayoutGraph(nodes: [root] + children, edges: edges).placed(by: .asOneReads).frames
    // Whichever way it runs, what forks lies in two lines, the rest in one of them or between.
    let across: KeyPath<Rect, Int> = frames[1].midY == frames[2].midY ? \.midY : \.midX
    #expect(Set(frames.dropFirst().map { $0[keyPath: across] }).count <= 3)
    #expect(frames[1][keyPath: across] == frames[2][keyPath: across])
    #expect(frames[2][keyPath: across] == frames[5][keyPath: across])
    #expect(frames.dropFirst().allSatisfy { $0.minX % 10 == 0 && $0.minY % 10 == 0 })
  }

  /// What is chosen for children that edges join.
  private func choice(_ count: Int, _ pairs: [(Int, Int)]) -> Arrangement {
    let graph = LayoutGraph(
      nodes: (0..<count).map { _ in
        LayoutNode(parent: nil, minimumSize: Size(width: 120, height: 60))
      }, edges: pairs.map { LayoutEdge(source: $0.0, target: $0.1) })
    return AutomaticChoice(
      ChildGraph(graph: graph, gap: Size(width: 80, height: 60)), spacing: nil
    ).arrangement
  }

  /// Whether what is chosen runs to the right, or down: in layers, as a tree, or in one line.
  private func keepsADirection(_ count: Int, _ pairs: [(Int, Int)]) -> Bool {
    switch choice(count, pairs) {
    case .layered, .tree, .row, .column: true
    case .automatic, .grid, .ring, .packed, .force, .orthogonal, .nested, .lanes, .shared: false
    }
  }

  private func chain(_ count: Int) -> [(Int, Int)] { (1..<count).map { ($0 - 1, $0) } }

  @Test func theChoiceSuitsTheArrows() {
    #expect(choice(3, [(0, 1), (1, 2)]) == .layered(.right, spacing: nil))
    #expect(choice(4, [(0, 1), (0, 2), (0, 3)]) == .layered(.right, spacing: nil))
    #expect(choice(4, [(0, 1), (1, 2), (2, 3), (3, 0)]) == .orthogonal(spacing: nil))
    // A row of twelve is far from the shape of a slide, and so is a column.
    #expect(choice(12, chain(12)) == .grid(columns: 6, spacing: nil))
    #expect(choice(14, chain(14)) == .grid(columns: 5, spacing: nil))
  }

  @Test func anArrowPastABoxIsNoReasonToGiveUpADirection() {
    #expect(keepsADirection(5, chain(5) + [(0, 3)]))
    #expect(keepsADirection(6, chain(6) + [(0, 2), (1, 4)]))
    #expect(keepsADirection(5, chain(5) + [(3, 1)]))
    #expect(keepsADirection(5, chain(4) + (0..<4).map { ($0, 4) }))
  }

  @Test func whatForksAndJoinsKeepsADirection() {
    // Two diamonds in a row, a tree, and two servers with two stores.
    #expect(
      keepsADirection(7, [(0, 1), (0, 2), (1, 3), (2, 3), (3, 4), (3, 5), (4, 6), (5, 6)]))
    #expect(keepsADirection(7, [(0, 1), (0, 2), (1, 3), (1, 4), (2, 5), (2, 6)]))
    #expect(keepsADirection(6, [(0, 1), (1, 2), (1, 3), (2, 4), (2, 5), (3, 4), (3, 5)]))
  }

  @Test func aHubThatTalksWithAllLiesInTheMiddleOfThem() {
    let both = (1...5).flatMap { [(0, $0), ($0, 0)] }
    #expect(choice(6, both) == .force(spacing: nil))
    // What leads out of a hub, or into one, is read from one side to the other.
    #expect(keepsADirection(6, (1...5).map { (0, $0) }))
    #expect(keepsADirection(6, [(0, 1), (0, 2), (0, 3), (4, 0), (5, 0)]))
  }

  @Test func aChoiceEndsWithItsBudget() {
    let pairs = (0..<180).map { ($0 / 2, $0 + 1) }
    #expect(choice(200, pairs) == .layered(.right, spacing: nil))
  }
}
