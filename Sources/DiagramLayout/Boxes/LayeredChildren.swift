import DiagramModel

/// The closest multiple of the grid, so that boxes are aligned exactly or not at all.
private func nearestGridLine(_ coordinate: Int) -> Int { (coordinate + grid / 2) / grid * grid }

/// The height of a box that has room for one end on a side.
private let flatHeight = 2

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
    // Boxes of one height are placed as flat ones: then a straight arrow joins their middles.
    let heights = Set(members.map { sizes[$0].height })
    let lowered = heights.count == 1 ? (heights.first ?? 0) - flatHeight : 0
    let nodes = members.map {
      LayoutNode(
        parent: nil,
        minimumSize: Size(width: sizes[$0].width, height: sizes[$0].height - lowered))
    }
    var algorithm = LayeredLayout(direction: .right)
    // With a pitch on the grid, what is aligned stays so when it is snapped to the grid.
    let height = heights.max() ?? 0
    algorithm.spacing.nodes =
      roundedUp(height + spacing.gaps[node].height / 2) - height + lowered
    algorithm.spacing.layers = spacing.gaps[node].width
    let layout = algorithm.place(LayoutGraph(nodes: nodes, edges: edges))
    let bounds = Layout(frames: layout.frames, routes: []).bounds ?? .zero
    let frames = layout.frames.map { frame in
      Rect(
        x: nearestGridLine(frame.minX - bounds.minX), y: nearestGridLine(frame.minY - bounds.minY),
        width: frame.size.width, height: frame.size.height + lowered)
    }
    let size = Layout(frames: frames, routes: []).bounds?.size ?? .zero
    return LayeredFrames(
      frames: frames, size: Size(width: roundedUp(size.width), height: roundedUp(size.height)))
  }

  /// Puts layered children into the middle of their container.
  func placeLayered(_ node: Int, in inner: Rect, _ frames: inout [Rect]) {
    guard let layered = layers[node] else { preconditionFailure("node \(node) has no layers") }
    let origin = Point(
      x: inner.minX + (inner.size.width - layered.size.width) / 2,
      y: inner.minY + (inner.size.height - layered.size.height) / 2)
    for (child, frame) in zip(children[node], layered.frames) {
      frames[child] = Rect(
        origin: frame.origin.offset(x: origin.x, y: origin.y), size: frame.size)
    }
  }
}
