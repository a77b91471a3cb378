import DiagramAlgorithms
import DiagramCheck
import DiagramGraph
import DiagramLayout
import DiagramModel
import TestSupport
import Testing

@testable import Incremental

/// Drawings that are edited look like they did.
@Suite struct IncrementalLayoutTests {
  private func request(_ algorithm: LayoutAlgorithm, _ previous: PreviousDrawing? = nil)
    -> LayoutRequest
  {
    LayoutRequest(algorithm: algorithm, previous: previous)
  }

  @Test(arguments: UInt64(0)..<8, [LayoutAlgorithm.layered, .orthogonal])
  func theSameGraphGivesTheSameDrawing(seed: UInt64, algorithm: LayoutAlgorithm) {
    let graph = LayoutGraph.random(seed: seed)
    let layout = graph.placed(by: request(algorithm))
    let previous = PreviousDrawing(frames: layout.frames, routes: layout.routes)
    #expect(graph.placed(by: request(algorithm, previous)) == layout)
  }

  @Test(arguments: UInt64(0)..<8, [LayoutAlgorithm.layered, .orthogonal])
  func nothingMovesWhenALeafIsRemoved(seed: UInt64, algorithm: LayoutAlgorithm) {
    let graph = LayoutGraph.random(seed: seed)
    guard graph.nodes.count > 1 else { return }
    let edited = Edit.removeLeaf.applied(
      to: graph, graph.placed(by: request(algorithm)), seed: seed)
    let layout = edited.graph.placed(by: request(algorithm, edited.previous))
    #expect(layout.frames == edited.previous.frames)
    #expect(layout.routes == edited.previous.routes)
  }

  @Test(arguments: UInt64(4)..<8, Edit.allCases)
  func editedDrawingsAreCleanAndRest(seed: UInt64, edit: Edit) {
    let algorithm: LayoutAlgorithm = seed.isMultiple(of: 2) ? .layered : .orthogonal
    let graph = LayoutGraph.random(seed: seed)
    guard graph.nodes.count > 3 else { return }
    let edited = edit.applied(to: graph, graph.placed(by: request(algorithm)), seed: seed)
    let layout = edited.graph.placed(by: request(algorithm, edited.previous))
    #expect(layout.mistakes(of: edited.graph) == [])
    #expect(layout.isClean(edited.graph))
    let previous = PreviousDrawing(frames: layout.frames, routes: layout.routes)
    let again = edited.graph.placed(by: request(algorithm, previous))
    #expect(again.frames == layout.frames)
    #expect(again.routes == layout.routes)
  }

  @Test(arguments: [Edit.addLeaf, .addOutsideBox, .longerLabel, .addEdge, .addContainer])
  func fewBoxesMove(edit: Edit) {
    var (moved, all) = (0, 0)
    for seed in UInt64(0)..<30 {
      let graph = LayoutGraph.random(seed: seed)
      guard graph.nodes.count > 5 else { continue }
      let edited = edit.applied(to: graph, graph.placed(by: request(.layered)), seed: seed)
      let layout = edited.graph.placed(by: request(.layered, edited.previous))
      let nesting = Nesting(edited.graph)
      for node in layout.frames.indices where nesting.isLeaf(node) {
        guard !edited.touched.contains(node), let old = edited.previous.frames[node] else {
          continue
        }
        all += 1
        if old != layout.frames[node] { moved += 1 }
      }
    }
    // On these small graphs one box is several in a hundred, and a container adds three.
    #expect(moved * 7 < all, "\(moved) of \(all)")
  }

  @Test(arguments: UInt64(0)..<30)
  func drawingsByHandAreRepaired(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let graph = LayoutGraph.random(seed: seed)
    var layout = graph.placed(by: request(.layered))
    for node in layout.frames.indices where Int.random(in: 0..<3, using: &random) == 0 {
      switch Int.random(in: 0..<4, using: &random) {
      case 0: layout.frames[node].origin = Point(x: 0, y: 0)
      case 1: layout.frames[node].size = .zero
      case 2: layout.frames[node].origin.x -= 45
      default: layout.frames[node].origin.x += 900_000_000
      }
    }
    let previous = PreviousDrawing(frames: layout.frames, routes: layout.routes)
    #expect(graph.placed(by: request(.layered, previous)).mistakes(of: graph) == [])
  }

  @Test func aGraphThatIsMostlyNewIsDrawnAnew() {
    let box = LayoutNode(parent: nil, minimumSize: Size(width: 100, height: 50))
    let graph = LayoutGraph(
      nodes: [box, box, box], edges: [LayoutEdge(source: 0, target: 1)])
    var previous = PreviousDrawing(frames: [nil, nil, nil], routes: [nil])
    previous.frames[0] = Rect(x: 500, y: 500, width: 200, height: 200)
    let anew = graph.placed(by: request(.layered))
    #expect(graph.placed(by: request(.layered, previous)) == anew)
  }

  @Test func aBoxThatIsPlacedByHandStaysThereAndItsArrowFollows() throws {
    let box = LayoutNode(parent: nil, minimumSize: Size(width: 100, height: 50))
    let graph = LayoutGraph(nodes: [box, box], edges: [LayoutEdge(source: 0, target: 1)])
    var layout = graph.placed(by: request(.layered))
    layout.frames[1].origin = Point(x: 300, y: 0)
    let previous = PreviousDrawing(frames: layout.frames, routes: layout.routes)
    let result = graph.placed(by: request(.layered, previous))
    #expect(result.frames == layout.frames)
    #expect(result.routes[0].points == [Point(x: 100, y: 25), Point(x: 300, y: 25)])
  }

  private func box(_ width: Int, _ height: Int) -> LayoutNode {
    LayoutNode(parent: nil, minimumSize: Size(width: width, height: height))
  }

