/// Moves connected groups of vertices from one side of a cluster to the other.
///
/// Beside a cluster, whatever is connected on the ranks of the cluster stays on one side of it,
/// else an edge would run through. Single vertices can therefore not change sides; groups can.
struct ClusterFlips {
  private struct Group {
    let cluster: Int
    let vertices: [Int]
  }

  /// Larger graphs are left as they are: every flip costs a look at the whole graph.
  private static let mostWork = 40_000

  private let groups: [Group]

  init(_ order: RankOrder) {
    let graph = order.graph
    guard !graph.isLarge else {
      groups = []
      return
    }
    groups = graph.graph.clusters.indices.flatMap { cluster in
      Self.groups(beside: cluster, of: graph, neighbors: order.neighbors)
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

  /// Flips group after group as long as that lowers the cost.
  func improve(_ order: inout RankOrder) {
    var cost = order.cost
    guard !groups.isEmpty, cost > 0,
      groups.count * order.graph.segments.count <= Self.mostWork
    else { return }
    for _ in 0..<3 {
      let before = cost
      for group in groups {
        for movesRight in [true, false] {
          var changed = order
          flip(group, toRight: movesRight, &changed)
          guard changed.layers != order.layers else { continue }
          Sifting(reach: 16).improve(&changed, rounds: 2)
          let changedCost = changed.cost
          if changedCost < cost { (order, cost) = (changed, changedCost) }
        }
      }
      if cost == before { return }
    }
  }

  private func flip(_ group: Group, toRight: Bool, _ order: inout RankOrder) {
    let moved = Set(group.vertices)
    let depth = order.neighbors.depths[group.cluster]
    for rank in order.graph.ranked.clusterRanks[group.cluster] {
      let layer = order.layers[rank]
      let taken = layer.filter(moved.contains)
      guard !taken.isEmpty else { continue }
      var rest = layer.filter { !moved.contains($0) }
      func isInside(_ vertex: Int) -> Bool {
        let path = order.graph.vertices[vertex].path
        return path.count > depth && path[depth] == group.cluster
      }
      let place =
        toRight
        ? (rest.lastIndex(where: isInside) ?? rest.count - 1) + 1
        : rest.firstIndex(where: isInside) ?? 0
      rest.insert(contentsOf: taken, at: place)
      order.set(rest, at: rank)
    }
  }
}
