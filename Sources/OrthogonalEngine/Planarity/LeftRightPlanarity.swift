/// The left–right planarity test, with an embedding if the graph is planar.
///
/// A depth-first search orients the graph; each back edge must go to the left or to the right of
/// the tree, and nested intervals of back edges constrain each other. The constraints are kept on a
/// stack of pairs of intervals that must lie on different sides.
///
/// > Source: de Fraysseix, Ossona de Mendez, Rosenstiehl, *Trémaux trees and planarity*, 2006, in
/// > the formulation of Brandes, *The left–right planarity test*, 2009.
struct LeftRightPlanarity {
  /// Back edges from `low` to `high` that lie on one side; empty if both are -1.
  private struct Interval {
    var low = -1
    var high = -1
    var isEmpty: Bool { low < 0 && high < 0 }
  }

  /// Two intervals that must lie on different sides.
  private struct ConflictPair {
    var left = Interval()
    var right = Interval()
  }

  private let ends: [(Int, Int)]
  private let adjacency: [[Int]]
  private var height: [Int]
  private var parentEdge: [Int]
  private var source: [Int]
  private var target: [Int]
  private var lowpoint: [Int]
  private var secondLowpoint: [Int]
  private var nesting: [Int]
  private var ordered: [[Int]]
  private var reference: [Int]
  private var side: [Int]
  private var stackBottom: [Int]
  private var lowpointEdge: [Int]
  private var stack: [ConflictPair] = []
  private var roots: [Int] = []

  /// Tests a simple graph: no loops, no repeated edges.
  ///
  /// - Parameters:
  ///   - vertexCount: how many vertices there are; they are called `0..<vertexCount`.
  ///   - edges: the ends of each edge.
  /// - Returns: for each vertex its edges (their indices) in clockwise order; `nil` if the graph is
  ///   not planar.
  /// - Complexity: O(*vertices* + *edges*), but for sorting the edges.
  static func embedding(vertexCount: Int, edges: [(Int, Int)]) -> [[Int]]? {
    guard vertexCount <= 2 || edges.count <= 3 * vertexCount - 6 else { return nil }
    var test = LeftRightPlanarity(vertexCount: vertexCount, edges: edges)
    test.orient()
    for root in test.roots {
      guard test.testsPlanar(from: root) else { return nil }
    }
    return test.embed()
  }

  private init(vertexCount: Int, edges: [(Int, Int)]) {
    var adjacency = [[Int]](repeating: [], count: vertexCount)
    for (edge, (a, b)) in edges.enumerated() {
      adjacency[a].append(edge)
      adjacency[b].append(edge)
    }
    self.adjacency = adjacency
    ends = edges
    let none = [Int](repeating: -1, count: edges.count)
    height = [Int](repeating: -1, count: vertexCount)
    parentEdge = [Int](repeating: -1, count: vertexCount)
    (source, target, reference, lowpointEdge) = (none, none, none, none)
    (lowpoint, secondLowpoint, nesting, stackBottom) = (none, none, none, none)
    side = [Int](repeating: 1, count: edges.count)
    ordered = [[Int]](repeating: [], count: vertexCount)
  }

  // MARK: - Orientation

  /// Orients all edges along a depth-first search and sorts them by nesting depth.
  private mutating func orient() {
    var next = [Int](repeating: 0, count: height.count)
    for root in height.indices where height[root] < 0 {
      height[root] = 0
      roots.append(root)
      orient(from: root, next: &next)
    }
    var byNesting = Array(ends.indices)
    byNesting.sort { (nesting[$0], $0) < (nesting[$1], $1) }
    for edge in byNesting { ordered[source[edge]].append(edge) }
  }

  private mutating func orient(from root: Int, next: inout [Int]) {
    var path = [root]
    while let vertex = path.last {
      let position = next[vertex]
      guard position < adjacency[vertex].count else {
        path.removeLast()
        if parentEdge[vertex] >= 0 { finish(parentEdge[vertex]) }
        continue
      }
      next[vertex] = position + 1
      let edge = adjacency[vertex][position]
      guard source[edge] < 0 else { continue }
      let other = ends[edge].0 == vertex ? ends[edge].1 : ends[edge].0
      (source[edge], target[edge]) = (vertex, other)
      lowpoint[edge] = height[vertex]
      secondLowpoint[edge] = height[vertex]
      if height[other] < 0 {
        parentEdge[other] = edge
        height[other] = height[vertex] + 1
        path.append(other)
      } else {
        lowpoint[edge] = height[other]
        finish(edge)
      }
    }
  }

