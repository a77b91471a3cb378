import DiagramAlgorithms
import DiagramLayout
import TestSupport
import DiagramGraph
import DiagramModel
import Testing

@testable import Arrangements

private func leaf(_ parent: Int, _ width: Int = 120, _ height: Int = 60) -> LayoutNode {
  LayoutNode(
    parent: parent, minimumSize: Size(width: width, height: height), sizeGroup: parent)
}

private func group(_ parent: Int?, _ arrangement: Arrangement) -> LayoutNode {
  LayoutNode(parent: parent, minimumSize: .zero, arrangement: arrangement, isOutlined: false)
}

private func container(_ parent: Int, _ arrangement: Arrangement) -> LayoutNode {
  LayoutNode(
    parent: parent, minimumSize: Size(width: 120, height: 60),
    padding: Insets(top: 50, left: 20, bottom: 20, right: 20), arrangement: arrangement,
    sizeGroup: 1000 + parent)
}

private let row = Arrangement.row(alignment: .stretch, spacing: nil)
private let column = Arrangement.column(alignment: .stretch, spacing: nil)

private func frames(_ nodes: LayoutNode...) -> [Rect] {
  LayoutGraph(nodes: nodes, edges: []).placed(by: .asOneReads).frames
}

@Suite struct BoxTests {
  @Test func aRowHasEqualBoxesAndGaps() {
    let found = frames(group(nil, row), leaf(0), leaf(0, 200, 90), leaf(0))
    #expect(
      found.dropFirst().map(\.size) == Array(repeating: Size(width: 200, height: 90), count: 3))
    #expect(found.map(\.minX) == [0, 0, 220, 440])
    #expect(found[0] == Rect(x: 0, y: 0, width: 640, height: 90))
  }

  @Test func aColumnRunsDown() {
    let found = frames(group(nil, column), leaf(0), leaf(0))
    #expect(found.map(\.minY) == [0, 0, 80])
  }

  @Test func aGridHasEqualCells() {
    let found = frames(
      group(nil, .grid(columns: 2, spacing: 10)), leaf(0), leaf(0, 160, 80), leaf(0))
    #expect(found.dropFirst().map(\.origin.x) == [0, 170, 0])
    #expect(found.dropFirst().map(\.origin.y) == [0, 0, 90])
  }

  @Test func containersOfOneRowAreEqualAndTheirContentFillsThemAsFarAsItMay() {
    let found = frames(
      group(nil, row), container(0, column), container(0, row), leaf(1), leaf(1), leaf(1),
      leaf(2), leaf(2))
    #expect(found[1].size == found[2].size)
    #expect(found[3].size.width == found[1].size.width - 40)
    #expect(found[6].size.height == 60)
    #expect(found[6].midY - found[2].minY - 50 == found[2].maxY - 20 - found[6].midY)
    #expect(found[6].size == found[7].size)
    #expect(found[5].maxY == found[1].maxY - 20)
  }

  @Test func aLeafIsNoSlab() {
    var asked = leaf(0)
    asked.alignment = .stretch
    var drum = leaf(0)
    drum.fixedAxes = [.horizontal, .vertical]
    let tall = leaf(0, 120, 300)
    let found = frames(group(nil, row), tall, leaf(0), asked, drum, leaf(0, 120, 200))
    #expect(found.dropFirst().map(\.size.height) == [300, 60, 300, 60, 300])
    #expect(Set(found.map(\.midY)) == [150])
  }

  @Test func whatIsLeftOverGoesIntoGaps() {
    // Three boxes beside a box of 300: each would have to be 87 high, which is no slab.
    let three = frames(
      group(nil, row), leaf(0, 120, 300), group(0, column), leaf(2), leaf(2), leaf(2))
    #expect(three[3].minY == 0 && three[5].maxY == 300)
    #expect(three[3].size.height == three[4].size.height && three[4].size.height == 80)
    // Two would become slabs.
    let two = frames(group(nil, row), leaf(0, 120, 220), group(0, column), leaf(2), leaf(2))
    #expect(two[3] == Rect(x: 140, y: 0, width: 120, height: 60))
    #expect(two[4] == Rect(x: 140, y: 160, width: 120, height: 60))
    // As large gaps as this would tear them apart.
    let apart = frames(group(nil, row), leaf(0, 120, 600), group(0, column), leaf(2), leaf(2))
    #expect(apart[3].minY == 230 && apart[4].minY == 310)
    // A gap that somebody wants stays.
    let asked = frames(
      group(nil, row), leaf(0, 120, 220), group(0, .column(alignment: .stretch, spacing: 30)),
      leaf(2), leaf(2))
    #expect(asked[4].minY - asked[3].maxY == 30)
  }

  @Test func rowsAndColumnsOfAGridHaveSizesOfTheirOwn() {
    let found = frames(
      group(nil, .grid(columns: 2, spacing: 10)), leaf(0, 120, 60), leaf(0, 300, 60),
      leaf(0, 120, 200), leaf(0, 120, 60))
    #expect(found[0].size == Size(width: 430, height: 270))
    #expect(found[1].size == Size(width: 120, height: 60))
    #expect(found[3] == Rect(x: 0, y: 70, width: 120, height: 200))
    // No slab beside it.
    #expect(found[4] == Rect(x: 130, y: 140, width: 300, height: 60))
  }

  @Test func anAlignedBoxKeepsItsSize() {
    var low = leaf(0)
    low.alignment = .end
    low.sizeGroup = nil
    let found = frames(group(nil, row), leaf(0, 120, 200), low)
    #expect(found[2] == Rect(x: 140, y: 140, width: 120, height: 60))
  }

  @Test func anArrowMakesRoomForItselfAndItsText() {
    let nodes = [group(nil, row), leaf(0), leaf(0)]
    let plain = LayoutGraph(nodes: nodes, edges: [LayoutEdge(source: 1, target: 2)]).placed(
      by: .asOneReads)
    #expect(plain.frames[2].minX - plain.frames[1].maxX == 80)
    let label = Size(width: 130, height: 17)
    let labelled = LayoutGraph(
      nodes: nodes, edges: [LayoutEdge(source: 1, target: 2, labelSize: label)]
    ).placed(by: .asOneReads)
    #expect(labelled.frames[2].minX - labelled.frames[1].maxX == 180)
  }

  @Test func childrenWithoutAnArrangementFormAWideGrid() {
    let four = frames(group(nil, .automatic(spacing: nil)), leaf(0), leaf(0), leaf(0), leaf(0))
    #expect(four[0].size == Size(width: 260, height: 140))
  }

  @Test func aRingKeepsItsBoxesApartAndSymmetric() {
    let found = frames(group(nil, .ring(spacing: 40)), leaf(0), leaf(0), leaf(0), leaf(0))
    #expect(found[1].midX == found[3].midX)
    #expect(found[2].midY == found[4].midY)
    #expect(found[1].midY < found[2].midY && found[2].midY < found[3].midY)
    #expect(found[4].maxX <= found[2].minX)
  }

  @Test(arguments: 3...9)
  func arrowsOfARingFollowItsCircle(count: Int) {
    let nodes = [group(nil, .ring(spacing: nil))] + (0..<count).map { _ in leaf(0) }
    let edges = (1...count).map { LayoutEdge(source: $0, target: $0 % count + 1) }
    let layout = LayoutGraph(nodes: nodes, edges: edges).placed(by: .asOneReads)
    for (edge, route) in zip(edges, layout.routes) {
      #expect(route.isCurved && route.points.count == 4)
      #expect(layout.frames[edge.source].isOnOutline(route.points[0]))
      #expect(layout.frames[edge.target].isOnOutline(route.points[3]))
    }
  }

  @Test(arguments: [3, 4, 7], 2...4)
  func parallelArrowsOfARingRunSideBySide(boxes: Int, arrows: Int) throws {
    let nodes = [group(nil, .ring(spacing: nil))] + (0..<boxes).map { _ in leaf(0) }
    let edges = (0..<arrows).map { number in
      LayoutEdge(
        source: 1 + number % 2, target: 2 - number % 2,
        labelSize: number < 2 ? Size(width: 40, height: 16) : nil)
    }
    let layout = LayoutGraph(nodes: nodes, edges: edges).placed(by: .asOneReads)
    for (edge, route) in zip(edges, layout.routes) {
      #expect(layout.frames[edge.source].isOnOutline(route.points[0]))
      #expect(layout.frames[edge.target].isOnOutline(route.points[3]))
    }
    #expect(layout.touches(of: LayoutGraph(nodes: nodes, edges: edges)) == [])
    #expect(Set(layout.routes.map { $0.points[1] }).count == arrows)
  }

  @Test func arrowsOfARingInDifferentPicturesTakeTheSameWay() {
    let nodes = [group(nil, .ring(spacing: nil))] + (0..<3).map { _ in leaf(0) }
    let edges = (0..<2).map {
      LayoutEdge(source: 1, target: 2, pictures: PictureSet([$0]))
    }
    let layout = LayoutGraph(nodes: nodes, edges: edges).placed(by: .asOneReads)
    #expect(layout.routes[0] == layout.routes[1])
  }

  @Test(arguments: [1, 3], [row, column, .ring(spacing: nil), .layered(.right, spacing: nil)])
  func theTextOfAnArrowFromAContainerToItsChildFindsRoom(children: Int, arrangement: Arrangement) {
    let nodes = [group(nil, row), container(0, arrangement)] + (0..<children).map { _ in leaf(1) }
    let edges = [
      LayoutEdge(source: 1, target: 2, labelSize: Size(width: 130, height: 34)),
      LayoutEdge(source: 2, target: 2, labelSize: Size(width: 60, height: 16)),
    ]
    let graph = LayoutGraph(nodes: nodes, edges: edges)
    #expect(graph.placed(by: .asOneReads).touches(of: graph) == [])
  }

  @Test(arguments: [0.0, 0.125, 0.25, 0.4, 0.5, 0.6, 0.75, 0.9])
  func unitVectorsAreOnTheCircle(turn: Double) {
    let unit = unitVector(turn: turn)
    #expect(abs(unit.x * unit.x + unit.y * unit.y - 1) < 1e-12)
    #expect((unit.x > 1e-12) == (turn > 0 && turn < 0.5))
  }
}

