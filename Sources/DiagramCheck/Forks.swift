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

/// A box with edges to others, or from them, that nothing else joins from there: it stands in the middle of
/// all of them.
struct Fan {
  let hub: Int
  let members: [Int]
}

extension LayoutGraph {
  /// The boxes of one container with edges to two others and more, each of which no other edge leads to; and
  /// the same the other way round.
  ///
  /// - Complexity: O(*nodes* + *edges*).
  func fans(_ nesting: Nesting) -> [Fan] {
    var followers = [[Int]](repeating: [], count: nodes.count)
    var leaders = followers
    for edge in edges where edge.source != edge.target {
      followers[edge.source].append(edge.target)
      leaders[edge.target].append(edge.source)
    }
    func fans(_ members: [[Int]], _ hubs: [[Int]]) -> [Fan] {
      nodes.indices.compactMap { hub in
        let group = members[hub]
        guard group.count > 1, nesting.isLeaf(hub),
          group.allSatisfy({
            hubs[$0].count == 1 && nesting.isLeaf($0) && nodes[$0].parent == nodes[group[0]].parent
          })
        else { return nil }
        return Fan(hub: hub, members: group)
      }
    }
    return fans(followers, leaders) + fans(leaders, followers)
  }

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
  /// Whether all members of a fan lie on one side of the hub, and the hub not in the middle of them, or one
  /// of them behind another.
  func isAskew(_ fan: Fan) -> Bool {
    let (hub, members) = (frames[fan.hub], fan.members.map { frames[$0] })
    return Axis.allCases.contains { axis in
      let areBehind = members.allSatisfy { $0[axis].low >= hub[axis].high }
      let areBefore = members.allSatisfy { $0[axis].high <= hub[axis].low }
      guard areBehind || areBefore else { return false }
      let middles = members.map { $0[axis.cross].low + $0[axis.cross].high }
      let (low, high) = (middles.min() ?? 0, middles.max() ?? 0)
      let offset = 2 * (hub[axis.cross].low + hub[axis.cross].high) - low - high
      return low == high || abs(offset) > 4 * nearMiss
    }
  }
}
