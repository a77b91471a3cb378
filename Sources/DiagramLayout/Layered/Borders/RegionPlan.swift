import DiagramModel

/// The order of everything in one region, with the clusters in it as boxes whose sizes do not
/// count yet.
struct RegionPlan {
  /// What the leaves of the region stand for.
  let items: [NestedGraph.End]
  /// What its edges stand for.
  let pieces: [BorderPiece]
  let order: RankOrder

  /// The edges at a side of a box, from left to right, by their index in the region.
  func fan(of item: Int, isUpper: Bool) -> [Int] {
    let fans = isUpper ? order.fansAbove : order.fansBelow
    return fans[item].map { order.graph.segments[$0].edge }
  }
}

/// Plans every region, the outer ones first: where an edge enters a cluster is settled by the
/// order around the cluster, and the order inside follows.
///
/// Each region has ranks of its own, so an edge has bends only in the few regions that it passes.
struct RegionPlanner {
  let graph: NestedGraph
  /// How many orders of a region are tried.
  let effort: Int
  let seed: UInt64
  private let paths: [EdgePath]
  /// What lies directly in each cluster, then what lies in none.
  private var members: [[NestedGraph.End]]
  /// The pieces in each of these regions, as far as they are known.
  private var pieces: [[BorderPiece]]
  private var stubs: [[NestedGraph.Stub]]

  init(_ graph: NestedGraph, effort: Int, seed: UInt64) {
    self.graph = graph
    self.effort = effort
    self.seed = seed
    let outside = graph.clusters.count
    paths = graph.edges.map { EdgePath($0, in: graph) }
    members = [[NestedGraph.End]](repeating: [], count: outside + 1)
    pieces = [[BorderPiece]](repeating: [], count: outside + 1)
    stubs = [[NestedGraph.Stub]](repeating: [], count: outside + 1)
    for (leaf, value) in graph.leaves.enumerated() {
      members[value.cluster ?? outside].append(.leaf(leaf))
    }
    for (cluster, value) in graph.clusters.enumerated() {
      members[value.parent ?? outside].append(.cluster(cluster))
    }
    for (edge, path) in paths.enumerated() {
      pieces[path.region ?? outside].append(path.outermostPiece(of: edge))
    }
  }

  /// - Returns: a plan for each cluster, then that for what lies in none.
  mutating func plans() -> [RegionPlan] {
    let outside = plan(of: nil)
    return graph.clusters.indices.map { plan(of: $0) } + [outside]
  }

  private mutating func plan(of cluster: Int?) -> RegionPlan {
    let region = cluster ?? graph.clusters.count
    let nested = nestedGraph(of: cluster)
    let courses = LayoutPhase.cycleBreaking.timed { DiagramLayout.courses(of: nested) }
    let ranked = LayoutPhase.ranks.timed { DiagramLayout.ranked(nested, courses: courses) }
    let orders = LayoutPhase.order.timed {
      ordered(LayerGraph(ranked), starts: effort, seed: seed).map { ($0, $0.cost) }
    }
    guard let best = orders.min(by: { $0.1 < $1.1 }) else {
      preconditionFailure("there is always an order")
    }
    let plan = RegionPlan(items: members[region], pieces: pieces[region], order: best.0)
    for item in plan.items.indices {
      guard case .cluster(let inner) = plan.items[item] else { continue }
      enter(inner, item: item, plan: plan)
    }
    return plan
  }

  /// Leads the edges at a box into the cluster that it stands for.
  private mutating func enter(_ cluster: Int, item: Int, plan: RegionPlan) {
    for isUpper in [true, false] {
      for (place, index) in plan.fan(of: item, isUpper: isUpper).enumerated() {
        let piece = plan.pieces[index]
        let path = paths[piece.edge]
        let isSource =
          piece.role == .source
          || piece.role == .middle && path.source[path.common] == .cluster(cluster)
        if (isSource ? path.source : path.target).last == .cluster(cluster) {
          stubs[cluster].append(.init(cluster: 0, isUpper: isUpper, place: place))
        } else {
          pieces[cluster].append(
            piece.inner(role: isSource ? .source : .target, isUpper: isUpper, place: place))
        }
      }
    }
  }

  /// A region as the phases take it: its cluster is the only one.
  private func nestedGraph(of cluster: Int?) -> NestedGraph {
    let region = cluster ?? graph.clusters.count
    var items: [NestedGraph.End: Int] = [:]
    for (item, end) in members[region].enumerated() { items[end] = item }
    var nested = NestedGraph(
      leaves: members[region].map { leaf(for: $0, cluster: cluster == nil ? nil : 0) },
      clusters: [], edges: [], stubs: stubs[region])
    if let cluster {
      nested.clusters.append(graph.clusters[cluster])
      nested.clusters[0].parent = nil
    }
    nested.edges = pieces[region].map { piece in
      let path = paths[piece.edge]
      let level = cluster.map { graph.ancestry(of: $0).count } ?? 0
      func end(_ path: [NestedGraph.End]) -> NestedGraph.End {
        guard let item = items[path[level]] else {
          preconditionFailure("an edge ends in another region")
        }
        return .leaf(item)
      }
      var edge = graph.edges[piece.edge]
      if level > path.common {
        edge.labelSize = nil
        edge.minimumLength = 1
      }
      edge.place = piece.port?.place
      switch piece.port {
      case .some(let port):
        let inner = end(piece.role == .source ? path.source : path.target)
        (edge.source, edge.target) = port.isUpper ? (.cluster(0), inner) : (inner, .cluster(0))
      case .none:
        (edge.source, edge.target) = (end(path.source), end(path.target))
      }
      return edge
    }
    return nested
  }

  private func leaf(for end: NestedGraph.End, cluster: Int?) -> NestedGraph.Leaf {
    switch end {
    case .leaf(let leaf):
      var value = graph.leaves[leaf]
      value.cluster = cluster
      return value
    case .cluster(let inner):
      let value = graph.clusters[inner]
      return .init(
        size: value.minimumSize, loopRoom: value.loopRoom, cluster: cluster, ports: .init())
    }
  }
}