extension Rect {
  fileprivate func isOnOutline(_ point: Point) -> Bool {
    contains(point)
      && (point.x == minX || point.x == maxX || point.y == minY || point.y == maxY)
  }
}

@Suite struct TrackSharingTests {
  private func titled(_ parent: Int) -> LayoutNode {
    container(parent, .automatic(spacing: nil))
  }

  @Test func rowsOfAsManyBoxesHaveTheSameColumns() {
    let found = frames(
      group(nil, column), titled(0), titled(0), group(1, row), group(2, row), leaf(3), leaf(3, 200),
      leaf(3), leaf(4, 160), leaf(4, 160), leaf(4, 160))
    #expect(found[5...7].map(\.minX) == found[8...10].map(\.minX))
    #expect(found[5...7].map(\.maxX) == found[8...10].map(\.maxX))
  }

  @Test func columnsOfContainersInARowHaveTheSameRows() {
    let nodes = [
      group(nil, row), titled(0), titled(0), group(1, column), group(2, column), leaf(3), leaf(3),
      leaf(4), leaf(4),
    ]
    let graph = LayoutGraph(nodes: nodes, edges: [LayoutEdge(source: 5, target: 6)])
    let found = graph.placed(by: .asOneReads).frames
    #expect(found[5...6].map(\.minY) == found[7...8].map(\.minY))
    #expect(found[1].size == found[2].size)
  }