  /// Sets the nesting depth of an edge whose subtree is done, and tells the parent edge.
  private mutating func finish(_ edge: Int) {
    let vertex = source[edge]
    nesting[edge] = 2 * lowpoint[edge] + (secondLowpoint[edge] < height[vertex] ? 1 : 0)
    let parent = parentEdge[vertex]
    guard parent >= 0 else { return }
    if lowpoint[edge] < lowpoint[parent] {
      secondLowpoint[parent] = min(lowpoint[parent], secondLowpoint[edge])
      lowpoint[parent] = lowpoint[edge]
    } else if lowpoint[edge] > lowpoint[parent] {
      secondLowpoint[parent] = min(secondLowpoint[parent], lowpoint[edge])
    } else {
      secondLowpoint[parent] = min(secondLowpoint[parent], secondLowpoint[edge])
    }
  }

  // MARK: - Testing

  private mutating func testsPlanar(from root: Int) -> Bool {
    var next = [Int](repeating: 0, count: height.count)
    var isEntered = [Bool](repeating: false, count: ends.count)
    var path = [root]
    while let vertex = path.last {
      let position = next[vertex]
      guard position < ordered[vertex].count else {
        path.removeLast()
        if parentEdge[vertex] >= 0 { leave(over: parentEdge[vertex]) }
        continue
      }
      let edge = ordered[vertex][position]
      if !isEntered[edge] {
        isEntered[edge] = true
        stackBottom[edge] = stack.count
        if edge == parentEdge[target[edge]] {
          path.append(target[edge])
          continue
        }
        lowpointEdge[edge] = edge
        stack.append(ConflictPair(right: Interval(low: edge, high: edge)))
      }
      next[vertex] = position + 1
      guard lowpoint[edge] < height[vertex] else { continue }
      if edge == ordered[vertex][0] {
        lowpointEdge[parentEdge[vertex]] = lowpointEdge[edge]
      } else if !addConstraints(of: edge, under: parentEdge[vertex]) {
        return false
      }
    }
    return true
  }

  private func conflicts(_ interval: Interval, with edge: Int) -> Bool {
    !interval.isEmpty && lowpoint[interval.high] > lowpoint[edge]
  }

  private func lowest(_ pair: ConflictPair) -> Int {
    if pair.left.isEmpty { return lowpoint[pair.right.low] }
    if pair.right.isEmpty { return lowpoint[pair.left.low] }
    return min(lowpoint[pair.left.low], lowpoint[pair.right.low])
  }

  /// Merges the back edges of `edge` with those of the edges before it at the same vertex.
  private mutating func addConstraints(of edge: Int, under parent: Int) -> Bool {
    var merged = ConflictPair()
    repeat {
      guard var pair = stack.popLast() else { return false }
      if !pair.left.isEmpty { swap(&pair.left, &pair.right) }
      guard pair.left.isEmpty else { return false }
      if lowpoint[pair.right.low] > lowpoint[parent] {
        if merged.right.isEmpty {
          merged.right.high = pair.right.high
        } else {
          reference[merged.right.low] = pair.right.high
        }
        merged.right.low = pair.right.low
      } else {
        reference[pair.right.low] = lowpointEdge[parent]
      }
    } while stack.count != stackBottom[edge]
    while let top = stack.last, conflicts(top.left, with: edge) || conflicts(top.right, with: edge)
    {
      var pair = stack.removeLast()
      if conflicts(pair.right, with: edge) { swap(&pair.left, &pair.right) }
      guard !conflicts(pair.right, with: edge) else { return false }
      if merged.right.low >= 0 { reference[merged.right.low] = pair.right.high }
      if pair.right.low >= 0 { merged.right.low = pair.right.low }
      if merged.left.isEmpty {
        merged.left.high = pair.left.high
      } else {
        reference[merged.left.low] = pair.left.high
      }
      merged.left.low = pair.left.low
    }
    if !(merged.left.isEmpty && merged.right.isEmpty) { stack.append(merged) }
    return true
  }

  /// Drops the back edges that end at the source of `edge`, once all below it is done.
  private mutating func leave(over edge: Int) {
    let parent = source[edge]
    while let top = stack.last, lowest(top) == height[parent] {
      stack.removeLast()
      if top.left.low >= 0 { side[top.left.low] = -1 }
    }
    if var pair = stack.popLast() {
      trim(&pair.left, at: parent, beside: pair.right)
      trim(&pair.right, at: parent, beside: pair.left)
      stack.append(pair)
    }
    if lowpoint[edge] < height[parent], let top = stack.last {
      let (left, right) = (top.left.high, top.right.high)
      reference[edge] =
        left >= 0 && (right < 0 || lowpoint[left] > lowpoint[right]) ? left : right
    }
  }

