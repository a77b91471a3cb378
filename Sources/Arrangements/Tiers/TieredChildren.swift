import DiagramAlgorithms
import DiagramGraph
import DiagramModel

/// What lies in a node and in the containers in it, placed as a plan of tiers says.
struct TieredChildren {
  /// For each group, the root included, where its children lie.
  private(set) var places: [Int: PlacedChildren] = [:]
  /// The groups with the sizes that this gives them, without the root.
  private(set) var sizes: [Int: Size] = [:]

  /// - Parameters:
  ///   - plan: what follows what.
  ///   - sized: the graph with the sizes of all boxes, and of the containers that are drawn as one.
  /// - Complexity: O(*items*² × *edges*).
  init(_ plan: TierPlan, in sized: SizedGraph) {
    let grid = TierGrid(plan, sized.graph)
    let axes = Axis.allCases.map { TierSpans(plan, grid, in: sized, along: $0) }
    func frame(_ node: Int) -> Rect {
      Rect(axes[0].span(of: node), axes[1].span(of: node), along: .horizontal)
    }
    for group in plan.contents.keys.sorted() {
      let inner =
        group == plan.root
        ? frame(group) : frame(group).inset(by: sized.graph.nodes[group].padding)
      places[group] = PlacedChildren(
        frames: sized.children[group].map { frame($0).moved(x: -inner.minX, y: -inner.minY) },
        size: inner.size)
      if group != plan.root { sizes[group] = frame(group).size }
    }
  }
}
