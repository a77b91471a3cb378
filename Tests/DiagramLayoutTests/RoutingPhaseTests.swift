import DiagramModel
import TestSupport
import Testing

@testable import DiagramLayout

/// What each phase promises to the next.
@Suite struct RoutingPhases {
  @Test func containersWithEndsInsideAreOpenAndAllOthersSolid() {
    var sketch = RoutingSketch()
    let open = sketch.box(0, 0, 300, 200)
    let inner = sketch.box(20, 40, in: open)
    let closed = sketch.box(400, 0, 300, 200)
    sketch.box(420, 40, in: closed)
    let row = sketch.box(0, 300, 300, 60, isOutlined: false)
    let member = sketch.box(0, 300, in: row)
    sketch.edge(inner, closed)
    let obstacles = Obstacles(sketch.graph, frames: sketch.frames)
    #expect(obstacles.open == [open])
    #expect(obstacles.solid == [inner, closed, member])
    #expect(obstacles.isAncestor(open, of: inner))
    #expect(!obstacles.isAncestor(inner, of: inner))
  }

  @Test func theRoomBeforeASideEndsAtTheNextBoxOrTheOutlineAround() {
    var sketch = RoutingSketch()
    let outer = sketch.box(0, 0, 500, 200)
    let (first, second) = (sketch.box(20, 40, in: outer), sketch.box(200, 40, in: outer))
    sketch.edge(first, second)
    let obstacles = Obstacles(sketch.graph, frames: sketch.frames)
    #expect(obstacles.room(beyond: .right, of: first) == 60)
    #expect(obstacles.room(beyond: .left, of: first) == 20)
    #expect(obstacles.room(beyond: .bottom, of: first) == 100)
    #expect(obstacles.room(beyond: .bottom, of: outer) == nil)
  }

  @Test(arguments: UInt64(0)..<40)
  func tracksKeepOutOfSolidBoxesAndAreSorted(seed: UInt64) {
    var sketch = RoutingSketch.scattered(seed: seed)
    sketch.edge(0, 1)
    let obstacles = Obstacles(sketch.graph, frames: sketch.frames)
    let spacing = RoutingSpacing()
    let ports = Ports(sketch.graph, edges: [0], obstacles, spacing)
    let tracks = Tracks(obstacles, wires: [], ports: ports, spacing)
    for axis in Axis.allCases {
      for track in tracks[axis] {
        let line = Rect(track.span, Span(track.place, track.place), along: axis)
        #expect(sketch.frames.allSatisfy { !$0.insetBy(1).touches(line) })
      }
      #expect(tracks[axis].map(\.place) == tracks[axis].map(\.place).sorted())
      for (first, second) in zip(tracks[axis], tracks[axis].dropFirst()) {
        #expect(first.place < second.place || first.span.high < second.span.low)
      }
    }
  }

  @Test(arguments: UInt64(0)..<20)
  func neighborsInTheVisibilityGraphSeeEachOther(seed: UInt64) {
    var sketch = RoutingSketch.scattered(seed: seed)
    sketch.edge(0, 1)
    let obstacles = Obstacles(sketch.graph, frames: sketch.frames)
    let spacing = RoutingSpacing()
    let ports = Ports(sketch.graph, edges: [0], obstacles, spacing)
    let graph = VisibilityGraph(
      Tracks(obstacles, wires: [], ports: ports, spacing), obstacles)
    #expect(graph.count > 0)
    for crossing in 0..<graph.count {
      for heading in Heading.all {
        guard let next = graph.neighbor(of: crossing, heading: heading) else { continue }
        #expect(graph.neighbor(of: next, heading: heading.opposite) == crossing)
        #expect(graph.track(next, along: heading) == graph.track(crossing, along: heading))
      }
    }
  }

  @Test(arguments: [
    (Heading.right, Heading.right, 10, 0, 0), (.right, .right, 10, 5, 2),
    (.right, .right, -10, 5, 4),
    (.right, .left, 10, 5, 2), (.right, .left, 10, 0, 4), (.down, .right, 10, 5, 1),
    (.down, .right, 10, -5, 3), (.up, .right, 10, -5, 1), (.up, .right, -10, -5, 3),
  ])
  func bendsAreCountedFromTheGeometry(
    heading: Heading, arrival: Heading, ahead: Int, aside: Int, bends: Int
  ) {
    #expect(leastBends(heading, arrival, ahead: ahead, aside: aside) == bends)
  }

  @Test func wiresThatTurnOffAreOrderedSoThatTheyDoNotCross() {
    // Both run along y = 0; the second turns up earlier, the first goes on and turns down.
    let wires = [
      wire(0, [Point(x: 0, y: 0), Point(x: 100, y: 0), Point(x: 100, y: 50)]),
      wire(1, [Point(x: 0, y: 0), Point(x: 60, y: 0), Point(x: 60, y: -50)]),
    ]
    let order = WireOrder(
      wires, Rails(wires, trunks: [nil, nil]), pictures: [.all, .all])
    #expect(order.ranks[1][0] < order.ranks[0][0])
  }

