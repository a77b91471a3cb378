import DiagramAlgorithms
import DiagramGraph
import DiagramModel

/// A finished part: everything of a nested graph in its place, the flow downwards.
struct PartDrawing {
  var leaves: [Rect]
  var clusters: [Rect]
  /// One way an edge, from its source to its target.
  var routes: [Route]
  /// Why each leaf stands where it does, where somebody wants to know.
  var reasons: [LeafReason] = []

  /// Everything in it, the leaves first.
  var layout: Layout { Layout(frames: leaves + clusters, routes: routes) }

  /// The smallest rectangle around everything.
  var bounds: Rect { layout.bounds ?? .zero }

  /// By how much the outlines of clusters are longer than what they hold asks for.
  func looseness(in graph: NestedGraph) -> Int {
    var needs = [Rect?](repeating: nil, count: graph.clusters.count)
    func add(_ rect: Rect, to cluster: Int) {
      needs[cluster] = needs[cluster]?.union(rect) ?? rect
    }
    for (leaf, frame) in leaves.enumerated() {
      if let cluster = graph.leaves[leaf].cluster { add(frame, to: cluster) }
    }
    for (inner, frame) in clusters.enumerated() {
      if let cluster = graph.clusters[inner].parent { add(frame, to: cluster) }
    }
    for (edge, route) in routes.enumerated() {
      let (source, target) = (graph.edges[edge].source, graph.edges[edge].target)
      let targets = Set(graph.ancestry(of: graph.cluster(at: target)))
      for cluster in graph.ancestry(of: graph.cluster(at: source)) where targets.contains(cluster) {
        for point in route.points { add(Rect(origin: point, size: .zero), to: cluster) }
        if let label = route.label { add(label, to: cluster) }
      }
    }
    return clusters.indices.reduce(0) { sum, cluster in
      guard let need = needs[cluster] else { return sum }
      let size = clusters[cluster].size
      let insets = graph.clusters[cluster].insets
      let width = max(
        need.size.width + insets.left + insets.right, graph.clusters[cluster].minimumSize.width)
      let height = max(
        need.size.height + insets.top + insets.bottom, graph.clusters[cluster].minimumSize.height)
      return sum + max(size.width - width, 0) + max(size.height - height, 0)
    }
  }
}

/// Puts columns, tracks and rows together.
func drawn(_ graph: LayerGraph, columns: Columns, gaps: [GapRouting], rows: Rows) -> PartDrawing {
  let tracer = RouteTracer(graph: graph, columns: columns, gaps: gaps, rows: rows)
  return PartDrawing(
    leaves: graph.graph.leaves.indices.map(tracer.frame(of:)),
    clusters: graph.graph.clusters.indices.map(tracer.frame(ofCluster:)),
    routes: graph.graph.edges.indices.map(tracer.route(of:)))
}

private struct RouteTracer {
  private let graph: LayerGraph
  private let columns: Columns
  private let rows: Rows
  private let gaps: [GapRouting]
  /// The segments of each edge, from the upper rank to the lower.
  private let segments: [[Int]]
  /// The pieces of each segment, as a range in its gap.
  private let pieces: [Range<Int>]

  init(graph: LayerGraph, columns: Columns, gaps: [GapRouting], rows: Rows) {
    self.graph = graph
    self.columns = columns
    self.gaps = gaps
    self.rows = rows
    var segments = [[Int]](repeating: [], count: graph.graph.edges.count)
    for (index, segment) in graph.segments.enumerated() { segments[segment.edge].append(index) }
    self.segments = segments
    var pieces = [Range<Int>](repeating: 0..<0, count: graph.segments.count)
    for gap in gaps {
      for (index, piece) in gap.pieces.enumerated() {
        let range = pieces[piece.segment]
        pieces[piece.segment] = range.isEmpty ? index..<index + 1 : range.lowerBound..<index + 1
      }
    }
    self.pieces = pieces
  }

