import DiagramModel

/// What an arrow ends in, in a system of its own: the tip is at (0, 0), the line comes from the
/// left along the x axis.
///
/// The sizes follow the pen, and are those for which draw.io has a marker of the same outline.
struct ArrowMarker: Hashable, Sendable {
  /// Half of the height, in whole units.
  private let half: Int
  private let head: ArrowHead
  /// In tenths of a unit.
  private let strokeWidth: Int

  /// The marker of a head; nil for a line that just ends.
  init?(_ head: ArrowHead, strokeWidth: Int) {
    if head == .none { return nil }
    self.head = head
    self.strokeWidth = strokeWidth
    half = (40 + 4 * strokeWidth + 10) / 20
  }

  /// The radius of a circle, which is smaller than the other heads are high.
  private var radius: Int { (half * 4 + 2) / 5 }

  /// From the tip to the far end.
  var length: Int { head == .circle ? 2 * radius : 2 * half }

  /// How much shorter the line must be, so that it ends inside the head.
  var cut: Int { length - 1 }

  /// The outline, which is filled in the colour of the line.
  var outline: [PathCommand] {
    switch head {
    case .none: []
    case .arrow:
      [
        .move(Point(x: 0, y: 0)), .line(Point(x: -length, y: half)),
        .line(Point(x: -length, y: -half)), .close,
      ]
    case .diamond:
      [
        .move(Point(x: 0, y: 0)), .line(Point(x: -half, y: half)),
        .line(Point(x: -length, y: 0)), .line(Point(x: -half, y: -half)), .close,
      ]
    case .circle:
      [
        .move(Point(x: 0, y: 0)),
        .arc(clockwise: true, to: Point(x: -radius, y: radius)),
        .arc(clockwise: true, to: Point(x: -length, y: 0)),
        .arc(clockwise: true, to: Point(x: -radius, y: -radius)),
        .arc(clockwise: true, to: Point(x: 0, y: 0)),
        .close,
      ]
    }
  }

  /// The name of draw.io's marker.
  var drawioName: String {
    switch head {
    case .none: "none"
    case .arrow: "block"
    case .circle: "circle"
    case .diamond: "diamond"
    }
  }

  /// The size that draw.io needs for the same outline, in hundredths of a unit: it draws its
  /// markers with the pen of the line around them, mitred, and sets them back so that the tip of
  /// the pen's line meets the end (`mxMarker`: 1.118 pens before a block, 0.707 before a diamond).
  var drawioSize: Int {
    switch head {
    case .none: 0
    case .arrow: 100 * length - (2618 * strokeWidth + 50) / 100
    case .circle: 100 * radius - 15 * strokeWidth
    case .diamond: 100 * length - (2414 * strokeWidth + 50) / 100
    }
  }
}
