/// Makes a region what the phases take: closed clusters are leaves, and the cluster around it, if
/// there is one, is the first of its clusters.
struct RegionBuilder {
  let graph: NestedGraph
  /// The cluster around the region.
  let cluster: Int?
  /// What becomes the leaves, in their order.
  let items: [NestedGraph.End]
  /// What becomes the clusters inside, each after its parent.
  let openClusters: [Int]
  private let ends: [NestedGraph.End: NestedGraph.End]

  init(
    graph: NestedGraph, cluster: Int?, items: [NestedGraph.End], openClusters: [Int]
  ) {
    self.graph = graph
    self.cluster = cluster
    self.items = items
    self.openClusters = openClusters
    var ends: [NestedGraph.End: NestedGraph.End] = [:]
    for (index, item) in items.enumerated() { ends[item] = .leaf(index) }
    let clusters = (cluster.map { [$0] } ?? []) + openClusters
    for (index, cluster) in clusters.enumerated() { ends[.cluster(cluster)] = .cluster(index) }
    self.ends = ends
  }

  /// The region with its edges.
  ///
  /// - Parameters:
  ///   - pieces: what becomes the edges.
  ///   - stubs: where other edges end on the outline, from outside.
  ///   - paths: what each edge of the graph ends at, level by level.
  /// - Returns: leaves in the order of ``items``, edges in that of the pieces.
  func nested(
    pieces: [BorderPiece], stubs: [NestedGraph.Stub], paths: [EdgePath]
  ) -> NestedGraph {
    var clusters: [NestedGraph.Cluster] = []
    for index in (cluster.map { [$0] } ?? []) + openClusters {
      clusters.append(graph.clusters[index])
      clusters[clusters.count - 1].parent =
        index == cluster ? nil : self.index(of: graph.clusters[index].parent)
    }
    let level = closedClusters(pieces, paths)
    return NestedGraph(
      leaves: items.map(leaf), clusters: clusters,
      edges: pieces.map { edge(for: $0, path: paths[$0.edge], level: level) }, stubs: stubs)
  }

  /// How many closed clusters are around the region, as seen by its pieces.
  private func closedClusters(_ pieces: [BorderPiece], _ paths: [EdgePath]) -> Int {
    guard let cluster, let piece = pieces.first else { return 0 }
    let path = piece.role == .source ? paths[piece.edge].source : paths[piece.edge].target
    return (path.firstIndex(of: .cluster(cluster)) ?? 0) + 1
  }

  /// The index of a cluster inside the region.
  private func index(of cluster: Int?) -> Int? {
    guard let cluster, case .cluster(let index) = ends[.cluster(cluster)] else { return nil }
    return index
  }

  private func leaf(for end: NestedGraph.End) -> NestedGraph.Leaf {
    switch end {
    case .leaf(let leaf):
      var value = graph.leaves[leaf]
      value.cluster = index(of: value.cluster)
      return value
    case .cluster(let inner):
      let value = graph.clusters[inner]
      return .init(
        size: value.minimumSize, loopRoom: value.loopRoom, cluster: index(of: value.parent),
        ports: .init())
    }
  }

  private func edge(for piece: BorderPiece, path: EdgePath, level: Int) -> NestedGraph.Edge {
    func end(_ path: [NestedGraph.End]) -> NestedGraph.End {
      guard let end = ends[path[level]] else {
        preconditionFailure("an edge ends in another region")
      }
      return end
    }
    var edge = graph.edges[piece.edge]
    if level > path.common {
      edge.labelSize = nil
      edge.minimumLength = 1
    }
    edge.place = piece.port?.place
    guard let port = piece.port else {
      (edge.source, edge.target) = (end(path.source), end(path.target))
      return edge
    }
    let inner = end(piece.role == .source ? path.source : path.target)
    (edge.source, edge.target) = port.isUpper ? (.cluster(0), inner) : (inner, .cluster(0))
    return edge
  }
}