  func frame(of leaf: Int) -> Rect {
    let size = graph.graph.leaves[leaf].size
    let rank = rows.ranks[graph.vertices[leaf].rank]
    let top = rank.lowerBound + (rank.upperBound - rank.lowerBound - size.height) / 2
    return Rect(origin: Point(x: columns.lefts[leaf], y: top), size: size)
  }

  func frame(ofCluster cluster: Int) -> Rect {
    let (across, along) = (columns.clusterSpans[cluster], rows.clusterSpans[cluster])
    return Rect(
      minX: across.lowerBound, minY: along.lowerBound, maxX: across.upperBound,
      maxY: along.upperBound)
  }

  func route(of edge: Int) -> Route {
    guard let first = segments[edge].first, let last = segments[edge].last else {
      preconditionFailure("every edge has a segment")
    }
    let isSideways = graph.ranked.courses[edge] == .sideways
    var points = [
      Point(
        x: columns.upperEnds[first],
        y: limit(of: graph.segments[first].upper, isUpper: true, isSideways: isSideways))
    ]
    for segment in segments[edge] {
      let rank = graph.vertices[graph.segments[segment].upper].rank
      for piece in gaps[rank].pieces[pieces[segment]] {
        let y = rows.tracks[rank][piece.track]
        points += [Point(x: piece.from, y: y), Point(x: piece.to, y: y)]
      }
    }
    points.append(
      Point(
        x: columns.lowerEnds[last],
        y: limit(of: graph.segments[last].lower, isUpper: false, isSideways: isSideways)))
    if isSideways { points = clipped(points, edge: edge) }
    if graph.runsUp(edge) { points.reverse() }
    return Route(points: points.withoutStraightCorners, label: label(of: edge))
  }

  /// Where an edge ends along the flow at the vertex where its chain begins or ends.
  private func limit(of vertex: Int, isUpper: Bool, isSideways: Bool) -> Int {
    switch graph.vertices[vertex].kind {
    case .leaf(let leaf):
      let frame = frame(of: leaf)
      return isUpper ? frame.maxY : frame.minY
    case .port(let edge, let cluster):
      if isSideways {
        let rank = rows.ranks[graph.vertices[vertex].rank]
        return (rank.lowerBound + rank.upperBound) / 2
      }
      let (upper, lower) = graph.ranked.ends(of: edge)
      let isInside =
        isUpper ? graph.graph.encloses(upper, lower) : graph.graph.encloses(lower, upper)
      let span = rows.clusterSpans[cluster]
      return isUpper == isInside ? span.lowerBound : span.upperBound
    case .bend, .label, .stub, .filler:
      preconditionFailure("a chain begins and ends at a box or on an outline")
    }
  }

  private func label(of edge: Int) -> Rect? {
    guard let size = graph.graph.edges[edge].labelSize,
      let vertex = graph.chains[edge].first(where: { graph.vertices[$0].kind == .label(edge: edge) }
      )
    else { return nil }
    let rank = rows.ranks[graph.vertices[vertex].rank]
    let top = rank.lowerBound + (rank.upperBound - rank.lowerBound - size.height) / 2
    return Rect(origin: Point(x: columns.lefts[vertex], y: top), size: size)
  }

  /// The way cut off where it enters the clusters at its ends.
  private func clipped(_ points: [Point], edge: Int) -> [Point] {
    var points = points
    let edge = graph.graph.edges[edge]
    for end in [edge.source, edge.target] {
      guard case .cluster(let cluster) = end else { continue }
      let frame = frame(ofCluster: cluster)
      let isLast = points.last.map { frame.contains($0) } ?? false
      if !isLast { points.reverse() }
      points = cut(points, at: frame)
      if !isLast { points.reverse() }
    }
    return points
  }

  /// The points up to where the way enters `frame`.
  private func cut(_ points: [Point], at frame: Rect) -> [Point] {
    var kept: [Point] = []
    for point in points {
      guard let previous = kept.last, frame.contains(point), !frame.contains(previous) else {
        kept.append(point)
        continue
      }
      kept.append(
        Point(
          x: min(max(previous.x, frame.minX), frame.maxX),
          y: min(max(previous.y, frame.minY), frame.maxY)))
      return kept
    }
    return kept
  }
}
