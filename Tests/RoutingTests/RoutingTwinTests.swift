import DiagramGraph
import DiagramModel
import TestSupport
import Testing

@testable import Routing

/// Arrows there and back between two boxes.
@Suite struct RoutingTwins {
  /// However the boxes are offset, as long as both have room for the two.
  @Test(arguments: [0, 8, 16, 24], [60, 100, 180])
  func twinsRunStraightSideBySide(offset: Int, height: Int) {
    var sketch = RoutingSketch()
    let (one, other) = (sketch.box(0, 0, 120, height), sketch.box(280, offset, 120, height))
    sketch.edge(one, other)
    sketch.edge(other, one)
    let routes = sketch.routed()
    #expect(routes.allSatisfy { $0.bends == 0 })
    let distance = abs(routes[0].points[0].y - routes[1].points[0].y)
    #expect((16...24).contains(distance))
    let middle = routes[0].points[0].y + routes[1].points[0].y
    #expect(abs(middle - (height + offset)) <= 1)
  }

  /// Others at one of the boxes neither bend them nor move them away from the middle of the other.
  @Test func othersBesideTwinsDoNotBendThem() {
    var sketch = RoutingSketch()
    let (top, bottom) = (sketch.box(0, 0, 200, 60), sketch.box(0, 160, 200, 60))
    let aside = sketch.box(320, 90, 200, 60)
    sketch.edge(top, bottom)
    sketch.edge(bottom, top)
    for _ in 0..<2 { sketch.edge(bottom, aside, from: .top, to: .left) }
    let routes = sketch.routed()
    #expect(routes.prefix(2).allSatisfy { $0.bends == 0 })
    #expect(routes[0].points[0].x + routes[1].points[0].x == 200)
    let starts = [routes[0].points[1].x] + routes.dropFirst().map { $0.points[0].x }
    let places = starts.sorted()
    #expect(zip(places, places.dropFirst()).allSatisfy { $1 - $0 >= 16 })
    #expect(sketch.crossings(routes) == 0)
  }

  @Test func textsOfTwinsStandOutside() throws {
    var sketch = RoutingSketch()
    let (one, other) = (sketch.box(0, 0), sketch.box(280, 20))
    sketch.edge(one, other, label: Size(width: 60, height: 20))
    sketch.edge(other, one, label: Size(width: 60, height: 20))
    let routes = sketch.routed()
    let lines = routes.map { $0.points[0].y }.sorted()
    let texts = try routes.map { try #require($0.label) }.sorted { $0.minY < $1.minY }
    #expect(routes.allSatisfy { $0.bends == 0 })
    #expect(texts[0].maxY < lines[0] && lines[1] < texts[1].minY)
  }
}

/// Where arrows end at shapes with points.
@Suite struct RoutingPoints {
  private func diamond(_ sketch: inout RoutingSketch, _ x: Int, _ y: Int) -> Int {
    let node = sketch.box(x, y, 140, 80)
    sketch.nodes[node].roundSides = Set(Side.allCases)
    sketch.nodes[node].pointedSides = Set(Side.allCases)
    return node
  }

  @Test func eachArrowHasAPointOfItsOwn() {
    var sketch = RoutingSketch()
    let diamond = diamond(&sketch, 0, 0)
    sketch.edge(diamond, sketch.box(-160, 160))
    sketch.edge(diamond, sketch.box(180, 160))
    sketch.edge(sketch.box(10, -160), diamond)
    let routes = sketch.routed()
    let ends = [routes[0].points[0], routes[1].points[0], routes[2].points.last]
    #expect(ends == [Point(x: 0, y: 40), Point(x: 140, y: 40), Point(x: 70, y: 0)])
  }

  /// A second arrow at the box beside it does not move the line away from the point.
  @Test func aStraightArrowMeetsThePoint() {
    var sketch = RoutingSketch()
    let diamond = diamond(&sketch, 0, 0)
    let (beside, below) = (sketch.box(240, 10), sketch.box(0, 200))
    sketch.edge(diamond, beside)
    sketch.edge(beside, below, from: .left, to: .right)
    let routes = sketch.routed()
    #expect(routes[0].points == [Point(x: 140, y: 40), Point(x: 240, y: 40)])
  }

  @Test(arguments: 1...3)
  func arrowsLeaveAPersonAtItsBody(count: Int) {
    var sketch = RoutingSketch()
    let person = sketch.box(0, 0, 120, 96)
    sketch.nodes[person].roundSides = [.top]
    sketch.nodes[person].pointedSides = [.top]
    sketch.nodes[person].headroom = 48
    for row in 0..<count { sketch.edge(person, sketch.box(260, row * 100 - 100)) }
    let routes = sketch.routed()
    #expect(routes.allSatisfy { $0.points[0].y >= 48 })
  }
}
