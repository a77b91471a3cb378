import DiagramGraph
import DiagramModel

/// What the phases decided about a leaf.
struct LeafReason {
  /// The place of its rank among those with leaves, from 0, and how many these are.
  let rank: Int
  let rankCount: Int
  /// The place among the leaves of the rank, from 0, and how many these are.
  let place: Int
  let placeCount: Int
  /// The end of an edge that it cannot come nearer to along the flow.
  let after: NestedGraph.End?
  let before: NestedGraph.End?
  /// The ends that its edges lead to in one line.
  let straight: [NestedGraph.End]
  let widened: LayoutNotes.Widening?
}

extension RankOrder {
  /// What decided about each leaf: its rank by the edges that are as short as they may be, its place by the order,
  /// and the lines that are straight in the columns.
  func reasons(_ columns: Columns) -> [LeafReason] {
    let (ranked, nested) = (graph.ranked, graph.graph)
    var isBent = [Bool](repeating: false, count: nested.edges.count)
    for (index, segment) in graph.segments.enumerated()
    where columns.upperEnds[index] != columns.lowerEnds[index] {
      isBent[segment.edge] = true
    }
    var reasons = nested.leaves.indices.map { leaf in
      let row = layers[ranked.leafRanks[leaf]].filter(graph.isLeaf)
      return Reason(leaf, row.firstIndex(of: leaf) ?? 0, row.count)
    }
    for edge in nested.edges.indices where ranked.courses[edge] != .sideways {
      let (upper, lower) = ranked.ends(of: edge)
      let least = max(nested.edges[edge].labelSize == nil ? 1 : 2, nested.edges[edge].minimumLength)
      let isShort = ranked.lastRank(of: upper) + least == ranked.firstRank(of: lower)
      if case .leaf(let leaf) = lower { reasons[leaf].add(above: upper, isShort, isBent[edge]) }
      if case .leaf(let leaf) = upper { reasons[leaf].add(below: lower, isShort, isBent[edge]) }
    }
    // Ranks that hold nothing but texts of edges are none for a reader.
    let ranks = Set(ranked.leafRanks).sorted()
    let places = Dictionary(uniqueKeysWithValues: ranks.enumerated().map { ($1, $0) })
    return reasons.map { reason in
      reason.finished(places[ranked.leafRanks[reason.leaf]] ?? 0, of: ranks.count, nested)
    }
  }
}

/// What is found out about a leaf, an edge after the other.
private struct Reason {
  let leaf: Int
  let place: Int
  let placeCount: Int
  var after: NestedGraph.End?
  var before: NestedGraph.End?
  var straight: [NestedGraph.End] = []
  var ends = (above: 0, below: 0)

  init(_ leaf: Int, _ place: Int, _ placeCount: Int) {
    (self.leaf, self.place, self.placeCount) = (leaf, place, placeCount)
  }

  mutating func add(above end: NestedGraph.End, _ isShort: Bool, _ isBent: Bool) {
    ends.above += 1
    if isShort { after = after ?? end }
    if !isBent, !straight.contains(end) { straight.append(end) }
  }

  mutating func add(below end: NestedGraph.End, _ isShort: Bool, _ isBent: Bool) {
    ends.below += 1
    if isShort { before = before ?? end }
    if !isBent, !straight.contains(end) { straight.append(end) }
  }

  func finished(_ rank: Int, of rankCount: Int, _ nested: NestedGraph) -> LeafReason {
    let count = max(ends.above, ends.below)
    let (needed, width) = (nested.leaves[leaf].neededWidth, nested.leaves[leaf].size.width)
    return LeafReason(
      rank: rank, rankCount: rankCount, place: place,
      placeCount: placeCount, after: after, before: after == nil ? before : nil,
      straight: straight,
      widened: needed.flatMap { needed in
        needed < width ? LayoutNotes.Widening(for: count, from: needed, to: width) : nil
      })
  }
}

extension RankedGraph {
  fileprivate func firstRank(of end: NestedGraph.End) -> Int {
    switch end {
    case .leaf(let leaf): leafRanks[leaf]
    case .cluster(let cluster): clusterRanks[cluster].lowerBound
    }
  }

  fileprivate func lastRank(of end: NestedGraph.End) -> Int {
    switch end {
    case .leaf(let leaf): leafRanks[leaf]
    case .cluster(let cluster): clusterRanks[cluster].upperBound
    }
  }
}

extension PartBuilder {
  /// Notes what decided about the leaves of a part, by their nodes.
  func note(_ reasons: [LeafReason]) {
    guard !reasons.isEmpty else { return }
    func node(_ end: NestedGraph.End) -> Int {
      switch end {
      case .leaf(let leaf): leafNodes[leaf]
      case .cluster(let cluster): clusterNodes[cluster]
      }
    }
    PhaseJournal.note { notes in
      for (leaf, reason) in reasons.enumerated() {
        notes.layers[leafNodes[leaf]] = LayoutNotes.LayerPlace(
          layer: reason.rank + 1, of: reason.rankCount, place: reason.place + 1,
          of: reason.placeCount, after: reason.after.map(node), before: reason.before.map(node),
          straight: reason.straight.map(node), widened: reason.widened)
      }
    }
  }
}
