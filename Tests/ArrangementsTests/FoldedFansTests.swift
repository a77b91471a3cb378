import DiagramGraph
import DiagramLayout
import DiagramModel
import TestSupport
import Testing

@testable import Arrangements

@Suite struct FoldedFansTests {
  private func fan(_ count: Int, isInwards: Bool = false) -> ChildGraph {
    ChildGraph(
      graph: LayoutGraph(
        nodes: (0...count).map { _ in
          LayoutNode(parent: nil, minimumSize: Size(width: 120, height: 60))
        },
        edges: (1...count).map { member in
          isInwards
            ? LayoutEdge(source: member, target: 0) : LayoutEdge(source: 0, target: member)
        }), gap: Size(width: 80, height: 60))
  }

  @Test(arguments: [8, 14, 40], [false, true])
  func aWideFanStandsInRowsBesideAHubAsWide(count: Int, isInwards: Bool) {
    let frames = fan(count, isInwards: isInwards).layered(.down).frames
    let bounds = Layout(frames: frames, routes: []).bounds ?? .zero
    #expect(bounds.size.width < 5 * bounds.size.height / 2)
    #expect(frames[0].size.width == bounds.size.width)
    #expect(frames.dropFirst().allSatisfy { $0.size == Size(width: 120, height: 60) })
    let isAbove = frames.dropFirst().allSatisfy { frames[0].maxY < $0.minY }
    let isBelow = frames.dropFirst().allSatisfy { $0.maxY < frames[0].minY }
    #expect(isInwards ? isBelow : isAbove)
    // As it is written, row by row.
    let rows = frames.dropFirst().map { [$0.minY, $0.minX] }
    #expect(zip(rows, rows.dropFirst()).allSatisfy { $0.lexicographicallyPrecedes($1) })
  }

  /// Three columns, or five, gave the column in the middle its edges from one side.
  @Test(arguments: 8...16)
  func theEdgesOfAFanAreTheirOwnMirrorImage(count: Int) {
    let frames = fan(count).layered(.down).frames
    let rows = Dictionary(grouping: frames.dropFirst(), by: \.minY)
    let columns = rows.values.map(\.count).max() ?? 0
    let last = rows.max { $0.key < $1.key }?.value ?? []
    let areBricks = rows.count == 2 && last.count == columns - 1
    #expect(areBricks || columns.isMultiple(of: 2))
    if areBricks || last.count.isMultiple(of: 2) {
      #expect((last.map(\.midX).min() ?? 0) + (last.map(\.midX).max() ?? 0) == 2 * frames[0].midX)
    }
  }

  @Test func aSmallFanStaysInOneRow() {
    #expect(Set(fan(5).layered(.down).frames.dropFirst().map(\.minY)).count == 1)
  }

  @Test func aHubOfOneWidthKeepsIt() {
    var children = fan(14)
    children.graph.nodes[0].fixedAxes = [.horizontal]
    #expect(children.layered(.down).frames[0].size.width == 120)
  }

  /// Two fans at one hub, fans at several hubs, and edges between what is in none.
  @Test(arguments: UInt64(0)..<100)
  func boxesOfFansAndOthersKeepApart(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var edges = [LayoutEdge(source: 0, target: 1), LayoutEdge(source: 1, target: 2)]
    let count = Int.random(in: 10...40, using: &random)
    for member in 3..<count {
      let hub = Int.random(in: 0...2, using: &random)
      let isOutwards = Bool.random(using: &random)
      edges.append(LayoutEdge(source: isOutwards ? hub : member, target: isOutwards ? member : hub))
    }
    let nodes = (0..<count).map { _ in
      LayoutNode(
        parent: nil,
        minimumSize: Size(
          width: 20 * .random(in: 3...10, using: &random),
          height: 20 * .random(in: 2...5, using: &random)))
    }
    let frames = ChildGraph(
      graph: LayoutGraph(nodes: nodes, edges: edges), gap: Size(width: 80, height: 60)
    ).layered([.down, .up][count % 2]).frames
    for one in frames.indices {
      for other in frames[..<one] { #expect(!frames[one].insetBy(-10).intersects(other)) }
    }
  }
}
