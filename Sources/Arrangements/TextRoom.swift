package import DiagramGraph
package import DiagramModel

extension LayoutGraph {
  /// The graph with room inside containers for the texts of edges between a container and what it
  /// holds, and, where larger gaps are not enough, of those from a box to itself.
  ///
  /// An edge to or from its own container is bound to the side where the room is, unless its author
  /// bound it.
  ///
  /// - Parameters:
  ///   - faulty: the edges.
  ///   - ofLoopsToo: whether those from a box to itself count.
  ///   - frames: where the nodes lay without that room.
  /// - Returns: the graph with larger paddings.
  package func withRoom(
    forTextsOf faulty: [Int], ofLoopsToo: Bool, over frames: [Rect]
  ) -> LayoutGraph {
    var graph = self
    for index in faulty {
      guard let text = edges[index].labelSize, fork(edges[index].source, edges[index].target) == nil
      else { continue }
      let (source, target) = (edges[index].source, edges[index].target)
      guard nodes[source].on == nil, nodes[target].on == nil else { continue }
      let isLoop = source == target
      guard !isLoop || ofLoopsToo else { continue }
      guard let container = isLoop ? nodes[source].parent : min(source, target) else { continue }
      let side = isLoop ? Side.bottom : sideForText(ofChild: max(source, target))
      let room = textRoom + (side.axis == .horizontal ? text.width : text.height)
      graph.nodes[container].padding.grow(side, to: roundedUp(room))
      if isLoop {
        graph.widen(container, forTextOf: text.width, below: frames[source], in: frames[container])
      }
      guard !isLoop, edges[index].sourceSide == nil, edges[index].targetSide == nil
      else { continue }
      (graph.edges[index].sourceSide, graph.edges[index].targetSide) = (side, side)
    }
    return graph
  }

  /// Makes a container so wide that a text below a box in it does not reach over its outline.
  private mutating func widen(
    _ container: Int, forTextOf width: Int, below box: Rect, in frame: Rect
  ) {
    let reach = (width + 1) / 2 + Spacing().edgeToBorder
    for (side, room) in [(Side.left, box.midX - frame.minX), (.right, frame.maxX - box.midX)]
    where room < reach {
      let padding = nodes[container].padding
      nodes[container].padding.grow(side, to: roundedUp(padding[side] + reach - room))
    }
  }

  /// Where the text of an edge between a box and a container around it finds room: below boxes that lie
  /// side by side, else on the right, where its height does not matter.
  private func sideForText(ofChild child: Int) -> Side {
    guard let parent = nodes[child].parent, nodes.count(where: { $0.parent == parent }) > 1 else {
      return .right
    }
    return switch nodes[parent].arrangement {
    case .row, .layered(.right, _), .layered(.left, _), .tree(.right, _), .tree(.left, _): .bottom
    case .automatic, .column, .grid, .ring, .layered, .tree, .packed, .force, .orthogonal, .nested,
      .lanes, .shared:
      .right
    }
  }
}

/// What the text of an arrow inside a container needs beside its own size: a head, and a bit of line
/// on both sides.
private let textRoom = 30

extension Insets {
  /// Makes the room on a side at least as large as given.
  mutating func grow(_ side: Side, to room: Int) { self[side] = max(self[side], room) }
}
