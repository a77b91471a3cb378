import DiagramGraph
import DiagramModel
import TestSupport
import Testing

@testable import Routing

/// Where arrows end at shapes with points, as diamonds.
@Suite struct RoutingPoints {
  private func diamond(_ sketch: inout RoutingSketch, _ x: Int, _ y: Int) -> Int {
    let node = sketch.box(x, y, 140, 80)
    sketch.nodes[node].roundSides = Set(Side.allCases)
    sketch.nodes[node].pointedSides = Set(Side.allCases)
    return node
  }

  /// Both heads crowded on the slanted edges beside the point.
  @Test(arguments: [true, false])
  func theWayBackTakesAnotherPoint(isRow: Bool) {
    var sketch = RoutingSketch()
    let diamond = diamond(&sketch, 0, 0)
    let box = isRow ? sketch.box(-200, 10) : sketch.box(10, -140)
    let next = isRow ? sketch.box(220, 10) : sketch.box(10, 160)
    sketch.edge(box, diamond)
    sketch.edge(diamond, next)
    sketch.edge(diamond, box)
    let routes = sketch.routed()
    #expect(routes.map(\.bends) == [0, 0, 2])
    let straight = routes.prefix(2).flatMap(\.points)
    #expect(straight.allSatisfy { isRow ? $0.y == 40 : $0.x == 70 })
    #expect(sketch.isCentred(routes[2].points[0], on: diamond))
    #expect(sketch.isCentred(routes[2].points[3], on: box))
    #expect(sketch.violations(routes) == [])
  }

  /// Where all points are taken, both share one at equal distances from it.
  @Test func thereAndBackShareAPointWhereNoOtherIsFree() {
    var sketch = RoutingSketch()
    let diamond = diamond(&sketch, 0, 0)
    let box = sketch.box(-200, 10)
    sketch.edge(box, diamond)
    for (x, y) in [(220, 10), (10, -140), (10, 160)] { sketch.edge(diamond, sketch.box(x, y)) }
    sketch.edge(diamond, box)
    let routes = sketch.routed()
    #expect(routes.allSatisfy { $0.bends == 0 })
    #expect(routes[0].points[0].y + routes[4].points[0].y == 80)
    #expect(abs(routes[0].points[0].y - routes[4].points[0].y) >= 16)
  }

  @Test func otherBoxesHaveBothSideBySide() {
    var sketch = RoutingSketch()
    let (one, other) = (sketch.box(0, 0), sketch.box(240, 0))
    sketch.nodes[one].roundSides = Set(Side.allCases)
    sketch.edge(one, other)
    sketch.edge(other, one)
    #expect(sketch.routed().allSatisfy { $0.bends == 0 })
  }

  /// It met the edge beside the point, half-way between both middles.
  @Test(arguments: [0, 4, 8], [60, 80])
  func aLoneStraightArrowMeetsThePoint(offset: Int, height: Int) {
    var sketch = RoutingSketch()
    let diamond = diamond(&sketch, 0, 0)
    sketch.edge(diamond, sketch.box(240, 40 - height / 2 + offset, 120, height))
    #expect(
      sketch.routed()[0].points == [Point(x: 140, y: 40), Point(x: 240, y: 40)])
  }

  /// A second arrow at the box beside it moved the line away from the point.
  @Test func othersAtTheBoxDoNotMoveALineAwayFromThePoint() {
    var sketch = RoutingSketch()
    let diamond = diamond(&sketch, 0, 0)
    let (beside, below) = (sketch.box(240, 10), sketch.box(0, 200))
    sketch.edge(diamond, beside)
    sketch.edge(beside, below, from: .left, to: .right)
    #expect(
      sketch.routed()[0].points == [Point(x: 140, y: 40), Point(x: 240, y: 40)])
  }
}
