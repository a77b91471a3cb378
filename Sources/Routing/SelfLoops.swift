import DiagramAlgorithms
import DiagramCheck
import DiagramGraph
import DiagramModel

/// Draws the edges from a node to itself that have no way yet: a loop around a corner, or on the side they are bound to.
///
/// Of all corners the one is chosen whose loop touches the fewest boxes and ways and leaves room for
/// its text; several loops of a node take different corners. Where there is little room a loop is drawn
/// smaller.
///
/// - Returns: pairs of an edge and its route.
func selfLoops(
  _ graph: LayoutGraph, _ obstacles: Obstacles, around routes: [Route], _ spacing: RoutingSpacing
) -> [(edge: Int, route: Route)] {
  var drawn = routes
  var texts: [Rect] = []
  var result: [(edge: Int, route: Route)] = []
  for (index, edge) in graph.edges.enumerated()
  where edge.source == edge.target && routes[index].points.isEmpty {
    let frame = obstacles.frames[edge.source]
    var best: (loop: [Point], text: Rect?, cost: Int) = ([], nil, Int.max)
    for (reach, base) in [(spacing.end, 0), (spacing.end * 7 / 10, 50)] {
      for loop in loops(around: frame, edge, reach: reach + edge.gap) {
        var cost =
          base + obstacles.hits(of: loop, edge) * 1000
          + conflicts(of: loop, index, graph, drawn, spacing)
        guard cost < best.cost else { continue }
        var text: Rect?
        if let size = edge.labelSize {
          text = spots(for: size, beside: loop, around: frame, spacing).first { spot in
            !texts.contains(where: spot.intersects)
              && isFree(spot, index, graph, obstacles, drawn, spacing)
          }
          if text == nil { cost += 80 }
        }
        if cost < best.cost { best = (loop, text, cost) }
      }
    }
    let route = Route(points: best.loop)
    drawn[index] = route
    texts += best.text.map { [$0] } ?? []
    result.append((index, route))
  }
  return result
}

/// Where a text may stand outside of a loop.
private func spots(
  for size: Size, beside loop: [Point], around frame: Rect, _ spacing: RoutingSpacing
) -> [Rect] {
  zip(loop, loop.dropFirst()).compactMap { start, end in
    let middle = Rect(from: start, to: end).center
    let spots = TextSpots(for: size, from: start, to: end, gap: spacing.labelRoom).spots(0)
    return spots.first { spot in
      guard let side = spot.side else { return false }
      let place = frame.place(of: side)
      return side.isForward ? middle[side.axis] > place : middle[side.axis] < place
    }?.rect
  }
}

/// Whether a text would touch no box, outline, title or way, and lie in the container of its box.
private func isFree(
  _ text: Rect, _ index: Int, _ graph: LayoutGraph, _ obstacles: Obstacles, _ routes: [Route],
  _ spacing: RoutingSpacing
) -> Bool {
  let wide = text.insetBy(-spacing.label)
  let container = graph.container(around: graph.edges[index].source)
  var isFree = container.map { obstacles.frames[$0].contains(wide) } ?? true
  let shown = graph.edges[index].pictures
  obstacles.forEachSolid(in: wide, for: shown) { node in
    if obstacles.frames[node].intersects(wide) { isFree = false }
  }
  obstacles.forEachOpen(in: wide, for: shown) { node in
    let frame = obstacles.frames[node]
    if frame.intersects(wide), !frame.contains(wide) { isFree = false }
  }
  obstacles.forEachTitle(along: .horizontal, in: wide[.vertical], for: shown) { title in
    if title.intersects(wide) { isFree = false }
  }
  return isFree
    && !routes.enumerated().contains { other, route in
      other != index && graph.edges[other].pictures.intersects(graph.edges[index].pictures)
        && zip(route.points, route.points.dropFirst()).contains { wide.isHit(from: $0, to: $1) }
    }
}

