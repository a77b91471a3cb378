package import DiagramGraph
import DiagramModel

extension LayoutGraph {
  /// The score of a drawing on a slide, for whichever wanted direction it suits best.
  ///
  /// Where boxes are arranged, ways are found over finished boxes, where ends are not balanced yet:
  /// choosing boxes by the balance of ends would pay for it with bends that a person sees first.
  package func slideScore(of layout: Layout, for request: LayoutRequest) -> DrawingScore {
    let scores = request.directions.map { direction in
      var request = request
      request.direction = direction
      return DrawingScore(
        layout, of: self, for: request, shape: shape, prefersBalance: !hasCanvas)
    }
    return scores.dropFirst().reduce(scores[0]) { $1.total < $0.total ? $1 : $0 }
  }
}

/// What a drawing has to be better by than the first, in thousandths: less than a turn.
package let leastGain = 2000
