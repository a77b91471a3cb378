import DiagramAlgorithms
import DiagramGraph
import DiagramModel

extension Sketch {
  /// The drawing in which a box is large enough: it grows where the fewest others have to move.
  func growing(_ node: Int, to size: Size, _ spacing: Spacing) -> Sketch {
    Axis.allCases.reduce(self) { sketch, axis in
      let growth = size[axis] - (sketch.frames[node]?.size[axis] ?? 0)
      return growth > 0 ? sketch.growing(node, by: growth, along: axis, spacing) : sketch
    }
  }

  private func growing(
    _ node: Int, by growth: Int, along axis: Axis, _ spacing: Spacing
  ) -> Sketch {
    let fields = [spacing, spacing.tight].map {
      PushField(self, along: axis, growing: node, $0)
    }
    var best: (sketch: Sketch, cost: Int)?
    for eighths in [4, 3, 5, 2, 6, 1, 7, 0, 8] {
      let part = growth * eighths / 8
      let offCenter = abs(eighths - 4) * 25
      for field in fields {
        let forward = Push(field, toward: Side(axis, isForward: true), by: part)
          .withLinesFollowing()
        let backward = Push(
          PushField(forward.result, along: axis, growing: node, field.spacing),
          toward: Side(axis, isForward: false), by: growth - part
        ).withLinesFollowing()
        // Pushes in a circle may leave less room than was asked for.
        guard let grown = backward.result.frames[node], let old = frames[node],
          grown.size[axis] >= old.size[axis] + growth
        else { continue }
        let cost =
          (forward.movedLeaves + backward.movedLeaves) * 10_000
          + (forward.totalShift + backward.totalShift) / 20 + offCenter
          + (field.spacing == spacing ? 0 : 200)
        if cost < best?.cost ?? Int.max { best = (backward.result, cost) }
      }
    }
    return best?.sketch ?? self
  }

  /// The drawing in which every container has room for what is in it. What a push drags along with the
  /// side of its container, so that it still sticks out, is left out.
  func containing(_ spacing: Spacing) -> Sketch {
    var sketch = self
    for node in graph.nodes.indices.reversed() {
      guard let parent = graph.nodes[node].parent, let frame = sketch.frames[node] else { continue }
      if sketch.frames[parent]?.contains(frame) ?? true { continue }
      for side in Side.allCases {
        guard let outer = sketch.frames[parent] else { continue }
        let (inside, limit) = (side.along(frame).high, side.along(outer).high)
        let room = inside + graph.nodes[parent].padding[side] - limit
        guard room > 0, inside > limit else { continue }
        let field = PushField(sketch, along: side.axis, growing: parent, spacing)
        sketch = Push(field, toward: side, by: room).result
      }
    }
    return sketch.withoutProtruding
  }

  private var withoutProtruding: Sketch {
    var sketch = self
    for (node, value) in graph.nodes.enumerated() {
      guard let parent = value.parent, let frame = sketch.frames[node] else { continue }
      if sketch.frames[parent]?.contains(frame) != true { sketch.frames[node] = nil }
    }
    for (edge, value) in graph.edges.enumerated()
    where sketch.frames[value.source] == nil || sketch.frames[value.target] == nil {
      sketch.routes[edge] = nil
    }
    return sketch
  }
}
