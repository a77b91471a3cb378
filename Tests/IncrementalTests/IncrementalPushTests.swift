import DiagramGraph
import DiagramModel
import Testing

@testable import Incremental

/// What is in the way moves, and nothing else.
@Suite struct IncrementalPushTests {
  private let spacing = Spacing()

  /// Boxes of 100 × 50 at these places, without edges unless they are told.
  private func sketch(_ places: [(x: Int, y: Int)], _ edges: [(Int, Int, [Point])] = []) -> Sketch {
    let box = LayoutNode(parent: nil, minimumSize: Size(width: 100, height: 50))
    return Sketch(
      LayoutGraph(
        nodes: places.map { _ in box },
        edges: edges.map { LayoutEdge(source: $0.0, target: $0.1) }),
      keeping: PreviousDrawing(
        frames: places.map { Rect(x: $0.x, y: $0.y, width: 100, height: 50) },
        routes: edges.map { Route(points: $0.2) }))
  }

  private func pushed(_ sketch: Sketch, by growth: Int, toward side: Side) -> [Int?] {
    Push(PushField(sketch, along: side.axis, growing: 0, spacing), toward: side, by: growth)
      .result.frames
      .map { $0.map { side.axis == .horizontal ? $0.minX : $0.minY } }
  }

  @Test func onlyWhatIsInTheWayMovesAndOnlyAsFarAsItMust() {
    // The second box must leave, the third has room enough, the fourth lies in another row.
    let sketch = sketch([(0, 0), (150, 0), (400, 0), (150, 200)])
    #expect(pushed(sketch, by: 60, toward: .right) == [0, 200, 400, 150])
  }

  @Test func pushesAreHandedOn() {
    let sketch = sketch([(0, 0), (140, 0), (280, 0)])
    #expect(pushed(sketch, by: 60, toward: .right) == [0, 200, 340])
    #expect(pushed(sketch, by: 60, toward: .left) == [-60, 140, 280])
  }

  @Test func boxesThatAreCloserThanTheyShouldBeStayAsClose() {
    let sketch = sketch([(0, 0), (110, 0)])
    #expect(pushed(sketch, by: 0, toward: .right) == [0, 110])
    #expect(pushed(sketch, by: 30, toward: .right) == [0, 140])
  }

  @Test func waysKeepTheirBendsAndTheirOrder() {
    // From the second box down and right to the third; the bend is pushed with the second box.
    let way = [
      Point(x: 190, y: 50), Point(x: 190, y: 100), Point(x: 300, y: 100), Point(x: 300, y: 150),
    ]
    let sketch = sketch([(0, 0), (140, 0), (250, 150)], [(1, 2, way)])
    let push = Push(
      PushField(sketch, along: .horizontal, growing: 0, spacing), toward: .right, by: 60
    )
    .withLinesFollowing()
    #expect(push.result.frames[1]?.minX == 200)
    #expect(push.result.frames[2]?.minX == 250)
    #expect(push.result.routes[0]?.points.map(\.x) == [250, 250, 300, 300])
    #expect(push.movedLeaves == 1)
  }

  @Test func aContainerGrowsWithWhatIsPushedInside() {
    let graph = LayoutGraph(
      nodes: [
        LayoutNode(
          parent: nil, minimumSize: Size(width: 0, height: 0),
          padding: Insets(top: 40, left: 20, bottom: 20, right: 20)),
        LayoutNode(parent: 0, minimumSize: Size(width: 100, height: 50)),
        LayoutNode(parent: nil, minimumSize: Size(width: 100, height: 50)),
      ], edges: [])
    let sketch = Sketch(
      graph,
      keeping: PreviousDrawing(
        frames: [
          Rect(x: 0, y: 0, width: 140, height: 110), Rect(x: 20, y: 40, width: 100, height: 50),
          Rect(x: 180, y: 40, width: 100, height: 50),
        ], routes: []))
    let result = Push(
      PushField(sketch, along: .horizontal, growing: 1, spacing), toward: .right, by: 30
    ).result
    #expect(result.frames[0] == Rect(x: 0, y: 0, width: 170, height: 110))
    #expect(result.frames[2]?.minX == 210)
  }

  @Test func aBoxWithALoopGrowsOnceAndTakesItsLoopAlong() {
    let loop = [
      Point(x: 100, y: 20), Point(x: 120, y: 20), Point(x: 120, y: -20), Point(x: 50, y: -20),
      Point(x: 50, y: 0),
    ]
    let sketch = sketch([(0, 0)], [(0, 0, loop)])
    let result = Push(
      PushField(sketch, along: .horizontal, growing: 0, spacing), toward: .right, by: 60
    ).result
    #expect(result.frames[0] == Rect(x: 0, y: 0, width: 160, height: 50))
    #expect(result.routes[0]?.points.map(\.x) == [160, 180, 180, 50, 50])
  }
}
