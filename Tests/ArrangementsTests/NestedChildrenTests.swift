import DiagramCheck
import Routing
import DiagramLayout
import DiagramGraph
import DiagramModel
import TestSupport
import Testing

@testable import Arrangements

private let padding = Insets(top: 40, left: 20, bottom: 20, right: 20)

private func container(
  in parent: Int, _ arrangement: Arrangement = .automatic(spacing: nil), isOutlined: Bool = true
) -> LayoutNode {
  LayoutNode(
    parent: parent, minimumSize: .zero, padding: isOutlined ? padding : .zero,
    arrangement: arrangement, isOutlined: isOutlined, sizeGroup: isOutlined ? 1 : nil)
}

private func box(in parent: Int) -> LayoutNode {
  LayoutNode(parent: parent, minimumSize: Size(width: 120, height: 60), sizeGroup: 10 + parent)
}

private let canvas = LayoutNode(parent: nil, minimumSize: .zero, isOutlined: false)

/// A canvas with nested containers that nobody arranged, and edges between anything.
private func randomNest(seed: UInt64) -> LayoutGraph {
  var random = SeededGenerator(seed: seed)
  var nodes = [canvas]
  var containers = [0]
  for _ in 0..<Int.random(in: 4...14, using: &random) {
    let parent = containers.randomElement(using: &random) ?? 0
    if containers.count < 5, Bool.random(using: &random) {
      containers.append(nodes.count)
      nodes.append(container(in: parent))
    } else {
      nodes.append(box(in: parent))
    }
  }
  for empty in containers where !nodes.contains(where: { $0.parent == empty }) {
    nodes.append(box(in: empty))
  }
  let ends = nodes.indices.dropFirst()
  let edges = (0..<Int.random(in: 1...10, using: &random)).compactMap { _ -> LayoutEdge? in
    guard let source = ends.randomElement(using: &random),
      let target = ends.randomElement(using: &random), source != target
    else { return nil }
    return LayoutEdge(source: source, target: target)
  }
  return LayoutGraph(nodes: nodes, edges: edges)
}

@Suite struct NestedChildrenTests {
  /// Two containers of three boxes; an arrow joins the first box of each.
  private let pair = LayoutGraph(
    nodes: [canvas, container(in: 0), container(in: 0)] + (0..<3).map { _ in box(in: 1) }
      + (0..<3).map { _ in box(in: 2) },
    edges: [LayoutEdge(source: 3, target: 6)])

  @Test func anArrowBetweenContainersIsStraight() {
    let layout = pair.placed(by: .asOneReads)
    #expect(layout.routes[0].points.count == 2)
    let (one, other) = (layout.frames[1], layout.frames[2])
    #expect(one.size == other.size)
    #expect(one.minX == other.minX || one.minY == other.minY)
  }

  @Test func whatTheAuthorArrangedStaysSo() {
    var graph = pair
    let row = graph.nodes.count
    graph.nodes.append(container(in: 1, .row(alignment: .stretch, spacing: nil), isOutlined: false))
    graph.nodes += (0..<3).map { _ in box(in: row) }
    graph.edges.append(LayoutEdge(source: row + 3, target: 7))
    #expect(Nests(graph).roots == [0])
    let frames = graph.placed(by: .asOneReads).frames
    let boxes = frames[(row + 1)...(row + 3)]
    #expect(Set(boxes.map(\.minY)).count == 1)
    #expect(zip(boxes, boxes.dropFirst()).allSatisfy { $1.minX - $0.maxX == 20 })
  }

  @Test func containersInARowThatTheAuthorWroteAreDrawnByThemselves() {
    var graph = pair
    graph.nodes[0].arrangement = .row(alignment: .stretch, spacing: nil)
    #expect(Nests(graph).roots.isEmpty)
  }

