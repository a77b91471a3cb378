/// A network in which goods flow from supplies to demands at least cost.
///
/// Shortest augmenting paths with potentials: from each supply Dijkstra's search runs over reduced
/// costs until it meets a demand, so that each augmentation looks only at its surroundings.
///
/// > Source: successive shortest paths; Ahuja, Magnanti, Orlin, *Network Flows*, 1993, §9.7.
package struct MinimumCostFlow {
  /// No limit on an arc.
  package static let unlimited = Int.max / 4

  private var head: [Int] = []
  private var capacity: [Int] = []
  private var cost: [Int] = []
  /// The arcs that leave each node, as lists: the first of the node, then the next of the arc.
  private var firstArc: [Int]
  private var nextArc: [Int] = []
  private var excess: [Int]
  /// A price for each node, so that no arc with room left has negative cost + price of its tail -
  /// price of its head.
  private(set) var potential: [Int]

  /// A network without arcs.
  ///
  /// - Parameter potential: prices for a start, one a node. An arc that is added under prices that
  ///   make it gainful is filled at once, so it must have a limit.
  package init(potential: [Int]) {
    self.potential = potential
    firstArc = Array(repeating: -1, count: potential.count)
    excess = Array(repeating: 0, count: potential.count)
  }

  /// Adds an arc; it is called by its index.
  @discardableResult
  package mutating func addArc(from tail: Int, to end: Int, capacity room: Int, cost price: Int)
    -> Int
  {
    let arc = head.count
    append(to: end, room: room, price: price, next: firstArc[tail])
    append(to: tail, room: 0, price: -price, next: tail == end ? arc : firstArc[end])
    firstArc[tail] = arc
    firstArc[end] = arc + 1
    if price + potential[tail] - potential[end] < 0 {
      precondition(room < MinimumCostFlow.unlimited, "the start prices fit all unlimited arcs")
      (capacity[arc], capacity[arc + 1]) = (0, room)
      excess[tail] -= room
      excess[end] += room
    }
    return arc / 2
  }

  private mutating func append(to end: Int, room: Int, price: Int, next: Int) {
    head.append(end)
    capacity.append(room)
    cost.append(price)
    nextArc.append(next)
  }

  /// Adds goods to a node, or takes them away if `amount` is negative.
  package mutating func addSupply(_ amount: Int, at node: Int) { excess[node] += amount }

  /// How much flows along an arc.
  package func flow(along arc: Int) -> Int { capacity[2 * arc + 1] }

  /// Sends all supplies to demands.
  ///
  /// - Returns: whether all supplies found a demand.
  package mutating func solve() -> Bool {
    var search = Search(nodeCount: excess.count)
    for source in excess.indices {
      while excess[source] > 0 {
        guard let target = shortestPath(from: source, in: &search) else { return false }
        augment(from: source, to: target, over: search.arrival)
      }
    }
    return true
  }

  private struct Search {
    var distance: [Int]
    var arrival: [Int]
    var touched: [Int] = []
    var heap = Heap(ties: .smallestFirst)

    init(nodeCount: Int) {
      distance = Array(repeating: .max, count: nodeCount)
      arrival = Array(repeating: -1, count: nodeCount)
    }
  }

  /// Finds the nearest demand and moves the potentials along.
  private mutating func shortestPath(from source: Int, in search: inout Search) -> Int? {
    for node in search.touched {
      search.distance[node] = .max
      search.arrival[node] = -1
    }
    search.touched = [source]
    search.heap.removeAll()
    search.distance[source] = 0
    search.heap.insert(source, key: 0)
    while let (node, distance) = search.heap.popFirst() {
      guard distance == search.distance[node] else { continue }
      if excess[node] < 0 {
        for reached in search.touched where search.distance[reached] < distance {
          potential[reached] += search.distance[reached] - distance
        }
        return node
      }
      var next = firstArc[node]
      while next >= 0 {
        let arc = next
        next = nextArc[arc]
        let end = head[arc]
        guard capacity[arc] > 0 else { continue }
        let reached = distance + cost[arc] + potential[node] - potential[end]
        guard reached < search.distance[end] else { continue }
        if search.distance[end] == .max { search.touched.append(end) }
        search.distance[end] = reached
        search.arrival[end] = arc
        search.heap.insert(end, key: reached)
      }
    }
    return nil
  }

  private mutating func augment(from source: Int, to target: Int, over arrival: [Int]) {
    var amount = min(excess[source], -excess[target])
    var node = target
    while node != source {
      amount = min(amount, capacity[arrival[node]])
      node = head[arrival[node] ^ 1]
    }
    node = target
    while node != source {
      capacity[arrival[node]] -= amount
      capacity[arrival[node] ^ 1] += amount
      node = head[arrival[node] ^ 1]
    }
    excess[source] -= amount
    excess[target] += amount
  }
}
