package import DiagramGraph
import DiagramModel

/// What a designer sees in a drawing beside crossings and bends, counted without the engine's own
/// check. Ends at leaves count; loops do not.
package struct Look: Hashable, Sendable {
  /// Ends that are alone on their side, and those of them off its middle.
  package var lone = 0
  package var loneOff = 0
  /// All ends; those outside the middle three fifths of their side; those closer than 8 to the next.
  package var ends = 0
  package var outside = 0
  package var tight = 0
  /// Sides with several ends, and those whose ends are not symmetric.
  package var crowded = 0
  package var skew = 0
  /// Ends at containers closer than 12 to a corner.
  package var corners = 0
  /// Leaves that are equal in all but their name, and those that lie neither in a row nor a column.
  package var twins = 0
  package var unlike = 0
  /// Edges between boxes beside each other, and those along the main direction.
  package var directed = 0
  package var along = 0
  /// Bends next to the end that an edge leads to, and those closer than 16 to it, where a head has no
  /// line left before it.
  package var lastBends = 0
  package var squeezed = 0
  /// Drawings, and those between 1 : 2.5 and 2.5 : 1.
  package var drawings = 0
  package var shaped = 0

  package init() {}

  package init(_ layout: Layout, of graph: LayoutGraph) {
    drawings = 1
    let size = layout.bounds?.size ?? .zero
    shaped = 2 * size.width <= 5 * size.height && 2 * size.height <= 5 * size.width ? 1 : 0
    countEnds(layout, graph)
    countTwins(layout, graph)
    countDirections(layout, graph)
    countHeads(layout, graph)
  }

  package static func + (one: Look, other: Look) -> Look {
    var sum = one
    for count in counts { sum[keyPath: count] += other[keyPath: count] }
    return sum
  }

  private static var counts: [WritableKeyPath<Look, Int>] {
    [
      \.lone, \.loneOff, \.ends, \.outside, \.tight, \.crowded, \.skew, \.corners, \.twins,
      \.unlike, \.lastBends, \.squeezed, \.directed, \.along, \.drawings, \.shaped,
    ]
  }

  private mutating func countEnds(_ layout: Layout, _ graph: LayoutGraph) {
    let nesting = Nesting(graph)
    var sides: [[Int]: [Int]] = [:]
    for (edge, route) in zip(graph.edges, layout.routes) where edge.source != edge.target {
      guard let start = route.points.first, let end = route.points.last else { continue }
      for (node, point) in [(edge.source, start), (edge.target, end)] {
        let frame = layout.frames[node]
        let side = frame.side(at: point)
        let place = side.isVertical ? point.y - frame.minY : point.x - frame.minX
        guard nesting.isLeaf(node) else {
          let length = side.isVertical ? frame.size.height : frame.size.width
          corners += min(place, length - place) < 12 ? 1 : 0
          continue
        }
        sides[[node, side.number], default: []].append(place)
      }
    }
    for (key, places) in sides {
      let size = layout.frames[key[0]].size
      count(places.sorted(), along: key[1] < 2 ? size.height : size.width)
    }
  }

  private mutating func count(_ places: [Int], along length: Int) {
    ends += places.count
    outside += places.count { 5 * $0 < length || 5 * $0 > 4 * length }
    tight += zip(places, places.dropFirst()).count { $1 - $0 < 8 }
    guard places.count > 1 else {
      lone += 1
      loneOff += abs(2 * places[0] - length) > 4 ? 1 : 0
      return
    }
    crowded += 1
    skew += zip(places, places.reversed()).contains { abs($0 + $1 - length) * 10 > length } ? 1 : 0
  }

  private mutating func countTwins(_ layout: Layout, _ graph: LayoutGraph) {
    let nesting = Nesting(graph)
    var groups: [[Int]: [Int]] = [:]
    for (node, value) in graph.nodes.enumerated() where nesting.isLeaf(node) {
      let into = Set(graph.edges.filter { $0.target == node }.map(\.source)).sorted()
      let out = Set(graph.edges.filter { $0.source == node }.map(\.target)).sorted()
      guard !(into + out).isEmpty else { continue }
      let key = [value.parent ?? -1, value.minimumSize.width, value.minimumSize.height]
      groups[key + into + [-1] + out, default: []].append(node)
    }
    for group in groups.values where group.count > 1 {
      twins += group.count
      let centers = group.map { layout.frames[$0].center }
      let isLine = Set(centers.map(\.x)).count == 1 || Set(centers.map(\.y)).count == 1
      unlike += isLine ? 0 : group.count
    }
  }

  private mutating func countHeads(_ layout: Layout, _ graph: LayoutGraph) {
    for (edge, route) in zip(graph.edges, layout.routes) where edge.source != edge.target {
      guard route.points.count > 2, let end = route.points.last else { continue }
      let bend = route.points[route.points.count - 2]
      lastBends += 1
      squeezed += abs(end.x - bend.x) + abs(end.y - bend.y) < 16 ? 1 : 0
    }
  }

  private mutating func countDirections(_ layout: Layout, _ graph: LayoutGraph) {
    let nesting = Nesting(graph)
    let ends = graph.edges.filter { !nesting.areRelated($0.source, $0.target) }
      .map { (layout.frames[$0.source], layout.frames[$0.target]) }
    directed = ends.count
    along = max(
      ends.count { $1.minX >= $0.maxX - 1 }, ends.count { $1.minY >= $0.maxY - 1 })
  }
}

extension Rect {
  /// The side that a point of the outline lies on: left 0, right 1, top 2, bottom 3.
  fileprivate func side(at point: Point) -> (number: Int, isVertical: Bool) {
    let distances = [
      abs(point.x - minX), abs(point.x - maxX), abs(point.y - minY), abs(point.y - maxY),
    ]
    let number = distances.indices.min { distances[$0] < distances[$1] } ?? 0
    return (number, number < 2)
  }
}
