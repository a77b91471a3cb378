import DiagramModel

extension SizedGraph {
  /// The ways of the edges between neighbours of a ring, along its circle.
  ///
  /// - Returns: one entry an edge; `nil` for those that follow no ring or belong to a trunk.
  func ringRoutes(over frames: [Rect]) -> [Route?] {
    graph.edges.map { edge in
      guard edge.routing != .straight, edge.trunk == nil,
        let node = graph.nodes[edge.source].parent,
        graph.nodes[edge.target].parent == node, case .ring = arrangements[node],
        let from = children[node].firstIndex(of: edge.source),
        let to = children[node].firstIndex(of: edge.target), let ring = rings[node]
      else { return nil }
      let count = children[node].count
      let isForward = (from + 1) % count == to
      guard count > 2, isForward || (to + 1) % count == from else { return nil }
      let arc = Arc(
        of: ring, boxes: children[node].map { frames[$0] }, from: isForward ? from : to)
      return arc.route(isForward: isForward, labelSize: edge.labelSize)
    }
  }
}

/// A part of the circle of a ring, from one box clockwise to the next.
private struct Arc {
  /// The parts that a full turn is divided into to find where the circle leaves a box.
  private static let steps = 3600

  let center: Point
  let radius: Int
  let source: Rect
  let target: Rect
  /// In steps, clockwise from the top.
  let start: Int
  let end: Int

  init(of ring: RingFrames, boxes: [Rect], from index: Int) {
    source = boxes[index]
    target = boxes[(index + 1) % boxes.count]
    center = Point(
      x: source.midX - ring.frames[index].midX, y: source.midY - ring.frames[index].midY)
    radius = ring.radius
    start = index * Self.steps / boxes.count
    end = (index + 1) * Self.steps / boxes.count
  }

  private func point(at step: Int, radius: Int) -> Point {
    let spot = pointOnCircle(radius: radius, turn: step, of: Self.steps)
    return center.offset(x: spot.x, y: spot.y)
  }

  func route(isForward: Bool, labelSize: Size?) -> Route {
    let leaving = (start..<end).last { source.contains(point(at: $0, radius: radius)) } ?? start
    let reaching =
      (leaving..<end).first { target.contains(point(at: $0, radius: radius)) } ?? end
    let middle = (leaving + reaching) / 2
    let points = [
      source.nearestOutlinePoint(to: point(at: leaving, radius: radius)),
      point(at: (leaving + middle) / 2, radius: tangentRadius(reaching - leaving)),
      point(at: (middle + reaching) / 2, radius: tangentRadius(reaching - leaving)),
      target.nearestOutlinePoint(to: point(at: reaching, radius: radius)),
    ]
    let label = labelSize.map { self.label($0, at: middle) }
    return Route(
      points: isForward ? points : points.reversed(), isCurved: true, label: label)
  }

  /// How far from the centre the tangents of a quarter and three quarters of an arc meet those of
  /// its ends and its middle.
  private func tangentRadius(_ length: Int) -> Int {
    let half = unitVector(turn: Double(length) / Double(4 * Self.steps))
    return nearest(Double(radius) / -half.y)
  }

  /// A text outside the circle, just clear of it.
  private func label(_ size: Size, at step: Int) -> Rect {
    let outwards = unitVector(turn: Double(step) / Double(Self.steps))
    let reach =
      abs(outwards.x) * Double(size.width) / 2 + abs(outwards.y) * Double(size.height) / 2
    let spot = point(at: step, radius: radius + 8 + nearest(reach))
    return Rect(
      origin: spot.offset(x: -size.width / 2, y: -size.height / 2), size: size)
  }
}

extension Rect {
  /// The point of the outline that is closest to a point inside.
  fileprivate func nearestOutlinePoint(to point: Point) -> Point {
    let distances = [
      (point.y - minY, Point(x: point.x, y: minY)), (maxX - point.x, Point(x: maxX, y: point.y)),
      (maxY - point.y, Point(x: point.x, y: maxY)), (point.x - minX, Point(x: minX, y: point.y)),
    ]
    return distances.min { $0.0 < $1.0 }?.1 ?? point
  }
}