  @Test func theOrderIsKeptAroundACommonTurn() {
    // They run right and then up together; at the top the first leaves to the left.
    let wires = [
      wire(
        0, [Point(x: 0, y: 0), Point(x: 100, y: 0), Point(x: 100, y: -80), Point(x: 40, y: -80)]),
      wire(
        1, [Point(x: 0, y: 0), Point(x: 100, y: 0), Point(x: 100, y: -80), Point(x: 160, y: -80)]),
    ]
    let order = WireOrder(
      wires, Rails(wires, trunks: [nil, nil]), pictures: [.all, .all])
    #expect(order.ranks[0][0] < order.ranks[1][0])
    #expect(order.ranks[0][1] < order.ranks[1][1])
  }

  private func wire(_ edge: Int, _ points: [Point]) -> Wire {
    Wire(edge: edge, through: points, sourceSide: .right, targetSide: .top)
  }
}

@Suite struct SeparationTests {
  @Test func itemsStayWhereTheyWantToBeIfTheyCan() {
    let items = [30, 50, 90].map { Separation.Item(ideal: $0, weight: 1, lower: nil, upper: nil) }
    #expect(solve(items, gaps: [(0, 1, 10), (1, 2, 10)]) == [30, 50, 90])
  }

  @Test func itemsWithOneIdealSpreadEvenlyAroundIt() {
    let items = (0..<3).map { _ in Separation.Item(ideal: 50, weight: 1, lower: nil, upper: nil) }
    #expect(solve(items, gaps: [(0, 1, 10), (1, 2, 10)]) == [40, 50, 60])
  }

  @Test func limitsPushItemsTogether() {
    let limit = Separation.Limit(hard: 100, soft: 95)
    let items = (0..<3).map { _ in Separation.Item(ideal: 95, weight: 1, lower: nil, upper: limit) }
    #expect(solve(items, gaps: [(0, 1, 10), (1, 2, 10)]) == [75, 85, 95])
  }

  @Test func distancesShrinkEvenlyWhereThereIsNoRoom() {
    let (lower, upper) = (Separation.Limit(hard: 0, soft: 10), Separation.Limit(hard: 24, soft: 14))
    let items = (0..<2).map { _ in Separation.Item(ideal: 12, weight: 1, lower: lower, upper: upper)
    }
    let places = solve(items, gaps: [(0, 1, 10)])
    #expect(places[1] - places[0] >= 6)
    #expect(places[0] >= 3 && places[1] <= 21)
  }

  @Test func heavierItemsMoveLess() {
    let items = [
      Separation.Item(ideal: 50, weight: 1000, lower: nil, upper: nil),
      Separation.Item(ideal: 50, weight: 1, lower: nil, upper: nil),
    ]
    #expect(solve(items, gaps: [(0, 1, 10)]) == [50, 60])
  }

  /// The optimum is compared with every assignment of whole places.
  @Test(arguments: UInt64(0)..<60)
  func placesAreTheBestOfAll(seed: UInt64) {
    var numbers = SeededGenerator(seed: seed)
    let items = (0..<4).map { _ in
      Separation.Item(
        ideal: Int.random(in: 0...9, using: &numbers), weight: 1,
        lower: Separation.Limit(hard: 0, soft: 0), upper: Separation.Limit(hard: 9, soft: 9))
    }
    var gaps: [(Int, Int, Int)] = []
    for first in 0..<4 {
      for second in first + 1..<4 where Int.random(in: 0..<3, using: &numbers) > 0 {
        gaps.append((first, second, Int.random(in: 1...3, using: &numbers)))
      }
    }
    let places = solve(items, gaps: gaps)
    #expect(gaps.allSatisfy { places[$0.1] - places[$0.0] >= $0.2 })
    #expect(places.allSatisfy { (0...9).contains($0) })
    let best = leastCost(items, gaps)
    #expect(cost(places, items) <= best + 3)
  }

  private func solve(_ items: [Separation.Item], gaps: [(Int, Int, Int)]) -> [Int] {
    Separation(
      items, gaps.map { Separation.Gap(first: $0.0, second: $0.1, gap: $0.2) }, leastGap: 6
    ).solved()
  }

  private func cost(_ places: [Int], _ items: [Separation.Item]) -> Int {
    zip(places, items).reduce(0) { $0 + ($1.0 - $1.1.ideal) * ($1.0 - $1.1.ideal) }
  }

  private func leastCost(_ items: [Separation.Item], _ gaps: [(Int, Int, Int)]) -> Int {
    var least = Int.max
    for code in 0..<10_000 {
      let places = [code % 10, code / 10 % 10, code / 100 % 10, code / 1000]
      guard gaps.allSatisfy({ places[$0.1] - places[$0.0] >= $0.2 }) else { continue }
      least = min(least, cost(places, items))
    }
    return least
  }
}
