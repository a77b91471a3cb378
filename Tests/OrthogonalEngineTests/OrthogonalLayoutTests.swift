import DiagramAlgorithms
import DiagramGraph
import DiagramModel
import Testing

@testable import OrthogonalEngine

@Suite struct OrthogonalLayoutTests {
  private let layout = OrthogonalLayout(seed: 3, effort: 1)

  private func ancestors(of node: Int, in graph: LayoutGraph) -> [Int] {
    Array(sequence(first: node) { graph.nodes[$0].parent }.dropFirst())
  }

  private func pieces(of route: Route) -> [Rect] {
    zip(route.points, route.points.dropFirst()).map {
      Rect(origin: $0, size: .zero).union(Rect(origin: $1, size: .zero))
    }
  }

  private func expectBoxesApart(_ graph: LayoutGraph, _ placed: Layout) {
    for (node, frame) in placed.frames.enumerated() {
      let minimum = graph.nodes[node].minimumSize
      #expect(frame.size.width >= minimum.width && frame.size.height >= minimum.height)
      if let parent = graph.nodes[node].parent {
        let inside = placed.frames[parent].inset(by: graph.nodes[parent].padding)
        #expect(inside.contains(frame), "\(node) in \(parent)")
      }
      for other in placed.frames.indices.dropFirst(node + 1)
      where graph.nodes[other].parent == graph.nodes[node].parent {
        #expect(!frame.intersects(placed.frames[other]), "\(node), \(other)")
      }
    }
  }

  private func expectRoutesSound(_ graph: LayoutGraph, _ placed: Layout) {
    for (edge, ends) in graph.edges.enumerated() {
      let route = placed.routes[edge]
      #expect(route.points.count >= 2)
      for (point, node) in [(route.points.first, ends.source), (route.points.last, ends.target)] {
        guard let point else { continue }
        let frame = placed.frames[node]
        #expect(frame.contains(point), "edge \(edge) starts at \(node)")
        #expect(!frame.insetBy(1).contains(point), "edge \(edge) starts on the outline of \(node)")
      }
      let around = Set([ends.source, ends.target])
        .union(ancestors(of: ends.source, in: graph)).union(ancestors(of: ends.target, in: graph))
      for piece in pieces(of: route) {
        #expect(piece.size.width == 0 || piece.size.height == 0)
        for (node, frame) in placed.frames.enumerated() where !around.contains(node) {
          // A rectangle without width or height meets another's inside if it lies within.
          let inside = frame.insetBy(1)
          let isClear =
            piece.maxX < inside.minX || piece.minX > inside.maxX || piece.maxY < inside.minY
            || piece.minY > inside.maxY
          #expect(isClear, "edge \(edge) through \(node)")
        }
      }
    }
  }

  private func expectLinesApart(_ placed: Layout) {
    let lines = placed.routes.map(pieces)
    for (edge, pieces) in lines.enumerated() {
      for other in lines[(edge + 1)...] {
        for (one, two) in pieces.flatMap({ piece in other.map { (piece, $0) } }) {
          let shared = Rect(
            minX: max(one.minX, two.minX), minY: max(one.minY, two.minY),
            maxX: min(one.maxX, two.maxX), maxY: min(one.maxY, two.maxY))
          #expect(shared.size.width <= 0 || shared.size.height < 0, "lines on top of each other")
          #expect(shared.size.height <= 0 || shared.size.width < 0, "lines on top of each other")
        }
      }
    }
  }

