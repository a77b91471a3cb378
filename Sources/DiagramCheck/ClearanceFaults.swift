import DiagramAlgorithms
package import DiagramGraph
import DiagramModel

/// Where lines and their texts come closer to something than a person would draw them, though they
/// touch nothing.
///
/// What no picture of a series shows together is not close; curves and slanted pieces do not count. Each
/// count looks at the drawing when it is asked for.
package struct ClearanceFaults {
  private let layout: Layout
  private let graph: LayoutGraph
  private let nesting: Nesting
  /// The pieces of each way that run along an axis.
  private let ways: [[LineSegment]]
  private let spacing = Spacing()

  /// - Complexity: O(*segments*).
  package init(_ layout: Layout, of graph: LayoutGraph) {
    (self.layout, self.graph, nesting) = (layout, graph, Nesting(graph))
    ways = layout.routes.enumerated().map { edge, route in
      route.isCurved ? [] : route.segments(of: edge).filter { !$0.isSlanted && $0.length > 0 }
    }
  }

  /// What more room beside lines mends: near boxes, outlines and titles.
  ///
  /// - Complexity: O(*segments* · *nodes*).
  package var beside: Int { nearBoxes + nearBorders + nearTitles + shortInside }

  /// All of them.
  ///
  /// - Complexity: O(*segments* · (*nodes* + *segments*)).
  package var count: Int { beside + shortHeads + bendsAtCrossings + nearTexts }
}

// MARK: - Beside boxes

extension ClearanceFaults {
  /// Pairs of a way and a box that it does not end at, with less than sixteen between them.
  package var nearBoxes: Int {
    sum { way, node, frame, half in
      nesting.isLeaf(node) && way.contains { $0.isNear(frame, spacing.roomBesideEdges + half) }
        ? 1 : 0
    }
  }

  /// Pairs of a way and a container that it does not end at, along whose outline it runs at less than
  /// twelve.
  package var nearBorders: Int {
    sum { way, node, frame, half in
      !nesting.isLeaf(node) && way.contains { $0.runsBeside(frame, spacing.edgeToBorder + half) }
        ? 1 : 0
    }
  }

  /// Pairs of a way and a title with less than twelve between them.
  package var nearTitles: Int {
    sum { way, node, frame, half in
      guard !nesting.isLeaf(node) else { return 0 }
      return graph.nodes[node].titles.count { title in
        way.contains { $0.isNear(title.rect(in: frame), spacing.edgeToBorder + half) }
      }
    }
  }

  /// What is counted for all pairs of a way and a node with an outline that it does not end at; `half` is how far
  /// its line reaches to both sides.
  private func sum(
    _ count: (_ way: [LineSegment], _ node: Int, _ frame: Rect, _ half: Int) -> Int
  ) -> Int {
    var sum = 0
    for (index, edge) in graph.edges.enumerated() {
      for (node, value) in graph.nodes.enumerated()
      where value.isOutlined && node != edge.source && node != edge.target
        && value.pictures.intersects(edge.pictures)
      {
        sum += count(ways[index], node, layout.frames[node], edge.halfWidth)
      }
    }
    return sum
  }
}

// MARK: - Along a way

extension ClearanceFaults {
  /// What is straight before a head at least, and what a bend keeps from a crossing.
  private static let (leastHead, leastToCrossing) = (16, 12)

  /// The edges between two nodes.
  private var edges: [Int] {
    graph.edges.indices.filter { graph.edges[$0].source != graph.edges[$0].target }
  }

  /// Ways whose head has less than sixteen of straight line before it.
  package var shortHeads: Int {
    edges.count { edge in
      layout.routes[edge].points.count > 2
        && (ways[edge].last.map { $0.length < Self.leastHead } ?? false)
    }
  }

  /// Straight ways between a box and a container around it that are too short to be seen as arrows.
  package var shortInside: Int {
    edges.count { edge in
      let (source, target) = (graph.edges[edge].source, graph.edges[edge].target)
      return (nesting.isAncestor(source, of: target) || nesting.isAncestor(target, of: source))
        && layout.routes[edge].points.count == 2
        && (ways[edge].first.map { $0.length < spacing.shortestArrow } ?? false)
    }
  }

  /// Texts beside their own line with less than eight between them.
  package var nearTexts: Int {
    edges.count { edge in
      guard let text = layout.routes[edge].label else { return false }
      return !ways[edge].contains { $0.runsThrough(text) }
        && ways[edge].contains { $0.isNear(text, spacing.roomyText + graph.edges[edge].halfWidth) }
    }
  }

  /// Bends with less than twelve to a crossing with another way, once for each of these.
  package var bendsAtCrossings: Int {
    graph.edges.indices.reduce(0) { sum, index in
      (0..<index).reduce(sum) { sum, other in
        guard graph.edges[other].pictures.intersects(graph.edges[index].pictures) else {
          return sum
        }
        let bends = [index, other].flatMap { layout.routes[$0].points.dropFirst().dropLast() }
        return crossings(of: ways[index], and: ways[other]).reduce(sum) { sum, crossing in
          sum
            + bends.count {
              max(abs($0.x - crossing.x), abs($0.y - crossing.y)) < Self.leastToCrossing
                && ($0.x == crossing.x || $0.y == crossing.y)
            }
        }
      }
    }
  }

  private func crossings(of way: [LineSegment], and other: [LineSegment]) -> [Point] {
    way.flatMap { first in
      other.filter { first.crosses($0) }.map { second in
        first.isHorizontal
          ? Point(x: second.place, y: first.place) : Point(x: first.place, y: second.place)
      }
    }
  }
}

extension LineSegment {
  /// Whether it comes closer to a rectangle than a distance.
  fileprivate func isNear(_ frame: Rect, _ distance: Int) -> Bool {
    rect.insetBy(-distance).intersects(frame)
  }

  /// Whether more than twenty units of it run beside a side of a rectangle closer than a distance.
  fileprivate func runsBeside(_ frame: Rect, _ distance: Int) -> Bool {
    let axis: Axis = isHorizontal ? .horizontal : .vertical
    let across = frame[axis.cross]
    return rect[axis].intersection(frame[axis]).length > 20
      && min(abs(place - across.low), abs(place - across.high)) < distance
  }
}
