extension LayoutGraph {
  /// The nodes around a node, from the inside out.
  package func ancestors(of node: Int) -> [Int] {
    Array(sequence(first: node) { nodes[$0].parent }.dropFirst())
  }

  /// The child of a node that another node is, or lies in; nil if that is one that lies on the node.
  package func child(of node: Int, holding descendant: Int) -> Int? {
    sequence(first: descendant) { nodes[$0].parent }.first { nodes[$0].parent == node }
      .flatMap { nodes[$0].on == nil ? $0 : nil }
  }

  /// The closest node around two others with its children that hold them; `nil` if one of them is
  /// around the other or lies on it, or nothing is around both.
  package func fork(_ source: Int, _ target: Int) -> (node: Int, source: Int, target: Int)? {
    let fromSource = Array(sequence(first: source) { nodes[$0].parent })
    var child = target
    while let parent = nodes[child].parent {
      if let meeting = fromSource.firstIndex(of: parent) {
        guard meeting > 0, fromSource[meeting - 1] != child, nodes[child].on == nil,
          nodes[fromSource[meeting - 1]].on == nil
        else { return nil }
        return (parent, fromSource[meeting - 1], child)
      }
      child = parent
    }
    return nil
  }

  /// For each node, whether it is a container with an outline that some edge leads into.
  ///
  /// - Complexity: O(*nodes* + *edges*).
  package var enteredContainers: [Bool] {
    var isEntered = Array(repeating: false, count: nodes.count)
    var isVisited = isEntered
    for end in edges.flatMap({ [$0.source, $0.target] }) {
      var candidate = nodes[end].parent
      while let node = candidate, !isVisited[node] {
        isVisited[node] = true
        isEntered[node] = nodes[node].isOutlined
        candidate = nodes[node].parent
      }
    }
    // An edge may run across any lane on its way to another.
    for node in nodes.indices where !edges.isEmpty {
      guard let parent = nodes[node].parent, isLane(parent) else { continue }
      isEntered[parent] = nodes[parent].isOutlined
    }
    return isEntered
  }
}
