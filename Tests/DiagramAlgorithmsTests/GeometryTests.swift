import DiagramModel
import TestSupport
import Testing

@testable import DiagramAlgorithms

/// Rectangles and stretches against the points that they are made of.
@Suite struct GeometryTests {
  private static let board = 0...7

  private func rect(_ random: inout SeededGenerator) -> Rect {
    let (x, y) = (Int.random(in: 0...5, using: &random), Int.random(in: 0...5, using: &random))
    return Rect(
      x: x, y: y, width: Int.random(in: 0...(7 - x), using: &random),
      height: Int.random(in: 0...(7 - y), using: &random))
  }

  private func points(where isWanted: (Point) -> Bool) -> Set<Point> {
    Set(Self.board.flatMap { x in Self.board.map { Point(x: x, y: $0) } }.filter(isWanted))
  }

  /// The points of a rectangle with its outline.
  private func points(of rect: Rect) -> Set<Point> {
    points { rect.minX <= $0.x && $0.x <= rect.maxX && rect.minY <= $0.y && $0.y <= rect.maxY }
  }

  /// Where the unit squares of a rectangle have their corners.
  private func squares(of rect: Rect) -> Set<Point> {
    points { rect.minX <= $0.x && $0.x < rect.maxX && rect.minY <= $0.y && $0.y < rect.maxY }
  }

  @Test(arguments: UInt64(0)..<300) func rectanglesAreTheirPoints(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let (one, other) = (rect(&random), rect(&random))
    let (first, second) = (points(of: one), points(of: other))
    #expect(one.contains(other) == second.isSubset(of: first))
    #expect(one.touches(other) == !first.isDisjoint(with: second))
    #expect(one.sharedArea(with: other) == squares(of: one).intersection(squares(of: other)).count)
    #expect(one.area == squares(of: one).count)
    #expect(points(of: one.union(other)).isSuperset(of: first.union(second)))
    for point in Self.board.map({ Point(x: $0, y: Int($0 * 3) % 8) }) {
      #expect(one.contains(point) == first.contains(point))
    }
    let nearest = first.flatMap { from in second.map { abs(from.x - $0.x) + abs(from.y - $0.y) } }
    #expect(one.distance(to: other) == nearest.min())
    if one.area > 0, other.area > 0 {
      #expect(one.intersects(other) == (one.sharedArea(with: other) > 0))
    }
  }

  @Test(arguments: UInt64(0)..<100) func insetsTakeAwayWhatTheySay(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let rect = rect(&random)
    let insets = Insets(
      top: Int.random(in: 0...2, using: &random), left: Int.random(in: 0...2, using: &random),
      bottom: Int.random(in: 0...2, using: &random), right: Int.random(in: 0...2, using: &random))
    let inner = rect.inset(by: insets)
    #expect(inner.minX - rect.minX == insets.left && rect.maxX - inner.maxX == insets.right)
    #expect(inner.minY - rect.minY == insets.top && rect.maxY - inner.maxY == insets.bottom)
    #expect(
      rect.insetBy(-2).insetBy(2) == rect && rect.insetBy(1) == rect.inset(by: Insets(all: 1)))
    for axis in Axis.allCases {
      let (low, high) = insets.along(axis)
      #expect(inner[axis] == Span(rect[axis].low + low, rect[axis].high - high))
      #expect(Rect(rect[axis], rect[axis.cross], along: axis) == rect)
    }
  }

  @Test(arguments: UInt64(0)..<200) func aLineHitsWhatItsPointsTouch(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let rect = rect(&random)
    let places = (0..<4).map { _ in Int.random(in: Self.board, using: &random) }
    let (start, end) = (Point(x: places[0], y: places[1]), Point(x: places[2], y: places[3]))
    // Walked in steps of a 420th, which meets every whole and half coordinate of the board.
    let isHit = (0...420).contains { step in
      let x = start.x * (420 - step) + end.x * step
      let y = start.y * (420 - step) + end.y * step
      return rect.minX * 420 <= x && x <= rect.maxX * 420 && rect.minY * 420 <= y
        && y <= rect.maxY * 420
    }
    #expect(rect.isHit(from: start, to: end) == isHit)
  }

  @Test(arguments: UInt64(0)..<200) func stretchesAreTheirPlaces(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    func span() -> Span {
      Span(
        between: Int.random(in: 0...20, using: &random),
        and: Int.random(in: 0...20, using: &random))
    }
    func places(_ span: Span) -> Set<Int> { Set((0...20).filter(span.contains)) }
    func inside(_ span: Span) -> Set<Int> {
      Set((0...20).filter { span.low < $0 && $0 < span.high })
    }
    let (one, other) = (span(), span())
    #expect(one.touches(other) == !places(one).isDisjoint(with: places(other)))
    #expect(places(one.intersection(other)) == places(one).intersection(places(other)))
    #expect(one.widened(by: 2).length == one.length + 4)
    let holes = (0..<Int.random(in: 0...4, using: &random)).map { _ in span() }
    let rest = one.subtracting(holes)
    #expect(
      rest.reduce(into: Set()) { $0.formUnion(places($1)) }
        == holes.reduce(places(one)) { $0.subtracting(inside($1)) })
    #expect(zip(rest, rest.dropFirst()).allSatisfy { $0.high <= $1.low })
  }

  @Test(arguments: UInt64(0)..<100) func lowerBoundIsTheFirst(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let numbers = (0..<Int.random(in: 0...12, using: &random)).map { _ in
      Int.random(in: 0...9, using: &random)
    }.sorted()
    for limit in 0...10 {
      #expect(
        numbers.lowerBound { $0 >= limit } == numbers.firstIndex { $0 >= limit } ?? numbers.count)
    }
  }
}
