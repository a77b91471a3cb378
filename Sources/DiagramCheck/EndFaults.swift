package import DiagramGraph
import DiagramModel

/// How the ends of edges lie on the sides of boxes: a person sees at once where an arrow leaves at a
/// corner, or where two on one side are not in balance.
///
/// Ends at containers and of loops do not count, and ends of one trunk at one place are one end.
package struct EndFaults: Hashable, Sendable {
  /// Ends that are alone on their side and not in its middle.
  package private(set) var offCentre = 0
  /// Ends outside of the middle three fifths of their side.
  package private(set) var atEdge = 0
  /// Sides with several ends that do not lie symmetrically.
  package private(set) var skew = 0

  /// All of them.
  package var count: Int { offCentre + atEdge + skew }

  /// - Complexity: O(*edges* log *edges*).
  package init(_ layout: Layout, of graph: LayoutGraph) {
    for side in Self.sides(layout, of: graph) { add(side) }
  }

  /// The ends on one side of a box, along the side.
  private struct Crowd {
    let span: ClosedRange<Int>
    var places: [Int]
  }

  private mutating func add(_ crowd: Crowd) {
    let (low, length) = (crowd.span.lowerBound, crowd.span.upperBound - crowd.span.lowerBound)
    atEdge += crowd.places.count { 5 * ($0 - low) < length || 5 * ($0 - low) > 4 * length }
    // Twice the distance from the middle, so that it is whole.
    let offsets = crowd.places.map { 2 * ($0 - low) - length }
    if offsets.count == 1 {
      offCentre += abs(offsets[0]) > 4 ? 1 : 0
    } else {
      let isSkew = zip(offsets, offsets.reversed()).contains { abs($0 + $1) * 5 > length }
      skew += isSkew ? 1 : 0
    }
  }

  private static func sides(_ layout: Layout, of graph: LayoutGraph) -> [Crowd] {
    let nesting = Nesting(graph)
    var ends: [(node: Int, side: Int, place: Int, trunk: Int)] = []
    for (index, edge) in graph.edges.enumerated() where edge.source != edge.target {
      let points = layout.routes[index].points
      guard points.count > 1 else { continue }
      for (node, point, next) in [
        (edge.source, points[0], points[1]),
        (edge.target, points[points.count - 1], points[points.count - 2]),
      ] where nesting.isLeaf(node) {
        guard let side = layout.frames[node].side(at: point, towards: next) else { continue }
        ends.append((node, side.rawValue, point[side.axis.cross], edge.trunk ?? -1 - index))
      }
    }
    ends.sort {
      ($0.node, $0.side, $0.place, $0.trunk) < ($1.node, $1.side, $1.place, $1.trunk)
    }
    var crowds: [Crowd] = []
    for (index, end) in ends.enumerated() {
      let last = index > 0 ? ends[index - 1] : nil
      if let last, last.node == end.node, last.side == end.side {
        if last.trunk == end.trunk, last.place == end.place { continue }
        crowds[crowds.count - 1].places.append(end.place)
      } else {
        let frame = layout.frames[end.node]
        let isUpright = end.side == Side.left.rawValue || end.side == Side.right.rawValue
        crowds.append(
          Crowd(
            span: isUpright ? frame.minY...frame.maxY : frame.minX...frame.maxX,
            places: [end.place]))
      }
    }
    return crowds
  }
}
