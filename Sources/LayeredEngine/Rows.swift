import DiagramGraph
import DiagramModel

/// Where the ranks, the tracks between them and the clusters lie along the flow.
struct Rows {
  /// The limits of each rank.
  var ranks: [ClosedRange<Int>]
  /// The place of each track of each gap.
  var tracks: [[Int]]
  /// The upper and lower limit of each cluster.
  var clusterSpans: [ClosedRange<Int>]
}

/// Stacks the ranks: each as high as its highest vertex, with room between them for the tracks
/// and for the outlines of the clusters that begin or end there.
///
/// - Parameters:
///   - graph: what stands on the ranks.
///   - gaps: the routing between each rank and the next.
///   - spacing: the room to keep free.
/// - Returns: the places of everything along the flow.
func rows(of graph: LayerGraph, gaps: [GapRouting], spacing: Spacing) -> Rows {
  var extra = [Int](repeating: 0, count: graph.graph.clusters.count)
  while true {
    let rows = RowStack(graph: graph, gaps: gaps, spacing: spacing, extra: extra).stacked()
    var isHighEnough = true
    for (index, cluster) in graph.graph.clusters.enumerated() {
      let span = rows.clusterSpans[index]
      let missing = cluster.minimumSize.height - (span.upperBound - span.lowerBound)
      guard missing > 0 else { continue }
      extra[index] += missing
      isHighEnough = false
    }
    if isHighEnough { return rows }
  }
}

private struct RowStack {
  let graph: LayerGraph
  let gaps: [GapRouting]
  let spacing: Spacing
  /// What is added below each cluster, so that it becomes as high as it must be.
  let extra: [Int]
  /// Whether ranks without boxes are as far apart as others: an edge is to be long.
  let isSpread: Bool
  /// What the tracks below each rank but the last keep from it, and from the next one.
  private var clearances: [(above: Int, below: Int)] = []

  init(graph: LayerGraph, gaps: [GapRouting], spacing: Spacing, extra: [Int]) {
    self.graph = graph
    self.gaps = gaps
    self.spacing = spacing
    self.extra = extra
    isSpread = graph.graph.edges.contains { $0.minimumLength > 1 }
    clearances = gaps.indices.map(clearances(below:))
  }

  func stacked() -> Rows {
    let clusters = graph.graph.clusters
    let clusterRanks = graph.ranked.clusterRanks
    var above = clusters.map(\.insets.top)
    var below = zip(clusters, extra).map { $0.insets.bottom + $1 }
    var aboveRank = [Int](repeating: 0, count: graph.layers.count)
    var belowRank = aboveRank
    for cluster in clusters.indices.reversed() {
      let ranks = clusterRanks[cluster]
      aboveRank[ranks.lowerBound] = max(aboveRank[ranks.lowerBound], above[cluster])
      belowRank[ranks.upperBound] = max(belowRank[ranks.upperBound], below[cluster])
      guard let parent = clusters[cluster].parent else { continue }
      if clusterRanks[parent].lowerBound == ranks.lowerBound {
        above[parent] = max(above[parent], above[cluster] + clusters[parent].insets.top)
      }
      if clusterRanks[parent].upperBound == ranks.upperBound {
        below[parent] = max(
          below[parent], below[cluster] + clusters[parent].insets.bottom + extra[parent])
      }
    }
    var rows = Rows(ranks: [], tracks: [], clusterSpans: [])
    var top = aboveRank.first ?? 0
    for (rank, layer) in graph.layers.enumerated() {
      let height = layer.map { graph.vertices[$0].size.height }.max() ?? 0
      rows.ranks.append(top...top + height)
      guard rank + 1 < graph.layers.count else { break }
      let start = top + height + belowRank[rank]
      let room = self.room(
        below: rank, isBordered: belowRank[rank] > 0 || aboveRank[rank + 1] > 0)
      let trackCount = gaps[rank].trackCount
      let clearances = clearances[rank]
      let extent = max(trackCount - 1, 0) * spacing.edges
      // In the middle, as far as there is room for the ends.
      let first =
        start
        + max(
          clearances.above, min((room - extent) / 2, room - extent - clearances.below))
      rows.tracks.append((0..<trackCount).map { first + $0 * spacing.edges })
      top = start + room + aboveRank[rank + 1]
    }
    let slack = self.slack(in: rows.ranks)
    rows.clusterSpans = clusters.indices.map {
      let ranks = clusterRanks[$0]
      return rows.ranks[ranks.lowerBound].lowerBound - above[$0] + slack[$0].upper...rows.ranks[
        ranks.upperBound
      ].upperBound + below[$0] - slack[$0].lower
    }
    return rows
  }

