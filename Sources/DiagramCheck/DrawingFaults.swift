import DiagramAlgorithms
package import DiagramGraph
package import DiagramModel

/// What a drawing has that no drawing should have, and how its boxes lie in lines.
package struct DrawingFaults: Hashable {
  private(set) var violations = 0
  /// Pairs of neighbouring middles, or sides of one kind, that almost agree.
  private(set) var nearMisses = 0
  /// How much longer the ways of edges are, taken together, than from middle to middle along the axes.
  private(set) var detour = 0
  /// How many different coordinates the middles of the boxes have.
  private(set) var lines = 0
  /// How often a gap in a row or column of one container differs from the one before it.
  private(set) var unevenGaps = 0

  package init() {}

  init(_ layout: Layout, of graph: LayoutGraph) {
    let check = Check(layout, of: graph)
    for (index, edge) in graph.edges.enumerated() {
      violations += check.touched(byTextOf: index).count(where: check.isViolation)
      guard edge.source != edge.target else { continue }
      violations += check.boxes(onWayOf: index).count(where: check.isViolation)
      detour += layout.detour(of: index, edge)
    }
    violations += check.boxesOnBoxes.count(where: check.isViolation)
    // What lies on others lies where its author wants it.
    let arranged = check.boxes.filter { graph.nodes[$0].on == nil }
    countLines(arranged.map { layout.frames[$0] })
    unevenGaps = layout.triples(of: arranged, in: graph).count {
      $0.gaps.first != $0.gaps.second
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

extension Check {
  /// Whether a finding is one that no drawing may have; curves, and ways that come into what their
  /// ends hold, may lie on other things.
  fileprivate func isViolation(_ finding: Finding) -> Bool {
    let (item, other) = (finding.item.index, finding.other.index)
    return switch finding.rule {
    case .boxOnBox, .textOnBox: true
    case .wayThroughBox:
      !layout.routes[item].isCurved && !isRelated(other, toEndOf: graph.edges[item])
    // Two texts are found from both sides.
    case .textOnText: other < item
    case .textOnWay: other != item && !layout.routes[other].isCurved
    case .wayAlongWay, .textOnOutline, .textOnTitle, .textMissing, .wayOnLine, .wayOnTitle,
      .overlayOnBox, .overlayOnText, .overlayOnOverlay, .overlayOnWay:
      false
    }
  }

  private func isRelated(_ box: Int, toEndOf edge: LayoutEdge) -> Bool {
    nesting.areRelated(box, edge.source) || nesting.areRelated(box, edge.target)
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
  /// How much longer the way of an edge is than from middle to middle of its ends along the axes.
  fileprivate func detour(of index: Int, _ edge: LayoutEdge) -> Int {
    let (from, to) = (frames[edge.source].center, frames[edge.target].center)
    let length = routes[index].segments(of: index).reduce(0) { $0 + $1.length }
    return max(length - abs(to.x - from.x) - abs(to.y - from.y), 0)
  }

  /// All boxes between two others, row by row, then column by column.
  package func triples(of boxes: [Int], in graph: LayoutGraph) -> [Triple] {
    Axis.allCases.flatMap { axis -> [Triple] in
      // Row by row, and along each.
      let sorted = boxes.map { node -> (row: (parent: Int, across: Int), low: Int, node: Int) in
        let across = frames[node][axis.cross]
        return (
          (graph.nodes[node].parent ?? -1, across.low + across.high), frames[node][axis].low, node
        )
      }.sorted {
        ($0.row.parent, $0.row.across, $0.low, $0.node) < (
          $1.row.parent, $1.row.across, $1.low, $1.node
        )
      }
      return sorted.indices.dropFirst().dropLast().compactMap { place in
        let (before, middle, after) = (sorted[place - 1], sorted[place], sorted[place + 1])
        guard before.row == middle.row, middle.row == after.row else { return nil }
        let spans = (frames[before.node][axis], frames[middle.node][axis], frames[after.node][axis])
        return Triple(
          axis: axis, nodes: (before.node, middle.node, after.node),
          gaps: (spans.1.low - spans.0.high, spans.2.low - spans.1.high))
      }
    }
  }
}

/// What is no further apart than this, but does not agree, looks like a mistake.
package let nearMiss = 6
