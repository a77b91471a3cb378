import DiagramAlgorithms
import DiagramGraph
import DiagramModel

/// Draws a nested graph piece by piece, from the inside out.
struct PieceLayout {
  let graph: LayoutGraph
  let decomposition: Decomposition
  let spacing: Spacing
  let planarizer: Planarizer
  /// How many faces are tried as the one around the drawing.
  let outerFaces: Int
  /// Where the arrows point if nothing speaks against it; nil if they have no direction.
  let direction: Direction?
  /// How many darts all candidates for a piece may have together.
  private static let dartsOfCandidates = 4000

  /// The pieces of a region beside each other: the inside of a node, or the whole for `nil`.
  func content(of region: Int?) -> Block {
    let blocks = decomposition.pieces[region.map { $0 + 1 } ?? 0].map { piece in
      piece.edges.isEmpty ? lone(piece.members[0]) : connected(piece)
    }
    let packing = LayoutPhase.packing.timed {
      RectanglePacking(spacing: spacing.nodes).pack(blocks.map(\.size))
    }
    var content = Block(size: packing.size)
    for (block, origin) in zip(blocks, packing.origins) { content.add(block, at: origin) }
    return content
  }

  /// A box or a closed container, with all that is in it.
  private func lone(_ node: Int) -> Block {
    let (minimum, padding) = (graph.nodes[node].minimumSize, graph.nodes[node].padding)
    guard !decomposition.pieces[node + 1].isEmpty else {
      var block = Block(size: minimum)
      block.add(node, at: Rect(origin: Point(x: 0, y: 0), size: minimum))
      return block
    }
    let inside = content(of: node)
    let needed = Size(
      width: inside.size.width + padding[.horizontal],
      height: inside.size.height + padding[.vertical])
    var block = Block(size: needed.union(minimum))
    block.add(node, at: Rect(origin: Point(x: 0, y: 0), size: block.size))
    block.add(
      inside,
      at: Point(x: padding.left + (block.size.width - needed.width) / 2, y: padding.top))
    return block
  }

  // MARK: - Connected pieces

  private func connected(_ piece: Decomposition.Piece) -> Block {
    let parts = PieceParts(piece: piece, in: self)
    let layout = draw(parts)
    var block = Block()
    for (box, frame) in zip(parts.boxes, layout.frames[parts.containers.count...]) {
      block.add(box, at: frame.origin)
    }
    for (node, frame) in zip(parts.containers, layout.frames) { block.add(node, at: frame) }
    for (edge, route) in zip(piece.edges, layout.routes) { block.add(edge, along: route) }
    block.fit()
    return block
  }

  /// Topology, shape and metrics: with several faces around the drawing and several shapes for
  /// each, of which the best drawing is kept.
  private func draw(_ parts: PieceParts) -> Layout {
    let plan = LayoutPhase.planarization.timed { planarizer.planarize(parts.clusters) }
    let faces = PlanarFaces(of: plan.map)
    // Large maps have fewer candidates, so that the work stays within bounds.
    let limit = max(1, min(4 * outerFaces, PieceLayout.dartsOfCandidates / plan.map.dartCount))
    let candidates = faces.largest(outerFaces, outsideContainersOf: parts.clusters, in: plan.map)
      .flatMap(OrthogonalShape.Choice.all)
      .prefix(limit)
      .map { draw(parts, plan: plan, faces: faces, choice: $0) }
    let costs = candidates.map { $0.cost(of: parts.graph, flowing: direction) }
    guard let best = zip(candidates, costs).min(by: { $0.1 < $1.1 })?.0 else {
      preconditionFailure("some face lies outside all containers")
    }
    let compaction = Compaction(graph: parts.graph, spacing: spacing)
    return LayoutPhase.compaction.timed { compaction.aligned(compaction.tightened(best)) }
  }

  private func draw(
    _ parts: PieceParts, plan: Planarization, faces: PlanarFaces, choice: OrthogonalShape.Choice
  ) -> Layout {
    let shape = LayoutPhase.shape.timed {
      OrthogonalShape(of: plan, faces: faces, choice: choice)
    }
    var grid = OrthogonalGrid(
      plan: plan, shape: shape, isLabelled: parts.isLabelled)
    var coordinates = LayoutPhase.grid.timed { GridCoordinates(of: grid) }
    if let direction {
      let mirroring = Mirroring(
        of: coordinates, traces: grid.traces.prefix(parts.clusters.visibleCount),
        boxes: grid.boxes, siblings: WrittenSiblings(of: parts.clusters), along: direction)
      coordinates = coordinates.mirrored(mirroring)
      if mirroring.reversesRotation { grid.reversePorts() }
    }
    let drawing = FirstDrawing(
      of: parts.graph, parts.clusters, grid: grid, coordinates: coordinates, spacing: spacing)
    return LayoutPhase.compaction.timed {
      Compaction(graph: parts.graph, spacing: spacing, rounds: 1).tightened(drawing.layout)
    }
  }

