package import DiagramGraph
package import DiagramModel

extension LayoutGraph {
  /// The score of a drawing on a slide, for whichever direction it suits best; balance comes before
  /// bends.
  package func slideScore(of layout: Layout, directions: [FlowDirection]) -> Int {
    directions.map { direction in
      DrawingScore(
        layout, of: self, for: LayoutRequest(direction: direction), shape: slideShape,
        prefersBalance: true
      ).total
    }.min() ?? 0
  }

  /// The score of a drawing on a slide.
  package func slideScore(of layout: Layout, for request: LayoutRequest) -> DrawingScore {
    DrawingScore(layout, of: self, for: request, shape: slideShape)
  }
}

/// What a drawing has to be better by than the first, in thousandths: less than a turn.
package let leastGain = 1000

/// Width to height of a slide.
private let slideShape = Size(width: 16, height: 9)
