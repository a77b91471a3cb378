import DiagramGraph
import DiagramModel
import TestSupport
import Testing

@testable import Routing

/// At which sides a trunk reaches boxes that are alike.
@Suite struct TrunkSideTests {
  /// Containers below each other with two boxes each, and a hub beside them.
  private func clusters(gap: Int, hubAt y: Int) -> RoutingSketch {
    var sketch = RoutingSketch()
    let cluster = sketch.box(0, 0, 360, 500)
    let hub = sketch.box(480, y)
    for row in 0..<3 {
      let node = sketch.box(40, 40 + row * 150, 260 + gap, 120, in: cluster)
      let exporter = sketch.box(60, 80 + row * 150, 100, 60, in: node)
      sketch.box(160 + gap, 80 + row * 150, 100, 60, in: node)
      sketch.edge(hub, exporter, trunk: 1)
    }
    return sketch
  }

  @Test(arguments: [10, 20, 40], [0, 220, 400])
  func boxesThatAreAlikeAreReachedAtOneSide(gap: Int, y: Int) {
    let sketch = clusters(gap: gap, hubAt: y)
    let routes = sketch.routed()
    let sides = zip(sketch.edges, routes).map { edge, route in
      sketch.frames[edge.target].side(
        at: route.points[route.points.count - 1], towards: route.points[route.points.count - 2])
    }
    #expect(Set(sides).count == 1)
    #expect(Set(routes.map { $0.points[0] }).count == 1)
  }

  /// The text of a whole trunk stands where all of it is one line.
  @Test func theTextOfATrunkStandsOnItsStem() throws {
    var sketch = RoutingSketch()
    let hub = sketch.box(0, 120)
    for row in 0..<3 { sketch.edge(hub, sketch.box(420, row * 120), trunk: 1) }
    sketch.edges[0].labelSize = Size(width: 80, height: 20)
    sketch.edges[0].isTrunkLabelled = true
    let routes = sketch.routed()
    let text = try #require(routes[0].label)
    let fork = routes[0].points[1].x
    #expect(120 <= text.minX && text.maxX <= fork)
    #expect(routes.dropFirst().allSatisfy { $0.label == nil })
  }

  @Test(arguments: UInt64(0)..<60)
  func trunksOfAnyBoxesAreDrawn(seed: UInt64) {
    var sketch = RoutingSketch.random(seed: seed, leaves: 8, gap: 60, padding: 40)
    for (index, edge) in sketch.edges.enumerated() where edge.source == sketch.edges[0].source {
      sketch.edges[index].trunk = 1
    }
    let routes = sketch.routed()
    #expect(routes.allSatisfy { $0.points.count > 1 })
    #expect(routes == sketch.routed())
  }
}

/// Ways across lanes.
@Suite struct LaneWayTests {
  /// Three lanes of two boxes each.
  private func lanes() -> RoutingSketch {
    var sketch = RoutingSketch()
    let all = sketch.box(0, 0, 600, 520, isOutlined: false)
    sketch.nodes[all].arrangement = .lanes(spacing: nil)
    for row in 0..<3 {
      let lane = sketch.box(0, row * 180, 600, 160, in: all)
      for column in 0..<2 { sketch.box(100 + column * 260, row * 180 + 50, in: lane) }
    }
    return sketch
  }

  /// Boxes are numbered 2, 3; 5, 6; 8, 9.
  @Test func anArrowPassesTheLaneBetween() {
    var sketch = lanes()
    sketch.edge(9, 2)
    let points = sketch.routed()[0].points
    #expect(points.allSatisfy { 0 <= $0.x && $0.x <= 600 && 0 <= $0.y && $0.y <= 520 })
    for (start, end) in zip(points, points.dropFirst()) {
      for node in [3, 5, 6, 8] {
        #expect(!sketch.frames[node].intersects(Rect(from: start, to: end).insetBy(-1)))
      }
    }
  }
}

/// Lines between the rows of tables.
@Suite struct TableRowTests {
  /// A table of two rows and two columns.
  private func table(_ sketch: inout RoutingSketch, _ x: Int, _ y: Int) -> Int {
    let outer = sketch.box(x, y, 280, 180)
    let grid = sketch.box(x + 20, y + 40, 240, 120, in: outer, isOutlined: false)
    sketch.nodes[grid].arrangement = .grid(columns: 2, spacing: 0)
    for cell in 0..<4 {
      sketch.box(x + 20 + cell % 2 * 120, y + 40 + cell / 2 * 60, in: grid)
    }
    return grid + 1
  }

  @Test(arguments: [true, false])
  func aLineOfADataModelJoinsTheSidesThatFace(isForward: Bool) {
    var sketch = RoutingSketch()
    let (left, right) = (table(&sketch, 0, 0), table(&sketch, 420, 0))
    sketch.edge(isForward ? left : right, isForward ? right + 2 : left + 2)
    sketch.edges[0].joinsRows = true
    let points = sketch.routed()[0].points
    let ends = [points[0], points[points.count - 1]]
    #expect(ends.map(\.x) == (isForward ? [260, 440] : [440, 260]))
    #expect(ends.map(\.y) == (isForward ? [70, 130] : [70, 130]))
  }

  /// A side that the author names is that of the row.
  @Test func aNamedSideIsThatOfTheRow() {
    var sketch = RoutingSketch()
    let (left, right) = (table(&sketch, 0, 0), table(&sketch, 420, 0))
    sketch.edge(left, right, from: .right, to: .top)
    sketch.edges[0].joinsRows = true
    let points = sketch.routed()[0].points
    #expect(points[0] == Point(x: 260, y: 70))
    #expect(points.last == Point(x: 500, y: 40))
  }

  @Test func otherLinesEndAtTheirCell() {
    var sketch = RoutingSketch()
    let (left, right) = (table(&sketch, 0, 0), table(&sketch, 420, 0))
    sketch.edge(left, right)
    let points = sketch.routed()[0].points
    #expect(sketch.frames[left].contains(points[0]))
    #expect(sketch.frames[right].contains(points[points.count - 1]))
  }
}
