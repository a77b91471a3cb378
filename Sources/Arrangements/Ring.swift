import DiagramAlgorithms
import DiagramGraph
import DiagramModel

/// Boxes around a circle.
struct RingFrames {
  let frames: [Rect]
  let radius: Int
  /// Whether edges run along the circle between its boxes.
  var isLinked = false

  /// The smallest rectangle around all boxes, and around the circle where edges run along it.
  var bounds: Rect {
    let boxes = frames.bounds ?? .zero
    guard isLinked else { return boxes }
    return boxes.union(Rect(x: -radius, y: -radius, width: 2 * radius, height: 2 * radius))
  }
}

extension SizedGraph {
  /// Puts the children of a node on the smallest circle that keeps their gap, clockwise from the
  /// top, around the point (0, 0).
  func ringFrames(of node: Int) -> RingFrames {
    let sizes = children[node].map { self.sizes[$0] }
    // Arrows along the circle have one length; what somebody wrote holds along each axis.
    var gap = spacing.gaps[node]
    if arrangements[node].spacing == nil {
      let larger = max(gap.width, gap.height)
      gap = Size(width: larger, height: larger)
    }
    guard sizes.count > 1 else { return RingFrames(sizes: sizes, radius: 0) }
    var radius = grid
    let isLinked = graph.edges.contains { edge in
      [edge.source, edge.target].allSatisfy {
        graph.nodes[$0].parent == node && graph.nodes[$0].on == nil
      }
    }
    while true {
      var ring = RingFrames(sizes: sizes, radius: radius)
      ring.isLinked = isLinked
      if ring.keeps(gap: gap) { return ring }
      radius += grid / 2
    }
  }
}

extension RingFrames {
  fileprivate init(sizes: [Size], radius: Int) {
    self.radius = radius
    frames = sizes.enumerated().map { index, size in
      let spot = pointOnCircle(radius: radius, turn: index, of: sizes.count)
      // Middles on half the grid, so that boxes opposite each other are aligned exactly.
      let snapped = Point(x: snapped(spot.x), y: snapped(spot.y))
      return Rect(
        origin: snapped.offset(x: -size.width / 2, y: -size.height / 2), size: size)
    }
  }

  fileprivate func keeps(gap: Size) -> Bool {
    frames.indices.allSatisfy { one in
      frames.indices.dropFirst(one + 1).allSatisfy { other in
        Axis.allCases.contains {
          distance(frames[one], frames[other], along: $0) >= gap[$0]
        }
      }
    }
  }
}

/// The distance of two rectangles along an axis, negative where they overlap along it.
private func distance(_ one: Rect, _ other: Rect, along axis: Axis) -> Int {
  max(one[axis].low, other[axis].low) - min(one[axis].high, other[axis].high)
}

private func snapped(_ coordinate: Int) -> Int {
  let step = grid / 2
  let half = coordinate < 0 ? -step / 2 : step / 2
  return (coordinate + half) / step * step
}
