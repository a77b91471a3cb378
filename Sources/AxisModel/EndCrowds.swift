import DiagramAlgorithms
import DiagramGraph
import DiagramModel

/// What the ends of edges on each side of the leaves keep from each other and from the corners, so that
/// all can be told apart.
struct EndCrowds {
  private struct Side: Hashable {
    var node: Int
    var isLow: Bool
  }

  /// What ends on one side keep from corners where there is no room for more.
  private static let leastMargin = 3

  /// By the variable of the piece at an end; only where a side has several ends.
  private var pitches: [Int: Int] = [:]
  private var margins: [Int: Int] = [:]

  /// No side has several ends.
  init() {}

  init(_ bodies: AxisBodies, spacing: Spacing) {
    var sides: [Side] = []
    var members: [Side: [Int]] = [:]
    for edge in bodies.graph.edges.indices {
      let points = bodies.layout.routes[edge].points
      for (piece, node, point) in [
        (bodies.wires[edge].first ?? nil, bodies.graph.edges[edge].source, points.first),
        (bodies.wires[edge].last ?? nil, bodies.graph.edges[edge].target, points.last),
      ] {
        guard let piece, let point, bodies.nesting.isLeaf(node) else { continue }
        let across = bodies.axis.cross
        let side = Side(
          node: node, isLow: point[across] <= bodies.layout.frames[node][across].low)
        if members[side] == nil { sides.append(side) }
        members[side, default: []].append(piece.variable)
      }
    }
    for side in sides {
      let variables = members[side] ?? []
      guard variables.count > 1 else { continue }
      let size = bodies.layout.frames[side.node].size[bodies.axis]
      let gaps = variables.count - 1
      let pitch = min(spacing.edges, max(size - 2 * Self.leastMargin, 0) / gaps)
      let margin = min(spacing.edges, max((size - gaps * pitch) / 2, 0))
      for variable in variables {
        pitches[variable] = min(pitches[variable] ?? pitch, pitch)
        margins[variable] = min(margins[variable] ?? margin, margin)
      }
    }
  }

  /// What two pieces keep from each other, if both or one of them are in a crowd.
  func pitch(of first: AxisBodies.Anchor, and second: AxisBodies.Anchor) -> Int? {
    [pitches[first.variable], pitches[second.variable]].compactMap(\.self).min()
  }

  /// What the end of a piece keeps from the corners, if it is in a crowd.
  func margin(of piece: AxisBodies.Anchor) -> Int? { margins[piece.variable] }
}
