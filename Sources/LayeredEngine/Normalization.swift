import DiagramModel

/// A graph in which every segment joins neighbouring ranks: long edges are chains of bends.
struct LayerGraph {
  /// What stands on a rank.
  enum Kind: Hashable {
    case leaf(Int)
    /// A place where an edge passes.
    case bend(edge: Int)
    /// The room for the text of an edge, which passes through its middle.
    case label(edge: Int)
    /// The end of an edge on the outline of a cluster, kept inside it.
    case port(edge: Int, cluster: Int)
    /// A place on the outline of a cluster for an edge that comes from outside.
    case stub(Int)
    /// Holds the place of a cluster on a rank where nothing else of it stands.
    case filler
  }

  struct Vertex: Hashable {
    var kind: Kind
    var rank: Int
    /// The clusters around it, from the outside in.
    var path: [Int]
    /// What it takes on its rank.
    var size: Size
  }

  /// A piece of an edge between two neighbouring ranks.
  struct Segment {
    var upper: Int
    var lower: Int
    var edge: Int
  }

  let ranked: RankedGraph
  /// Whether edges leave a cluster as soon as they can, rather than at its last rank.
  let leavesEarly: Bool
  private(set) var vertices: [Vertex] = []
  private(set) var segments: [Segment] = []
  /// The vertices of each edge, from the upper rank to the lower.
  private(set) var chains: [[Int]] = []
  /// The vertices of each rank, in the order in which they were written.
  private(set) var layers: [[Int]] = []

  var graph: NestedGraph { ranked.graph }

  /// Whether it has so many segments that only what takes linear time is done with it.
  var isLarge: Bool { segments.count > Self.mostSegments }
  static let mostSegments = 2000

  /// Whether edges pass through the same clusters as in another such graph of the same ranks.
  func isSame(as other: LayerGraph) -> Bool { vertices == other.vertices }

  /// Whether the chain of an edge begins at its target.
  func runsUp(_ edge: Int) -> Bool {
    switch ranked.courses[edge] {
    case .forward: return false
    case .backward: return true
    case .sideways:
      guard let first = chains[edge].first else { return false }
      if case .leaf(let leaf) = graph.edges[edge].source { return first != leaf }
      if case .leaf(let leaf) = graph.edges[edge].target { return first == leaf }
      if case .port(_, let cluster) = vertices[first].kind {
        return NestedGraph.End.cluster(cluster) != graph.edges[edge].source
      }
      return false
    }
  }

  /// Whether a vertex is a box of the graph.
  func isLeaf(_ vertex: Int) -> Bool { vertex < graph.leaves.count }

  init(_ ranked: RankedGraph, leavesEarly: Bool = false) {
    self.ranked = ranked
    self.leavesEarly = leavesEarly
    var clusterPaths: [[Int]] = []
    for (index, cluster) in ranked.graph.clusters.enumerated() {
      clusterPaths.append((cluster.parent.map { clusterPaths[$0] } ?? []) + [index])
    }
    for (index, leaf) in ranked.graph.leaves.enumerated() {
      vertices.append(
        Vertex(
          kind: .leaf(index), rank: ranked.leafRanks[index],
          path: leaf.cluster.map { clusterPaths[$0] } ?? [],
          size: Size(width: leaf.size.width + leaf.loopRoom, height: leaf.size.height)))
    }
    for edge in ranked.graph.edges.indices { addChain(of: edge, clusterPaths: clusterPaths) }
    for (index, stub) in ranked.graph.stubs.enumerated() {
      let ranks = ranked.clusterRanks[stub.cluster]
      _ = add(
        .stub(index), rank: stub.isUpper ? ranks.lowerBound : ranks.upperBound,
        path: clusterPaths[stub.cluster])
    }
    addFillers(clusterPaths: clusterPaths)
    layers = [[Int]](repeating: [], count: ranked.rankCount)
    for (index, vertex) in vertices.enumerated() { layers[vertex.rank].append(index) }
  }

  private mutating func add(_ kind: Kind, rank: Int, path: [Int], size: Size = .zero) -> Int {
    vertices.append(Vertex(kind: kind, rank: rank, path: path, size: size))
    return vertices.count - 1
  }

