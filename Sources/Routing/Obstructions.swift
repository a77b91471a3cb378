import DiagramAlgorithms
import DiagramGraph
import DiagramModel

/// What stands in the way of a straight line of an edge.
struct Obstructions {
  let obstacles: Obstacles
  let edge: LayoutEdge

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

  /// The boxes at both ends, but not one that is around the other.
  private var ownFrames: [Rect] {
    [(edge.source, edge.target), (edge.target, edge.source)]
      .filter { !obstacles.isAncestor($0, of: $1) }.map { obstacles.frames[$0.0] }
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
}

extension Point {
  /// The length of the straight line to another point, in whole units.
  func distance(to other: Point) -> Int {
    let (dx, dy) = (Double(other.x - x), Double(other.y - y))
    return Int((dx * dx + dy * dy).squareRoot())
  }
}
