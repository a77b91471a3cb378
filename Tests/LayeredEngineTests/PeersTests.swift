import DiagramGraph
import DiagramModel
import TestSupport
import Testing

@testable import LayeredEngine

/// Equals that talk to each other stand side by side.
@Suite struct PeersTests {
  private static let box = LayoutNode(parent: nil, minimumSize: Size(width: 100, height: 60))

  /// Edges between nodes from 0; those that are named in `equal` have no direction.
  private func graph(_ count: Int, _ ends: [(Int, Int)], equal: [Int]) -> LayoutGraph {
    var graph = LayoutGraph(
      nodes: (0..<count).map { _ in Self.box },
      edges: ends.map { LayoutEdge(source: $0.0, target: $0.1) })
    for edge in equal { graph.edges[edge].isTwoWay = true }
    return graph
  }

  private func peers(_ graph: LayoutGraph) -> [[Int]] { graph.peers.map { [$0.first, $0.second] } }

  @Test func equalsHaveWhatTheyFollowInCommon() {
    // Two switches below a firewall.
    let switches: [(Int, Int)] = [(0, 1), (1, 2), (1, 3), (2, 3)]
    #expect(peers(graph(4, switches, equal: [3])) == [[2, 3]])
    // Lines without any direction: the first stands before the others.
    #expect(peers(graph(4, switches, equal: [0, 1, 2, 3])) == [[2, 3]])
    // Three members of a cluster, which all write to one place.
    let members: [(Int, Int)] = [(0, 1), (1, 2), (0, 2), (0, 3), (1, 3), (2, 3)]
    #expect(peers(graph(4, members, equal: [0, 1, 2])) == [[0, 1], [1, 2], [0, 2]])
  }

  @Test func othersStandBehindEachOther() {
    let switches: [(Int, Int)] = [(0, 1), (0, 2), (1, 2)]
    #expect(peers(graph(3, switches, equal: [])) == [])
    // Nothing in common, a way from one to the other, and another edge between them.
    #expect(peers(graph(3, [(0, 1), (1, 2)], equal: [0, 1])) == [])
    #expect(peers(graph(4, switches + [(1, 3), (3, 2)], equal: [2])) == [])
    #expect(peers(graph(3, switches + [(2, 1)], equal: [2])) == [])
    // What its author gave a place.
    var hinted = graph(3, switches, equal: [2])
    #expect(peers(hinted) == [[1, 2]])
    hinted.hints = [LayoutHint(.before(.vertical), 1, 2)]
    #expect(peers(hinted) == [])
    for ask in [\LayoutEdge.sourceSide, \.targetSide] {
      var bound = graph(3, switches, equal: [2])
      bound.edges[2][keyPath: ask] = .top
      #expect(peers(bound) == [])
    }
    var far = graph(3, switches, equal: [2])
    far.edges[2].minimumLength = 2
    #expect(peers(far) == [])
  }

  /// All of four that talk to all others would have lines around each other.
  @Test func manyPartnersAreNoRow() {
    let pairs = (1..<5).flatMap { one in (one + 1..<5).map { (one, $0) } }
    let mesh = (1..<5).map { (0, $0) } + pairs
    #expect(peers(graph(5, mesh, equal: Array(4..<mesh.count))) == [])
  }

  /// Whatever is made a row, nothing has to stand both before and beside another.
  @Test(arguments: UInt64(0)..<300) func noRowClosesACircle(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let count = Int.random(in: 2...8, using: &random)
    let ends = (0..<Int.random(in: 1...14, using: &random)).compactMap { _ -> (Int, Int)? in
      let (one, other) = (
        Int.random(in: 0..<count, using: &random), Int.random(in: 0..<count, using: &random)
      )
      return one == other ? nil : (min(one, other), max(one, other))
    }
    let equal = ends.indices.filter { _ in Int.random(in: 0..<2, using: &random) == 0 }
    let made = graph(count, ends, equal: equal)
    var rows = Array(0..<count)
    for (one, other) in made.peers {
      let (kept, gone) = (rows[one], rows[other])
      rows = rows.map { $0 == gone ? kept : $0 }
    }
    // Edges that lead on are taken away from rows that nothing leads to, until none is left.
    var open = ends.map { (rows[$0.0], rows[$0.1]) }.filter { $0.0 != $0.1 }
    while true {
      let targets = Set(open.map(\.1))
      let next = open.filter { targets.contains($0.0) }
      guard next.count < open.count else { break }
      open = next
    }
    #expect(open.isEmpty, "\(ends) \(made.peers)")
  }
}
