import DiagramCheck
import DiagramGraph
import DiagramModel
import TestSupport
import Testing

@testable import LayeredEngine

/// Drawings that are too long for a slide go on beside themselves.
@Suite struct FoldedLayoutTests {
  /// A chain with a few further edges, in containers of three if wanted.
  private func chain(_ count: Int, seed: UInt64, isNested: Bool) -> LayoutGraph {
    var random = SeededGenerator(seed: seed)
    var nodes: [LayoutNode] = []
    var leaves: [Int] = []
    for index in 0..<count {
      if isNested, index % 3 == 0 {
        nodes.append(
          LayoutNode(
            parent: nil, minimumSize: .zero,
            padding: Insets(top: 40, left: 20, bottom: 20, right: 20)))
      }
      leaves.append(nodes.count)
      nodes.append(
        LayoutNode(
          parent: isNested ? nodes.lastIndex { $0.parent == nil } : nil,
          minimumSize: Size(width: 40 + 20 * Int.random(in: 0...4, using: &random), height: 40)))
    }
    var edges = (1..<count).map { LayoutEdge(source: leaves[$0 - 1], target: leaves[$0]) }
    for _ in 0..<Int.random(in: 0...2, using: &random) {
      let source = Int.random(in: 0..<count, using: &random)
      let target = (source + 2) % count
      edges.append(LayoutEdge(source: leaves[source], target: leaves[target]))
    }
    return LayoutGraph(nodes: nodes, edges: edges)
  }

  private func isTooLong(_ layout: Layout) -> Bool {
    guard let size = layout.bounds?.size else { return false }
    return max(size.width, size.height) * 2 > min(size.width, size.height) * 5
  }

  @Test(arguments: [Direction.down, .right, .up, .left])
  func aLongChainIsLedOnBesideItself(direction: Direction) {
    let graph = chain(18, seed: 1, isNested: false)
    let plain = LayeredLayout(direction: direction).place(graph)
    let folded = LayeredLayout(direction: direction, folds: true).place(graph)
    #expect(isTooLong(plain) && !isTooLong(folded))
    #expect(DrawingScore(folded, of: graph, for: LayoutRequest()).violations == 0)
  }

  @Test func whatFitsASlideIsNotFolded() {
    let graph = chain(5, seed: 1, isNested: false)
    #expect(LayeredLayout(folds: true).place(graph) == LayeredLayout().place(graph))
  }

  @Test(arguments: UInt64(0)..<60)
  func nothingIsLostOrRunThrough(seed: UInt64) {
    let graph = chain(12 + Int(seed % 20), seed: seed, isNested: seed.isMultiple(of: 2))
    let direction = Direction.allCases[Int(seed / 2 % 4)]
    let layout = LayeredLayout(direction: direction, folds: true).place(graph)
    #expect(DrawingScore(layout, of: graph, for: LayoutRequest()).violations == 0)
    for (frame, node) in zip(layout.frames, graph.nodes) {
      #expect(frame.size.union(node.minimumSize) == frame.size)
      #expect(node.parent.map { layout.frames[$0].contains(frame) } ?? true)
    }
    for (edge, route) in zip(graph.edges, layout.routes) {
      #expect(route.points.first.map(layout.frames[edge.source].contains) ?? false)
      #expect(route.points.last.map(layout.frames[edge.target].contains) ?? false)
      for (one, other) in zip(route.points, route.points.dropFirst()) {
        #expect(one.x == other.x || one.y == other.y)
      }
    }
  }
}
