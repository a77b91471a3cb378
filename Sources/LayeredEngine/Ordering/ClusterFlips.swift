import DiagramAlgorithms

/// Moves connected groups of vertices from one side of a cluster to the other.
///
/// Beside a cluster, whatever is connected on the ranks of the cluster stays on one side of it,
/// else an edge would run through. Single vertices can therefore not change sides; groups can.
struct ClusterFlips {
  private struct Group {
    let cluster: Int
    let vertices: [Int]
  }

  private let neighbors: Neighbors
  private let groups: [Group]

  init(_ neighbors: Neighbors) {
    self.neighbors = neighbors
    let graph = neighbors.graph
    guard !graph.isLarge else {
      groups = []
      return
    }
    groups = graph.graph.clusters.indices.flatMap {
      Self.groups(beside: $0, of: graph, neighbors: neighbors)
    }
  }

  /// The connected groups of vertices beside a cluster, in its parent, on the ranks of the cluster.
  private static func groups(
    beside cluster: Int, of graph: LayerGraph, neighbors: Neighbors
  ) -> [Group] {
    let depth = neighbors.depths[cluster]
    let ranks = graph.ranked.clusterRanks[cluster]
    let parent = graph.graph.clusters[cluster].parent
    var isCandidate = [Bool](repeating: false, count: graph.vertices.count)
    var members: [Int] = []
    for rank in ranks {
      for vertex in graph.layers[rank] {
        let path = graph.vertices[vertex].path
        guard path.count >= depth, depth == 0 || path[depth - 1] == parent,
          path.count == depth || path[depth] != cluster
        else { continue }
        isCandidate[vertex] = true
        members.append(vertex)
      }
    }
    var sets = DisjointSets(count: graph.vertices.count)
    var firstOfCluster: [Int: Int] = [:]
    for vertex in members {
      for next in neighbors.below[vertex] where isCandidate[next] { sets.unite(vertex, next) }
      for outer in graph.vertices[vertex].path.dropFirst(depth) {
        sets.unite(firstOfCluster[outer] ?? vertex, vertex)
        firstOfCluster[outer] = firstOfCluster[outer] ?? vertex
      }
    }
    var groups: [[Int]] = []
    var groupOfRoot: [Int: Int] = [:]
    for vertex in members {
      let root = sets.representative(of: vertex)
      let group = groupOfRoot[root] ?? groups.count
      if group == groups.count { groups.append([]) }
      groupOfRoot[root] = group
      groups[group].append(vertex)
    }
    return groups.map { Group(cluster: cluster, vertices: $0) }
  }

  /// Flips group after group as long as that lowers the cost, and as long as what was sifted in all
  /// stays below `limit`.
  ///
  /// Only the ranks that a flip changes, and those that then change with them, are sifted and
  /// counted again.
  func improve(_ order: inout RankOrder, with sifting: inout Sifting, upTo limit: Int) {
    var cost = order.countCost()
    guard !groups.isEmpty, cost > 0 else { return }
    let flips = groups.flatMap { [(group: $0, isToRight: true), (group: $0, isToRight: false)] }
    // How many flips in a row brought nothing; once all did, they would again.
    var idle = 0
    for flip in [flips, flips, flips].joined()
    where idle < flips.count && sifting.work < limit {
      idle += 1
      var changed = order
      guard self.flip(flip.group, toRight: flip.isToRight, &changed) else { continue }
      sifting.improve(&changed, reach: 16, rounds: 2)
      let changedCost = changed.countCost()
      if changedCost < cost { (order, cost, idle) = (changed, changedCost, 0) }
    }
  }

  /// Moves a group to a side of its cluster; returns whether it did not stand there.
  private func flip(_ group: Group, toRight: Bool, _ order: inout RankOrder) -> Bool {
    var isMoved = [Bool](repeating: false, count: order.positions.count)
    for vertex in group.vertices { isMoved[vertex] = true }
    let depth = neighbors.depths[group.cluster]
    func isInside(_ vertex: Int) -> Bool {
      neighbors.cluster(around: vertex, depth: depth) == group.cluster
    }
    var hasChanged = false
    for rank in neighbors.graph.ranked.clusterRanks[group.cluster] {
      let layer = order.layers[rank]
      let taken = layer.filter { isMoved[$0] }
      guard !taken.isEmpty else { continue }
      var rest = layer.filter { !isMoved[$0] }
      let place =
        toRight
        ? (rest.lastIndex(where: isInside) ?? rest.count - 1) + 1
        : rest.firstIndex(where: isInside) ?? 0
      rest.insert(contentsOf: taken, at: place)
      if order.set(rest, at: rank) { hasChanged = true }
    }
    return hasChanged
  }
}
