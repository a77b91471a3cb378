import DiagramAlgorithms
import DiagramGraph
import DiagramModel

extension SpotFinder {
  /// Places at the four ends of a container, behind all that is in it, of which the best comes first.
  ///
  /// Nothing in the container has to move, so only ways and texts can be in the way: those that would
  /// be dragged along are led anew.
  func endSpots() -> [Spot] {
    var fields = PushFields(sketch)
    let ends = Side.allCases.flatMap { endSpots($0, &fields) }
    return Array(ends.sorted { $0.cost < $1.cost }.prefix(1))
  }

  private func endSpots(_ side: Side, _ fields: inout PushFields) -> [Spot] {
    let parent = sketch.graph.nodes[node].parent
    let axis = side.axis
    let siblings = sketch.siblings(in: parent).compactMap { sketch.frames[$0] }
    var starts = siblings.map { side.along($0).high + spacing.leastNodes }
    if let interior = sketch.interior(of: parent) { starts.append(side.along(interior).low) }
    guard let start = starts.max() else { return [] }
    let along =
      side.isForward
      ? Span(start, start + size[axis]) : Span(-start - size[axis], -start)
    let candidates = places(along: axis.cross).map { place in
      let rect = Rect(along, Span(place, place + size[axis.cross]), along: axis)
      return (rect, cost(of: rect))
    }
    let best = candidates.enumerated().sorted {
      ($0.element.1, $0.offset) < ($1.element.1, $1.offset)
    }
    return best.prefix(placesAtAnEnd).compactMap {
      spot($0.element.0, $0.element.1, side, &fields)
    }
  }

  /// The drawing with room for a place, whatever ways have to be led anew for it: those that would be
  /// dragged along, or all if a box would be; nil if it still would.
  private func spot(
    _ rect: Rect, _ cost: Int, _ side: Side, _ fields: inout PushFields
  ) -> Spot? {
    guard var ignored = obstructed(rect, side) else { return nil }
    let all = Set(sketch.routes.indices)
    while true {
      let field = fields.field(without: ignored, along: side.axis, spacing.tight)
      let push = push(rect, field, side)
      let dragged = push.dragged ?? all
      if push.dragged != nil, dragged.isSubset(of: ignored) {
        return Spot(
          rect: rect, sketch: push.withLinesFollowing().result,
          cost: cost + push.movedLeaves * 10_000 + ignored.count * 3000 + push.totalShift / 20)
      }
      if ignored == all { return nil }
      ignored.formUnion(dragged)
    }
  }
}

/// How many places are tried at each end of a container.
private let placesAtAnEnd = 4
