package import DiagramGraph
import DiagramModel

/// The room between the children of each node.
///
/// Children that no arrow joins stand close; where arrows run between them there is room for a
/// straight end, a head, a bend and their texts. All gaps of one row, column, grid or ring are equal.
/// A gap that the author chose is the least that they want: it grows where an arrow between neighbours would
/// have no line before its head, or what is written on it needs more, for which it would lead round both.
package struct ChildSpacing: Hashable {
  /// One for each node: the gap along the horizontal and the vertical axis.
  let gaps: [Size]
  /// One for each node: how much larger gaps become that no arrow asks for, along both axes.
  let growths: [Size]
  /// The least gap between what an engine draws at once. It makes room for lines and texts itself.
  let nested: Size

  /// The gap between the children of a node along an axis.
  func gap(in node: Int, along axis: Axis) -> Int { gaps[node][axis] }
}

extension LayoutGraph {
  /// Chooses the gaps between the children of every node.
  ///
  /// - Parameters:
  ///   - extra: room added to every gap that the author did not choose, for another try when the arrows
  ///     found too little.
  ///   - lines: the gaps in which lines have too little room.
  /// - Returns: a gap for every node, along both axes.
  /// - Complexity: O(*nodes* + *edges* × *depth*).
  package func childSpacing(adding extra: Int = 0, for lines: LineRoom? = nil) -> ChildSpacing {
    let table = Spacing()
    let packed = Size(width: table.leastNodes, height: table.leastNodes)
    let positions = childPositions()
    let asked = EdgeGaps(self, positions, least: packed, table)
    var gaps = asked.gaps
    var growths = gaps
    let overhangs = overhangsBetweenChildren
    let arrows = arrowsBetweenNeighbours(positions)
    let journal = PhaseJournal.current
    for node in nodes.indices {
      let load = asked.load(of: node)
      let room = roundedUp(max(0, load - freeTracks) * table.edges + extra)
      let more = lines?.gaps[node] ?? .zero
      growths[node] = Size(
        width: roundedUp(extra) + more.width, height: roundedUp(extra) + more.height)
      let forEdges = gaps[node]
      gaps[node] = Size(
        width: gaps[node].width + room + more.width, height: gaps[node].height + room + more.height)
      if let spacing = nodes[node].arrangement.spacing {
        gaps[node] = Size(width: spacing, height: spacing).union(arrows[node])
      }
      // However close somebody wants boxes, what stands on them does not lie on others.
      gaps[node] = gaps[node].union(overhangs[node])
      journal?.write { notes in
        notes.gaps[node] = LayoutNotes.Gap(
          base: packed, wanted: nodes[node].arrangement.spacing, edge: asked.widest[node],
          forEdge: forEdges, load: load, forLoad: room - extra, extra: extra, forLines: more,
          total: gaps[node])
      }
    }
    let nested = Size(width: table.joinedNodes + extra, height: table.layers + extra)
      .union(overhangs.reduce(.zero) { $0.union($1) })
    return ChildSpacing(gaps: gaps, growths: growths, nested: nested)
  }

  /// For each node, what arrows need that run straight between neighbours in it, and what is written on them;
  /// between any two where an arrangement finds their places by itself.
  private func arrowsBetweenNeighbours(_ positions: [Int]) -> [Size] {
    var room = nodes.map { _ in Size.zero }
    for edge in edges {
      guard edge.routing != .curved, let fork = fork(edge.source, edge.target),
        edge.source != edge.target
      else { continue }
      let axes = nodes[fork.node].arrangement.axes(
        betweenChildren: positions[fork.source], positions[fork.target])
      for axis in axes {
        let length = leastLength(of: edge, between: fork.source, fork.target, along: axis)
        let needed = (length + grid / 2 - 1) / (grid / 2) * (grid / 2)
        guard needed > 0 else { continue }
        room[fork.node][axis] = max(room[fork.node][axis], needed + 2 * edge.gap)
      }
    }
    return room
  }

  /// What an edge needs along an axis between two nodes that its ends are, or lie in.
  private func leastLength(
    of edge: LayoutEdge, between one: Int, _ other: Int, along axis: Axis
  ) -> Int {
    var length = 0
    if let text = edge.labelSize {
      // A branch has but the half of a gap behind its trunk.
      length = (edge.trunk == nil ? 1 : 2) * (text[axis] + 2 * Spacing().textToOthers)
    }
    // Further inside, an arrow has the padding for its head.
    guard isAtBorder(edge.source, of: one), isAtBorder(edge.target, of: other) else {
      return length
    }
    return max(length, Spacing().shortestArrow, edge.roomOnLine[axis])
  }

  /// Whether there is no outline between a node and one around it, or it is that node.
  private func isAtBorder(_ node: Int, of ancestor: Int) -> Bool {
    var inner = node
    while inner != ancestor {
      guard let parent = nodes[inner].parent, !nodes[parent].isOutlined else { return false }
      inner = parent
    }
    return true
  }

  /// The position of every node among its siblings.
  private func childPositions() -> [Int] {
    var counts = Array(repeating: 0, count: nodes.count)
    return nodes.map { node in
      guard let parent = node.parent else { return 0 }
      counts[parent] += 1
      return counts[parent] - 1
    }
  }
}

/// How many arrows bend in the least gap without crowding it.
private let freeTracks = 5

extension Arrangement {
  /// The axes along which an arrow between two children may run straight, by their positions.
  fileprivate func axes(betweenChildren one: Int, _ other: Int) -> [Axis] {
    let (low, high) = (min(one, other), max(one, other))
    switch self {
    case .row: return high - low == 1 ? [.horizontal] : []
    case .column: return high - low == 1 ? [.vertical] : []
    case .grid(let columns, _):
      if high - low == columns { return [.vertical] }
      return high - low == 1 && low / columns == high / columns ? [.horizontal] : []
    case .layered(let direction, _), .tree(let direction, _): return [direction.axis]
    case .automatic, .ring, .packed, .force, .orthogonal: return Axis.allCases
    // The one makes room by itself, and in the others no arrow runs from one to the next.
    case .nested, .lanes, .shared: return []
    }
  }

  /// The gap that the author chose.
  var spacing: Int? {
    switch self {
    case .automatic(let spacing), .row(_, let spacing), .column(_, let spacing),
      .grid(_, let spacing), .ring(let spacing), .layered(_, let spacing),
      .tree(_, let spacing), .packed(let spacing), .force(let spacing),
      .orthogonal(let spacing):
      spacing
    case .lanes(let spacing): spacing
    case .nested, .shared: nil
    }
  }
}
