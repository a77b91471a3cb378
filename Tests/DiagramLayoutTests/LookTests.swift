import DiagramGraph
import DiagramLayout
import DiagramModel
import TestSupport
import Testing

/// A small set of architecture drawings, as people make them, judged as a designer judges.
@Suite struct LookTests {
  private static let seeds = UInt64(0)..<30

  private func look(_ algorithm: LayoutAlgorithm) -> Look {
    Self.seeds.reduce(Look()) { sum, seed in
      let graph = LayoutGraph.randomTiers(seed: seed)
      let direction: Direction = seed.isMultiple(of: 2) ? .right : .down
      let layout = graph.placed(by: LayoutRequest(algorithm: algorithm, direction: direction))
      return sum + Look(layout, of: graph)
    }
  }

  @Test(arguments: [LayoutAlgorithm.layered, .automatic])
  func architecturesLookDrawnByAPerson(algorithm: LayoutAlgorithm) {
    let look = look(algorithm)
    #expect(20 * look.loneOff <= look.lone, "lone ends lie in the middle of their side")
    #expect(20 * look.outside <= look.ends, "ends lie in the middle of their side")
    #expect(50 * look.tight <= look.ends, "ends keep apart")
    #expect(10 * look.skew <= look.crowded, "ends of a side are symmetric")
    #expect(look.corners == 0, "no end lies at the corner of a container")
    #expect(look.squeezed == 0, "heads have a straight line before them")
    #expect(100 * look.along >= 93 * look.directed, "there is one direction")
    #expect(10 * look.unlike <= look.twins, "equal boxes are drawn equally")
    // In layers the direction that was asked for comes before the shape.
    let least = algorithm == .layered ? 6 : 9
    #expect(10 * look.shaped >= least * look.drawings, "drawings fit a slide")
  }
}

extension LayoutGraph {
  /// Tiers of services in containers, each asking some of the next, with a store at the end and now and
  /// then an arrow back.
  fileprivate static func randomTiers(seed: UInt64) -> LayoutGraph {
    var random = SeededGenerator(seed: seed)
    let box = Size(width: 120, height: 50)
    var graph = LayoutGraph(nodes: [LayoutNode(parent: nil, minimumSize: box)], edges: [])
    var last = [0]
    for _ in 0..<Int.random(in: 2...4, using: &random) {
      let container = graph.nodes.count
      graph.nodes.append(
        LayoutNode(
          parent: nil, minimumSize: Size(width: 100, height: 40),
          padding: Insets(top: 40, left: 20, bottom: 20, right: 20)))
      let services = (1...Int.random(in: 1...4, using: &random)).map { container + $0 }
      graph.nodes += services.map { _ in LayoutNode(parent: container, minimumSize: box) }
      let asking = last.prefix(Int.random(in: 1...last.count, using: &random))
      for source in asking {
        graph.edges += services.map { LayoutEdge(source: source, target: $0) }
      }
      last = services
    }
    let store = graph.nodes.count
    graph.nodes.append(LayoutNode(parent: nil, minimumSize: Size(width: 100, height: 60)))
    graph.edges += last.map { LayoutEdge(source: $0, target: store) }
    if Int.random(in: 0..<3, using: &random) == 0 {
      graph.edges.append(LayoutEdge(source: store, target: 0))
    }
    return graph
  }
}
