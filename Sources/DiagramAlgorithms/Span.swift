package import DiagramModel

/// A stretch of an axis, both limits included.
package struct Span: Hashable, Sendable {
  package var low: Int
  package var high: Int

  @inlinable package init(_ low: Int, _ high: Int) {
    self.low = low
    self.high = high
  }

  /// The stretch between two places in any order.
  @inlinable package init(between first: Int, and second: Int) {
    self.init(min(first, second), max(first, second))
  }

  @inlinable package var length: Int { high - low }
  @inlinable package var middle: Int { low + (high - low) / 2 }
  @inlinable package var isEmpty: Bool { high < low }

  @inlinable package func contains(_ place: Int) -> Bool { low <= place && place <= high }

  /// Whether the insides share a place; touching limits do not count.
  @inlinable package func overlaps(_ other: Span) -> Bool { low < other.high && other.low < high }

  /// Whether both share a place, be it a limit.
  @inlinable package func touches(_ other: Span) -> Bool { low <= other.high && other.low <= high }

  @inlinable package func intersection(_ other: Span) -> Span {
    Span(max(low, other.low), min(high, other.high))
  }

  @inlinable package func widened(by margin: Int) -> Span { Span(low - margin, high + margin) }

  /// The place in this stretch that is closest to `place`.
  @inlinable package func clamp(_ place: Int) -> Int { max(low, min(high, place)) }

  /// What is left without the insides of `holes`, from low to high.
  @inlinable package func subtracting(_ holes: [Span]) -> [Span] {
    var rest: [Span] = []
    var start = low
    for hole in holes.sorted(by: { ($0.low, $0.high) < ($1.low, $1.high) }) {
      guard hole.high > start else { continue }
      guard hole.low < high else { break }
      if hole.low >= start { rest.append(Span(start, hole.low)) }
      start = hole.high
    }
    if start <= high { rest.append(Span(start, high)) }
    return rest
  }
}

extension Rect {
  /// What the rectangle covers of an axis.
  package subscript(axis: Axis) -> Span {
    axis == .horizontal ? Span(minX, maxX) : Span(minY, maxY)
  }

  /// The rectangle that covers `along` of `axis` and `across` of the other axis.
  package init(_ along: Span, _ across: Span, along axis: Axis) {
    let (x, y) = axis == .horizontal ? (along, across) : (across, along)
    self.init(minX: x.low, minY: y.low, maxX: x.high, maxY: y.high)
  }

  /// Where a side lies on the axis along which one leaves it.
  package func place(of side: Side) -> Int {
    side.isForward ? self[side.axis].high : self[side.axis].low
  }
}

extension Point {
  /// The point at `along` on `axis` and at `across` on the other.
  package init(_ along: Int, _ across: Int, along axis: Axis) {
    self = axis == .horizontal ? Point(x: along, y: across) : Point(x: across, y: along)
  }
}

extension Insets {
  /// The room on the near and on the far side of an axis.
  package func along(_ axis: Axis) -> (low: Int, high: Int) {
    axis == .horizontal ? (left, right) : (top, bottom)
  }
}
