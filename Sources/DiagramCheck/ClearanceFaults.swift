import DiagramAlgorithms
package import DiagramGraph
import DiagramModel

/// Where lines and their texts come closer to something than a person would draw them, though they
/// touch nothing.
///
/// What no picture of a series shows together is not close; curves and slanted pieces do not count.
package struct ClearanceFaults: Hashable, Sendable {
  /// Pairs of a way and a box that it does not end at, with less than sixteen between them.
  package private(set) var nearBoxes = 0
  /// Pairs of a way and a container that it does not end at, along whose outline it runs at less than
  /// twelve.
  package private(set) var nearBorders = 0
  /// Pairs of a way and a title with less than twelve between them.
  package private(set) var nearTitles = 0
  /// Ways whose head has less than sixteen of straight line before it.
  package private(set) var shortHeads = 0
  /// Bends with less than twelve to a crossing with another way, once for each of these.
  package private(set) var bendsAtCrossings = 0
  /// Texts beside their own line with less than eight between them.
  package private(set) var nearTexts = 0

  /// Those that more room beside lines mends.
  package var beside: Int { nearBoxes + nearBorders + nearTitles }

  /// All of them.
  package var count: Int {
    nearBoxes + nearBorders + nearTitles + shortHeads + bendsAtCrossings + nearTexts
  }

  /// - Complexity: O(*segments* · (*nodes* + *segments*)).
  package init(_ layout: Layout, of graph: LayoutGraph) {
    let nesting = Nesting(graph)
    let ways = layout.routes.enumerated().map { edge, route in
      route.isCurved ? [] : route.segments(of: edge).filter { !$0.isSlanted && $0.length > 0 }
    }
    for (index, edge) in graph.edges.enumerated() where edge.source != edge.target {
      for (node, value) in graph.nodes.enumerated()
      where value.isOutlined && value.pictures.intersects(edge.pictures) {
        guard node != edge.source, node != edge.target else { continue }
        let frame = layout.frames[node]
        if nesting.isLeaf(node) {
          nearBoxes += ways[index].contains { $0.rect.isNear(frame, distance: 16) } ? 1 : 0
        } else {
          nearBorders += ways[index].contains { $0.runsBeside(frame, distance: 12) } ? 1 : 0
          let titles = value.titles.map { $0.rect(in: frame) }
          nearTitles += titles.count { title in
            ways[index].contains { $0.rect.isNear(title, distance: 12) }
          }
        }
      }
      let isBent = layout.routes[index].points.count > 2
      if isBent, let last = ways[index].last, last.length < 16 { shortHeads += 1 }
      if let text = layout.routes[index].label { countText(text, ways[index]) }
    }
    countCrossings(layout, graph, ways)
  }

  private mutating func countText(_ text: Rect, _ way: [LineSegment]) {
    let isOnLine = way.contains { $0.runsThrough(text) }
    if !isOnLine, way.contains(where: { $0.rect.isNear(text, distance: 8) }) { nearTexts += 1 }
  }

  private mutating func countCrossings(
    _ layout: Layout, _ graph: LayoutGraph, _ ways: [[LineSegment]]
  ) {
    for (index, edge) in graph.edges.enumerated() {
      for other in 0..<index where graph.edges[other].pictures.intersects(edge.pictures) {
        let bends = [index, other].flatMap { layout.routes[$0].points.dropFirst().dropLast() }
        for first in ways[index] {
          for second in ways[other] where first.crosses(second) {
            let crossing =
              first.isHorizontal
              ? Point(x: second.place, y: first.place) : Point(x: first.place, y: second.place)
            bendsAtCrossings += bends.count {
              max(abs($0.x - crossing.x), abs($0.y - crossing.y)) < 12
                && ($0.x == crossing.x || $0.y == crossing.y)
            }
          }
        }
      }
    }
  }
}

extension Rect {
  /// Whether another rectangle, or a line, comes closer than a distance.
  fileprivate func isNear(_ other: Rect, distance: Int) -> Bool {
    minX < other.maxX + distance && other.minX < maxX + distance
      && minY < other.maxY + distance && other.minY < maxY + distance
  }
}

extension LineSegment {
  /// Whether more than twenty units of it run beside a side of a rectangle closer than a distance.
  fileprivate func runsBeside(_ frame: Rect, distance: Int) -> Bool {
    let axis: Axis = isHorizontal ? .horizontal : .vertical
    let across = frame[axis.cross]
    return rect[axis].intersection(frame[axis]).length > 20
      && min(abs(place - across.low), abs(place - across.high)) < distance
  }
}
