import DiagramGraph
import DiagramModel
import TestSupport
import Testing

@testable import Routing

/// Many edges at one place, and those that end at a container.
@Suite struct RoutingSpread {
  @Test(arguments: [2, 3, 5, 7], [Axis.horizontal, .vertical])
  func parallelEdgesAreSpreadEvenly(count: Int, axis: Axis) {
    var sketch = RoutingSketch()
    let first = sketch.box(0, 0, 100, 100)
    let second = axis == .horizontal ? sketch.box(300, 0, 100, 100) : sketch.box(0, 300, 100, 100)
    for index in 0..<count {
      sketch.edge(
        index.isMultiple(of: 2) ? first : second, index.isMultiple(of: 2) ? second : first)
    }
    let routes = sketch.routed()
    let places = routes.map { $0.points[0][axis.cross] }.sorted()
    let gaps = Set(zip(places, places.dropFirst()).map { $1 - $0 })
    #expect(routes.allSatisfy { $0.bends == 0 })
    #expect(gaps.count == 1)
    #expect((places[0] + places[count - 1]) / 2 == 50)
    #expect(gaps.allSatisfy { $0 >= 10 })
  }

  /// What a bundle of ways costs others is looked up, not followed back to where each of them joined:
  /// this took minutes.
  @Test(.timeLimit(.minutes(1)))
  func arrowsBetweenAnyTwoBoxesOfALongRowAreLedInTime() {
    var numbers = SeededGenerator(seed: 7)
    var sketch = RoutingSketch()
    for box in 0..<160 { sketch.box(box * 160, 0) }
    for target in 1..<160 { sketch.edge(Int.random(in: 0..<target, using: &numbers), target) }
    let routes = sketch.routed()
    #expect(routes.count == 159)
    #expect(routes.allSatisfy { $0.points.count > 1 })
  }

  @Test func tenParallelEdgesFitBetweenSmallBoxes() {
    var sketch = RoutingSketch()
    let (first, second) = (sketch.box(0, 0), sketch.box(220, 0))
    for _ in 0..<10 { sketch.edge(first, second) }
    let routes = sketch.routed()
    #expect(sketch.crossings(routes) == 0)
    #expect(Set(routes.map(\.points)).count == 10)
    #expect(sketch.violations(routes).filter { $0 != .near(0, 0) }.isEmpty)
  }

  @Test(arguments: [ArrowRouting.orthogonal, .curved])
  func aLoopOfAContainerRunsAroundItsOutside(style: ArrowRouting) {
    var sketch = RoutingSketch()
    let outer = sketch.box(0, 0, 300, 200)
    let inner = sketch.box(60, 70, in: outer)
    sketch.edge(outer, outer, style)
    sketch.edge(outer, inner)
    let routes = sketch.routed()
    let frame = sketch.frames[outer]
    #expect(!routes[0].drawnPoints.contains { frame.insetBy(1).contains($0) })
    #expect(routes[1].points.allSatisfy { frame.contains($0) })
  }

  @Test(arguments: UInt64(0)..<40)
  func aWayCostsTheSameAsLongAsNothingElseChanges(seed: UInt64) throws {
    var sketch = RoutingSketch.scattered(seed: seed)
    for target in 1..<5 { sketch.edge(0, target) }
    let (graph, spacing) = (sketch.graph, RoutingSpacing())
    let obstacles = Obstacles(graph, frames: sketch.frames)
    let ports = Ports(graph, edges: Array(graph.edges.indices), obstacles, spacing)
    let tracks = Tracks(obstacles, wires: [], ports: ports, spacing)
    let visibility = VisibilityGraph(tracks, obstacles)
    let traffic = Traffic(crossings: visibility.count, edges: graph.edges)
    let wishes = SideWishes(graph, obstacles, Trunks(graph, obstacles), known: [])
    var search = WaySearch(visibility, obstacles, ports, wishes, spacing, traffic)
    for (index, edge) in graph.edges.enumerated() {
      guard let way = search.way(of: edge, index: index) else { continue }
      #expect(search.cost(of: way, edge) == way.cost)
      #expect(search.way(of: edge, index: index, below: way.cost) == nil)
      search.traffic.add(index, along: way.crossings)
      search.traffic.addEnds(of: way.wire, edge)
    }
  }
}
