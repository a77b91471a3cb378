import Arrangements
import DiagramCheck
import DiagramGraph
import DiagramModel
import Incremental

extension LayoutGraph {
  /// Draws with each algorithm and takes the best drawing; then what almost agrees in it is aligned.
  ///
  /// Boxes in boxes keep a direction: a person who reads them looks for it before counting crossings. Their
  /// engine has aligned what lies in layers.
  func chosen(for request: LayoutRequest) -> Layout {
    var best = layered(request)
    guard edges.count <= choiceBudget else { return best }
    var least = score(best, as: "layered", request)
    if isNested {
      var turned = request
      turned.direction = request.direction.isHorizontal ? .down : .right
      let other = layered(turned)
      let score = score(other, as: "layered, \(turned.direction)", turned)
      // An edge or a box more is no reason to turn everything.
      if score.total * 100 < least.total * clearGain { (best, least) = (other, score) }
      if request.isDirected || least.crossings == 0 { return best }
    }
    let attempts = min(choiceBudget / max(edges.count + least.crossings, 1), mostSeeds)
    guard attempts > 0 else { return best }
    let free = withoutDirection(request, attempts: attempts, beating: least.total)
    if isNested, free == nil { return best }
    let aligned = LayoutPhase.alignment.timed {
      AlignedLayout(graph: self, request: request).aligned(free ?? best) {
        slideScore(of: $0, for: request, isArranged: false).total
      }
    }
    return aligned.atOrigin
  }

  /// The best drawing without a main direction from several seeds, if it is better than another.
  private func withoutDirection(
    _ request: LayoutRequest, attempts: Int, beating limit: Int
  ) -> Layout? {
    var best: Layout?
    var least = limit
    for attempt in 0..<attempts {
      var other = request
      other.seed &+= UInt64(attempt)
      let orthogonal = orthogonal(other)
      let score = score(orthogonal, as: "orthogonal, seed \(other.seed)", request).total
      if score < least { (best, least) = (orthogonal, score) }
    }
    return best
  }

  /// The score of a drawing to choose from, noted in the journal.
  func score(_ layout: Layout, as name: String, _ request: LayoutRequest) -> DrawingScore {
    let score = LayoutPhase.scoring.timed {
      slideScore(of: layout, for: request, isArranged: hasCanvas)
    }
    PhaseJournal.current?.note(name, score: score)
    return score
  }

  func layered(_ request: LayoutRequest) -> Layout {
    var layered = request
    layered.algorithm = .layered
    return mended(drawn(by: layered, .wholeGraph, folds: true), request)
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
    var orthogonal = request
    orthogonal.algorithm = .orthogonal
    return drawn(by: orthogonal, Spacing())
  }
}

/// The number of edges that all drawings without a main direction may have together, and of crossings
/// that they would have in layers: each takes as much work as an edge.
private let choiceBudget = 400

/// The score in percent of another drawing that one may have at most that turns everything, or gives up the direction.
let clearGain = 92

/// How many seeds are tried at most: further ones hardly gain anything.
private let mostSeeds = 4