  @Test func aRowUnderAContainerOfARowIsFlushWithItAndInLineWithItsBoxes() {
    let found = frames(
      group(nil, column), titled(0), group(1, row), leaf(2), leaf(2), leaf(2), group(0, row),
      titled(6), leaf(7), titled(6), leaf(9), titled(6), leaf(11))
    #expect(found[7].minX == found[1].minX && found[11].maxX == found[1].maxX)
    #expect([7, 9, 11].map { found[$0].midX } == [3, 4, 5].map { found[$0].midX })
  }

  @Test func rowsOfOtherCountsAreFlush() {
    let found = frames(
      group(nil, column), group(0, row), leaf(1), leaf(1), leaf(1), group(0, row), leaf(5), leaf(5))
    #expect(found[6].minX == found[2].minX && found[7].maxX == found[4].maxX)
  }

  private func written(_ parent: Int, _ width: Int) -> LayoutNode {
    var node = leaf(parent, width)
    (node.fixedAxes, node.sizeGroup) = ([.horizontal], nil)
    return node
  }

  private func rowed(spacing: Int?) -> Arrangement { .row(alignment: .stretch, spacing: spacing) }

  private func placed(_ nodes: [LayoutNode], _ edges: [LayoutEdge] = []) -> [Rect] {
    LayoutGraph(nodes: nodes, edges: edges).placed(by: .asOneReads).frames
  }

