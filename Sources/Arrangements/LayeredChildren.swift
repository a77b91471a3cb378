import DiagramGraph
import DiagramModel
import LayeredEngine

/// The extent across the flow of a box that has room for one end on a side.
private let flatExtent = 2

extension ChildGraph {
  /// The children in layers, so that the edges run in a direction; a wide fan in several rows.
  func layered(
    _ direction: Direction
  ) -> (frames: [Rect], layers: [Int: LayoutNotes.LayerPlace]) {
    let folded = FoldedFans(self, direction)
    let drawn = PhaseJournal.layered { folded.graph.plainlyLayered(direction) }
    // The boxes of a fan are one for the engine.
    return (folded.unfolded(drawn.value), folded.hasFans ? [:] : drawn.layers)
  }

  private func plainlyLayered(_ direction: Direction) -> [Rect] {
    let across = direction.axis.cross
    var graph = self.graph
    graph.hints += graph.peers.map { LayoutHint(.sameRank, $0.first, $0.second) }
    // What shares a rank has no edge that the ranks could know of.
    let ranks = graph.rankHints(
      Dictionary(uniqueKeysWithValues: graph.nodes.indices.map { ($0, $0) })
    ).representatives(leafCount: graph.nodes.count)
    graph.edges.removeAll { ranks[$0.source] == ranks[$0.target] }
    // Boxes of one extent across the flow are placed as flat ones: then a straight arrow joins
    // their middles.
    let extents = Set(sizes.map { $0[across] })
    let lowered = extents.count == 1 ? (extents.first ?? 0) - flatExtent : 0
    for node in graph.nodes.indices { graph.nodes[node].minimumSize[across] -= lowered }
    var spacing = Spacing()
    // With a pitch on the grid, what is aligned stays so when it is snapped to the grid.
    let extent = extents.max() ?? 0
    let between = max(gap[across] / 2, min(gap[across], grid), leastGap[across])
    spacing.nodes = (extent + between + step - 1) / step * step - extent + lowered
    // As much as leaves a line clear of the boxes beside it once they are on the grid.
    let edgeToNode = spacing.edgeToNode
    spacing.overhang =
      lowered > 0 ? roundedUp(extent / 2 + edgeToNode) - edgeToNode - flatExtent / 2 : 0
    spacing.layers = gap[direction.axis]
    return graph.drawn(by: request.inside(direction), spacing).frames.map { frame in
      var frame = frame
      frame.size[across] += lowered
      return frame
    }
  }
}