  private mutating func addChain(of edge: Int, clusterPaths: [[Int]]) {
    var ends = ranked.ends(of: edge)
    var ranks = endRanks(of: edge)
    if ranks.upper > ranks.lower {
      ends = (ends.lower, ends.upper)
      ranks = (ranks.lower, ranks.upper)
    }
    let first = vertex(at: ends.upper, of: edge, rank: ranks.upper, paths: clusterPaths)
    let last = vertex(at: ends.lower, of: edge, rank: ranks.lower, paths: clusterPaths)
    let labelSize = graph.edges[edge].labelSize
    let paths = (vertices[first].path, vertices[last].path)
    let inner = (ranks.upper + 1)..<ranks.lower
    let innerPaths = inner.map {
      path(
        at: $0, between: paths.0, and: paths.1,
        staysOutside: leavesEarly || ranked.courses[edge] == .sideways)
    }
    // A text lies in as few clusters as it can, then in the middle.
    let middle = (ranks.upper + ranks.lower) / 2
    let labelRank = inner.min {
      let depths = (
        innerPaths[$0 - inner.lowerBound].count, innerPaths[$1 - inner.lowerBound].count
      )
      return (depths.0, abs($0 - middle), $0) < (depths.1, abs($1 - middle), $1)
    }
    var chain = [first]
    for rank in inner {
      let path = innerPaths[rank - inner.lowerBound]
      if rank == labelRank, let labelSize {
        let room = Size(
          width: labelSize.width, height: max(labelSize.height, graph.edges[edge].labelRoom))
        chain.append(add(.label(edge: edge), rank: rank, path: path, size: room))
      } else {
        chain.append(add(.bend(edge: edge), rank: rank, path: path))
      }
    }
    chain.append(last)
    for index in chain.indices.dropFirst() {
      segments.append(Segment(upper: chain[index - 1], lower: chain[index], edge: edge))
    }
    chains.append(chain)
  }

  private mutating func vertex(
    at end: NestedGraph.End, of edge: Int, rank: Int, paths: [[Int]]
  ) -> Int {
    switch end {
    case .leaf(let leaf): leaf
    case .cluster(let cluster):
      add(.port(edge: edge, cluster: cluster), rank: rank, path: paths[cluster])
    }
  }

  /// The ranks of the upper and the lower end of an edge.
  private func endRanks(of edge: Int) -> (upper: Int, lower: Int) {
    let (upper, lower) = ranked.ends(of: edge)
    if ranked.courses[edge] == .sideways {
      return sidewaysRanks(upper, lower, distance: graph.edges[edge].labelSize == nil ? 1 : 2)
    }
    func rank(_ end: NestedGraph.End, isUpper: Bool) -> Int {
      switch end {
      case .leaf(let leaf): return ranked.leafRanks[leaf]
      case .cluster(let cluster):
        let ranks = ranked.clusterRanks[cluster]
        let isInside = graph.encloses(end, isUpper ? lower : upper)
        return isUpper == isInside ? ranks.lowerBound : ranks.upperBound
      }
    }
    return (rank(upper, isUpper: true), rank(lower, isUpper: false))
  }

  /// Ranks `distance` apart on which two ends that lie beside each other can be joined; the first
  /// may be the lower one.
  private func sidewaysRanks(
    _ first: NestedGraph.End, _ second: NestedGraph.End, distance: Int
  ) -> (upper: Int, lower: Int) {
    let (mine, theirs) = (ranks(of: first), ranks(of: second))
    for rank in mine {
      if theirs.contains(rank + distance) { return (rank, rank + distance) }
      if theirs.contains(rank - distance) { return (rank, rank - distance) }
    }
    preconditionFailure("an edge beside a cluster has no room on its ranks")
  }

  private func ranks(of end: NestedGraph.End) -> ClosedRange<Int> {
    switch end {
    case .leaf(let leaf): ranked.leafRanks[leaf]...ranked.leafRanks[leaf]
    case .cluster(let cluster): ranked.clusterRanks[cluster]
    }
  }

  /// The clusters that an edge passes through on `rank`: those of its upper end as long as they
  /// last, then those of its lower end, else those that both share. One that stays
  /// outside passes only through the shared ones.
  private func path(
    at rank: Int, between upper: [Int], and lower: [Int], staysOutside: Bool
  ) -> [Int] {
    let common = zip(upper, lower).prefix { $0 == $1 }.count
    if staysOutside { return Array(upper.prefix(common)) }
    func reach(_ path: [Int]) -> Int {
      path.lastIndex { ranked.clusterRanks[$0].contains(rank) }.map { $0 + 1 } ?? 0
    }
    let (up, down) = (reach(upper), reach(lower))
    if up > common { return Array(upper.prefix(up)) }
    return Array(lower.prefix(max(down, common)))
  }

  private mutating func addFillers(clusterPaths: [[Int]]) {
    let ranks = ranked.clusterRanks
    var isHeld = ranks.map { [Bool](repeating: false, count: $0.count) }
    for vertex in vertices {
      for cluster in vertex.path { isHeld[cluster][vertex.rank - ranks[cluster].lowerBound] = true }
    }
    for cluster in ranks.indices.reversed() {
      for rank in ranks[cluster] where !isHeld[cluster][rank - ranks[cluster].lowerBound] {
        _ = add(.filler, rank: rank, path: clusterPaths[cluster])
        for outer in clusterPaths[cluster] {
          isHeld[outer][rank - ranks[outer].lowerBound] = true
        }
      }
    }
  }
}
