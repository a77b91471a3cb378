/// The pairs of boxes and clusters of a graph that share a rank and a parent, each in the order in
/// which it was written.
///
/// Two clusters, and boxes that edges join to one and the same box in the same sense, are *siblings*:
/// nobody overlooks that they stand the other way round. Others count, but less.
///
/// - Complexity: O(*edges* × *depth* + pairs of boxes of a rank).
struct WrittenPairs {
  /// Two vertices that stand for what they lie in, the first written before the second.
  struct Pair {
    let first: Int
    let second: Int
    let weight: Int
    /// What they lie in under the parent that they share; see ``UnitGraph``.
    let units: (first: Int, second: Int)
    /// The cluster around both; nil if they share none.
    let parent: Int?
  }

  /// One list a rank.
  let ranks: [[Pair]]

  /// What two siblings count against two boxes that have nothing in common.
  static let siblings = 3

  /// Those of a graph; none of a large one, nor where hints say what stands beside what.
  init(_ neighbors: Neighbors) {
    let graph = neighbors.graph
    guard !graph.isLarge, graph.graph.hints.across.isEmpty else {
      ranks = []
      return
    }
    let joined = JoinedEnds(graph)
    ranks = graph.layers.map { layer in
      let leaves = layer.filter(graph.isLeaf).sorted {
        graph.graph.leaves[$0].written < graph.graph.leaves[$1].written
      }
      var seen: Set<[Int]> = []
      var pairs: [Pair] = []
      for (index, first) in leaves.enumerated() {
        for second in leaves[(index + 1)...] {
          let depth = neighbors.commonDepth(first, second)
          let units = (neighbors.unit(of: first, depth), neighbors.unit(of: second, depth))
          let areVertices = max(units.0, units.1) < graph.vertices.count
          guard areVertices || seen.insert([units.0, units.1]).inserted else { continue }
          let areClusters = min(units.0, units.1) >= graph.vertices.count
          let areSiblings = areClusters || joined.share(units.0, units.1)
          pairs.append(
            Pair(
              first: first, second: second, weight: areSiblings ? Self.siblings : 1, units: units,
              parent: depth > 0 ? neighbors.cluster(around: first, depth: depth - 1) : nil))
        }
      }
      return pairs
    }
  }

  /// How much stands the other way round than it was written.
  func inversions(in order: RankOrder) -> Int {
    var sum = 0
    for rank in ranks {
      for pair in rank where isInverted(pair, in: order) { sum += pair.weight }
    }
    return sum
  }

  func isInverted(_ pair: Pair, in order: RankOrder) -> Bool {
    order.positions[pair.first] > order.positions[pair.second]
  }
}

extension Neighbors {
  /// What a vertex moves with inside the cluster at `depth - 1`: itself, or, counted on behind the
  /// vertices, the cluster at `depth`.
  func unit(of vertex: Int, _ depth: Int) -> Int {
    cluster(around: vertex, depth: depth).map { graph.vertices.count + $0 } ?? vertex
  }
}

/// What the edges of each box, and those that leave each cluster, end at elsewhere.
private struct JoinedEnds {
  private struct Joint: Hashable {
    let end: NestedGraph.End
    let leadsThere: Bool
  }

  private var joints: [Int: Set<Joint>] = [:]

  init(_ graph: LayerGraph) {
    let nested = graph.graph
    for edge in nested.edges {
      for (mine, other, leadsThere) in [
        (edge.source, edge.target, true), (edge.target, edge.source, false),
      ] {
        let joint = Joint(end: other, leadsThere: leadsThere)
        if case .leaf(let leaf) = mine { joints[leaf, default: []].insert(joint) }
        let there = Set(nested.ancestry(of: nested.cluster(at: other)))
        for cluster in nested.ancestry(of: nested.cluster(at: mine)) where !there.contains(cluster)
        {
          joints[graph.vertices.count + cluster, default: []].insert(joint)
        }
      }
    }
  }

  func share(_ one: Int, _ other: Int) -> Bool {
    guard let mine = joints[one], let theirs = joints[other] else { return false }
    return !mine.isDisjoint(with: theirs)
  }
}
