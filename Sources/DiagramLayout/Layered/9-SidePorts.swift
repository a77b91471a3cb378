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
    let old = Set(Route(points: points).segments(of: edge))
    let new = Route(points: changed).segments(of: edge).filter { !old.contains($0) }
    var crossings = 0
    for segment in new {
      guard isClear(segment, edge: edge, at: end) else { return false }
      for other in index.neighbors(of: segment, margin: spacing.edges) {
        if segment.isNear(other, distance: spacing.edges) { return false }
        if segment.crosses(other) { crossings += 1 }
      }
    }
    let kept = Set(Route(points: changed).segments(of: edge))
    for segment in old where !kept.contains(segment) {
      for other in index.neighbors(of: segment, margin: 0) where segment.crosses(other) {
        crossings -= 1
      }
    }
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
    for box in boxes.near(rect, margin: spacing.edgeToNode) {
      switch box {
      case .leaf(let leaf):
        var frame = drawing.leaves[leaf]
        frame.size.width += graph.leaves[leaf].loopRoom
        let isOwn = ends.contains(.leaf(leaf))
        if rect.overlaps(frame, margin: isOwn ? 0 : spacing.edges) { return false }
      case .label(let other):
        guard let label = drawing.routes[other].label, other != edge else { continue }
        if rect.overlaps(label, margin: spacing.edges / 2) { return false }
      case .cluster(let cluster):
        var frame = drawing.clusters[cluster]
        if ends.contains(.cluster(cluster)) {
          if rect.overlaps(frame, margin: 0) { return false }
        } else if ends.contains(where: { graph.encloses(.cluster(cluster), $0) }) {
          // It may cross the outline, but must not run along it.
          if runsAlong(segment, frame) { return false }
        } else {
          frame.size.width += graph.clusters[cluster].loopRoom
          if rect.overlaps(frame, margin: spacing.edges) { return false }
        }
      }
    }
    return true
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

  private var boxes: [(rect: Rect, box: Box)] = []
  private var rows: [Int: [Int]] = [:]
  private static let rowHeight = 128

  /// - Parameters:
  ///   - drawing: the boxes, clusters and labels.
  ///   - graph: what is drawn; the room of its loops counts as part of the boxes.
  init(_ drawing: PartDrawing, of graph: NestedGraph) {
    func widened(_ rect: Rect, by room: Int) -> Rect {
      Rect(x: rect.minX, y: rect.minY, width: rect.size.width + room, height: rect.size.height)
    }
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
    for row in Self.rows(of: rect) { rows[row, default: []].append(boxes.count) }
    boxes.append((rect, box))
  }

  private static func rows(of rect: Rect) -> ClosedRange<Int> {
    func row(_ y: Int) -> Int { (y >= 0 ? y : y - rowHeight + 1) / rowHeight }
    return row(rect.minY)...row(rect.maxY)
  }

  /// The boxes within `margin` of `rect`; some may be named twice.
  func near(_ rect: Rect, margin: Int) -> [Box] {
    let reach = rect.insetBy(-margin)
    return Self.rows(of: reach).flatMap { row in
      (rows[row] ?? []).compactMap { index in
        let other = boxes[index].rect
        return other.minX <= reach.maxX && reach.minX <= other.maxX
          && other.minY <= reach.maxY && reach.minY <= other.maxY ? boxes[index].box : nil
      }
    }
  }
}
