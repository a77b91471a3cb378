import DiagramAlgorithms
package import DiagramGraph
import DiagramModel

/// The parts of a graph that can be drawn by themselves.
///
/// A *region* is the whole drawing, or the inside of a container whose outline no edge crosses.
/// For the region around it such a container is a box like any other.
package struct RegionTree {
  /// Whether a node contains others.
  let isContainer: [Bool]
  /// Whether some edge crosses the outline of a container.
  package let isCluster: [Bool]
  /// The container whose region a node lies in; nil for the region of the whole drawing.
  let regions: [Int?]

  /// Which nodes lie in which.
  let nesting: Nesting
  /// Whether there are containers at all.
  var isNested: Bool { isContainer.contains(true) }

  package init(_ graph: LayoutGraph) {
    let nesting = Nesting(graph)
    var isCluster = [Bool](repeating: false, count: graph.nodes.count)
    for edge in graph.edges where edge.source != edge.target {
      for (one, other) in [(edge.source, edge.target), (edge.target, edge.source)] {
        for ancestor in graph.ancestors(of: one) where !nesting.isAncestor(ancestor, of: other) {
          isCluster[ancestor] = true
        }
      }
    }
    var regions: [Int?] = []
    for node in graph.nodes {
      regions.append(node.parent.flatMap { isCluster[$0] ? regions[$0] : $0 })
    }
    isContainer = graph.nodes.indices.map { !nesting.isLeaf($0) }
    self.isCluster = isCluster
    self.regions = regions
    self.nesting = nesting
  }

  /// The place of each of some nodes where every container is followed by what it holds.
  fileprivate func writtenPlaces(of members: [Int]) -> [Int] {
    var places = [Int](repeating: 0, count: members.count)
    let sorted = members.indices.sorted {
      nesting.preorder[members[$0]] < nesting.preorder[members[$1]]
    }
    for (place, member) in sorted.enumerated() { places[member] = place }
    return places
  }
}

/// Draws every region, the inner ones first.
struct RegionDrawer {
  let graph: LayoutGraph
  let regions: RegionTree
  let layout: LayeredLayout

  func drawing() -> Layout {
    let members = Dictionary(grouping: graph.nodes.indices) { regions.regions[$0] ?? -1 }
    let edges = Dictionary(grouping: graph.edges.indices) {
      regions.regions[graph.edges[$0].source] ?? -1
    }
    var finished: [Int: Block] = [:]
    for root in graph.nodes.indices.reversed() + [-1] {
      guard root < 0 || regions.isContainer[root] && !regions.isCluster[root] else { continue }
      var region = draw(members[root] ?? [], edges: edges[root] ?? [], inner: finished)
      if root >= 0, graph.hints.isEmpty { region = compacted(region) }
      fill(&region, with: finished)
      for node in members[root] ?? [] { finished[node] = nil }
      finished[root] = region
    }
    return (finished[-1] ?? Block()).layout(of: graph)
  }

  private func draw(_ members: [Int], edges: [Int], inner: [Int: Block]) -> Block {
    let parts = parts(of: members, edges: edges).map { part in
      draw(part: part, inner: inner)
    }
    let packing = RectanglePacking(
      spacing: layout.spacing.nodes, aspect: layout.direction.isHorizontal ? (5, 8) : (8, 5),
      isInRows: true
    ).pack(parts.map(\.size))
    var region = Block(size: packing.size)
    for (part, origin) in zip(parts, packing.origins) { region.add(part, at: origin) }
    return region
  }

  /// Adds what the containers of a region hold.
  private func fill(_ region: inout Block, with inner: [Int: Block]) {
    for (node, frame) in region.frames {
      guard let content = inner[node] else { continue }
      let padding = graph.nodes[node].padding
      region.add(content, at: frame.origin.offset(x: padding.left, y: padding.top))
    }
  }

  /// The region in its final places, as far as nothing around it counts.
  private func compacted(_ region: Block) -> Block {
    let sorted = region.frames.sorted { $0.node < $1.node }
    let members = Dictionary(
      uniqueKeysWithValues: sorted.enumerated().map { ($1.node, $0) })
    func member(_ node: Int) -> Int {
      guard let member = members[node] else { preconditionFailure("an edge leaves its region") }
      return member
    }
    let inside = LayoutGraph(
      nodes: sorted.map { node, frame in
        var value = graph.nodes[node]
        value.parent = value.parent.flatMap { members[$0] }
        if !regions.isCluster[node] { value.minimumSize = frame.size }
        return value
      },
      edges: region.routes.map { edge, _ in
        var value = graph.edges[edge]
        value.source = member(value.source)
        value.target = member(value.target)
        return value
      })
    let drawn = Layout(frames: sorted.map(\.frame), routes: region.routes.map(\.route))
    var layout = LayoutPhase.compaction.timed {
      CompactedLayout(drawn, of: inside, spacing: self.layout.spacing).result
    }
    if self.layout.foldsInside {
      layout = FoldedLayout.folded(layout, of: inside, spacing: self.layout.spacing)
    }
    guard let bounds = layout.bounds else { return region }
    let moved = layout.moved(x: -bounds.minX, y: -bounds.minY)
    var compacted = Block(size: bounds.size)
    for (old, frame) in zip(sorted, moved.frames) { compacted.add(old.node, at: frame) }
    for (old, route) in zip(region.routes, moved.routes) { compacted.add(old.edge, along: route) }
    return compacted
  }

