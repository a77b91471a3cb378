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

  /// The end of an edge at the lower rank, then that at the higher one.
  func ends(of edge: Int) -> (upper: NestedGraph.End, lower: NestedGraph.End) {
    let edge = (graph.edges[edge], courses[edge])
    return edge.1 == .backward ? (edge.0.target, edge.0.source) : (edge.0.source, edge.0.target)
  }
}

/// Ranks of least total edge length: every forward edge points to a later rank, a labelled one
/// leaves a rank between for its label, and clusters are as short as their content allows.
///
/// > Source: Gansner, Koutsofios, North, Vo 1993, §2; clusters as pairs of variables after
/// > Sander 1996.
func ranked(_ graph: NestedGraph, courses: [Course]) -> RankedGraph {
  let variables = RankVariables(graph)
  var system = DifferenceSystem(variableCount: variables.count)
  for arc in variables.containment(in: graph) {
    system.require(arc.tail, before: arc.head, by: 0)
  }
  for cluster in graph.clusters.indices {
    system.require(variables.first(cluster), before: variables.last(cluster), by: 0, weight: 2)
  }
  for (edge, course) in zip(graph.edges, courses) {
    let forward = variables.ends(from: edge.source, to: edge.target, in: graph)
    let backward = variables.ends(from: edge.target, to: edge.source, in: graph)
    let least = edge.labelSize == nil ? 1 : 2
    switch course {
    case .forward: system.require(forward.tail, before: forward.head, by: least, weight: 4)
    case .backward: system.require(backward.tail, before: backward.head, by: least, weight: 4)
    case .sideways: system.attract(forward.tail, forward.head, weight: 1)
    }
  }
  let values = system.solved()
  let start = values.prefix(variables.count).min() ?? 0
  return RankedGraph(
    graph: graph, courses: courses,
    leafRanks: graph.leaves.indices.map { values[$0] - start },
    clusterRanks: graph.clusters.indices.map {
      values[variables.first($0)] - start...values[variables.last($0)] - start
    })
}
