import DiagramGraph
import DiagramModel
import TestSupport
import Testing

@testable import Arrangements

@Suite struct HintSystemTests {
  /// Whether some places of four boxes keep all hints; tries all of them.
  private func canBeKept(_ hints: [LayoutHint], flow: Axis) -> Bool {
    Axis.allCases.allSatisfy { axis in
      (0..<256).contains { code in
        let places = (0..<4).map { code >> (2 * $0) & 3 }
        return hints.allSatisfy { hint in
          switch hint.kind {
          case .before(axis): places[hint.first] < places[hint.second]
          case .sameRank where axis == flow: places[hint.first] == places[hint.second]
          default: true
          }
        }
      }
    }
  }

  @Test(arguments: UInt64(0)..<300)
  func contradictionsAreFoundExactlyWhereThereAreSome(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let direction: Direction = seed % 2 == 0 ? .right : .down
    let hints = (0..<Int.random(in: 1...6, using: &random)).map { _ in
      let first = Int.random(in: 0..<4, using: &random)
      let second = (first + Int.random(in: 1..<4, using: &random)) % 4
      let kinds: [LayoutHint.Kind] = [.sameRank, .before(.horizontal), .before(.vertical)]
      return LayoutHint(kinds[Int.random(in: 0..<3, using: &random)], first, second)
    }
    let nodes = (0..<4).map { _ in
      LayoutNode(parent: nil, minimumSize: Size(width: 120, height: 60))
    }
    let graph = LayoutGraph(nodes: nodes, edges: [], hints: hints)
    let system = HintSystem(
      graph, hints: Array(hints.indices), edges: [], direction: direction)
    #expect(system.contradictions.isEmpty == canBeKept(hints, flow: direction.axis))
    for contradiction in system.contradictions {
      guard case .hint(let hint) = contradiction.subject else { continue }
      let named = contradiction.hints.map { hints[$0] } + [hints[hint]]
      #expect(!canBeKept(named, flow: direction.axis))
      #expect(canBeKept(named.dropLast(), flow: direction.axis))
    }
    if system.contradictions.isEmpty { expectKept(graph, direction) }
  }

  /// Expects that layers keep the hints, all edges there could be among them.
  private func expectKept(_ graph: LayoutGraph, _ direction: Direction) {
    var graph = graph
    for source in 0..<4 {
      for target in 0..<4 where source != target {
        graph.edges.append(LayoutEdge(source: source, target: target))
      }
    }
    let frames = ChildGraph(graph: graph, gap: Size(width: 80, height: 60)).layered(direction)
      .frames
    for hint in graph.hints {
      #expect(hint.isKept(by: frames[hint.first], frames[hint.second], flow: direction.axis))
    }
  }
}
