import DiagramAlgorithms
import DiagramGraph
import DiagramModel

extension Sketch {
  /// The drawing with a place for the text of an edge that has a way, from which what is in the way is
  /// pushed: away from a piece of the way, or along it, so that it becomes longer; nil if there is none.
  func pushed(forTextOf edge: Int, _ spacing: Spacing) -> Sketch? {
    guard let size = graph.edges[edge].labelSize, let route = routes[edge] else { return self }
    let candidates = route.pieces.flatMap { line in
      places(for: size, beside: line, spacing) + places(for: size, lengthening: line, spacing)
    }.enumerated().sorted { ($0.element.cost, $0.offset) < ($1.element.cost, $1.offset) }
      .map(\.element)
    var best: (sketch: Sketch, cost: Int)?
    let walls = Side.allCases.map { Walls(self, toward: $0) }
    for place in candidates {
      let walls = walls[place.push.rawValue]
      guard !isObstructed(place, edge, walls, spacing) else { continue }
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
    /// The piece of the way that it belongs to.
    let line: Rect
    /// Where others are pushed to.
    let push: Side
    let cost: Int
  }

  /// How bad it is to have a label at a piece of a way, wherever it lies there.
  private func cost(of size: Size, at line: Rect, _ spacing: Spacing) -> Int {
    let axis = line.longAxis
    let overhang = max(0, size[axis] + 2 * spacing.text - line[axis].length)
    return (axis == .horizontal ? 0 : 60) + overhang * 2 - min(line[axis].length, 400) / 4
  }

  /// Places on both sides of a piece of a way, from its middle outwards.
  private func places(
    for size: Size, beside line: Rect, _ spacing: Spacing
  ) -> [LabelPlace] {
    let (axis, span) = (line.longAxis, line[line.longAxis])
    let room = max(0, span.length - size[axis])
    return (-7...7).flatMap { step in
      let low = span.middle - size[axis] / 2 + room * step / 15
      return [false, true].map { isForward in
        LabelPlace(
          rect: rect(of: size, from: low, beside: line, isForward: isForward, spacing), line: line,
          push: Side(axis.cross, isForward: isForward),
          cost: cost(of: size, at: line, spacing) + abs(step) * 2
            + (isForward == (axis == .vertical) ? 0 : 20))
      }
    }
  }

  /// Places beside one end of a piece of a way, from which what lies ahead is pushed along the piece.
  private func places(
    for size: Size, lengthening line: Rect, _ spacing: Spacing
  ) -> [LabelPlace] {
    let (axis, span) = (line.longAxis, line[line.longAxis])
    return [false, true].flatMap { pushesForward in
      let low = pushesForward ? span.low + spacing.text : span.high - spacing.text - size[axis]
      return [false, true].map { isForward in
        LabelPlace(
          rect: rect(of: size, from: low, beside: line, isForward: isForward, spacing), line: line,
          push: Side(axis, isForward: pushesForward), cost: cost(of: size, at: line, spacing))
      }
    }
  }

  /// The rectangle that begins at a place along a piece of a way and lies on one side of it.
  private func rect(
    of size: Size, from low: Int, beside line: Rect, isForward: Bool, _ spacing: Spacing
  ) -> Rect {
    let axis = line.longAxis
    let place = line[axis.cross].low
    let start = isForward ? place + spacing.text : place - spacing.text - size[axis.cross]
    return Rect(
      Span(low, low + size[axis]), Span(start, start + size[axis.cross]), along: axis)
  }

  /// Whether something would remain on a place for a label, however far everything ahead is pushed.
  private func isObstructed(
    _ label: LabelPlace, _ edge: Int, _ walls: Walls, _ spacing: Spacing
  ) -> Bool {
    let along = walls.along(label.rect)
    let across = walls.across(label.rect).widened(by: spacing.text)
    let isBehind = { (other: Rect) in walls.along(other).high + spacing.text <= along.low }
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
      let things =
        index == edge
        ? route.pieces.filter { $0 != label.line } : route.pieces + (route.label.map { [$0] } ?? [])
      return things.contains {
        walls.across($0).touches(across) && !isBehind($0) && !isAhead($0)
      }
    }
  }
}

extension Rect {
  /// The axis that a piece of a way runs along.
  fileprivate var longAxis: Axis { size.width > 0 ? .horizontal : .vertical }
}
