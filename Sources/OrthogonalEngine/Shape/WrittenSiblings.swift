/// Boxes that strands join to one and the same end in the same sense, in the order in which they were
/// written.
///
/// Who looks at a fan reads it from its first box to its last.
struct WrittenSiblings: Sendable {
  /// Two boxes that follow each other in a fan, the first written before the second.
  private(set) var pairs: [(first: Int, second: Int)] = []

  /// - Complexity: O(*strands* log *strands*).
  init(of graph: ClusteredGraph) {
    var fans: [Fan: [Int]] = [:]
    for strand in graph.strands.prefix(graph.visibleCount) where strand.source != strand.target {
      if case .node(let node) = strand.target {
        fans[Fan(end: strand.source, leadsThere: false), default: []].append(node)
      }
      if case .node(let node) = strand.source {
        fans[Fan(end: strand.target, leadsThere: true), default: []].append(node)
      }
    }
    for boxes in fans.values {
      let sorted = Set(boxes).sorted()
      pairs += zip(sorted, sorted.dropFirst()).map { ($0, $1) }
    }
    pairs.sort { ($0.first, $0.second) < ($1.first, $1.second) }
  }

  /// How many pairs go on in the direction of increasing places, minus how many go back.
  ///
  /// - Parameter places: where each box lies along an axis.
  /// - Returns: above 0 if more stand as they were written than the other way round.
  func surplus(at places: [Int]) -> Int {
    pairs.reduce(0) { $0 + (places[$1.second] - places[$1.first]).signum() }
  }

  private struct Fan: Hashable {
    let end: ClusteredGraph.End
    let leadsThere: Bool
  }
}
