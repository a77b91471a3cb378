import DiagramGraph
import DiagramModel
import TestSupport
import Testing

@testable import Routing

/// Where arrows leave and arrive.
@Suite struct RoutingEnds {
  @Test(arguments: [2, 3, 4, 5], [Side.right, .bottom, .left, .top])
  func aFanLeavesOnOneSideInTheOrderOfItsTargets(count: Int, side: Side) {
    var sketch = RoutingSketch()
    let hub = sketch.box(0, 0, 100, 100)
    let isForward = side == .right || side == .bottom
    for index in 0..<count {
      let across = (2 * index - count + 1) * 80
      let along = isForward ? 200 : -200
      let box =
        side.axis == .horizontal
        ? sketch.box(along, across, 100, 100)
        : sketch.box(across, along, 100, 100)
      sketch.edge(hub, box)
    }
    let routes = sketch.routed()
    #expect(routes.allSatisfy { sketch.frames[hub].isOn(side, $0.points[0]) })
    let places = routes.map { $0.points[0][side.axis.cross] }
    #expect(places == places.sorted())
    #expect(Set(zip(places, places.dropFirst()).map { $1 - $0 }).count <= 1)
    #expect(zip(places, places.reversed()).allSatisfy { $0 + $1 == 100 })
    for (edge, route) in zip(sketch.edges, routes) {
      #expect(sketch.frames[edge.target].isOn(side.opposite, route.points[route.points.count - 1]))
      #expect(sketch.isCentred(route.points[route.points.count - 1], on: edge.target))
    }
    #expect(sketch.crossings(routes) == 0)
    #expect(sketch.violations(routes) == [])
  }

  @Test func ofTwoTheStraightOneKeepsTheMiddleAndTheOtherTakesAnotherSide() {
    var sketch = RoutingSketch()
    let hub = sketch.box(0, 0)
    let (first, second) = (sketch.box(240, 0), sketch.box(240, 120))
    sketch.edge(hub, first)
    sketch.edge(hub, second)
    let routes = sketch.routed()
    #expect(routes.map(\.bends) == [0, 1])
    #expect(routes.allSatisfy { sketch.isCentred($0.points[0], on: hub) })
  }

  @Test func aStraightOneGetsAJogWhereThreeWouldLieLopsided() {
    var sketch = RoutingSketch()
    let hub = sketch.box(0, 0, 100, 100)
    for index in 0..<3 { sketch.edge(hub, sketch.box(240, index * 160, 100, 100)) }
    let routes = sketch.routed()
    #expect(routes.map(\.points[0].y) == [30, 50, 70])
    #expect(routes.allSatisfy { $0.bends == 2 })
  }

