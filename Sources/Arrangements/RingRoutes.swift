import DiagramAlgorithms
package import DiagramGraph
package import DiagramModel

extension SizedGraph {
  /// The ways of the edges between neighbours of a ring, along its circle; several between the same two
  /// run side by side.
  ///
  /// - Returns: one entry an edge; `nil` for those that follow no ring, find no place for their text
  ///   there or belong to a trunk.
  package func ringRoutes(over frames: [Rect]) -> [Route?] {
    let gaps = graph.edges.map(ringGap)
    var crowds: [RingGap: [Int]] = [:]
    for (edge, gap) in gaps.enumerated() {
      if let gap { crowds[gap, default: []].append(edge) }
    }
    return graph.edges.indices.map { index in
      guard let gap = gaps[index], let ring = rings[gap.node],
        let lane = RingLane(of: index, among: crowds[gap] ?? [], in: graph)
      else { return nil }
      let boxes = children[gap.node].map { frames[$0] }
      let arc = Arc(of: ring, boxes: boxes, from: gap.first, lane)
      let edge = graph.edges[index]
      return arc.route(
        isForward: edge.source == children[gap.node][gap.first], labelSize: edge.labelSize)
    }
  }

  /// The gap of a ring that an edge leads over.
  private func ringGap(of edge: LayoutEdge) -> RingGap? {
    guard edge.routing != .straight, edge.trunk == nil,
      let node = graph.nodes[edge.source].parent,
      graph.nodes[edge.target].parent == node, case .ring = arrangements[node],
      let from = children[node].firstIndex(of: edge.source),
      let to = children[node].firstIndex(of: edge.target)
    else { return nil }
    let count = children[node].count
    guard count > 2 else { return nil }
    if (from + 1) % count == to { return RingGap(node: node, first: from) }
    return (to + 1) % count == from ? RingGap(node: node, first: to) : nil
  }
}

/// Between a child of a ring, by its place, and the next one clockwise.
private struct RingGap: Hashable {
  let node: Int
  let first: Int
}

/// Where an edge runs among those over the same gap of a ring.
private struct RingLane {
  /// How many run beside each other.
  let count: Int
  /// From the inside of the ring outwards.
  let rank: Int

  /// The lane of an edge among some that are over the same gap; nil if it has a text and those of
  /// others stand on both sides already.
  init?(of edge: Int, among edges: [Int], in graph: LayoutGraph) {
    let crowd = edges.filter { one in
      one == edge
        || edges.contains {
          $0 != one && graph.edges[$0].pictures.intersects(graph.edges[one].pictures)
        }
    }
    let isAlone = !crowd.contains {
      $0 != edge && graph.edges[$0].pictures.intersects(graph.edges[edge].pictures)
    }
    guard !isAlone else {
      (count, rank) = (1, 0)
      return
    }
    let texts = crowd.filter { graph.edges[$0].labelSize != nil }
    let plain = crowd.filter { graph.edges[$0].labelSize == nil }
    // One text stands outside, one inside of all the lines.
    let lanes = Array(texts.dropFirst().prefix(1)) + plain + Array(texts.prefix(1))
    guard let rank = lanes.firstIndex(of: edge) else { return nil }
    (count, self.rank) = (lanes.count, rank)
  }

  /// Whether its text stands on the inner side.
  var isInside: Bool { count > 1 && rank == 0 }

  /// How far outside the circle it runs, past boxes of at least the given height and width.
  func offset(past extent: Int) -> Int {
    (2 * rank - (count - 1)) * min(16, extent / (count + 1)) / 2
  }
}

/// A part of the circle of a ring, from one box clockwise to the next.
private struct Arc {
  /// The parts that a full turn is divided into to find where the circle leaves a box.
  private static let steps = 3600

  let center: Point
  let radius: Int
  let isTextInside: Bool
  let source: Rect
  let target: Rect
  /// In steps, clockwise from the top.
  let start: Int
  let end: Int

  init(of ring: RingFrames, boxes: [Rect], from index: Int, _ lane: RingLane) {
    source = boxes[index]
    target = boxes[(index + 1) % boxes.count]
    center = Point(
      x: source.midX - ring.frames[index].midX, y: source.midY - ring.frames[index].midY)
    let extents = [source.size, target.size].flatMap { [$0.width, $0.height] }
    radius = ring.radius + lane.offset(past: extents.min() ?? 0)
    isTextInside = lane.isInside
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

  /// A text outside or inside the circle, just clear of it.
  private func label(_ size: Size, at step: Int) -> Rect {
    let outwards = unitVector(turn: Double(step) / Double(Self.steps))
    let reach =
      abs(outwards.x) * Double(size.width) / 2 + abs(outwards.y) * Double(size.height) / 2
    let distance = 8 + nearest(reach)
    let spot = point(at: step, radius: isTextInside ? radius - distance : radius + distance)
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
