import DiagramAlgorithms
import DiagramGraph
import DiagramLayout
import DiagramModel
import TestSupport
import Testing

@testable import AxisModel

/// Drawings that are moved together along an axis stay what they are.
@Suite struct AxisModelTests {
  private static let rules: [AxisDistances.Rules] = [
    .layered(Spacing()), .free(Spacing()), .pushed(Spacing()),
  ]
  private static let prices = AxisPrices(
    extent: 128, container: 64, length: 64, jog: 192, port: 320)

  private func drawing(seed: UInt64) -> (graph: LayoutGraph, layout: Layout) {
    let graph = LayoutGraph.random(seed: seed)
    let algorithm = seed % 2 == 0 ? LayoutAlgorithm.layered : .orthogonal
    return (graph, graph.placed(by: LayoutRequest(algorithm: algorithm)))
  }

  private func bodies(_ layout: Layout, _ graph: LayoutGraph, _ axis: Axis) -> AxisBodies {
    AxisBodies(layout, of: graph, axis: axis)
  }

  @Test(arguments: UInt64(0)..<60) func aDrawingKeepsItsOwnDistances(seed: UInt64) {
    let (graph, layout) = drawing(seed: seed)
    for axis in Axis.allCases {
      let bodies = bodies(layout, graph, axis)
      for rules in Self.rules {
        for arc in AxisDistances(bodies, rules: rules).arcs {
          #expect(bodies.values[arc.head] - bodies.values[arc.tail] >= arc.minimum)
        }
      }
      #expect(bodies.layout(with: bodies.values) == layout)
    }
  }

  @Test(arguments: UInt64(0)..<60) func movingTogetherBreaksNothing(seed: UInt64) {
    let (graph, layout) = drawing(seed: seed)
    let before = (layout.mistakes(of: graph).count, layout.touches(of: graph).count)
    for rules in Self.rules {
      let moved = Axis.allCases.reduce(layout) { layout, axis in
        let bodies = bodies(layout, graph, axis)
        let distances = AxisDistances(bodies, rules: rules)
        return bodies.layout(with: bodies.solved(distances.arcs, prices: Self.prices))
      }
      #expect(moved.mistakes(of: graph).count <= before.0)
      #expect(moved.touches(of: graph).count <= before.1)
      for (old, new) in zip(layout.routes, moved.routes) {
        #expect(new.points.count <= old.points.count)
      }
    }
  }

  @Test(arguments: UInt64(0)..<60) func whatCostsMostIsAsShortAsItCanBe(seed: UInt64) {
    let (graph, layout) = drawing(seed: seed)
    let bodies = bodies(layout, graph, .horizontal)
    let distances = AxisDistances(bodies, rules: .free(Spacing()))
    var relaxation = DifferenceRelaxation(values: bodies.values)
    let isPossible = relaxation.add(distances.arcs)
    #expect(isPossible)
    let least = relaxation.leastDistance(from: bodies.start, to: bodies.end)
    let prices = AxisPrices(extent: 1_000_000, container: 0, length: 0, jog: 0, port: 1)
    let narrow = bodies.layout(with: bodies.solved(distances.arcs, prices: prices))
    #expect((narrow.bounds ?? .zero).size.width <= least)
  }

  /// A row of boxes a, b and below them c, which is beside neither.
  @Test func onlyWhatLiesBesideIsAskedFor() {
    let frames = [
      Rect(x: 0, y: 0, width: 60, height: 40), Rect(x: 100, y: 0, width: 60, height: 40),
      Rect(x: 200, y: 0, width: 60, height: 40), Rect(x: 300, y: 200, width: 60, height: 40),
    ]
    let graph = LayoutGraph(
      nodes: frames.map { LayoutNode(parent: nil, minimumSize: $0.size) }, edges: [])
    let bodies = bodies(Layout(frames: frames, routes: []), graph, .horizontal)
    let between = AxisDistances(bodies, rules: .free(Spacing())).arcs.filter {
      $0.tail < 4 && $0.head < 4
    }
    // The one in the middle keeps the outer ones apart.
    #expect(between.map { [$0.tail, $0.head, $0.minimum] } == [[0, 1, 100], [1, 2, 100]])
  }

  @Test func whatWasMetLastIsInFront() {
    var front = Front()
    front.cover(Span(0, 10), by: 0)
    front.cover(Span(5, 20), by: 1)
    front.cover(Span(7, 8), by: 2)
    #expect(front.items(near: Span(0, 4), margin: 0) == [0])
    #expect(front.items(near: Span(0, 30), margin: 0) == [0, 1, 2])
    #expect(front.items(near: Span(9, 20), margin: 0) == [1])
    #expect(front.items(near: Span(9, 20), margin: 1) == [1, 2])
    #expect(front.items(near: Span(21, 30), margin: 0).isEmpty)
  }
}
