import DiagramModel
import TestSupport
import Testing

@testable import DiagramLayout

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
    let direction: FlowDirection = seed % 2 == 0 ? .right : .down
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
  private func expectKept(_ graph: LayoutGraph, _ direction: FlowDirection) {
    var graph = graph
    for source in 0..<4 {
      for target in 0..<4 where source != target {
        graph.edges.append(LayoutEdge(source: source, target: target))
      }
    }
    let frames = ChildGraph(graph: graph, gap: Size(width: 80, height: 60)).layered(direction)
    for hint in graph.hints {
      #expect(hint.isKept(by: frames[hint.first], frames[hint.second], flow: direction.axis))
    }
  }
}

@Suite struct DrawingFaultsTests {
  private func faults(_ frames: [Rect], _ points: [(Int, Int)], label: Rect? = nil) -> DrawingFaults
  {
    DrawingFaults(
      Layout(
        frames: frames,
        routes: [Route(points: points.map { Point(x: $0.0, y: $0.1) }, label: label)]),
      of: LayoutGraph(
        nodes: frames.map { LayoutNode(parent: nil, minimumSize: $0.size) },
        edges: [LayoutEdge(source: 0, target: 1)]))
  }

  private let row = [0, 400, 200].map { Rect(x: $0, y: 0, width: 100, height: 40) }

  @Test func aWayThroughABoxIsAViolation() {
    #expect(faults(row, [(100, 20), (400, 20)]).violations == 1)
    #expect(faults(row, [(50, 40), (50, 80), (450, 80), (450, 40)]).violations == 0)
  }

  @Test func aBoxBetweenTheEndsMakesADetour() {
    #expect(faults(row, [(50, 40), (50, 80), (450, 80), (450, 40)]).detours == 1)
    let aside = [row[0], row[1], Rect(x: 200, y: 60, width: 100, height: 40)]
    #expect(faults(aside, [(100, 20), (400, 20)]).detours == 0)
  }

  @Test func overlapsAndTextsOnBoxesAreViolations() {
    let overlapping = [row[0], row[1], Rect(x: 50, y: 20, width: 100, height: 40)]
    #expect(faults(overlapping, [(450, 0), (450, 0)]).violations == 1)
    let label = Rect(x: 240, y: 20, width: 40, height: 40)
    #expect(faults(row, [(50, 40), (50, 80), (450, 80), (450, 40)], label: label).violations == 1)
  }

  @Test func middlesAndSidesThatAlmostAgreeAreNearMisses() {
    let crooked = [row[0], row[1], Rect(x: 200, y: 4, width: 100, height: 40)]
    #expect(faults(crooked, [(50, 40), (50, 80), (450, 80), (450, 40)]).nearMisses == 3)
    let higher = [row[0], row[1], Rect(x: 200, y: -4, width: 100, height: 48)]
    #expect(faults(higher, [(50, 50), (50, 80), (450, 80), (450, 50)]).nearMisses == 2)
    #expect(faults(row, [(50, 40), (50, 80), (450, 80), (450, 40)]).nearMisses == 0)
    #expect(faults(row, [(50, 40), (50, 80), (450, 80), (450, 40)]).lines == 4)
  }
}
