import DiagramCheck
import DiagramGraph
import DiagramModel
import TestSupport
import Testing

@testable import DiagramLayout

/// Small graphs, shrunk from random ones, of which some engine once made a faulty drawing.
@Suite struct HardGraphTests {
  private static let padding = Insets(top: 40, left: 20, bottom: 20, right: 20)

  /// Boxes in containers, called by their index, of which the containers come first.
  private func graph(
    containers: [Int?], leaves: [Int?], edges: [(Int, Int)], labels: [Int: Size] = [:]
  ) -> LayoutGraph {
    let size = Size(width: 60, height: 40)
    return LayoutGraph(
      nodes: containers.map { LayoutNode(parent: $0, minimumSize: size, padding: Self.padding) }
        + leaves.map { LayoutNode(parent: $0, minimumSize: size) },
      edges: edges.enumerated().map {
        LayoutEdge(source: $1.0, target: $1.1, labelSize: labels[$0])
      })
  }

  private func expectClean(_ graph: LayoutGraph, _ direction: Direction = .down) {
    for algorithm in LayoutAlgorithm.allCases {
      let layout = graph.placed(by: LayoutRequest(algorithm: algorithm, direction: direction))
      #expect(layout.mistakes(of: graph) == [], "\(algorithm)")
      #expect(layout.isClean(graph), "\(algorithm)")
    }
  }

  /// The ranks of the inner container lie between those of both ends of the arrow from 5 to 4.
  @Test func anArrowIsLedAroundAContainerOnItsRanks() {
    expectClean(
      graph(
        containers: [nil, 0], leaves: [1, nil, nil, 0, nil],
        edges: [(3, 5), (1, 6), (2, 3), (4, 5)]))
  }

  /// Three containers on the same ranks, each joined to the others by way of one box.
  @Test func anArrowIsLedAroundContainersThatLieBesideEachOther() {
    expectClean(
      graph(
        containers: [nil, nil, nil], leaves: [0, 1, 0, 2, 1, 2, nil],
        edges: [(4, 9), (9, 5), (3, 9), (6, 7), (5, 6), (8, 9)]))
  }

  @Test func theLongTextOfALoopLiesOnNoNeighbour() {
    expectClean(
      graph(
        containers: [], leaves: [nil, nil, nil, nil], edges: [(1, 2), (1, 3), (0, 0)],
        labels: [2: Size(width: 328, height: 20)]),
      .right)
  }

  @Test func anArrowOutOfAContainerKeepsAwayFromItsLoops() {
    expectClean(
      graph(
        containers: [nil, nil], leaves: [nil, nil, nil, 0, 0, 0, nil, 1, 0],
        edges: [
          (1, 1), (1, 8), (5, 4), (0, 3), (8, 9), (1, 1), (0, 10), (1, 1), (1, 1), (2, 10), (9, 10),
        ]))
  }
}