  private mutating func trim(_ interval: inout Interval, at vertex: Int, beside other: Interval) {
    while interval.high >= 0, target[interval.high] == vertex {
      interval.high = reference[interval.high]
    }
    if interval.high < 0, interval.low >= 0 {
      reference[interval.low] = other.low
      side[interval.low] = -1
      interval.low = -1
    }
  }

  // MARK: - Embedding

  private mutating func embed() -> [[Int]] {
    for edge in ends.indices { nesting[edge] *= resolvedSide(of: edge) }
    var byNesting = Array(ends.indices)
    byNesting.sort { (nesting[$0], $0) < (nesting[$1], $1) }
    var outgoing = [[Int]](repeating: [], count: height.count)
    for edge in byNesting { outgoing[source[edge]].append(edge) }
    return rotations(outgoing)
  }

  /// The side of an edge, relative to none: the product of the sides along its references.
  private mutating func resolvedSide(of edge: Int) -> Int {
    var chain = [edge]
    while let last = chain.last, reference[last] >= 0 { chain.append(reference[last]) }
    for link in chain.dropLast().reversed() {
      side[link] *= side[reference[link]]
      reference[link] = -1
    }
    return side[edge]
  }

  /// Puts the incoming back edges between the outgoing edges: those on the left of a tree edge
  /// before it, those on its right after it.
  private func rotations(_ outgoing: [[Int]]) -> [[Int]] {
    // Each rotation is a ring, linked clockwise and back; slots 2e leave e's source, 2e+1 its target.
    var ring = EdgeRing(edgeCount: ends.count, vertexCount: height.count)
    for vertex in outgoing.indices {
      for edge in outgoing[vertex] { ring.append(2 * edge, at: vertex) }
    }
    var leftReference = [Int](repeating: -1, count: height.count)
    var rightReference = [Int](repeating: -1, count: height.count)
    var next = [Int](repeating: 0, count: height.count)
    for root in roots {
      var path = [root]
      while let vertex = path.last {
        let position = next[vertex]
        guard position < outgoing[vertex].count else {
          path.removeLast()
          continue
        }
        next[vertex] = position + 1
        let edge = outgoing[vertex][position]
        let other = target[edge]
        if edge == parentEdge[other] {
          ring.prepend(2 * edge + 1, at: other)
          leftReference[vertex] = 2 * edge
          rightReference[vertex] = 2 * edge
          path.append(other)
        } else if side[edge] > 0 {
          ring.insert(2 * edge + 1, after: rightReference[other])
        } else {
          ring.insert(2 * edge + 1, before: leftReference[other], at: other)
          leftReference[other] = 2 * edge + 1
        }
      }
    }
    return height.indices.map { vertex in ring.slots(at: vertex).map { $0 / 2 } }
  }
}

/// The rotations of an embedding while it grows: one ring of slots a vertex.
private struct EdgeRing {
  private var next: [Int]
  private var previous: [Int]
  private var first: [Int]

  init(edgeCount: Int, vertexCount: Int) {
    next = [Int](repeating: -1, count: 2 * edgeCount)
    previous = next
    first = [Int](repeating: -1, count: vertexCount)
  }

  mutating func insert(_ slot: Int, after other: Int) {
    let following = next[other]
    (next[other], previous[slot]) = (slot, other)
    (next[slot], previous[following]) = (following, slot)
  }

  mutating func append(_ slot: Int, at vertex: Int) {
    if first[vertex] < 0 {
      (next[slot], previous[slot], first[vertex]) = (slot, slot, slot)
    } else {
      insert(slot, after: previous[first[vertex]])
    }
  }

  mutating func prepend(_ slot: Int, at vertex: Int) {
    append(slot, at: vertex)
    first[vertex] = slot
  }

  mutating func insert(_ slot: Int, before other: Int, at vertex: Int) {
    insert(slot, after: previous[other])
    if first[vertex] == other { first[vertex] = slot }
  }

  func slots(at vertex: Int) -> [Int] {
    guard first[vertex] >= 0 else { return [] }
    var slots = [first[vertex]]
    while let last = slots.last, next[last] != first[vertex] { slots.append(next[last]) }
    return slots
  }
}
