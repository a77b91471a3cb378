import DiagramAlgorithms
import DiagramCheck
import DiagramGraph
import DiagramModel
import Testing

@testable import LayeredEngine

/// Fans of many blocks come to the shape of a slide.
@Suite struct WrappedFansTests {
  private static let box = Size(width: 120, height: 60)

  /// A hub, and blocks of one box, or containers with chains, that only it leads to or that only lead
  /// to it.
  private func fan(_ lengths: [Int], leaves: Bool, isLabelled: Bool = false) -> LayoutGraph {
    var graph = LayoutGraph(
      nodes: [LayoutNode(parent: nil, minimumSize: Self.box)], edges: [])
    for length in lengths {
      let block = graph.nodes.count
      graph.nodes.append(
        LayoutNode(
          parent: nil, minimumSize: Size(width: 80, height: 40),
          padding: Insets(top: 40, left: 20, bottom: 20, right: 20)))
      let chain = (1...length).map { block + $0 }
      graph.nodes += chain.map { _ in LayoutNode(parent: block, minimumSize: Self.box) }
      let end = leaves ? (0, chain[0]) : (chain[length - 1], 0)
      graph.edges += (zip(chain, chain.dropFirst()) + [end]).map { source, target in
        LayoutEdge(
          source: source, target: target,
          labelSize: isLabelled ? Size(width: 60, height: 18) : nil)
      }
    }
    return graph
  }

  private func ratio(_ layout: Layout) -> Double {
    let size = layout.bounds?.size ?? .zero
    let sides = [size.width, size.height].sorted()
    return Double(sides[1]) / Double(max(sides[0], 1))
  }

  @Test(arguments: [Direction.right, .down, .left, .up], [true, false])
  func containersOfOneLevelWrap(direction: Direction, leaves: Bool) {
    let graph = fan(Array(repeating: direction.isHorizontal ? 2 : 1, count: 12), leaves: leaves)
    let plain = LayeredLayout(direction: direction).place(graph)
    let wrapped = LayeredLayout(direction: direction, folds: true).place(graph)
    let score = DrawingScore(wrapped, of: graph, for: LayoutRequest(direction: direction))
    #expect(ratio(plain) > 2.5)
    #expect(ratio(wrapped) <= 2.5)
    #expect(score.violations == 0 && score.crossings == 0 && score.backward + score.sideways == 0)
  }

  @Test func boxesInOneContainerWrap() {
    var graph = LayoutGraph(
      nodes: [
        LayoutNode(parent: nil, minimumSize: Self.box),
        LayoutNode(
          parent: nil, minimumSize: Size(width: 80, height: 40),
          padding: Insets(top: 40, left: 20, bottom: 20, right: 20)),
      ], edges: [])
    for node in 2..<16 {
      graph.nodes.append(LayoutNode(parent: 1, minimumSize: Self.box))
      graph.edges.append(LayoutEdge(source: 0, target: node))
    }
    let layout = LayeredLayout(direction: .right, folds: true).place(graph)
    let score = DrawingScore(layout, of: graph, for: LayoutRequest(direction: .right))
    #expect(ratio(layout) <= 2.5)
    #expect(score.violations == 0 && score.crossings == 0)
  }

  @Test(arguments: UInt64(0)..<40)
  func whatIsWrappedIsDrawnSoundly(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let lengths = (0..<Int.random(in: 4...20, using: &random)).map { _ in
      Int.random(in: 1...3, using: &random)
    }
    var graph = fan(
      lengths, leaves: Bool.random(using: &random), isLabelled: Bool.random(using: &random))
    // Something that is in no fan.
    let last = graph.nodes.count - 1
    graph.nodes.append(LayoutNode(parent: nil, minimumSize: Self.box))
    graph.edges.append(LayoutEdge(source: last, target: last + 1))
    for direction in [Direction.right, .down] {
      let layout = LayeredLayout(direction: direction, folds: true).place(graph)
      let score = DrawingScore(layout, of: graph, for: LayoutRequest(direction: direction))
      #expect(score.violations == 0)
      #expect(layout == LayeredLayout(direction: direction, folds: true).place(graph))
    }
  }

  @Test func aSmallFanStaysOnItsRanks() {
    let graph = fan([1, 1, 1, 1, 1], leaves: true)
    let layout = LayeredLayout(direction: .right, folds: true).place(graph)
    #expect(layout == LayeredLayout(direction: .right).place(graph))
  }
}
