import DiagramGraph
import DiagramModel
import Testing

@testable import Routing

@Suite struct RoutingTests {
  @Test func endsThatFaceEachOtherAreJoinedStraightAtTheMiddleOfTheSmallerSide() {
    var sketch = RoutingSketch()
    let (large, small) = (sketch.box(0, 0, 120, 100), sketch.box(200, 10, 80, 40))
    sketch.edge(large, small)
    #expect(sketch.routed()[0].points == [Point(x: 120, y: 30), Point(x: 200, y: 30)])
  }

  @Test func ratherABendThanAnEndBesideTheMiddle() {
    var sketch = RoutingSketch()
    let (first, second) = (sketch.box(0, 0), sketch.box(200, 36))
    sketch.edge(first, second)
    #expect(
      sketch.routed()[0].points
        == [
          Point(x: 120, y: 30), Point(x: 160, y: 30), Point(x: 160, y: 66), Point(x: 200, y: 66),
        ])
  }

  @Test func whatIsAlmostInLineIsJoinedStraight() {
    var sketch = RoutingSketch()
    let (first, second) = (sketch.box(0, 0), sketch.box(200, 8))
    sketch.edge(first, second)
    #expect(sketch.routed()[0].points == [Point(x: 120, y: 34), Point(x: 200, y: 34)])
  }

  @Test func aSingleBendIsEnoughAroundACorner() {
    var sketch = RoutingSketch()
    let (first, second) = (sketch.box(0, 0), sketch.box(200, 140))
    sketch.edge(first, second)
    #expect(
      sketch.routed()[0].points
        == [Point(x: 60, y: 60), Point(x: 60, y: 170), Point(x: 200, y: 170)])
  }

  @Test func aWayRunsAroundABoxInBetween() {
    var sketch = RoutingSketch()
    let (first, _, last) = (sketch.box(0, 0), sketch.box(160, 0), sketch.box(320, 0))
    sketch.edge(first, last)
    let routes = sketch.routed()
    #expect(routes[0].bends == 2)
    #expect(sketch.violations(routes).isEmpty)
  }

  @Test func rowsAndColumnsWithoutOutlineAreNoObstacles() {
    var sketch = RoutingSketch()
    let (first, row) = (sketch.box(0, 0), sketch.box(160, 0, 100, 60, isOutlined: false))
    let last = sketch.box(320, 0)
    sketch.box(180, 70, 60, 20, in: row)
    sketch.edge(first, last)
    #expect(sketch.routed()[0].bends == 0)
  }

  @Test func anEdgeCrossesOnlyTheOutlinesItHasTo() {
    var sketch = RoutingSketch()
    let left = sketch.box(0, 0, 200, 200)
    let inner = sketch.box(40, 60, in: left)
    let foreign = sketch.box(260, 0, 200, 200)
    let stranger = sketch.box(300, 60, in: foreign)
    let right = sketch.box(520, 0, 200, 200)
    let target = sketch.box(560, 60, in: right)
    sketch.edge(inner, target)
    sketch.edge(inner, stranger)
    let routes = sketch.routed()
    #expect(routes[0].bends == 2)
    #expect(routes[1].bends == 0)
    #expect(sketch.violations(routes).isEmpty)
  }

  @Test func anEdgeFromAContainerToItsContentStartsInsideItsOutline() throws {
    var sketch = RoutingSketch()
    let outer = sketch.box(0, 0, 300, 200, title: 30)
    let inner = sketch.box(40, 70, in: outer)
    sketch.edge(outer, inner)
    sketch.edge(inner, outer)
    let routes = sketch.routed()
    for route in routes {
      #expect(route.points.allSatisfy(sketch.frames[outer].contains))
      #expect(route.bends == 0)
    }
    #expect(sketch.violations(routes).isEmpty)
  }

  @Test func anEdgeOfAContainerEndsOnItsOutline() {
    var sketch = RoutingSketch()
    let outer = sketch.box(0, 0, 300, 200)
    let inner = sketch.box(40, 70, in: outer)
    let (outside, other) = (sketch.box(400, 70), sketch.box(400, 300))
    sketch.edge(outer, outside)
    sketch.edge(inner, other)
    let routes = sketch.routed()
    #expect(routes[0].points.first?.x == 300)
    #expect(sketch.violations(routes).isEmpty)
  }

  @Test func endsOnOneSideAreSpreadWithoutCrossings() {
    var sketch = RoutingSketch()
    let center = sketch.box(0, 190, 80, 60)
    for index in 0..<4 {
      let leaf = sketch.box(240, index * 140)
      sketch.edge(center, leaf, from: .right, to: .left)
    }
    let routes = sketch.routed()
    let starts = routes.compactMap(\.points.first?.y)
    #expect(starts == starts.sorted())
    #expect(Set(zip(starts, starts.dropFirst()).map { $1 - $0 }).count == 1)
    #expect(sketch.violations(routes).isEmpty)
    #expect(sketch.crossings(routes) == 0)
  }

  @Test func aStraightArrowKeepsTheMiddleAmongOthers() {
    var sketch = RoutingSketch()
    let center = sketch.box(0, 200)
    for index in 0..<3 {
      let leaf = sketch.box(240, index * 200)
      sketch.edge(center, leaf, from: .right, to: .left)
    }
    #expect(sketch.routed().compactMap(\.points.first?.y) == [215, 230, 245])
  }

  @Test func parallelEdgesRunSideBySideAroundTheMiddle() {
    var sketch = RoutingSketch()
    let (first, second) = (sketch.box(0, 0), sketch.box(220, 0))
    sketch.edge(first, second)
    sketch.edge(second, first)
    sketch.edge(first, second)
    let heights = sketch.routed().map { $0.points[0].y }
    #expect(heights.sorted() == [15, 30, 45])
  }

  @Test func parallelEdgesWithBendsDoNotCross() {
    var sketch = RoutingSketch()
    let (first, second) = (sketch.box(0, 0), sketch.box(220, 160))
    for _ in 0..<3 { sketch.edge(first, second, from: .bottom, to: .left) }
    let routes = sketch.routed()
    #expect(sketch.crossings(routes) == 0)
    #expect(sketch.violations(routes).isEmpty)
  }

  @Test func edgesOfDifferentPicturesTakeTheSameBestPlace() {
    var sketch = RoutingSketch()
    let (first, second) = (sketch.box(0, 0), sketch.box(220, 0))
    sketch.edge(first, second, pictures: PictureSet([0]))
    sketch.edge(first, second, pictures: PictureSet([1]))
    let routes = sketch.routed()
    #expect(routes[0] == routes[1])
    #expect(routes[0].points[0].y == 30)
  }

  @Test func loopsTakeDifferentCorners() {
    var sketch = RoutingSketch()
    let node = sketch.box(0, 0)
    for _ in 0..<4 { sketch.edge(node, node) }
    let routes = sketch.routed()
    #expect(sketch.violations(routes).isEmpty)
    #expect(Set(routes.map(\.points)).count == 4)
    #expect(routes.allSatisfy { $0.bends == 3 })
  }

  @Test func textsOfLoopsKeepOffEachOther() {
    var sketch = RoutingSketch()
    let node = sketch.box(0, 0)
    for _ in 0..<4 { sketch.edge(node, node, label: Size(width: 110, height: 16)) }
    #expect(sketch.violations(sketch.routed()).isEmpty)
  }

  @Test func loopsAreSmallerWhereThereIsLittleRoom() {
    var sketch = RoutingSketch()
    let outer = sketch.box(-20, -20, 160, 260)
    let (upper, lower) = (sketch.box(0, 0, in: outer), sketch.box(0, 80, in: outer))
    sketch.box(0, 160, in: outer)
    for node in [upper, lower, lower] { sketch.edge(node, node) }
    let routes = sketch.routed()
    #expect(sketch.violations(routes).isEmpty)
    let container = sketch.frames[0].insetBy(2)
    let boxes = sketch.frames.dropFirst().map { $0.insetBy(-2) }
    for route in routes {
      #expect(route.points.allSatisfy(container.contains))
      // Only the first and the last piece touch a box, their own.
      #expect(route.pieces.count { piece in boxes.contains { $0.touches(piece) } } == 2)
    }
  }

  @Test(arguments: [(160, 10), (10, 100)])
  func anArrowTooShortForItsTextTakesADetour(x: Int, y: Int) {
    var sketch = RoutingSketch()
    let (first, second) = (sketch.box(0, 0), sketch.box(x, y))
    sketch.edge(first, second, label: Size(width: 90, height: 50))
    #expect(!sketch.violations(sketch.routed()).isEmpty)
    let led = sketch.graph.routed(over: sketch.frames, detours: true)
    #expect(sketch.violations(led).isEmpty)
  }

  @Test func aLoopLeavesRoomForItsText() throws {
    var sketch = RoutingSketch()
    let (node, above) = (sketch.box(0, 100), sketch.box(0, 40, 300, 20))
    sketch.box(160, 40, 20, 120)
    sketch.edge(node, node, label: Size(width: 40, height: 16))
    let routes = sketch.routed()
    #expect(sketch.violations(routes).isEmpty)
    #expect(try #require(routes[0].label).minY > sketch.frames[above].maxY)
  }

  @Test(arguments: Side.allCases, Side.allCases)
  func endsKeepToTheirSides(from: Side, to: Side) throws {
    var sketch = RoutingSketch()
    let (first, second) = (sketch.box(0, 0), sketch.box(220, 160))
    sketch.edge(first, second, from: from, to: to)
    sketch.edge(first, first, from: from, to: to)
    for (route, target) in zip(sketch.routed(), [second, first]) {
      let (start, end) = (try #require(route.points.first), try #require(route.points.last))
      #expect(sketch.frames[first].isOn(from, start))
      #expect(sketch.frames[target].isOn(to, end))
      #expect(route.pieces.allSatisfy { !$0.touches(sketch.frames[first].insetBy(1)) })
    }
  }

  @Test func aStraightLineChoosesSidesThatAvoidBoxes() {
    var sketch = RoutingSketch()
    let (first, second) = (sketch.box(0, 0), sketch.box(300, 300))
    let between = sketch.box(150, 140, 60, 40)
    sketch.edge(first, second, .straight)
    let route = sketch.routed()[0]
    #expect(route.points.count == 2)
    #expect(sketch.frames[first].hasOnOutline(route.points[0]))
    #expect(sketch.frames[second].hasOnOutline(route.points[1]))
    #expect(!route.samples.contains { sketch.frames[between].contains($0) })
  }

  @Test func aCurveFollowsTheOrthogonalWay() {
    var sketch = RoutingSketch()
    let (first, second) = (sketch.box(0, 0), sketch.box(200, 140))
    sketch.edge(first, second, .curved)
    let route = sketch.routed()[0]
    #expect(route.isCurved)
    #expect(route.bends == 1)
  }

  @Test func aLabelLiesAboveAHorizontalLine() throws {
    var sketch = RoutingSketch()
    let (first, second) = (sketch.box(0, 0), sketch.box(220, 0))
    sketch.edge(first, second, label: Size(width: 60, height: 16))
    let label = try #require(sketch.routed()[0].label)
    #expect(label.midX == 170)
    #expect((7...9).contains(30 - label.maxY))
  }

  @Test func aLabelLiesRightOfAVerticalLine() throws {
    var sketch = RoutingSketch()
    let (first, second) = (sketch.box(0, 0), sketch.box(0, 160))
    sketch.edge(first, second, label: Size(width: 60, height: 16))
    let label = try #require(sketch.routed()[0].label)
    #expect((7...9).contains(label.minX - 60))
    #expect(label.midY == 110)
  }

  /// Two boxes send to one in a gap just wide enough for their texts: the bends make way for them.
  @Test func bendsMakeWayForLabelsAlongTheirLines() throws {
    var sketch = RoutingSketch()
    let producers = sketch.box(0, 0, 180, 260, title: 40)
    let broker = sketch.box(330, 0, 180, 260, title: 40)
    let sources = [60, 160].map { sketch.box(30, $0, 120, 60, in: producers) }
    let target = sketch.box(360, 110, 120, 60, in: broker)
    for source in sources { sketch.edge(source, target, label: Size(width: 110, height: 20)) }
    for route in sketch.routed() {
      #expect(route.points.first?.x == 150 && route.points.last?.x == 360, "\(route)")
      let label = try #require(route.label)
      #expect(180 < label.minX && label.maxX < 330)
    }
    #expect(sketch.violations(sketch.routed()).isEmpty)
  }

  @Test func labelsOfParallelEdgesLieOnBothSides() {
    var sketch = RoutingSketch()
    let (first, second) = (sketch.box(0, 0), sketch.box(220, 0))
    sketch.edge(first, second, label: Size(width: 60, height: 16))
    sketch.edge(second, first, label: Size(width: 60, height: 16))
    #expect(sketch.violations(sketch.routed()).isEmpty)
  }

  @Test func waysFitThroughTightGaps() {
    var sketch = RoutingSketch()
    let boxes = (0..<6).map { sketch.box($0 % 3 * 92, $0 / 3 * 52, 80, 40) }
    sketch.edge(boxes[1], boxes[3])
    sketch.edge(boxes[2], boxes[4])
    #expect(sketch.violations(sketch.routed()).isEmpty)
  }

  @Test func touchingAndEqualBoxesAreStillJoined() {
    var sketch = RoutingSketch()
    let (first, second) = (sketch.box(0, 0, 80, 40), sketch.box(80, 0, 80, 40))
    let (one, same) = (sketch.box(300, 0), sketch.box(300, 0))
    sketch.edge(first, second)
    sketch.edge(one, same)
    let routes = sketch.routed()
    #expect(routes.allSatisfy { $0.points.count >= 2 })
    #expect(!sketch.violations(routes).contains(.detached(edge: 0)))
    #expect(!sketch.violations(routes).contains(.detached(edge: 1)))
    #expect(!sketch.violations(routes).contains(.throughBox(edge: 0, node: 0)))
  }

  @Test func aGraphWithoutEdgesOrNodesIsNoMistake() {
    #expect(RoutingSketch().routed().isEmpty)
    var sketch = RoutingSketch()
    sketch.box(0, 0)
    #expect(sketch.routed().isEmpty)
  }
}

