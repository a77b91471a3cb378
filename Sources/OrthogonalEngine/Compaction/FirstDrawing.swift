import DiagramAlgorithms
import DiagramGraph
import DiagramModel

/// The sizes that a drawing of a clustered graph needs.
struct DrawingSizes: Sendable {
  /// One a box.
  var boxes: [Size] = []
  /// One a strand.
  var labels: [Size?]
  /// What each container needs at least.
  var containers: [Size] = []
  /// One a container.
  var paddings: [Insets] = []
  var spacing: Spacing
}

extension OrthogonalDrawing {
  /// Draws a grid so wide that all boxes and texts have room: each column is as wide as the widest
  /// thing in it.
  init(
    graph: ClusteredGraph, grid: OrthogonalGrid, coordinates: GridCoordinates, sizes: DrawingSizes
  ) {
    let x = GridTracks(grid: grid, ranks: coordinates.columns, sizes: sizes, axis: .horizontal)
    let y = GridTracks(grid: grid, ranks: coordinates.rows, sizes: sizes, axis: .vertical)
    let place = { (vertex: Int) in
      Point(x: x.position[coordinates.columns[vertex]], y: y.position[coordinates.rows[vertex]])
    }
    boxCount = sizes.boxes.count
    solids = zip(sizes.boxes, graph.nodeContainers).map {
      Solid(frame: Rect(origin: Point(x: 0, y: 0), size: $0), container: $1)
    }
    for (vertex, kind) in grid.vertices.enumerated() {
      if case .node(let node) = kind {
        solids[node].frame = Rect(middle: place(vertex), size: sizes.boxes[node])
      }
    }
    containers = graph.containerParents.indices.map { container in
      let corners = grid.borders[container].map(place)
      return Container(
        frame: corners.dropFirst().reduce(Rect(origin: corners[0], size: .zero)) {
          $0.union(Rect(origin: $1, size: .zero))
        },
        minimumSize: sizes.containers[container], padding: sizes.paddings[container],
        parent: graph.containerParents[container])
    }
    wires = []
    for (strand, trace) in grid.traces.enumerated() {
      let ends = graph.strands[strand]
      var wire = Wire(points: [], source: End(ends.source), target: End(ends.target))
      let path = TracedPath(trace: trace, grid: grid, place: place, boxes: solids, sizes: sizes)
      wire.points = path.corners
      if let size = sizes.labels[strand], let (piece, middle) = path.label {
        let isLevel = path.corners[piece].y == path.corners[piece + 1].y
        solids.append(
          Solid(
            frame: OrthogonalDrawing.labelFrame(size, beside: middle, isLevel: isLevel),
            container: -1))
        wire.label = Label(solid: solids.count - 1, piece: piece)
      }
      wires.append(wire)
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

extension OrthogonalDrawing.End {
  fileprivate init(_ end: ClusteredGraph.End) {
    switch end {
    case .node(let node): self = .box(node)
    case .container(let container): self = .container(container)
    }
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

  init(grid: OrthogonalGrid, ranks: [Int], sizes: DrawingSizes, axis: Axis) {
    let count = (ranks.max() ?? 0) + 1
    var (before, after) = ([Int](repeating: 0, count: count), [Int](repeating: 0, count: count))
    for (vertex, kind) in grid.vertices.enumerated() {
      let rank = ranks[vertex]
      switch kind {
      case .node(let node):
        let half = (sizes.boxes[node][axis] + 1) / 2
        (before[rank], after[rank]) = (max(before[rank], half), max(after[rank], half))
      case .label(let strand):
        // Above or to the right of its line, or centred on it.
        let extent = (sizes.labels[strand] ?? .zero)[axis] + OrthogonalDrawing.labelGap
        (before[rank], after[rank]) = (max(before[rank], extent), max(after[rank], extent))
      case .joint: break
      }
    }
    // A container reaches at least from its first track to the next.
    for (container, border) in grid.borders.enumerated() {
      guard let first = border.map({ ranks[$0] }).min() else { continue }
      after[first] = max(after[first], sizes.containers[container][axis])
    }
    var x = 0
    let paddings = sizes.paddings.flatMap { [$0.top, $0.left, $0.bottom, $0.right] }
    let gap = paddings.reduce(max(sizes.spacing.nodes, sizes.spacing.edgeToNode * 2), max)
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
    boxes: [OrthogonalDrawing.Solid], sizes: DrawingSizes
  ) {
    var points = trace.vertices.map(place)
    guard let first = trace.vertices.first, let last = trace.vertices.last else { return }
    if case .node(let node) = grid.vertices[first] {
      TracedPath.leave(
        boxes[node].frame, port: trace.sourcePort, ports: grid.portCounts[node], along: &points)
    }
    points.reverse()
    if case .node(let node) = grid.vertices[last] {
      TracedPath.leave(
        boxes[node].frame, port: trace.targetPort, ports: grid.portCounts[node], along: &points)
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
