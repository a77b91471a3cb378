import DiagramModel

/// An axis-parallel piece of a route.
struct LineSegment: Hashable {
  let edge: Int
  let isHorizontal: Bool
  /// Where it lies across its own direction.
  let place: Int
  /// What it covers along its own direction.
  let span: ClosedRange<Int>

  init(edge: Int, from start: Point, to end: Point) {
    self.edge = edge
    isHorizontal = start.y == end.y
    place = isHorizontal ? start.y : start.x
    let (one, other) = isHorizontal ? (start.x, end.x) : (start.y, end.y)
    span = min(one, other)...max(one, other)
  }

  /// Whether both cross in a point inside of each.
  func crosses(_ other: LineSegment) -> Bool {
    isHorizontal != other.isHorizontal
      && span.lowerBound < other.place && other.place < span.upperBound
      && other.span.lowerBound < place && place < other.span.upperBound
  }

  /// Whether both run beside each other, or meet, with less than `distance` between them.
  func isNear(_ other: LineSegment, distance: Int) -> Bool {
    isHorizontal == other.isHorizontal && abs(place - other.place) < distance
      && span.lowerBound < other.span.upperBound + distance
      && other.span.lowerBound < span.upperBound + distance
  }

  /// The smallest rectangle around it.
  var rect: Rect {
    isHorizontal
      ? Rect(x: span.lowerBound, y: place, width: span.upperBound - span.lowerBound, height: 0)
      : Rect(x: place, y: span.lowerBound, width: 0, height: span.upperBound - span.lowerBound)
  }
}

extension Route {
  /// The pieces between the bends.
  func segments(of edge: Int) -> [LineSegment] {
    zip(points, points.dropFirst()).map { LineSegment(edge: edge, from: $0, to: $1) }
  }
}

/// The pieces of all routes, found by where they lie.
///
/// The plane is divided into square cells; each piece is listed in every cell that it touches.
struct SegmentIndex {
  private static let cellSize = 128
  private var cells: [Cell: [LineSegment]] = [:]

  private struct Cell: Hashable {
    var x: Int
    var y: Int
  }

  init(_ routes: [Route]) {
    for (edge, route) in routes.enumerated() {
      for segment in route.segments(of: edge) { insert(segment) }
    }
  }

  mutating func insert(_ segment: LineSegment) {
    for cell in cells(of: segment, margin: 0) { cells[cell, default: []].append(segment) }
  }

  mutating func remove(_ segment: LineSegment) {
    for cell in cells(of: segment, margin: 0) {
      if let place = cells[cell]?.firstIndex(of: segment) { cells[cell]?.remove(at: place) }
    }
  }

  /// The pieces of other edges within `margin` of a segment, each once.
  func neighbors(of segment: LineSegment, margin: Int) -> Set<LineSegment> {
    var found: Set<LineSegment> = []
    for cell in cells(of: segment, margin: margin) {
      for other in cells[cell] ?? [] where other.edge != segment.edge { found.insert(other) }
    }
    return found
  }

  private func cells(of segment: LineSegment, margin: Int) -> [Cell] {
    let rect = segment.rect.insetBy(-margin)
    return (floor(rect.minX)...floor(rect.maxX)).flatMap { x in
      (floor(rect.minY)...floor(rect.maxY)).map { Cell(x: x, y: $0) }
    }
  }

  private func floor(_ value: Int) -> Int {
    (value >= 0 ? value : value - Self.cellSize + 1) / Self.cellSize
  }
}
