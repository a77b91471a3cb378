import DiagramCheck
import DiagramGraph
import DiagramLayout
import DiagramModel
import TestSupport
import Testing

/// Gaps and paddings grow where a line runs through them, and only there.
@Suite struct LineRoomTests {
  private static let box = Size(width: 120, height: 60)

  /// A container in a row on a canvas that holds a row of boxes.
  private func row(of count: Int) -> LayoutGraph {
    var graph = LayoutGraph(
      nodes: [
        LayoutNode(
          parent: nil, minimumSize: .zero, arrangement: .row(alignment: .center, spacing: nil),
          isOutlined: false),
        LayoutNode(
          parent: 0, minimumSize: .zero, padding: Insets(all: 20),
          arrangement: .row(alignment: .center, spacing: nil)),
      ], edges: [])
    graph.nodes += (0..<count).map { _ in LayoutNode(parent: 1, minimumSize: Self.box) }
    return graph
  }

  private func placed(_ graph: LayoutGraph) -> Layout { graph.placed(by: .asOneReads) }

  @Test func aLineBelowARowHasRoomInThePadding() {
    var graph = row(of: 3)
    graph.edges = [LayoutEdge(source: 2, target: 3), LayoutEdge(source: 3, target: 4)]
    let narrow = placed(graph)
    graph.edges.append(LayoutEdge(source: 2, target: 4))
    let layout = placed(graph)
    #expect(layout.mistakes(of: graph) == [])
    #expect(ClearanceFaults(layout, of: graph).count == 0)
    let (before, after) = (narrow.frames[1].size, layout.frames[1].size)
    #expect(after.width == before.width)
    #expect(after.height > before.height && after.height <= before.height + 20)
  }

  /// A line that leads past a box of a grid: in the gap below it, or in the padding above.
  @Test func aLineBetweenBoxesHasRoomInTheGap() {
    var graph = row(of: 6)
    graph.nodes[1].arrangement = .grid(columns: 3, spacing: nil)
    graph.edges = [LayoutEdge(source: 2, target: 4)]
    let layout = placed(graph)
    #expect(layout.mistakes(of: graph) == [])
    #expect(ClearanceFaults(layout, of: graph).count == 0)
  }

  /// Random rows in containers: never more than what lines ask for, and never worse.
  @Test(arguments: UInt64(0)..<40)
  func roomForLinesBreaksNothing(seed: UInt64) {
    var numbers = SeededGenerator(seed: seed)
    var graph = row(of: 2 + Int(seed % 4))
    let boxes = graph.nodes.indices.dropFirst(2)
    for _ in 0..<Int.random(in: 1...4, using: &numbers) {
      let source = boxes.randomElement(using: &numbers) ?? 2
      let target = boxes.randomElement(using: &numbers) ?? 2
      graph.edges.append(LayoutEdge(source: source, target: target))
    }
    let layout = placed(graph)
    #expect(layout.mistakes(of: graph) == [])
    #expect(layout.touches(of: graph) == [])
    #expect(layout == placed(graph))
    #expect(ClearanceFaults(layout, of: graph).nearBorders == 0)
  }
}
