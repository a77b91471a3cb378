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
  let direction: FlowDirection?
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
    let drawing = draw(parts)
    var block = Block()
    for (solid, part) in parts.boxes.enumerated() {
      block.add(part, at: drawing.solids[solid].frame.origin)
    }
    for (container, node) in parts.containers.enumerated() {
      block.add(node, at: drawing.containers[container].frame)
    }
    for (edge, wire) in zip(piece.edges, drawing.wires) {
      let label = wire.label.map { drawing.solids[$0.solid].frame }
      block.add(edge, along: Route(points: wire.points, label: label))
    }
    block.fit()
    return block
  }

  /// Topology, shape and metrics: with several faces around the drawing and several shapes for
  /// each, of which the best drawing is kept.
  private func draw(_ parts: PieceParts) -> OrthogonalDrawing {
    let plan = LayoutPhase.planarization.timed { planarizer.planarize(parts.graph) }
    let faces = PlanarFaces(of: plan.map)
    // Large maps have fewer candidates, so that the work stays within bounds.
    let limit = max(1, min(4 * outerFaces, PieceLayout.dartsOfCandidates / plan.map.dartCount))
    let candidates = faces.largest(outerFaces, outsideContainersOf: parts.graph, in: plan.map)
      .flatMap(OrthogonalShape.Choice.all)
      .prefix(limit)
      .map { draw(parts, plan: plan, faces: faces, choice: $0) }
    let costs = candidates.map { $0.cost(flowing: direction) }
    guard let best = zip(candidates, costs).min(by: { $0.1 < $1.1 })?.0 else {
      preconditionFailure("some face lies outside all containers")
    }
    let compaction = Compaction(spacing: spacing)
    return LayoutPhase.compaction.timed { compaction.aligned(compaction.tightened(best)) }
  }

  private func draw(
    _ parts: PieceParts, plan: Planarization, faces: PlanarFaces, choice: OrthogonalShape.Choice
  ) -> OrthogonalDrawing {
    let shape = LayoutPhase.shape.timed {
      OrthogonalShape(of: plan, faces: faces, choice: choice)
    }
    var grid = OrthogonalGrid(
      plan: plan, shape: shape, isLabelled: parts.sizes.labels.map { $0 != nil })
    var coordinates = LayoutPhase.grid.timed { GridCoordinates(of: grid) }
    if let direction {
      let mirroring = Mirroring(
        of: coordinates, traces: grid.traces.prefix(parts.graph.visibleCount), along: direction)
      coordinates = coordinates.mirrored(mirroring)
      if mirroring.reversesRotation { grid.reversePorts() }
    }
    var drawing = OrthogonalDrawing(
      graph: parts.graph, grid: grid, coordinates: coordinates, sizes: parts.sizes)
    drawing.wires.removeSubrange(parts.graph.visibleCount...)
    return LayoutPhase.compaction.timed {
      Compaction(spacing: spacing, rounds: 1).tightened(drawing)
    }
  }

  /// A box of a piece: one node, or what else floats in a container.
  func box(of member: Int) -> Block { lone(member) }
}

/// A piece as a clustered graph, with the sizes of all that is in it.
struct PieceParts {
  /// The boxes of the graph, drawn.
  private(set) var boxes: [Block] = []
  /// The nodes that the containers of the graph are.
  private(set) var containers: [Int] = []
  private(set) var graph = ClusteredGraph(nodeContainers: [], containerParents: [], strands: [])
  private(set) var sizes: DrawingSizes

  init(piece: Decomposition.Piece, in layout: PieceLayout) {
    let all = layout.graph
    sizes = DrawingSizes(
      labels: piece.edges.map { all.edges[$0].labelSize }, spacing: layout.spacing)
    var ends: [Int: ClusteredGraph.End] = [:]
    var floating: [(container: Int, box: Int)] = []
    for member in piece.members {
      let parent = all.nodes[member].parent.flatMap { ends[$0] }
      var container = -1
      if case .container(let index)? = parent { container = index }
      guard layout.decomposition.isOpen[member] else {
        ends[member] = .node(boxes.count)
        boxes.append(layout.box(of: member))
        graph.nodeContainers.append(container)
        continue
      }
      ends[member] = .container(containers.count)
      graph.containerParents.append(container)
      sizes.containers.append(all.nodes[member].minimumSize)
      sizes.paddings.append(all.nodes[member].padding)
      if !layout.decomposition.pieces[member + 1].isEmpty {
        floating.append((containers.count, boxes.count))
        boxes.append(layout.content(of: member))
        graph.nodeContainers.append(containers.count)
      }
      containers.append(member)
    }
    for edge in piece.edges {
      guard let source = ends[all.edges[edge].source], let target = ends[all.edges[edge].target]
      else { preconditionFailure("the ends of an edge belong to its piece") }
      graph.strands.append(ClusteredGraph.Strand(source: source, target: target))
    }
    graph.visibleCount = graph.strands.count
    // What floats in a container is tied to its border by a line that is not drawn.
    for (container, box) in floating {
      graph.strands.append(
        ClusteredGraph.Strand(source: .container(container), target: .node(box)))
      sizes.labels.append(nil)
    }
    sizes.boxes = boxes.map(\.size)
  }
}
