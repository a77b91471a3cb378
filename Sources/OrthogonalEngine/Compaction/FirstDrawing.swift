import DiagramAlgorithms
import DiagramGraph
import DiagramModel

/// A drawing of a piece on its grid, so wide that all boxes and texts have room: each column is as
/// wide as the widest thing in it.
struct FirstDrawing {
  private(set) var layout: Layout

  /// - Parameters:
  ///   - graph: the piece: its containers, then its boxes.
  ///   - clusters: the same as its topology sees it.
  ///   - grid: its shape.
  ///   - coordinates: the column and the row of each vertex of the grid.
  ///   - spacing: the room to leave.
  init(
    of graph: LayoutGraph, _ clusters: ClusteredGraph, grid: OrthogonalGrid,
    coordinates: GridCoordinates, spacing: Spacing
  ) {
    let first = clusters.containerParents.count
    let x = GridTracks(
      of: graph, first, grid: grid, ranks: coordinates.columns, spacing: spacing, axis: .horizontal)
    let y = GridTracks(
      of: graph, first, grid: grid, ranks: coordinates.rows, spacing: spacing, axis: .vertical)
    let place = { (vertex: Int) in
      Point(x: x.position[coordinates.columns[vertex]], y: y.position[coordinates.rows[vertex]])
    }
    layout = Layout(
      frames: graph.nodes.map { Rect(origin: Point(x: 0, y: 0), size: $0.minimumSize) }, routes: [])
    for (vertex, kind) in grid.vertices.enumerated() {
      if case .node(let box) = kind {
        layout.frames[first + box] = Rect(
          middle: place(vertex), size: graph.nodes[first + box].minimumSize)
      }
    }
    for container in 0..<first {
      let corners = grid.borders[container].map { Rect(origin: place($0), size: .zero) }
      layout.frames[container] = corners.bounds ?? .zero
    }
    let boxes = Array(layout.frames[first...])
    layout.routes = zip(graph.edges, grid.traces).map { edge, trace in
      let path = TracedPath(trace: trace, grid: grid, place: place, boxes: boxes)
      var route = Route(points: path.corners)
      if let size = edge.labelSize, let (piece, middle) = path.label {
        let isLevel = path.corners[piece].y == path.corners[piece + 1].y
        route.label = Self.labelFrame(size, beside: middle, isLevel: isLevel)
      }
      return route
    }
  }

  /// The gap between a text and its line.
  static let labelGap = 3

  /// A text above a level line or to the right of an upright one.
  private static func labelFrame(_ size: Size, beside middle: Point, isLevel: Bool) -> Rect {
    isLevel
      ? Rect(
        x: middle.x - size.width / 2, y: middle.y - labelGap - size.height, width: size.width,
        height: size.height)
      : Rect(
        x: middle.x + labelGap, y: middle.y - size.height / 2, width: size.width,
        height: size.height)
  }
}

extension Rect {
  fileprivate init(middle: Point, size: Size) {
    self.init(
      x: middle.x - size.width / 2, y: middle.y - size.height / 2, width: size.width,
      height: size.height)
  }
}

/// Where the columns or the rows lie.
private struct GridTracks {
  private(set) var position: [Int] = []

  init(
    of graph: LayoutGraph, _ first: Int, grid: OrthogonalGrid, ranks: [Int], spacing: Spacing,
    axis: Axis
  ) {
    let count = (ranks.max() ?? 0) + 1
    var (before, after) = ([Int](repeating: 0, count: count), [Int](repeating: 0, count: count))
    for (vertex, kind) in grid.vertices.enumerated() {
      let rank = ranks[vertex]
      switch kind {
      case .node(let node):
        let half = (graph.nodes[first + node].minimumSize[axis] + 1) / 2
        (before[rank], after[rank]) = (max(before[rank], half), max(after[rank], half))
      case .label(let strand):
        // Above or to the right of its line, or centred on it.
        let extent = (graph.edges[strand].labelSize ?? .zero)[axis] + FirstDrawing.labelGap
        (before[rank], after[rank]) = (max(before[rank], extent), max(after[rank], extent))
      case .joint: break
      }
    }
    // A container reaches at least from its first track to the next.
    for (container, border) in grid.borders.enumerated() {
      guard let rank = border.map({ ranks[$0] }).min() else { continue }
      after[rank] = max(after[rank], graph.nodes[container].minimumSize[axis])
    }
    var x = 0
    let paddings = graph.nodes[..<first].map(\.padding).flatMap {
      [$0.top, $0.left, $0.bottom, $0.right]
    }
    let gap = paddings.reduce(max(spacing.nodes, spacing.edgeToNode * 2), max)
    for rank in 0..<count {
      x += before[rank]
      position.append(x)
      x += after[rank] + gap
    }
  }
}

/// The corners of a strand.
private struct TracedPath {
  /// From outline to outline; no two pieces in a row go the same way.
  private(set) var corners: [Point] = []
  /// The piece with the text, and the middle of the text on it.
  private(set) var label: (piece: Int, middle: Point)?

  init(
    trace: OrthogonalGrid.Trace, grid: OrthogonalGrid, place: (Int) -> Point,
    boxes: [Rect]
  ) {
    var points = trace.vertices.map(place)
    guard let first = trace.vertices.first, let last = trace.vertices.last else { return }
    if case .node(let node) = grid.vertices[first] {
      TracedPath.leave(
        boxes[node], port: trace.sourcePort, ports: grid.portCounts[node], along: &points)
    }
    points.reverse()
    if case .node(let node) = grid.vertices[last] {
      TracedPath.leave(
        boxes[node], port: trace.targetPort, ports: grid.portCounts[node], along: &points)
    }
    points.reverse()
    var labelPoint: Point?
    for (position, vertex) in trace.vertices.enumerated() {
      if case .label = grid.vertices[vertex] { labelPoint = points[position] }
    }
    corners = points.withoutStraightCorners
    if let labelPoint {
      label = (1..<corners.count).first { position in
        Rect(from: corners[position - 1], to: corners[position]).contains(labelPoint)
      }.map { ($0 - 1, labelPoint) }
    }
  }

  /// Moves the first points, those on the arm of a box, to a port on its outline.
  private static func leave(_ box: Rect, port: Int, ports: Int, along points: inout [Point]) {
    let (middle, next) = (points[0], points[1])
    let isLevel = middle.y == next.y
    let half = (isLevel ? box.size.height : box.size.width) / 2 - 2
    let step = min(10, ports > 0 ? half / ports : 0)
    // Ports count clockwise around the box.
    let isReversed = isLevel ? next.x < middle.x : next.y > middle.y
    let shift = isReversed ? -port * step : port * step
    let armEnd = points.firstIndex { isLevel ? $0.y != middle.y : $0.x != middle.x } ?? points.count
    for position in 0..<armEnd {
      if isLevel { points[position].y += shift } else { points[position].x += shift }
    }
    if isLevel {
      points[0].x = next.x > middle.x ? box.maxX : box.minX
    } else {
      points[0].y = next.y > middle.y ? box.maxY : box.minY
    }
  }
}
