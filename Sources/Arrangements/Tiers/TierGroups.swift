import DiagramAlgorithms
import DiagramGraph
import DiagramModel
import LayeredEngine

/// Which nodes of a graph can be drawn as tiers, and in which ranks their children lie.
struct TierGroups {
  let graph: LayoutGraph
  private let nesting: Nesting
  private let isGroup: [Bool]
  /// For each node the children of it that edges join.
  private let pairs: [[Pair]]
  /// The outermost nodes that hold tiers.
  private(set) var roots: [Int] = []

  init(_ graph: LayoutGraph) {
    self.graph = graph
    let nesting = Nesting(graph)
    self.nesting = nesting
    guard graph.hints.isEmpty, graph.levels.isEmpty else {
      (isGroup, pairs) = (graph.nodes.map { _ in false }, graph.nodes.map { _ in [] })
      return
    }
    pairs = graph.joinedChildren(nesting)
    let isCrossed = RegionTree(graph).isCluster
    isGroup = graph.nodes.indices.map { isCrossed[$0] && graph.canBeGroup($0, nesting) }
    var outer = nesting.children(of: nil)
    while !outer.isEmpty {
      let found = outer.filter { isRoot($0) }
      roots += found
      outer = outer.filter { !found.contains($0) }.flatMap { nesting.children(of: $0) }
    }
    roots.sort()
  }

  /// Whether a node holds tiers: its children are joined, and nobody arranged what is in some of them.
  private func isRoot(_ node: Int) -> Bool {
    guard graph.canBeGroup(node, nesting) else { return false }
    let children = nesting.children(of: node)
    if case .automatic = graph.nodes[node].arrangement, children.count > 1,
      pairs[node].isEmpty
    {
      return false
    }
    return groups(in: node).contains { group in
      // A single child, such as a column, is as its author arranged it.
      guard group != node, nesting.children(of: group).count > 1,
        case .automatic = graph.nodes[group].arrangement
      else { return false }
      return true
    }
  }

  /// A node and the groups in it, from the outside in.
  func groups(in node: Int) -> [Int] {
    [node] + nesting.children(of: node).filter { isGroup[$0] }.flatMap { groups(in: $0) }
  }

  /// How the children of a group lie, along an axis if its author wrote none.
  func content(of group: Int, along axis: Axis, _ form: TierPlan.Form) -> TierPlan.Content {
    let children = nesting.children(of: group)
    switch graph.nodes[group].arrangement {
    case .row(_, let spacing):
      return TierPlan.Content(
        axis: .horizontal, ranks: children.map { [$0] }, isWritten: true, spacing: spacing)
    case .column(_, let spacing):
      return TierPlan.Content(
        axis: .vertical, ranks: children.map { [$0] }, isWritten: true, spacing: spacing)
    case .automatic, .grid, .ring, .layered, .tree, .packed, .force, .orthogonal, .nested, .lanes,
      .shared:
      return TierPlan.Content(
        axis: axis, ranks: ranks(of: group, twinsAbreast: form.twinsAbreast), isWritten: false,
        spacing: graph.nodes[group].arrangement.spacing)
    }
  }

  // MARK: - Ranks

  /// Two children of a group by their positions, with how many edges lead from the first to the second
  /// more than back.
  fileprivate struct Pair: Hashable {
    let first: Int
    let second: Int
  }

  /// The pairs of a group turned around where they would close a circle, those of its twins included.
  private func onwardPairs(in group: Int, twinsAbreast: Bool) -> [Pair] {
    let children = nesting.children(of: group)
    var reached = children.map { _ in Set<Int>() }
    return twins(of: group).flatMap { pairs[$0] }.compactMap { pair in
      if twinsAbreast, areTwins(children[pair.first], children[pair.second]) { return nil }
      let leadsBack = reached[pair.second].contains(pair.first)
      let onward = leadsBack ? Pair(first: pair.second, second: pair.first) : pair
      let behind = reached[onward.second].union([onward.second])
      for child in children.indices
      where child == onward.first || reached[child].contains(onward.first) {
        reached[child].formUnion(behind)
      }
      return onward
    }
  }

  /// The children of a group that nobody arranged, in the fewest ranks in which the arrows between them
  /// lead onwards.
  private func ranks(of group: Int, twinsAbreast: Bool) -> [[Int]] {
    let children = nesting.children(of: group)
    let pairs = onwardPairs(in: group, twinsAbreast: twinsAbreast)
    var ranks = [Int](repeating: 0, count: children.count)
    for _ in children {
      for pair in pairs { ranks[pair.second] = max(ranks[pair.second], ranks[pair.first] + 1) }
    }
    // What nothing leads to stands right before what it leads to.
    for child in children.indices where !pairs.contains(where: { $0.second == child }) {
      let next = pairs.filter { $0.first == child }.map { ranks[$0.second] }.min()
      if let next { ranks[child] = next - 1 }
    }
    return (0...(ranks.max() ?? 0)).map { rank in
      children.indices.filter { ranks[$0] == rank }.map { children[$0] }
    }.filter { !$0.isEmpty }
  }

