import DiagramAlgorithms
import DiagramCheck
import DiagramGraph
import DiagramModel
import TestSupport
import Testing

@testable import DiagramLayout

private func box(_ width: Int, _ height: Int, in parent: Int? = nil) -> LayoutNode {
  LayoutNode(parent: parent, minimumSize: Size(width: width, height: height))
}

private func container() -> LayoutNode {
  LayoutNode(
    parent: nil, minimumSize: Size(width: 60, height: 40),
    padding: Insets(top: 40, left: 20, bottom: 20, right: 20))
}

/// Boxes of sizes that almost agree, some of them in two containers.
private func randomGraph(seed: UInt64) -> LayoutGraph {
  var random = SeededGenerator(seed: seed)
  let count = Int.random(in: 3...9, using: &random)
  let nodes =
    [container(), container()]
    + (0..<count).map { index in
      box(
        100 + 2 * Int.random(in: 0...8, using: &random),
        50 + 2 * Int.random(in: 0...8, using: &random),
        in: index < 2 ? index : [nil, 0, 1].randomElement(using: &random) ?? nil)
    }
  let edges = (0..<count).compactMap { _ -> LayoutEdge? in
    let ends = (0..<2).map { _ in Int.random(in: 2..<nodes.count, using: &random) }
    return ends[0] == ends[1] ? nil : LayoutEdge(source: ends[0], target: ends[1])
  }
  return LayoutGraph(nodes: nodes, edges: edges)
}

@Suite struct AlignedLayoutTests {
  private let request = LayoutRequest(direction: .right)

  private func score(_ layout: Layout, of graph: LayoutGraph) -> DrawingScore {
    DrawingScore(layout, of: graph, for: request)
  }

  private func aligned(_ layout: Layout, of graph: LayoutGraph) -> Layout {
    AlignedLayout(graph: graph, request: request).aligned(layout) {
      score($0, of: graph).total
    }
  }

  @Test func boxesOfAlmostOneSizeBecomeEqual() {
    let graph = LayoutGraph(
      nodes: [box(100, 54), box(90, 50)], edges: [LayoutEdge(source: 0, target: 1)])
    let layout = graph.layered(.right)
    #expect(score(layout, of: graph).nearMisses == 2)
    let result = aligned(layout, of: graph)
    #expect(
      result.frames.map(\.size) == [Size(width: 100, height: 54), Size(width: 90, height: 54)])
    #expect(score(result, of: graph).nearMisses == 0)
  }

  @Test func aBoxThatMustNotGrowMoves() {
    var graph = LayoutGraph(nodes: [box(100, 50), box(100, 50)], edges: [])
    graph.nodes[0].grows = false
    graph.nodes[1].grows = false
    let frames = [
      Rect(x: 0, y: 0, width: 100, height: 50), Rect(x: 140, y: 4, width: 100, height: 50),
    ]
    let result = aligned(Layout(frames: frames, routes: []), of: graph)
    #expect(result.frames[0].minY == result.frames[1].minY)
    #expect(result.frames.map(\.size) == frames.map(\.size))
  }

  @Test(arguments: Axis.allCases)
  func gapsBecomeEqual(axis: Axis) {
    let graph = LayoutGraph(nodes: Array(repeating: box(100, 100), count: 4), edges: [])
    let places = [0, 140, 280, 460]
    let frames = places.map { place in
      axis == .horizontal
        ? Rect(x: place, y: 0, width: 100, height: 100)
        : Rect(x: 0, y: place, width: 100, height: 100)
    }
    let layout = Layout(frames: frames, routes: [])
    #expect(score(layout, of: graph).unevenGaps == 1)
    let result = aligned(layout, of: graph)
    #expect(score(result, of: graph).unevenGaps == 0)
    #expect(result.frames.map { $0[axis].low } == [0, 140, 280, 420])
  }

  @Test func onlyGapsOfOneRowInOneContainerAreCompared() {
    let graph = LayoutGraph(
      nodes: [container()] + [nil, nil, nil, 0].map { box(100, 50, in: $0) }, edges: [])
    let frames = [
      Rect(x: 600, y: 0, width: 140, height: 110), Rect(x: 0, y: 40, width: 100, height: 50),
      Rect(x: 140, y: 40, width: 100, height: 50), Rect(x: 400, y: 100, width: 100, height: 50),
      Rect(x: 620, y: 40, width: 100, height: 50),
    ]
    #expect(score(Layout(frames: frames, routes: []), of: graph).unevenGaps == 0)
  }

  @Test func containersThatAreDrawnAlikeStayAlike() {
    // The lower box of each container almost agrees with the box beside both.
    let graph = LayoutGraph(
      nodes: [container(), container(), box(100, 50, in: 0), box(100, 50, in: 1), box(100, 54)],
      edges: [])
    let frames = [
      Rect(x: 0, y: 0, width: 140, height: 110), Rect(x: 180, y: 0, width: 140, height: 110),
      Rect(x: 20, y: 40, width: 100, height: 50), Rect(x: 200, y: 40, width: 100, height: 50),
      Rect(x: 360, y: 38, width: 100, height: 54),
    ]
    let result = aligned(Layout(frames: frames, routes: []), of: graph)
    let inside = [(0, 2), (1, 3)].map { container, child in
      Rect(
        x: result.frames[child].minX - result.frames[container].minX,
        y: result.frames[child].minY - result.frames[container].minY,
        width: result.frames[child].size.width, height: result.frames[child].size.height)
    }
    #expect(inside[0] == inside[1])
  }

  @Test(arguments: UInt64(0)..<20) func aDrawingOnlyBecomesBetter(seed: UInt64) {
    let graph = randomGraph(seed: seed)
    let layout = graph.layered(.right)
    let (before, result) = (score(layout, of: graph), aligned(layout, of: graph))
    let after = score(result, of: graph)
    #expect(after.total <= before.total)
    #expect(result.mistakes(of: graph) == [] && result.touches(of: graph) == [])
    #expect(result == aligned(layout, of: graph))
    for (index, frame) in result.frames.enumerated() {
      let given = graph.nodes[index].minimumSize
      #expect(frame.size.union(given) == frame.size)
      guard index > 1 else { continue }
      #expect(Axis.allCases.allSatisfy { frame.size[$0] - given[$0] <= 12 }, "box \(index)")
    }
  }
}

extension AlignedLayoutTests {
  @Test func whatAlmostAgreesBecomesLess() {
    let (before, after) = (0..<40).reduce((0, 0)) { counts, seed in
      let graph = randomGraph(seed: UInt64(seed))
      let layout = graph.layered(.right)
      return (
        counts.0 + layout.almostAligned(in: graph),
        counts.1 + aligned(layout, of: graph).almostAligned(in: graph)
      )
    }
    #expect(after < before)
  }
}

extension Layout {
  /// How many pairs of siblings have middles that an eye takes for one line though they are not.
  fileprivate func almostAligned(in graph: LayoutGraph) -> Int {
    graph.nodes.indices.reduce(0) { count, node in
      count
        + (0..<node).count { other in
          graph.nodes[other].parent == graph.nodes[node].parent
            && Axis.allCases.contains { axis in
              (1...12).contains(abs(frames[node].center[axis] - frames[other].center[axis]))
            }
        }
    }
  }
}

extension LayoutGraph {
  fileprivate func layered(_ direction: Direction) -> Layout {
    placed(by: LayoutRequest(algorithm: .layered, direction: direction))
  }
}
