import DiagramAlgorithms
import DiagramCheck
import DiagramGraph
import DiagramModel
import TestSupport
import Testing

@testable import LayeredEngine

/// Nested graphs whose clusters are drawn by themselves, with the edges cut at the outlines.
@Suite struct LayeredRegionTests {
  private static let seeds = UInt64(0)..<100
  private let spacing = Spacing()

  /// Draws a graph by regions; one of `share` clusters is closed from the start.
  private func drawing(of graph: NestedGraph, closing share: Int = 1) -> PartDrawing {
    let clusters = graph.clusters.indices.filter { $0 % share == 0 }
    var planner = RegionPlanner(graph, closing: clusters, layout: LayeredLayout(effort: 3))
    return RegionComposition(graph: graph, spacing: spacing, plans: planner.plans()).drawing()
  }

  @Test(arguments: seeds) func boxesLieInTheirClustersAndBesideAllOthers(seed: UInt64) {
    let graph = NestedGraph.random(seed: seed)
    let drawing = drawing(of: graph, closing: 1 + Int(seed % 3))
    let (clusters, leaves) = (drawing.clusters, drawing.leaves)
    for (leaf, frame) in leaves.enumerated() {
      #expect(frame.size == graph.leaves[leaf].size)
      #expect(leaves[..<leaf].allSatisfy { !frame.intersects($0) })
      let around = graph.ancestry(of: graph.leaves[leaf].cluster)
      for cluster in clusters.indices {
        #expect(
          around.contains(cluster)
            ? clusters[cluster].contains(frame) : !clusters[cluster].intersects(frame))
      }
    }
    for cluster in clusters.indices {
      for other in clusters[..<cluster].indices {
        #expect(
          graph.ancestry(of: cluster).contains(other)
            ? clusters[other].contains(clusters[cluster])
            : !clusters[other].intersects(clusters[cluster]))
      }
    }
  }

  @Test(arguments: seeds) func waysEndAtTheirBoxesAndRunThroughNoOthers(seed: UInt64) {
    let graph = NestedGraph.random(seed: seed)
    let drawing = drawing(of: graph, closing: 1 + Int(seed % 3))
    for (edge, route) in drawing.routes.enumerated() {
      let ends = [graph.edges[edge].source, graph.edges[edge].target]
      #expect(route.points.first.map { isOnOutline($0, of: ends[0], drawing) } ?? false)
      #expect(route.points.last.map { isOnOutline($0, of: ends[1], drawing) } ?? false)
      #expect((route.label == nil) == (graph.edges[edge].labelSize == nil))
      let around = ends.flatMap { graph.ancestry(of: graph.cluster(at: $0)) }
      for segment in route.segments(of: edge) {
        let rect = segment.rect
        #expect(rect.size.width == 0 || rect.size.height == 0)
        for (leaf, frame) in drawing.leaves.enumerated() {
          #expect(!rect.touchesInside(of: frame) || ends.contains(.leaf(leaf)))
        }
        for (cluster, frame) in drawing.clusters.enumerated() {
          #expect(!rect.touchesInside(of: frame) || around.contains(cluster))
          // The pieces of an edge meet on the outline.
          #expect(
            !segment.isHorizontal || (rect.minY != frame.minY && rect.minY != frame.maxY)
              || rect.maxX <= frame.minX || rect.minX >= frame.maxX)
        }
      }
    }
  }

  private func isOnOutline(
    _ point: Point, of end: NestedGraph.End, _ drawing: PartDrawing
  ) -> Bool {
    let frame =
      switch end {
      case .leaf(let leaf): drawing.leaves[leaf]
      case .cluster(let cluster): drawing.clusters[cluster]
      }
    return frame.contains(point)
      && (point.x == frame.minX || point.x == frame.maxX || point.y == frame.minY
        || point.y == frame.maxY)
  }

  @Test func drawingIsTheSameEachTime() {
    let graph = NestedGraph.random(seed: 5)
    let (one, other) = (drawing(of: graph), drawing(of: graph))
    #expect(one.layout == other.layout)
  }

  @Test(arguments: seeds) func waysOfDifferentBoxesKeepApart(seed: UInt64) {
    let graph = NestedGraph.random(seed: seed)
    let drawing = drawing(of: graph, closing: 1 + Int(seed % 3))
    let segments = drawing.routes.enumerated().flatMap { $1.segments(of: $0) }
    for (index, one) in segments.enumerated() {
      for other in segments[..<index] where one.edge != other.edge {
        let (first, second) = (graph.edges[one.edge], graph.edges[other.edge])
        let ends = Set([first.source, first.target])
        guard ends.isDisjoint(with: [second.source, second.target]) else { continue }
        let isBeside =
          one.isHorizontal == other.isHorizontal && abs(one.place - other.place) <= 5
          && one.span.lowerBound + 10 < other.span.upperBound
          && other.span.lowerBound + 10 < one.span.upperBound
        #expect(!isBeside, "\(one), \(other)")
      }
    }
  }

  @Test(arguments: [(UInt64(1), 64), (2, 128), (3, 768)])
  func noWayRunsThroughAForeignContainer(seed: UInt64, count: Int) {
    let graph = LayoutGraph.nested(leaves: count, seed: seed)
    let layout = LayeredLayout(effort: 1).place(graph)
    let ancestors = graph.nodes.indices.map { Set([$0] + graph.ancestors(of: $0)) }
    var runs = 0
    for (index, edge) in graph.edges.enumerated() {
      let around = ancestors[edge.source].union(ancestors[edge.target])
      let segments = layout.routes[index].segments(of: index).map(\.rect)
      for node in graph.nodes.indices where !around.contains(node) {
        if segments.contains(where: { $0.touchesInside(of: layout.frames[node]) }) { runs += 1 }
      }
    }
    #expect(runs == 0)
  }
}

extension LayoutGraph {
  /// A tree of containers, four in each and four boxes in the innermost, with half as many more
  /// edges as boxes: most between near boxes along their order, some between any.
  fileprivate static func nested(leaves count: Int, seed: UInt64) -> LayoutGraph {
    var random = SeededGenerator(seed: seed)
    var graph = LayoutGraph(nodes: [], edges: [])
    let padding = Insets(top: 40, left: 20, bottom: 20, right: 20)
    var parents = [Int?](repeating: nil, count: max(count / 64, 1))
    while parents.count < count {
      let first = graph.nodes.count
      graph.nodes += parents.map {
        LayoutNode(parent: $0, minimumSize: Size(width: 80, height: 40), padding: padding)
      }
      parents = (first..<graph.nodes.count).flatMap { [Int](repeating: $0, count: 4) }
    }
    let boxes = graph.nodes.count..<graph.nodes.count + parents.count
    graph.nodes += parents.map {
      LayoutNode(parent: $0, minimumSize: Size(width: 60, height: 40))
    }
    for _ in 0..<parents.count * 3 / 2 {
      let source = Int.random(in: boxes, using: &random)
      let near = max(boxes.lowerBound, source - 6)...min(boxes.upperBound - 1, source + 6)
      let isFar = Int.random(in: 0..<4, using: &random) == 0
      let target =
        isFar ? Int.random(in: boxes, using: &random) : near.randomElement(using: &random)
      guard let target, source != target else { continue }
      let ends = isFar ? (source, target) : (min(source, target), max(source, target))
      graph.edges.append(LayoutEdge(source: ends.0, target: ends.1))
    }
    return graph
  }
}
