import DiagramModel

/// A direction along an axis; a small integer, since the search compares nothing more often.
struct Heading: Hashable, Sendable {
  /// Clockwise from the top, like ``Side``.
  let index: Int

  init(index: Int) { self.index = index }

  init(_ side: Side) { index = side.rawValue }

  static let all = (0..<4).map { Heading(index: $0) }
  static let up = Heading(index: 0)
  static let right = Heading(index: 1)
  static let down = Heading(index: 2)
  static let left = Heading(index: 3)

  var isHorizontal: Bool { index & 1 == 1 }

  /// Whether it leads to larger coordinates.
  var isForward: Bool { index == 1 || index == 2 }

  var opposite: Heading { Heading(index: index ^ 2) }

  var clockwise: Heading { turned(clockwise: 1) }

  /// The heading after some quarter turns.
  func turned(clockwise quarters: Int) -> Heading { Heading(index: (index + quarters) & 3) }

  /// Where this direction lies for someone who travels in another: -1 to the left, 0 in front or
  /// behind, 1 to the right.
  func turn(from heading: Heading) -> Int {
    switch (index - heading.index) & 3 {
    case 1: 1
    case 3: -1
    default: 0
    }
  }
}
