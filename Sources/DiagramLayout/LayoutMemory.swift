package import DiagramGraph

/// Knows where graphs lay that were placed before.
///
/// A layout depends on its graph and what is wanted of it alone; so whoever remembers it gives the same
/// bytes as whoever places the graph. Placing asks the memory of the current task, so that no stage has
/// to hand it on:
///
///     RememberedLayouts.$memory.withValue(memory) { series.rendered(in: theme) }
package protocol LayoutMemory: Sendable {
  /// The layout of a graph, from an earlier run or, where there was none, as `place` makes it.
  func layout(
    of graph: LayoutGraph, by request: LayoutRequest, orPlacedBy place: () -> Layout
  ) -> Layout
}

/// What the current task remembers.
package enum RememberedLayouts {
  @TaskLocal package static var memory: (any LayoutMemory)?
}
