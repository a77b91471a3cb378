import DiagramCheck
package import DiagramGraph
package import DiagramModel

/// Draws a nested graph in layers: the arrows run one way as far as possible, and arrows across
/// the borders of containers take part in every phase.
///
/// A container that no arrow enters or leaves is drawn by itself and is then one box for its
/// surroundings, so containers that hold the same are drawn alike. For the others the phases are
///
///     NestedGraph ─courses─▶ ─ranked─▶ RankedGraph ─▶ LayerGraph ─ordered─▶ RankOrder
///       ─columns─▶ Columns ─routed─▶ GapRouting ─rows─▶ Rows ─drawn─▶ PartDrawing
///
/// in the files CycleBreaking, Ranking, Normalization, Ordering, Columns, Tracks, Rows, Drawing; then
/// over the whole drawing Bodies, Distances and Compaction, and FoldedLayout where it is too long.
///
/// Where that would lead edges through clusters, the same phases run for the inside of each cluster
/// (``RegionPlanner``, ``RegionComposition``).
///
/// > Source: Sugiyama, Tagawa, Toda 1981; for nested graphs Sander 1996. Each phase names its own.
package struct LayeredLayout: Hashable, Sendable {
  /// Where the arrows point.
  package var direction: Direction
  package var spacing: Spacing
  /// What random choices are drawn from; the same seed gives the same drawing.
  package var seed: UInt64
  /// How many orders are tried, from 1.
  package var effort: Int
  /// Whether a drawing that is too long for a slide is led on beside itself.
  package var folds: Bool
  /// Whether what a container holds is led on beside itself.
  private(set) var foldsInside = false

  package init(
    direction: Direction = .down, spacing: Spacing = Spacing(),
    seed: UInt64 = LayoutRequest.firstSeed,
    effort: Int = 16, folds: Bool = false
  ) {
    self.direction = direction
    self.spacing = spacing
    self.seed = seed
    self.effort = effort
    self.folds = folds
  }

  /// Places every node of `graph` and leads every edge.
  ///
  /// - Returns: frames and routes in the order of the graph; the top left corner of the drawing
  ///   is the origin.
  /// - Complexity: some 2 ms for some dozen boxes, half a second for 10,000.
  package func place(_ graph: LayoutGraph) -> Layout {
    let orientation = Orientation(direction: direction)
    let turned = orientation.turned(graph)
    var layout = drawn(turned)
    guard folds else { return orientation.turnedBack(layout).atOrigin }
    if let size = layout.bounds?.size {
      layout = stretched(turned, from: size) ?? layout
      let isWorthIt = turned.isNested && turned.nodes.count < Self.mostNodesDrawnTwice
      if isWorthIt, FoldedLayout.isLong(size), size.height > 5 * size.width {
        layout = foldedInside(turned)
      }
    }
    return orientation.turnedBack(FoldedLayout.folded(layout, of: turned, spacing: spacing))
      .atOrigin
  }

  /// The drawing with more room across the flow if it is a little too long, or along it if it is a little
  /// too wide, and that mends it.
  private func stretched(_ turned: LayoutGraph, from size: Size) -> Layout? {
    let isLong = size.height > size.width
    let sides = (min(size.width, size.height), max(size.width, size.height))
    guard turned.nodes.count < Self.mostNodesDrawnTwice, FoldedLayout.isSlim(size),
      2 * sides.1 < 7 * sides.0
    else { return nil }
    for room in [10, 20, 40, 60, 80] {
      var layout = self
      if isLong { layout.spacing.widening = room } else { layout.spacing.layers += room }
      let candidate = PhaseJournal.attempt { layout.drawn(turned) }
      guard let size = candidate.value.bounds?.size, !FoldedLayout.isSlim(size) else { continue }
      candidate.keep()
      return candidate.value
    }
    return nil
  }

  /// The drawing with containers that are led on beside themselves where they are too long.
  private func foldedInside(_ turned: LayoutGraph) -> Layout {
    var layout = self
    layout.foldsInside = true
    return layout.drawn(turned)
  }

  private static let mostNodesDrawnTwice = 200

  private func drawn(_ turned: LayoutGraph) -> Layout {
    let regions = RegionTree(turned)
    let drawing = RegionDrawer(graph: turned, regions: regions, layout: self).drawing()
    return LayoutPhase.compaction.timed {
      let compacted = CompactedLayout(drawing, of: turned, spacing: spacing)
      compacted.noteHolds()
      return compacted.result
    }
  }

  /// Runs the phases on one connected part, several times where there is a choice, and keeps the
  /// drawing with the best score. If edges run through clusters in every order, or the part is
  /// vast, clusters get ranks of their own.
  func draw(_ graph: NestedGraph) -> PartDrawing {
    let isNested = !graph.clusters.isEmpty && graph.hints.isEmpty
    if isNested, graph.edges.count > Self.mostEdgesAtOnce {
      return drawByRegions(graph, closing: Array(graph.clusters.indices))
    }
    let courses = LayoutPhase.cycleBreaking.timed { LayeredEngine.courses(of: graph) }
    let graph = graph.growsForEnds ? graph.withRoomForEnds(courses: courses) : graph
    let backward = courses.count { $0 != .forward }
    var best: (drawing: PartDrawing, score: Int)?
    var orders = orders(of: graph, courses: courses)
    if isNested {
      let clean = orders.filter { $0.hops == 0 }
      if clean.isEmpty {
        return drawByRegions(graph, closing: orders.fewestCrossings.clustersRunThrough)
      }
      orders = clean
    }
    for order in orders {
      let drawing = order.drawn(spacing: spacing).drawing
      guard orders.count > 1 else { return drawing }
      let weights: DrawingScore.Weights = graph.growsForEnds ? .orders : .undirected
      let score =
        DrawingScore(drawing.layout, backward: backward, weights: weights).total
        + 60 * drawing.looseness(in: graph)
        + Self.inversion * order.neighbors.writtenPairs.inversions(in: order)
      if best.map({ score < $0.score }) ?? true { best = (drawing, score) }
    }
    guard let best else { preconditionFailure("there is always an order") }
    return best.drawing
  }

  /// What two boxes beside each other cost that stand the other way round than they were written, in
  /// thousandths; siblings cost more.
  private static let inversion = 700

  /// Draws some clusters by themselves, and others where that has to be.
  private func drawByRegions(_ graph: NestedGraph, closing clusters: [Int]) -> PartDrawing {
    var layout = self
    layout.effort = min(effort, 1 + Self.regionWork / graph.edges.count)
    var planner = RegionPlanner(graph, closing: clusters, layout: layout)
    return RegionComposition(graph: graph, spacing: spacing, plans: planner.plans()).drawing()
  }

  /// Nested graphs with more edges are drawn region by region at once: hardly any of them has
  /// an order of all ranks together in which no edge runs through a cluster.
  private static let mostEdgesAtOnce = 1000
  /// How many edges all orders that are tried of regions may have together.
  private static let regionWork = 4000

  /// The orders worth drawing: those of fewest crossings, for each way to deal with clusters.
  func orders(of graph: NestedGraph, courses: [Course]) -> [RankOrder] {
    let free = LayoutPhase.ranks.timed { ranked(graph, courses: courses) }
    var layerGraphs = [LayerGraph(free)]
    if graph.hasBorders, !layerGraphs[0].isLarge {
      let early = LayerGraph(free, leavesEarly: true)
      if !early.isSame(as: layerGraphs[0]) { layerGraphs.append(early) }
      let apart = LayoutPhase.ranks.timed {
        ranked(graph, courses: courses, keepsClustersApart: true)
      }
      if !apart.isSame(as: free) { layerGraphs.append(LayerGraph(apart)) }
    }
    return layerGraphs.flatMap { layers in
      // Nothing tells plain graphs apart more than their crossings.
      let isPlain = !graph.growsForEnds && layers.segments.count <= Self.mostSegmentsTriedLonger
      return fewestCrossings(
        LayoutPhase.order.timed {
          ordered(layers, starts: isPlain ? 3 * effort : effort, seed: seed)
        })
    }
  }

  /// Plain graphs with no more segments get three times as many orders.
  private static let mostSegmentsTriedLonger = 600

  private func fewestCrossings(_ orders: [RankOrder]) -> [RankOrder] {
    let sorted = orders.map { ($0, $0.cost) }.enumerated().sorted {
      ($0.element.1, $0.offset) < ($1.element.1, $1.offset)
    }
    let least = sorted.first?.element.1 ?? 0
    let isNested = sorted.first?.element.0.graph.graph.growsForEnds ?? false
    let allowance = isNested ? 2 : min(2, least / 20)
    return sorted.prefix(sorted[0].element.0.graph.segments.count > 1000 ? 1 : drawnOrders).filter {
      $0.element.1 <= least + allowance
    }.map(\.element.0)
  }
}

