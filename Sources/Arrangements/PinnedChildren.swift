import DiagramAlgorithms
package import DiagramGraph
package import DiagramModel

extension ChildGraph {
  /// The children with the pinned ones exactly where their author wants them, and the others as
  /// near to where they were as there is room, by the hints between them.
  ///
  /// All are first moved together, so that the first pinned one lies where it has to. `flow` is the
  /// axis of the layers, where there are any.
  func settled(_ frames: [Rect], flow: Axis? = nil) -> [Rect] {
    let bounds = Layout(frames: frames, routes: []).bounds ?? .zero
    let anchor = frames.indices.first { graph.nodes[$0].pin != nil }
    let pin = anchor.flatMap { graph.nodes[$0].pin } ?? Point(x: 0, y: 0)
    let corner = anchor.map { frames[$0].origin } ?? bounds.origin
    let wanted = frames.enumerated().map { node, frame in
      Rect(
        origin: graph.nodes[node].pin
          ?? Point(
            x: max(nearestGridLine(frame.minX - corner.x + pin.x), 0),
            y: max(nearestGridLine(frame.minY - corner.y + pin.y), 0)),
        size: frame.size)
    }
    var places = FreePlaces(graph: graph, gap: gap, flow: flow)
    for (node, frame) in wanted.enumerated() where graph.nodes[node].pin != nil {
      places.put(node, at: frame)
    }
    for node in orderOfPlacing where graph.nodes[node].pin == nil {
      places.put(node, near: wanted[node])
    }
    return zip(places.frames, wanted).map { $0 ?? $1 }
  }

  /// Those that hints put before others first: behind them there is always room.
  var orderOfPlacing: [Int] {
    let arcs = graph.hints.compactMap { hint -> (tail: Int, head: Int)? in
      hint.kind == .sameRank ? nil : (hint.first, hint.second)
    }
    return topologicalOrder(nodeCount: graph.nodes.count, arcs: arcs)
      ?? Array(graph.nodes.indices)
  }
}

/// Boxes that lie already, and the room between them.
struct FreePlaces {
  let graph: LayoutGraph
  let gap: Size
  /// The axis of the layers, where there are any.
  let flow: Axis?
  /// One a node; nil for those that have no place yet.
  private(set) var frames: [Rect?]

  init(graph: LayoutGraph, gap: Size, flow: Axis? = nil) {
    self.graph = graph
    self.gap = gap
    self.flow = flow
    frames = graph.nodes.map { _ in nil }
  }

  mutating func put(_ node: Int, at frame: Rect) { frames[node] = frame }

  /// Puts a node at the free place that is closest to where it should be, to the right of and
  /// below the origin; beside others, or in line with them. Where hints leave too little room for the
  /// gap it may be smaller.
  ///
  /// - Complexity: O(*placed*³).
  mutating func put(_ node: Int, near wanted: Rect) {
    let tight = Size(width: min(gap.width, tightGap), height: min(gap.height, tightGap))
    let below = frames.compactMap(\.self).map(\.maxY).max().map { $0 + gap.height }
    frames[node] =
      freePlace(for: node, near: wanted, gap) ?? freePlace(for: node, near: wanted, tight)
      ?? Rect(origin: Point(x: wanted.minX, y: below ?? wanted.minY), size: wanted.size)
  }

  private func freePlace(for node: Int, near wanted: Rect, _ gap: Size) -> Rect? {
    let others = frames.compactMap(\.self)
    let columns = candidates(wanted, others, .horizontal, gap)
    let rows = candidates(wanted, others, .vertical, gap)
    var best: (distance: Int, frame: Rect)?
    for y in rows {
      for x in columns {
        let frame = Rect(origin: Point(x: x, y: y), size: wanted.size)
        let (dx, dy) = (x - wanted.minX, y - wanted.minY)
        let distance = dx * dx + dy * dy
        if best.map({ distance < $0.distance }) ?? true, isFree(frame, for: node, gap) {
          best = (distance, frame)
        }
      }
    }
    return best?.frame
  }

