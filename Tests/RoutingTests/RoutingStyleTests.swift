import DiagramAlgorithms
import DiagramGraph
import DiagramModel
import Testing

@testable import Routing

@Suite struct RoutingStyles {
  @Test(arguments: UInt64(0)..<200, [ArrowRouting.straight, .curved])
  func linesOfEveryStyleStayClearOfBoxes(seed: UInt64, style: ArrowRouting) {
    var sketch = RoutingSketch.random(
      seed: seed, leaves: 4 + Int(seed % 6), gap: 60, padding: 40)
    for edge in sketch.edges.indices {
      sketch.edges[edge].routing = style
      sketch.edges[edge].labelSize = nil
    }
    let routes = sketch.routed()
    #expect(sketch.boxesHit(by: routes) == [])
    #expect(routes == sketch.routed())
  }

  @Test func aStraightLineThatGivesWayRunsAlongTheAxes() throws {
    var sketch = RoutingSketch()
    let (first, second) = (sketch.box(0, 0), sketch.box(600, 0))
    sketch.box(300, -400, 60, 660)
    sketch.edge(first, second, .straight)
    let route = sketch.routed()[0]
    #expect(route.points.count > 2 && sketch.boxesHit(by: [route]) == [])
    sketch.edges[0].routing = .orthogonal
    #expect(route == sketch.routed()[0])
  }

  /// It began in the corner, and ran along below the box.
  @Test func aStraightLineLeavesTheSideThatItIsBoundTo() {
    var sketch = RoutingSketch()
    let (first, second) = (sketch.box(200, 0), sketch.box(0, 110))
    sketch.edge(first, second, .straight, from: .right)
    let points = sketch.routed()[0].points
    #expect(points[0].x == sketch.frames[first].maxX && points[1].x > points[0].x)
  }

  /// What the corner of its way came close to, it ran through.
  @Test func aCurveRunsThroughNoBoxNearItsCorner() {
    for gap in 0...6 {
      var sketch = RoutingSketch()
      let frames = [
        Rect(x: 0, y: 0, width: 80, height: 60), Rect(x: 400, y: 300, width: 80, height: 60),
        Rect(x: 90, y: 30 + gap, width: 340 - gap, height: 240),
      ]
      for frame in frames {
        sketch.box(frame.minX, frame.minY, frame.size.width, frame.size.height)
      }
      sketch.edge(0, 1, .curved)
      let obstacles = Obstacles(sketch.graph, frames: frames)
      let way = [(80, 30), (430 + 3, 30), (430 + 3, 300)].map { Point(x: $0.0, y: $0.1) }
      let curve = Route(
        points: CurvedRoutes(obstacles: obstacles).curve(along: way, of: sketch.edges[0]),
        isCurved: true)
      let hit = zip(curve.drawnPoints, curve.drawnPoints.dropFirst()).contains {
        frames[2].insetBy(2).isHit(from: $0, to: $1)
      }
      #expect(!hit, "\(gap)")
    }
  }

  @Test func straightLinesBetweenTwoBoxesRunSideBySide() {
    var sketch = RoutingSketch()
    let (first, second) = (sketch.box(0, 0), sketch.box(300, 0))
    sketch.edge(first, second, .straight)
    sketch.edge(second, first, .straight)
    sketch.edge(first, second, .straight)
    let rows = sketch.routed().map { Set($0.points.map(\.y)) }
    #expect(rows == [[15], [30], [45]])
  }

  @Test func straightLinesRunBesideEdgesOfOtherStyles() {
    var sketch = RoutingSketch()
    let (first, second) = (sketch.box(0, 0), sketch.box(300, 0))
    sketch.edge(first, second, .straight)
    sketch.edge(second, first)
    sketch.edge(second, first, .straight)
    let rows = sketch.routed().map { Set($0.points.map(\.y)) }
    #expect(rows == [[45], [30], [15]])
  }

  @Test func slantedLinesBetweenTwoBoxesDoNotCross() {
    var sketch = RoutingSketch()
    let (first, second) = (sketch.box(0, 0), sketch.box(300, 300))
    sketch.edge(first, second, .straight)
    sketch.edge(second, first, .straight)
    let routes = sketch.routed()
    let forth = routes[0].points
    let back = Array(routes[1].points.reversed())
    let shift = Point(x: back[0].x - forth[0].x, y: back[0].y - forth[0].y)
    #expect(shift != Point(x: 0, y: 0))
    #expect(back[1] == forth[1].offset(x: shift.x, y: shift.y))
  }

  @Test func aStraightLineDoesNotRunAlongASide() {
    var sketch = RoutingSketch()
    let (first, last) = (sketch.box(0, 0), sketch.box(600, 0))
    let between = sketch.box(300, 0)
    sketch.edge(first, last, .straight)
    let route = sketch.routed()[0]
    #expect(sketch.boxesHit(by: [route]) == [])
    let along = zip(route.points, route.points.dropFirst()).filter {
      sketch.frames[between].insetBy(-1).isHit(from: $0, to: $1)
    }
    #expect(along.isEmpty)
  }

