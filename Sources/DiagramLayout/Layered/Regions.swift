import DiagramModel

/// The parts of a graph that can be drawn by themselves.
///
/// A *region* is the whole drawing, or the inside of a container whose outline no edge crosses.
/// For the region around it such a container is a box like any other.
struct RegionTree {
  /// Whether a node contains others.
  let isContainer: [Bool]
  /// Whether some edge crosses the outline of a container.
  let isCluster: [Bool]
  /// The container whose region a node lies in; nil for the region of the whole drawing.
  let regions: [Int?]

  init(_ graph: LayoutGraph) {
    var isContainer = [Bool](repeating: false, count: graph.nodes.count)
    for node in graph.nodes { if let parent = node.parent { isContainer[parent] = true } }
    var isCluster = [Bool](repeating: false, count: graph.nodes.count)
    for edge in graph.edges where edge.source != edge.target {
      let (one, other) = (graph.ancestors(of: edge.source), graph.ancestors(of: edge.target))
      for ancestor in one where !other.contains(ancestor) { isCluster[ancestor] = true }
      for ancestor in other where !one.contains(ancestor) { isCluster[ancestor] = true }
    }
    var regions: [Int?] = []
    for node in graph.nodes {
      regions.append(node.parent.flatMap { isCluster[$0] ? regions[$0] : $0 })
    }
    self.isContainer = isContainer
    self.isCluster = isCluster
    self.regions = regions
  }
}

extension LayoutGraph {
  /// The nodes around a node, from the inside out.
  func ancestors(of node: Int) -> [Int] {
    var path: [Int] = []
    var next = nodes[node].parent
    while let current = next {
      path.append(current)
      next = nodes[current].parent
    }
    return path
  }

  /// The place of each of some nodes where every container is followed by what it holds.
  fileprivate func writtenPlaces(of members: [Int]) -> [Int] {
    let paths = members.map { ancestors(of: $0).reversed() + [$0] }
    var places = [Int](repeating: 0, count: members.count)
    let sorted = members.indices.sorted { paths[$0].lexicographicallyPrecedes(paths[$1]) }
    for (place, member) in sorted.enumerated() { places[member] = place }
    return places
  }
}

/// Draws every region, the inner ones first.
struct RegionDrawer {
  let graph: LayoutGraph
  let regions: RegionTree
  let layout: LayeredLayout

  /// A finished region: where its nodes and edges lie, relative to its content's corner.
  private struct Region {
    var size = Size.zero
    var frames: [(node: Int, frame: Rect)] = []
    var routes: [(edge: Int, route: Route)] = []
  }

  func drawing() -> Layout {
    let members = Dictionary(grouping: graph.nodes.indices) { regions.regions[$0] ?? -1 }
    let edges = Dictionary(grouping: graph.edges.indices) {
      regions.regions[graph.edges[$0].source] ?? -1
    }
    var finished: [Int: Region] = [:]
    for root in graph.nodes.indices.reversed() + [-1] {
      guard root < 0 || regions.isContainer[root] && !regions.isCluster[root] else { continue }
      var region = draw(members[root] ?? [], edges: edges[root] ?? [], inner: finished)
      if root >= 0, graph.hints.isEmpty { region = compacted(region) }
      fill(&region, with: finished)
      for node in members[root] ?? [] { finished[node] = nil }
      finished[root] = region
    }
    var frames = [Rect](repeating: .zero, count: graph.nodes.count)
    var routes = [Route](repeating: Route(points: []), count: graph.edges.count)
    for (node, frame) in finished[-1]?.frames ?? [] { frames[node] = frame }
    for (edge, route) in finished[-1]?.routes ?? [] { routes[edge] = route }
    return Layout(frames: frames, routes: routes)
  }

