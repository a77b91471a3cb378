import DiagramGraph
import DiagramInterchange
import DiagramLayout
import DiagramModel
import Testing

/// What may be read can be placed, however deep it lies: nothing runs out of stack.
@Suite struct DeepGraphTests {
  /// Nodes that lie as deep in each other as they may, with arrows from far out to far in and back.
  private func deepest(_ arrangement: String) throws -> LayoutGraph {
    let nodes = (0..<1000).map { level in
      let parent = level == 0 ? "" : #","parent":"\#(level - 1)""#
      let inside = level == 999 || arrangement.isEmpty ? "" : #","arrangement":"\#(arrangement)""#
      return #"{"id":"\#(level)","width":60,"height":40\#(parent)\#(inside)}"#
    }
    let edges = [(0, 999), (998, 3), (500, 500)].map { source, target in
      #"{"id":"\#(source)-\#(target)","source":"\#(source)","target":"\#(target)"}"#
    }
    let text =
      #"{"format":"diagen-graph/1","nodes":[\#(nodes.joined(separator: ","))],"edges":[\#(edges.joined(separator: ","))]}"#
    return try GraphDocument(reading: Array(text.utf8)).graph
  }

  @Test(arguments: LayoutAlgorithm.allCases)
  func everyEnginePlacesTheDeepest(algorithm: LayoutAlgorithm) throws {
    let graph = try deepest("")
    var request = LayoutRequest()
    request.algorithm = algorithm
    let layout = graph.placed(by: request)
    #expect(isInside(layout, graph))
    // The last drawing of it, one node wider.
    var (wider, again) = (graph, request)
    wider.nodes[999].minimumSize.width += 40
    again.previous = PreviousDrawing(frames: layout.frames, routes: layout.routes)
    #expect(isInside(wider.placed(by: again), wider))
  }

  @Test(arguments: [
    "row", "column", "layered", "tree", "packed", "force", "ring", "auto", "orthogonal",
  ])
  func everyArrangementPlacesTheDeepest(arrangement: String) throws {
    let graph = try deepest(arrangement)
    #expect(isInside(graph.placed(by: LayoutRequest()), graph))
  }

  private func isInside(_ layout: Layout, _ graph: LayoutGraph) -> Bool {
    graph.nodes.indices.allSatisfy { node in
      graph.nodes[node].parent.map { layout.frames[$0].contains(layout.frames[node]) } ?? true
    }
  }
}
