import DiagramGraph
import DiagramModel

/// Where on its line the number of an arrow lies: in the middle of the longest piece where no other line
/// and no box is in the way, the same in all pictures that show that place.
struct BadgePlace {
  let point: Point

  init(on index: Int, of placed: PlacedSeries, in picture: Int) {
    let (route, shown) = (placed.layout.routes[index], placed.route(of: index, in: picture))
    let (others, leaves) = (placed.lines(besides: index), placed.leafFrames)
    let labels = placed.layout.routes.compactMap(\.label)
    let candidates =
      shown == route
      ? Self.candidates(on: route)
      : Self.candidates(on: route).filter { shown.pieces.holds($0) } + Self.candidates(on: shown)
    let room = IconMetrics.badge / 2 + 3
    point =
      candidates.first { place in
        let around = Rect(x: place.x, y: place.y, width: 0, height: 0).insetBy(-room)
        return !others.contains { $0.intersects(around) }
          && !(leaves + labels).contains { $0.intersects(around) }
      } ?? candidates.first ?? Point(x: 0, y: 0)
  }

  /// Places on a way, the best first: the middles of its pieces, the longest first, then other places.
  private static func candidates(on route: Route) -> [Point] {
    if route.isCurved, route.points.count > 2 { return curveMiddles(of: route.points) }
    let pieces = zip(route.points, route.points.dropFirst()).enumerated().sorted { one, other in
      let lengths = (length(one.element), length(other.element))
      return lengths.0 == lengths.1 ? one.offset < other.offset : lengths.0 > lengths.1
    }.map(\.element)
    return [(1, 2), (1, 3), (2, 3), (1, 4), (3, 4)].flatMap { share, of in
      pieces.map { from, to in
        Point(x: from.x + (to.x - from.x) * share / of, y: from.y + (to.y - from.y) * share / of)
      }
    }
  }

  /// A curve runs through the middles between two of its bends.
  private static func curveMiddles(of points: [Point]) -> [Point] {
    let bends = Array(points.dropFirst().dropLast())
    guard bends.count > 1 else {
      let (start, bend, end) = (points[0], points[1], points[2])
      return [Point(x: (start.x + 2 * bend.x + end.x) / 4, y: (start.y + 2 * bend.y + end.y) / 4)]
    }
    let middles = zip(bends, bends.dropFirst()).map { first, second in
      Point(x: (first.x + second.x) / 2, y: (first.y + second.y) / 2)
    }
    return Array(middles[(middles.count / 2)...] + middles[..<(middles.count / 2)])
  }

  private static func length(_ piece: (Point, Point)) -> Int {
    abs(piece.0.x - piece.1.x) + abs(piece.0.y - piece.1.y)
  }
}

extension [Rect] {
  /// Whether a point lies on one of them.
  fileprivate func holds(_ point: Point) -> Bool { contains { $0.contains(point) } }
}

extension PlacedSeries {
  /// The pieces of all arrows but one, a unit wide at least, so that they meet what lies on them.
  func lines(besides index: Int) -> [Rect] {
    layout.routes.indices.filter { $0 != index }.flatMap { layout.routes[$0].pieces }
      .map { $0.insetBy(-1) }
  }

  /// The frames of all boxes that hold no others.
  var leafFrames: [Rect] {
    layout.frames.indices.filter { item in
      !measured.isContainer(item) && !measured.resolved.items[item].id.isEmpty
    }.map { layout.frames[$0] }
  }
}
