import DiagramModel

/// The children of a node in layers, the top left corner at the origin.
struct LayeredFrames {
  /// In the order of the children.
  let frames: [Rect]
  let size: Size
}

extension SizedGraph {
  /// Draws the children of a node in layers, each as one box with all the edges that begin or end
  /// in it.
  ///
  /// Only the places are taken over: the ways of all edges are found over the finished boxes.
  func layeredFrames(of node: Int) -> LayeredFrames {
    let members = children[node]
    let positions = Dictionary(uniqueKeysWithValues: members.enumerated().map { ($1, $0) })
    let edges = graph.edges.compactMap { edge -> LayoutEdge? in
      guard let source = graph.child(of: node, holding: edge.source),
        let target = graph.child(of: node, holding: edge.target), source != target,
        let first = positions[source], let second = positions[target]
      else { return nil }
      return LayoutEdge(source: first, target: second, labelSize: edge.labelSize)
    }
    let nodes = members.map { LayoutNode(parent: nil, minimumSize: sizes[$0]) }
    var algorithm = LayeredLayout(direction: .right)
    algorithm.spacing.nodes = spacing.gaps[node].height / 2
    algorithm.spacing.layers = spacing.gaps[node].width
    let layout = algorithm.place(LayoutGraph(nodes: nodes, edges: edges))
    let bounds = Layout(frames: layout.frames, routes: []).bounds ?? .zero
    let frames = layout.frames.map { frame in
      Rect(origin: frame.origin.offset(x: -bounds.minX, y: -bounds.minY), size: frame.size)
    }
    return LayeredFrames(
      frames: frames,
      size: Size(width: roundedUp(bounds.size.width), height: roundedUp(bounds.size.height)))
  }

  /// Puts layered children into the middle of their container.
  func placeLayered(_ node: Int, in inner: Rect, _ frames: inout [Rect]) {
    let layered = layeredFrames(of: node)
    let origin = Point(
      x: inner.minX + (inner.size.width - layered.size.width) / 2,
      y: inner.minY + (inner.size.height - layered.size.height) / 2)
    for (child, frame) in zip(children[node], layered.frames) {
      frames[child] = Rect(
        origin: frame.origin.offset(x: origin.x, y: origin.y), size: frame.size)
    }
  }
}
