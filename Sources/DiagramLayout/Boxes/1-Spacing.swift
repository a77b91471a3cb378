import DiagramModel

/// The room between the children of each node.
///
/// Children that no arrow joins stand close; where arrows run between them there is room for a
/// straight end, a head, a bend and their texts. All gaps of one row, column, grid or ring are equal.
struct ChildSpacing: Hashable {
  /// One for each node: the gap along the horizontal and the vertical axis.
  let gaps: [Size]

  /// The gap between the children of a node along an axis.
  func gap(in node: Int, along axis: Axis) -> Int { gaps[node][axis] }
}

extension LayoutGraph {
  /// Chooses the gaps between the children of every node.
  ///
  /// - Parameter extra: room added to every gap that the author did not choose, for another try when
  ///   the arrows found too little.
  /// - Complexity: O(*nodes* + *edges* × *depth*).
  func childSpacing(adding extra: Int = 0) -> ChildSpacing {
    var gaps = Array(repeating: Size(width: packedGap, height: packedGap), count: nodes.count)
    var crossing = Array(repeating: 0, count: nodes.count)
    for edge in edges {
      guard let node = commonParent(edge.source, edge.target), edge.source != edge.target else {
        continue
      }
      crossing[node] += 1
      let label = edge.labelSize ?? .zero
      gaps[node] = gaps[node].union(
        Size(
          width: max(arrowGap.width, roundedUp(label.width + labelEnds)),
          height: max(arrowGap.height, roundedUp(label.height + labelEnds))))
    }
    for node in nodes.indices {
      let bends = max(0, crossing[node] - 2) * 10 + extra
      if crossing[node] > 0 || extra > 0 {
        gaps[node].width += roundedUp(bends)
        gaps[node].height += roundedUp(bends)
      }
      if let spacing = nodes[node].arrangement.spacing {
        gaps[node] = Size(width: spacing, height: spacing)
      }
    }
    return ChildSpacing(gaps: gaps)
  }

  /// The closest node around both; `nil` if one of them is around the other, or nothing is.
  private func commonParent(_ one: Int, _ other: Int) -> Int? {
    let ancestors = Set(sequence(first: one) { nodes[$0].parent })
    let meeting = sequence(first: other) { nodes[$0].parent }.first { ancestors.contains($0) }
    return meeting == one || meeting == other ? nil : meeting
  }
}

/// The gap between boxes that belong together without arrows.
private let packedGap = 20
/// The least gap that an arrow reads well in.
private let arrowGap = Size(width: 80, height: 60)
/// What an arrow needs beside its text: its head and a bit of line on both sides.
private let labelEnds = 50

/// The next multiple of the grid.
func roundedUp(_ extent: Int) -> Int { (extent + grid - 1) / grid * grid }

/// Sizes are multiples of it, so that middles lie on a grid of half of it.
let grid = 20

extension Arrangement {
  /// The gap that the author chose.
  var spacing: Int? {
    switch self {
    case .automatic(let spacing), .row(_, let spacing), .column(_, let spacing),
      .grid(_, let spacing), .ring(let spacing):
      spacing
    }
  }
}
