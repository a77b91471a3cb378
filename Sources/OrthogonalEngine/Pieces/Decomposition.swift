import DiagramAlgorithms
import DiagramGraph

/// A nested graph cut into pieces that can be drawn by themselves.
///
/// A container is *open* if an edge crosses its border or joins it with something inside; what is in
/// a closed one does not depend on the rest of the drawing. Boxes, closed containers and open
/// containers that hang together make a piece; it lies in a region: a container or the whole.
struct Decomposition: Sendable {
  /// Nodes and edges that hang together.
  struct Piece: Hashable, Sendable {
    /// Boxes, closed and open containers, in the order of the graph.
    var members: [Int] = []
    var edges: [Int] = []
  }

  /// Whether each node is an open container.
  let isOpen: [Bool]
  /// The pieces in each region: that of node `n` at `n + 1`, that of the whole at 0.
  let pieces: [[Piece]]

  init(of graph: LayoutGraph) {
    var sets = DisjointSets(count: graph.nodes.count)
    var isOpen = [Bool](repeating: false, count: graph.nodes.count)
    for edge in graph.edges {
      _ = sets.unite(edge.source, edge.target)
      for container in Decomposition.opened(by: edge, in: graph) {
        isOpen[container] = true
        _ = sets.unite(edge.source, container)
      }
    }
    var pieceIndex = [Int](repeating: -1, count: graph.nodes.count)
    var all: [Piece] = []
    var pieceRegions: [Int] = []
    // Parents stand before their children, so the first member tells the region.
    for node in graph.nodes.indices {
      let set = sets.representative(of: node)
      if pieceIndex[set] < 0 {
        pieceIndex[set] = all.count
        all.append(Piece())
        pieceRegions.append(graph.nodes[node].parent.map { $0 + 1 } ?? 0)
      }
      all[pieceIndex[set]].members.append(node)
    }
    for (edge, ends) in graph.edges.enumerated() {
      all[pieceIndex[sets.representative(of: ends.source)]].edges.append(edge)
    }
    var pieces = [[Piece]](repeating: [], count: graph.nodes.count + 1)
    for (piece, region) in zip(all, pieceRegions) { pieces[region].append(piece) }
    self.isOpen = isOpen
    self.pieces = pieces
  }

  /// The containers whose border an edge crosses, and one that it joins with something inside.
  private static func opened(by edge: LayoutEdge, in graph: LayoutGraph) -> [Int] {
    guard edge.source != edge.target else { return [] }
    let (source, target) = (graph.ancestors(of: edge.source), graph.ancestors(of: edge.target))
    return source.filter { !target.contains($0) } + target.filter { !source.contains($0) }
  }
}
