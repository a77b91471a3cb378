/// Where a box lies on another one.
package struct PlaceOn: Hashable, Sendable {
  package let box: Reference
  /// The place of its middle, in shares of the width and the height of the other box; nil where its author
  /// leaves it open.
  package let x: Double?
  package let y: Double?
  /// The columns and the time of what lies on the track of a timeline.
  package private(set) var track: TrackTime?
  package let origin: Origin

  package init(_ box: Reference, x: Double?, y: Double?, at origin: Origin) {
    (self.box, self.x, self.y, self.origin) = (box, x, y, origin)
  }

  /// At a time on the track of a timeline; `nil` is told as a mistake.
  package init(_ track: Reference, time: TimeSpan?, columns: Int, at origin: Origin) {
    let middle = time.map { ($0.start + $0.end) / 2 / Double(max(columns, 1)) }
    self.init(track, x: middle ?? 0.5, y: nil, at: origin)
    self.track = TrackTime(time: time, columns: columns)
  }

  /// At a place of the outline.
  package init(_ box: Reference, _ place: BorderPlace, at origin: Origin) {
    let (x, y) = place.shares
    self.init(box, x: x, y: y, at: origin)
  }
}

/// What lies on the track of a timeline when.
package struct TrackTime: Hashable, Sendable {
  package let time: TimeSpan?
  package let columns: Int

  /// How much of the length of the track it takes; nil for a moment.
  package var share: Double? {
    time.flatMap { $0.isMoment ? nil : ($0.end - $0.start) / Double(max(columns, 1)) }
  }
}

extension Placeable {
  /// A copy whose middle lies on another box at a place of it: a dot in a quadrant, a milestone on a bar.
  ///
  /// `x` and `y` are shares of its width and height, `(0, 0)` is its top left corner and `(1, 1)` the bottom
  /// right one; from -0.5 to 1.5, so that it may lie on the outline or a little outside, and in the middle
  /// where they are left out. It takes no room in the row or container where it is written, lies above the
  /// other box, and moves with it. Arrows begin and end at it as at any other.
  ///
  /// A ``Divider`` runs across the other box: upright at `x`, level at `y`.
  /// ```swift
  /// Component("Search").on(effort, x: 0.3, y: 0.8)
  /// Divider("today").on(plan, x: 0.4)
  /// ```
  public func on(
    _ box: some Referable, x: Double? = nil, y: Double? = nil, file: StaticString = #filePath,
    line: UInt = #line, column: UInt = #column
  ) -> Self {
    let origin = Origin(file: file, line: line, column: column)
    return changing { $0.attributes.on = PlaceOn(box.reference, x: x, y: y, at: origin) }
  }

  /// A copy whose middle lies on the outline of another box: a sidecar at a corner, a chip on a border.
  public func on(
    _ box: some Referable, _ place: BorderPlace, file: StaticString = #filePath,
    line: UInt = #line, column: UInt = #column
  ) -> Self {
    let origin = Origin(file: file, line: line, column: column)
    return changing { $0.attributes.on = PlaceOn(box.reference, place, at: origin) }
  }
}

extension BorderPlace {
  /// The place in shares of the width and the height.
  fileprivate var shares: (x: Double, y: Double) {
    let x =
      switch self {
      case .topLeft, .left, .bottomLeft: 0.0
      case .top, .bottom: 0.5
      case .topRight, .right, .bottomRight: 1.0
      }
    let y =
      switch self {
      case .topLeft, .top, .topRight: 0.0
      case .left, .right: 0.5
      case .bottomLeft, .bottom, .bottomRight: 1.0
      }
    return (x, y)
  }
}
