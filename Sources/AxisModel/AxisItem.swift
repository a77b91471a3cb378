package import DiagramAlgorithms
import DiagramGraph
import DiagramModel

/// Something that a line keeps away from.
package struct AxisItem {
  package enum Kind {
    case leaf(Int)
    case outline(Int, isLow: Bool)
    case title
    case wire(edge: Int, piece: Int)
    case label(edge: Int)

    /// Whether it is no box, nor part of one.
    var floats: Bool { edge != nil }

    /// The edge that it is part of, if it is no box, nor part of one.
    package var edge: Int? {
      switch self {
      case .wire(let edge, _), .label(let edge): edge
      case .leaf, .outline, .title: nil
      }
    }
  }

  package var kind: Kind
  package var low: AxisBodies.Anchor
  package var high: AxisBodies.Anchor
  /// What it covers along the axis.
  package var span: Span
  /// What it covers across the axis.
  package var across: Span
}

extension AxisDistances {
  /// Everything in the order along the axis.
  func sortedItems() -> [AxisItem] {
    let items =
      bodies.layout.frames.indices.flatMap(items(ofNode:))
      + bodies.layout.routes.indices.flatMap(items(ofEdge:))
    return items.enumerated().sorted {
      ($0.element.span.low, $0.element.span.high, $0.offset)
        < ($1.element.span.low, $1.element.span.high, $1.offset)
    }.map(\.element)
  }

  private func items(ofNode node: Int) -> [AxisItem] {
    let frame = bodies.layout.frames[node]
    let (low, high) = (bodies.lows[node], bodies.highs[node])
    let across = frame[axis.cross]
    guard !bodies.nesting.isLeaf(node) else {
      return [AxisItem(kind: .leaf(node), low: low, high: high, span: frame[axis], across: across)]
    }
    let titles = graph.nodes[node].titles.map { title in
      let rect = clearPart(of: title, in: frame)
      let isFar = axis == .horizontal ? title.alignment == .right : title.isAtBottom
      let start = bodies.anchor(at: rect[axis].low, with: isFar ? high : low)
      return AxisItem(
        kind: .title, low: start, high: start.after(rect.size[axis]), span: rect[axis],
        across: rect[axis.cross])
    }
    return titles
      + [(low, true), (high, false)].map { anchor, isLow in
        let place = bodies.place(anchor)
        return AxisItem(
          kind: .outline(node, isLow: isLow), low: anchor, high: anchor, span: Span(place, place),
          across: across)
      }
  }

  /// Where lines are kept from a title: where they have come a little too near already, they come no
  /// nearer.
  private func clearPart(of title: LayoutTitle, in frame: Rect) -> Rect {
    let rect = title.rect(in: frame)
    guard axis == .horizontal, title.alignment == .left else { return rect }
    let nearest = bodies.layout.routes.flatMap { route in
      zip(route.points, route.points.dropFirst()).compactMap { one, other in
        let crosses =
          one.x == other.x && min(one.y, other.y) < rect.maxY
          && max(one.y, other.y) > rect.minY
        return crosses && 3 * (one.x - rect.minX) > 2 * rect.size.width ? one.x : nil
      }
    }.min()
    var clear = title
    clear.size.width = min(title.size.width, (nearest ?? rect.maxX) - rect.minX)
    return clear.rect(in: frame)
  }

  private func items(ofEdge edge: Int) -> [AxisItem] {
    var items: [AxisItem] = []
    let route = bodies.layout.routes[edge]
    var hidden: (piece: Int, span: Span)?
    if let label = route.label, let low = bodies.labels[edge] {
      let across = label[axis.cross]
      items.append(
        AxisItem(
          kind: .label(edge: edge), low: low, high: low.after(label.size[axis]),
          span: label[axis], across: across))
      hidden = bodies.pieceThrough(label, of: edge).map { ($0, across) }
    }
    for (piece, wire) in bodies.wires[edge].enumerated() {
      guard let wire else { continue }
      let (one, other) = (route.points[piece], route.points[piece + 1])
      let across = Span(between: one[axis.cross], and: other[axis.cross])
      // A piece under its label is not seen there.
      let label = hidden.flatMap { $0.piece == piece ? $0.span : nil }
      let parts = label.map { across.subtracting([$0]).filter { $0.length > 0 } } ?? [across]
      for part in parts {
        items.append(
          AxisItem(
            kind: .wire(edge: edge, piece: piece), low: wire, high: wire,
            span: Span(one[axis], one[axis]), across: part))
      }
    }
    return items
  }
}
