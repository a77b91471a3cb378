import DiagramAlgorithms
import DiagramGraph

/// The order of everything in one region, with the closed clusters in it as boxes whose sizes do
/// not count yet.
struct RegionPlan {
  /// What the leaves of the region stand for.
  let items: [NestedGraph.End]
  /// What its clusters stand for, without that around it.
  let openClusters: [Int]
  /// What its edges stand for.
  let pieces: [BorderPiece]
  let order: RankOrder
}

/// Plans every region, the outer ones first: where an edge enters a closed cluster is settled by
/// the order around the cluster, and the order inside follows.
///
/// Each region has ranks of its own, so an edge has bends only in the few regions that it passes.
/// Clusters that edges still run through are closed, until there are none.
struct RegionPlanner {
  let graph: NestedGraph
  private let layout: LayeredLayout
  private var isClosed: [Bool]
  private var paths: [EdgePath] = []
  /// What lies in each closed cluster, then what lies in none.
  private var items: [[NestedGraph.End]] = []
  private var openClusters: [[Int]] = []
  /// The pieces that lead no further out.
  private var outermostPieces: [[BorderPiece]] = []
  /// What leads into each closed cluster, as far as it is known.
  private var enteringPieces: [[BorderPiece]]
  private var stubs: [[NestedGraph.Stub]]

  /// How many edges all regions may still have that are ordered with open clusters; from then on
  /// all clusters are closed.
  private var remainingWork = 1000
  /// How many orders are tried of a region with open clusters.
  private static let mostStarts = 2

  /// - Parameters:
  ///   - graph: what is drawn.
  ///   - clusters: those that are closed from the start.
  ///   - layout: how the orders are found.
  init(_ graph: NestedGraph, closing clusters: [Int], layout: LayeredLayout) {
    self.graph = graph
    self.layout = layout
    isClosed = [Bool](repeating: false, count: graph.clusters.count)
    enteringPieces = [[BorderPiece]](repeating: [], count: graph.clusters.count + 1)
    stubs = [[NestedGraph.Stub]](repeating: [], count: graph.clusters.count + 1)
    close(clusters)
  }

  /// Draws clusters by themselves; only regions that are not yet planned may change by that.
  private mutating func close(_ clusters: [Int]) {
    for cluster in clusters { isClosed[cluster] = true }
    let outside = graph.clusters.count
    let isClosed = self.isClosed
    paths = graph.edges.map { EdgePath($0, in: graph, isClosed: isClosed) }
    items = [[NestedGraph.End]](repeating: [], count: outside + 1)
    openClusters = [[Int]](repeating: [], count: outside + 1)
    outermostPieces = [[BorderPiece]](repeating: [], count: outside + 1)
    var regions: [Int] = []
    for (cluster, value) in graph.clusters.enumerated() {
      let around = value.parent.map { regions[$0] } ?? outside
      regions.append(isClosed[cluster] ? cluster : around)
      if isClosed[cluster] {
        items[around].append(.cluster(cluster))
      } else {
        openClusters[around].append(cluster)
      }
    }
    for (leaf, value) in graph.leaves.enumerated() {
      items[value.cluster.map { regions[$0] } ?? outside].append(.leaf(leaf))
    }
    for (edge, path) in paths.enumerated() {
      outermostPieces[path.region ?? outside].append(path.outermostPiece(of: edge))
    }
  }

  /// - Returns: a plan for each closed cluster, nil for the others; then that for what lies in none.
  mutating func plans() -> [RegionPlan?] {
    var plans = [RegionPlan?](repeating: nil, count: graph.clusters.count + 1)
    plans[graph.clusters.count] = plan(of: nil)
    for cluster in graph.clusters.indices where isClosed[cluster] {
      plans[cluster] = plan(of: cluster)
    }
    return plans
  }

  private mutating func plan(of cluster: Int?) -> RegionPlan {
    let region = cluster ?? graph.clusters.count
    let order = order(of: cluster)
    let plan = RegionPlan(
      items: items[region], openClusters: openClusters[region],
      pieces: outermostPieces[region] + enteringPieces[region], order: order)
    for (isUpper, fans) in [(true, order.fansAbove), (false, order.fansBelow)] {
      for (item, end) in plan.items.enumerated() {
        guard case .cluster(let inner) = end else { continue }
        let pieces = fans[item].map { plan.pieces[order.graph.segments[$0].edge] }
        enter(inner, by: pieces, isUpper: isUpper)
      }
    }
    return plan
  }

  /// An order of a region in which nothing runs through a cluster.
  private mutating func order(of cluster: Int?) -> RankOrder {
    let region = cluster ?? graph.clusters.count
    while true {
      let count = outermostPieces[region].count + enteringPieces[region].count
      if !openClusters[region].isEmpty, count > remainingWork { close(openClusters[region]) }
      let builder = RegionBuilder(
        graph: graph, cluster: cluster, items: items[region], openClusters: openClusters[region])
      let nested = builder.nested(
        pieces: outermostPieces[region] + enteringPieces[region], stubs: stubs[region],
        paths: paths)
      let courses = LayoutPhase.cycleBreaking.timed { LayeredEngine.courses(of: nested) }
      let orders = orders(of: nested, courses: courses)
      if !nested.hasBorders { return orders.fewestCrossings }
      remainingWork -= count
      let clean = orders.filter { $0.hops == 0 }
      if !clean.isEmpty { return clean.fewestCrossings }
      let outlines = cluster == nil ? 0 : 1
      close(orders.fewestCrossings.clustersRunThrough.map { openClusters[region][$0 - outlines] })
    }
  }

  /// The orders to choose from; only few are tried if they may come to nothing.
  private func orders(of nested: NestedGraph, courses: [Course]) -> [RankOrder] {
    var layout = layout
    if nested.hasBorders { layout.effort = min(layout.effort, Self.mostStarts) }
    return layout.orders(of: nested, courses: courses)
  }

  /// Leads edges into a cluster, from left to right.
  ///
  /// - Parameters:
  ///   - cluster: a closed cluster.
  ///   - pieces: what leads to a side of it from outside.
  ///   - isUpper: which side that is.
  private mutating func enter(_ cluster: Int, by pieces: [BorderPiece], isUpper: Bool) {
    for (place, piece) in pieces.enumerated() {
      let path = paths[piece.edge]
      let isSource =
        piece.role == .source
        || piece.role == .middle && path.source[path.common] == .cluster(cluster)
      if (isSource ? path.source : path.target).last == .cluster(cluster) {
        stubs[cluster].append(.init(cluster: 0, isUpper: isUpper, place: place))
      } else {
        enteringPieces[cluster].append(
          piece.inner(role: isSource ? .source : .target, isUpper: isUpper, place: place))
      }
    }
  }
}