  private func draw(_ members: [Int], edges: [Int], inner: [Int: Region]) -> Region {
    let parts = parts(of: members, edges: edges).map { part in
      draw(part: part, inner: inner)
    }
    let packing = Packing(sizes: parts.map(\.size), distance: layout.spacing.nodes)
      .best(isTransposed: layout.direction.isHorizontal)
    var region = Region()
    region.size = packing.size
    for (part, origin) in zip(parts, packing.origins) {
      region.frames += part.frames.map {
        (
          $0.node,
          Rect(origin: $0.frame.origin.offset(x: origin.x, y: origin.y), size: $0.frame.size)
        )
      }
      region.routes += part.routes.map { ($0.edge, $0.route.moved(x: origin.x, y: origin.y)) }
    }
    return region
  }

  /// Adds what the containers of a region hold.
  private func fill(_ region: inout Region, with inner: [Int: Region]) {
    for (node, frame) in region.frames {
      guard let content = inner[node] else { continue }
      let padding = graph.nodes[node].padding
      let corner = frame.origin.offset(x: padding.left, y: padding.top)
      region.frames += content.frames.map {
        (
          $0.node,
          Rect(origin: $0.frame.origin.offset(x: corner.x, y: corner.y), size: $0.frame.size)
        )
      }
      region.routes += content.routes.map { ($0.edge, $0.route.moved(x: corner.x, y: corner.y)) }
    }
  }

  /// The region in its final places, as far as nothing around it counts.
  private func compacted(_ region: Region) -> Region {
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
    let layout = LayoutPhase.compaction.timed {
      CompactedLayout(drawn, of: inside, spacing: self.layout.spacing).result
    }
    guard let bounds = layout.bounds else { return region }
    let moved = layout.moved(x: -bounds.minX, y: -bounds.minY)
    return Region(
      size: bounds.size, frames: zip(sorted, moved.frames).map { ($0.node, $1) },
      routes: zip(region.routes, moved.routes).map { ($0.edge, $1) })
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

  private func draw(part: (nodes: [Int], edges: [Int]), inner: [Int: Region]) -> Region {
    let loops = LoopRoom(
      graph: graph, edges: part.edges.filter { graph.edges[$0].source == graph.edges[$0].target },
      spacing: layout.spacing)
    let builder = PartBuilder(
      graph: graph, regions: regions, part: part, loops: loops
    ) { node in
      inner[node].map { contentSize($0, in: node) } ?? graph.nodes[node].minimumSize
    }
    let drawing = layout.draw(builder.nested)
    let bounds = drawing.bounds
    var region = Region()
    func placed(_ rect: Rect) -> Rect {
      Rect(origin: rect.origin.offset(x: -bounds.minX, y: -bounds.minY), size: rect.size)
    }
    for (node, rect) in zip(builder.leafNodes, drawing.leaves) {
      region.frames.append((node, placed(rect)))
    }
    for (node, rect) in zip(builder.clusterNodes, drawing.clusters) {
      region.frames.append((node, placed(rect)))
    }
    for (edge, route) in zip(builder.edges, drawing.routes) {
      region.routes.append((edge, route.moved(x: -bounds.minX, y: -bounds.minY)))
    }
    let frames = Dictionary(uniqueKeysWithValues: region.frames.map { ($0.node, $0.frame) })
    region.routes += loops.routes(around: frames)
    region.size = bounds.size
    for node in part.nodes where loops.width(at: node) > 0 {
      region.size.width = max(
        region.size.width, (frames[node]?.maxX ?? 0) + loops.width(at: node))
    }
    return region
  }

  private func contentSize(_ region: Region, in node: Int) -> Size {
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
  ///   - size: how large each leaf is.
  init(
    graph: LayoutGraph, regions: RegionTree, part: (nodes: [Int], edges: [Int]), loops: LoopRoom,
    size: (Int) -> Size
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
    let written = graph.writtenPlaces(of: leafNodes)
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
          loopRoom: loops.width(at: $0))
      },
      edges: edges.map {
        NestedGraph.Edge(
          source: end(graph.edges[$0].source), target: end(graph.edges[$0].target),
          labelSize: graph.edges[$0].labelSize, minimumLength: graph.edges[$0].minimumLength,
          weight: graph.edges[$0].weight)
      },
      hints: graph.rankHints(
        Dictionary(uniqueKeysWithValues: leafNodes.enumerated().map { ($1, $0) })))
  }
}
