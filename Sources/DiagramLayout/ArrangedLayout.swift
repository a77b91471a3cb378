import Arrangements
import DiagramCheck
import DiagramGraph
import DiagramModel

extension LayoutGraph {
  /// Draws what somebody arranged, on a canvas.
  ///
  /// Containers that nobody arranged, and that edges enter or leave, are drawn each by itself and all
  /// at once; the first drawing stands unless another is clearly better.
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
    let plain = placedWithRoom()
    guard !nests.roots.isEmpty, nodes.count * edges.count <= nestedBudget else { return plain }
    var (best, least) = (plain, score(plain, as: "each by itself", request) - leastGain)
    for direction in request.directions.map(Optional.some) + [nil] {
      let candidate = drawnAtOnce(nests, towards: direction)
      var request = request
      if let direction { (request.direction, request.alternatives) = (direction, []) }
      let name = direction.map { "layered, \($0)" } ?? "orthogonal"
      let score = score(candidate, as: name, request)
      if score < least { (best, least) = (candidate, score) }
    }
    return best
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
