package import DiagramGraph
package import DiagramModel

/// The edges along which the boxes of trees hang, and where each of the trees grows.
///
/// Such an edge leaves its parent where its children lie, and reaches a child on the side of its parent:
/// however close the boxes are, it never comes from beside.
package struct TreeEdges {
  /// One an edge; nil for those that span no tree.
  package let directions: [Direction?]

  /// - Parameters:
  ///   - graph: what is drawn.
  ///   - arrangements: that of each node.
  /// - Complexity: O(*edges* × *depth* + *nodes*).
  package init(_ graph: LayoutGraph, arrangements: [Arrangement]) {
    var directions = [Direction?](repeating: nil, count: graph.edges.count)
    var lifted: [Int: [(edge: Int, source: Int, target: Int)]] = [:]
    let hasTrees = arrangements.contains { if case .tree = $0 { true } else { false } }
    for (index, edge) in graph.edges.enumerated() where hasTrees {
      guard let fork = graph.fork(edge.source, edge.target),
        case .tree = arrangements[fork.node]
      else { continue }
      lifted[fork.node, default: []].append((index, fork.source, fork.target))
    }
    for (node, edges) in lifted {
      guard case .tree(let direction, _) = arrangements[node] else { continue }
      let branches = Branches(edges.map { ($0.source, $0.target) })
      for (edge, isBranch) in zip(edges, branches.isBranch) where isBranch {
        directions[edge.edge] = direction
      }
    }
    self.directions = directions
  }

  /// An edge with the sides that its tree asks for, as far as its author left them open.
  package func bound(_ index: Int, of graph: LayoutGraph) -> LayoutEdge {
    var edge = graph.edges[index]
    guard let direction = directions[index],
      graph.nodes[edge.source].parent == graph.nodes[edge.target].parent
    else { return edge }
    let side = direction.side
    edge.sourceSide = edge.sourceSide ?? side
    edge.targetSide = edge.targetSide ?? side.opposite
    return edge
  }
}

/// Which of some edges span trees: each is the first that reaches its end, and closes no circle.
package struct Branches {
  package private(set) var isBranch: [Bool] = []
  /// What each node that is reached hangs on.
  private(set) var parents: [Int: Int] = [:]

  package init(_ edges: [(source: Int, target: Int)]) {
    for edge in edges {
      let line = sequence(first: edge.source) { [parents] in parents[$0] }
      let isFirst = parents[edge.target] == nil && !line.contains(edge.target)
      if isFirst { parents[edge.target] = edge.source }
      isBranch.append(isFirst)
    }
  }
}
