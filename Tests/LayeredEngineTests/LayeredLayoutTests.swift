import DiagramCheck
import DiagramGraph
import DiagramModel
import TestSupport
import Testing

@testable import LayeredEngine

@Suite struct LayeredLayoutTests {
  private static let seeds = UInt64(0)..<80

  private func layout(_ graph: LayoutGraph, _ direction: Direction = .down) -> Layout {
    LayeredLayout(direction: direction, effort: 2).place(graph)
  }

  private func direction(_ seed: UInt64) -> Direction {
    Direction.allCases[Int(seed % 4)]
  }

  @Test(arguments: seeds) func boxesOverlapOnlyTheirAncestors(seed: UInt64) {
    let graph = LayoutGraph.random(seed: seed)
    let frames = layout(graph, direction(seed)).frames
    for one in frames.indices {
      for other in 0..<one where frames[one].intersects(frames[other]) {
        #expect(graph.ancestors(of: one).contains(other), "\(one) and \(other)")
      }
    }
  }

  @Test(arguments: seeds) func containersHoldTheirChildrenWithTheirPadding(seed: UInt64) {
    let graph = LayoutGraph.random(seed: seed)
    let frames = layout(graph, direction(seed)).frames
    for (index, node) in graph.nodes.enumerated() {
      #expect(frames[index].size.width >= node.minimumSize.width)
      #expect(frames[index].size.height >= node.minimumSize.height)
      guard let parent = node.parent else { continue }
      let inside = frames[parent].inset(by: graph.nodes[parent].padding)
      #expect(inside.contains(frames[index]), "\(index) in \(parent)")
    }
  }

  @Test(arguments: seeds) func routesAreOrthogonalAndEndOnOutlines(seed: UInt64) {
    let graph = LayoutGraph.random(seed: seed)
    let layout = layout(graph, direction(seed))
    for (edge, route) in zip(graph.edges, layout.routes) {
      for (one, other) in zip(route.points, route.points.dropFirst()) {
        #expect(one.x == other.x || one.y == other.y)
      }
      for (end, node) in [(route.points.first, edge.source), (route.points.last, edge.target)] {
        let frame = layout.frames[node]
        let point = end ?? Point(x: .min, y: .min)
        #expect(frame.contains(point) && !frame.insetBy(1).contains(point), "\(edge)")
      }
    }
  }

  @Test(arguments: seeds) func routesRunThroughNoForeignBox(seed: UInt64) {
    let graph = LayoutGraph.random(seed: seed)
    let layout = layout(graph, direction(seed))
    for (index, edge) in graph.edges.enumerated() {
      let own = Set(
        [edge.source, edge.target] + graph.ancestors(of: edge.source)
          + graph.ancestors(of: edge.target))
      for (node, frame) in layout.frames.enumerated() where !own.contains(node) {
        for segment in layout.routes[index].segments(of: index) {
          let rect = segment.rect.insetBy(-1)
          #expect(!rect.intersects(frame), "edge \(index) through \(node)")
        }
      }
    }
  }

  @Test(arguments: seeds) func routesWithoutACommonEndKeepApart(seed: UInt64) {
    let graph = LayoutGraph.random(seed: seed)
    let layout = layout(graph, direction(seed))
    for one in graph.edges.indices {
      for other in 0..<one {
        let ends = Set([graph.edges[one].source, graph.edges[one].target])
        guard ends.isDisjoint(with: [graph.edges[other].source, graph.edges[other].target]) else {
          continue
        }
        for first in layout.routes[one].segments(of: one) {
          for second in layout.routes[other].segments(of: other) {
            let shared =
              min(first.span.upperBound, second.span.upperBound)
              - max(first.span.lowerBound, second.span.lowerBound)
            let isBeside = first.isHorizontal == second.isHorizontal && shared > 10
            #expect(!isBeside || abs(first.place - second.place) > 5, "\(one) and \(other)")
          }
        }
      }
    }
  }

