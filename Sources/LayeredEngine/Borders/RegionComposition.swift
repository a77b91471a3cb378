import DiagramAlgorithms
import DiagramGraph
import DiagramModel

/// Draws a nested graph region by region: the edges that cross the outline of a closed cluster are
/// cut there, so none runs through a cluster that it has nothing to do with.
///
/// The order is planned from the outside in (``RegionPlanner``), the places are found from the
/// inside out, and the pieces of each edge are joined at the end.
///
/// - Complexity: that of the phases over all regions together, about linear.
///
/// > Source: hierarchical layers with ports on the outlines; Sugiyama, Misue 1991 and Schulze,
/// > Spönemann, von Hanxleden 2014.
struct RegionComposition {
  let graph: NestedGraph
  let spacing: Spacing
  /// One plan a closed cluster, nil for the others; then that of what lies in none.
  let plans: [RegionPlan?]

  /// A drawn region, and where edges cross its outline.
  private struct Region {
    let drawing: PartDrawing
    /// The places of the edges on the upper side, from the left of the outline, then on the lower.
    let ports: NestedGraph.FixedPorts
  }

  func drawing() -> PartDrawing {
    var drawn = [Region?](repeating: nil, count: plans.count)
    for index in Array(graph.clusters.indices.reversed()) + [plans.count - 1] {
      drawn[index] = plans[index].map { region($0, inner: drawn) }
    }
    return joined(drawn)
  }

  /// Runs the phases after the order for one region.
  private func region(_ plan: RegionPlan, inner: [Region?]) -> Region {
    let order = sized(plan, inner: inner)
    let (drawing, columns) = order.drawn(spacing: spacing)
    return Region(drawing: drawing, ports: ports(on: order, columns: columns))
  }

  /// The order of a plan, with the sizes and ports of the clusters that are drawn already.
  private func sized(_ plan: RegionPlan, inner: [Region?]) -> RankOrder {
    let planned = plan.order.graph.ranked
    var nested = planned.graph
    for (item, end) in plan.items.enumerated() {
      guard case .cluster(let cluster) = end, let region = inner[cluster] else { continue }
      nested.leaves[item].size = region.drawing.clusters[0].size
      nested.leaves[item].ports = region.ports
    }
    let ranked = RankedGraph(
      graph: nested, courses: planned.courses, leafRanks: planned.leafRanks,
      clusterRanks: planned.clusterRanks)
    return RankOrder(
      Neighbors(LayerGraph(ranked, leavesEarly: plan.order.graph.leavesEarly)),
      layers: plan.order.layers)
  }

  private func ports(on order: RankOrder, columns: Columns) -> NestedGraph.FixedPorts {
    var ports = NestedGraph.FixedPorts()
    let graph = order.graph
    guard let ranks = graph.ranked.clusterRanks.first else { return ports }
    func places(at rank: Int) -> [Int] {
      order.layers[rank].filter(graph.isSettledPort).map {
        columns.lefts[$0] - columns.clusterSpans[0].lowerBound
      }
    }
    ports.above = places(at: ranks.lowerBound)
    ports.below = places(at: ranks.upperBound)
    return ports
  }

  /// Everything in its place: the regions put into each other, the pieces of edges joined.
  private func joined(_ regions: [Region?]) -> PartDrawing {
    var result = PartDrawing(
      leaves: [Rect](repeating: .zero, count: graph.leaves.count),
      clusters: [Rect](repeating: .zero, count: graph.clusters.count),
      routes: [Route](repeating: Route(points: []), count: graph.edges.count))
    var targets = result.routes
    for index in [regions.count - 1] + Array(graph.clusters.indices) {
      guard let plan = plans[index], let drawing = regions[index]?.drawing else { continue }
      // The region around has placed the cluster already.
      let isOutermost = index == graph.clusters.count
      let (x, y) =
        isOutermost
        ? (0, 0)
        : (
          result.clusters[index].minX - drawing.clusters[0].minX,
          result.clusters[index].minY - drawing.clusters[0].minY
        )
      let inner = drawing.clusters.dropFirst(isOutermost ? 0 : 1)
      let items = plan.items + plan.openClusters.map(NestedGraph.End.cluster)
      for (item, frame) in zip(items, drawing.leaves + inner) {
        let frame = frame.moved(x: x, y: y)
        switch item {
        case .leaf(let leaf): result.leaves[leaf] = frame
        case .cluster(let cluster): result.clusters[cluster] = frame
        }
      }
      for (piece, route) in zip(plan.pieces, drawing.routes) {
        add(piece, route.moved(x: x, y: y), to: &result.routes[piece.edge], &targets[piece.edge])
      }
    }
    for edge in result.routes.indices {
      result.routes[edge].points =
        (result.routes[edge].points.reversed() + targets[edge].points).withoutStraightCorners
      result.routes[edge].label = result.routes[edge].label ?? targets[edge].label
    }
    return result
  }

  /// Adds a piece, which lies further in than all before, to the way to the source or to that to
  /// the target, both from the outside in.
  private func add(
    _ piece: BorderPiece, _ route: Route, to sources: inout Route, _ targets: inout Route
  ) {
    let points = piece.port?.isUpper ?? true ? route.points : route.points.reversed()
    switch piece.role {
    case .source:
      sources.points += points
      sources.label = sources.label ?? route.label
    case .middle, .target:
      targets.points += points
      targets.label = targets.label ?? route.label
    }
  }
}

extension LayerGraph {
  /// Whether a vertex is where an edge from outside crosses the outline of a cluster.
  fileprivate func isSettledPort(_ vertex: Int) -> Bool {
    switch vertices[vertex].kind {
    case .port(let edge, let cluster):
      graph.edges[edge].place != nil && graph.clusters[cluster].parent == nil
    case .stub: true
    case .leaf, .bend, .label, .filler: false
    }
  }
}
