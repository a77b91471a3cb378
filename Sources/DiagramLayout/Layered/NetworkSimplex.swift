/// A system of difference constraints with weighted lengths.
///
/// Every arc asks that its head lies at least `minimum` after its tail. A hard arc must be kept and
/// costs `weight` for each unit of its length; a soft arc may be violated and costs its weight for
/// each unit that is missing.
struct DifferenceSystem {
  /// One constraint between two variables.
  struct Arc {
    var tail: Int
    var head: Int
    /// The least difference between head and tail; may be negative.
    var minimum: Int
    /// The price of one unit, at least 0.
    var weight: Int
    var isSoft: Bool
  }

  /// How many variables there are; they are called `0..<variableCount`.
  private(set) var variableCount: Int
  private(set) var arcs: [Arc] = []

  init(variableCount: Int) { self.variableCount = variableCount }

  /// Adds a variable and returns its index.
  mutating func addVariable() -> Int {
    variableCount += 1
    return variableCount - 1
  }

  /// Asks that `head` lies at least `minimum` after `tail`.
  mutating func require(_ tail: Int, before head: Int, by minimum: Int, weight: Int = 0) {
    arcs.append(Arc(tail: tail, head: head, minimum: minimum, weight: weight, isSoft: false))
  }

  /// Charges `weight` for each unit between `second` and the place `offset` after `first`.
  mutating func attract(_ first: Int, _ second: Int, offset: Int = 0, weight: Int) {
    prefer(first, before: second, by: offset, weight: weight)
    prefer(second, before: first, by: -offset, weight: weight)
  }

  /// Charges `weight` for each unit that `head` lies less than `minimum` after `tail`.
  mutating func prefer(_ tail: Int, before head: Int, by minimum: Int, weight: Int) {
    arcs.append(Arc(tail: tail, head: head, minimum: minimum, weight: weight, isSoft: true))
  }

  /// Values of least total price that satisfy every hard constraint.
  ///
  /// - Returns: `variableCount` values; only their differences mean anything, and those only
  ///   between variables that priced arcs hold together.
  /// - Precondition: the hard constraints contradict each other nowhere.
  /// - Complexity: a few pivots a variable in practice, each O(size of the moved subtree).
  ///
  /// > Source: the linear programme is that of Gansner, Koutsofios, North, Vo 1993, §2.3; it is
  /// > solved through its dual, a minimum-cost flow, by the primal network simplex method with
  /// > strongly feasible trees (Cunningham 1976) and block search for the entering arc.
  func solved() -> [Int] {
    var simplex = NetworkSimplex(self)
    simplex.optimize()
    return simplex.values
  }
}

extension DifferenceSystem {
  /// Values that satisfy every hard constraint, with many of them as short as they may be; nil if
  /// the hard constraints close a circle.
  ///
  /// Every variable lies as early as possible, and then those that are drawn more to what comes
  /// later lie as late as that allows.
  fileprivate func tightValues() -> [Int]? {
    let hard = arcs.filter { !$0.isSoft }
    guard
      let order = topologicalOrder(
        nodeCount: variableCount, arcs: hard.map { (tail: $0.tail, head: $0.head) })
    else { return nil }
    let leaving = Buckets(count: variableCount, hard.map { ($0.tail, $0) })
    var values = [Int](repeating: 0, count: variableCount)
    var pull = values
    for arc in hard {
      pull[arc.tail] += arc.weight
      pull[arc.head] -= arc.weight
    }
    for variable in order {
      for arc in leaving[variable] {
        values[arc.head] = max(values[arc.head], values[variable] + arc.minimum)
      }
    }
    for variable in order.reversed() where pull[variable] > 0 {
      values[variable] = leaving[variable].map { values[$0.head] - $0.minimum }.min() ?? 0
    }
    return values
  }
}

/// The spanning-tree solution of a minimum-cost flow, pivoted until no constraint is violated.
private struct NetworkSimplex {
  /// An arc of the network, and what flows through it.
  private struct Link {
    var tail: Int
    var head: Int
    let cost: Int
    /// The most that can flow: the price of a soft arc.
    let capacity: Int
    var flow = 0
    /// 1 for an arc without flow, -1 for a full one, 0 for one in the tree.
    var state = 1
  }

  /// A node of the tree: it hangs on its parent by one arc.
  private struct Node {
    var parent: Int
    var parentArc = -1
    var pointsUp = true
    var depth = 1
    var firstChild = -1
    var nextSibling = -1
    var previousSibling = -1
  }

  private let root: Int
  private let arcCount: Int
  private var links: [Link]
  private var nodes: [Node]
  private var potentials: [Int]
  private var searchStart = 0