  @Test(arguments: [0, 8, 20, 40])
  func aRowWithAWrittenGapIsInLineWithOneThatArrowsWiden(gap: Int) {
    let nodes = [
      group(nil, column), group(0, rowed(spacing: gap)), leaf(1), leaf(1), leaf(1),
      group(0, rowed(spacing: nil)), leaf(5), leaf(5), leaf(5),
    ]
    let label = Size(width: 60, height: 17)
    let found = placed(nodes, [LayoutEdge(source: 6, target: 7, labelSize: label)])
    #expect((2...4).map { found[$0].midX } == (6...8).map { found[$0].midX })
    #expect(found[3].minX - found[2].maxX == gap && found[4].minX - found[3].maxX == gap)
  }

  @Test func boxesThatKeepTheirSizeKeepAWrittenGapToo() {
    var drum = leaf(1)
    drum.fixedAxes = [.horizontal, .vertical]
    let nodes = [
      group(nil, column), group(0, rowed(spacing: 0)), drum, drum,
      group(0, rowed(spacing: nil)), leaf(4), leaf(4),
    ]
    let label = Size(width: 60, height: 17)
    let found = placed(nodes, [LayoutEdge(source: 5, target: 6, labelSize: label)])
    #expect(found[2].maxX == found[3].minX && found[2].maxX == found[0].midX)
  }

