import DiagramGraph
import DiagramModel
import TestSupport
import Testing

@testable import Routing

/// Ways that lead away from where they go.
@Suite struct RoutingDetours {
  /// One of them led around all boxes rather than across three others.
  @Test(arguments: Direction.allCases)
  func arrowsBetweenNeighbouringColumnsCrossEachOther(heading: Direction) {
    var sketch = RoutingSketch()
    let first = (0..<2).map { index in
      sketch.box(at: Point(x: 0, y: 160 + 70 * index), heading)
    }
    let second = (0..<4).map { index in sketch.box(at: Point(x: 320, y: 130 * index), heading) }
    for source in first {
      for target in second { sketch.edge(source, target) }
    }
    let routes = sketch.routed()
    #expect(
      routes.allSatisfy { route in
        zip(route.points, route.points.dropFirst()).allSatisfy { from, to in
          let length = to[heading.axis] - from[heading.axis]
          return heading.isForward ? length >= 0 : length <= 0
        }
      })
    #expect(sketch.violations(routes) == [])
  }
}

extension RoutingSketch {
  /// A box in a drawing that is turned so that what leads to the right leads in a heading.
  fileprivate mutating func box(at place: Point, _ heading: Direction) -> Int {
    let along = heading.isForward ? place.x : -place.x
    return heading.isHorizontal
      ? box(along, place.y, 100, 50) : box(2 * place.y, along, 100, 50)
  }
}
