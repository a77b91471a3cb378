import DiagramAlgorithms
import DiagramGraph

/// Moves a drawing together, in one direction after the other, until nothing gains any more.
///
/// In one direction everything keeps its order with what it could meet. Among all such drawings the
/// one with the least price is found exactly. At last boxes are also lined up.
///
/// > Source: Klau & Mutzel, *Optimal compaction of orthogonal grid drawings*, 1999; Eiglsperger &
/// > Kaufmann, *Fast compaction for orthogonal drawings with vertices of prescribed size*, 2001.
struct Compaction {
  let spacing: Spacing
  /// How often both directions are compacted at most before boxes are lined up.
  var rounds = 2
  /// How often both directions are compacted with boxes lined up.
  var aligningRounds = 3

  /// What a unit of something costs.
  struct Prices: Sendable {
    /// The length of a line.
    var length = 64
    /// The length of a piece of a line whose end would take two bends away.
    var jog = 192
    /// The width of the whole drawing.
    var width = 128
    /// The width of a container.
    var container = 64
    /// The way from the middle of a side to where a line leaves it.
    var port = 320
    /// The way between the middles of two boxes that stand above each other; only when boxes are
    /// lined up.
    var alignment = 512
    /// The way from where a box stood: of drawings of one price, the nearest is taken.
    var staying = 1
  }

  var prices = Prices()

  /// The drawing moved together, without a look at how boxes line up.
  func tightened(_ drawing: OrthogonalDrawing) -> OrthogonalDrawing {
    var best = drawing
    for _ in 0..<rounds {
      let next = compactBoth(best, isAligning: false)
      if next == best { break }
      best = next
    }
    return best
  }

  /// The drawing moved together, with boxes lined up.
  func aligned(_ drawing: OrthogonalDrawing) -> OrthogonalDrawing {
    (0..<aligningRounds).reduce(drawing) { best, _ in compactBoth(best, isAligning: true) }
  }

  private func compactBoth(_ drawing: OrthogonalDrawing, isAligning: Bool) -> OrthogonalDrawing {
    let columns = compactColumns(drawing, isAligning: isAligning)
    return compactColumns(columns.transposed(), isAligning: isAligning).transposed()
  }

  /// Moves everything together from left to right.
  private func compactColumns(_ drawing: OrthogonalDrawing, isAligning: Bool) -> OrthogonalDrawing {
    var columns = ColumnProgram(drawing: drawing, spacing: spacing, prices: prices)
    if isAligning { columns.addAlignment() }
    return drawing.moved(to: columns.program.solved(), bars: columns.bars)
  }
}