/// The loops that suit an edge: at the corners clockwise from the top right, then on single sides.
private func loops(around frame: Rect, _ edge: LayoutEdge, reach: Int) -> [[Point]] {
  let sides: [(Side, Side)] = [
    (.right, .top), (.top, .right), (.left, .top), (.top, .left), (.right, .bottom),
    (.bottom, .right), (.left, .bottom), (.bottom, .left), (.right, .right), (.left, .left),
    (.top, .top), (.bottom, .bottom), (.right, .left), (.left, .right), (.top, .bottom),
    (.bottom, .top),
  ]
  return sides.filter { source, target in
    (edge.sourceSide ?? source) == source && (edge.targetSide ?? target) == target
      && (source != target.opposite || (edge.sourceSide != nil && edge.targetSide != nil))
  }.map { loop(around: frame, from: $0, to: $1, reach: reach) }
}

private func loop(around frame: Rect, from source: Side, to target: Side, reach: Int) -> [Point] {
  let outer = frame.insetBy(-reach)
  if source == target {
    let side = frame[source.axis.cross]
    let half = min(reach, side.length / 4)
    let (near, far) = (frame.place(of: source), outer.place(of: source))
    return [(near, -half), (far, -half), (far, half), (near, half)].map {
      Point($0, side.middle + $1, along: source.axis)
    }
  }
  if source == target.opposite {
    let over = Side(source.axis.cross, isForward: false)
    let (start, end) = (frame.midpoint(of: source), frame.midpoint(of: target))
    let first = Point(outer.place(of: source), start[source.axis.cross], along: source.axis)
    let last = Point(outer.place(of: target), end[source.axis.cross], along: source.axis)
    let height = outer.place(of: over)
    return [
      start, first, Point(first[source.axis], height, along: source.axis),
      Point(last[source.axis], height, along: source.axis), last, end,
    ]
  }
  return corner(of: frame, outer, from: source, to: target, reach: reach)
}

private func corner(
  of frame: Rect, _ outer: Rect, from source: Side, to target: Side, reach: Int
) -> [Point] {
  // How far from the corner the loop begins, on each of both sides.
  let inward = { (side: Side, corner: Side) -> Int in
    let range = frame[side.axis.cross]
    let distance = min(reach, range.length / 3)
    return corner.isForward ? range.high - distance : range.low + distance
  }
  let axis = source.axis
  let (from, to) = (inward(source, target), inward(target, source))
  return [
    Point(frame.place(of: source), from, along: axis),
    Point(outer.place(of: source), from, along: axis),
    Point(outer.place(of: source), outer.place(of: target), along: axis),
    Point(to, outer.place(of: target), along: axis),
    Point(to, frame.place(of: target), along: axis),
  ]
}

extension Obstacles {
  /// How many boxes, outlines and titles the loop of an edge touches.
  fileprivate func hits(of loop: [Point], _ edge: LayoutEdge) -> Int {
    let node = edge.source
    var hit: Set<Int> = []
    var titles: Set<Rect> = []
    for (start, end) in zip(loop, loop.dropFirst()) {
      let piece = Rect(from: start, to: end).insetBy(-2)
      forEachSolid(in: piece, for: edge.pictures) { other in
        if other != node, frames[other].insetBy(-2).isHit(from: start, to: end) {
          hit.insert(other)
        }
      }
      forEachOpen(in: piece, for: edge.pictures) { other in
        let frame = frames[other].insetBy(-2)
        guard other != node, frame.isHit(from: start, to: end) else { return }
        let isInside =
          frames[other].insetBy(2).contains(start)
          && frames[other].insetBy(2).contains(end)
        if !isInside || !isAncestor(other, of: node) { hit.insert(other) }
      }
      forEachTitle(along: .horizontal, in: piece[.vertical], for: edge.pictures) { title in
        if title.insetBy(-2).isHit(from: start, to: end) { titles.insert(title) }
      }
    }
    return hit.count + titles.count
  }
}

/// How much of a loop other ways run over or close by.
private func conflicts(
  of loop: [Point], _ index: Int, _ graph: LayoutGraph, _ routes: [Route],
  _ spacing: RoutingSpacing
) -> Int {
  var cost = 0
  for (other, route) in routes.enumerated()
  where other != index && graph.edges[other].pictures.intersects(graph.edges[index].pictures) {
    for (start, end) in zip(route.points, route.points.dropFirst()) {
      for (first, second) in zip(loop, loop.dropFirst()) {
        let piece = Rect(from: first, to: second)
        if piece.insetBy(-spacing.leastSeparation).isHit(from: start, to: end) { cost += 100 }
      }
    }
  }
  return cost
}
