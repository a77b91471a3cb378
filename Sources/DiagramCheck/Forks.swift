import DiagramAlgorithms
package import DiagramGraph
import DiagramModel

/// A box with edges to two others that are alike, or from them: it stands in the middle of both.
package struct Fork {
  package let hub: Int
  package let members: (Int, Int)
}

/// The nodes that lead to two others and no more, to which no other edge leads; and the same the other way
/// round.
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
    (0..<nodeCount).compactMap { hub in
      let pair = members[hub]
      guard pair.count == 2, pair[0] != pair[1], pair.allSatisfy({ hubs[$0].count == 1 }),
        areAlike(pair[0], pair[1])
      else { return nil }
      return Fork(hub: hub, members: (pair[0], pair[1]))
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
  /// Whether both others of a fork lie on one side of the hub, and the hub not in the middle of them.
  func isAskew(_ fork: Fork) -> Bool {
    let (hub, one, other) = (frames[fork.hub], frames[fork.members.0], frames[fork.members.1])
    return Axis.allCases.contains { axis in
      let areBehind = min(one[axis].low, other[axis].low) >= hub[axis].high
      let areBefore = max(one[axis].high, other[axis].high) <= hub[axis].low
      func middle(_ frame: Rect) -> Int { frame[axis.cross].low + frame[axis.cross].high }
      return (areBehind || areBefore)
        && abs(2 * middle(hub) - middle(one) - middle(other)) > 4 * nearMiss
    }
  }
}
