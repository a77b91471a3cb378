package import DiagramGraph
import DiagramModel

/// How the ends of edges lie on the sides of boxes: a person sees at once where an arrow leaves at a
/// corner, or where two on one side are not in balance.
///
/// Ends at containers and of loops do not count, and ends of one trunk at one place are one end. An end is
/// alone, or in balance, among those that some picture of a series shows with it.
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

  /// An end on a side of a box.
  private struct End {
    let node: Int
    let side: Side
    let place: Int
    /// A number for each trunk, and for each edge without one.
    let trunk: Int
    let pictures: PictureSet

    /// In the order of boxes, sides and places.
    var order: (Int, Int, Int, Int) { (node, side.rawValue, place, trunk) }
  }

  /// For each side the ends that are seen together, once for each set of pictures that shows an end
  /// there.
  private static func sides(_ layout: Layout, of graph: LayoutGraph) -> [Crowd] {
    var sides: [[End]] = []
    for end in ends(layout, of: graph).sorted(by: { $0.order < $1.order }) {
      if let last = sides.last?.last, last.node == end.node, last.side == end.side {
        sides[sides.count - 1].append(end)
      } else {
        sides.append([end])
      }
    }
    return sides.flatMap { side in
      let shown = side.map(\.pictures).reduce(into: [PictureSet]()) { sets, pictures in
        if !sets.contains(pictures) { sets.append(pictures) }
      }
      return shown.map { pictures in
        crowd(of: side.filter { $0.pictures.intersects(pictures) }, layout)
      }
    }
  }

  private static func ends(_ layout: Layout, of graph: LayoutGraph) -> [End] {
    let nesting = Nesting(graph)
    var ends: [End] = []
    for (index, edge) in graph.edges.enumerated() where edge.source != edge.target {
      let points = layout.routes[index].points
      guard points.count > 1 else { continue }
      for (node, point, next) in [
        (edge.source, points[0], points[1]),
        (edge.target, points[points.count - 1], points[points.count - 2]),
      ] where nesting.isLeaf(node) {
        guard let side = layout.frames[node].side(at: point, towards: next) else { continue }
        ends.append(
          End(
            node: node, side: side, place: point[side.axis.cross],
            trunk: edge.trunk ?? -1 - index, pictures: edge.pictures))
      }
    }
    return ends
  }

  /// The ends on one side, without those that lie where another of their trunk does.
  private static func crowd(of ends: [End], _ layout: Layout) -> Crowd {
    let frame = layout.frames[ends[0].node]
    let isUpright = ends[0].side == .left || ends[0].side == .right
    let places = ends.indices.filter { index in
      index == 0 || ends[index].trunk != ends[index - 1].trunk
        || ends[index].place != ends[index - 1].place
    }
    return Crowd(
      span: isUpright ? frame.minY...frame.maxY : frame.minX...frame.maxX,
      places: places.map { ends[$0].place })
  }
}
