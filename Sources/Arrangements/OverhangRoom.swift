package import DiagramGraph
package import DiagramModel

extension LayoutGraph {
  /// The graph with room inside containers for what stands on the boxes in them; the gaps between boxes
  /// make room by themselves.
  ///
  /// - Parameter overhangs: for each node, how far what stands on it reaches out of it.
  /// - Returns: the graph with larger paddings; groups without an outline reach as far as what they hold.
  package func withRoom(forOverhangs overhangs: [Insets]) -> LayoutGraph {
    precondition(overhangs.count == nodes.count, "one for each node")
    var graph = self
    for node in nodes.indices { graph.nodes[node].overhang = overhangs[node] }
    guard overhangs.contains(where: { $0 != .zero }) else { return graph }
    var inside = nodes.map { _ in Insets.zero }
    let arePinned = Set(nodes.filter { $0.pin != nil }.compactMap(\.parent))
    for node in nodes.indices.reversed() {
      // Pins count from the room inside: it stays where it is.
      for side in Side.allCases where inside[node][side] > 0 && !arePinned.contains(node) {
        let room = inside[node][side] + leastDistance
        if nodes[node].isOutlined {
          graph.nodes[node].padding[side] = max(
            nodes[node].padding[side], room + nodes[node].titleRoom(at: side))
        } else {
          let reach = inside[node][side] - nodes[node].padding[side]
          graph.nodes[node].overhang[side] = max(graph.nodes[node].overhang[side], reach)
        }
      }
      // What lies on a box reaches out of that, not of what is around it.
      guard nodes[node].on == nil, let parent = nodes[node].parent else { continue }
      inside[parent] = inside[parent].union(graph.nodes[node].overhang)
    }
    return graph
  }

  /// For each node, what has to be between its children along both axes for nothing that stands on one
  /// of them to lie on another.
  var overhangsBetweenChildren: [Size] {
    var largest = nodes.map { _ in Insets.zero }
    for node in nodes where node.on == nil {
      if let parent = node.parent { largest[parent] = largest[parent].union(node.overhang) }
    }
    return largest.map(\.between)
  }
}

extension ChildGraph {
  /// What has to be between children at least, however close they may be.
  var leastGap: Size { graph.nodes.reduce(Insets.zero) { $0.union($1.overhang) }.between }
}

extension Insets {
  /// What has to be between boxes whose overhangs are these at most.
  fileprivate var between: Size {
    let (across, down) = (self[.horizontal], self[.vertical])
    return Size(
      width: across > 0 ? across + leastDistance : 0, height: down > 0 ? down + leastDistance : 0)
  }
}

/// Between what stands on a box and what it must not touch.
private let leastDistance = 4

extension LayoutNode {
  /// What titles take of the padding on a side.
  fileprivate func titleRoom(at side: Side) -> Int {
    titles.filter { !$0.isBeside && side == ($0.isAtBottom ? .bottom : .top) }
      .map { $0.inset.height + $0.size.height }.max() ?? 0
  }
}
