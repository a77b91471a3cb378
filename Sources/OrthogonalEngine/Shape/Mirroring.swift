import DiagramModel

/// Whether a drawing is turned over, from left to right and from top to bottom.
struct Mirroring: Hashable, Sendable {
  var columns = false
  var rows = false

  /// Whether clockwise becomes counterclockwise; a drawing turned over twice is only rotated.
  var reversesRotation: Bool { columns != rows }

  /// The mirroring after which most strands point along `direction`, and across it siblings follow each
  /// other as they were written, or, if that says nothing, most strands point to the right or down: as
  /// people read.
  ///
  /// - Complexity: O(*strands* + *siblings*).
  init(
    of coordinates: GridCoordinates, traces: ArraySlice<OrthogonalGrid.Trace>,
    boxes: [Int], siblings: WrittenSiblings, along direction: Direction
  ) {
    var (right, down) = (0, 0)
    for trace in traces {
      guard let first = trace.vertices.first, let last = trace.vertices.last else { continue }
      right += (coordinates.columns[last] - coordinates.columns[first]).signum()
      down += (coordinates.rows[last] - coordinates.rows[first]).signum()
    }
    let written =
      direction.isHorizontal
      ? siblings.surplus(at: boxes.map { coordinates.rows[$0] })
      : siblings.surplus(at: boxes.map { coordinates.columns[$0] })
    if written != 0, direction.isHorizontal { down = written }
    if written != 0, !direction.isHorizontal { right = written }
    columns = direction == .left ? right > 0 : right < 0
    rows = direction == .up ? down > 0 : down < 0
  }
}

extension GridCoordinates {
  /// The same drawing turned over.
  func mirrored(_ mirroring: Mirroring) -> GridCoordinates {
    GridCoordinates(
      columns: mirroring.columns ? GridCoordinates.reversed(columns) : columns,
      rows: mirroring.rows ? GridCoordinates.reversed(rows) : rows)
  }

  private static func reversed(_ ranks: [Int]) -> [Int] {
    let last = ranks.max() ?? 0
    return ranks.map { last - $0 }
  }
}