  /// A box of a piece: one node, or what else floats in a container.
  func box(of member: Int) -> Block { lone(member) }
}

/// A piece as a graph of its own, of the containers in it and then of its boxes, and as the clustered
/// graph that its topology is.
struct PieceParts {
  /// The boxes of the graph, drawn.
  private(set) var boxes: [Block] = []
  /// The nodes that the containers of the graph are.
  private(set) var containers: [Int] = []
  private(set) var clusters = ClusteredGraph(
    nodeContainers: [], containerParents: [], strands: [])
  private(set) var graph = LayoutGraph(nodes: [], edges: [])
  /// Whether each strand has a text.
  var isLabelled: [Bool] {
    clusters.strands.indices.map { $0 < graph.edges.count && graph.edges[$0].labelSize != nil }
  }

  init(piece: Decomposition.Piece, in layout: PieceLayout) {
    let all = layout.graph
    var ends: [Int: ClusteredGraph.End] = [:]
    var floating: [(container: Int, box: Int)] = []
    for member in piece.members {
      let parent = all.nodes[member].parent.flatMap { ends[$0] }
      var container = -1
      if case .container(let index)? = parent { container = index }
      guard layout.decomposition.isOpen[member] else {
        ends[member] = .node(boxes.count)
        boxes.append(layout.box(of: member))
        clusters.nodeContainers.append(container)
        continue
      }
      ends[member] = .container(containers.count)
      clusters.containerParents.append(container)
      if !layout.decomposition.pieces[member + 1].isEmpty {
        floating.append((containers.count, boxes.count))
        boxes.append(layout.content(of: member))
        clusters.nodeContainers.append(containers.count)
      }
      containers.append(member)
    }
    for edge in piece.edges {
      guard let source = ends[all.edges[edge].source], let target = ends[all.edges[edge].target]
      else { preconditionFailure("the ends of an edge belong to its piece") }
      clusters.strands.append(ClusteredGraph.Strand(source: source, target: target))
    }
    clusters.visibleCount = clusters.strands.count
    // What floats in a container is tied to its border by a line that is not drawn.
    for (container, box) in floating {
      clusters.strands.append(
        ClusteredGraph.Strand(source: .container(container), target: .node(box)))
    }
    graph = drawnGraph(of: all, piece.edges)
  }

  private func drawnGraph(of all: LayoutGraph, _ edges: [Int]) -> LayoutGraph {
    let parent = { (container: Int) in container < 0 ? nil : container }
    let around = zip(containers, clusters.containerParents).map { node, outer in
      var node = all.nodes[node]
      node.parent = parent(outer)
      return node
    }
    let leaves = zip(boxes, clusters.nodeContainers).map { box, outer in
      LayoutNode(parent: parent(outer), minimumSize: box.size)
    }
    let index = { (end: ClusteredGraph.End) in
      switch end {
      case .container(let container): container
      case .node(let box): containers.count + box
      }
    }
    return LayoutGraph(
      nodes: around + leaves,
      edges: zip(edges, clusters.strands).map { edge, strand in
        LayoutEdge(
          source: index(strand.source), target: index(strand.target),
          labelSize: all.edges[edge].labelSize)
      })
  }
}

extension Layout {
  /// What a drawing is judged by, in thousandths: 3 for each bend, 1 for each 200 units of length
  /// and for each 50,000 of area, 5 for the share of edges that do not point along
  /// `direction`: a tenth of what they cost where the direction matters.
  fileprivate func cost(of graph: LayoutGraph, flowing direction: Direction?) -> Int {
    let bends = routes.reduce(0) { $0 + max($1.points.count - 2, 0) }
    let length = routes.reduce(0) { sum, route in
      zip(route.points, route.points.dropFirst()).reduce(sum) {
        $0 + abs($1.0.x - $1.1.x) + abs($1.0.y - $1.1.y)
      }
    }
    let backward = graph.edges.count { edge in
      guard let direction, edge.source != edge.target else { return false }
      return !direction.leads(from: frames[edge.source].center, to: frames[edge.target].center)
    }
    let size = bounds?.size ?? .zero
    return 3000 * bends + 5 * length + size.width * size.height / 50
      + 5000 * backward / max(graph.edges.count, 1)
  }
}
