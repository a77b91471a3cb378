import DiagramAlgorithms
import DiagramGraph
import DiagramModel

extension ChildGraph {
  /// The children beside and below each other in little room, near the shape of a slide.
  ///
  /// With hints, each lies as near to its packed place as they allow.
  func packed() -> [Rect] {
    let spaced = sizes.map {
      Size(width: $0.width + gap.width, height: $0.height + gap.height)
    }
    let origins = RectanglePacking(spacing: 0, aspect: (graph.shape.width, graph.shape.height))
      .pack(spaced).origins
    let frames = zip(origins, sizes).map { Rect(origin: $0, size: $1) }
    guard !hasPins else { return frames }
    return graph.hints.isEmpty ? flush(frames) : settled(frames)
  }

  /// The boxes that almost reach the right or the bottom of the pack, with nothing behind them,
  /// made so long that they do.
  private func flush(_ frames: [Rect]) -> [Rect] {
    let bounds = Layout(frames: frames, routes: []).bounds ?? .zero
    var flush = frames
    for node in frames.indices where graph.nodes[node].grows {
      for (axis, missing) in [
        (Axis.horizontal, bounds.maxX - frames[node].maxX),
        (.vertical, bounds.maxY - frames[node].maxY),
      ] where missing < 2 * grid && !graph.nodes[node].fixedAxes.contains(axis) {
        var grown = flush[node]
        grown.size[axis] += missing
        let isInTheWay = flush.indices.contains { $0 != node && flush[$0].intersects(grown) }
        if !isInTheWay { flush[node] = grown }
      }
    }
    return flush
  }
}