extension RoutingSketch {
  /// How often two ways run across each other.
  func crossings(_ routes: [Route]) -> Int {
    var count = 0
    for (index, route) in routes.enumerated() {
      for other in routes.dropFirst(index + 1) {
        for piece in route.pieces {
          count += other.pieces.filter { $0.crosses(piece) }.count
        }
      }
    }
    return count
  }
}

extension Rect {
  func crosses(_ other: Rect) -> Bool {
    func runsAcross(_ flat: Rect, _ steep: Rect) -> Bool {
      flat.size.height == 0 && steep.size.width == 0 && flat.minX < steep.minX
        && steep.minX < flat.maxX && steep.minY < flat.minY && flat.minY < steep.maxY
    }
    return runsAcross(self, other) || runsAcross(other, self)
  }

  func isOn(_ side: Side, _ point: Point) -> Bool {
    guard contains(point) else { return false }
    switch side {
    case .top: return point.y == minY
    case .right: return point.x == maxX
    case .bottom: return point.y == maxY
    case .left: return point.x == minX
    }
  }
}

extension Route {
  /// A hundred points along a line of one piece.
  var samples: [Point] {
    (0...100).map { part in
      Point(
        x: points[0].x + (points[1].x - points[0].x) * part / 100,
        y: points[0].y + (points[1].y - points[0].y) * part / 100)
    }
  }
}
