package import DiagramModel

/// How a whole graph can be placed.
package enum LayoutAlgorithm: String, Hashable, Sendable, CaseIterable {
  /// Whichever gives the better drawing.
  case automatic = "auto"
  /// The arrows run one way as far as possible.
  case layered
  /// Few crossings and bends, without a main direction.
  case orthogonal
}

/// What somebody wants of a drawing.
package struct LayoutRequest: Hashable, Sendable {
  package var algorithm: LayoutAlgorithm
  /// Where the arrows should point.
  package var direction: FlowDirection
  /// Whether the edges have a direction; if not, only the layers follow ``direction``.
  package var isDirected: Bool
  /// What random choices are drawn from; the same seed gives the same drawing. With the first one,
  /// things are taken as they are written before anything is left to chance.
  package var seed: UInt64
  /// How many attempts are made; each algorithm has its own default.
  package var effort: Int?
  /// The last drawing, if there was one; what did not change since stays in its place.
  package var previous: PreviousDrawing?

  package static let firstSeed: UInt64 = 1

  package init(
    algorithm: LayoutAlgorithm = .automatic, direction: FlowDirection = .down,
    isDirected: Bool = true, seed: UInt64 = firstSeed,
    effort: Int? = nil, previous: PreviousDrawing? = nil
  ) {
    self.algorithm = algorithm
    self.direction = direction
    self.isDirected = isDirected
    self.seed = seed
    self.effort = effort
    self.previous = previous
  }
}

extension LayoutGraph {
  /// Places every node and leads every edge.
  ///
  /// The automatic choice draws with every algorithm, small graphs from several seeds, and takes the
  /// drawing with the least ``DrawingScore`` on a slide: as many drawings as ``choiceBudget`` allows,
  /// the layered one first. Boxes that almost agree are then aligned, or grow to one size, and gaps
  /// become equal where they can.
  ///
  /// If most of the last drawing is known, it is changed as little as possible instead, whatever the
  /// algorithm. The engines know no trunks: where there are some, all edges are led anew over the
  /// boxes that they placed.
  ///
  /// - Returns: frames and routes in the order of the graph, in whole units; the top left corner of a
  ///   drawing made anew is the origin.
  /// - Complexity: that of ``LayeredLayout`` or ``OrthogonalLayout``; of both, with up to four
  ///   drawings of the latter, for the choice.
  package func placed(by request: LayoutRequest) -> Layout {
    let layout = placedWithoutTrunks(by: request)
    guard edges.contains(where: { $0.trunk != nil }) else { return layout }
    let led = Layout(frames: layout.frames, routes: routed(over: layout.frames))
    return request.previous == nil ? led.atOrigin : led
  }

  private func placedWithoutTrunks(by request: LayoutRequest) -> Layout {
    guard let previous = request.previous else { return placedAnew(by: request) }
    let changed = LayoutPhase.incremental.timed {
      IncrementalLayout(graph: self, request: request, previous: previous).layout()
    }
    return changed ?? placedAnew(by: request)
  }

  private func placedAnew(by request: LayoutRequest) -> Layout {
    switch request.algorithm {
    case .layered: return layered(request)
    case .orthogonal: return orthogonal(request)
    case .automatic: return chosen(for: request)
    }
  }

  private func chosen(for request: LayoutRequest) -> Layout {
    let layered = layered(request)
    let attempts = min(choiceBudget / max(edges.count, 1), mostSeeds)
    guard attempts > 0 else { return layered }
    var (best, least) = (layered, score(layered, as: "layered", request))
    for attempt in 0..<attempts {
      var request = request
      request.seed &+= UInt64(attempt)
      let orthogonal = orthogonal(request)
      let score = score(orthogonal, as: "orthogonal, seed \(request.seed)", request)
      if score < least { (best, least) = (orthogonal, score) }
    }
    let aligned = LayoutPhase.alignment.timed {
      AlignedLayout(graph: self, request: request).aligned(best) {
        slideScore(of: $0, for: request).total
      }
    }
    return aligned.atOrigin
  }

  private func score(_ layout: Layout, as name: String, _ request: LayoutRequest) -> Int {
    let score = LayoutPhase.scoring.timed { slideScore(of: layout, for: request) }
    PhaseJournal.current?.note(name, score: score)
    return score.total
  }

  private func layered(_ request: LayoutRequest) -> Layout {
    var algorithm = LayeredLayout(direction: request.direction, seed: request.seed)
    if let effort = request.effort { algorithm.effort = effort }
    return mended(algorithm.place(self), request)
  }

  /// A drawing in layers in which the loops of containers are led anew if another way, or a text,
  /// is on one.
  ///
  /// The engine keeps room for loops beside a container, but leads them only when all the rest has
  /// its place. Nothing else is mended: no way runs through a container (``RegionPlanner``).
  private func mended(_ layout: Layout, _ request: LayoutRequest) -> Layout {
    guard edges.count <= mostEdgesLedTogether else { return layout }
    let nesting = Nesting(self)
    let loops = edges.indices.filter { index in
      edges[index].source == edges[index].target && !nesting.isLeaf(edges[index].source)
    }
    guard !loops.isEmpty, !layout.isClean(self) else { return layout }
    return LayoutPhase.mending.timed {
      var drawing = PreviousDrawing(frames: layout.frames, routes: layout.routes)
      for loop in loops { drawing.routes[loop] = nil }
      let mending = IncrementalLayout(graph: self, request: request, previous: drawing)
      return mending.layout() ?? mending.led(Sketch(self, keeping: drawing), orAs: layout)
    }
  }

  private func orthogonal(_ request: LayoutRequest) -> Layout {
    var algorithm = OrthogonalLayout(
      direction: request.isDirected ? request.direction : nil, seed: request.seed)
    if let effort = request.effort { algorithm.effort = effort }
    return algorithm.place(self)
  }
}

/// The number of edges that all drawings without a main direction may have together.
private let choiceBudget = 400

/// How many seeds are tried at most: further ones hardly gain anything.
private let mostSeeds = 4
