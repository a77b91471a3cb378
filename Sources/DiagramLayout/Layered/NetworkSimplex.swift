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
  private let root: Int
  private let arcCount: Int
  private var tails: [Int]
  private var heads: [Int]
  private var costs: [Int]
  private var flows: [Int]
  /// The most that can flow: the price of a soft arc.
  private var capacities: [Int]
  /// 1 for an arc without flow, -1 for a full one, 0 for one in the tree.
  private var states: [Int]

  // The tree: each node hangs on its parent by one arc.
  private var potentials: [Int]
  private var parents: [Int]
  private var parentArcs: [Int]
  private var pointsUp: [Bool]
  private var depths: [Int]
  private var firstChildren: [Int]
  private var nextSiblings: [Int]
  private var previousSiblings: [Int]

  private var searchStart = 0

  init(_ system: DifferenceSystem) {
    let count = system.variableCount
    root = count
    arcCount = system.arcs.count
    tails = system.arcs.map(\.tail)
    heads = system.arcs.map(\.head)
    costs = system.arcs.map { -$0.minimum }
    flows = [Int](repeating: 0, count: arcCount + count)
    capacities = system.arcs.map { $0.isSoft ? $0.weight : Int.max }
    states = [Int](repeating: 1, count: arcCount)
    potentials = [Int](repeating: 0, count: count + 1)
    parents = [Int](repeating: root, count: count + 1)
    parentArcs = [Int](repeating: -1, count: count + 1)
    pointsUp = [Bool](repeating: true, count: count + 1)
    depths = [Int](repeating: 1, count: count + 1)
    firstChildren = [Int](repeating: -1, count: count + 1)
    nextSiblings = [Int](repeating: -1, count: count + 1)
    previousSiblings = [Int](repeating: -1, count: count + 1)
    parents[root] = -1
    depths[root] = 0
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
      !system.arcs[$0].isSoft && values[heads[$0]] - values[tails[$0]] == -costs[$0]
    }
    let around = Buckets(
      count: root, tight.map { (tails[$0], $0) } + tight.map { (heads[$0], $0) })
    var forest = Forest(sequence: [], arcs: [Int](repeating: -1, count: root))
    var isSeen = [Bool](repeating: false, count: root)
    for start in 0..<root where !isSeen[start] {
      var next = forest.sequence.count
      isSeen[start] = true
      forest.sequence.append(start)
      while next < forest.sequence.count {
        let node = forest.sequence[next]
        for arc in around[node] {
          let other = tails[arc] == node ? heads[arc] : tails[arc]
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
    let dear = (costs.reduce(0) { max($0, abs($1)) } + 1) * (root + 1)
    var supplies = supplies
    tails += [Int](repeating: root, count: root)
    heads += [Int](repeating: root, count: root)
    costs += [Int](repeating: dear, count: root)
    capacities += [Int](repeating: Int.max, count: root)
    states += [Int](repeating: 1, count: root)
    for node in forest.sequence.reversed() {
      let leaves = supplies[node] >= 0
      let artificial = arcCount + node
      if leaves { tails[artificial] = node } else { heads[artificial] = node }
      var arc = artificial
      if !forest.arcs.isEmpty, forest.arcs[node] >= 0, (tails[forest.arcs[node]] == node) == leaves
      {
        arc = forest.arcs[node]
        parents[node] = leaves ? heads[arc] : tails[arc]
        supplies[parents[node]] += supplies[node]
      }
      states[arc] = 0
      flows[arc] = abs(supplies[node])
      parentArcs[node] = arc
      pointsUp[node] = leaves
    }
    for node in forest.sequence {
      let (parent, cost) = (parents[node], costs[parentArcs[node]])
      potentials[node] = potentials[parent] + (pointsUp[node] ? -cost : cost)
      depths[node] = depths[parent] + 1
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
      let reduced =
        states[arc] * (costs[arc] + potentials[tails[arc]] - potentials[heads[arc]])
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

  private mutating func pivot(entering arc: Int) {
    let (first, second) = states[arc] > 0 ? (tails[arc], heads[arc]) : (heads[arc], tails[arc])
    let join = commonAncestor(first, second)
    var delta = capacities[arc]
    var leaving: Int?
    var leavesOnFirstSide = true
    var node = first
    while node != join {
      let room = self.room(of: node, upwards: false)
      if room < delta { (delta, leaving) = (room, node) }
      node = parents[node]
    }
    node = second
    while node != join {
      let room = self.room(of: node, upwards: true)
      if room <= delta { (delta, leaving, leavesOnFirstSide) = (room, node, false) }
      node = parents[node]
    }
    precondition(delta < Int.max, "the constraints contradict each other")
    push(states[arc] * delta, along: arc, join: join)
    guard let leaving else {
      states[arc] = -states[arc]
      return
    }
    let reduced = costs[arc] + potentials[tails[arc]] - potentials[heads[arc]]
    let (inner, outer) = leavesOnFirstSide ? (first, second) : (second, first)
    states[parentArcs[leaving]] = flows[parentArcs[leaving]] == 0 ? 1 : -1
    states[arc] = 0
    rehang(inner, under: outer, by: arc, cutting: leaving)
    shift(subtreeOf: inner, by: inner == tails[arc] ? -reduced : reduced)
  }

  /// How much more can flow between a node and its parent.
  private func room(of node: Int, upwards: Bool) -> Int {
    let arc = parentArcs[node]
    if pointsUp[node] != upwards { return flows[arc] }
    return capacities[arc] == Int.max ? Int.max : capacities[arc] - flows[arc]
  }

  private func commonAncestor(_ first: Int, _ second: Int) -> Int {
    var (one, other) = (first, second)
    while one != other {
      if depths[one] >= depths[other] { one = parents[one] } else { other = parents[other] }
    }
    return one
  }

  /// Sends `delta` units around the circle that `arc` closes.
  private mutating func push(_ delta: Int, along arc: Int, join: Int) {
    guard delta != 0 else { return }
    flows[arc] += delta
    var node = tails[arc]
    while node != join {
      flows[parentArcs[node]] += pointsUp[node] ? -delta : delta
      node = parents[node]
    }
    node = heads[arc]
    while node != join {
      flows[parentArcs[node]] += pointsUp[node] ? delta : -delta
      node = parents[node]
    }
  }

  /// Cuts the tree above `cut` and hangs the loose part on `parent` by its node `inner`.
  private mutating func rehang(_ inner: Int, under parent: Int, by arc: Int, cutting cut: Int) {
    var node = inner
    var newParent = parent
    var newArc = arc
    var newUp = tails[arc] == inner
    while true {
      let (oldParent, oldArc, oldUp) = (parents[node], parentArcs[node], pointsUp[node])
      detach(node)
      parents[node] = newParent
      parentArcs[node] = newArc
      pointsUp[node] = newUp
      attach(node, to: newParent)
      if node == cut { return }
      (newParent, newArc, newUp, node) = (node, oldArc, !oldUp, oldParent)
    }
  }

  private mutating func shift(subtreeOf top: Int, by amount: Int) {
    var node = top
    while true {
      potentials[node] += amount
      depths[node] = depths[parents[node]] + 1
      if firstChildren[node] >= 0 {
        node = firstChildren[node]
        continue
      }
      while node != top, nextSiblings[node] < 0 { node = parents[node] }
      if node == top { return }
      node = nextSiblings[node]
    }
  }

  private mutating func attach(_ node: Int, to parent: Int) {
    let first = firstChildren[parent]
    nextSiblings[node] = first
    previousSiblings[node] = -1
    if first >= 0 { previousSiblings[first] = node }
    firstChildren[parent] = node
  }

  private mutating func detach(_ node: Int) {
    let (previous, next) = (previousSiblings[node], nextSiblings[node])
    if previous >= 0 { nextSiblings[previous] = next } else { firstChildren[parents[node]] = next }
    if next >= 0 { previousSiblings[next] = previous }
  }
}
