import DiagramAlgorithms
import DiagramGraph
import DiagramModel

/// Turns an orthogonal way into a curve that stays clear of boxes.
///
/// A curve is drawn as a chain of quadratic pieces that meet in the middles between two bends, so
/// that the bends are its control points, as in draw.io. Wherever such a piece would cut a corner
/// into something, two more bends along the way hold the curve closer to the corner.
struct CurvedRoutes {
  let obstacles: Obstacles

  /// The control points of the curve, with both ends.
  func curve(along points: [Point], of edge: LayoutEdge) -> [Point] {
    guard points.count > 2 else { return points }
    let radii = points.indices.map { bend in
      bend == 0 || bend == points.count - 1 ? nil : radius(at: bend, of: points, edge)
    }
    var result = [points[0]]
    for (index, (start, end)) in zip(points, points.dropFirst()).enumerated() {
      result += bends(from: start, to: end, holding: radii[index], radii[index + 1]) + [end]
    }
    return result
  }

  /// The bends that hold a curve within `first` units of the corner `start` and within `second` of
  /// the corner `end`, nil for what needs no hold.
  private func bends(from start: Point, to end: Point, holding first: Int?, _ second: Int?)
    -> [Point]
  {
    let length = start.distance(to: end)
    let near = 2 * (first ?? 0)
    let far = length - 2 * (second ?? length)
    switch (first, second) {
    case (nil, nil): return []
    case (_?, nil): return near < length ? [start.moved(near, towards: end)] : []
    case (nil, _?): return far > 0 ? [start.moved(far, towards: end)] : []
    case (_?, _?):
      guard near < far else {
        // Too short for both: one bend in between holds them even closer.
        return [start.moved(max(1, min(length - 1, (near + far) / 2)), towards: end)]
      }
      return [start.moved(near, towards: end), start.moved(far, towards: end)]
    }
  }

  /// How close to a bend the curve has to be held; nil if it need not.
  private func radius(at bend: Int, of points: [Point], _ edge: LayoutEdge) -> Int? {
    let (before, here, after) = (points[bend - 1], points[bend], points[bend + 1])
    // Up to the next bend only half of the way is this bend's own.
    let start = bend == 1 ? before : before.moved(before.distance(to: here) / 2, towards: here)
    let end =
      bend == points.count - 2 ? after : here.moved(here.distance(to: after) / 2, towards: after)
    guard !isClear(start, here, end, edge) else { return nil }
    for radius in [80, 60, 40, 30, 20]
    where isClear(
      here.moved(radius, towards: before), here, here.moved(radius, towards: after), edge)
    {
      return radius
    }
    return 10
  }

  /// Whether a quadratic piece comes to nothing nearer than ``clearance`` or, where that is less, than its corner
  /// does.
  private func isClear(_ start: Point, _ control: Point, _ end: Point, _ edge: LayoutEdge) -> Bool {
    let steps = 16
    let points = (0...steps).map {
      Point(onCurveFrom: start, around: control, to: end, step: $0, of: steps)
    }
    let rows = Span(
      min(start.y, control.y, end.y) - clearance, max(start.y, control.y, end.y) + clearance)
    var isClear = true
    let check = { (rect: Rect) in
      guard isClear else { return }
      // A box that the corner only comes close to is none that the piece may run through.
      let room = [rect.insetBy(-clearance), rect.insetBy(1)].first { room in
        !room.isHit(from: start, to: control) && !room.isHit(from: control, to: end)
      }
      guard let room else { return }
      isClear = !zip(points, points.dropFirst()).contains { room.isHit(from: $0, to: $1) }
    }
    let shown = edge.pictures
    obstacles.forEachSolid(along: .horizontal, in: rows, for: shown) { check(obstacles.frames[$0]) }
    obstacles.forEachOpen(along: .horizontal, in: rows, for: shown) { node in
      if !obstacles.mayCross(node, source: edge.source, target: edge.target) {
        check(obstacles.frames[node])
      }
    }
    obstacles.forEachTitle(along: .horizontal, in: rows, for: shown, check)
    return isClear
  }

  /// What a curve keeps free.
  private let clearance = 4
}

extension Point {
  /// The point this many units further on the way to another, which lies along an axis.
  fileprivate func moved(_ units: Int, towards other: Point) -> Point {
    offset(x: (other.x - x).signum() * units, y: (other.y - y).signum() * units)
  }
}
