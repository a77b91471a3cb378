import DiagramAlgorithms
import DiagramGraph
import DiagramModel
import TestSupport
import Testing

@testable import Routing

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
      for heading in Direction.allCases {
        guard let next = graph.neighbor(of: crossing, heading: heading) else { continue }
        #expect(graph.neighbor(of: next, heading: heading.opposite) == crossing)
        #expect(graph.track(next, along: heading) == graph.track(crossing, along: heading))
      }
    }
  }

  @Test(arguments: [
    (Direction.right, Direction.right, 10, 0, 0), (.right, .right, 10, 5, 2),
    (.right, .right, -10, 5, 4),
    (.right, .left, 10, 5, 2), (.right, .left, 10, 0, 4), (.down, .right, 10, 5, 1),
    (.down, .right, 10, -5, 3), (.up, .right, 10, -5, 1), (.up, .right, -10, -5, 3),
  ])
  func bendsAreCountedFromTheGeometry(
    heading: Direction, arrival: Direction, ahead: Int, aside: Int, bends: Int
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