  @Test(arguments: [(600, 400), (-600, 400), (600, -400), (-600, -400), (200, 700), (-200, -700)])
  func theTextOfASlantedLineStaysBesideIt(x: Int, y: Int) throws {
    var sketch = RoutingSketch()
    let (first, second) = (sketch.box(0, 0), sketch.box(x, y))
    // Without it the text would stand in the middle.
    sketch.box(x / 2 + 20, y / 2 - 10, 80, 50)
    sketch.edge(first, second, label: Size(width: 60, height: 16), .straight)
    let routes = sketch.routed()
    let bounds = sketch.frames[first].union(sketch.frames[second])
    let text = try #require(routes[0].label)
    #expect(bounds.contains(text))
    #expect(!text.isHit(from: routes[0].points[0], to: routes[0].points[1]))
  }

  @Test func aCurveIsHeldCloseToACornerWhereItWouldCutABox() {
    var sketch = RoutingSketch()
    let (first, second) = (sketch.box(0, 0), sketch.box(0, 400))
    sketch.box(0, 100, 400, 260)
    sketch.edge(first, second, .curved, from: .right, to: .right)
    let route = sketch.routed()[0]
    #expect(route.isCurved)
    #expect(route.points.count > 4)
    #expect(sketch.boxesHit(by: [route]) == [])
  }

  @Test func aCurveIsDrawnThroughTheMiddlesOfItsBends() {
    let points = [(0, 0), (100, 0), (100, 100), (200, 100)].map { Point(x: $0.0, y: $0.1) }
    let drawn = Route(points: points, isCurved: true).drawnPoints
    #expect(drawn.first == points.first)
    #expect(drawn.last == points.last)
    #expect(drawn.contains(Point(x: 100, y: 50)))
    #expect(!drawn.contains(points[1]))
    #expect(Route(points: points).drawnPoints == points)
  }
}

@Suite struct RoutingTitles {
  private let title = LayoutTitle(
    size: Size(width: 120, height: 24), inset: Size(width: 20, height: 13), alignment: .left,
    isAtBottom: false)

  @Test(arguments: [TextAlignment.left, .center, .right], [false, true])
  func aTitleLiesAtItsEnd(alignment: TextAlignment, isAtBottom: Bool) {
    var title = title
    title.alignment = alignment
    title.isAtBottom = isAtBottom
    let frame = Rect(x: 100, y: 100, width: 300, height: 200)
    let rect = title.rect(in: frame)
    #expect(rect.size == title.size)
    #expect(rect.minY == (isAtBottom ? 263 : 113))
    #expect(rect.minX == (alignment == .left ? 120 : alignment == .center ? 190 : 260))
  }

  @Test(arguments: [TextAlignment.left, .center, .right], [false, true])
  func anArrowIntoAContainerRunsPastItsTitle(alignment: TextAlignment, isAtBottom: Bool) {
    var sketch = RoutingSketch()
    let outer = sketch.box(0, 200, 300, 200)
    let inner = sketch.box(60, 270, 180, 60, in: outer)
    sketch.nodes[outer].padding = Insets(
      top: isAtBottom ? 20 : 60, left: 20, bottom: isAtBottom ? 60 : 20, right: 20)
    var title = title
    title.alignment = alignment
    title.isAtBottom = isAtBottom
    sketch.nodes[outer].titles = [title]
    let other = sketch.box(60, isAtBottom ? 520 : 0, 180, 60)
    sketch.edge(other, inner)
    let route = sketch.routed()[0]
    let text = title.rect(in: sketch.frames[outer])
    #expect(!route.pieces.contains { $0.touches(text) })
    #expect(sketch.violations([route]) == [])
  }

  @Test(arguments: UInt64(0)..<150)
  func noWayRunsOverATitleWhereThereIsRoom(seed: UInt64) {
    var sketch = RoutingSketch.random(seed: seed, leaves: 4 + Int(seed % 5), gap: 120, padding: 80)
    let parents = Set(sketch.nodes.compactMap(\.parent))
    for node in parents where sketch.nodes[node].isOutlined {
      sketch.nodes[node].titles = [title]
    }
    let routes = sketch.routed()
    for node in parents where sketch.nodes[node].isOutlined {
      let text = title.rect(in: sketch.frames[node])
      let over = routes.indices.filter { routes[$0].pieces.contains { $0.touches(text) } }
      #expect(over == [])
    }
    #expect(sketch.violations(routes) == [])
  }
}

extension RoutingSketch {
  /// The boxes that the lines run through as they are drawn, found by looking at all.
  func boxesHit(by routes: [Route]) -> [Violation] {
    edges.indices.flatMap { edge in
      let drawn = routes[edge].drawnPoints
      let samples = zip(drawn, drawn.dropFirst()).flatMap { start, end in
        (0...20).map { step in
          Point(
            x: start.x + (end.x - start.x) * step / 20, y: start.y + (end.y - start.y) * step / 20)
        }
      }
      return nodes.indices.filter { node in
        nodes[node].isOutlined && !isAncestor(node, of: edges[edge].source)
          && !isAncestor(node, of: edges[edge].target)
          && samples.contains { frames[node].insetBy(2).contains($0) }
      }.map { Violation.throughBox(edge: edge, node: $0) }
    }
  }
}
