import DiagramGraph
import DiagramModel
import TestSupport
import Testing

@testable import Routing

/// What is never seen together does not constrain.
@Suite struct RoutingSeriesTests {
  /// web and db, and a cache between them in the pictures `cache`.
  private func sketch(cache: [Int], of all: [Int] = [0, 1]) -> RoutingSketch {
    var sketch = RoutingSketch()
    sketch.box(0, 0, pictures: PictureSet(all))
    sketch.box(200, 0, pictures: PictureSet(cache))
    sketch.box(400, 0, pictures: PictureSet(all))
    return sketch
  }

  @Test func anArrowRunsThroughThePlaceOfABoxThatIsNeverSeenWithIt() {
    var sketch = sketch(cache: [1])
    sketch.edge(0, 2, label: Size(width: 40, height: 16), pictures: PictureSet([0]))
    sketch.edge(0, 1, pictures: PictureSet([1]))
    let routes = sketch.routed()
    #expect(routes[0].points == [Point(x: 120, y: 30), Point(x: 400, y: 30)])
    #expect(routes[0].label?.midX == 260)
    #expect(routes[1].points == [Point(x: 120, y: 30), Point(x: 200, y: 30)])
  }

  /// It has one way in all pictures, and one of them shows the box.
  @Test func anArrowIsLedPastWhatAnyOfItsPicturesShows() {
    var sketch = sketch(cache: [1])
    sketch.edge(0, 2, pictures: PictureSet([0, 1]))
    let routes = sketch.routed()
    #expect(routes[0].bends > 0)
    #expect(sketch.violations(routes) == [])
  }

  /// A box below is reached with one bend, through the place of one that is not seen.
  @Test func waysWithBendsRunThroughHiddenBoxesToo() {
    var sketch = RoutingSketch()
    sketch.box(0, 0, pictures: PictureSet([0, 1]))
    sketch.box(180, -40, 80, 300, pictures: PictureSet([1]))
    sketch.box(400, 200, pictures: PictureSet([0, 1]))
    sketch.edge(0, 2, pictures: PictureSet([0]))
    sketch.edge(0, 1, pictures: PictureSet([1]))
    let routes = sketch.routed()
    #expect(routes[0].bends == 1)
    #expect(sketch.violations(routes) == [])
  }

  @Test func boxesThatShareAPlaceAreInEachOthersWayNowhere() {
    var sketch = RoutingSketch()
    sketch.box(0, 0, pictures: PictureSet([0, 1]))
    sketch.box(220, 0, pictures: PictureSet([0]))
    sketch.box(220, 0, pictures: PictureSet([1]))
    sketch.box(440, 0, pictures: PictureSet([0, 1]))
    for (source, target, picture) in [(0, 1, 0), (1, 3, 0), (0, 2, 1), (2, 3, 1)] {
      sketch.edge(source, target, pictures: PictureSet([picture]))
    }
    sketch.edge(3, 0, pictures: PictureSet([0]))
    let routes = sketch.routed()
    #expect(routes.prefix(4).allSatisfy { $0.points.map(\.y) == [30, 30] })
    #expect(sketch.violations(routes) == [])
  }

  /// Each of two that are never seen together is alone on its side.
  @Test func endsAreCentredAmongThoseThatAreSeenWithThem() {
    var sketch = RoutingSketch()
    sketch.box(0, 0, 120, 80)
    sketch.box(300, -100, 120, 80)
    sketch.box(300, 0, 120, 80)
    sketch.box(300, 100, 120, 80)
    for target in 1...3 { sketch.edge(0, target, pictures: PictureSet([target])) }
    let routes = sketch.routed()
    #expect(routes.map { $0.points[0] } == Array(repeating: Point(x: 120, y: 40), count: 3))
    #expect(routes.map(\.bends) == [2, 0, 2])
  }

  /// Of two ends of one picture on a side the straight one gives way, since it is alone at its other box,
  /// whatever other pictures show there.
  @Test func anEndThatIsAloneInItsPicturesKeepsItsMiddle() {
    func routed(_ couriers: Int) -> [Route] {
      var sketch = RoutingSketch()
      let shop = sketch.box(0, 0)
      let depot = sketch.box(0, 140)
      for number in 0..<couriers {
        let courier = sketch.box(240, 0, pictures: PictureSet([number]))
        sketch.edge(shop, courier, pictures: PictureSet([number]))
        sketch.edge(depot, courier, pictures: PictureSet([number]))
      }
      return sketch.routed()
    }
    #expect(routed(3).prefix(2) == routed(1)[...])
  }

  /// Random series: no way runs through a box that some picture shows with it, and none has more bends
  /// than if what it never sees were not there.
  @Test(arguments: UInt64(0)..<120)
  func hiddenBoxesMakeNoWayWorse(seed: UInt64) {
    var numbers = SeededGenerator(seed: seed)
    var sketch = RoutingSketch.scattered(seed: seed)
    for node in sketch.nodes.indices where node > 1 {
      sketch.nodes[node].pictures = PictureSet(
        [0, 1, 2].filter { _ in Bool.random(using: &numbers) })
    }
    sketch.edge(0, 1, pictures: PictureSet([0]))
    let route = sketch.routed()[0]
    #expect(sketch.violations([route]) == [])
    var seen = sketch
    for node in sketch.nodes.indices.reversed()
    where !sketch.nodes[node].pictures.intersects(PictureSet([0])) {
      seen.nodes.remove(at: node)
      seen.frames.remove(at: node)
    }
    #expect(route.bends <= seen.routed()[0].bends)
  }

  @Test(arguments: UInt64(0)..<120)
  func everyRuleIsKeptInRandomSeries(seed: UInt64) {
    var numbers = SeededGenerator(seed: seed)
    var sketch = RoutingSketch.random(seed: seed, leaves: 4 + Int(seed % 6), gap: 120, padding: 80)
    let pictures = sketch.nodes.map { _ in
      [0, 1, 2].filter { _ in Int.random(in: 0..<3, using: &numbers) > 0 }
    }
    for (node, value) in sketch.nodes.enumerated() {
      // What is shown is shown with what is around it; children stand behind their parents.
      let around = value.parent.map { parent in
        [0, 1, 2].filter { sketch.nodes[parent].pictures.intersects(PictureSet([$0])) }
      }
      sketch.nodes[node].pictures = PictureSet(
        pictures[node].filter { around?.contains($0) ?? true })
    }
    for (index, edge) in sketch.edges.enumerated() {
      sketch.edges[index].pictures = PictureSet(
        [0, 1, 2].filter { picture in
          [edge.source, edge.target].allSatisfy {
            sketch.nodes[$0].pictures.intersects(PictureSet([picture]))
          }
        })
    }
    sketch.edges.removeAll { !$0.pictures.intersects(.all) }
    let routes = sketch.routed()
    #expect(sketch.violations(routes) == [])
    #expect(sketch.routed() == routes)
  }
}
