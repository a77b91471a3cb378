import DiagramAlgorithms
package import DiagramModel

/// A place for a text at a straight piece of a way.
package struct TextSpot {
  package let rect: Rect
  /// On which side of the piece it lies; nil on the line.
  package let side: Side?
  /// How much another place would have to be nearer to what one likes, as a length.
  package let cost: Int
}

/// The places for a text at a straight piece of a way, whoever puts it there.
package struct TextSpots {
  private let start: Point
  private let end: Point
  private let size: Size
  private let gap: Int
  private let dislike: Int
  /// The axis that the piece is longest along.
  package let axis: Axis

  /// - Parameters:
  ///   - size: that of the text.
  ///   - start: where the piece begins.
  ///   - end: where it ends.
  ///   - gap: what lies between the text and the piece.
  ///   - dislike: what all of these places cost more than others.
  package init(for size: Size, from start: Point, to end: Point, gap: Int, dislike: Int = 0) {
    (self.size, self.start, self.end, self.gap) = (size, start, end, gap)
    self.dislike = dislike
    axis = abs(end.x - start.x) >= abs(end.y - start.y) ? .horizontal : .vertical
  }

  /// Places from the middle of the piece outwards: on both sides, and on the line as the last resort.
  package var all: [TextSpot] {
    let room = max(0, length - size[axis])
    return (0..<9).flatMap { step in
      let part = (step + 1) / 2 * (step.isMultiple(of: 2) ? -1 : 1)
      return spots(room * part / 9, behindMiddle: abs(part) * 4)
    }
  }

  private var length: Int { abs(end[axis] - start[axis]) }

  /// The places whose middle lies so many units behind that of the piece; each costs `extra` more.
  package func spots(_ shift: Int, behindMiddle extra: Int = 0) -> [TextSpot] {
    let center = middle(movedBy: shift)
    let corner = Point(x: center.x - size.width / 2, y: center.y - size.height / 2)
    let overhang = max(0, size[axis] + 2 * (gap - 1) - length)
    let cost =
      dislike + extra + (axis == .horizontal ? 0 : 60) + overhang * 2 - min(length, 400) / 4
    let away = gap + rise(over: size[axis] / 2)
    let sides: [(Side, Int)] =
      axis == .horizontal ? [(.top, 0), (.bottom, 20)] : [(.right, 0), (.left, 20)]
    return sides.map { side, dislike in
      var origin = corner
      origin[axis.cross] =
        side.isForward ? center[axis.cross] + away : center[axis.cross] - away - size[axis.cross]
      return TextSpot(
        rect: Rect(origin: origin, size: size), side: side, cost: cost + dislike)
    } + [TextSpot(rect: Rect(origin: corner, size: size), side: nil, cost: cost + 1500)]
  }

  /// How far the piece leads away from its axis over a length.
  private func rise(over length: Int) -> Int {
    let (run, rise) = (self.length, abs(end[axis.cross] - start[axis.cross]))
    return run == 0 ? 0 : (length * rise + run - 1) / run
  }

  /// The point of the piece that lies so many units behind its middle along its axis.
  private func middle(movedBy shift: Int) -> Point {
    let (run, rise) = (end[axis] - start[axis], end[axis.cross] - start[axis.cross])
    var middle = Rect(from: start, to: end).center
    middle[axis] += shift
    if run != 0 { middle[axis.cross] += shift * rise / run }
    return middle
  }
}
