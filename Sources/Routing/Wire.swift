import DiagramAlgorithms
import DiagramGraph
import DiagramModel

/// The way of an edge along the axes, in a form that cannot have a slanted piece.
///
///     start ──segment 0──┐ places[0] is its y
///                        │ segment 1; places[1] is its x
///                        └──segment 2── end; places[2] is its y
struct Wire: Hashable, Sendable {
  let edge: Int
  /// The axis of the segments 0, 2, 4 …; the others run along the other axis.
  let firstAxis: Axis
  /// Where the source end lies along the first segment.
  var start: Int
  /// Where each segment lies across its own axis.
  var places: [Int]
  /// Where the target end lies along the last segment.
  var end: Int
  let sourceSide: Side
  let targetSide: Side
  /// Where a wire of one segment may lie across its axis; what it is bound to if it has more.
  var slack: Span?
  /// Whether all of it stays where it is.
  var isFixed = false

  var last: Int { places.count - 1 }

  /// Where the wire of an edge ends: at its source first, then at its target.
  func sides(of edge: LayoutEdge) -> [SideOfNode] {
    [
      SideOfNode(node: edge.source, side: sourceSide),
      SideOfNode(node: edge.target, side: targetSide),
    ]
  }

  func axis(of segment: Int) -> Axis { segment.isMultiple(of: 2) ? firstAxis : firstAxis.cross }

  /// Where a segment begins along its axis, seen from the source.
  func from(_ segment: Int) -> Int { segment == 0 ? start : places[segment - 1] }

  /// Where a segment ends along its axis, seen from the source.
  func to(_ segment: Int) -> Int { segment == last ? end : places[segment + 1] }

  /// What a segment covers of its axis.
  func span(of segment: Int) -> Span { Span(between: from(segment), and: to(segment)) }

  /// All corners from the source to the target, with both ends.
  var points: [Point] {
    [Point(start, places[0], along: firstAxis)]
      + places.indices.map { Point(to($0), places[$0], along: axis(of: $0)) }
  }
}

extension Wire {
  /// A wire through points that follow each other along the axes; points in the middle of a
  /// straight piece are left out.
  ///
  /// - Precondition: there are two different points at least.
  init(edge: Int, through points: [Point], sourceSide: Side, targetSide: Side) {
    let corners = points.withoutStraightCorners
    precondition(corners.count >= 2, "a wire needs two different points")
    let firstAxis: Axis = corners[0].y == corners[1].y ? .horizontal : .vertical
    self.init(
      edge: edge, firstAxis: firstAxis, start: corners[0][firstAxis],
      places: corners.indices.dropLast().map {
        corners[$0][($0.isMultiple(of: 2) ? firstAxis : firstAxis.cross).cross]
      },
      end: corners[corners.count - 1][
        corners.count.isMultiple(of: 2) ? firstAxis : firstAxis.cross],
      sourceSide: sourceSide, targetSide: targetSide)
  }

  /// The wire of a way that stays as it is; nil if it is none that runs along the axes.
  ///
  /// - Parameters:
  ///   - edge: the index of its edge.
  ///   - route: its way.
  ///   - isInward: whether it leaves its source, and its target, on the inside.
  init?(fixing edge: Int, at route: Route, isInward: (source: Bool, target: Bool)) {
    let points = route.points.withoutStraightCorners
    guard !route.isCurved, points.count > 1,
      zip(points, points.dropFirst()).allSatisfy({ $0.x == $1.x || $0.y == $1.y })
    else { return nil }
    let (start, end) = (
      Side(from: points[0], to: points[1]),
      Side(from: points[points.count - 1], to: points[points.count - 2])
    )
    self.init(
      edge: edge, through: points, sourceSide: isInward.source ? start.opposite : start,
      targetSide: isInward.target ? end.opposite : end)
    isFixed = true
  }
}

extension Side {
  /// The side of the first of two points, in line along an axis, that the second lies on.
  init(from first: Point, to second: Point) {
    let axis: Axis = first.y == second.y ? .horizontal : .vertical
    self.init(axis, isForward: first[axis] < second[axis])
  }
}