  /// The members and edges of each connected part, in the author's order.
  private func parts(of members: [Int], edges: [Int]) -> [(nodes: [Int], edges: [Int])] {
    var sets = DisjointSets(count: graph.nodes.count)
    for node in members {
      if let parent = graph.nodes[node].parent, regions.isCluster[parent] {
        sets.unite(parent, node)
      }
    }
    for edge in edges { sets.unite(graph.edges[edge].source, graph.edges[edge].target) }
    for hint in graph.hints { sets.unite(hint.first, hint.second) }
    var parts: [(nodes: [Int], edges: [Int])] = []
    var partOfRoot: [Int: Int] = [:]
    for node in members {
      let root = sets.representative(of: node)
      if partOfRoot[root] == nil {
        partOfRoot[root] = parts.count
        parts.append(([], []))
      }
      if let part = partOfRoot[root] { parts[part].nodes.append(node) }
    }
    for edge in edges {
      if let part = partOfRoot[sets.representative(of: graph.edges[edge].source)] {
        parts[part].edges.append(edge)
      }
    }
    return parts
  }

  private func draw(part: (nodes: [Int], edges: [Int]), inner: [Int: Block]) -> Block {
    let loops = LoopRoom(
      graph: graph, edges: part.edges.filter { graph.edges[$0].source == graph.edges[$0].target },
      spacing: layout.spacing)
    let builder = PartBuilder(
      graph: graph, regions: regions, part: part, loops: loops, spacing: layout.spacing
    ) { node in
      inner[node].map { contentSize($0, in: node) } ?? graph.nodes[node].minimumSize
    }
    let drawing = layout.draw(builder.nested)
    builder.note(drawing.reasons)
    let bounds = drawing.bounds
    var drawn = Block()
    for (node, frame) in zip(builder.leafNodes, drawing.leaves) { drawn.add(node, at: frame) }
    for (node, frame) in zip(builder.clusterNodes, drawing.clusters) { drawn.add(node, at: frame) }
    for (edge, route) in zip(builder.edges, drawing.routes) { drawn.add(edge, along: route) }
    var region = Block(size: bounds.size)
    region.add(drawn, at: Point(x: -bounds.minX, y: -bounds.minY))
    let frames = Dictionary(uniqueKeysWithValues: region.frames.map { ($0.node, $0.frame) })
    for (edge, route) in loops.routes(around: frames) { region.add(edge, along: route) }
    for node in part.nodes where loops.width(at: node) > 0 {
      region.size.width = max(
        region.size.width, (frames[node]?.maxX ?? 0) + loops.width(at: node))
    }
    return region
  }

  private func contentSize(_ region: Block, in node: Int) -> Size {
    let padding = graph.nodes[node].padding
    return Size(
      width: region.size.width + padding[.horizontal],
      height: region.size.height + padding[.vertical]
    ).union(graph.nodes[node].minimumSize)
  }
}

/// A connected part of a region as the phases want it, and what its indices stand for.
struct PartBuilder {
  let nested: NestedGraph
  /// The nodes that the leaves and the clusters stand for.
  let leafNodes: [Int]
  let clusterNodes: [Int]
  /// The edges, without those from a box to itself.
  let edges: [Int]

  /// - Parameters:
  ///   - graph: the drawing that the part belongs to.
  ///   - regions: its regions.
  ///   - part: the nodes and edges of the part.
  ///   - loops: the room of the edges from a box to itself.
  ///   - spacing: the distances to keep.
  ///   - size: how large each leaf is.
  init(
    graph: LayoutGraph, regions: RegionTree, part: (nodes: [Int], edges: [Int]), loops: LoopRoom,
    spacing: Spacing, size: (Int) -> Size
  ) {
    leafNodes = part.nodes.filter { !regions.isCluster[$0] }
    clusterNodes = part.nodes.filter { regions.isCluster[$0] }
    edges = part.edges.filter { graph.edges[$0].source != graph.edges[$0].target }
    var ends: [Int: NestedGraph.End] = [:]
    for (index, node) in leafNodes.enumerated() { ends[node] = .leaf(index) }
    for (index, node) in clusterNodes.enumerated() { ends[node] = .cluster(index) }
    func cluster(around node: Int) -> Int? {
      guard let parent = graph.nodes[node].parent, case .cluster(let index) = ends[parent] else {
        return nil
      }
      return index
    }
    func end(_ node: Int) -> NestedGraph.End {
      guard let end = ends[node] else { preconditionFailure("an edge leaves its region") }
      return end
    }
    let written = regions.writtenPlaces(of: leafNodes)
    nested = NestedGraph(
      leaves: zip(leafNodes, written).map { node, place in
        NestedGraph.Leaf(
          size: size(node).union(loops.size(at: node)), loopRoom: loops.width(at: node),
          cluster: cluster(around: node), written: place)
      },
      clusters: clusterNodes.map {
        NestedGraph.Cluster(
          parent: cluster(around: $0), insets: graph.nodes[$0].padding,
          minimumSize: graph.nodes[$0].minimumSize.union(loops.size(at: $0)),
          loopRoom: loops.width(at: $0), titles: graph.nodes[$0].titles)
      },
      edges: edges.map {
        NestedGraph.Edge(
          source: end(graph.edges[$0].source), target: end(graph.edges[$0].target),
          labelSize: graph.edges[$0].labelSize,
          // The rank of a text lies so far from those beside it.
          labelRoom: graph.edges[$0].roomOnLine.height - 2 * spacing.edgeToNode,
          minimumLength: graph.edges[$0].minimumLength, weight: graph.edges[$0].weight)
      },
      hints: graph.rankHints(
        Dictionary(uniqueKeysWithValues: leafNodes.enumerated().map { ($1, $0) })),
      growsForEnds: regions.isNested)
  }
}
