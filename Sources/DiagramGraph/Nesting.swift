/// Which nodes of a graph lie in which, or on which.
package struct Nesting: Hashable, Sendable {
  private let parents: [Int?]
  private let childrenOfNode: [[Int]]
  /// What lies on each node: it moves with the node, which is a leaf all the same.
  private let laidOnNode: [[Int]]
  private let roots: [Int]
  /// The place of each node where every node is followed by what it holds.
  package let preorder: [Int]
  /// How many nodes each one is together with what it holds.
  @usableFromInline let sizes: [Int]

  package init(_ graph: LayoutGraph) {
    parents = graph.nodes.map(\.parent)
    var children = [[Int]](repeating: [], count: parents.count)
    var laid = children
    for (node, parent) in parents.enumerated() {
      guard let parent else { continue }
      if graph.nodes[node].on == nil {
        children[parent].append(node)
      } else {
        laid[parent].append(node)
      }
    }
    (childrenOfNode, laidOnNode) = (children, laid)
    roots = parents.indices.filter { [parents] in parents[$0] == nil }
    (preorder, sizes) = Self.preorder(of: parents)
  }

  private static func preorder(of parents: [Int?]) -> (places: [Int], sizes: [Int]) {
    var sizes = Array(repeating: 1, count: parents.count)
    for index in parents.indices.reversed() {
      if let parent = parents[index] { sizes[parent] += sizes[index] }
    }
    var places = Array(repeating: 0, count: parents.count)
    var next = places
    var nextRoot = 0
    for index in parents.indices {
      if let parent = parents[index] {
        places[index] = next[parent]
        next[parent] += sizes[index]
      } else {
        places[index] = nextRoot
        nextRoot += sizes[index]
      }
      next[index] = places[index] + 1
    }
    return (places, sizes)
  }

  package func parent(of node: Int) -> Int? { parents[node] }

  /// What lies in a node and takes room there.
  package func children(of parent: Int?) -> [Int] { parent.map { childrenOfNode[$0] } ?? roots }

  /// Whether nothing lies in a node, whatever lies on it.
  package func isLeaf(_ node: Int) -> Bool { childrenOfNode[node].isEmpty }

  /// Whether `ancestor` is around `node`, at whatever distance; no node is around itself.
  @inlinable package func isAncestor(_ ancestor: Int, of node: Int) -> Bool {
    preorder[ancestor] < preorder[node] && preorder[node] < preorder[ancestor] + sizes[ancestor]
  }

  /// A node with everything in it and on it, parents before children.
  package func subtree(of node: Int) -> [Int] {
    [node] + (childrenOfNode[node] + laidOnNode[node]).flatMap { subtree(of: $0) }
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
