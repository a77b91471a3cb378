import Arrangements
import DiagramCheck
import DiagramGraph
import DiagramModel

/// How good a drawing is of a graph with containers in tiers.
///
/// To the ``DrawingScore`` peers that are torn apart are worth an arrow less against the flow; a person sees
/// the tier first. So what leads back between containers counts as if it led on; what joins twins has no
/// direction; and twins are to be alike also where an arrow runs in only one of them.
struct TierJudgement {
  let graph: LayoutGraph
  let tiers: Tiers
  /// The graph with what leads back turned around.
  private let onward: LayoutGraph
  /// How many edges join twins.
  private let links: Int

  init(_ graph: LayoutGraph, _ tiers: Tiers) {
    self.graph = graph
    self.tiers = tiers
    var onward = graph
    for index in tiers.returns {
      let edge = graph.edges[index]
      (onward.edges[index].source, onward.edges[index].target) = (edge.target, edge.source)
      (onward.edges[index].sourceSide, onward.edges[index].targetSide) = (
        edge.targetSide, edge.sourceSide
      )
    }
    self.onward = onward
    links = graph.edges.count { edge in
      tiers.twins.contains { twins in
        twins.one.contains(edge.source) && twins.other.contains(edge.target)
          || twins.other.contains(edge.source) && twins.one.contains(edge.target)
      }
    }
  }

  /// The score of a drawing, and what it is less, or more, in this judgement.
  func score(_ layout: Layout, for request: LayoutRequest) -> (score: DrawingScore, more: Int) {
    var turned = layout
    for index in tiers.returns { turned.routes[index].points.reverse() }
    let score = onward.slideScore(of: turned, for: request, isArranged: true)
    let free = score.weights.sideways * min(links, score.sideways) / max(score.edges, 1)
    return (score, score.weights.unlikeTwin * unlikeTwins(in: layout) - free)
  }

  /// The boxes in twins that are drawn unlike, apart from those that the score counts itself.
  private func unlikeTwins(in layout: Layout) -> Int {
    tiers.twins.reduce(0) { sum, twins in
      func frames(_ nodes: [Int]) -> [Rect] {
        let corner = layout.frames[nodes[0]].origin
        return nodes.dropFirst().map { layout.frames[$0].moved(x: -corner.x, y: -corner.y) }
      }
      guard !twins.isExact else { return sum }
      let differ = zip(frames(twins.one), frames(twins.other)).count { $0 != $1 }
      return sum + 2 * differ
    }
  }
}