  @Test(arguments: seeds) func labelsLieAtTheirEdgesAndTouchNothingElse(seed: UInt64) {
    let graph = LayoutGraph.random(seed: seed)
    let layout = layout(graph, direction(seed))
    let hasChildren = Set(graph.nodes.compactMap(\.parent))
    for (edge, route) in layout.routes.enumerated() {
      #expect((route.label != nil) == (graph.edges[edge].labelSize != nil))
      guard let label = route.label else { continue }
      let reach = label.insetBy(-6)
      #expect(route.segments(of: edge).contains { $0.rect.insetBy(-1).intersects(reach) })
      for (node, frame) in layout.frames.enumerated() where !hasChildren.contains(node) {
        #expect(!frame.intersects(label), "label of \(edge) on \(node)")
      }
      for (other, foreign) in layout.routes.enumerated() where other != edge {
        #expect(!(foreign.label?.intersects(label) ?? false))
        for segment in foreign.segments(of: other) {
          #expect(
            !segment.rect.insetBy(-1).intersects(label.insetBy(1)), "\(other) through \(edge)")
        }
      }
    }
  }

  @Test(arguments: seeds) func sameGraphGivesTheSameDrawing(seed: UInt64) {
    let graph = LayoutGraph.random(seed: seed)
    #expect(layout(graph) == layout(graph))
  }

  @Test func nothingIsDrawnOfNothing() {
    #expect(layout(LayoutGraph(nodes: [], edges: [])) == Layout(frames: [], routes: []))
  }

  private func box(_ parent: Int? = nil, isContainer: Bool = false) -> LayoutNode {
    LayoutNode(
      parent: parent, minimumSize: Size(width: 60, height: 40),
      padding: isContainer ? Insets(top: 40, left: 20, bottom: 20, right: 20) : .zero)
  }

  @Test(arguments: Direction.allCases) func arrowsPointInTheDirection(direction: Direction) {
    let graph = LayoutGraph(
      nodes: [box(), box(), box()],
      edges: [LayoutEdge(source: 0, target: 1), LayoutEdge(source: 1, target: 2)])
    let frames = layout(graph, direction).frames
    for (first, second) in zip(frames, frames.dropFirst()) {
      switch direction {
      case .down: #expect(first.maxY + 60 == second.minY && first.midX == second.midX)
      case .up: #expect(second.maxY + 60 == first.minY && first.midX == second.midX)
      case .right: #expect(first.maxX + 60 == second.minX && first.midY == second.midY)
      case .left: #expect(second.maxX + 60 == first.minX && first.midY == second.midY)
      }
    }
  }

  @Test func containersWithTheSameInsideAreDrawnAlike() {
    var graph = LayoutGraph(nodes: [], edges: [])
    for _ in 0..<3 {
      let container = graph.nodes.count
      graph.nodes += [box(isContainer: true), box(container), box(container), box(container)]
      graph.edges += [
        LayoutEdge(source: container + 1, target: container + 2),
        LayoutEdge(source: container + 1, target: container + 3),
      ]
    }
    graph.edges.append(LayoutEdge(source: 0, target: 4))
    let frames = layout(graph).frames
    func inside(_ container: Int) -> [Rect] {
      (1...3).map {
        let corner = frames[container].origin
        let frame = frames[container + $0]
        return frame.moved(x: -corner.x, y: -corner.y)
      }
    }
    #expect(inside(0) == inside(4) && inside(4) == inside(8))
  }

  @Test func edgeFromAContainerToItsOwnChildStaysInside() {
    let graph = LayoutGraph(
      nodes: [box(isContainer: true), box(0), box(0)],
      edges: [LayoutEdge(source: 0, target: 2), LayoutEdge(source: 1, target: 0)])
    let layout = layout(graph)
    for route in layout.routes {
      #expect(route.points.allSatisfy { layout.frames[0].contains($0) })
    }
  }

  @Test func edgeToAClusterBesideItKeepsItsText() {
    // 1 → 4 → 3 leaves the cluster and comes back, so 4 lies beside it.
    let graph = LayoutGraph(
      nodes: [box(isContainer: true), box(0), box(0), box(0), box()],
      edges: [
        LayoutEdge(source: 1, target: 4), LayoutEdge(source: 4, target: 3),
        LayoutEdge(source: 4, target: 0, labelSize: Size(width: 60, height: 20)),
        LayoutEdge(source: 0, target: 4),
      ])
    let layout = layout(graph)
    let route = layout.routes[2]
    #expect(route.label.map { layout.frames[0].intersects($0) } == false)
    #expect(route.segments(of: 2).contains { $0.rect.insetBy(-1).intersects(route.label ?? .zero) })
    #expect(route.points.last.map { layout.frames[0].contains($0) } == true)
    #expect(route.points.first.map { layout.frames[4].contains($0) } == true)
  }

  @Test func parallelAndOppositeEdgesHaveWaysOfTheirOwn() {
    let graph = LayoutGraph(
      nodes: [box(), box()],
      edges: [
        LayoutEdge(source: 0, target: 1), LayoutEdge(source: 0, target: 1),
        LayoutEdge(source: 1, target: 0),
      ])
    let routes = layout(graph).routes
    #expect(routes.allSatisfy { $0.points.count == 2 })
    #expect(Set(routes.compactMap(\.points.first?.x)).count == 3)
  }
}
