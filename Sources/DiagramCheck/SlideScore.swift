package import DiagramGraph
import DiagramModel

extension LayoutGraph {
  /// The score of a drawing on a slide, for whichever wanted direction it suits best.
  ///
  /// - Parameters:
  ///   - layout: the drawing.
  ///   - request: where edges should point.
  ///   - isArranged: whether somebody arranged boxes; then balance comes before bends.
  /// - Returns: the score for the direction for which it is least.
  package func slideScore(
    of layout: Layout, for request: LayoutRequest, isArranged: Bool
  ) -> DrawingScore {
    DrawingScore(layout, of: self, for: request, shape: shape, isArranged: isArranged)
  }
}

/// What a drawing has to be better by than the first, in thousandths: less than a turn.
package let leastGain = 1000
