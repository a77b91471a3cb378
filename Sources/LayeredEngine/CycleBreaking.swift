import DiagramAlgorithms

/// Which way an edge runs through the layers.
enum Course: Hashable, Sendable {
  /// From an earlier layer to a later one.
  case forward
  /// Against the flow, because it closes a circle.
  case backward
  /// Between a cluster and something beside it: the layers are not bound to an order.
  case sideways
}

/// The variables of the ranking: one for each leaf, and the first and last layer of each cluster.
struct RankVariables {
  let leafCount: Int
  let clusterCount: Int
  /// The variable of each leaf: one for all that share a rank.
  let leaves: [Int]

  init(_ graph: NestedGraph) {
    leafCount = graph.leaves.count
    clusterCount = graph.clusters.count
    leaves = graph.hints.representatives(leafCount: leafCount)
  }

  var count: Int { leafCount + 2 * clusterCount }
  func first(_ cluster: Int) -> Int { leafCount + 2 * cluster }
  func last(_ cluster: Int) -> Int { leafCount + 2 * cluster + 1 }

  /// What the hints ask for: the one stands on an earlier rank than the other.
  func hinted(in graph: NestedGraph) -> [(tail: Int, head: Int)] {
    graph.hints.along.map { (leaves[$0.first], leaves[$0.second]) }
  }

  /// What a cluster asks for: it begins before and ends after everything inside.
  func containment(in graph: NestedGraph) -> [(tail: Int, head: Int)] {
    var arcs: [(tail: Int, head: Int)] = []
    for (index, leaf) in graph.leaves.enumerated() {
      guard let cluster = leaf.cluster else { continue }
      arcs += [(first(cluster), leaves[index]), (leaves[index], last(cluster))]
    }
    for (index, cluster) in graph.clusters.enumerated() {
      arcs.append((first(index), last(index)))
      guard let parent = cluster.parent else { continue }
      arcs += [(first(parent), first(index)), (last(index), last(parent))]
    }
    return arcs
  }

  /// The two variables that an edge from `source` to `target` keeps apart.
  func ends(
    from source: NestedGraph.End, to target: NestedGraph.End, in graph: NestedGraph
  ) -> (tail: Int, head: Int) {
    let tail =
      switch source {
      case .leaf(let leaf): leaves[leaf]
      case .cluster(let cluster): graph.encloses(source, target) ? first(cluster) : last(cluster)
      }
    let head =
      switch target {
      case .leaf(let leaf): leaves[leaf]
      case .cluster(let cluster): graph.encloses(target, source) ? last(cluster) : first(cluster)
      }
    return (tail, head)
  }
}

/// Decides which edges run against the flow, so that the rest, with the containment of clusters,
/// has no circle.
///
/// Edges are accepted one by one as long as they close no circle; of three orders of acceptance
/// (as written; those along the author's order of nodes first; those along a greedy sequence of
/// the nodes first) the one with the fewest backward edges wins, the first unless another saves
/// ``clearSaving``: whoever writes down how something goes round begins where it begins.
///
/// - Returns: one course an edge.
/// - Complexity: linear for a graph without circles; else O(*edges* · *affected region*).
///
/// > Source: Eades, Lin, Smyth 1993 for the greedy sequence; Pearce, Kelly 2007 for the
/// > incremental order; keeping the author's order as in Domrös, von Hanxleden 2022.
func courses(of graph: NestedGraph) -> [Course] {
  let variables = RankVariables(graph)
  let ends = graph.edges.map { variables.ends(from: $0.source, to: $0.target, in: graph) }
  let containment = variables.containment(in: graph) + variables.hinted(in: graph)
  if topologicalOrder(nodeCount: variables.count, arcs: containment + ends) != nil {
    return graph.edges.map { _ in .forward }
  }
  var best: [Course] = []
  var bestCost = Int.max
  for order in acceptanceOrders(ends: ends, nodeCount: variables.count) {
    let candidate = accept(
      order, of: graph, ends: ends, containment: containment, variables: variables)
    let cost = candidate.reduce(0) { $0 + ($1 == .forward ? 0 : $1 == .backward ? 1 : 2) }
    guard cost < bestCost else { continue }
    (best, bestCost) = (candidate, best.isEmpty ? cost - clearSaving + 1 : cost)
  }
  return best
}

/// How many backward edges fewer are worth to begin elsewhere than the author did.
private let clearSaving = 2

private func acceptanceOrders(ends: [(tail: Int, head: Int)], nodeCount: Int) -> [[Int]] {
  func alongFirst(_ position: [Int]) -> [Int] {
    ends.indices.filter { position[ends[$0].tail] < position[ends[$0].head] }
      + ends.indices.filter { position[ends[$0].tail] >= position[ends[$0].head] }
  }
  return [
    Array(ends.indices), alongFirst(Array(0..<nodeCount)),
    alongFirst(greedySequence(nodeCount: nodeCount, arcs: ends)),
  ]
}

private func accept(
  _ order: [Int], of graph: NestedGraph, ends: [(tail: Int, head: Int)],
  containment: [(tail: Int, head: Int)], variables: RankVariables
) -> [Course] {
  var courses = [Course](repeating: .forward, count: graph.edges.count)
  guard let start = topologicalOrder(nodeCount: variables.count, arcs: containment) else {
    preconditionFailure("clusters contain each other")
  }
  var accepted = IncrementalOrder(order: start, arcs: containment)
  for index in order where !accepted.insert(tail: ends[index].tail, head: ends[index].head) {
    let edge = graph.edges[index]
    let reversed = variables.ends(from: edge.target, to: edge.source, in: graph)
    courses[index] =
      accepted.insert(tail: reversed.tail, head: reversed.head) ? .backward : .sideways
  }
  return courses
}

/// The place of every node in a sequence that few arcs run against: sinks at the end, sources at
/// the start, else the node with the largest surplus of outgoing arcs next.
private func greedySequence(nodeCount: Int, arcs: [(tail: Int, head: Int)]) -> [Int] {
  var heads = [[Int]](repeating: [], count: nodeCount)
  var tails = [[Int]](repeating: [], count: nodeCount)
  for arc in arcs where arc.tail != arc.head {
    heads[arc.tail].append(arc.head)
    tails[arc.head].append(arc.tail)
  }
  var outgoing = heads.map(\.count)
  var incoming = tails.map(\.count)
  var position = [Int](repeating: 0, count: nodeCount)
  var left = 0
  var right = nodeCount - 1
  var remaining = Array(0..<nodeCount)
  while !remaining.isEmpty {
    let chosen: Int
    if let sink = remaining.last(where: { outgoing[$0] == 0 }) {
      chosen = sink
      position[chosen] = right
      right -= 1
    } else {
      chosen =
        remaining.first { incoming[$0] == 0 }
        ?? remaining.max {
          (outgoing[$0] - incoming[$0], $1) < (outgoing[$1] - incoming[$1], $0)
        } ?? remaining[0]
      position[chosen] = left
      left += 1
    }
    remaining.removeAll { $0 == chosen }
    for head in heads[chosen] { incoming[head] -= 1 }
    for tail in tails[chosen] { outgoing[tail] -= 1 }
  }
  return position
}
