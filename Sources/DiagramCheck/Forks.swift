import DiagramAlgorithms
package import DiagramGraph
import DiagramModel

/// A box with edges to several others that are alike, or from them: it stands in the middle of all.
package struct Fork {
  package let hub: Int
  /// At least two.
  package let members: [Int]

  /// Between the middles of which two members the hub stands.
  ///
  /// - Parameter place: where a member lies across the fork.
  /// - Returns: the outermost; of an odd number twice the middle one, with which the hub is in line.
  package func middles(by place: (Int) -> Int) -> (Int, Int) {
    let sorted = members.map { (place($0), $0) }.sorted { $0 < $1 }.map(\.1)
    let middle = sorted[sorted.count / 2]
    return sorted.count.isMultiple(of: 2) ? (sorted[0], sorted[sorted.count - 1]) : (middle, middle)
  }
}

/// The nodes that lead to several others, to which no other edge leads; and the same the other way round.
///
/// Where a much longer way lies behind one of them, that goes straight on, and there is no fork.
///
/// - Parameters:
///   - nodeCount: how many nodes there are; they are called `0..<nodeCount`.
///   - edges: the source and the target of each edge.
///   - areAlike: whether two nodes may belong to a fork.
/// - Returns: those that open along the edges, by their hub, then those that close.
/// - Complexity: O(*nodes* + *edges*).
package func forks(
  nodeCount: Int, edges: [(source: Int, target: Int)], areAlike: (Int, Int) -> Bool
) -> [Fork] {
  var followers = [[Int]](repeating: [], count: nodeCount)
  var leaders = followers
  for edge in edges where edge.source != edge.target {
    followers[edge.source].append(edge.target)
    leaders[edge.target].append(edge.source)
  }
  func forks(_ members: [[Int]], _ hubs: [[Int]]) -> [Fork] {
    let lengths = longestWays(members)
    return (0..<nodeCount).compactMap { hub in
      let fan = members[hub]
      guard fan.count > 1, Set(fan).count == fan.count,
        fan.allSatisfy({ hubs[$0].count == 1 && areAlike(fan[0], $0) })
      else { return nil }
      let longest = fan.map { lengths[$0] }.sorted().suffix(2)
      return longest[longest.endIndex - 1] - longest[longest.startIndex] > 1
        ? nil : Fork(hub: hub, members: fan)
    }
  }
  return forks(followers, leaders) + forks(leaders, followers)
}

extension LayoutGraph {
  /// The forks of boxes in one container.
  package func forks(_ nesting: Nesting) -> [Fork] {
    DiagramCheck.forks(
      nodeCount: nodes.count, edges: edges.map { ($0.source, $0.target) }
    ) { one, other in
      nesting.isLeaf(one) && nesting.isLeaf(other) && nodes[one].parent == nodes[other].parent
    }.filter { nesting.isLeaf($0.hub) }
  }
}

extension Layout {
  /// Whether all members of a fork lie on one side of the hub, and the hub neither in the middle of the
  /// outermost nor in line with the middle one, or one of them behind another.
  func isAskew(_ fork: Fork) -> Bool {
    let hub = frames[fork.hub]
    return Axis.allCases.contains { axis in
      let areBehind = fork.members.allSatisfy { frames[$0][axis].low >= hub[axis].high }
      let areBefore = fork.members.allSatisfy { frames[$0][axis].high <= hub[axis].low }
      guard areBehind || areBefore else { return false }
      func middle(_ node: Int) -> Int {
        frames[node][axis.cross].low + frames[node][axis.cross].high
      }
      let middles = fork.members.map(middle).sorted()
      let (low, high) = (middles[0], middles[middles.count - 1])
      let (one, other) = fork.middles(by: middle)
      let offsets = [low + high, middle(one) + middle(other)].map { abs(2 * middle(fork.hub) - $0) }
      return low == high || offsets.allSatisfy { $0 > 4 * nearMiss }
    }
  }
}
