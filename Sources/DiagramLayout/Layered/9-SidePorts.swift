import DiagramModel

/// Saves bends: an edge that leaves a box downwards only to turn away leaves it at the side
/// instead, wherever that crosses no more and comes near nothing.
///
///     ┌───┐            ┌───┐
///     └─┬─┘            │   ├──┐
///       └───┐   ──▶    └───┘  │
///           ▼                 ▼
///
/// - Complexity: O(*edges* · neighbouring pieces).
struct SidePorts {
  private let graph: NestedGraph
  private let spacing: Spacing
  private var drawing: PartDrawing
  private var index: SegmentIndex
  private let boxes: BoxIndex

  static func applied(
    to drawing: PartDrawing, of graph: NestedGraph, spacing: Spacing
  ) -> PartDrawing {
    var ports = SidePorts(
      graph: graph, spacing: spacing, drawing: drawing, index: SegmentIndex(drawing.routes),
      boxes: BoxIndex(drawing, of: graph))
    for _ in 0..<2 {
      for edge in graph.edges.indices {
        ports.improve(edge, atTarget: false)
        ports.improve(edge, atTarget: true)
      }
    }
    return ports.drawing
  }

  private mutating func improve(_ edge: Int, atTarget: Bool) {
    let end = atTarget ? graph.edges[edge].target : graph.edges[edge].source
    let other = atTarget ? graph.edges[edge].source : graph.edges[edge].target
    guard !graph.encloses(end, other) else { return }
    var points = drawing.routes[edge].points
    if atTarget { points.reverse() }
    guard points.count >= 4, points[0].x == points[1].x else { return }
    let frame = frame(of: end)
    let turn = points[2]
    let isRight = turn.x > points[0].x
    let exit = isRight ? frame.maxX : frame.minX
    if isRight, hasLoops(end) { return }
    guard isRight ? turn.x >= exit + spacing.edges : turn.x <= exit - spacing.edges else { return }
    for y in places(on: frame) {
      let start = Point(x: exit, y: y)
      let corner = Point(x: turn.x, y: y)
      let changed = simplified([start, corner] + points.dropFirst(3))
      if isBetter(changed, than: points, edge: edge, at: end) {
        replace(edge, by: atTarget ? changed.reversed() : changed)
        return
      }
    }
  }

  private func frame(of end: NestedGraph.End) -> Rect {
    switch end {
    case .leaf(let leaf): drawing.leaves[leaf]
    case .cluster(let cluster): drawing.clusters[cluster]
    }
  }

  private func hasLoops(_ end: NestedGraph.End) -> Bool {
    switch end {
    case .leaf(let leaf): graph.leaves[leaf].loopRoom > 0
    case .cluster(let cluster): graph.clusters[cluster].loopRoom > 0
    }
  }

  /// The places for ends on the side of a box, the middle first.
  private func places(on frame: Rect) -> [Int] {
    let margin = min(spacing.edges, frame.size.height / 4)
    let reach = frame.size.height / 2 - margin
    var places = [frame.midY]
    for offset in stride(from: spacing.edges, through: max(reach, 0), by: spacing.edges) {
      places += [frame.midY + offset, frame.midY - offset]
    }
    return Array(places.prefix(7))
  }

  private func isBetter(
    _ changed: [Point], than points: [Point], edge: Int, at end: NestedGraph.End
  ) -> Bool {
    guard changed.count < points.count, keepsLabel(of: edge, on: changed) else { return false }
    let old = Route(points: points).segments(of: edge)
    let new = Route(points: changed).segments(of: edge)
    var crossings = 0
    for segment in new where !old.contains(segment) {
      guard isClear(segment, edge: edge, at: end) else { return false }
      let keepsDistance = index.allNeighbors(of: segment, margin: spacing.edges) { other in
        if segment.crosses(other) { crossings += 1 }
        return !segment.isNear(other, distance: spacing.edges)
      }
      guard keepsDistance else { return false }
    }
    for segment in old where !new.contains(segment) { crossings -= index.crossings(of: segment) }
    return crossings <= 0
  }

  /// Whether the text of an edge still lies on its way.
  private func keepsLabel(of edge: Int, on points: [Point]) -> Bool {
    guard let label = drawing.routes[edge].label else { return true }
    return Route(points: points).segments(of: edge).contains {
      !$0.isHorizontal && $0.place == label.midX
        && $0.span.lowerBound <= label.minY && label.maxY <= $0.span.upperBound
    }
  }

