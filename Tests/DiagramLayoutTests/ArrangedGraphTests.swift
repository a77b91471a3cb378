import DiagramAlgorithms
import DiagramGraph
import DiagramLayout
import DiagramModel
import Foundation
import TestSupport
import Testing

/// Graphs with everything that can be said of places and ways, through the one entrance.
///
/// More of them: `DIAGEN_ARRANGED_GRAPHS=20000 swift test --filter ArrangedGraphTests`.
@Suite struct ArrangedGraphTests {
  private static let seeds =
    UInt64(
      0)..<(ProcessInfo.processInfo.environment["DIAGEN_ARRANGED_GRAPHS"]
    .flatMap(UInt64.init) ?? 200)

  @Test(arguments: seeds)
  func everyGraphIsDrawnSoundly(seed: UInt64) {
    let graph = LayoutGraph.randomArranged(seed: seed)
    let request = LayoutRequest(
      algorithm: LayoutAlgorithm.allCases[Int(seed % 3)], direction: .right,
      alternatives: seed.isMultiple(of: 2) ? [.down] : [])
    let layout = graph.placed(by: request)
    #expect(layout.mistakes(of: graph) == [])
    #expect(layout == graph.placed(by: request))
    for (edge, route) in zip(graph.edges, layout.routes) {
      #expect((edge.labelSize == nil) == (route.label == nil))
      #expect(route.isCurved == (edge.routing == .curved) || route.isCurved)
    }
  }

  /// Boxes that somebody put at each other without a gap leave no room for a way or a text; all others do.
  @Test func hardlyAnyGraphHasWaysOrTextsOnAnything() {
    let touched = (UInt64(0)..<100).count { seed in
      let graph = LayoutGraph.randomArranged(seed: seed)
      return !graph.placed(by: .asOneReads).touches(of: graph).isEmpty
    }
    #expect(touched <= 6)
  }

  // MARK: - The last drawing

  /// A row of a container that nobody arranged, with three boxes in a chain, and a box beside it.
  private static func row(_ more: Int = 0) -> LayoutGraph {
    let size = Size(width: 80, height: 40)
    var container = LayoutNode(parent: 0, minimumSize: .zero)
    container.padding = Insets(top: 20, left: 20, bottom: 20, right: 20)
    var graph = LayoutGraph(
      nodes: [
        LayoutNode(parent: nil, minimumSize: .zero, isOutlined: false), container,
        LayoutNode(parent: 1, minimumSize: size), LayoutNode(parent: 1, minimumSize: size),
        LayoutNode(parent: 1, minimumSize: size), LayoutNode(parent: 0, minimumSize: size),
      ], edges: [LayoutEdge(source: 2, target: 3), LayoutEdge(source: 3, target: 4)])
    graph.nodes[0].arrangement = .row(alignment: .center, spacing: 60)
    for _ in 0..<more {
      graph.edges.append(LayoutEdge(source: graph.nodes.count, target: 2))
      graph.nodes.append(LayoutNode(parent: 1, minimumSize: size))
    }
    return graph
  }

  private func request(keeping layout: Layout, of graph: LayoutGraph) -> LayoutRequest {
    let (nodes, edges) = (
      graph.nodes.count - layout.frames.count, graph.edges.count - layout.routes.count
    )
    return LayoutRequest(
      direction: .right,
      previous: PreviousDrawing(
        frames: [nil] + layout.frames.dropFirst().map(Optional.some)
          + [Rect?](repeating: nil, count: nodes),
        routes: layout.routes + [Route?](repeating: nil, count: edges)))
  }

  @Test func boxesThatNobodyArrangedStayWhereTheyWere() {
    let first = Self.row().placed(by: LayoutRequest(direction: .right))
    // Somebody moved a box of the container by hand.
    var moved = first
    moved.frames[4] = moved.frames[4].moved(x: 20, y: 60)
    moved.frames[1].size = Size(
      width: moved.frames[1].size.width + 20, height: moved.frames[1].size.height + 60)
    for more in 0...2 {
      let graph = Self.row(more)
      let layout = graph.placed(by: request(keeping: moved, of: graph))
      #expect(layout.mistakes(of: graph) == [])
      let offsets = [moved, layout].map { drawing in
        (2...4).map { node in
          let (corner, place) = (drawing.frames[1].origin, drawing.frames[node].origin)
          return Point(x: place.x - corner.x, y: place.y - corner.y)
        }
      }
      #expect(offsets[0] == offsets[1], "\(more)")
      // What is arranged lies as it is written: beside it, in the middle.
      #expect(layout.frames[5].minX == layout.frames[1].maxX + 60)
      // Without new boxes the container is where it was, and so is the arrow in it.
      if more == 0 { #expect(layout.routes[0] == moved.routes[0]) }
    }
  }

  @Test func aBoxThatHasGrownIntoAnotherLooksForAnotherPlace() {
    var graph = Self.row()
    let first = graph.placed(by: LayoutRequest(direction: .right))
    graph.nodes[2].minimumSize = Size(width: 400, height: 300)
    let layout = graph.placed(by: request(keeping: first, of: graph))
    #expect(layout.mistakes(of: graph) == [])
  }

  /// Whatever is said to be the last drawing: its own, one of other sizes, or nonsense.
  @Test(arguments: seeds)
  func anyLastDrawingGivesASoundOne(seed: UInt64) {
    let graph = LayoutGraph.randomArranged(seed: seed)
    var random = SeededGenerator(seed: seed)
    var last = graph.placed(by: .asOneReads)
    func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
    for node in last.frames.indices where seed % 3 == 1 && number(0...2) == 0 {
      last.frames[node] = last.frames[node].moved(x: number(-60...60), y: number(-60...60))
    }
    for node in last.frames.indices where seed % 3 == 2 {
      last.frames[node] = Rect(
        x: number(-2...2) * number(0...9_000_000), y: number(-400...400), width: number(0...300),
        height: number(0...300))
    }
    for edge in last.routes.indices where seed % 3 == 2 {
      last.routes[edge].points = (0..<number(0...5)).map { _ in
        Point(x: number(-400...400), y: number(-400...400))
      }
    }
    let request = request(keeping: last, of: graph)
    let layout = graph.placed(by: request)
    #expect(layout.mistakes(of: graph) == [])
    #expect(layout == graph.placed(by: request))
  }
}
