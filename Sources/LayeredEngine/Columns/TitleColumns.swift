import DiagramAlgorithms
import DiagramGraph
import DiagramModel

extension ColumnAssignment {
  /// Leads edges that enter or leave a cluster past its titles, however long those are.
  mutating func addTitles() {
    for (index, segment) in graph.segments.enumerated() {
      for cluster in clusters(enteredTo: segment.lower, from: segment.upper) {
        addTitles(of: cluster, passedBy: lowerEnds[index], isAtBottom: false)
      }
      for cluster in clusters(enteredTo: segment.upper, from: segment.lower) {
        addTitles(of: cluster, passedBy: upperEnds[index], isAtBottom: true)
      }
    }
  }

  /// The clusters whose outline a segment crosses on the way from one of its ends to the other.
  private func clusters(enteredTo inner: Int, from outer: Int) -> [Int] {
    let around = graph.vertices[outer].path
    let entered = graph.vertices[inner].path.filter { !around.contains($0) }
    // A port lies inside of the outline that it is on.
    guard case .port(let edge, let cluster) = graph.vertices[outer].kind,
      graph.graph.edges[edge].place != nil
    else { return entered }
    return [cluster] + entered
  }

  /// - Parameters:
  ///   - cluster: a cluster that an edge enters or leaves.
  ///   - end: the end of the edge.
  ///   - isAtBottom: on which side of the cluster that is.
  private mutating func addTitles(
    of cluster: Int, passedBy end: (variable: Int, offset: Int), isAtBottom: Bool
  ) {
    for title in graph.graph.clusters[cluster].titles where title.isAtBottom == isAtBottom {
      let extent = title.inset.width + title.size.width + spacing.edgeToBorder
      switch title.alignment {
      case .left:
        system.prefer(
          leftOutline(cluster), before: end.variable, by: extent - end.offset,
          weight: ColumnWeight.title)
      case .right:
        system.prefer(
          end.variable, before: rightOutline(cluster), by: extent + end.offset,
          weight: ColumnWeight.title)
      case .center: break
      }
    }
  }

  /// What a vertex keeps from the outline of the cluster around it, on the side of titles of this
  /// alignment: lines and their texts run past titles that reach to their rank.
  ///
  ///     ┌──────────────┐
  ///     │ Title  ╷     │   The flow goes to the right: the title stands beside the first ranks,
  ///     │ ▭ ▭ ── ┘ ▭   │   not before them.
  ///     └──────────────┘
  func roomInside(_ cluster: Int, at vertex: Int, on side: TextAlignment) -> Int {
    switch graph.vertices[vertex].kind {
    case .leaf, .port, .stub, .filler: return spacing.edgeToBorder
    case .bend, .label: break
    }
    let rank = graph.vertices[vertex].rank
    return graph.graph.clusters[cluster].titles.reduce(spacing.edgeToBorder) { room, title in
      guard title.alignment == side, !title.isBeside, reaches(title, of: cluster, to: rank) else {
        return room
      }
      return max(room, title.inset.width + title.size.width + spacing.edgeToBorder)
    }
  }

  /// Whether a title reaches, along the flow, to lines that begin behind the rank before.
  private func reaches(_ title: LayoutTitle, of cluster: Int, to rank: Int) -> Bool {
    let (ranks, insets) = (
      graph.ranked.clusterRanks[cluster], graph.graph.clusters[cluster].insets
    )
    let extent = title.inset.height + title.size.height
    let inset = title.isAtBottom ? insets.bottom : insets.top
    guard extent > inset else { return false }
    let passed = title.isAtBottom ? (rank + 1)..<(ranks.upperBound + 1) : ranks.lowerBound..<rank
    let heights = passed.map { rank in
      graph.layers[rank].map { graph.vertices[$0].size.height }.max() ?? 0
    }
    let gaps = max(passed.count - 1, 0) * spacing.edgeToNode
    return inset + heights.reduce(gaps, +) < extent
  }
}
