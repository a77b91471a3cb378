import DiagramAlgorithms
import DiagramCheck
import DiagramGraph
import DiagramModel
import Testing

@testable import LayeredEngine

/// What a designer sees in layers: ends that can be told apart, equal boxes, titles.
@Suite struct LayeredBalanceTests {
  private func leaf(_ width: Int, _ height: Int, in parent: Int? = nil) -> LayoutNode {
    LayoutNode(parent: parent, minimumSize: Size(width: width, height: height))
  }

  private func container(_ title: Int) -> LayoutNode {
    var node = LayoutNode(
      parent: nil, minimumSize: Size(width: title + 8, height: 40),
      padding: Insets(top: 40, left: 20, bottom: 20, right: 20))
    node.titles = [
      LayoutTitle(
        size: Size(width: title, height: 24), inset: Size(width: 8, height: 4), alignment: .left,
        isAtBottom: false)
    ]
    return node
  }

  @Test(arguments: [(31, 1, 31), (31, 6, 47), (42, 4, 48), (40, 2, 40), (40, 9, 60), (100, 6, 100)])
  func aSideGrowsForItsEndsAsLongAsTheBoxIsNoSlab(width: Int, count: Int, grown: Int) {
    #expect(PortRow.grown(width, for: count) == grown)
  }

  @Test(arguments: 2..<40)
  func parallelEdgesDoNotWindAroundEachOther(count: Int) {
    let graph = LayoutGraph(
      nodes: [leaf(160, 40), leaf(120, 40), leaf(40, 40)],
      edges: Array(repeating: LayoutEdge(source: 0, target: 1), count: count)
        + [LayoutEdge(source: 0, target: 2)])
    let layout = LayeredLayout().place(graph)
    let score = DrawingScore(layout, of: graph, for: LayoutRequest(algorithm: .layered))
    #expect(score.crossings == 0)
    #expect(score.turns <= 2 * (count + 1))
  }

  @Test(arguments: [Direction.down, .right], [(2, 60, 1), (2, 90, 2), (3, 110, 3), (3, 130, 2)])
  func labelledEdgesBetweenTwoBoxesAreStraight(
    direction: Direction, edges: (count: Int, side: Int, labels: Int)
  ) {
    let size = Size(width: edges.side, height: edges.side)
    let graph = LayoutGraph(
      nodes: [
        LayoutNode(parent: nil, minimumSize: size), LayoutNode(parent: nil, minimumSize: size),
      ],
      edges: (0..<edges.count).map { index in
        var edge = LayoutEdge(source: 0, target: 1)
        if index < edges.labels { edge.labelSize = Size(width: 18, height: 18) }
        return edge
      })
    let layout = LayeredLayout(direction: direction).place(graph)
    #expect(layout.routes.allSatisfy { $0.points.count == 2 })
  }

  @Test func equalBoxesOfARowHaveOnePitch() {
    // Below the fourth of six a wide box holds its neighbours off.
    let graph = LayoutGraph(
      nodes: [leaf(60, 40)] + Array(repeating: leaf(60, 40), count: 6) + [leaf(200, 40)],
      edges: (1...6).map { LayoutEdge(source: 0, target: $0) })
    let layout = LayeredLayout().place(graph)
    let places = (1...6).map { layout.frames[$0].minX }.sorted()
    #expect(Set(zip(places, places.dropFirst()).map { $1 - $0 }).count == 1)
  }

  @Test(arguments: [Direction.down, .right], [40, 90])
  func theHubOfAForkStandsInTheMiddle(direction: Direction, width: Int) {
    // One box leads to two hubs of two boxes each; those of the second hub lead to one box.
    let graph = LayoutGraph(
      nodes: [leaf(70, 40), container(80), leaf(width, 40, in: 1), leaf(width, 40, in: 1)]
        + Array(repeating: leaf(60, 40, in: 1), count: 4) + [leaf(50, 50, in: 1)],
      edges: [(0, 2), (0, 3), (2, 4), (2, 5), (3, 6), (3, 7), (6, 8), (7, 8)].map {
        LayoutEdge(source: $0.0, target: $0.1)
      })
    let frames = LayeredLayout(direction: direction).place(graph).frames
    for (hub, one, other) in [(0, 2, 3), (2, 4, 5), (3, 6, 7), (8, 6, 7)] {
      let middles = [hub, one, other].map { node in
        2 * frames[node].origin[direction.axis.cross] + frames[node].size[direction.axis.cross]
      }
      #expect(2 * middles[0] == middles[1] + middles[2], "\(hub)")
    }
  }

  /// Some of the boxes lead on, and are not of one size.
  @Test(arguments: [Direction.down, .right], [2, 3, 4, 5, 6, 7])
  func theHubOfAFanStandsInItsMiddle(direction: Direction, count: Int) {
    let members = (1...count).map { leaf(60 + $0 % 3 * 10, 40) }
    var graph = LayoutGraph(
      nodes: [leaf(90, 50)] + members + [leaf(80, 40), leaf(60, 40)],
      edges: (1...count).map { LayoutEdge(source: 0, target: $0) })
    for leaf in 1...2 {
      graph.edges.append(LayoutEdge(source: count, target: count + leaf))
    }
    let frames = LayeredLayout(direction: direction).place(graph).frames
    func middle(_ node: Int) -> Int {
      2 * frames[node].origin[direction.axis.cross] + frames[node].size[direction.axis.cross]
    }
    let middles = (1...count).map(middle).sorted()
    let wanted =
      count.isMultiple(of: 2)
      ? (middles[0] + middles[count - 1]) / 2 : middles[count / 2]
    #expect(abs(middle(0) - wanted) <= 2)
  }

