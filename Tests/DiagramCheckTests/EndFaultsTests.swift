import DiagramCheck
import DiagramGraph
import DiagramModel
import Testing

/// What a designer sees at the sides of boxes.
@Suite struct EndFaultsTests {
  /// A box 100 wide above others, and an edge from each of these places on its lower side.
  private func faults(_ places: [Int], trunk: Int? = nil, areApart: Bool = false) -> EndFaults {
    let targets = places.map { Rect(x: $0 - 20, y: 100, width: 40, height: 40) }
    let leaf = LayoutNode(parent: nil, minimumSize: Size(width: 40, height: 40))
    let graph = LayoutGraph(
      nodes: [LayoutNode(parent: nil, minimumSize: Size(width: 100, height: 40))]
        + places.map { _ in leaf },
      edges: places.indices.map {
        LayoutEdge(
          source: 0, target: $0 + 1, pictures: areApart ? PictureSet([$0]) : .all, trunk: trunk)
      })
    let layout = Layout(
      frames: [Rect(x: 0, y: 0, width: 100, height: 40)] + targets,
      routes: places.map { Route(points: [Point(x: $0, y: 40), Point(x: $0, y: 100)]) })
    return EndFaults(layout, of: graph)
  }

  @Test func aLoneEndBelongsIntoTheMiddle() {
    #expect(faults([50]).count == 0)
    #expect(faults([52]).count == 0)
    #expect(faults([60]).offCentre == 1 && faults([60]).atEdge == 0)
    #expect(faults([5]).offCentre == 1 && faults([5]).atEdge == 1)
  }

  @Test func severalEndsLieInBalance() {
    #expect(faults([30, 70]).count == 0)
    #expect(faults([25, 50, 75]).count == 0)
    #expect(faults([30, 50]).skew == 1)
    #expect(faults([10, 90]).atEdge == 2 && faults([10, 90]).skew == 0)
  }

  @Test func endsThatAreNeverSeenTogetherAreAlone() {
    #expect(faults([50, 50, 50], areApart: true).count == 0)
    #expect(faults([30, 70], areApart: true).offCentre == 2)
  }

  @Test func endsOfOneTrunkAreOne() {
    #expect(faults([50, 50], trunk: 1).count == 0)
    #expect(faults([50, 50, 50]).count == 0)
    #expect(faults([70, 70], trunk: 1).offCentre == 1)
  }

  @Test func endsAtContainersDoNotCount() {
    let graph = LayoutGraph(
      nodes: [
        LayoutNode(parent: nil, minimumSize: .zero),
        LayoutNode(parent: 0, minimumSize: Size(width: 40, height: 40)),
        LayoutNode(parent: nil, minimumSize: Size(width: 40, height: 40)),
      ], edges: [LayoutEdge(source: 0, target: 2)])
    let layout = Layout(
      frames: [
        Rect(x: 0, y: 0, width: 200, height: 100), Rect(x: 20, y: 40, width: 40, height: 40),
        Rect(x: 0, y: 160, width: 40, height: 40),
      ], routes: [Route(points: [Point(x: 20, y: 100), Point(x: 20, y: 160)])])
    #expect(EndFaults(layout, of: graph).count == 0)
  }

  @Test(arguments: [
    ([(0, 0), (60, 0), (120, 0)], 0), ([(0, 0), (60, 0), (130, 0)], 3),
    ([(0, 0), (60, 0), (0, 60), (60, 60)], 0), ([(0, 0), (60, 0), (0, 60)], 3),
    ([(0, 0), (60, 10)], 2),
  ])
  func twinsLieInAnEvenGrid(corners: [(Int, Int)], unlike: Int) {
    let leaf = LayoutNode(parent: nil, minimumSize: Size(width: 40, height: 40))
    let graph = LayoutGraph(
      nodes: Array(repeating: leaf, count: corners.count + 1),
      edges: corners.indices.map { LayoutEdge(source: corners.count, target: $0) })
    let layout = Layout(
      frames: corners.map { Rect(x: $0.0, y: $0.1, width: 40, height: 40) }
        + [Rect(x: 300, y: 300, width: 40, height: 40)],
      routes: corners.map { _ in Route(points: []) })
    #expect(TwinFaults(layout, of: graph).unlike == unlike)
  }

  /// Three boxes in a column, and ways to them from the sides of a box to their left.
  @Test(arguments: [
    ([(40, 70), (40, 80), (40, 90)], 0),  // all from the right side
    ([(20, 60), (40, 80), (20, 100)], 0),  // in mirror image
    ([(20, 60), (40, 80), (40, 90)], 3),
  ])
  func twinsAreMetOnOneSideOrInMirrorImage(starts: [(Int, Int)], unlike: Int) {
    let leaf = LayoutNode(parent: nil, minimumSize: Size(width: 40, height: 40))
    let graph = LayoutGraph(
      nodes: Array(repeating: leaf, count: 4),
      edges: (1...3).map { LayoutEdge(source: 0, target: $0) })
    let layout = Layout(
      frames: [Rect(x: 0, y: 60, width: 40, height: 40)]
        + [0, 60, 120].map { Rect(x: 100, y: $0, width: 40, height: 40) },
      routes: zip(starts, [20, 80, 140]).map { start, y in
        let corner = start.0 < 40 ? Point(x: start.0, y: y) : Point(x: 70, y: start.1)
        return Route(
          points: [
            Point(x: start.0, y: start.1), corner, Point(x: 70, y: y), Point(x: 100, y: y),
          ])
      })
    #expect(TwinFaults(layout, of: graph).unlike == unlike)
  }

  @Test(arguments: [(80, 100, 0), (104, 100, 0), (120, 100, 1), (80, 140, 1)])
  func aContainerIsLooseThatIsLargerThanWhatItHolds(width: Int, height: Int, loose: Int) {
    let graph = LayoutGraph(
      nodes: [
        LayoutNode(
          parent: nil, minimumSize: .zero,
          padding: Insets(top: 40, left: 20, bottom: 20, right: 20)),
        LayoutNode(parent: 0, minimumSize: Size(width: 40, height: 40)),
      ], edges: [])
    let layout = Layout(
      frames: [
        Rect(x: 0, y: 0, width: width, height: height), Rect(x: 20, y: 40, width: 40, height: 40),
      ], routes: [])
    #expect(RoomFaults(layout, of: graph).loose == loose)
  }
}
