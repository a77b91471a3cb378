import Arrangements
import DiagramCheck
import DiagramGraph
import DiagramModel

extension LayoutGraph {
  /// Draws what somebody arranged, on a canvas.
  ///
  /// Containers that nobody arranged, and that edges enter or leave, are drawn each by itself and all
  /// at once.
  func arranged(by request: LayoutRequest) -> Layout {
    let nests = Nests(self)
    switch request.algorithm {
    case .layered where !nests.roots.isEmpty:
      return drawnAtOnce(nests, towards: request.direction)
    case .orthogonal where !nests.roots.isEmpty:
      return drawnAtOnce(nests, towards: nil)
    case .layered, .orthogonal: return placedWithRoom()
    case .automatic: return chosen(nests, by: request)
    }
  }

  private func chosen(_ nests: Nests, by request: LayoutRequest) -> Layout {
    guard !nests.roots.isEmpty, nodes.count * edges.count <= nestedBudget else {
      return placedWithRoom()
    }
    var best: (drawing: PhaseJournal.Attempt<Layout>, name: String, score: Int)?
    func consider(as name: String, _ request: LayoutRequest, _ draw: () -> Layout) {
      let drawing = PhaseJournal.attempt(draw)
      let score = score(drawing.value, as: name, request)
      // The first is drawn in one direction, as one reads: it stands unless another is clearly better.
      guard let known = best else { return best = (drawing, name, score - leastGain) }
      if score < known.score { best = (drawing, name, score) }
    }
    for direction in request.directions {
      var request = request
      (request.direction, request.alternatives) = (direction, [])
      consider(as: "layered, \(direction)", request) { drawnAtOnce(nests, towards: direction) }
    }
    consider(as: "orthogonal", request) { drawnAtOnce(nests, towards: nil) }
    consider(as: "each by itself", request) { placedWithRoom() }
    guard let best else { return placedWithRoom() }
    best.drawing.keep()
    PhaseJournal.note { $0.whole = best.name }
    return best.drawing.value
  }

  /// The drawing with what lies in each root drawn at once, in layers along a direction if there is one.
  private func drawnAtOnce(_ nests: Nests, towards direction: FlowDirection?) -> Layout {
    var graph = self
    for root in nests.roots { graph.nodes[root].arrangement = .nested(direction) }
    return graph.placedWithRoom(nests)
  }
}

/// The number of nodes times that of edges up to which containers are also drawn at once.
private let nestedBudget = 10_000
