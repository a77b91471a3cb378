package import DiagramModel

/// A direction along an axis; a small integer, since the search compares nothing more often.
package struct Heading: Hashable, Sendable {
  /// Clockwise from the top, like ``Side``.
  package let index: Int

  @inlinable package init(index: Int) { self.index = index }

  @inlinable package init(_ side: Side) { index = side.rawValue }

  package static let all = (0..<4).map { Heading(index: $0) }
  @inlinable package static var up: Heading { Heading(index: 0) }
  @inlinable package static var right: Heading { Heading(index: 1) }
  @inlinable package static var down: Heading { Heading(index: 2) }
  @inlinable package static var left: Heading { Heading(index: 3) }

  @inlinable package var isHorizontal: Bool { index & 1 == 1 }

  /// Whether it leads to larger coordinates.
  @inlinable package var isForward: Bool { index == 1 || index == 2 }

  @inlinable package var opposite: Heading { Heading(index: index ^ 2) }

  @inlinable package var clockwise: Heading { turned(clockwise: 1) }

  /// The heading after some quarter turns.
  @inlinable package func turned(clockwise quarters: Int) -> Heading {
    Heading(index: (index + quarters) & 3)
  }

  /// Where this direction lies for someone who travels in another: -1 to the left, 0 in front or
  /// behind, 1 to the right.
  @inlinable package func turn(from heading: Heading) -> Int {
    switch (index - heading.index) & 3 {
    case 1: 1
    case 3: -1
    default: 0
    }
  }
}