  init(_ system: DifferenceSystem) {
    let count = system.variableCount
    root = count
    arcCount = system.arcs.count
    links = []
    links.reserveCapacity(arcCount + count)
    for arc in system.arcs {
      links.append(
        Link(
          tail: arc.tail, head: arc.head, cost: -arc.minimum,
          capacity: arc.isSoft ? arc.weight : Int.max))
    }
    potentials = [Int](repeating: 0, count: count + 1)
    nodes = [Node](repeating: Node(parent: root), count: count + 1)
    nodes[root].parent = -1
    nodes[root].depth = 0
    let supplies = Self.supplies(of: system)
    if count > Self.mostForStar, let values = system.tightValues() {
      hangOnRoot(forest(of: values, system), supplies: supplies)
    } else {
      hangOnRoot(Forest(sequence: Array(0..<count), arcs: []), supplies: supplies)
    }
  }

  /// The number of variables up to which the first tree is a star.
  private static let mostForStar = 2000

  /// What flows out of each variable more than into it: the weights of its hard arcs.
  private static func supplies(of system: DifferenceSystem) -> [Int] {
    var supplies = [Int](repeating: 0, count: system.variableCount)
    for arc in system.arcs where !arc.isSoft {
      supplies[arc.tail] += arc.weight
      supplies[arc.head] -= arc.weight
    }
    return supplies
  }

  /// Trees that the first tree is made of.
  private struct Forest {
    /// The nodes, each behind the one that it hangs on.
    var sequence: [Int]
    /// The arc by which each node hangs on another; -1 for none. Empty if none does.
    var arcs: [Int]
  }

  /// Trees of hard arcs that are as short as they may be.
  private func forest(of values: [Int], _ system: DifferenceSystem) -> Forest {
    let tight = (0..<arcCount).filter {
      !system.arcs[$0].isSoft
        && values[links[$0].head] - values[links[$0].tail] == -links[$0].cost
    }
    let around = Buckets(
      count: root, tight.map { (links[$0].tail, $0) } + tight.map { (links[$0].head, $0) })
    var forest = Forest(sequence: [], arcs: [Int](repeating: -1, count: root))
    var isSeen = [Bool](repeating: false, count: root)
    for start in 0..<root where !isSeen[start] {
      var next = forest.sequence.count
      isSeen[start] = true
      forest.sequence.append(start)
      while next < forest.sequence.count {
        let node = forest.sequence[next]
        for arc in around[node] {
          let other = links[arc].tail == node ? links[arc].head : links[arc].tail
          guard !isSeen[other] else { continue }
          isSeen[other] = true
          forest.arcs[other] = arc
          forest.sequence.append(other)
        }
        next += 1
      }
    }
    return forest
  }

  /// The first tree: every node hangs on another as the forest says, if what flows into its part
  /// can leave it there; else on the root, by an arc that is too dear to stay.
  private mutating func hangOnRoot(_ forest: Forest, supplies: [Int]) {
    let dear = (links.reduce(0) { max($0, abs($1.cost)) } + 1) * (root + 1)
    var supplies = supplies
    for _ in 0..<root {
      links.append(Link(tail: root, head: root, cost: dear, capacity: Int.max))
    }
    for node in forest.sequence.reversed() {
      let leaves = supplies[node] >= 0
      let artificial = arcCount + node
      if leaves { links[artificial].tail = node } else { links[artificial].head = node }
      var arc = artificial
      if !forest.arcs.isEmpty, forest.arcs[node] >= 0,
        (links[forest.arcs[node]].tail == node) == leaves
      {
        arc = forest.arcs[node]
        nodes[node].parent = leaves ? links[arc].head : links[arc].tail
        supplies[nodes[node].parent] += supplies[node]
      }
      links[arc].state = 0
      links[arc].flow = abs(supplies[node])
      nodes[node].parentArc = arc
      nodes[node].pointsUp = leaves
    }
    for node in forest.sequence {
      let (parent, cost) = (nodes[node].parent, links[nodes[node].parentArc].cost)
      potentials[node] = potentials[parent] + (nodes[node].pointsUp ? -cost : cost)
      nodes[node].depth = nodes[parent].depth + 1
      attach(node, to: parent)
    }
  }

  var values: [Int] { (0..<root).map { -potentials[$0] } }

  mutating func optimize() {
    while let arc = enteringArc() { pivot(entering: arc) }
  }

  /// The most violated constraint of the next block that has one.
  private mutating func enteringArc() -> Int? {
    let blockSize = max(16, Int(Double(arcCount).squareRoot()))
    var arc = searchStart
    var inBlock = 0
    var best = 0
    var bestArc: Int?
    for _ in 0..<arcCount {
      if arc == arcCount { arc = 0 }
      let reduced = links[arc].state * reducedCost(of: links[arc])
      if reduced < best {
        best = reduced
        bestArc = arc
      }
      arc += 1
      inBlock += 1
      if inBlock == blockSize {
        if bestArc != nil { break }
        inBlock = 0
      }
    }
    searchStart = arc
    return bestArc
  }

