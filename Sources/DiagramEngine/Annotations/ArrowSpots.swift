import DiagramGraph
import DiagramModel

/// Places on a line for its number or its cross: in the middle of a piece, with its heads and bends free.
struct LineSpots {
  /// Each with what another place has to be better for it not to be taken.
  let all: [(middle: Point, cost: Int)]

  /// `heads` says whether there are some at the start and at the end.
  init(on route: Route, size: Size, heads: (start: Bool, end: Bool)) {
    if route.isCurved, route.points.count > 2 {
      let points = route.drawnPoints
      all = points.indices.dropFirst().dropLast().map { index in
        (points[index], 30 * abs(2 * index - points.count + 1))
      }
      return
    }
    let points = route.points
    all = zip(points, points.dropFirst()).enumerated().flatMap { piece, ends in
      let room = (
        piece == 0 ? (heads.start ? Self.head : Self.end) : Self.bend,
        piece == points.count - 2 ? (heads.end ? Self.head : Self.end) : Self.bend
      )
      return Self.spots(from: ends.0, to: ends.1, keeping: room, size)
    }
  }

  /// What a head takes of a line, the distance of its tip included, and a bend, and a plain end.
  private static let (head, bend, end) = (18, 12, 4)

  private static func spots(
    from start: Point, to end: Point, keeping room: (Int, Int), _ size: Size
  ) -> [(middle: Point, cost: Int)] {
    let isLevel = abs(end.x - start.x) >= abs(end.y - start.y)
    let length = isLevel ? abs(end.x - start.x) : abs(end.y - start.y)
    guard length > 0 else { return [] }
    let half = (isLevel ? size.width : size.height) / 2
    let (low, high) = (room.0 + half, length - room.1 - half)
    let middle = (room.0 + length - room.1) / 2
    let isTight = low > high
    let places =
      isTight
      ? [middle]
      : [0, -1, 1, -2, 2, -3, 3, -4, 4].map { step in
        middle + step * (high - low) / 8
      }
    return places.map { place in
      let point = Point(
        x: start.x + (end.x - start.x) * place / length,
        y: start.y + (end.y - start.y) * place / length)
      let cost = 400 - min(length, 400) + abs(place - middle) / 2 + (isTight ? 1000 : 0)
      return (point, cost)
    }
  }
}

/// Places for a text beside the end of a line.
enum EndSpots {
  /// What it keeps from a line without heads, and from one with a head, so that both its texts are in line.
  static let (besideLine, besideHead) = (4, 9)

  /// Places on both sides of the line, the nearest to the end first.
  static func all(
    for size: Size, at end: Point, towards next: Point, beside gap: Int
  ) -> [(rect: Rect, cost: Int)] {
    [8, 14, 20, 28, 40].flatMap { along in
      places(of: size, at: end, towards: next, beside: gap, along: along).enumerated().map {
        ($1, along * 4 + $0 * 20)
      }
    }
  }

  private static func places(
    of size: Size, at end: Point, towards next: Point, beside gap: Int, along: Int
  ) -> [Rect] {
    if abs(next.x - end.x) >= abs(next.y - end.y) {
      let x = next.x >= end.x ? end.x + along : end.x - along - size.width
      return [end.y - gap - size.height, end.y + gap].map {
        Rect(origin: Point(x: x, y: $0), size: size)
      }
    }
    let y = next.y >= end.y ? end.y + along : end.y - along - size.height
    return [end.x + gap, end.x - gap - size.width].map {
      Rect(origin: Point(x: $0, y: y), size: size)
    }
  }
}
