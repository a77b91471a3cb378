import DiagramModel

/// A drawing on which some boxes and ways are still missing.
///
/// What is inside a missing box is missing too; a way is only there if both of its ends are.
struct Sketch: Sendable {
  let graph: LayoutGraph
  let nesting: Nesting
  /// One a node.
  var frames: [Rect?]
  /// One an edge.
  var routes: [Route?]

  /// The drawing, if nothing is missing.
  var layout: Layout? {
    let (frames, routes) = (frames.compactMap(\.self), routes.compactMap(\.self))
    guard frames.count == graph.nodes.count, routes.count == graph.edges.count else { return nil }
    return Layout(frames: frames, routes: routes)
  }

  /// The smallest rectangle around all boxes that are there.
  var bounds: Rect? {
    let known = frames.compactMap(\.self)
    return known.dropFirst().reduce(known.first) { $0?.union($1) }
  }

  /// The room for the children of a node, nil for the whole plane.
  func interior(of parent: Int?) -> Rect? {
    parent.flatMap { node in frames[node]?.inset(by: graph.nodes[node].padding) }
  }

  /// The boxes that are there and lie directly in a node, or in nothing.
  func siblings(in parent: Int?) -> [Int] {
    nesting.children(of: parent).filter { frames[$0] != nil }
  }
}

/// Who lies in whom.
struct Nesting: Hashable, Sendable {
  private let parents: [Int?]
  private let childrenOfNode: [[Int]]
  private let roots: [Int]

  init(_ graph: LayoutGraph) {
    parents = graph.nodes.map(\.parent)
    var children = [[Int]](repeating: [], count: parents.count)
    for (node, parent) in parents.enumerated() {
      if let parent { children[parent].append(node) }
    }
    childrenOfNode = children
    roots = parents.indices.filter { [parents] in parents[$0] == nil }
  }

  func children(of parent: Int?) -> [Int] { parent.map { childrenOfNode[$0] } ?? roots }

  func isLeaf(_ node: Int) -> Bool { childrenOfNode[node].isEmpty }

  /// Whether `ancestor` is around `node`, at whatever distance; no node is around itself.
  func isAncestor(_ ancestor: Int, of node: Int) -> Bool {
    var next = parents[node]
    while let current = next, current >= ancestor {
      if current == ancestor { return true }
      next = parents[current]
    }
    return false
  }

  /// A node with everything in it, parents before children.
  func subtree(of node: Int) -> [Int] {
    [node] + childrenOfNode[node].flatMap { subtree(of: $0) }
  }

  /// Whether one of both is around the other, or they are one.
  func areRelated(_ first: Int, _ second: Int) -> Bool {
    first == second || isAncestor(first, of: second) || isAncestor(second, of: first)
  }

  /// The innermost node around both; one of them if it is around the other.
  func commonAncestor(of first: Int, _ second: Int) -> Int? {
    var candidate: Int? = first
    while let node = candidate, node != second, !isAncestor(node, of: second) {
      candidate = parents[node]
    }
    return candidate
  }
}
