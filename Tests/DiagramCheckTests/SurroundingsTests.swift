import DiagramAlgorithms
import DiagramGraph
import DiagramModel
import Testing

@testable import DiagramCheck

/// The one measure of what a text or a mark touches.
@Suite struct SurroundingsTests {
  /// Boxes and containers anywhere, edges with ways along the axes or slanted, and texts anywhere.
  private struct Scattered {
    var graph = LayoutGraph(nodes: [], edges: [])
    var layout = Layout(frames: [], routes: [])

    init(seed: UInt64) {
      var random = SeededGenerator(seed: seed)
      func number(_ limit: Int) -> Int { Int.random(in: 0..<limit, using: &random) }
      func rect(_ limit: Int) -> Rect {
        Rect(x: number(400), y: number(400), width: number(limit), height: number(limit))
      }
      func pictures() -> PictureSet { number(3) == 0 ? PictureSet([number(3)]) : .all }
      for index in 0..<12 {
        var node = LayoutNode(
          parent: number(2) == 0 ? nil : number(max(index, 1)), minimumSize: .zero)
        if index == 0 { node.parent = nil }
        node.isOutlined = number(4) > 0
        node.isPassable = number(8) == 0
        node.isFreeEnd = number(8) == 0
        node.pictures = pictures()
        if number(3) == 0 {
          node.titles = [
            LayoutTitle(
              size: Size(width: 60, height: 16), inset: Size(width: 8, height: 8), alignment: .left,
              isAtBottom: number(2) == 0)
          ]
        }
        graph.nodes.append(node)
        layout.frames.append(rect(200))
      }
      for _ in 0..<12 {
        var edge = LayoutEdge(source: number(12), target: number(12))
        edge.pictures = pictures()
        var route = Route(points: (0...number(4)).map { _ in rect(1).origin })
        route.isCurved = number(4) == 0
        if number(2) == 0 {
          route.label = rect(60)
          edge.labelSize = route.label?.size
        }
        graph.edges.append(edge)
        layout.routes.append(route)
      }
    }
  }

  /// What is found by where it lies is all that a look at everything finds.
  @Test(arguments: UInt64(0)..<200)
  func nothingIsMissed(seed: UInt64) {
    let sample = Scattered(seed: seed)
    let (graph, layout) = (sample.graph, sample.layout)
    let check = Check(layout, of: graph)
    for (edge, route) in layout.routes.enumerated() {
      guard let text = route.label else { continue }
      let shown = graph.edges[edge].pictures
      var expected: Set<String> = []
      for (node, value) in graph.nodes.enumerated() where value.pictures.intersects(shown) {
        let frame = layout.frames[node]
        let isLeaf = !graph.nodes.contains { $0.parent == node }
        let isEntered = graph.edges.flatMap { [$0.source, $0.target] }.contains {
          graph.ancestors(of: $0).contains(node)
        }
        if frame.intersects(text) {
          if isLeaf {
            if value.isOutlined || !value.isPassable && !value.isFreeEnd {
              expected.insert("textOnBox box(\(node))")
            }
          } else if value.isOutlined, !frame.contains(text) {
            expected.insert("textOnOutline box(\(node))")
          } else if value.isOutlined, !isEntered {
            expected.insert("textOnBox box(\(node))")
          }
        }
        if value.titles.contains(where: { $0.rect(in: frame).intersects(text) }) {
          expected.insert("textOnTitle box(\(node))")
        }
      }
      for (other, way) in layout.routes.enumerated()
      where graph.edges[other].pictures.intersects(shown) {
        if other != edge, way.label?.intersects(text) ?? false {
          expected.insert("textOnText edge(\(other))")
        }
        if way.drawnSegments(of: other).contains(where: { $0.runsThrough(text) }) {
          expected.insert("textOnWay edge(\(other))")
        }
      }
      let found = check.touched(byTextOf: edge)
      #expect(Set(found.map { "\($0.rule) \($0.other)" }) == expected)
      #expect(found.count == expected.count)
    }
  }

  /// The room that is kept is measured like what touches: with so much more around the text, something does.
  @Test(arguments: UInt64(0)..<50)
  func roomIsWhatTouchesALargerText(seed: UInt64) throws {
    let sample = Scattered(seed: seed)
    let surroundings = try #require(
      Check(sample.layout, of: sample.graph, isMarked: true).surroundings)
    func touched(_ rect: Rect, _ room: Int, _ wayRoom: Int) -> Set<Surroundings.Thing> {
      var things: Set<Surroundings.Thing> = []
      surroundings.forEachTouched(by: rect, keeping: room, fromWays: wayRoom, in: .all) {
        thing, _ in
        things.insert(thing)
      }
      return things
    }
    func isWay(_ thing: Surroundings.Thing) -> Bool {
      if case .way = thing { true } else { false }
    }
    for step in 0..<20 {
      let rect = Rect(x: 20 * step, y: 390 - 19 * step, width: 50, height: 16)
      let expected =
        touched(rect.insetBy(-4), 0, 0).filter { !isWay($0) }
        .union(touched(rect.insetBy(-8), 0, 0).filter(isWay))
      #expect(touched(rect, 4, 8) == expected)
    }
  }

  @Test func aContainerThatNoArrowLeadsIntoIsNoPlaceForATextOfOne() {
    var graph = LayoutGraph(
      nodes: [
        LayoutNode(parent: nil, minimumSize: .zero), LayoutNode(parent: 0, minimumSize: .zero),
        LayoutNode(parent: nil, minimumSize: .zero), LayoutNode(parent: nil, minimumSize: .zero),
      ], edges: [LayoutEdge(source: 2, target: 3, labelSize: Size(width: 40, height: 16))])
    var layout = Layout(
      frames: [
        Rect(x: 0, y: 0, width: 200, height: 100), Rect(x: 20, y: 20, width: 60, height: 60),
        Rect(x: 0, y: 200, width: 60, height: 60), Rect(x: 200, y: 200, width: 60, height: 60),
      ],
      routes: [
        Route(
          points: [Point(x: 60, y: 230), Point(x: 200, y: 230)],
          label: Rect(x: 120, y: 40, width: 40, height: 16))
      ])
    #expect(Check(layout, of: graph).touched(byTextOf: 0).map(\.rule) == [.textOnBox])
    graph.edges.append(LayoutEdge(source: 1, target: 3))
    layout.routes.append(Route(points: [Point(x: 80, y: 50), Point(x: 80, y: 60)]))
    #expect(Check(layout, of: graph).touched(byTextOf: 0).isEmpty)
  }
}
