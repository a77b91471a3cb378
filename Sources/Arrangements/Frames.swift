import DiagramGraph
package import DiagramModel

extension SizedGraph {
  /// The rectangle of every node, the first node at the origin.
  ///
  /// Children fill their parent: where it is larger than they need, the growing ones share the rest
  /// evenly, and what cannot be shared in whole units stays free on both sides.
  ///
  /// - Complexity: O(*nodes*).
  package func frames() -> [Rect] {
    var frames = sizes.map { Rect(origin: Point(x: 0, y: 0), size: $0) }
    for node in graph.nodes.indices where !children[node].isEmpty {
      let inner = frames[node].inset(by: graph.nodes[node].padding)
      switch arrangements[node] {
      case .row(let alignment, _), .column(let alignment, _):
        placeLine(node, in: inner, alignment, &frames)
      case .automatic: placeLine(node, in: inner, .stretch, &frames)
      case .grid(let columns, _): placeGrid(node, in: inner, columns: columns, &frames)
      case .ring: placeRing(node, in: inner, &frames)
      case .layered, .tree, .packed, .force, .orthogonal, .nested:
        placeFreely(node, in: inner, &frames)
      }
    }
    return frames
  }

  private func placeLine(
    _ node: Int, in inner: Rect, _ alignment: Alignment, _ frames: inout [Rect]
  ) {
    let axis = mainAxis(of: node)
    let extra = inner.size[axis] - contentExtent(of: node, along: axis)
    let growing = children[node].filter { graph.nodes[$0].grows }.count
    let share = growing > 0 ? extra / growing : 0
    var position = inner.minimum(along: axis) + (extra - share * growing) / 2
    for child in children[node] {
      var size = sizes[child]
      if graph.nodes[child].grows { size[axis] += share }
      let own = graph.nodes[child].alignment ?? alignment
      let across = crossSpan(of: child, natural: size[axis.cross], in: inner, axis.cross, own)
      size[axis.cross] = across.extent
      frames[child] = Rect(
        origin: axis == .horizontal
          ? Point(x: position, y: across.start) : Point(x: across.start, y: position), size: size)
      position += size[axis] + spacing.gap(in: node, along: axis)
    }
  }

  /// Where a child lies across its row or column.
  private func crossSpan(
    of child: Int, natural: Int, in inner: Rect, _ axis: Axis, _ alignment: Alignment
  ) -> (start: Int, extent: Int) {
    let (start, available) = (inner.minimum(along: axis), inner.size[axis])
    switch alignment {
    case .stretch where graph.nodes[child].grows: return (start, available)
    case .start: return (start, natural)
    case .end: return (start + available - natural, natural)
    case .center, .stretch: return (start + (available - natural) / 2, natural)
    }
  }

  private func placeGrid(
    _ node: Int, in inner: Rect, columns: Int, _ frames: inout [Rect]
  ) {
    let gap = spacing.gaps[node]
    let lines = Size(
      width: cellCount(of: node, columns: columns, along: .horizontal),
      height: cellCount(of: node, columns: columns, along: .vertical))
    let cell = Size(
      width: (inner.size.width - (lines.width - 1) * gap.width) / lines.width,
      height: (inner.size.height - (lines.height - 1) * gap.height) / lines.height)
    for (index, child) in children[node].enumerated() {
      let place = Rect(
        x: inner.minX + index % columns * (cell.width + gap.width),
        y: inner.minY + index / columns * (cell.height + gap.height), width: cell.width,
        height: cell.height)
      let natural = sizes[child]
      let alignment = graph.nodes[child].alignment ?? .stretch
      let across = crossSpan(of: child, natural: natural.width, in: place, .horizontal, alignment)
      let down = crossSpan(of: child, natural: natural.height, in: place, .vertical, alignment)
      frames[child] = Rect(
        x: across.start, y: down.start, width: across.extent, height: down.extent)
    }
  }

  private func placeRing(_ node: Int, in inner: Rect, _ frames: inout [Rect]) {
    guard let ring = rings[node] else { preconditionFailure("node \(node) has no ring") }
    let dx = inner.midX - ring.bounds.midX
    let dy = inner.midY - ring.bounds.midY
    for (child, frame) in zip(children[node], ring.frames) {
      frames[child] = frame.moved(x: dx, y: dy)
    }
  }
}

extension Rect {
  /// The start of the rectangle along an axis.
  fileprivate func minimum(along axis: Axis) -> Int { axis == .horizontal ? minX : minY }
}
