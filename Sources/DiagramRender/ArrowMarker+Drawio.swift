import DiagramModel

extension ArrowMarker {
  /// The name of draw.io's marker.
  var drawioName: String {
    switch head {
    case .none: "none"
    case .arrow, .hollow: "block"
    case .circle: "circle"
    case .diamond, .hollowDiamond: "diamond"
    case .one: "ERone"
    case .many: "ERmany"
    }
  }

  /// The size that draw.io needs for the same outline, in hundredths of a unit: it draws its
  /// markers with the pen of the line around them, mitred, and sets them back so that the tip of
  /// the pen's line meets the end (`mxMarker`: 1.118 pens before a block, 0.707 before a diamond).
  var drawioSize: Int {
    switch head {
    case .none: 0
    case .arrow, .hollow: 100 * length - (2618 * strokeWidth + 50) / 100
    case .circle: 100 * radius - 15 * strokeWidth
    case .diamond, .hollowDiamond: 100 * length - (2414 * strokeWidth + 50) / 100
    // draw.io adds the pen and a unit.
    case .one, .many: 100 * length - 10 * strokeWidth - 100
    }
  }
}