  @Test(arguments: UInt64(0)..<150)
  func boxesLieInTheirContainersAndApart(seed: UInt64) {
    let graph = randomNest(seed: seed)
    let nests = Nests(graph)
    for direction in [Direction.right, .down, nil] {
      var nested = graph
      for root in nests.roots { nested.nodes[root].arrangement = .nested(direction) }
      let frames = SizedGraph(nested, spacing: nested.childSpacing(), nests: nests).frames()
      for (index, node) in graph.nodes.enumerated() {
        let frame = frames[index]
        #expect(frame.minX % 5 == 0 && frame.minY % 5 == 0)
        guard let parent = node.parent else { continue }
        let inner = frames[parent].inset(by: graph.nodes[parent].padding)
        #expect(inner.union(frame) == inner, "\(index) in \(parent)")
        #expect(
          !graph.nodes.indices.prefix(index).contains {
            graph.nodes[$0].parent == parent && frames[$0].intersects(frame)
          })
      }
    }
  }

  /// In tiers too, whatever the author wrote around them.
  @Test(arguments: UInt64(0)..<60)
  func boxesInTiersLieInTheirContainersAndApart(seed: UInt64) {
    var graph = randomNest(seed: seed)
    var random = SeededGenerator(seed: seed)
    let written = [
      Arrangement.row(alignment: .stretch, spacing: nil),
      .column(alignment: .stretch, spacing: 30), .automatic(spacing: nil),
    ]
    for node in graph.nodes.indices where Bool.random(using: &random) {
      graph.nodes[node].arrangement = written.randomElement(using: &random) ?? written[0]
    }
    for plans in Tiers(graph).candidates {
      let frames = SizedGraph(graph, spacing: graph.childSpacing(), nests: Nests(plans)).frames()
      for (index, node) in graph.nodes.enumerated() {
        guard let parent = node.parent else { continue }
        let inner = frames[parent].inset(by: graph.nodes[parent].padding)
        #expect(inner.union(frames[index]) == inner, "\(index) in \(parent)")
        #expect(
          !graph.nodes.indices.prefix(index).contains {
            graph.nodes[$0].parent == parent && frames[$0].intersects(frames[index])
          })
      }
    }
  }

  /// Whoever asks for another seed, or for fewer attempts, means the engines inside of arrangements too.
  @Test func seedAndEffortReachTheEnginesInside() {
    let graphs = (UInt64(0)..<6).map { randomNest(seed: $0) }
    for algorithm in [LayoutAlgorithm.layered, .orthogonal] {
      let first = LayoutRequest(algorithm: algorithm, direction: .right, effort: 1)
      let drawings = graphs.map { $0.placed(by: first) }
      for seed in UInt64(2)...4 {
        var other = first
        other.seed = seed
        let others = graphs.map { $0.placed(by: other) }
        // Layers of so few boxes have one best order, whatever is left to chance.
        if algorithm == .orthogonal { #expect(others != drawings, "seed \(seed)") }
        #expect(others == graphs.map { $0.placed(by: other) })
        for (graph, layout) in zip(graphs, others) { #expect(layout.mistakes(of: graph) == []) }
      }
    }
  }

  @Test(arguments: UInt64(0)..<40)
  func nothingTouchesWhatItShouldNot(seed: UInt64) {
    let graph = randomNest(seed: seed)
    let layout = graph.placed(by: .asOneReads)
    #expect(layout.mistakes(of: graph) == [])
    #expect(layout.touches(of: graph) == [])
  }

  @Test func aCircleCostsADirectionOnlyAmongContainers() {
    // The box 3 leads to the box 6, whose container leads back, against the flow.
    var graph = pair
    graph.edges.append(LayoutEdge(source: 2, target: 3))
    let frames =
      [
        Rect(x: 0, y: 0, width: 400, height: 200), Rect(x: 0, y: 0, width: 160, height: 200),
        Rect(x: 240, y: 0, width: 160, height: 200),
      ]
      + [20, 20, 20, 260, 260, 260].enumerated().map { index, x in
        Rect(x: x, y: 40 + index % 3 * 50, width: 120, height: 40)
      }
    let layout = Layout(frames: frames, routes: graph.edges.map { _ in Route(points: []) })
    #expect(DrawingScore(layout, of: graph, for: LayoutRequest(direction: .right)).backward == 1)
    var plain = graph
    for node in plain.nodes.indices { plain.nodes[node].isOutlined = false }
    #expect(DrawingScore(layout, of: plain, for: LayoutRequest(direction: .right)).backward == 0)
  }
}
