import DiagramAlgorithms
package import DiagramGraph
import DiagramModel

/// Containers that hold the same, whatever is written in them, and that are not drawn equally.
///
/// Two containers hold the same if their children agree in number, order and size, at every depth, and
/// edges join the same of them.
package struct LookAlikes: Hashable, Sendable {
  /// The boxes without content in the groups of containers that are drawn unlike.
  package private(set) var unlike = 0

  /// - Complexity: O(*nodes* × *depth* + *edges* × *depth*).
  package init(_ layout: Layout, of graph: LayoutGraph) {
    let nesting = Nesting(graph)
    var groups: [[Int]: [Int]] = [:]
    for (node, key) in Self.keys(of: graph, nesting) { groups[key, default: []].append(node) }
    for group in groups.values where group.count > 1 {
      let drawings = Set(group.map { Self.drawing(of: $0, layout, nesting) })
      guard drawings.count > 1 else { continue }
      unlike += group.reduce(0) { $0 + nesting.subtree(of: $1).count(where: nesting.isLeaf) }
    }
  }

  /// For each container with edges inside, what it holds as numbers, in the order of the nodes.
  private static func keys(
    of graph: LayoutGraph, _ nesting: Nesting
  ) -> [(node: Int, key: [Int])] {
    var inside: [Int: [[Int]]] = [:]
    for edge in graph.edges {
      var container = nesting.commonAncestor(of: edge.source, edge.target)
      while let node = container {
        let first = nesting.preorder[node]
        inside[node, default: []].append([
          nesting.preorder[edge.source] - first, nesting.preorder[edge.target] - first,
        ])
        container = nesting.parent(of: node)
      }
    }
    return graph.nodes.indices.compactMap { node in
      guard graph.nodes[node].isOutlined, let edges = inside[node] else { return nil }
      let content = nesting.subtree(of: node).dropFirst().flatMap { inner in
        let depth = nesting.children(of: inner).count
        let size = nesting.isLeaf(inner) ? graph.nodes[inner].minimumSize : .zero
        return [depth, size.width, size.height]
      }
      let sorted = edges.sorted { $0.lexicographicallyPrecedes($1) }
      return (node, content + [-1] + sorted.joined())
    }
  }

  /// Where everything in a container lies, from its corner.
  private static func drawing(of node: Int, _ layout: Layout, _ nesting: Nesting) -> [Rect] {
    let corner = layout.frames[node].origin
    return nesting.subtree(of: node).map { layout.frames[$0].moved(x: -corner.x, y: -corner.y) }
  }
}
