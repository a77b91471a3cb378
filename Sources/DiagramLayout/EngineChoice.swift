import DiagramCheck
import DiagramGraph
import DiagramModel
import Incremental
import LayeredEngine
import OrthogonalEngine

extension LayoutGraph {
  /// Draws with each algorithm and takes the best drawing; then what almost agrees in it is aligned.
  func chosen(for request: LayoutRequest) -> Layout {
    let layered = layered(request)
    let attempts = min(choiceBudget / max(edges.count, 1), mostSeeds)
    guard attempts > 0 else { return layered }
    var (best, least) = (layered, score(layered, as: "layered", request))
    var isFinished = isNested
    if isNested {
      var turned = request
      turned.direction = request.direction.isHorizontal ? .down : .right
      let other = self.layered(turned)
      let score = score(other, as: "layered, \(turned.direction)", turned)
      if score < least { (best, least) = (other, score) }
    }
    for attempt in 0..<attempts {
      var request = request
      request.seed &+= UInt64(attempt)
      let orthogonal = orthogonal(request)
      let score = score(orthogonal, as: "orthogonal, seed \(request.seed)", request)
      // Another seed gains something, but not so much.
      if isNested, attempt == 0, score > hopeless * least { break }
      if score < least { (best, least, isFinished) = (orthogonal, score, false) }
    }
    if isFinished { return best }
    let aligned = LayoutPhase.alignment.timed {
      AlignedLayout(graph: self, request: request).aligned(best) {
        slideScore(of: $0, for: request, isArranged: false).total
      }
    }
    return aligned.atOrigin
  }

  /// The score of a drawing to choose from, noted in the journal.
  func score(_ layout: Layout, as name: String, _ request: LayoutRequest) -> Int {
    let score = LayoutPhase.scoring.timed {
      slideScore(of: layout, for: request, isArranged: hasCanvas)
    }
    PhaseJournal.current?.note(name, score: score)
    return score.total
  }

  func layered(_ request: LayoutRequest) -> Layout {
    var algorithm = LayeredLayout(
      direction: request.direction, spacing: .wholeGraph, seed: request.seed, folds: true)
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
      let mending = changed(drawing, for: request)
      return mending.layout() ?? mending.led(Sketch(self, keeping: drawing), orAs: layout)
    }
  }

  func orthogonal(_ request: LayoutRequest) -> Layout {
    var algorithm = OrthogonalLayout(
      direction: request.isDirected ? request.direction : nil, seed: request.seed)
    if let effort = request.effort { algorithm.effort = effort }
    return algorithm.place(self)
  }
}

/// The number of edges that all drawings without a main direction may have together.
private let choiceBudget = 400

/// How many times the score of another drawing the first one without a main direction may have for
/// further seeds to be tried.
private let hopeless = 2

/// How many seeds are tried at most: further ones hardly gain anything.
private let mostSeeds = 4
