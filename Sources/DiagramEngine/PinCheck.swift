import DiagramDSL
import DiagramGraph
import DiagramModel

/// Finds boxes that are pinned into the place of what stands beside them and holds boxes itself, which makes room
/// for them: their author may have wanted them on it.
struct PinCheck {
  private let resolved: ResolvedSeries
  private let graph: LayoutGraph
  private let frames: [Rect]

  /// Checks a layout whose node 0 is the canvas, and node *i* + 1 is item *i*.
  init(_ resolved: ResolvedSeries, _ graph: LayoutGraph, _ frames: [Rect]) {
    (self.resolved, self.graph, self.frames) = (resolved, graph, frames)
  }

  /// One for each arrangement or container that makes room, about the first of the pinned boxes.
  var diagnostics: [Diagnostic] {
    let pinned = graph.nodes.indices.filter { graph.nodes[$0].pin != nil }
    guard !pinned.isEmpty else { return [] }
    let holders = Set(
      graph.nodes.indices.filter { graph.nodes[$0].on == nil }.compactMap { graph.nodes[$0].parent }
    )
    return graph.nodes.indices.compactMap { node in
      guard node > 0, holders.contains(node), graph.nodes[node].pin == nil,
        graph.nodes[node].on == nil, let parent = graph.nodes[node].parent,
        graph.nodes[parent].arrangement.isFree
      else { return nil }
      let siblings = pinned.filter { graph.nodes[$0].parent == parent }
      // At the corner of the room for both, it would have them inside of it.
      let place = Rect(origin: Point(x: 0, y: 0), size: frames[node].size).insetBy(1)
      guard let first = siblings.first, siblings.allSatisfy({ place.contains(pinnedFrame($0)) })
      else { return nil }
      return displaced(node, by: first)
    }
  }

  private func pinnedFrame(_ node: Int) -> Rect {
    Rect(origin: graph.nodes[node].pin ?? Point(x: 0, y: 0), size: frames[node].size)
  }

  private func displaced(_ node: Int, by pinned: Int) -> Diagnostic {
    let (item, box) = (resolved.items[node - 1], resolved.items[pinned - 1])
    let attributes = box.shown[0].attributes
    let name = quoted(box.shown[0].text)
    let isBox = !item.id.isEmpty
    let what = isBox ? quoted(item.shown[0].text) : "the arrangement beside it"
    let on =
      isBox
      ? "`.on(\(variable(item.shown[0].text))\(pinnedFrame(pinned).shares(of: frames[node].size)))`"
      : "`.on(b, x: 0.5, y: 0.5)` for a box b of the arrangement"
    return Diagnostic(
      .pinMakesRoom,
      "\(name) is pinned where \(what) would lie, which therefore lies elsewhere: a pin makes room",
      at: attributes.placeOrigin,
      hints: ["to lay it on the other, write \(on); or pin the other too"],
      notes: item.shown.first.map { [.init("what makes room", at: $0.attributes.origin)] } ?? [])
  }
}

extension Rect {
  /// The place of its middle in shares of a room, as it is written.
  func shares(of room: Size) -> String {
    func share(_ middle: Int, _ extent: Int) -> String {
      let hundredths = nearest(100 * Double(middle) / Double(max(extent, 1)))
      return "\(Double(hundredths) / 100)"
    }
    return ", x: \(share(midX, room.width)), y: \(share(midY, room.height))"
  }
}
