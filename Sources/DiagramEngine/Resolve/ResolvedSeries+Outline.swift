import DiagramDSL
import DiagramGraph
import DiagramModel

extension ResolvedSeries {
  /// The neutral graph without sizes: what lies in what, how it is arranged, and which arrows there
  /// are. Node 0 is the canvas, item *i* is node *i* + 1.
  var outline: LayoutGraph {
    let root = LayoutNode(parent: nil, minimumSize: .zero)
    let nodes = items.indices.map { index in
      let item = items[index]
      var node = LayoutNode(
        parent: (items.outer(of: index) ?? -1) + 1, minimumSize: .zero,
        arrangement: item.arrangement, pin: item.on == nil ? item.pin : nil)
      node.on = item.on.map { PlaceOnParent(x: $0.x, y: $0.y) }
      return node
    }
    let edges = arrows.map { arrow in
      LayoutEdge(
        source: arrow.source + 1, target: arrow.target + 1,
        minimumLength: arrow.shown.map(\.minimumLength).max() ?? 1,
        weight: arrow.shown.map(\.weight).max() ?? 1)
    }
    return LayoutGraph(nodes: [root] + nodes, edges: edges)
  }
}

extension ResolvedSeries.Item {
  /// How its children lie.
  var arrangement: Arrangement {
    guard case .group(let kind, let spacing) = content else {
      return .automatic(spacing: nil)
    }
    switch kind {
    case .row: return .row(alignment: .stretch, spacing: spacing)
    case .column: return .column(alignment: .stretch, spacing: spacing)
    case .grid(let columns): return .grid(columns: max(1, columns), spacing: spacing)
    case .ring: return .ring(spacing: spacing)
    case .layered(let direction): return .layered(direction, spacing: spacing)
    case .tree(let direction): return .tree(direction, spacing: spacing)
    case .packed: return .packed(spacing: spacing)
    case .force: return .force(spacing: spacing)
    case .lanes: return .lanes(spacing: spacing)
    // Its lanes are a column.
    case .timeline: return .column(alignment: .stretch, spacing: spacing)
    case .shared: return .shared
    // Its participants have places of their own in it.
    case .sequence: return .row(alignment: .start, spacing: spacing)
    }
  }
}
