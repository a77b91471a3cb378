import DiagramModel

extension LayoutGraph {
  /// Places every box of a drawing as its arrangements say, and finds a way for every edge.
  ///
  /// Each container is drawn by itself. Where edges run between containers that nobody arranged,
  /// their content is also drawn at once, by each engine, and the drawing with the least
  /// ``DrawingScore`` on a slide wins; the first stands unless another is clearly better.
  ///
  /// - Returns: frames and routes in the order of the graph, in whole units; the corner of the
  ///   first node is the origin.
  /// - Complexity: up to ``placementAttempts`` drawings, three more of small graphs with such edges;
  ///   see ``routed(over:spacing:)``.
  package func placed() -> Layout {
    let plain = placedWithRoom()
    let nests = Nests(self)
    guard !nests.roots.isEmpty, nodes.count * edges.count <= nestedBudget else { return plain }
    var (best, least) = (plain, slideScore(of: plain, directions: [.right, .down]) - leastGain)
    for direction in [FlowDirection.right, .down, nil] {
      var graph = self
      for root in nests.roots { graph.nodes[root].arrangement = .nested(direction) }
      let candidate = graph.placedWithRoom(nests)
      let score = slideScore(of: candidate, directions: direction.map { [$0] } ?? [.right, .down])
      if score < least { (best, least) = (candidate, score) }
    }
    return best
  }

  /// The score of a drawing on a slide, for whichever direction it suits best.
  func slideScore(of layout: Layout, directions: [FlowDirection]) -> Int {
    directions.map { slideScore(of: layout, for: LayoutRequest(direction: $0)).total }.min() ?? 0
  }

  /// The score of a drawing on a slide.
  func slideScore(of layout: Layout, for request: LayoutRequest) -> DrawingScore {
    DrawingScore(layout, of: self, for: request, shape: slideShape)
  }

  /// Where an edge finds no clean way, or its text no clean place, the gaps grow and everything is
  /// placed again, at most ``placementAttempts`` times; the first of the cleanest drawings is taken.
  private func placedWithRoom(_ nests: Nests = Nests()) -> Layout {
    var sized = SizedGraph(self, spacing: childSpacing(), nests: nests)
    var (best, cleanest) = (placed(sized), sized)
    var faults = faultyEdges(of: best)
    var everFaulty = faults
    for attempt in 1..<placementAttempts where !faults.isEmpty {
      var graph = self
      // What was chosen stays: a choice costs more than all the rest.
      for node in nodes.indices { graph.nodes[node].arrangement = sized.arrangements[node] }
      graph = graph.withRoom(forTextsOf: everFaulty, ofLoopsToo: attempt > 1)
      sized = SizedGraph(graph, spacing: childSpacing(adding: attempt * 20), nests: nests)
      // Larger gaps move nothing that is pinned.
      guard graph.edges != edges || sized.frames() != best.frames else { continue }
      let layout = graph.placed(sized)
      let left = faultyEdges(of: layout)
      everFaulty += left.filter { !everFaulty.contains($0) }
      if left.count < faults.count { (best, faults, cleanest) = (layout, left, sized) }
    }
    guard !faults.isEmpty else { return best }
    let layout = cleanest.graph.placed(cleanest, detours: true)
    return faultyEdges(of: layout).count < faults.count ? layout : best
  }

  /// The edges that run through boxes, or whose text touches something.
  private func faultyEdges(of layout: Layout) -> [Int] {
    let texts = TextFaults(of: layout, in: self)
    return edges.indices.filter { runsThroughBox($0, of: layout) || texts.isFaulty($0) }
  }

  private func placed(_ sized: SizedGraph, detours: Bool = false) -> Layout {
    let frames = sized.frames()
    let ringRoutes = sized.ringRoutes(over: frames)
    let others = edges.indices.filter { ringRoutes[$0] == nil }
    let rest = LayoutGraph(nodes: nodes, edges: others.map { edges[$0] })
    var routes = ringRoutes
    for (edge, route) in zip(others, rest.routed(over: frames, detours: detours)) {
      routes[edge] = route
    }
    return Layout(frames: frames, routes: routes.compactMap(\.self))
  }

  /// Whether a way runs through a box that is neither one of its ends nor around one of them.
  private func runsThroughBox(_ edge: Int, of layout: Layout) -> Bool {
    let drawn = layout.routes[edge].drawnPoints
    let ends = [edges[edge].source, edges[edge].target]
    let own = Set(ends.flatMap { sequence(first: $0) { nodes[$0].parent } })
    return nodes.indices.contains { node in
      nodes[node].isOutlined && !own.contains(node)
        && zip(drawn, drawn.dropFirst()).contains {
          layout.frames[node].insetBy(1).isHit(from: $0, to: $1)
        }
    }
  }
}

/// What a drawing has to be better by than the first, in thousandths: less than a turn.
let leastGain = 2000

/// The number of nodes times that of edges up to which containers are also drawn at once.
private let nestedBudget = 10_000

/// Width to height of a slide.
private let slideShape = Size(width: 16, height: 9)

/// How often a drawing is placed with larger gaps before it is taken as it is.
private let placementAttempts = 4