  @Test func rowsOfWrittenWidthsAndGapsKeepThemAndAreFlush() {
    let nodes = [
      group(nil, .column(alignment: .stretch, spacing: 8)),
      group(0, rowed(spacing: 8)), written(1, 552), written(1, 272),
      group(0, rowed(spacing: 8)), written(4, 272), written(4, 272), written(4, 272),
      group(0, rowed(spacing: 8)), written(8, 482), written(8, 342),
    ]
    let found = placed(nodes)
    #expect(
      [2, 3, 5, 6, 7, 9, 10].map { found[$0].size.width } == [552, 272, 272, 272, 272, 482, 342])
    #expect([2, 5, 9].map { found[$0].minX } == [0, 0, 0])
    #expect([3, 7, 10].map { found[$0].maxX } == [832, 832, 832])
    #expect(found[3].minX - found[2].maxX == 8 && found[10].minX - found[9].maxX == 8)
  }

  @Test func rowsOfWrittenWidthsThatDifferAreFlushWhereNoGapIsWritten() {
    let nodes = [
      group(nil, column), group(0, rowed(spacing: nil)), written(1, 552), written(1, 272),
      group(0, rowed(spacing: nil)), written(4, 482), written(4, 342),
    ]
    let found = placed(nodes)
    #expect([2, 5].map { found[$0].minX } == [0, 0] && found[3].maxX == found[6].maxX)
  }

  @Test func equalWidthsAreInLineWithTheLongerOnesAbove() {
    let nodes = [
      group(nil, column), group(0, rowed(spacing: nil)), written(1, 300), written(1, 300),
      group(0, rowed(spacing: nil)), written(4, 200), written(4, 200),
    ]
    let found = placed(nodes)
    #expect([2, 3].map { found[$0].midX } == [5, 6].map { found[$0].midX })
  }

  /// Whatever gaps and widths are written, rows keep them, and rows of boxes that may grow are in line.
  @Test(arguments: UInt64(0)..<100)
  func whatIsWrittenIsKeptInRandomRows(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let (rows, count) = (
      Int.random(in: 2...4, using: &random), Int.random(in: 2...4, using: &random)
    )
    var nodes = [group(nil, column)]
    var written: [(gap: Int?, widths: [Int?], first: Int)] = []
    for _ in 0..<rows {
      let gap = [nil, 0, 8, 20].randomElement(using: &random) ?? nil
      let node = nodes.count
      nodes.append(group(0, rowed(spacing: gap)))
      let isWritten = Int.random(in: 0..<3, using: &random) == 0
      let widths = (0..<count).map { _ in
        isWritten ? 20 * Int.random(in: 6...12, using: &random) : nil
      }
      written.append((gap, widths, node + 1))
      nodes += widths.map { $0.map { self.written(node, $0) } ?? leaf(node) }
    }
    let found = placed(nodes)
    var middles: [[Int]] = []
    for row in written {
      let frames = (0..<count).map { found[row.first + $0] }
      for (frame, width) in zip(frames, row.widths) where width != nil {
        #expect(frame.size.width == width)
      }
      if let gap = row.gap {
        #expect(zip(frames, frames.dropFirst()).allSatisfy { $1.minX - $0.maxX == gap })
      }
      if row.widths.allSatisfy({ $0 == nil }) { middles.append(frames.map(\.midX)) }
    }
    #expect(Set(middles).count <= 1, "\(middles)")
  }

  /// Rows in columns in rows, two boxes beside each.
  @Test func aDeepNestOfRowsAndColumnsIsPlacedInNoTime() {
    var nodes = [group(nil, row)]
    for depth in 1..<100 {
      let around = max(0, 3 * depth - 5)
      nodes += [group(around, depth % 2 == 0 ? row : column), leaf(around), leaf(around)]
    }
    let graph = LayoutGraph(nodes: nodes, edges: [])
    let sized = SizedGraph(graph, spacing: graph.childSpacing())
    #expect(sized.frames().count == nodes.count)
  }
}

@Suite struct EqualSizeTests {
  private func sizes(ofWidths widths: [Int], _ arrangement: Arrangement) -> [Size] {
    let graph = LayoutGraph(
      nodes: [
        LayoutNode(parent: nil, minimumSize: .zero, arrangement: arrangement, isOutlined: false)
      ]
        + widths.map {
          LayoutNode(parent: 0, minimumSize: Size(width: $0, height: 60), sizeGroup: 1)
        }, edges: [])
    return graph.placed(by: .asOneReads).frames.dropFirst().map(\.size)
  }

  @Test func boxesOfAContainerAreEqual() {
    let row = Arrangement.row(alignment: .stretch, spacing: nil)
    #expect(sizes(ofWidths: [120, 140, 200], row).map(\.width) == [200, 200, 200])
  }

  @Test func aBoxWithAVeryLongTextDoesNotBlowUpTheOthers() {
    let row = Arrangement.row(alignment: .stretch, spacing: nil)
    #expect(sizes(ofWidths: [120, 140, 800], row).map(\.width) == [140, 140, 800])
    let chosen = sizes(ofWidths: [120, 140, 800], .automatic(spacing: nil))
    #expect(chosen.map(\.width) == [140, 140, 800])
  }
}