  /// In whole steps of the grid, what is free above everything that a cluster holds on its first rank, and below everything on its
  /// last.
  private func slack(in ranks: [ClosedRange<Int>]) -> [(upper: Int, lower: Int)] {
    let clusterRanks = graph.ranked.clusterRanks
    var slack = clusterRanks.map { _ in (upper: Int.max, lower: Int.max) }
    for vertex in graph.vertices {
      let room: Int
      switch vertex.kind {
      case .leaf, .label:
        room = ranks[vertex.rank].upperBound - ranks[vertex.rank].lowerBound - vertex.size.height
      // What holds the place of an outline takes the whole rank.
      case .port, .stub, .filler: room = 0
      case .bend: continue
      }
      for cluster in vertex.path {
        if clusterRanks[cluster].lowerBound == vertex.rank {
          slack[cluster].upper = min(slack[cluster].upper, room / 20 * 10)
        }
        if clusterRanks[cluster].upperBound == vertex.rank {
          slack[cluster].lower = min(slack[cluster].lower, room / 20 * 10)
        }
      }
    }
    return slack.map { ($0.upper == .max ? 0 : $0.upper, $0.lower == .max ? 0 : $0.lower) }
  }

  /// The room between the outlines that end at a rank and those that begin at the next.
  private func room(below rank: Int, isBordered: Bool) -> Int {
    let holdsBoxes = (holdsBoxes(rank), holdsBoxes(rank + 1))
    let least =
      (!holdsBoxes.0 || !holdsBoxes.1) && !isSpread
      ? spacing.edgeToNode : isBordered ? spacing.nodes : spacing.layers
    let trackCount = gaps[rank].trackCount
    guard trackCount > 0 else { return least }
    return max(
      least,
      clearances[rank].above + (trackCount - 1) * spacing.edges + clearances[rank].below)
  }

  /// What the tracks below a rank keep from it, and from the next one.
  private func clearances(below rank: Int) -> (above: Int, below: Int) {
    func clearance(at rank: Int, hasHead: Bool) -> Int {
      hasHead
        ? spacing.lastPiece : holdsBoxes(rank) ? spacing.firstPiece : spacing.edgeToBorder
    }
    let bent = gaps[rank].pieces.map { graph.segments[$0.segment] }
    return (
      clearance(at: rank, hasHead: bent.contains { isReached($0.upper, by: $0.edge) }),
      clearance(at: rank + 1, hasHead: bent.contains { isReached($0.lower, by: $0.edge) })
    )
  }

  /// Whether an edge leads to a vertex, and no outline lies between the tracks and that.
  private func isReached(_ vertex: Int, by edge: Int) -> Bool {
    let chain = graph.chains[edge]
    guard vertex == (graph.runsUp(edge) ? chain.first : chain.last) else { return false }
    let value = graph.vertices[vertex]
    let outer = graph.isLeaf(vertex) ? value.path[...] : value.path.dropLast()
    return !outer.contains { cluster in
      let ranks = graph.ranked.clusterRanks[cluster]
      return (vertex == chain.first ? ranks.upperBound : ranks.lowerBound) == value.rank
    }
  }

  private func holdsBoxes(_ rank: Int) -> Bool {
    graph.layers[rank].contains {
      if case .leaf = graph.vertices[$0].kind { true } else { false }
    }
  }
}
