import DiagramAlgorithms
import DiagramGraph
import DiagramModel

extension LayoutGraph {
  /// The same graph with the ends of edges that join rows of tables at the boxes where their rows end: on
  /// the side that an author wants, else on the one that faces the other end.
  ///
  /// A table is a grid of several columns whose boxes touch. Other edges, and ends at boxes above or
  /// below the other one, stay where they are.
  func joiningRows(over frames: [Rect]) -> LayoutGraph {
    guard edges.contains(where: \.joinsRows) else { return self }
    var graph = self
    for (index, edge) in edges.enumerated() where edge.joinsRows && edge.source != edge.target {
      graph.edges[index].source = rowEnd(
        of: edge.source, towards: frames[edge.target], at: edge.sourceSide, frames)
      graph.edges[index].target = rowEnd(
        of: edge.target, towards: frames[edge.source], at: edge.targetSide, frames)
      if graph.edges[index].source == graph.edges[index].target { graph.edges[index] = edge }
    }
    return graph
  }

  private func rowEnd(
    of node: Int, towards other: Rect, at side: Side?, _ frames: [Rect]
  ) -> Int {
    guard nodes[node].on == nil, let parent = nodes[node].parent, side?.axis != .vertical,
      case .grid(let columns, spacing: 0) = nodes[parent].arrangement, columns > 1
    else { return node }
    let row = nodes.indices.filter {
      nodes[$0].parent == parent && nodes[$0].on == nil
        && frames[$0][.vertical] == frames[node][.vertical]
    }.sorted { frames[$0].minX < frames[$1].minX }
    guard let first = row.first, let last = row.last else { return node }
    switch side {
    case .left: return first
    case .right: return last
    default:
      if frames[last].maxX <= other.minX { return last }
      return other.maxX <= frames[first].minX ? first : node
    }
  }
}