  /// What branches off a chain bends, and not the chain, though its container becomes larger by that.
  @Test(arguments: [Direction.down, .right], [true, false])
  func aChainIsStraightWhereOthersBranchOff(direction: Direction, isFirst: Bool) throws {
    // 0 leads to 2 and on to 4 and 5; beside the first of them a branch ends in the container.
    let chain = [(0, 2), (2, 4), (4, 5)]
    let edges = isFirst ? [(2, 3)] + chain : chain + [(2, 3)]
    let graph = LayoutGraph(
      nodes: [
        leaf(60, 60), container(50), leaf(60, 60, in: 1), leaf(60, 60, in: 1), leaf(60, 60),
        leaf(60, 60),
      ], edges: edges.map { LayoutEdge(source: $0.0, target: $0.1) })
    let layout = LayeredLayout(direction: direction, spacing: .wholeGraph).place(graph)
    for (edge, route) in zip(graph.edges, layout.routes) where edge.target != 3 {
      #expect(route.points.count == 2, "\(edge.source) to \(edge.target)")
    }
  }

  @Test(arguments: [60, 120, 200, 300])
  func anEdgeIntoAContainerPassesItsTitle(title: Int) {
    let graph = LayoutGraph(
      nodes: [leaf(80, 40), container(title), leaf(80, 40, in: 1), leaf(80, 40, in: 1)],
      edges: [LayoutEdge(source: 0, target: 2), LayoutEdge(source: 2, target: 3)])
    let layout = LayeredLayout().place(graph)
    let frame = layout.frames[1]
    let x = layout.routes[0].points.last?.x ?? 0
    #expect(x >= frame.minX + 8 + title)
  }

  /// An edge from above has to pass a title at the left; what the title asks for at one side, the other one
  /// gets as well, as long as the container does not become empty by that.
  @Test(arguments: [60, 80, 100], [120, 160, 200])
  func aContainerHasEqualRoomOnBothSides(title: Int, width: Int) {
    let graph = LayoutGraph(
      nodes: [leaf(80, 40), container(title)]
        + Array(repeating: leaf(width, 40, in: 1), count: 3) + [leaf(80, 40)],
      edges: [(0, 2), (0, 3), (0, 4), (4, 5)].map { LayoutEdge(source: $0.0, target: $0.1) })
    let layout = LayeredLayout().place(graph)
    let boxes = layout.frames[2...4]
    let (low, high) = (boxes.map(\.minX).min() ?? 0, boxes.map(\.maxX).max() ?? 0)
    let frame = layout.frames[1]
    #expect(abs((low - frame.minX) - (frame.maxX - high)) <= 8)
  }

  @Test(arguments: [Direction.right, .left], [150, 240])
  func aBoxIsInTheMiddleOfAContainerWithALongTitle(direction: Direction, title: Int) {
    let graph = LayoutGraph(
      nodes: [leaf(80, 40), container(title), leaf(80, 40, in: 1), leaf(80, 40)],
      edges: [LayoutEdge(source: 0, target: 2), LayoutEdge(source: 2, target: 3)])
    let layout = LayeredLayout(direction: direction).place(graph)
    let (frame, box) = (layout.frames[1], layout.frames[2])
    #expect(abs((box.minX - frame.minX) - (frame.maxX - box.maxX)) <= 1)
  }

  @Test(arguments: UInt64(0)..<60)
  func noLineRunsThroughATitleBesideTheRanks(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var graph = LayoutGraph(nodes: [leaf(60, 40)], edges: [])
    for _ in 0..<2 {
      let outer = graph.nodes.count
      graph.nodes.append(container(Int.random(in: 4...15, using: &random) * 10))
      let chain = (1...Int.random(in: 3...6, using: &random)).map { outer + $0 }
      graph.nodes += chain.map { _ in leaf(54, 40, in: outer) }
      let pairs =
        zip(chain, chain.dropFirst()) + [(0, chain[0]), (chain[chain.count - 1], chain[0])]
      graph.edges += pairs.map { LayoutEdge(source: $0.0, target: $0.1) }
      graph.edges.append(
        LayoutEdge(
          source: chain[0], target: chain.randomElement(using: &random) ?? chain[0],
          labelSize: Bool.random(using: &random) ? Size(width: 40, height: 18) : nil))
    }
    graph.edges.append(LayoutEdge(source: 3, target: graph.nodes.count - 1))
    let layout = LayeredLayout(direction: .right).place(graph)
    for (node, value) in graph.nodes.enumerated() {
      for title in value.titles {
        let rect = title.rect(in: layout.frames[node])
        for route in layout.routes {
          for (one, other) in zip(route.points, route.points.dropFirst()) where one.y == other.y {
            let isBeside = max(one.x, other.x) <= rect.minX || min(one.x, other.x) >= rect.maxX
            // What enters or leaves at the side of the title is told elsewhere.
            guard !isBeside, min(one.x, other.x) > layout.frames[node].minX else { continue }
            #expect(one.y <= rect.minY || one.y >= rect.maxY, "\(one) to \(other), \(rect)")
          }
        }
      }
    }
  }

  @Test func aLongChainInAContainerIsFoldedThere() {
    // Two containers after each other, the first with a chain of twenty boxes.
    var nodes = [container(80)] + (0..<20).map { _ in leaf(60, 60, in: 0) }
    nodes += [leaf(60, 60)]
    let graph = LayoutGraph(
      nodes: nodes,
      edges: (1..<20).map { LayoutEdge(source: $0, target: $0 + 1) }
        + [LayoutEdge(source: 0, target: 21)])
    let layout = LayeredLayout(folds: true).place(graph)
    let size = layout.bounds?.size ?? .zero
    #expect(size.height < 4 * size.width)
    #expect(DrawingScore(layout, of: graph, for: LayoutRequest()).violations == 0)
  }
}
