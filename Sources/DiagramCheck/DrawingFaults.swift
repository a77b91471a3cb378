import DiagramAlgorithms
package import DiagramGraph
package import DiagramModel

/// What a drawing has that no drawing should have, and how its boxes lie in lines.
package struct DrawingFaults: Hashable {
  private(set) var violations = 0
  /// Pairs of neighbouring middles, or sides of one kind, that almost agree.
  private(set) var nearMisses = 0
  /// Edges with a box between their ends that is neither around nor inside one of them.
  private(set) var detours = 0
  /// How many different coordinates the middles of the boxes have.
  private(set) var lines = 0
  /// How often a gap in a row or column of one container differs from the one before it.
  private(set) var unevenGaps = 0

  package init() {}

  init(_ layout: Layout, of graph: LayoutGraph) {
    let nesting = Nesting(graph)
    let boxes = graph.nodes.indices.filter { graph.nodes[$0].isOutlined }
    for (index, edge) in graph.edges.enumerated() where edge.source != edge.target {
      let route = layout.routes[index]
      let others = boxes.filter {
        !nesting.areRelated($0, edge.source) && !nesting.areRelated($0, edge.target)
      }
      let segments = route.isCurved ? [] : route.segments(of: index)
      violations += others.count { box in
        segments.contains { $0.runsThrough(layout.frames[box]) }
      }
      let (from, to) = (layout.frames[edge.source].center, layout.frames[edge.target].center)
      if others.contains(where: { layout.frames[$0].meets(from, to) }) { detours += 1 }
    }
    for (place, one) in boxes.enumerated() {
      violations += boxes[..<place].count {
        !nesting.areRelated($0, one) && layout.frames[$0].intersects(layout.frames[one])
      }
    }
    countLabels(layout, leaves: boxes.filter(nesting.isLeaf).map { layout.frames[$0] })
    countLines(boxes.map { layout.frames[$0] })
    unevenGaps = layout.triples(of: boxes, in: graph).count { $0.gaps.first != $0.gaps.second }
  }

  private mutating func countLabels(_ layout: Layout, leaves: [Rect]) {
    let labels = layout.routes.map(\.label)
    for (index, label) in labels.enumerated() {
      guard let label else { continue }
      violations += leaves.count { $0.intersects(label) }
      violations += labels[..<index].count { $0.map(label.intersects) ?? false }
      for (other, route) in layout.routes.enumerated() where other != index && !route.isCurved {
        if route.segments(of: other).contains(where: { $0.runsThrough(label) }) {
          violations += 1
        }
      }
    }
  }

  private mutating func countLines(_ boxes: [Rect]) {
    for middles in [boxes.map { $0.minX + $0.maxX }, boxes.map { $0.minY + $0.maxY }] {
      lines += Set(middles).count
      nearMisses += Self.nearMisses(of: middles, limit: 2 * nearMiss)
    }
    for sides in [\Rect.minX, \.maxX, \.minY, \.maxY] {
      nearMisses += Self.nearMisses(of: boxes.map { $0[keyPath: sides] }, limit: nearMiss)
    }
  }

  private static func nearMisses(of coordinates: [Int], limit: Int) -> Int {
    let sorted = Set(coordinates).sorted()
    return zip(sorted, sorted.dropFirst()).count { $1 - $0 <= limit }
  }
}

/// A box between two others, all with their middles in one row or column of one container.
package struct Triple {
  package let axis: Axis
  /// In the order in which they follow each other along the axis.
  package let nodes: (Int, Int, Int)
  /// Before and behind the middle one.
  package let gaps: (first: Int, second: Int)
}

extension Layout {
  /// All boxes between two others, row by row, then column by column.
  package func triples(of boxes: [Int], in graph: LayoutGraph) -> [Triple] {
    Axis.allCases.flatMap { axis -> [Triple] in
      let rows = Dictionary(grouping: boxes) { node in
        let across = frames[node][axis.cross]
        return [graph.nodes[node].parent ?? -1, across.low + across.high]
      }
      return rows.sorted { $0.key.lexicographicallyPrecedes($1.key) }.flatMap { _, row in
        let row = row.sorted { (frames[$0][axis].low, $0) < (frames[$1][axis].low, $1) }
        return row.indices.dropFirst().dropLast().map { place in
          let nodes = (row[place - 1], row[place], row[place + 1])
          let spans = (frames[nodes.0][axis], frames[nodes.1][axis], frames[nodes.2][axis])
          return Triple(
            axis: axis, nodes: nodes,
            gaps: (spans.1.low - spans.0.high, spans.2.low - spans.1.high))
        }
      }
    }
  }
}

/// What is no further apart than this, but does not agree, looks like a mistake.
package let nearMiss = 6

extension Rect {

  /// Whether the straight line between two points runs through the inside.
  fileprivate func meets(_ from: Point, _ to: Point) -> Bool {
    let (dx, dy) = (to.x - from.x, to.y - from.y)
    guard max(min(from.x, to.x), minX) < min(max(from.x, to.x), maxX) || dx == 0,
      max(min(from.y, to.y), minY) < min(max(from.y, to.y), maxY) || dy == 0,
      dx != 0 || (minX < from.x && from.x < maxX), dy != 0 || (minY < from.y && from.y < maxY)
    else { return false }
    // Corners on both sides of the line.
    let sides = [(minX, minY), (maxX, minY), (minX, maxY), (maxX, maxY)].map { x, y in
      (dx * (y - from.y) - dy * (x - from.x)).signum()
    }
    return sides.contains(1) && sides.contains(-1)
  }
}
