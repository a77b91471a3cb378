import DiagramGraph
import DiagramLayout
import DiagramModel
import Testing

@testable import Routing

@Suite struct RoutingTrunkTests {
  /// A box at the left and three in a column at the right.
  private func fan(isFanIn: Bool = false) -> RoutingSketch {
    var sketch = RoutingSketch()
    let root = sketch.box(0, 100)
    for y in [0, 100, 200] {
      let box = sketch.box(220, y)
      sketch.edge(isFanIn ? box : root, isFanIn ? root : box, trunk: 1)
    }
    return sketch
  }

  @Test func aTrunkLeavesInTheMiddleAndBranchesInTheMiddleOfTheGap() {
    let routes = fan().routed()
    #expect(
      routes.map(\.points) == [
        [
          Point(x: 120, y: 130), Point(x: 170, y: 130), Point(x: 170, y: 30), Point(x: 220, y: 30),
        ],
        [Point(x: 120, y: 130), Point(x: 220, y: 130)],
        [
          Point(x: 120, y: 130), Point(x: 170, y: 130), Point(x: 170, y: 230),
          Point(x: 220, y: 230),
        ],
      ])
  }

  @Test func branchesAboveAndBelowTheRootAreAlike() {
    var sketch = RoutingSketch()
    let root = sketch.box(0, 0, 120, 380)
    for y in [0, 100, 200, 300] { sketch.edge(root, sketch.box(220, y, 120, 80), trunk: 1) }
    let ways = sketch.routed().map(\.points)
    #expect(ways.map(\.first) == Array(repeating: Point(x: 120, y: 190), count: 4))
    #expect(ways.map { $0[1].x } == [170, 170, 170, 170])
    #expect(ways.map(\.last) == [40, 140, 240, 340].map { Point(x: 220, y: $0) })
  }

  @Test func aTrunkHasOneEndBesideOthers() {
    var sketch = fan()
    sketch.edge(0, 2)
    let routes = sketch.routed()
    #expect(Set(routes[..<3].map { $0.points[0] }).count == 1)
    #expect(routes[3].points[0] != routes[0].points[0])
    #expect(sketch.violations(routes).filter { !sketch.isWithinTrunk($0) } == [])
  }

  @Test func otherWaysKeepAwayFromAllBranches() {
    var sketch = fan()
    let (left, right) = (sketch.box(0, 0), sketch.box(220, 300))
    sketch.edge(left, right)
    let routes = sketch.routed()
    #expect(sketch.violations(routes).filter { !sketch.isWithinTrunk($0) } == [])
    #expect(sketch.trunkViolations(routes) == [])
  }

  @Test func textsLieBesideTheBranchesOfTheirEdges() throws {
    var sketch = RoutingSketch()
    let root = sketch.box(240, 0)
    for x in [0, 160, 320, 480] {
      sketch.edge(root, sketch.box(x, 180), label: Size(width: 30, height: 16), trunk: 1)
    }
    let routes = sketch.routed()
    #expect(sketch.violations(routes).filter { !sketch.isWithinTrunk($0) } == [])
    #expect(sketch.trunkViolations(routes) == [])
    #expect(try routes.map { try #require($0.label) }.allSatisfy { $0.maxY < 180 && $0.minY > 60 })
  }

  @Test func aTrunkLeavesOnTheSideThatItIsBoundTo() {
    var sketch = fan()
    sketch.edges[1].sourceSide = .bottom
    let routes = sketch.routed()
    #expect(routes.map { $0.points[0] } == Array(repeating: Point(x: 60, y: 160), count: 3))
  }

  @Test func aTrunkRunsIntoContainersAndPastThem() {
    var sketch = RoutingSketch()
    let root = sketch.box(0, 100)
    let container = sketch.box(200, 0, 200, 260, title: 40)
    let (first, second) = (
      sketch.box(240, 60, in: container), sketch.box(240, 160, in: container)
    )
    let last = sketch.box(480, 100)
    for other in [first, second, last] { sketch.edge(root, other, trunk: 1) }
    let routes = sketch.routed()
    #expect(sketch.violations(routes).filter { !sketch.isWithinTrunk($0) } == [])
    #expect(sketch.trunkViolations(routes) == [])
  }

  @Test func aContainerHasATrunkForItsContent() {
    var sketch = RoutingSketch()
    let container = sketch.box(0, 0, 400, 300)
    for y in [40, 180] { sketch.edge(container, sketch.box(200, y, in: container), trunk: 1) }
    let routes = sketch.routed()
    #expect(routes[0].points[0] == routes[1].points[0])
    #expect(sketch.violations(routes).filter { !sketch.isWithinTrunk($0) } == [])
  }

  @Test func edgesThatCannotShareALineHaveNoTrunk() {
    var sketch = RoutingSketch()
    for x in 0..<4 { sketch.box(200 * x, 0) }
    sketch.edge(0, 1, trunk: 7)
    sketch.edge(0, 1, trunk: 7)
    sketch.edge(0, 2, .straight, trunk: 7)
    sketch.edge(0, 0, trunk: 7)
    sketch.edge(0, 3, trunk: 7)
    sketch.edge(1, 2, trunk: 8)
    sketch.edge(2, 3, trunk: 8)
    let trunks = Trunks(sketch.graph, Obstacles(sketch.graph, frames: sketch.frames))
    #expect(trunks.all.map(\.members) == [[0, 4]])
    #expect(trunks.all.map(\.root) == [0])
    #expect(sketch.edges.indices.map { trunks.index(of: $0) } == [0, nil, nil, nil, 0, nil, nil])
  }

  @Test func segmentsOfATrunkThatTouchOnALineAreOneRail() {
    let wires = [
      wire(0, (0, 50), (40, 50), (40, 0), (90, 0)), wire(1, (0, 50), (90, 50)),
      wire(2, (0, 50), (40, 50), (40, 99), (90, 99)), wire(3, (0, 50), (90, 50)),
    ]
    let rails = Rails(wires, trunks: [1, 1, 1, nil])
    #expect(rails.indices == [[0, 1, 2], [0], [0, 1, 3], [4]])
    #expect(rails.isOneTrunk(0, 2) && !rails.isOneTrunk(1, 3) && !rails.isOneTrunk(3, 3))
    #expect(rails.isOwn(0, 2) && !rails.isOwn(0, 1) && rails.isOwn(3, 0))
  }

  @Test func aBranchIsWhatIsLeftBehindTheSharedPart() {
    let way = [Point(x: 0, y: 0), Point(x: 10, y: 0), Point(x: 10, y: 5)]
    #expect(way.lengthShared(with: [Point(x: 0, y: 0), Point(x: 20, y: 0)]) == 10)
    #expect(
      way.lengthShared(with: [Point(x: 0, y: 0), Point(x: 10, y: 0), Point(x: 10, y: 3)]) == 13)
    #expect(way.lengthShared(with: [Point(x: 0, y: 0), Point(x: 0, y: 9)]) == 0)
    let trunks = Trunks(fan().graph, Obstacles(fan().graph, frames: fan().frames))
    #expect(
      trunks.branch(of: 0, in: fan().routed())
        == [Point(x: 170, y: 130), Point(x: 170, y: 30), Point(x: 220, y: 30)])
    #expect(
      trunks.branch(of: 1, in: fan().routed()) == [Point(x: 170, y: 130), Point(x: 220, y: 130)])
  }

  private func wire(_ edge: Int, _ points: (Int, Int)...) -> Wire {
    Wire(
      edge: edge, through: points.map { Point(x: $0.0, y: $0.1) }, sourceSide: .right,
      targetSide: .left)
  }

  @Test func wholeGraphEnginesDrawTrunksToo() {
    var sketch = RoutingSketch()
    for _ in 0..<5 { sketch.box(0, 0) }
    for other in 1..<5 { sketch.edge(0, other, trunk: 3) }
    sketch.edge(1, 4)
    for algorithm in LayoutAlgorithm.allCases {
      let layout = sketch.graph.placed(by: LayoutRequest(algorithm: algorithm))
      var drawn = sketch
      drawn.frames = layout.frames
      #expect(drawn.trunkViolations(layout.routes) == [])
      #expect(drawn.violations(layout.routes).filter { !drawn.isWithinTrunk($0) } == [])
      #expect(layout.bounds?.origin == Point(x: 0, y: 0))
    }
  }

  @Test func aFanInIsDrawnLikeAFanOut() {
    #expect(
      fan(isFanIn: true).routed().map(\.points) == fan().routed().map { $0.points.reversed() })
  }
}
