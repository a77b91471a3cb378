import DiagramCheck
import DiagramGraph
import DiagramLayout
import DiagramModel
import TestSupport
import Testing

/// Lines and the titles of containers.
@Suite struct TitleTests {
  private static let seeds = UInt64(0)..<100

  /// The seeds whose drawings have an arrow through a title, and how large all drawings are together.
  private func struck(
    _ algorithm: LayoutAlgorithm, _ change: (inout LayoutGraph, UInt64) -> Void = { _, _ in }
  ) -> (seeds: [UInt64], room: Int) {
    Self.seeds.reduce(into: ([], 0)) { struck, seed in
      var graph = LayoutGraph.randomTitled(seed: seed)
      change(&graph, seed)
      let direction = Direction.allCases[Int(seed % 4)]
      let layout = graph.placed(by: LayoutRequest(algorithm: algorithm, direction: direction))
      let check = Check(layout, of: graph)
      if graph.edges.indices.contains(where: { !check.writing(onWayOf: $0).isEmpty }) {
        struck.0.append(seed)
      }
      let size = layout.bounds?.size ?? .zero
      struck.1 += size.width * size.height / 1000
    }
  }

  @Test(arguments: [LayoutAlgorithm.layered, .orthogonal, .automatic])
  func noArrowRunsThroughATitle(algorithm: LayoutAlgorithm) {
    // Two are left (81, 85), which the check tells of.
    let struck = struck(algorithm)
    #expect(struck.seeds.count <= 2, "\(struck.seeds) struck, room \(struck.room)")
  }

  /// The boxes of a canvas, as a series has it, and of a neutral file that says how boxes lie.
  @Test func noArrowRunsThroughATitleOnACanvas() {
    let struck = struck(.automatic) { graph, seed in
      for node in graph.nodes.indices {
        graph.nodes[node].parent = (graph.nodes[node].parent ?? -1) + 1
      }
      var canvas = LayoutNode(parent: nil, minimumSize: .zero, isOutlined: false)
      canvas.arrangement =
        [
          .automatic(spacing: nil), .layered(.down, spacing: nil),
          .column(alignment: .center, spacing: nil),
          .row(alignment: .center, spacing: nil), .grid(columns: 2, spacing: nil),
        ][Int(seed % 5)]
      graph.nodes.insert(canvas, at: 0)
      for edge in graph.edges.indices {
        graph.edges[edge].source += 1
        graph.edges[edge].target += 1
      }
    }
    // Where somebody arranged the boxes 13 are left, which are told of.
    #expect(struck.seeds.count <= 13, "\(struck.seeds) struck, room \(struck.room)")
  }
}
