import AxisModel
import DiagramAlgorithms
import DiagramGraph
import DiagramModel

/// The containers of a drawing that have more room on one side of what they hold than on the other one.
///
/// A line that passes the title of a container, or runs through it beside its boxes, makes one side of it
/// larger. Nobody sees why; so the other side is to follow.
struct UnevenPaddings {
  /// For each of them, what makes the smaller side as large as the other, over the bodies.
  let arcs: [[DifferenceRelaxation.Arc]]

  /// What differs by no more is not seen.
  private static let tolerance = 8

  /// How much larger than it needs to be a container may become, in percent: then its emptiness is what one
  /// sees.
  private static let mostSlack = 30

  /// - Complexity: O(*nodes*).
  init(of bodies: AxisBodies) {
    let (axis, frames, nodes) = (bodies.axis, bodies.layout.frames, bodies.graph.nodes)
    arcs = nodes.indices.filter { !bodies.nesting.isLeaf($0) }.compactMap { node in
      let children = bodies.nesting.children(of: node)
      let spans = children.map { frames[$0][axis] }
      guard let low = spans.map(\.low).min(), let high = spans.map(\.high).max() else {
        return nil
      }
      let padding = nodes[node].padding.along(axis)
      let (before, after) = (
        low - frames[node][axis].low - padding.low, frames[node][axis].high - high - padding.high
      )
      let needed = high - low + padding.low + padding.high
      // Lines pass a long title in the other half of its container, wherever that is.
      let isHalfWritten = nodes[node].titles.contains {
        2 * ($0.inset[axis] + $0.size[axis]) > frames[node].size[axis]
      }
      guard abs(before - after) > Self.tolerance, !isHalfWritten,
        200 * max(before, after) <= Self.mostSlack * needed
      else { return nil }
      let arcs = children.map { child in
        before > after
          ? bodies.arc(bodies.highs[child], before: bodies.highs[node], by: padding.high + before)
          : bodies.arc(bodies.lows[node], before: bodies.lows[child], by: padding.low + after)
      }
      // What moves as one keeps its inside.
      return arcs.allSatisfy { $0.tail != $0.head } ? arcs : nil
    }
  }
}
