package import DiagramGraph
package import DiagramModel

/// The children of one node as plain boxes, joined by the edges that begin or end in them.
///
/// What wants to place children freely is a function from here to rectangles, one a child. Only
/// the places are taken over: the ways of all edges are found over the finished boxes.
struct ChildGraph {
  /// One node a child, in their order; no edge runs from a node to itself.
  var graph: LayoutGraph
  /// The room between the children.
  var gap: Size
  /// What is wanted of the drawing that they are a part of.
  var request = LayoutRequest()
  /// Whether boxes lie in some of the children.
  var isNested = false

  var sizes: [Size] { graph.nodes.map(\.minimumSize) }
  var hasPins: Bool { graph.nodes.contains { $0.pin != nil } }
}

/// Where the children of a node lie, from the corner of the room for them.
struct PlacedChildren {
  /// In the order of the children.
  let frames: [Rect]
  let size: Size
  /// Why they stand in their layers, if an engine said so, by the places of the children.
  var layers: [Int: LayoutNotes.LayerPlace] = [:]
}

extension SizedGraph {
  func childGraph(of node: Int) -> ChildGraph {
    let members = children[node]
    let positions = Dictionary(uniqueKeysWithValues: members.enumerated().map { ($1, $0) })
    let edges = graph.edges.compactMap { edge -> LayoutEdge? in
      guard let source = graph.child(of: node, holding: edge.source),
        let target = graph.child(of: node, holding: edge.target), source != target,
        let first = positions[source], let second = positions[target]
      else { return nil }
      var lifted = edge
      (lifted.source, lifted.target) = (first, second)
      return lifted
    }
    let hints = graph.hints.compactMap { hint -> LayoutHint? in
      guard let first = positions[hint.first], let second = positions[hint.second] else {
        return nil
      }
      return LayoutHint(hint.kind, first, second)
    }
    let nodes = members.map { member in
      var node = LayoutNode(
        parent: nil, minimumSize: sizes[member], grows: graph.nodes[member].grows,
        pin: graph.nodes[member].pin)
      node.fixedAxes = graph.nodes[member].fixedAxes
      node.pictures = graph.nodes[member].pictures
      node.overhang = graph.nodes[member].overhang
      node.roundSides = graph.nodes[member].roundSides
      node.pointedSides = graph.nodes[member].pointedSides
      node.core = graph.nodes[member].core
      return node
    }
    var inside = LayoutGraph(nodes: nodes, edges: edges, hints: hints)
    inside.shape = graph.shape
    return ChildGraph(
      graph: inside, gap: spacing.gaps[node], request: request,
      isNested: members.contains { !children[$0].isEmpty })
  }

  /// Puts freely placed children into the middle of their container, on half of the grid, or, if some are pinned, where
  /// the author wants them.
  func placeFreely(_ node: Int, in inner: Rect, _ frames: inout [Rect]) {
    guard let placed = placed[node] else { preconditionFailure("node \(node) has no places") }
    let isPinned = children[node].contains { graph.nodes[$0].pin != nil }
    let origin =
      isPinned
      ? inner.origin
      : inner.origin.offset(
        x: (inner.size.width - placed.size.width) / grid * (grid / 2),
        y: (inner.size.height - placed.size.height) / grid * (grid / 2))
    for (child, frame) in zip(children[node], placed.frames) {
      frames[child] = frame.moved(x: origin.x, y: origin.y)
    }
  }
}

extension ChildGraph {
  /// Places the children as an arrangement other than a row, column, grid or ring asks for.
  func placed(_ arrangement: Arrangement) -> PlacedChildren {
    var layers: [Int: LayoutNotes.LayerPlace] = [:]
    let frames: [Rect]
    switch arrangement {
    case .layered(let direction, _): (frames, layers) = layered(direction)
    case .tree(let direction, let spacing):
      frames = tree(direction, apart: spacing == nil ? Spacing().families : 0)
    case .packed: frames = packed()
    case .force: frames = force()
    case .orthogonal: frames = orthogonal()
    case .automatic, .row, .column, .grid, .ring, .nested, .lanes, .shared:
      preconditionFailure("\(arrangement) has places of its own")
    }
    let places =
      hasPins
      ? settled(frames, flow: arrangement.flow)
      : (hasGrid(arrangement) ? frames.map(onGrid) : frames).atOrigin
    let size = places.reduce(Size.zero) { $0.union(Size(width: $1.maxX, height: $1.maxY)) }
    return PlacedChildren(
      frames: places, size: Size(width: roundedUp(size.width), height: roundedUp(size.height)),
      layers: layers)
  }

  /// Whether children lie on the grid: not packed ones nor trees, which are aligned as they are and whose
  /// gaps it would make unequal, and not where the gaps are too small for the way to a line of it.
  private func hasGrid(_ arrangement: Arrangement) -> Bool {
    switch arrangement {
    case .packed, .tree: false
    case .automatic, .row, .column, .grid, .ring, .layered, .force, .orthogonal, .nested, .lanes,
      .shared:
      min(gap.width, gap.height) >= grid
    }
  }

  /// What sizes are multiples of: the grid, or half of it.
  var step: Int {
    sizes.allSatisfy { $0.width % grid == 0 && $0.height % grid == 0 } ? grid : grid / 2
  }

  /// The frame with its middle on half of the grid: so boxes of different sizes keep a common middle, and one
  /// between two others is in the middle of both.
  private func onGrid(_ frame: Rect) -> Rect {
    func shift(_ middle: Int) -> Int { nearestGridLine(2 * middle) / 2 - middle }
    return frame.moved(x: shift(frame.midX), y: shift(frame.midY))
  }

  /// The places that the orthogonal engine gives.
  private func orthogonal() -> [Rect] {
    var spacing = Spacing()
    spacing.nodes = max(gap.width, gap.height)
    return graph.drawn(by: request.inside(nil), spacing).frames
  }
}

extension [Rect] {
  /// The same with the corner of all of them as their origin.
  fileprivate var atOrigin: [Rect] {
    let corner = bounds?.origin ?? Point(x: 0, y: 0)
    return map { $0.moved(x: -corner.x, y: -corner.y) }
  }
}

extension Arrangement {
  /// The axis of the layers, if there are any and the author chose it.
  package var flow: Axis? {
    if case .layered(let direction, _) = self { direction.axis } else { nil }
  }
}
