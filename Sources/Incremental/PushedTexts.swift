import DiagramAlgorithms
import DiagramGraph
import DiagramModel
import Routing

extension Sketch {
  /// The drawing with a place for the text of an edge that has a way, from which what is in the way is
  /// pushed: away from a piece of the way, or along it, so that it becomes longer; nil if there is none.
  func pushed(forTextOf edge: Int, _ spacing: Spacing) -> Sketch? {
    guard let size = graph.edges[edge].labelSize, let route = routes[edge] else { return self }
    let candidates = zip(route.points, route.points.dropFirst()).flatMap { start, end in
      places(
        for: size, at: TextSpots(for: size, from: start, to: end, gap: spacing.text), start, end)
    }.enumerated().sorted { ($0.element.cost, $0.offset) < ($1.element.cost, $1.offset) }
      .map(\.element)
    var best: (sketch: Sketch, cost: Int)?
    var fields = PushFields(self)
    for place in candidates where !isObstructed(place, edge, spacing) {
      let field = fields.field(without: [], along: place.push.axis, spacing.tight)
      let push = Push(
        field, toward: place.push, freeing: Push.Newcomer(kind: .text, rect: place.rect))
      let cost = push.movedLeaves * 10_000 + push.totalShift + place.cost
      guard push.isPossible, cost < best?.cost ?? Int.max else { continue }
      var sketch = push.result
      sketch.routes[edge]?.label = place.rect
      best = (sketch, cost)
    }
    return best?.sketch
  }

  private struct LabelPlace {
    let rect: Rect
    /// The piece of the way that it belongs to.
    let line: Rect
    /// Where others are pushed to.
    let push: Side
    let cost: Int
  }

  /// Places on both sides of a piece of a way, away from which others are pushed, and such beside one
  /// of its ends, from which what lies ahead is pushed along the piece.
  private func places(
    for size: Size, at spots: TextSpots, _ start: Point, _ end: Point
  ) -> [LabelPlace] {
    let line = Rect(from: start, to: end)
    let axis = spots.axis
    let beside = spots.all.compactMap { spot in
      spot.side.map { LabelPlace(rect: spot.rect, line: line, push: $0, cost: spot.cost) }
    }
    let overhang = (size[axis] - line[axis].length) / 2 + Spacing().text
    return beside
      + [true, false].flatMap { isForward in
        spots.spots(isForward ? overhang : -overhang).filter { $0.side != nil }.map {
          LabelPlace(
            rect: $0.rect, line: line, push: Side(axis, isForward: isForward), cost: $0.cost)
        }
      }
  }

  /// Whether something would remain on a place for a label, however far everything ahead is pushed.
  private func isObstructed(_ label: LabelPlace, _ edge: Int, _ spacing: Spacing) -> Bool {
    let side = label.push
    let along = side.along(label.rect)
    let across = side.across(label.rect).widened(by: spacing.text)
    let isBehind = { (other: Rect) in side.along(other).high + spacing.text <= along.low }
    let isAhead = { (other: Rect) in side.along(other).low >= along.low }
    for (node, frame) in frames.enumerated() {
      guard let frame, side.across(frame).overlaps(across), !isBehind(frame), !isAhead(frame)
      else { continue }
      let isAround =
        !nesting.isLeaf(node) && side.across(frame).low <= across.low
        && across.high <= side.across(frame).high
      guard isAround,
        side.along(frame).low + graph.nodes[node].padding[side.opposite] <= along.low
      else { return true }
    }
    return routes.enumerated().contains { index, route in
      guard let route else { return false }
      let things =
        index == edge
        ? route.pieces.filter { $0 != label.line } : route.pieces + (route.label.map { [$0] } ?? [])
      return things.contains {
        side.across($0).touches(across) && !isBehind($0) && !isAhead($0)
      }
    }
  }
}