  @Test func aSideThatSeveralBoxesFaceInBalanceIsMetStraight() {
    var sketch = RoutingSketch()
    let tall = sketch.box(0, 0, 120, 140)
    sketch.edge(tall, sketch.box(240, 0))
    sketch.edge(tall, sketch.box(240, 80))
    let routes = sketch.routed()
    #expect(
      routes.map(\.points)
        == [[30, 30], [110, 110]].map {
          [Point(x: 120, y: $0[0]), Point(x: 240, y: $0[1])]
        })
  }

  @Test func aBarIsMetStraightAnywhere() {
    var sketch = RoutingSketch()
    let bar = sketch.box(0, 0, 600, 60)
    sketch.edge(sketch.box(20, 140), bar)
    #expect(sketch.routed()[0].points == [Point(x: 80, y: 140), Point(x: 80, y: 60)])
  }

  /// A box that is only longer than another is none: there a bend is better than an end at its edge.
  @Test(arguments: [(0, false), (100, true), (220, false)])
  func aLongBoxIsMetInTheMiddleOfItsSide(x: Int, isStraight: Bool) {
    var sketch = RoutingSketch()
    let long = sketch.box(0, 0, 300, 60)
    sketch.edge(sketch.box(x, 140, 100), long)
    let route = sketch.routed()[0]
    #expect((route.bends == 0) == isStraight)
    #expect(isStraight || route.points.last == Point(x: 150, y: 60))
  }

  @Test func whatAnotherBoxHidesIsLedAround() {
    var sketch = RoutingSketch()
    let (first, middle, last) = (sketch.box(0, 0), sketch.box(200, 0), sketch.box(400, 0))
    sketch.edge(first, middle)
    sketch.edge(middle, last)
    sketch.edge(first, last)
    #expect(sketch.routed().map(\.bends) == [0, 0, 2])
  }

  @Test(arguments: [Axis.horizontal, .vertical])
  func noLineRunsThroughAFreeText(axis: Axis) {
    var sketch = RoutingSketch()
    let first = sketch.box(0, 0)
    let text =
      axis == .horizontal
      ? sketch.box(180, 20, 80, 20, isOutlined: false)
      : sketch.box(20, 120, 80, 20, isOutlined: false)
    let last = axis == .horizontal ? sketch.box(320, 0) : sketch.box(0, 200)
    sketch.edge(first, last)
    let route = sketch.routed()[0]
    #expect(!route.pieces.contains { $0.touches(sketch.frames[text].insetBy(-6)) })
  }

  @Test func aHeadHasALineBeforeItBesideATitle() {
    var sketch = RoutingSketch()
    let outer = sketch.box(0, 120, 380, 130)
    let title = LayoutTitle(
      size: Size(width: 280, height: 20), inset: Size(width: 20, height: 14), alignment: .left,
      isAtBottom: false)
    sketch.nodes[outer].titles = [title]
    let (first, second) = (
      sketch.box(20, 170, 160, 60, in: outer), sketch.box(200, 170, 160, 60, in: outer)
    )
    let bar = sketch.box(0, 0, 380, 60)
    sketch.edge(bar, first)
    sketch.edge(bar, second)
    let routes = sketch.routed()
    #expect(sketch.violations(routes) == [])
    for route in routes {
      let last = route.pieces[route.pieces.count - 1].size
      #expect(last.width + last.height >= 16)
      #expect(!route.pieces.contains { $0.touches(title.rect(in: sketch.frames[outer])) })
    }
  }

  @Test func aWayKeepsTwelveFromATitleWhereThereIsRoom() {
    var sketch = RoutingSketch()
    let outer = sketch.box(0, 120, 200, 130)
    let title = LayoutTitle(
      size: Size(width: 100, height: 20), inset: Size(width: 20, height: 14), alignment: .left,
      isAtBottom: false)
    sketch.nodes[outer].titles = [title]
    let inner = sketch.box(20, 170, 160, 60, in: outer)
    sketch.edge(sketch.box(20, 0, 160, 60), inner)
    let text = title.rect(in: sketch.frames[outer])
    #expect(!sketch.routed()[0].pieces.contains { $0.touches(text.insetBy(-11)) })
  }

  @Test func aGivenWayKeepsItsSidesAndItsChannel() {
    var sketch = RoutingSketch()
    let (first, second) = (sketch.box(0, 0), sketch.box(300, 200))
    sketch.edge(first, second)
    // An engine led it around the top, and ended beside the middle of the right side.
    let given = Route(
      points: [
        Point(x: 50, y: 0), Point(x: 50, y: -60), Point(x: 480, y: -60), Point(x: 480, y: 220),
        Point(x: 420, y: 220),
      ])
    let led = sketch.graph.routed(over: sketch.frames, given: [given])[0]
    #expect(
      led.points == [
        Point(x: 60, y: 0), Point(x: 60, y: -60), Point(x: 480, y: -60), Point(x: 480, y: 230),
        Point(x: 420, y: 230),
      ])
  }

  @Test func othersAreLedAroundAGivenWay() {
    var sketch = RoutingSketch()
    let (first, second) = (sketch.box(0, 0), sketch.box(300, 0))
    let (third, fourth) = (sketch.box(0, 200), sketch.box(300, 200))
    sketch.edge(first, fourth)
    sketch.edge(third, second)
    let given = Route(
      points: [
        Point(x: 120, y: 30), Point(x: 210, y: 30), Point(x: 210, y: 230), Point(x: 300, y: 230),
      ])
    let routes = sketch.graph.routed(over: sketch.frames, given: [given, nil])
    #expect(routes[0].points.count == 4 && routes[0].points[1].x == routes[0].points[2].x)
    #expect(sketch.violations(routes) == [])
  }

  @Test(arguments: [
    // Through a box, slanted, not from its box any more, on another side than the author wants.
    [Point(x: 120, y: 30), Point(x: 400, y: 30)],
    [Point(x: 120, y: 30), Point(x: 400, y: 50)],
    [
      Point(x: 120, y: 30), Point(x: 100, y: 30), Point(x: 100, y: -60), Point(x: 460, y: -60),
      Point(x: 460, y: 0),
    ],
    [Point(x: 120, y: 30)], [],
  ])
  func aGivenWayThatDoesNotSuitIsFoundAnew(points: [Point]) {
    var sketch = RoutingSketch()
    let (first, _, last) = (sketch.box(0, 0), sketch.box(200, 0), sketch.box(400, 0))
    sketch.edge(first, last)
    let led = sketch.graph.routed(over: sketch.frames, given: [Route(points: points)])
    #expect(led == sketch.routed())
    #expect(sketch.violations(led) == [])
  }

  /// Ways of another drawing, moved and mixed: whatever is given, all rules hold where there is room.
  @Test(arguments: UInt64(0)..<60)
  func whateverIsGivenTheRulesHold(seed: UInt64) {
    var numbers = SeededGenerator(seed: seed)
    let sketch = RoutingSketch.random(seed: seed, leaves: 3 + Int(seed % 6), gap: 120, padding: 80)
    let given = sketch.routed().map { route -> Route? in
      switch Int.random(in: 0..<4, using: &numbers) {
      case 0: nil
      case 1:
        Route(
          points: route.points.map { $0.offset(x: Int.random(in: -30...30, using: &numbers), y: 0) }
        )
      case 2: Route(points: route.points.reversed())
      default: route
      }
    }
    let routes = sketch.graph.routed(over: sketch.frames, given: given)
    #expect(
      sketch.violations(routes).filter {
        if case .throughBox = $0 {
          true
        } else if case .detached = $0 {
          true
        } else if case .slanted = $0 {
          true
        } else {
          false
        }
      } == [])
    #expect(routes == sketch.graph.routed(over: sketch.frames, given: given))
  }

  /// With room around all boxes few ends lie beside the middle, or lopsided.
  @Test func arrowsLeaveAndArriveInTheMiddle() {
    var (lone, askew) = (0, 0)
    for seed in UInt64(0)..<100 {
      let sketch = RoutingSketch.random(
        seed: seed, leaves: 4 + Int(seed % 6), gap: 120, padding: 80)
      for end in sketch.loneEnds(sketch.routed()) {
        lone += 1
        askew += sketch.isCentred(end.point, on: end.node) ? 0 : 1
      }
    }
    #expect(askew * 20 < lone, "\(askew) of \(lone)")
  }
}

extension RoutingSketch {
  /// Whether a point lies at most five units beside the middle of a side.
  func isCentred(_ point: Point, on node: Int) -> Bool {
    abs(point.x - frames[node].midX) <= 5 || abs(point.y - frames[node].midY) <= 5
  }

  /// The ends that are alone on a side of a leaf, but for those of loops.
  fileprivate func loneEnds(_ routes: [Route]) -> [(node: Int, point: Point)] {
    let ends = edges.indices.filter { edges[$0].source != edges[$0].target }.flatMap { edge in
      [
        (node: edges[edge].source, point: routes[edge].points[0]),
        (node: edges[edge].target, point: routes[edge].points[routes[edge].points.count - 1]),
      ]
    }.filter { end in !nodes.contains { $0.parent == end.node } }
    return ends.filter { end in
      guard let side = Side.allCases.first(where: { frames[end.node].isOn($0, end.point) })
      else { return false }
      return ends.count { $0.node == end.node && frames[end.node].isOn(side, $0.point) } == 1
    }
  }
}
