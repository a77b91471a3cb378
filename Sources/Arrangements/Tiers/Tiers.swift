package import DiagramGraph
import DiagramModel

/// What of a graph can be drawn in tiers, and how.
package struct Tiers {
  /// For each way to draw it a plan for each root; empty if nothing in the graph has tiers.
  package let candidates: [[TierPlan]]
  /// The edges that lead back between containers, or between one and a box: wherever all peers stay beside
  /// each other, they run against the flow.
  package let returns: [Int]
  /// The containers of the same structure.
  package let twins: [TierTwins]

  /// Finds the ways that keep the edges shortest, those in which containers turn around apart.
  package init(_ graph: LayoutGraph) {
    let isSmall = graph.nodes.count * graph.edges.count <= tierBudget
    guard isSmall, case let groups = TierGroups(graph), !groups.roots.isEmpty else {
      (candidates, returns, twins) = ([], [], [])
      return
    }
    (returns, twins) = (groups.returns, groups.twins)
    var known: [[TierPlan]] = []
    for (mirrors, count) in [(false, mostCandidates), (true, 1)] {
      var found: [(plans: [TierPlan], length: Int)] = []
      for twinsAbreast in twins.isEmpty ? [false] : [false, true] {
        for (outer, inner) in axes {
          let form = TierPlan.Form(
            outer: outer, inner: inner, twinsAbreast: twinsAbreast, mirrors: mirrors)
          let plans = groups.roots.map { TierPlan(of: $0, groups, form) }
          guard !known.contains(plans), !found.contains(where: { $0.plans == plans }) else {
            continue
          }
          found.append((plans, plans.reduce(0) { $0 + $1.length(in: graph) }))
        }
      }
      let order = found.indices.sorted { (found[$0].length, $0) < (found[$1].length, $1) }
      known += order.prefix(count).map { found[$0].plans }
    }
    candidates = known
  }
}

/// The axes of the root and of the containers in it, the likely ones first.
private let axes: [(Axis, Axis)] = [
  (.horizontal, .horizontal), (.vertical, .vertical), (.horizontal, .vertical),
  (.vertical, .horizontal),
]

/// The number of nodes times that of edges up to which tiers are looked for.
private let tierBudget = 2500

/// How many ways without turned containers are drawn.
private let mostCandidates = 4
