import DiagramAlgorithms
import DiagramGraph
import DiagramModel
import Testing

@testable import Incremental

/// Where nothing is free and nothing can be pushed away, there is room at the ends of a container.
@Suite struct IncrementalEndSpotTests {
  private let spacing = Spacing()

  /// A container full of one box, and a new box in it.
  private func crowded(_ edges: [LayoutEdge], _ routes: [Route?]) -> Sketch {
    let box = Size(width: 100, height: 50)
    return Sketch(
      LayoutGraph(
        nodes: [
          LayoutNode(
            parent: nil, minimumSize: .zero,
            padding: Insets(top: 40, left: 20, bottom: 20, right: 20)),
          LayoutNode(parent: 0, minimumSize: box), LayoutNode(parent: 0, minimumSize: box),
          LayoutNode(parent: nil, minimumSize: box),
        ], edges: edges),
      keeping: PreviousDrawing(
        frames: [
          Rect(x: 0, y: 0, width: 140, height: 110), Rect(x: 20, y: 40, width: 100, height: 50),
          nil, Rect(x: 200, y: 40, width: 100, height: 50),
        ], routes: routes))
  }

  private func endSpot(of sketch: Sketch) -> Spot? {
    SpotFinder(
      sketch, node: 2, size: Size(width: 100, height: 50), members: [2], flow: nil, wish: nil,
      spacing: spacing
    ).endSpots().first
  }

  @Test func theContainerGrowsAndItsContentStays() throws {
    let sketch = crowded([], [])
    let spot = try #require(endSpot(of: sketch))
    let container = try #require(spot.sketch.frames[0])
    #expect(
      container.inset(by: Insets(top: 40, left: 20, bottom: 20, right: 20)).contains(spot.rect))
    #expect(spot.sketch.frames[1] == sketch.frames[1])
    #expect(!spot.rect.intersects(Rect(x: 20, y: 40, width: 100, height: 50).insetBy(-19)))
  }

  /// Loops on every side would be pushed away, and drag their box along.
  @Test func waysThatWouldDragABoxAlongAreLedAnew() throws {
    let loops = [
      [(120, 42), (142, 42), (142, 48), (120, 48)], [(20, 42), (-2, 42), (-2, 48), (20, 48)],
      [(22, 90), (22, 112), (28, 112), (28, 90)], [(22, 40), (22, 18), (28, 18), (28, 40)],
    ].map { Route(points: $0.map { Point(x: $0.0, y: $0.1) }) }
    let sketch = crowded(loops.map { _ in LayoutEdge(source: 1, target: 1) }, loops)
    let spot = try #require(endSpot(of: sketch))
    #expect(spot.sketch.frames[1] == sketch.frames[1])
    #expect(spot.sketch.frames[0]?.contains(spot.rect) == true)
  }

  @Test func aPushTellsWhatItDragsAlong() {
    let box = LayoutNode(parent: nil, minimumSize: Size(width: 100, height: 50))
    // An arrow down, its text on its right.
    let sketch = Sketch(
      LayoutGraph(
        nodes: [box, box, box],
        edges: [LayoutEdge(source: 0, target: 1, labelSize: Size(width: 40, height: 20))]),
      keeping: PreviousDrawing(
        frames: [
          Rect(x: 0, y: 0, width: 100, height: 50), Rect(x: 0, y: 150, width: 100, height: 50), nil,
        ],
        routes: [
          Route(
            points: [Point(x: 50, y: 50), Point(x: 50, y: 150)],
            label: Rect(x: 55, y: 90, width: 40, height: 20))
        ]))
    let newcomer = Push.Newcomer(kind: .box(2), rect: Rect(x: 52, y: 60, width: 28, height: 80))
    func push(without ignored: Set<Int>) -> Push {
      var fields = PushFields(sketch)
      let field = fields.field(without: ignored, along: .horizontal, spacing)
      return Push(field, toward: .right, freeing: newcomer)
    }
    #expect(push(without: []).dragged == [0] && !push(without: []).isPossible)
    #expect(push(without: [0]).isPossible)
  }
}