  private func expectTextsFree(_ graph: LayoutGraph, _ placed: Layout) {
    let parents = Set(graph.nodes.compactMap(\.parent))
    for (edge, route) in placed.routes.enumerated() {
      #expect((route.label != nil) == (graph.edges[edge].labelSize != nil))
      guard let label = route.label else { continue }
      for (node, frame) in placed.frames.enumerated() where !parents.contains(node) {
        #expect(!label.intersects(frame), "text \(edge) on \(node)")
      }
      for (other, route) in placed.routes.enumerated() where other != edge {
        if let second = route.label, other > edge { #expect(!label.intersects(second)) }
        for piece in pieces(of: route) {
          let isClear =
            piece.maxX <= label.minX || piece.minX >= label.maxX || piece.maxY <= label.minY
            || piece.minY >= label.maxY
          #expect(isClear, "text \(edge) on edge \(other)")
        }
      }
    }
  }

  @Test(arguments: UInt64(0)..<200)
  func nestedDrawingsHaveNoViolations(seed: UInt64) {
    let graph = OrthogonalRandomGraphs.nested(seed: seed)
    let placed = layout.place(graph)
    expectBoxesApart(graph, placed)
    expectRoutesSound(graph, placed)
    expectLinesApart(placed)
    expectTextsFree(graph, placed)
  }

  @Test(arguments: UInt64(0)..<10)
  func theSameGraphIsDrawnTheSame(seed: UInt64) {
    let graph = OrthogonalRandomGraphs.nested(seed: seed)
    #expect(layout.place(graph) == layout.place(graph))
  }

  @Test func nothingIsDrawnOfNothing() {
    #expect(layout.place(LayoutGraph(nodes: [], edges: [])) == Layout(frames: [], routes: []))
  }

  @Test func twoJoinedBoxesFaceEachOther() {
    let size = Size(width: 60, height: 40)
    let graph = LayoutGraph(
      nodes: [
        LayoutNode(parent: nil, minimumSize: size), LayoutNode(parent: nil, minimumSize: size),
      ],
      edges: [LayoutEdge(source: 0, target: 1)])
    let placed = layout.place(graph)
    #expect(placed.routes[0].points.count == 2)
    let (first, second) = (placed.frames[0].center, placed.frames[1].center)
    #expect(first.x == second.x || first.y == second.y)
  }

  @Test(arguments: Direction.allCases, [false, true])
  func arrowsPointWhereTheyShould(direction: Direction, isReversed: Bool) {
    // A chain of three: the drawing is turned over if its arrows point the other way.
    let node = LayoutNode(parent: nil, minimumSize: Size(width: 60, height: 40))
    let edges = [(0, 1), (1, 2)].map {
      LayoutEdge(source: isReversed ? $0.1 : $0.0, target: isReversed ? $0.0 : $0.1)
    }
    let graph = LayoutGraph(nodes: [node, node, node], edges: edges)
    let placed = OrthogonalLayout(direction: direction).place(graph)
    for edge in edges {
      #expect(
        direction.leads(
          from: placed.frames[edge.source].center, to: placed.frames[edge.target].center))
    }
  }

  @Test func aLineFromAContainerToItsChildIsSeenEvenWithoutPadding() {
    // It once shrank to a point, of which nobody could tell how it lies.
    let size = Size(width: 60, height: 40)
    let graph = LayoutGraph(
      nodes: [
        LayoutNode(parent: nil, minimumSize: size), LayoutNode(parent: 0, minimumSize: size),
      ],
      edges: [LayoutEdge(source: 0, target: 1)])
    let placed = layout.place(graph)
    expectBoxesApart(graph, placed)
    expectRoutesSound(graph, placed)
    let points = placed.routes[0].points
    #expect(points.first != points.last)
  }

  @Test func lookAlikeContainersAreDrawnAlike() {
    // Three closed containers with the same three boxes each.
    var graph = LayoutGraph(nodes: [], edges: [])
    for container in 0..<3 {
      graph.nodes.append(
        LayoutNode(parent: nil, minimumSize: .zero, padding: Insets(all: 20)))
      for box in 1...3 {
        graph.nodes.append(
          LayoutNode(
            parent: 4 * container, minimumSize: Size(width: 40 + 10 * box, height: 30)))
      }
      graph.edges += [
        LayoutEdge(source: 4 * container + 1, target: 4 * container + 2),
        LayoutEdge(source: 4 * container + 1, target: 4 * container + 3),
      ]
    }
    let placed = layout.place(graph)
    let offsets = (0..<3).map { container in
      (1...3).map { box in
        let (outer, inner) = (placed.frames[4 * container], placed.frames[4 * container + box])
        return Point(x: inner.minX - outer.minX, y: inner.minY - outer.minY)
      }
    }
    #expect(offsets[0] == offsets[1] && offsets[1] == offsets[2])
  }

  @Test func endsOnOneSideKeepApartWhereThereIsRoom() {
    var (ends, tight) = (0, 0)
    for seed in UInt64(0)..<40 {
      // Boxes of many edges, which leave on few sides.
      let pairs = OrthogonalRandomGraphs.simpleEdges(nodeCount: 12, edgeCount: 26, seed: seed)
      let graph = LayoutGraph(
        nodes: (0..<12).map { _ in
          LayoutNode(parent: nil, minimumSize: Size(width: 72, height: 40))
        }, edges: pairs.map { LayoutEdge(source: $0.0, target: $0.1) })
      let placed = layout.place(graph)
      expectRoutesSound(graph, placed)
      for node in graph.nodes.indices {
        let points = zip(graph.edges, placed.routes).flatMap { edge, route in
          [
            edge.source == node ? route.points.first : nil,
            edge.target == node ? route.points.last : nil,
          ]
          .compactMap(\.self)
        }
        for axis in Axis.allCases {
          let span = placed.frames[node][axis.cross]
          for side in [span.low, span.high] {
            let places = points.filter { $0[axis.cross] == side }.map { $0[axis] }.sorted()
            let gaps = zip(places, places.dropFirst()).map { $1 - $0 }
            guard 8 * gaps.count + 6 <= placed.frames[node].size[axis] else { continue }
            ends += places.count
            tight += gaps.count { $0 < 8 }
          }
        }
      }
    }
    #expect(ends > 1000)
    #expect(100 * tight <= ends, "\(tight) of \(ends)")
  }
}
