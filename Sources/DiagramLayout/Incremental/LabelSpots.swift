import DiagramModel

extension Sketch {
  /// The drawing with a place for the label of an edge that has a way: beside a piece of it, on
  /// nothing else. Where no place is free, what is in the way is pushed away.
  func labelled(_ edge: Int, _ spacing: IncrementalSpacing) -> Sketch? {
    guard let size = graph.edges[edge].labelSize, let route = routes[edge] else { return self }
    let candidates = route.pieces.flatMap { places(for: size, beside: $0, spacing) }
      .enumerated().sorted { ($0.element.cost, $0.offset) < ($1.element.cost, $1.offset) }
      .map(\.element)
    if let place = candidates.first(where: { isFree($0.rect, $0.side, edge, spacing) }) {
      var sketch = self
      sketch.routes[edge]?.label = place.rect
      return sketch
    }
    var best: (sketch: Sketch, cost: Int)?
    let walls = Side.allCases.map { Walls(self, toward: $0) }
    for place in candidates {
      let walls = walls[place.side.rawValue]
      guard !isObstructed(place.rect, edge, walls, spacing) else { continue }
      let exit = Walls.Wall(
        kind: .labelExit(edge: edge), across: walls.across(place.rect),
        place: walls.along(place.rect).high)
      let push = Push(
        walls, freeing: exit, from: walls.along(place.rect).low, ignoring: [], spacing.tight)
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
    /// Where it lies, seen from its line.
    let side: Side
    let cost: Int
  }

  /// Places on both sides of a piece of a way, from its middle outwards.
  private func places(
    for size: Size, beside piece: Rect, _ spacing: IncrementalSpacing
  ) -> [LabelPlace] {
    let axis: Axis = piece.size.width > 0 ? .horizontal : .vertical
    let span = piece[axis]
    let overhang = max(0, size[axis] + 2 * spacing.label - span.length)
    let room = max(0, span.length - size[axis])
    let base = (axis == .horizontal ? 0 : 60) + overhang * 2 - min(span.length, 400) / 4
    return (-7...7).flatMap { step -> [LabelPlace] in
      let low = span.middle - size[axis] / 2 + room * step / 15
      return [false, true].map { isForward in
        let side = Side(axis.cross, isForward: isForward)
        let place = piece[axis.cross].low
        let start =
          isForward ? place + spacing.label : place - spacing.label - size[axis.cross]
        return LabelPlace(
          rect: Rect(
            Span(low, low + size[axis]), Span(start, start + size[axis.cross]), along: axis),
          side: side, cost: base + abs(step) * 2 + (isForward == (axis == .vertical) ? 0 : 20))
      }
    }
  }

  private func isFree(_ rect: Rect, _ side: Side, _ edge: Int, _ spacing: IncrementalSpacing)
    -> Bool
  {
    let wide = rect.insetBy(-spacing.label + 1)
    for (node, frame) in frames.enumerated() {
      guard let frame, frame.intersects(wide) else { continue }
      guard !nesting.isLeaf(node), frame.insetBy(4).contains(rect),
        rect.minY >= frame.minY + graph.nodes[node].padding.top - graph.nodes[node].padding.bottom
      else { return false }
    }
    for case let route? in routes {
      if route.pieces.contains(where: { $0.touches(wide) }) { return false }
      if let label = route.label, label != rect, label.intersects(wide) { return false }
    }
    return true
  }

  /// Whether something would remain on a place for a label, however far everything ahead is pushed.
  private func isObstructed(
    _ rect: Rect, _ edge: Int, _ walls: Walls, _ spacing: IncrementalSpacing
  ) -> Bool {
    let (along, across) = (walls.along(rect), walls.across(rect).widened(by: spacing.label))
    let isBehind = { (other: Rect) in walls.along(other).high + spacing.label <= along.low }
    let isAhead = { (other: Rect) in walls.along(other).low >= along.low }
    for (node, frame) in frames.enumerated() {
      guard let frame, walls.across(frame).overlaps(across), !isBehind(frame), !isAhead(frame)
      else { continue }
      let isAround =
        !nesting.isLeaf(node) && walls.across(frame).low <= across.low
        && across.high <= walls.across(frame).high
      guard isAround, walls.along(frame).low + walls.padding(of: node, isEntry: true) <= along.low
      else { return true }
    }
    return routes.enumerated().contains { index, route in
      guard let route else { return false }
      let things = route.pieces + (index == edge ? [] : route.label.map { [$0] } ?? [])
      return things.contains {
        walls.across($0).touches(across) && !isBehind($0) && !isAhead($0)
      }
    }
  }
}
