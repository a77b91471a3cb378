import DiagramAlgorithms
package import DiagramGraph
import DiagramModel

extension Layout {
  /// Whether no way runs through a box or along another way, and every label lies on nothing.
  ///
  /// - Complexity: O(*pieces of ways* × (*pieces of ways* + *nodes*)).
  package func isClean(_ graph: LayoutGraph) -> Bool {
    let nesting = Nesting(graph)
    let pieces = routes.indices.flatMap { edge in routes[edge].segments(of: edge) }
    let labels = graph.edges.indices.filter { graph.edges[$0].labelSize != nil }
    return pieces.allSatisfy { runsThroughNoBox($0, graph, nesting) }
      && pieces.indices.allSatisfy { first in
        pieces[..<first].allSatisfy { $0.keepsAway(from: pieces[first], graph) }
      }
      && labels.allSatisfy { isClear(label: $0, pieces, nesting) }
  }

  private func runsThroughNoBox(
    _ piece: LineSegment, _ graph: LayoutGraph, _ nesting: Nesting
  ) -> Bool {
    let ends = graph.edges[piece.edge]
    return frames.indices.allSatisfy { node in
      !piece.runsThrough(frames[node]) || !graph.nodes[node].isOutlined
        || [ends.source, ends.target].contains { $0 == node || nesting.isAncestor(node, of: $0) }
    }
  }

  private func isClear(label edge: Int, _ pieces: [LineSegment], _ nesting: Nesting) -> Bool {
    guard let label = routes[edge].label else { return false }
    let inside = label.insetBy(1)
    return frames.indices.allSatisfy { !nesting.isLeaf($0) || !frames[$0].intersects(inside) }
      && pieces.allSatisfy { $0.edge == edge || !$0.runsThrough(label) }
      && routes.indices.allSatisfy {
        $0 == edge || !(routes[$0].label?.intersects(inside) ?? false)
      }
  }
}

extension LineSegment {
  /// Whether both do not run beside each other as if they were one; those with a common end may.
  fileprivate func keepsAway(from other: LineSegment, _ graph: LayoutGraph) -> Bool {
    guard edge != other.edge, isHorizontal == other.isHorizontal, !isSlanted, !other.isSlanted,
      abs(place - other.place) <= 5,
      min(span.upperBound, other.span.upperBound) > max(span.lowerBound, other.span.lowerBound)
    else { return true }
    let (first, second) = (graph.edges[edge], graph.edges[other.edge])
    return !Set([first.source, first.target]).isDisjoint(with: [second.source, second.target])
  }
}
