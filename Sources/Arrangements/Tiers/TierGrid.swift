import DiagramGraph
import DiagramModel

/// The places of everything in a plan along both axes.
struct TierGrid {
  private(set) var horizontal: TierPlaces
  private(set) var vertical: TierPlaces

  init(_ plan: TierPlan, _ graph: LayoutGraph) {
    horizontal = TierPlaces(plan, graph, along: .horizontal)
    vertical = TierPlaces(plan, graph, along: .vertical)
    horizontal.balance(besides: vertical)
    vertical.balance(besides: horizontal)
  }

  subscript(axis: Axis) -> TierPlaces { axis == .horizontal ? horizontal : vertical }
}
