import DiagramModel

/// A stretch of an axis, both limits included.
struct Span: Hashable, Sendable {
  var low: Int
  var high: Int

  init(_ low: Int, _ high: Int) {
    self.low = low
    self.high = high
  }

  /// The stretch between two places in any order.
  init(between first: Int, and second: Int) {
    self.init(min(first, second), max(first, second))
  }

  var length: Int { high - low }
  var middle: Int { low + (high - low) / 2 }
  var isEmpty: Bool { high < low }

  func contains(_ place: Int) -> Bool { low <= place && place <= high }

  /// Whether the insides share a place; touching limits do not count.
  func overlaps(_ other: Span) -> Bool { low < other.high && other.low < high }

  /// Whether both share a place, be it a limit.
  func touches(_ other: Span) -> Bool { low <= other.high && other.low <= high }

  func intersection(_ other: Span) -> Span { Span(max(low, other.low), min(high, other.high)) }

  func widened(by margin: Int) -> Span { Span(low - margin, high + margin) }

  /// The place in this stretch that is closest to `place`.
  func clamp(_ place: Int) -> Int { max(low, min(high, place)) }

  /// What is left without the insides of `holes`, from low to high.
  func subtracting(_ holes: [Span]) -> [Span] {
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
  subscript(axis: Axis) -> Span {
    axis == .horizontal ? Span(minX, maxX) : Span(minY, maxY)
  }

  /// The smallest rectangle around two points.
  init(between first: Point, and second: Point) {
    self.init(
      minX: min(first.x, second.x), minY: min(first.y, second.y), maxX: max(first.x, second.x),
      maxY: max(first.y, second.y))
  }

  /// The rectangle that covers `along` of `axis` and `across` of the other axis.
  init(_ along: Span, _ across: Span, along axis: Axis) {
    let (x, y) = axis == .horizontal ? (along, across) : (across, along)
    self.init(minX: x.low, minY: y.low, maxX: x.high, maxY: y.high)
  }

  /// Where a side lies on the axis along which one leaves it.
  func place(of side: Side) -> Int {
    side.isForward ? self[side.axis].high : self[side.axis].low
  }
}

extension Point {
  /// The point at `along` on `axis` and at `across` on the other.
  init(_ along: Int, _ across: Int, along axis: Axis) {
    self = axis == .horizontal ? Point(x: along, y: across) : Point(x: across, y: along)
  }
}

extension Side {
  /// Whether one leaves a box here towards larger coordinates.
  var isForward: Bool { self == .right || self == .bottom }

  /// The side that one leaves along `axis`, towards larger or smaller coordinates.
  init(_ axis: Axis, isForward: Bool) {
    switch axis {
    case .horizontal: self = isForward ? .right : .left
    case .vertical: self = isForward ? .bottom : .top
    }
  }
}

extension Axis {
  /// 0 for horizontal, 1 for vertical.
  var index: Int { self == .horizontal ? 0 : 1 }
}
