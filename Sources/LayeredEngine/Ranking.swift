import DiagramAlgorithms

/// A nested graph whose leaves and clusters lie on ranks, numbered from 0 along the flow.
struct RankedGraph {
  let graph: NestedGraph
  /// One course an edge.
  let courses: [Course]
  /// One rank a leaf.
  var leafRanks: [Int]
  /// The first and the last rank of each cluster; everything inside lies between.
  var clusterRanks: [ClosedRange<Int>]

  var rankCount: Int {
    1 + max(leafRanks.max() ?? 0, clusterRanks.map(\.upperBound).max() ?? 0)
  }

  /// Whether everything stands on the same ranks as in another ranking of the graph.
  func isSame(as other: RankedGraph) -> Bool {
    leafRanks == other.leafRanks && clusterRanks == other.clusterRanks
  }

  /// The end of an edge at the lower rank, then that at the higher one.
  func ends(of edge: Int) -> (upper: NestedGraph.End, lower: NestedGraph.End) {
    let edge = (graph.edges[edge], courses[edge])
    return edge.1 == .backward ? (edge.0.target, edge.0.source) : (edge.0.source, edge.0.target)
  }
}

/// Ranks of least total edge length: every forward edge points to a later rank, a labelled one
/// leaves a rank between for its label, and clusters are as short as their content allows.
///
/// - Parameters:
///   - graph: what to rank.
///   - courses: one course an edge.
///   - keepsClustersApart: whether an edge out of or into a cluster also puts the whole clusters
///     after each other, as far as that closes no circle.
/// - Returns: one rank a leaf and a range of ranks a cluster, from 0.
///
/// > Source: Gansner, Koutsofios, North, Vo 1993, §2; clusters as pairs of variables after
/// > Sander 1996.
func ranked(
  _ graph: NestedGraph, courses: [Course], keepsClustersApart: Bool = false
) -> RankedGraph {
  let variables = RankVariables(graph)
  var system = DifferenceSystem(variableCount: variables.count)
  for arc in variables.containment(in: graph) {
    system.require(arc.tail, before: arc.head, by: 0)
  }
  for cluster in graph.clusters.indices {
    system.require(variables.first(cluster), before: variables.last(cluster), by: 0, weight: 2)
  }
  for arc in variables.hinted(in: graph) {
    system.require(arc.tail, before: arc.head, by: 1, weight: 1)
  }
  for (edge, course) in zip(graph.edges, courses) {
    let forward = variables.ends(from: edge.source, to: edge.target, in: graph)
    let backward = variables.ends(from: edge.target, to: edge.source, in: graph)
    let least = max(edge.labelSize == nil ? 1 : 2, edge.minimumLength)
    let weight = 4 * edge.weight
    switch course {
    case .forward: system.require(forward.tail, before: forward.head, by: least, weight: weight)
    case .backward:
      system.require(backward.tail, before: backward.head, by: least, weight: weight)
    case .sideways:
      // A way leads from head to tail already, so this closes no circle; it makes room for the
      // edge beside the cluster.
      system.require(forward.head, before: forward.tail, by: least)
    }
  }
  if keepsClustersApart {
    for arc in clusterSequence(of: graph, courses: courses, after: system.arcs) {
      system.require(arc.tail, before: arc.head, by: 1)
    }
  }
  let values = system.solved()
  let leafValues = variables.leaves.map { values[$0] }
  let clusterValues = values[variables.leafCount..<variables.count]
  let start = (leafValues + clusterValues).min() ?? 0
  return RankedGraph(
    graph: graph, courses: courses, leafRanks: leafValues.map { $0 - start },
    clusterRanks: graph.clusters.indices.map {
      values[variables.first($0)] - start...values[variables.last($0)] - start
    })
}

/// For each edge between clusters, the outermost clusters at its ends that it leaves and enters,
/// the one to end before the other begins; without those that would close a circle.
private func clusterSequence(
  of graph: NestedGraph, courses: [Course], after arcs: [DifferenceSystem.Arc]
) -> [(tail: Int, head: Int)] {
  let variables = RankVariables(graph)
  let known = arcs.filter { $0.tail < variables.count && $0.head < variables.count }
    .map { (tail: $0.tail, head: $0.head) }
  guard let order = topologicalOrder(nodeCount: variables.count, arcs: known) else { return [] }
  var accepted = IncrementalOrder(order: order, arcs: known)
  var sequence: [(tail: Int, head: Int)] = []
  for (edge, course) in zip(graph.edges, courses) where course != .sideways {
    let (from, to) = course == .forward ? (edge.source, edge.target) : (edge.target, edge.source)
    guard let outer = graph.outermost(from, to), outer != (from, to) else { continue }
    let arc = variables.ends(from: outer.0, to: outer.1, in: graph)
    if accepted.insert(tail: arc.tail, head: arc.head) { sequence.append(arc) }
  }
  return sequence
}

extension NestedGraph {
  /// The outermost clusters around two ends that do not contain both; nil if one contains the
  /// other.
  fileprivate func outermost(_ one: End, _ other: End) -> (End, End)? {
    guard !encloses(one, other), !encloses(other, one) else { return nil }
    let (mine, theirs) = (ancestry(of: cluster(at: one)), ancestry(of: cluster(at: other)))
    return (
      mine.last { !theirs.contains($0) }.map { .cluster($0) } ?? one,
      theirs.last { !mine.contains($0) }.map { .cluster($0) } ?? other
    )
  }
}