  /// Whether a piece keeps away from all boxes, labels and clusters that it has no business with.
  private func isClear(_ segment: LineSegment, edge: Int, at end: NestedGraph.End) -> Bool {
    let rect = segment.rect
    let ends = [graph.edges[edge].source, graph.edges[edge].target]
    return boxes.all(near: rect.insetBy(-spacing.edgeToNode)) { box in
      switch box {
      case .leaf(let leaf):
        var frame = drawing.leaves[leaf]
        frame.size.width += graph.leaves[leaf].loopRoom
        let isOwn = ends.contains(.leaf(leaf))
        return !rect.overlaps(frame, margin: isOwn ? 0 : spacing.edges)
      case .label(let other):
        guard let label = drawing.routes[other].label, other != edge else { return true }
        return !rect.overlaps(label, margin: spacing.edges / 2)
      case .cluster(let cluster):
        var frame = drawing.clusters[cluster]
        if ends.contains(.cluster(cluster)) {
          return !rect.overlaps(frame, margin: 0)
        } else if ends.contains(where: { graph.encloses(.cluster(cluster), $0) }) {
          // It may cross the outline, but must not run along it.
          return !runsAlong(segment, frame)
        } else {
          frame.size.width += graph.clusters[cluster].loopRoom
          return !rect.overlaps(frame, margin: spacing.edges)
        }
      }
    }
  }

  private func runsAlong(_ segment: LineSegment, _ frame: Rect) -> Bool {
    let (low, high) =
      segment.isHorizontal ? (frame.minY, frame.maxY) : (frame.minX, frame.maxX)
    let span = segment.isHorizontal ? frame.minX...frame.maxX : frame.minY...frame.maxY
    return (abs(segment.place - low) < spacing.edges || abs(segment.place - high) < spacing.edges)
      && segment.span.overlaps(span)
  }

  private mutating func replace(_ edge: Int, by points: [Point]) {
    for segment in drawing.routes[edge].segments(of: edge) { index.remove(segment) }
    drawing.routes[edge].points = points
    for segment in drawing.routes[edge].segments(of: edge) { index.insert(segment) }
  }
}

extension Rect {
  /// Whether `other`, made larger by `margin`, has a point of this rectangle inside; this one may
  /// be a line.
  fileprivate func overlaps(_ other: Rect, margin: Int) -> Bool {
    maxX > other.minX - margin && minX < other.maxX + margin
      && maxY > other.minY - margin && minY < other.maxY + margin
  }
}

/// Boxes, clusters and labels, found by where they lie.
struct BoxIndex {
  enum Box {
    case leaf(Int)
    case cluster(Int)
    case label(Int)
  }

  private var boxes: [Box] = []
  private var grid: PlaneGrid

  /// - Parameters:
  ///   - drawing: the boxes, clusters and labels.
  ///   - graph: what is drawn; the room of its loops counts as part of the boxes.
  init(_ drawing: PartDrawing, of graph: NestedGraph) {
    func widened(_ rect: Rect, by room: Int) -> Rect {
      Rect(x: rect.minX, y: rect.minY, width: rect.size.width + room, height: rect.size.height)
    }
    grid = PlaneGrid(
      bounds: drawing.bounds, count: drawing.leaves.count + drawing.clusters.count)
    for (leaf, rect) in drawing.leaves.enumerated() {
      insert(.leaf(leaf), widened(rect, by: graph.leaves[leaf].loopRoom))
    }
    for (cluster, rect) in drawing.clusters.enumerated() {
      insert(.cluster(cluster), widened(rect, by: graph.clusters[cluster].loopRoom))
    }
    for (edge, route) in drawing.routes.enumerated() {
      if let label = route.label { insert(.label(edge), label) }
    }
  }

  private mutating func insert(_ box: Box, _ rect: Rect) {
    _ = grid.insert(rect)
    boxes.append(box)
  }

  /// Whether all boxes that touch `rect` satisfy a condition.
  func all(near rect: Rect, satisfy condition: (Box) -> Bool) -> Bool {
    grid.all(near: rect) { condition(boxes[$0]) }
  }
}