extension RankOrder {
  /// Runs the phases after the order.
  ///
  /// - Returns: the drawing, and the columns from which it follows.
  func drawn(spacing: Spacing) -> (drawing: PartDrawing, columns: Columns) {
    let columns = LayoutPhase.columns.timed { LayeredEngine.columns(of: self, spacing: spacing) }
    let gaps = LayoutPhase.tracks.timed { routed(self, columns: columns, spacing: spacing) }
    let rows = LayoutPhase.rows.timed {
      LayeredEngine.rows(of: graph, gaps: gaps, spacing: spacing)
    }
    var plain = LayeredEngine.drawn(graph, columns: columns, gaps: gaps, rows: rows)
    if PhaseJournal.current != nil { plain.reasons = reasons(columns) }
    return (plain, columns)
  }
}

extension [RankOrder] {
  /// The first of those that cost least.
  var fewestCrossings: RankOrder {
    let costs = map(\.cost)
    guard let best = indices.min(by: { (costs[$0], $0) < (costs[$1], $1) }) else {
      preconditionFailure("there is always an order")
    }
    return self[best]
  }
}

/// How many orders of a part are drawn to the end.
private let drawnOrders = 4

/// The routing of every gap between two ranks.
func routed(_ order: RankOrder, columns: Columns, spacing: Spacing) -> [GapRouting] {
  order.layers.indices.dropLast().map { rank in
    routed(
      order.neighbors.segmentsBelow[rank].map {
        (segment: $0, upper: columns.upperEnds[$0], lower: columns.lowerEnds[$0])
      }, distance: spacing.edges)
  }
}
