import DiagramAlgorithms
import DiagramGraph
import DiagramModel
import TestSupport
import Testing

@testable import Routing

/// Where straight lines end.
@Suite struct SlantedLineTests {
  /// A box whose outline is not its frame.
  private func round(_ sketch: inout RoutingSketch, _ x: Int, _ y: Int, _ size: Int = 60) -> Int {
    let node = sketch.box(x, y, size, size)
    sketch.nodes[node].roundSides = Set(Side.allCases)
    return node
  }

  /// Twice the area between a line and a point, over its length: how far the point lies beside it.
  private func distance(from line: [Point], to point: Point) -> Double {
    let (dx, dy) = (line[1].x - line[0].x, line[1].y - line[0].y)
    let area = dx * (point.y - line[0].y) - dy * (point.x - line[0].x)
    return Double(abs(area)) / Double(dx * dx + dy * dy).squareRoot()
  }

  @Test(arguments: UInt64(0)..<100)
  func aLineBetweenRoundBoxesRunsBetweenTheirMiddles(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var sketch = RoutingSketch()
    let first = round(&sketch, 0, 0, 2 * Int.random(in: 10...60, using: &random))
    let size = 2 * Int.random(in: 10...60, using: &random)
    let place = Point(
      x: Int.random(in: 130...400, using: &random) * (Bool.random(using: &random) ? 1 : -1),
      y: Int.random(in: -400...400, using: &random))
    let second = round(&sketch, place.x, place.y, size)
    sketch.edge(first, second, .straight)
    let line = sketch.routed()[0].points
    #expect(line.count == 2)
    for node in [first, second] {
      #expect(distance(from: line, to: sketch.frames[node].center) < 2.5)
    }
    #expect(sketch.violations(sketch.routed()).isEmpty)
  }

  @Test func linesOfOneRoundBoxSpreadAroundIt() {
    var sketch = RoutingSketch()
    let hub = round(&sketch, 200, 200)
    for (x, y) in [(0, 0), (200, 0), (400, 0), (0, 400), (400, 400), (400, 200)] {
      let other = round(&sketch, x, y)
      sketch.edge(other, hub, .straight)
    }
    let ends = sketch.routed().compactMap(\.points.last)
    #expect(Set(ends).count == 6)
  }

  /// Between boxes that face each other a line is not skew, though their middles differ.
  @Test(arguments: [0, 10, 30, -30])
  func aLineBetweenFacingBoxesRunsAlongAnAxis(shift: Int) {
    var sketch = RoutingSketch()
    let (first, second) = (sketch.box(0, 0), sketch.box(300, shift))
    sketch.edge(first, second, .straight)
    let line = sketch.routed()[0].points
    #expect(line.count == 2 && line[0].y == line[1].y)
  }

  /// A line from a round box to a long one meets it at a right angle.
  @Test func aLineFromARoundBoxToALongOneIsNotSkew() {
    var sketch = RoutingSketch()
    let (first, second) = (round(&sketch, 0, 0), sketch.box(200, -20, 60, 300))
    sketch.edge(first, second, .straight)
    #expect(sketch.routed()[0].points == [Point(x: 60, y: 30), Point(x: 200, y: 30)])
  }

  @Test(arguments: UInt64(0)..<60)
  func headsOnASideDoNotLieOnEachOther(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var sketch = RoutingSketch()
    let goal = sketch.box(900, 400, 160, 160)
    for row in 0..<4 {
      let other = sketch.box(Int.random(in: 0...300, using: &random), row * 260)
      sketch.edge(other, goal, .straight)
    }
    let ends = sketch.routed().compactMap(\.points.last)
    for (one, other) in zip(ends, ends.dropFirst()) where one.x == other.x {
      #expect(abs(one.y - other.y) >= 13)
    }
  }

  /// A line between two free ends lies over everything, as one for today over the bars of a plan.
  @Test func aLineBetweenFreeEndsIsNeverLedAside() {
    var sketch = RoutingSketch()
    let (top, bottom) = (sketch.box(100, 0, 2, 2), sketch.box(130, 400, 2, 2))
    for node in [top, bottom] {
      sketch.nodes[node].isFreeEnd = true
      sketch.nodes[node].isOutlined = false
    }
    sketch.box(0, 100, 300, 60)
    sketch.box(50, 240, 300, 60)
    sketch.edge(top, bottom, .straight)
    #expect(sketch.routed()[0].points.count == 2)
  }

  /// What is drawn of a node in the middle of its frame decides where edges end, not the room around it.
  @Test func endsLieBesideTheCoreOfABox() {
    var sketch = RoutingSketch()
    let icon = sketch.box(0, 0, 100, 140)
    sketch.nodes[icon].core = Size(width: 60, height: 60)
    for row in 0..<3 {
      let other = sketch.box(300, row * 100 - 60)
      sketch.edge(icon, other, from: .right, to: .left)
    }
    let routes = sketch.routed()
    for route in routes { #expect(40...100 ~= route.points[0].y) }
    #expect(sketch.violations(routes).isEmpty)
  }
}
