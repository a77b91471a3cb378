import DiagramAlgorithms
import DiagramCheck
import DiagramGraph
import DiagramModel
import TestSupport
import Testing

@testable import LayeredEngine

/// The ways that only large graphs take, on graphs small enough to check them thoroughly.
@Suite struct LayeredLargeGraphTests {
  private static let seeds = UInt64(0)..<80
  private let spacing = Spacing()

  private func order(seed: UInt64) -> RankOrder {
    ordered(LayerGraph(NestedGraph.random(seed: seed).ranked), starts: 2, seed: seed)[0]
  }

  @Test(arguments: seeds) func blockColumnsKeepAllDistances(seed: UInt64) {
    let order = order(seed: seed)
    let columns = blockColumns(of: order, spacing: spacing)
    var assignment = ColumnAssignment(order: order, spacing: spacing)
    assignment.addClusters()
    assignment.addSeparation()
    let values = columns.lefts + columns.clusterSpans.flatMap { [$0.lowerBound, $0.upperBound] }
    for arc in assignment.system.arcs {
      #expect(values[arc.head] - values[arc.tail] >= arc.minimum, "\(arc)")
    }
  }

  @Test(arguments: seeds) func endsOfEdgesKeepApartOnTheSidesOfBoxes(seed: UInt64) {
    let order = order(seed: seed)
    let graph = order.graph
    let columns = blockColumns(of: order, spacing: spacing)
    for (leaf, value) in graph.graph.leaves.enumerated() {
      let sides = [
        (order.fansBelow[leaf], columns.upperEnds), (order.fansAbove[leaf], columns.lowerEnds),
      ]
      for (fan, ends) in sides {
        let row = PortRow(width: value.size.width, fan: fan, of: graph, spacing: spacing)
        let places = fan.map { ends[$0] - columns.lefts[leaf] }
        #expect(places.allSatisfy { $0 >= row.margin && $0 <= value.size.width - row.margin })
        for (one, other) in zip(places, places.dropFirst()) { #expect(other - one >= row.step) }
      }
    }
  }

  @Test(arguments: seeds) func straightSegmentsCrossNeitherEachOtherNorTheSidesOfClusters(
    seed: UInt64
  ) {
    let order = order(seed: seed)
    let graph = order.graph
    let above = StraightSegments(
      order, below: order.fansBelow, above: order.fansAbove, isEligible: { _ in true }
    ).above
    let chosen = above.filter { $0 >= 0 }.map { graph.segments[$0] }
    #expect(Set(chosen.map(\.upper)).count == chosen.count)
    for (index, one) in chosen.enumerated() {
      let places = (order.positions[one.upper], order.positions[one.lower])
      let rank = graph.vertices[one.upper].rank
      for other in chosen[..<index] where graph.vertices[other.upper].rank == rank {
        let others = (order.positions[other.upper], order.positions[other.lower])
        #expect((places.0 < others.0) == (places.1 < others.1))
      }
      for cluster in order.neighbors.clustersAcross[rank] {
        let sides = (
          side(places.0, order.span(of: cluster, at: rank)),
          side(places.1, order.span(of: cluster, at: rank + 1))
        )
        #expect(sides.0 == sides.1)
      }
    }
  }

  @Test(arguments: seeds) func bothWaysOfPlacingColumnsGiveDrawingsWithoutOverlaps(seed: UInt64) {
    let order = order(seed: seed)
    for columns in [
      columns(of: order, spacing: spacing), blockColumns(of: order, spacing: spacing),
    ] {
      let gaps = routed(order, columns: columns, spacing: spacing)
      let rows = rows(of: order.graph, gaps: gaps, spacing: spacing)
      let drawing = drawn(order.graph, columns: columns, gaps: gaps, rows: rows)
      for (leaf, frame) in drawing.leaves.enumerated() {
        for other in drawing.leaves[..<leaf] { #expect(!frame.intersects(other)) }
        for cluster in drawing.clusters.indices {
          let isInside = order.graph.graph.ancestry(of: order.graph.graph.leaves[leaf].cluster)
            .contains(cluster)
          #expect(
            isInside
              ? drawing.clusters[cluster].contains(frame)
              : !drawing.clusters[cluster].intersects(frame))
        }
      }
      for route in drawing.routes {
        for (one, other) in zip(route.points, route.points.dropFirst()) {
          #expect(one.x == other.x || one.y == other.y)
        }
      }
    }
  }

  // Few clusters are counted in another way than many.
  @Test(arguments: seeds, [NestedGraph.random, NestedGraph.striped])
  func runsThroughClustersAreCountedAsPairByPair(
    seed: UInt64, graph: @Sendable (UInt64) -> NestedGraph
  ) {
    let written = LayerGraph(graph(seed).ranked)
    var random = SeededGenerator(seed: seed)
    // Clusters need not be contiguous to be counted: any order will do.
    let order = RankOrder(
      Neighbors(written), layers: written.layers.map { $0.shuffled(using: &random) })
    for rank in order.layers.indices.dropLast() {
      let spans = order.neighbors.clustersAcross[rank].map {
        (order.span(of: $0, at: rank), order.span(of: $0, at: rank + 1))
      }
      var hops = 0
      for (index, one) in spans.enumerated() {
        for segment in order.neighbors.segmentsBelow[rank] {
          let upper = order.positions[order.graph.segments[segment].upper]
          let lower = order.positions[order.graph.segments[segment].lower]
          if side(upper, one.0) * side(lower, one.1) < 0 { hops += 1 }
        }
        for other in spans[..<index]
        where side(other.0.lowerBound, one.0) * side(other.1.lowerBound, one.1) < 0 {
          hops += 10
        }
      }
      #expect(order.hops(below: rank) == hops * RankOrder.hopCost)
    }
  }

  @Test func drawingOfThousandsOfBoxesIsValidAndTheSameEachTime() {
    let graph = LayoutGraph.deep(nodes: 1500, window: 12, seed: 7)
    let layout = LayeredLayout().place(graph)
    #expect(layout == LayeredLayout().place(graph))
    let boxes = SegmentBoxes(layout.frames)
    for (index, frame) in layout.frames.enumerated() {
      #expect(boxes.touching(frame.insetBy(-10)) == [index])
    }
    for (index, edge) in graph.edges.enumerated() {
      for segment in layout.routes[index].segments(of: index) {
        #expect(segment.rect.size.width == 0 || segment.rect.size.height == 0)
        #expect(boxes.touching(segment.rect).isSubset(of: [edge.source, edge.target]))
      }
      #expect(layout.routes[index].points.first.map(layout.frames[edge.source].contains) ?? false)
      #expect(layout.routes[index].points.last.map(layout.frames[edge.target].contains) ?? false)
    }
  }
}

/// Boxes, searched one by one.
private struct SegmentBoxes {
  private let frames: [Rect]

  init(_ frames: [Rect]) { self.frames = frames }

  func touching(_ rect: Rect) -> Set<Int> {
    Set(
      frames.indices.filter {
        frames[$0].minX <= rect.maxX && rect.minX <= frames[$0].maxX
          && frames[$0].minY <= rect.maxY && rect.minY <= frames[$0].maxY
      })
  }
}

extension LayoutGraph {
  /// A tree with half as many further edges, each between nodes that are near in their order.
  fileprivate static func deep(nodes count: Int, window: Int, seed: UInt64) -> LayoutGraph {
    var random = SeededGenerator(seed: seed)
    let node = LayoutNode(parent: nil, minimumSize: Size(width: 60, height: 40))
    var graph = LayoutGraph(nodes: [LayoutNode](repeating: node, count: count), edges: [])
    for target in 1..<count {
      let sources = max(0, target - window)..<target
      graph.edges.append(
        LayoutEdge(source: Int.random(in: sources, using: &random), target: target))
      if target % 2 == 0 {
        graph.edges.append(
          LayoutEdge(source: Int.random(in: sources, using: &random), target: target))
      }
    }
    return graph
  }
}