  /// The edges that lead back between containers, or between one and a box, while more of them lead on.
  var returns: [Int] {
    let holders = graph.nodes.indices.filter { isGroup[$0] || roots.contains($0) }
    let backwards = holders.flatMap { node in
      let children = nesting.children(of: node)
      return onwardPairs(in: node, twinsAbreast: false).map {
        [children[$0.second], children[$0.first]]
      }
    }
    let ends = Set(backwards)
    return graph.edges.indices.filter { index in
      let edge = graph.edges[index]
      guard let fork = graph.fork(edge.source, edge.target),
        isGroup[fork.source] || isGroup[fork.target]
      else { return false }
      return ends.contains([fork.source, fork.target])
    }
  }

  // MARK: - Twins

  /// The pairs of groups that have the same structure, each with what it holds, in the same order.
  var twins: [TierTwins] {
    graph.nodes.indices.filter { isGroup[$0] }.flatMap { group in
      twins(of: group).filter { $0 > group }.map { other in
        TierTwins(
          one: nesting.subtree(of: group), other: nesting.subtree(of: other),
          isExact: Set(pairs[group]) == Set(pairs[other]))
      }
    }
  }

  /// The siblings of a group, itself included, that have the same structure.
  private func twins(of group: Int) -> [Int] {
    guard let parent = nesting.parent(of: group), isGroup[group] else { return [group] }
    return nesting.children(of: parent).filter { $0 == group || areTwins($0, group) }
  }

  /// Whether two groups hold the same, and the arrows inside of one of them are also in the other.
  private func areTwins(_ one: Int, _ other: Int) -> Bool {
    guard isGroup[one], isGroup[other], haveSameForm(one, other) else { return false }
    let (first, second) = (Set(pairs[one]), Set(pairs[other]))
    guard !first.isEmpty, !second.isEmpty else { return false }
    return first.isSubset(of: second) || second.isSubset(of: first)
  }

  /// Whether as many children lie in two nodes, in the same order and as deep.
  private func haveSameForm(_ one: Int, _ other: Int) -> Bool {
    let (first, second) = (nesting.children(of: one), nesting.children(of: other))
    return first.count == second.count && isGroup[one] == isGroup[other]
      && zip(first, second).allSatisfy { haveSameForm($0, $1) }
  }
}

/// Two containers of the same structure.
package struct TierTwins: Hashable, Sendable {
  /// The containers with all that lies in them, what corresponds at the same place.
  package let one: [Int]
  package let other: [Int]
  /// Whether the same arrows run inside of both, and not only some of those of one in the other.
  package let isExact: Bool
}

extension LayoutGraph {
  /// For each node the children that edges join, by their positions, each pair in the direction of most of
  /// its edges, else as they are written; in the order of their first edges.
  fileprivate func joinedChildren(_ nesting: Nesting) -> [[TierGroups.Pair]] {
    var places = [Int?](repeating: nil, count: nodes.count)
    for node in nodes.indices {
      for (place, child) in nesting.children(of: node).enumerated() { places[child] = place }
    }
    var order = nodes.map { _ in [TierGroups.Pair]() }
    var excess = nodes.map { _ in [TierGroups.Pair: Int]() }
    for edge in edges {
      guard let fork = fork(edge.source, edge.target),
        let source = places[fork.source], let target = places[fork.target]
      else { continue }
      let pair = TierGroups.Pair(first: min(source, target), second: max(source, target))
      if excess[fork.node][pair] == nil { order[fork.node].append(pair) }
      excess[fork.node][pair, default: 0] += source < target ? 1 : -1
    }
    return zip(order, excess).map { pairs, excess in
      pairs.map { pair in
        excess[pair, default: 0] < 0
          ? TierGroups.Pair(first: pair.second, second: pair.first) : pair
      }
    }
  }

  /// Whether the children of a node can follow each other in ranks: nobody arranged them or they are a row
  /// or column that fills its room, and nobody said where one of them lies or how large the node is. How one
  /// of them is aligned in its row or column only these know.
  fileprivate func canBeGroup(_ node: Int, _ nesting: Nesting) -> Bool {
    let children = nesting.children(of: node)
    guard !children.isEmpty, nodes[node].fixedAxes.isEmpty,
      children.allSatisfy({ nodes[$0].pin == nil && !nodes[$0].isFreeEnd && !nodes[$0].isPassable }
      ),
      children.allSatisfy({ (nodes[$0].alignment ?? .stretch) == .stretch })
    else { return false }
    switch nodes[node].arrangement {
    case .automatic, .row(.stretch, _), .column(.stretch, _): return true
    case .row, .column, .grid, .ring, .layered, .tree, .packed, .force, .orthogonal, .nested,
      .lanes, .shared:
      return false
    }
  }
}