  private func reducedCost(of link: Link) -> Int {
    link.cost + potentials[link.tail] - potentials[link.head]
  }

  private mutating func pivot(entering arc: Int) {
    let (first, second) =
      links[arc].state > 0 ? (links[arc].tail, links[arc].head) : (links[arc].head, links[arc].tail)
    let join = commonAncestor(first, second)
    var delta = links[arc].capacity
    var leaving: Int?
    var leavesOnFirstSide = true
    var node = first
    while node != join {
      let room = self.room(of: node, upwards: false)
      if room < delta { (delta, leaving) = (room, node) }
      node = nodes[node].parent
    }
    node = second
    while node != join {
      let room = self.room(of: node, upwards: true)
      if room <= delta { (delta, leaving, leavesOnFirstSide) = (room, node, false) }
      node = nodes[node].parent
    }
    precondition(delta < Int.max, "the constraints contradict each other")
    push(links[arc].state * delta, along: arc, join: join)
    guard let leaving else {
      links[arc].state = -links[arc].state
      return
    }
    let reduced = reducedCost(of: links[arc])
    let (inner, outer) = leavesOnFirstSide ? (first, second) : (second, first)
    links[nodes[leaving].parentArc].state = links[nodes[leaving].parentArc].flow == 0 ? 1 : -1
    links[arc].state = 0
    rehang(inner, under: outer, by: arc, cutting: leaving)
    shift(subtreeOf: inner, by: inner == links[arc].tail ? -reduced : reduced)
  }

  /// How much more can flow between a node and its parent.
  private func room(of node: Int, upwards: Bool) -> Int {
    let arc = nodes[node].parentArc
    if nodes[node].pointsUp != upwards { return links[arc].flow }
    return links[arc].capacity == Int.max ? Int.max : links[arc].capacity - links[arc].flow
  }

  private func commonAncestor(_ first: Int, _ second: Int) -> Int {
    var (one, other) = (first, second)
    while one != other {
      if nodes[one].depth >= nodes[other].depth {
        one = nodes[one].parent
      } else {
        other = nodes[other].parent
      }
    }
    return one
  }

  /// Sends `delta` units around the circle that `arc` closes.
  private mutating func push(_ delta: Int, along arc: Int, join: Int) {
    guard delta != 0 else { return }
    links[arc].flow += delta
    var node = links[arc].tail
    while node != join {
      links[nodes[node].parentArc].flow += nodes[node].pointsUp ? -delta : delta
      node = nodes[node].parent
    }
    node = links[arc].head
    while node != join {
      links[nodes[node].parentArc].flow += nodes[node].pointsUp ? delta : -delta
      node = nodes[node].parent
    }
  }

  /// Cuts the tree above `cut` and hangs the loose part on `parent` by its node `inner`.
  private mutating func rehang(_ inner: Int, under parent: Int, by arc: Int, cutting cut: Int) {
    var node = inner
    var newParent = parent
    var newArc = arc
    var newUp = links[arc].tail == inner
    while true {
      let (oldParent, oldArc, oldUp) = (
        nodes[node].parent, nodes[node].parentArc, nodes[node].pointsUp
      )
      detach(node)
      nodes[node].parent = newParent
      nodes[node].parentArc = newArc
      nodes[node].pointsUp = newUp
      attach(node, to: newParent)
      if node == cut { return }
      (newParent, newArc, newUp, node) = (node, oldArc, !oldUp, oldParent)
    }
  }

  private mutating func shift(subtreeOf top: Int, by amount: Int) {
    var node = top
    while true {
      potentials[node] += amount
      nodes[node].depth = nodes[nodes[node].parent].depth + 1
      if nodes[node].firstChild >= 0 {
        node = nodes[node].firstChild
        continue
      }
      while node != top, nodes[node].nextSibling < 0 { node = nodes[node].parent }
      if node == top { return }
      node = nodes[node].nextSibling
    }
  }

  private mutating func attach(_ node: Int, to parent: Int) {
    let first = nodes[parent].firstChild
    nodes[node].nextSibling = first
    nodes[node].previousSibling = -1
    if first >= 0 { nodes[first].previousSibling = node }
    nodes[parent].firstChild = node
  }

  private mutating func detach(_ node: Int) {
    let (previous, next) = (nodes[node].previousSibling, nodes[node].nextSibling)
    if previous >= 0 {
      nodes[previous].nextSibling = next
    } else {
      nodes[nodes[node].parent].firstChild = next
    }
    if next >= 0 { nodes[next].previousSibling = previous }
  }
}
