import DiagramAlgorithms
import DiagramGraph
import DiagramModel

/// Finds the shortest ways of few straight pieces around boxes, like a taut string.
///
/// The pieces run between the corners of what stands in the way, at some distance from them.
///
/// > Source: Lozano-Pérez, Wesley, An algorithm for planning collision-free paths among polyhedral
/// > obstacles, 1979.
struct TautWay {
  let obstacles: Obstacles
  let edge: LayoutEdge
  /// How far the bends stay away from corners.
  let margin: Int
  /// What a bend costs, as a length.
  let bendCost: Int

  /// The cheapest way from one of some points to one of others; nil if there is none.
  ///
  /// - Complexity: O(*corners*² × boxes near a piece) at most.
  func way(from sources: [Point], to targets: [Point]) -> [Point]? {
    let points = sources + targets + corners
    let goals = sources.count..<sources.count + targets.count
    var costs: [Int?] = points.map { _ in nil }
    var parents: [Int?] = points.map { _ in nil }
    var isDone = points.map { _ in false }
    var queue = Heap()
    for source in sources.indices {
      costs[source] = 0
      queue.insert(source, key: 0)
    }
    while let (here, _) = queue.popFirst() {
      guard !isDone[here], let cost = costs[here] else { continue }
      isDone[here] = true
      if goals.contains(here) {
        return sequence(first: here) { parents[$0] }.map { points[$0] }.reversed()
      }
      for next in points.indices where !isDone[next] {
        let total =
          cost + points[here].distance(to: points[next]) + (goals.contains(next) ? 0 : bendCost)
        guard total < costs[next] ?? Int.max, isFree(points[here], points[next])
        else { continue }
        costs[next] = total
        parents[next] = here
        queue.insert(next, key: total)
      }
    }
    return nil
  }

  /// How many boxes, containers and titles a straight piece runs through, or past at no more than
  /// `distance`; its own boxes only where it runs through them or along a side.
  func hits(_ start: Point, _ end: Point, within distance: Int = 2) -> Int {
    var hit: Set<Rect> = []
    forEachObstacle(in: Span(between: start.y, and: end.y).widened(by: distance)) { rect in
      if rect.insetBy(-distance).isHit(from: start, to: end) { hit.insert(rect) }
    }
    hit.formUnion(ownFrames.filter { $0.isEntered(from: start, to: end) })
    return hit.count
  }

  /// Whether a straight piece hits nothing.
  private func isFree(_ start: Point, _ end: Point) -> Bool {
    guard start != end, !ownFrames.contains(where: { $0.isEntered(from: start, to: end) })
    else { return false }
    var isFree = true
    forEachObstacle(in: Span(between: start.y, and: end.y).widened(by: 2)) { rect in
      isFree = isFree && !rect.insetBy(-2).isHit(from: start, to: end)
    }
    return isFree
  }

  /// The boxes at both ends, but not one that is around the other.
  private var ownFrames: [Rect] {
    [(edge.source, edge.target), (edge.target, edge.source)]
      .filter { !obstacles.isAncestor($0, of: $1) }.map { obstacles.frames[$0.0] }
  }

  /// The corners of everything that stands in the way, where nothing else is.
  private var corners: [Point] {
    var rects: [Rect] = []
    forEachObstacle(in: obstacles.bounds[.vertical]) { if !rects.contains($0) { rects.append($0) } }
    for node in [edge.source, edge.target] where !rects.contains(obstacles.frames[node]) {
      rects.append(obstacles.frames[node])
    }
    return rects.flatMap { $0.insetBy(-margin).corners }.filter { hits($0, $0) == 0 }
  }

  /// Calls `body` with all that the edge must not run through within some rows; things may come more
  /// than once.
  private func forEachObstacle(in rows: Span, _ body: (Rect) -> Void) {
    let shown = edge.pictures
    obstacles.forEachSolid(along: .horizontal, in: rows, for: shown) { node in
      if node != edge.source, node != edge.target { body(obstacles.frames[node]) }
    }
    obstacles.forEachOpen(along: .horizontal, in: rows, for: shown) { node in
      guard node != edge.source, node != edge.target,
        !obstacles.mayCross(node, source: edge.source, target: edge.target)
      else { return }
      body(obstacles.frames[node])
    }
    obstacles.forEachTitle(along: .horizontal, in: rows, for: shown, body)
  }
}

extension Rect {
  /// Whether a straight line runs through the inside or along a side, not only to or from the outline.
  fileprivate func isEntered(from start: Point, to end: Point) -> Bool {
    isHit(from: start, to: end) && !isLeft(from: start, to: end) && !isLeft(from: end, to: start)
  }

  /// Whether a line that begins on the outline leads away from it.
  private func isLeft(from start: Point, to end: Point) -> Bool {
    guard contains(start) else { return false }
    return (start.x == minX && end.x < minX) || (start.x == maxX && end.x > maxX)
      || (start.y == minY && end.y < minY) || (start.y == maxY && end.y > maxY)
  }

  /// Clockwise from the top left.
  var corners: [Point] {
    [
      Point(x: minX, y: minY), Point(x: maxX, y: minY), Point(x: maxX, y: maxY),
      Point(x: minX, y: maxY),
    ]
  }
}

extension Point {
  /// The length of the straight line to another point, in whole units.
  func distance(to other: Point) -> Int {
    let (dx, dy) = (Double(other.x - x), Double(other.y - y))
    return Int((dx * dx + dy * dy).squareRoot())
  }
}
