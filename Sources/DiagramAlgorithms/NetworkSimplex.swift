/// The spanning-tree solution of a minimum-cost flow, pivoted until no constraint is violated.
struct NetworkSimplex {
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
  /// How many arcs are looked at before one of them is taken.
  private let blockSize: Int

  init(_ system: DifferenceSystem, from basis: DifferenceSystem.Basis?) {
    let count = system.variableCount
    root = count
    arcCount = system.arcs.count
    blockSize = max(16, Int(Double(arcCount).squareRoot()))
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
    if let basis {
      hangOnRoot(basis, supplies: supplies)
    } else if count > Self.mostForStar, let values = system.tightValues() {
      hangOnRoot(forest(of: values, system), supplies: supplies)
    } else {
      hangOnRoot(
        Basis(sequence: Array(0..<count), arcs: [Int](repeating: -1, count: count)),
        supplies: supplies)
    }
  }

  private typealias Basis = DifferenceSystem.Basis

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

  /// Trees of hard arcs that are as short as they may be.
  private func forest(of values: [Int], _ system: DifferenceSystem) -> Basis {
    let tight = (0..<arcCount).filter {
      !system.arcs[$0].isSoft
        && values[links[$0].head] - values[links[$0].tail] == -links[$0].cost
    }
    let around = Buckets(
      count: root, tight.map { (links[$0].tail, $0) } + tight.map { (links[$0].head, $0) })
    var forest = Basis(sequence: [], arcs: [Int](repeating: -1, count: root))
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

  /// The first tree: every node hangs on another as the basis says, if what flows into its part
  /// can leave it there; else on the root, by an arc that is too dear to stay.
  private mutating func hangOnRoot(_ basis: Basis, supplies: [Int]) {
    var supplies = supplies
    for arc in basis.full { fill(arc, &supplies) }
    let dear = (links.reduce(0) { max($0, abs($1.cost)) } + 1) * (root + 1)
    for _ in 0..<root {
      links.append(Link(tail: root, head: root, cost: dear, capacity: Int.max))
    }
    for node in basis.sequence.reversed() {
      let arc = basis.arcs[node]
      let leaves = supplies[node] >= 0
      if arc >= 0, (links[arc].tail == node) == leaves {
        if abs(supplies[node]) < links[arc].capacity {
          let parent = leaves ? links[arc].head : links[arc].tail
          supplies[parent] += supplies[node]
          hang(node, on: parent, by: arc, flow: supplies[node])
          continue
        }
        fill(arc, &supplies)
      }
      let artificial = arcCount + node
      if supplies[node] >= 0 {
        links[artificial].tail = node
      } else {
        links[artificial].head = node
      }
      hang(node, on: root, by: artificial, flow: supplies[node])
    }
    for node in basis.sequence {
      let (parent, cost) = (nodes[node].parent, links[nodes[node].parentArc].cost)
      potentials[node] = potentials[parent] + (nodes[node].pointsUp ? -cost : cost)
      nodes[node].depth = nodes[parent].depth + 1
      attach(node, to: parent)
    }
  }

  /// Lets as much flow through an arc beside the tree as can.
  private mutating func fill(_ arc: Int, _ supplies: inout [Int]) {
    links[arc].flow = links[arc].capacity
    links[arc].state = -1
    supplies[links[arc].tail] -= links[arc].flow
    supplies[links[arc].head] += links[arc].flow
  }

  /// Makes an arc part of the tree, along which `flow` goes from a node to its parent.
  private mutating func hang(_ node: Int, on parent: Int, by arc: Int, flow: Int) {
    links[arc].state = 0
    links[arc].flow = abs(flow)
    nodes[node].parent = parent
    nodes[node].parentArc = arc
    nodes[node].pointsUp = links[arc].tail == node
  }

  /// The tree, and the arcs that are full.
  var basis: DifferenceSystem.Basis {
    var basis = Basis(sequence: [], arcs: [Int](repeating: -1, count: root))
    basis.sequence.reserveCapacity(root)
    var node = root
    while let next = next(after: node, under: root) {
      basis.sequence.append(next)
      if nodes[next].parentArc < arcCount { basis.arcs[next] = nodes[next].parentArc }
      node = next
    }
    basis.full = (0..<arcCount).filter { links[$0].state < 0 }
    return basis
  }

  var values: [Int] { (0..<root).map { -potentials[$0] } }

  mutating func optimize() {
    while let arc = enteringArc() { pivot(entering: arc) }
  }

  /// The most violated constraint of the next block that has one.
  private mutating func enteringArc() -> Int? {
    let (links, potentials) = (links, potentials)
    var arc = searchStart
    var rest = arcCount
    while rest > 0 {
      if arc == arcCount { arc = 0 }
      let block = arc..<min(arc + min(blockSize, rest), arcCount)
      var (best, bestArc) = (0, -1)
      for index in block {
        let link = links[index]
        let reduced = link.state * (link.cost + potentials[link.tail] - potentials[link.head])
        if reduced < best { (best, bestArc) = (reduced, index) }
      }
      rest -= block.count
      arc = block.upperBound
      if bestArc >= 0 {
        searchStart = arc
        return bestArc
      }
    }
    return nil
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
    var member: Int? = top
    while let node = member {
      potentials[node] += amount
      nodes[node].depth = nodes[nodes[node].parent].depth + 1
      member = next(after: node, under: top)
    }
  }

  /// The node that follows in a walk through the subtree of `top`, parents first.
  private func next(after node: Int, under top: Int) -> Int? {
    if nodes[node].firstChild >= 0 { return nodes[node].firstChild }
    var node = node
    while node != top, nodes[node].nextSibling < 0 { node = nodes[node].parent }
    return node == top ? nil : nodes[node].nextSibling
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