  /// The nearest place for the box has no room for the text of its arrow.
  @Test func aNewBoxLeavesRoomForTheTextOfItsArrow() {
    let size = Size(width: 90, height: 20)
    let graph = LayoutGraph(
      nodes: [box(100, 50), box(100, 50), box(100, 50)],
      edges: [
        LayoutEdge(source: 0, target: 1), LayoutEdge(source: 2, target: 1, labelSize: size),
      ])
    let frames = [
      Rect(x: 0, y: 0, width: 100, height: 50), Rect(x: 0, y: 110, width: 100, height: 50),
    ]
    let way = Route(points: [Point(x: 50, y: 50), Point(x: 50, y: 110)])
    let previous = PreviousDrawing(frames: frames + [nil], routes: [way, nil])
    let result = graph.placed(by: request(.layered, previous))
    #expect(Array(result.frames.prefix(2)) == frames && result.routes[0] == way)
    #expect(result.isClean(graph))
  }

  /// Two boxes of one size under each other that were drawn already, with an arrow whose text was
  /// not.
  private func pair(
    _ width: Int, _ height: Int, gap: Int, label: Size
  ) -> (graph: LayoutGraph, previous: PreviousDrawing) {
    let below = height + gap
    return (
      LayoutGraph(
        nodes: [box(width, height), box(width, height)],
        edges: [LayoutEdge(source: 0, target: 1, labelSize: label)]),
      PreviousDrawing(
        frames: [0, below].map { Rect(x: 0, y: $0, width: width, height: height) },
        routes: [Route(points: [height, below].map { Point(x: width / 2, y: $0) })])
    )
  }

  @Test func anArrowBecomesAsLongAsItsNewText() {
    let (graph, previous) = pair(160, 80, gap: 40, label: Size(width: 90, height: 60))
    let result = graph.placed(by: request(.layered, previous))
    #expect(result.frames[0].minX == 0 && result.frames[1].minX == 0)
    #expect(result.frames[1].minY - result.frames[0].maxY < 80)
    #expect(result.isClean(graph))
  }

  @Test func aTinyBoxTakesAnotherArrow() {
    var graph = LayoutGraph(nodes: [box(20, 10)], edges: [])
    for _ in 0..<5 {
      graph.nodes.append(box(100, 50))
      graph.edges.append(LayoutEdge(source: 0, target: graph.nodes.count - 1))
    }
    let layout = graph.placed(by: request(.layered))
    var edited = EditedGraph(
      graph: graph, previous: PreviousDrawing(frames: layout.frames, routes: layout.routes))
    edited.addBox(in: nil)
    edited.addEdge(from: 6, to: 0, label: nil)
    let result = edited.graph.placed(by: request(.layered, edited.previous))
    #expect(Array(result.frames.prefix(6)) == layout.frames)
    #expect(result.isClean(edited.graph))
  }

  @Test func aShorterTextStaysAtItsWay() {
    var (graph, previous) = pair(100, 50, gap: 100, label: Size(width: 40, height: 20))
    for (old, new) in [(55, 55), (-35, 5), (10, 30)] {
      previous.routes[0]?.label = Rect(x: old, y: 90, width: 80, height: 20)
      let result = graph.placed(by: request(.layered, previous))
      #expect(result.routes[0].label == Rect(x: new, y: 90, width: 40, height: 20))
    }
  }

  /// Somebody moved a box onto the label of an arrow, or the label far away.
  @Test(arguments: [Point(x: 20, y: 10), Point(x: 900, y: 0)])
  func aLabelThatLiesOnABoxOrFarFromItsWayIsPlacedAnew(corner: Point) {
    let box = LayoutNode(parent: nil, minimumSize: Size(width: 100, height: 50))
    let size = Size(width: 40, height: 20)
    let graph = LayoutGraph(
      nodes: [box, box], edges: [LayoutEdge(source: 0, target: 1, labelSize: size)])
    var layout = graph.placed(by: request(.layered))
    layout.routes[0].label = Rect(origin: corner, size: size)
    let previous = PreviousDrawing(frames: layout.frames, routes: layout.routes)
    let result = graph.placed(by: request(.layered, previous))
    #expect(result.frames == layout.frames)
    #expect(result.isClean(graph))
    let label = result.routes[0].label
    #expect(result.routes[0].pieces.contains { $0.distance(to: label ?? .zero) <= 10 })
  }

  /// Among many edges leading a way anew can fail, and then all of them would be drawn anew.
  @Test(arguments: [mostEdgesLedTogether, mostEdgesLedTogether + 1])
  func onlyInLargeGraphsWaysThroughContainersAreKept(count: Int) {
    let box = LayoutNode(parent: nil, minimumSize: Size(width: 100, height: 50))
    let container = LayoutNode(
      parent: nil, minimumSize: .zero, padding: Insets(top: 40, left: 20, bottom: 20, right: 20))
    let child = LayoutNode(parent: 2, minimumSize: Size(width: 100, height: 50))
    let way = Route(points: [Point(x: 100, y: 25), Point(x: 400, y: 25)])
    let sketch = Sketch(
      LayoutGraph(
        nodes: [box, box, container, child],
        edges: Array(repeating: LayoutEdge(source: 0, target: 1), count: count)),
      keeping: PreviousDrawing(
        frames: [
          Rect(x: 0, y: 0, width: 100, height: 50), Rect(x: 400, y: 0, width: 100, height: 50),
          Rect(x: 180, y: 0, width: 140, height: 110), Rect(x: 200, y: 40, width: 100, height: 50),
        ], routes: Array(repeating: way, count: count)))
    let isLarge = count > mostEdgesLedTogether
    #expect(sketch.routes.allSatisfy { $0 == (isLarge ? way : nil) })
  }
}