  /// Puts a node at the free place that is closest to where it should be, of those with its middle
  /// on a lattice around the origin.
  mutating func put(_ node: Int, near wanted: Rect, pitch: Size) {
    let home = Point(
      x: nearest(Double(wanted.midX) / Double(pitch.width)),
      y: nearest(Double(wanted.midY) / Double(pitch.height)))
    let least = min(pitch.width, pitch.height)
    var best: (distance: Int, frame: Rect)?
    var radius = 0
    while best.map({ $0.distance > (radius - 1) * (radius - 1) * least * least }) ?? true {
      for step in Self.square(radius: radius) {
        let middle = Point(
          x: (home.x + step.x) * pitch.width, y: (home.y + step.y) * pitch.height)
        let frame = Rect(
          origin: middle.offset(x: -wanted.size.width / 2, y: -wanted.size.height / 2),
          size: wanted.size)
        let (dx, dy) = (frame.minX - wanted.minX, frame.minY - wanted.minY)
        let distance = dx * dx + dy * dy
        if best.map({ distance < $0.distance }) ?? true, isFree(frame, for: node, gap) {
          best = (distance, frame)
        }
      }
      radius += 1
    }
    frames[node] = best?.frame
  }

  /// The outline of a square around the origin.
  private static func square(radius: Int) -> [Point] {
    let range = -radius...radius
    guard radius > 0 else { return [Point(x: 0, y: 0)] }
    return range.flatMap { [Point(x: $0, y: -radius), Point(x: $0, y: radius)] }
      + range.dropFirst().dropLast().flatMap {
        [Point(x: -radius, y: $0), Point(x: radius, y: $0)]
      }
  }

  /// Coordinates worth a try: the wanted one, and those beside and in line with other boxes.
  private func candidates(
    _ wanted: Rect, _ others: [Rect], _ axis: Axis, _ gap: Size
  ) -> [Int] {
    var found: Set = [wanted.origin[axis]]
    for other in others {
      let start = other.origin[axis]
      found.formUnion([
        start, start + other.size[axis] + gap[axis], start - gap[axis] - wanted.size[axis],
        start + (other.size[axis] - wanted.size[axis]) / 2,
      ])
    }
    return found.filter { $0 >= 0 }.sorted()
  }

  /// Whether a node keeps its distance and the hints here.
  private func isFree(_ frame: Rect, for node: Int, _ gap: Size) -> Bool {
    let isClear = frames.allSatisfy { other in
      guard let other else { return true }
      return frame.maxX + gap.width <= other.minX || other.maxX + gap.width <= frame.minX
        || frame.maxY + gap.height <= other.minY || other.maxY + gap.height <= frame.minY
    }
    guard isClear else { return false }
    return graph.hints.allSatisfy { hint in
      guard hint.first == node || hint.second == node else { return true }
      let one = hint.first == node ? frame : frames[hint.first]
      let other = hint.second == node ? frame : frames[hint.second]
      guard let one, let other else { return true }
      return hint.isKept(by: one, other, flow: flow)
    }
  }
}

/// The gap between boxes where there is no room for more.
private let tightGap = 20

extension LayoutHint {
  /// Whether two frames lie to each other as the hint asks for; boxes of one rank overlap along the
  /// flow.
  ///
  /// - Parameters:
  ///   - first: the frame of the first.
  ///   - second: the frame of the second.
  ///   - flow: the axis of the layers; nil if any will do.
  /// - Returns: whether the hint is kept.
  package func isKept(by first: Rect, _ second: Rect, flow: Axis?) -> Bool {
    switch kind {
    case .before(.horizontal): first.maxX <= second.minX
    case .before(.vertical): first.maxY <= second.minY
    case .sameRank:
      flow != .vertical && first.minX < second.maxX && second.minX < first.maxX
        || flow != .horizontal && first.minY < second.maxY && second.minY < first.maxY
    }
  }
}
