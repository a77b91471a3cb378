/// The nodes so that every arc points to a later one, the smallest index first where there is a
/// choice of nodes that became free together; nil if there is a circle.
package func topologicalOrder(nodeCount: Int, arcs: [(tail: Int, head: Int)]) -> [Int]? {
  var open = [Int](repeating: 0, count: nodeCount)
  var heads = [[Int]](repeating: [], count: nodeCount)
  for arc in arcs {
    open[arc.head] += 1
    heads[arc.tail].append(arc.head)
  }
  var order = (0..<nodeCount).filter { open[$0] == 0 }
  var next = 0
  while next < order.count {
    for head in heads[order[next]] {
      open[head] -= 1
      if open[head] == 0 { order.append(head) }
    }
    next += 1
  }
  return order.count == nodeCount ? order : nil
}

/// A topological order that accepts arcs one at a time and refuses those that close a circle.
package struct IncrementalOrder {
  private var position: [Int]
  private var heads: [[Int]]
  private var tails: [[Int]]

  package init(order: [Int], arcs: [(tail: Int, head: Int)]) {
    position = [Int](repeating: 0, count: order.count)
    heads = [[Int]](repeating: [], count: order.count)
    tails = heads
    for (index, node) in order.enumerated() { position[node] = index }
    for arc in arcs {
      heads[arc.tail].append(arc.head)
      tails[arc.head].append(arc.tail)
    }
  }

  /// Adds an arc, unless a way leads from `head` to `tail`.
  package mutating func insert(tail: Int, head: Int) -> Bool {
    if tail == head { return false }
    if position[head] < position[tail] {
      guard let after = reach(from: head, along: heads, until: tail, limit: position[tail]) else {
        return false
      }
      let before = reachBack(from: tail, limit: position[head])
      reorder(before + after)
    }
    heads[tail].append(head)
    tails[head].append(tail)
    return true
  }

  /// The nodes behind `start` that stand no later than `limit`, in order; nil if `goal` is one.
  private func reach(from start: Int, along heads: [[Int]], until goal: Int, limit: Int) -> [Int]? {
    var found = [start]
    var seen: Set<Int> = [start]
    var next = 0
    while next < found.count {
      for head in heads[found[next]] where position[head] <= limit {
        if head == goal { return nil }
        if seen.insert(head).inserted { found.append(head) }
      }
      next += 1
    }
    return found.sorted { position[$0] < position[$1] }
  }

  private func reachBack(from start: Int, limit: Int) -> [Int] {
    var found = [start]
    var seen: Set<Int> = [start]
    var next = 0
    while next < found.count {
      for tail in tails[found[next]] where position[tail] >= limit {
        if seen.insert(tail).inserted { found.append(tail) }
      }
      next += 1
    }
    return found.sorted { position[$0] < position[$1] }
  }

  /// Puts `nodes`, in this order, on the places that they have together.
  private mutating func reorder(_ nodes: [Int]) {
    let places = nodes.map { position[$0] }.sorted()
    for (node, place) in zip(nodes, places) { position[node] = place }
  }
}
