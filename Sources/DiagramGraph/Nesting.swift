/// Which nodes of a graph lie in which.
package struct Nesting: Hashable, Sendable {
  private let parents: [Int?]
  private let childrenOfNode: [[Int]]
  private let roots: [Int]

  package init(_ graph: LayoutGraph) {
    parents = graph.nodes.map(\.parent)
    var children = [[Int]](repeating: [], count: parents.count)
    for (node, parent) in parents.enumerated() {
      if let parent { children[parent].append(node) }
    }
    childrenOfNode = children
    roots = parents.indices.filter { [parents] in parents[$0] == nil }
  }

  package func children(of parent: Int?) -> [Int] { parent.map { childrenOfNode[$0] } ?? roots }

  package func isLeaf(_ node: Int) -> Bool { childrenOfNode[node].isEmpty }

  /// Whether `ancestor` is around `node`, at whatever distance; no node is around itself.
  package func isAncestor(_ ancestor: Int, of node: Int) -> Bool {
    var next = parents[node]
    while let current = next, current >= ancestor {
      if current == ancestor { return true }
      next = parents[current]
    }
    return false
  }

  /// A node with everything in it, parents before children.
  package func subtree(of node: Int) -> [Int] {
    [node] + childrenOfNode[node].flatMap { subtree(of: $0) }
  }

  /// Whether one of both is around the other, or they are one.
  package func areRelated(_ first: Int, _ second: Int) -> Bool {
    first == second || isAncestor(first, of: second) || isAncestor(second, of: first)
  }

  /// The innermost node around both; one of them if it is around the other.
  package func commonAncestor(of first: Int, _ second: Int) -> Int? {
    var candidate: Int? = first
    while let node = candidate, node != second, !isAncestor(node, of: second) {
      candidate = parents[node]
    }
    return candidate
  }
}
