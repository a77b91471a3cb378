/// One of the two axes of the plane.
@usableFromInline package enum Axis: Hashable, Sendable, CaseIterable {
  case horizontal, vertical

  /// Written out, so that it is inlined in other modules too: nothing compares axes more often than
  /// layout does.
  @inlinable package static func == (first: Axis, second: Axis) -> Bool {
    first.index == second.index
  }

  /// 0 for horizontal, 1 for vertical.
  @inlinable package var index: Int {
    switch self {
    case .horizontal: 0
    case .vertical: 1
    }
  }

  /// The other axis.
  @inlinable package var cross: Axis { self == .horizontal ? .vertical : .horizontal }
}

/// One of the four ways along the axes, clockwise from the top: where a line runs, or where the
/// arrows of a drawing point.
public enum Direction: Hashable, Sendable, CaseIterable {
  case up, right, down, left

  @inlinable package var isHorizontal: Bool { index & 1 == 1 }

  /// The direction with an ``index``, of which only the last two bits count.
  @inlinable package init(index: Int) {
    self =
      switch index & 3 {
      case 0: .up
      case 1: .right
      case 2: .down
      default: .left
      }
  }

  /// The direction along `axis`, towards larger or smaller coordinates.
  @inlinable package init(_ axis: Axis, isForward: Bool) {
    switch axis {
    case .horizontal: self = isForward ? .right : .left
    case .vertical: self = isForward ? .down : .up
    }
  }

  /// Written out, so that it is inlined in other modules too: the search for ways compares nothing
  /// more often.
  @inlinable public static func == (first: Direction, second: Direction) -> Bool {
    first.index == second.index
  }

  /// Its place among all, from 0 for up, clockwise.
  @inlinable package var index: Int {
    switch self {
    case .up: 0
    case .right: 1
    case .down: 2
    case .left: 3
    }
  }

  /// The axis that it runs along.
  @inlinable package var axis: Axis { isHorizontal ? .horizontal : .vertical }

  /// Whether it leads to larger coordinates.
  @inlinable package var isForward: Bool { index == 1 || index == 2 }

  @inlinable package var opposite: Direction { turned(clockwise: 2) }

  @inlinable package var clockwise: Direction { turned(clockwise: 1) }

  /// The direction after some quarter turns.
  @inlinable package func turned(clockwise quarters: Int) -> Direction {
    Direction(index: index + quarters)
  }

  /// Where this direction lies for someone who travels in another: -1 to the left, 0 in front or
  /// behind, 1 to the right.
  @inlinable package func turn(from other: Direction) -> Int {
    switch turned(clockwise: -other.index) {
    case .right: 1
    case .left: -1
    case .up, .down: 0
    }
  }

  /// The side on which one leaves a box in this direction.
  @inlinable package var side: Side {
    switch self {
    case .up: .top
    case .right: .right
    case .down: .bottom
    case .left: .left
    }
  }
}

/// A side of a box, clockwise from the top.
public enum Side: Int, Hashable, Sendable, CaseIterable {
  case top, right, bottom, left

  /// The side on which one leaves a box along `axis`, towards larger or smaller coordinates.
  @inlinable package init(_ axis: Axis, isForward: Bool) {
    self = Direction(axis, isForward: isForward).side
  }

  /// Written out, so that it is inlined in other modules too.
  @inlinable public static func == (first: Side, second: Side) -> Bool {
    first.outward == second.outward
  }

  /// The direction in which one leaves the box here.
  @inlinable package var outward: Direction {
    switch self {
    case .top: .up
    case .right: .right
    case .bottom: .down
    case .left: .left
    }
  }

  /// The axis along which one leaves the box here.
  @inlinable package var axis: Axis { outward.axis }

  /// Whether one leaves the box here towards larger coordinates.
  @inlinable package var isForward: Bool { outward.isForward }

  /// The side that faces this one.
  @inlinable package var opposite: Side { outward.opposite.side }
}
