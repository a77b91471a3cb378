import DiagramModel

/// Which texts of edges touch what they should not.
struct TextFaults {
  private let graph: LayoutGraph
  private let layout: Layout
  private let leaves: [Rect]
  private let containers: [Rect]
  private let titles: [Rect]

  init(of layout: Layout, in graph: LayoutGraph) {
    self.graph = graph
    self.layout = layout
    let parents = Set(graph.nodes.compactMap(\.parent))
    let outlined = graph.nodes.indices.filter { graph.nodes[$0].isOutlined }
    leaves = outlined.filter { !parents.contains($0) }.map { layout.frames[$0] }
    containers = outlined.filter(parents.contains).map { layout.frames[$0] }
    titles = graph.nodes.indices.flatMap { node in
      graph.nodes[node].titles.map { $0.rect(in: layout.frames[node]) }
    }
  }

  /// Whether the text of an edge touches a box, an outline, a title, a line or another text.
  func isFaulty(_ edge: Int) -> Bool {
    guard let text = layout.routes[edge].label else { return false }
    return (leaves + titles).contains(where: text.intersects)
      || containers.contains { text.intersects($0) && !$0.contains(text) }
      || graph.edges.indices.contains { isTouched(text, of: edge, by: $0) }
  }

  private func isTouched(_ text: Rect, of edge: Int, by other: Int) -> Bool {
    guard graph.edges[other].pictures.intersects(graph.edges[edge].pictures) else { return false }
    if other != edge, layout.routes[other].label?.intersects(text) ?? false { return true }
    let points = layout.routes[other].drawnPoints
    return zip(points, points.dropFirst()).contains { text.insetBy(1).isHit(from: $0, to: $1) }
  }
}

extension LayoutGraph {
  /// The graph with room inside containers for the texts of edges between a container and what it
  /// holds, and, where larger gaps are not enough, of those from a box to itself.
  ///
  /// An edge to or from its own container is bound to the side where the room is, unless its author
  /// bound it.
  func withRoom(forTextsOf faulty: [Int], ofLoopsToo: Bool) -> LayoutGraph {
    var graph = self
    for index in faulty {
      guard let text = edges[index].labelSize, fork(edges[index].source, edges[index].target) == nil
      else { continue }
      let (source, target) = (edges[index].source, edges[index].target)
      let isLoop = source == target
      guard !isLoop || ofLoopsToo else { continue }
      guard let container = isLoop ? nodes[source].parent : min(source, target) else { continue }
      let side = isLoop ? Side.bottom : sideForText(ofChild: max(source, target))
      let room = textRoom + (side.axis == .horizontal ? text.width : text.height)
      graph.nodes[container].padding.grow(side, to: roundedUp(room))
      guard !isLoop, edges[index].sourceSide == nil, edges[index].targetSide == nil
      else { continue }
      (graph.edges[index].sourceSide, graph.edges[index].targetSide) = (side, side)
    }
    return graph
  }

  /// Where the text of an edge between a box and a container around it finds room: below boxes that lie
  /// side by side, else on the right, where its height does not matter.
  private func sideForText(ofChild child: Int) -> Side {
    guard let parent = nodes[child].parent, nodes.count(where: { $0.parent == parent }) > 1 else {
      return .right
    }
    return switch nodes[parent].arrangement {
    case .row, .layered(.right, _), .layered(.left, _), .tree(.right, _), .tree(.left, _): .bottom
    default: .right
    }
  }
}

/// What the text of an arrow inside a container needs beside its own size: a head, and a bit of line
/// on both sides.
private let textRoom = 30

extension Insets {
  /// Makes the room on a side at least as large as given.
  fileprivate mutating func grow(_ side: Side, to room: Int) {
    switch side {
    case .top: top = max(top, room)
    case .right: right = max(right, room)
    case .bottom: bottom = max(bottom, room)
    case .left: left = max(left, room)
    }
  }
}
