import DiagramAlgorithms
import DiagramGraph
import DiagramModel

extension SpotFinder {
  /// Places at the four ends of a container, behind all that is in it, of which the best comes first.
  ///
  /// Nothing in the container has to move, so only ways and texts can be in the way: those that would
  /// be dragged along are led anew.
  func endSpots() -> [Spot] {
    let ends = Side.allCases.flatMap { endSpots(Walls(sketch, toward: $0)) }
    return Array(ends.sorted { $0.cost < $1.cost }.prefix(1))
  }

  private func endSpots(_ walls: Walls) -> [Spot] {
    let parent = sketch.graph.nodes[node].parent
    let axis = walls.side.axis
    let siblings = sketch.siblings(in: parent).compactMap { sketch.frames[$0] }
    var starts = siblings.map { walls.along($0).high + spacing.leastNodes }
    if let interior = sketch.interior(of: parent) { starts.append(walls.along(interior).low) }
    guard let start = starts.max() else { return [] }
    let along =
      walls.side.isForward
      ? Span(start, start + size[axis]) : Span(-start - size[axis], -start)
    let candidates = places(along: axis.cross).map { place in
      let rect = Rect(along, Span(place, place + size[axis.cross]), along: axis)
      return (rect, cost(of: rect))
    }
    let best = candidates.enumerated().sorted {
      ($0.element.1, $0.offset) < ($1.element.1, $1.offset)
    }
    return best.prefix(placesAtAnEnd).compactMap { spot($0.element.0, $0.element.1, walls) }
  }

  /// The drawing with room for a place, whatever ways have to be led anew for it: those that would be
  /// dragged along, or all if a box would be; nil if it still would.
  private func spot(_ rect: Rect, _ cost: Int, _ walls: Walls) -> Spot? {
    guard var ignored = obstructed(rect, walls) else { return nil }
    let all = Set(sketch.routes.indices)
    while true {
      let push = push(rect, walls, ignored, spacing.tight)
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
