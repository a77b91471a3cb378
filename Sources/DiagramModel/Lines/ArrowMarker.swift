/// What an arrow ends in, in a system of its own: the tip is at (0, 0), the line comes from the
/// left along the x axis.
///
/// The sizes follow the pen, and are those for which draw.io has a marker of the same outline.
package struct ArrowMarker: Hashable, Sendable {
  /// Half of the height, in whole units.
  private let half: Int
  package let head: ArrowHead
  /// In tenths of a unit.
  package let strokeWidth: Int

  /// The marker of a head; nil for a line that just ends.
  package init?(_ head: ArrowHead, strokeWidth: Int) {
    if head == .none { return nil }
    self.head = head
    self.strokeWidth = strokeWidth
    half = (40 + 4 * strokeWidth + 10) / 20
  }

  /// The radius of a circle, which is smaller than the other heads are high.
  package var radius: Int { (half * 4 + 2) / 5 }

  /// From the tip to the far end.
  package var length: Int { head == .circle ? 2 * radius : 2 * half }

  /// How much shorter the line must be, so that it ends inside the head.
  var cut: Int {
    switch head {
    case .none, .one, .many: 0
    // Nothing hides the line in it.
    case .hollow, .hollowDiamond: length
    case .arrow, .circle, .diamond: length - 1
    }
  }

  /// Whether it is drawn by lines, with the pen of the arrow, and not filled.
  package var isHollow: Bool {
    switch head {
    case .hollow, .hollowDiamond, .one, .many: true
    case .none, .arrow, .circle, .diamond: false
    }
  }

  /// The lines of a hollow one, in hundredths of a unit: those that draw.io draws around its marker, so
  /// that their outer edges are those of the filled heads.
  var lines: [PathCommand] {
    let pen = 10 * strokeWidth
    switch head {
    case .none, .arrow, .circle, .diamond: return []
    case .hollow:
      let (tip, side) = (1118 * pen / 1000, 100 * length - 1618 * pen / 1000)
      return .polygon((-tip, 0), (-tip - side, side / 2), (-tip - side, -side / 2))
    case .hollowDiamond:
      let (tip, side) = (707 * pen / 1000, 100 * length - 1414 * pen / 1000)
      return .polygon(
        (-tip, 0), (-tip - side / 2, side / 2), (-tip - side, 0), (-tip - side / 2, -side / 2))
    case .one:
      let size = 100 * length
      return [.move(-size / 2, -size / 2), .line(-size / 2, size / 2)]
    case .many:
      let size = 100 * length
      return [.move(0, -size / 2), .line(-size, 0), .line(0, size / 2)]
    }
  }

  /// The outline, which is filled in the colour of the line.
  var outline: [PathCommand] {
    switch head {
    case .none, .hollow, .hollowDiamond, .one, .many: []
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
}
