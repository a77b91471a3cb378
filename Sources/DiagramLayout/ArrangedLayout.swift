import Arrangements
import DiagramCheck
import DiagramGraph
import DiagramModel

extension LayoutGraph {
  /// Draws what somebody arranged, on a canvas.
  ///
  /// Containers that nobody arranged, and that edges enter or leave, are drawn each by itself, all at
  /// once, and in tiers (``Tiers``), be they in rows or columns.
  func arranged(by request: LayoutRequest) -> Layout {
    let nests = Nests(self)
    switch request.algorithm {
    case .layered where !nests.roots.isEmpty:
      return drawnAtOnce(nests, towards: request.direction).placedWithRoom(nests, for: request)
    case .orthogonal where !nests.roots.isEmpty:
      return drawnAtOnce(nests, towards: nil).placedWithRoom(nests, for: request)
    case .layered, .orthogonal: return placedWithRoom(for: request)
    case .automatic: return chosen(nests, by: request)
    }
  }

  private func chosen(_ nests: Nests, by request: LayoutRequest) -> Layout {
    guard nodes.count * edges.count <= nestedBudget else { return placedWithRoom(for: request) }
    let tiers = Tiers(self)
    guard !nests.roots.isEmpty || !tiers.candidates.isEmpty else {
      return placedWithRoom(for: request)
    }
    let judgement = TierJudgement(self, tiers)
    let layered = nests.inWrittenLayers
    if !nests.roots.isEmpty, layered.roots == nests.roots {
      return drawnAtOnce(nests, towards: nil).placedWithRoom(nests, for: request)
    }
    var best: (drawing: PhaseJournal.Attempt<Layout>, name: String, score: Int)?
    func consider(
      _ graph: LayoutGraph, _ nests: Nests, as name: String, _ request: LayoutRequest,
      percent: Int = 100
    ) {
      let draft = PhaseJournal.attempt { graph.draft(nests, for: request) }
      if let known = best {
        // Room mends violations, and costs length.
        let (score, more) = judgement.score(draft.value.layout, for: request)
        guard (score.withoutViolations + more) * 100 < known.score * percent else {
          PhaseJournal.current?.note("\(name), without more room", score: score)
          return
        }
      }
      let drawing = PhaseJournal.attempt {
        draft.keep()
        return graph.withRoom(draft.value)
      }
      let (drawn, more) = judgement.score(drawing.value, for: request)
      PhaseJournal.current?.note(name, score: drawn)
      let score = drawn.total + more
      // The first is drawn in one direction, as one reads: it stands unless another is clearly better.
      guard let known = best else { return best = (drawing, name, score - leastGain) }
      if score * 100 < known.score * percent { best = (drawing, name, score) }
    }
    for direction in request.directions where !nests.roots.isEmpty {
      var request = request
      (request.direction, request.alternatives) = (direction, [])
      consider(
        drawnAtOnce(nests, towards: direction), nests, as: "layered, \(direction)", request)
    }
    consider(drawnAtOnce(layered, towards: nil), layered, as: "each by itself", request)
    for (index, plans) in tiers.candidates.enumerated() {
      consider(self, Nests(plans), as: "tiers, \(index + 1)", request)
    }
    // Among containers a person looks for a direction before counting crossings.
    if !nests.roots.isEmpty {
      consider(
        drawnAtOnce(nests, towards: nil), nests, as: "orthogonal", request, percent: clearGain)
    }
    guard let best else { return placedWithRoom(for: request) }
    best.drawing.keep()
    PhaseJournal.note { $0.whole = best.name }
    return best.drawing.value
  }

  /// The graph with what lies in each root drawn at once, in layers along its own direction or this one
  /// if there is one.
  private func drawnAtOnce(_ nests: Nests, towards direction: Direction?) -> LayoutGraph {
    var graph = self
    for root in nests.roots {
      graph.nodes[root].arrangement = .nested(nests.directions[root] ?? direction)
    }
    return graph
  }
}

/// The number of nodes times that of edges up to which containers are also drawn at once.
private let nestedBudget = 10_000
