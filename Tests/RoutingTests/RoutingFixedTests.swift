import DiagramGraph
import DiagramModel
import TestSupport
import Testing

@testable import Routing

/// Ways that stay as they are, and those that are led around them.
@Suite struct RoutingFixedTests {
  @Test(arguments: UInt64(0)..<120)
  func fixedWaysStayAndTheOthersKeepAwayFromThem(seed: UInt64) {
    let sketch = RoutingSketch.random(seed: seed, leaves: 3 + Int(seed % 6), gap: 120, padding: 80)
    let routes = sketch.routed()
    let fixed = routes.enumerated().map { edge, route in edge.isMultiple(of: 2) ? route : nil }
    let led = sketch.graph.routed(over: sketch.frames, fixed: fixed)
    for (route, given) in zip(led, fixed) where given != nil { #expect(route == given) }
    #expect(sketch.violations(led) == [])
  }

  @Test func aSecondWayRunsBesideTheFirst() {
    var sketch = RoutingSketch()
    let (first, second) = (sketch.box(0, 0), sketch.box(300, 0))
    for _ in 0..<2 { sketch.edge(first, second) }
    let fixed = Route(points: [Point(x: 120, y: 30), Point(x: 300, y: 30)])
    let led = sketch.graph.routed(over: sketch.frames, fixed: [fixed, nil])
    #expect(led[0] == fixed)
    #expect(led[1].bends == 0)
    #expect(abs(led[1].points[0].y - 30) == 10)
  }

  @Test func onlyTheTextOfAWayIsPut() {
    var sketch = RoutingSketch()
    let (first, second) = (sketch.box(0, 0), sketch.box(300, 0))
    sketch.edge(first, second, label: Size(width: 60, height: 18))
    let fixed = Route(points: [Point(x: 120, y: 12), Point(x: 300, y: 12)])
    let led = sketch.graph.routed(over: sketch.frames, fixed: [fixed])
    #expect(led[0].points == fixed.points)
    #expect(sketch.violations(led) == [])
  }

  /// Whatever is said to be a way comes back as it is.
  @Test(arguments: UInt64(0)..<100)
  func anyFixedWayIsTaken(seed: UInt64) {
    var numbers = SeededGenerator(seed: seed)
    let sketch = RoutingSketch.random(seed: seed, leaves: 4, gap: 60, padding: 40)
    let fixed = sketch.edges.map { _ -> Route? in
      guard Bool.random(using: &numbers) else { return nil }
      let isAlongAxes = Bool.random(using: &numbers)
      var points: [Point] = []
      for _ in 0..<Int.random(in: 0...6, using: &numbers) {
        var point = Point(
          x: Int.random(in: -3...12, using: &numbers) * 50,
          y: Int.random(in: -3...12, using: &numbers) * 50)
        if isAlongAxes, let last = points.last {
          if Bool.random(using: &numbers) { point.x = last.x } else { point.y = last.y }
        }
        points.append(point)
      }
      return Route(points: points, isCurved: Int.random(in: 0..<8, using: &numbers) == 0)
    }
    let led = sketch.graph.routed(over: sketch.frames, fixed: fixed)
    for (route, given) in zip(led, fixed) where given != nil {
      #expect(route.points == given?.points)
    }
    #expect(led.allSatisfy { $0.points.count > 1 } || fixed.contains { $0?.points.count ?? 2 < 2 })
  }
}
