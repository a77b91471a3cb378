import TestSupport
import Testing

@testable import Arrangements

@Suite struct LaneColumnsTests {
  private typealias Cell = LaneColumns.Cell

  @Test func boxesStandWhereTheirEdgesLead() {
    let edges = (0..<3).map { (Cell(lane: 1, index: $0), Cell(lane: 0, index: $0 + 1)) }
    #expect(LaneColumns(counts: [4, 3], edges: edges).columns == [[0, 1, 2, 3], [1, 2, 3]])
    #expect(LaneColumns(counts: [4, 3], edges: []).columns == [[0, 1, 2, 3], [0, 1, 2]])
    #expect(LaneColumns(counts: [], edges: []).columns.isEmpty)
  }

  /// As good as the best of all ways to choose ascending columns.
  @Test(arguments: UInt64(0)..<100)
  func noOtherColumnsAreBetter(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let counts = [Int.random(in: 3...6, using: &random), Int.random(in: 1...3, using: &random)]
    let edges = (0..<Int.random(in: 0...6, using: &random)).map { _ in
      (
        Cell(lane: 0, index: .random(in: 0..<counts[0], using: &random)),
        Cell(lane: 1, index: .random(in: 0..<counts[1], using: &random))
      )
    }
    func cost(_ columns: [Int]) -> Int {
      edges.reduce(0) { $0 + abs($1.0.index - columns[$1.1.index]) }
    }
    let found = LaneColumns(counts: counts, edges: edges).columns[1]
    #expect(zip(found, found.dropFirst()).allSatisfy { $0 < $1 })
    let all = (0..<(1 << counts[0])).map { set in (0..<counts[0]).filter { set >> $0 & 1 == 1 } }
    let best = all.filter { $0.count == counts[1] }.map(cost).min()
    #expect(cost(found) == best)
  }
}
