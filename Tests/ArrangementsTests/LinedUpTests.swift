import DiagramGraph
import DiagramModel
import Testing

@testable import Arrangements

/// What rows and columns do for arrows to be straight, and for what stands on boxes to have room.
@Suite struct LinedUpTests {
  private let canvas = LayoutNode(
    parent: nil, minimumSize: .zero, arrangement: .column(alignment: .stretch, spacing: 40),
    isOutlined: false)

  private func row(_ alignment: Alignment = .stretch, spacing: Int? = nil) -> LayoutNode {
    LayoutNode(
      parent: 0, minimumSize: .zero, arrangement: .row(alignment: alignment, spacing: spacing),
      isOutlined: false)
  }

  private func leaf(_ parent: Int, width: Int = 100, height: Int = 60) -> LayoutNode {
    LayoutNode(parent: parent, minimumSize: Size(width: width, height: height))
  }

  private func freeEnd(_ parent: Int) -> LayoutNode {
    var node = LayoutNode(
      parent: parent, minimumSize: Size(width: 10, height: 10), isOutlined: false, grows: false)
    node.fixedAxes = Set(Axis.allCases)
    node.isFreeEnd = true
    return node
  }

  private func frames(_ graph: LayoutGraph) -> [Rect] {
    SizedGraph(graph, spacing: graph.childSpacing()).frames()
  }

  @Test func freeEndsLieInFrontOfWhatTheyLeadTo() {
    // Two free ends in a row above one of four boxes, which lead to the first and the third.
    var graph = LayoutGraph(
      nodes: [canvas, row(), row()] + [1, 1].map(freeEnd) + [2, 2, 2, 2].map { leaf($0) },
      edges: [LayoutEdge(source: 3, target: 5), LayoutEdge(source: 4, target: 7)])
    var found = frames(graph)
    #expect(found[3].midX == found[5].midX && found[4].midX == found[7].midX)
    // Those of one box keep apart.
    graph.edges[1].target = 5
    found = frames(graph)
    #expect(abs(found[3].midX - found[4].midX) >= 20)
    // One that would lie on a box of its row stays beside it.
    graph = LayoutGraph(
      nodes: [canvas, row(), row(), freeEnd(1), leaf(1), leaf(2, width: 400)],
      edges: [LayoutEdge(source: 3, target: 5)])
    found = frames(graph)
    #expect(!found[3].intersects(found[4]))
  }

  @Test(arguments: [0, 30])
  func boxesInTheMiddleOfARowFaceWhatLiesInAContainer(title: Int) {
    var container = LayoutNode(
      parent: 1, minimumSize: .zero, padding: Insets(all: 20),
      arrangement: .column(alignment: .stretch, spacing: nil))
    container.padding.top += title
    let graph = LayoutGraph(
      nodes: [canvas, row(.center, spacing: 60), leaf(1), leaf(1), container, leaf(4)],
      edges: [LayoutEdge(source: 2, target: 3), LayoutEdge(source: 3, target: 5)])
    let found = frames(graph)
    #expect(found[2].midY == found[5].midY && found[3].midY == found[5].midY)
    #expect(found[5].midY - found[4].midY == title / 2)
  }

  @Test func aBoxInTheMiddleOfARowFacesTheMiddleOfAllThatItLeadsTo() {
    var container = LayoutNode(
      parent: 1, minimumSize: .zero, padding: Insets(all: 20),
      arrangement: .column(alignment: .stretch, spacing: 40))
    container.padding.bottom += 30
    let graph = LayoutGraph(
      nodes: [canvas, row(.center, spacing: 60), leaf(1), container] + [3, 3, 3].map { leaf($0) },
      edges: (4...6).map { LayoutEdge(source: 2, target: $0) })
    let found = frames(graph)
    #expect(found[2].midY == found[5].midY)
  }

  @Test func noContainerOfAColumnIsMuchLargerThanWhatItHoldsAsksFor() {
    var nodes = [canvas]
    for heights in [[60], [60, 60]] {
      var container = LayoutNode(
        parent: 0, minimumSize: .zero, padding: Insets(all: 20),
        arrangement: .column(alignment: .stretch, spacing: 20), sizeGroup: 1)
      container.isContainer = true
      nodes.append(container)
      let parent = nodes.count - 1
      nodes += heights.map { leaf(parent, height: $0) }
    }
    let found = frames(LayoutGraph(nodes: nodes, edges: []))
    #expect(found[1].size.height == 100 && found[3].size.height == 180)
  }

  @Test func gapsAndPaddingsMakeRoomForWhatStandsOnBoxes() {
    var container = LayoutNode(
      parent: 0, minimumSize: .zero, padding: Insets(all: 20),
      arrangement: .row(alignment: .stretch, spacing: 10))
    container.titles = [
      LayoutTitle(
        size: Size(width: 40, height: 20), inset: Size(width: 20, height: 13), alignment: .left,
        isAtBottom: false)
    ]
    container.padding.top = 46
    let plain = LayoutGraph(nodes: [canvas, container, leaf(1), leaf(1)], edges: [])
    let large = Insets(all: 18)
    let roomy = plain.withRoom(forOverhangs: [.zero, .zero, large, .zero])
    let found = frames(roomy)
    #expect(found[3].minX - found[2].maxX >= 18 + 18)
    #expect(found[2].minY - (found[1].minY + 33) >= 18 && found[2].minX - found[1].minX >= 18)
    // What reaches nowhere moves nothing.
    #expect(frames(plain.withRoom(forOverhangs: plain.nodes.map(\.overhang))) == frames(plain))
  }
}
