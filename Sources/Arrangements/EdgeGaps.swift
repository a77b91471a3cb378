import DiagramGraph
import DiagramModel

/// What the edges ask of the gaps between the children of each node.
struct EdgeGaps {
  /// One for each node: the gap along the horizontal and the vertical axis.
  private(set) var gaps: [Size]
  /// For each node the edge that asks for the most.
  private(set) var widest: [Int: Int] = [:]
  /// How many edges begin to run beside each child minus how many end: their running sum is the
  /// number of edges in each gap. A trunk counts once.
  private var changes: [Int: [Int: Int]] = [:]
  private let table: Spacing

  /// - Parameters:
  ///   - graph: what is drawn.
  ///   - positions: that of each node among its siblings.
  ///   - least: a gap that no edge asks for.
  ///   - table: the distances to keep.
  /// - Complexity: O(*nodes* + *edges* × *depth*).
  init(_ graph: LayoutGraph, _ positions: [Int], least: Size, _ table: Spacing) {
    gaps = Array(repeating: least, count: graph.nodes.count)
    self.table = table
    var stems: Set<[Int]> = []
    let trees = TreeEdges(graph, arrangements: graph.nodes.map(\.arrangement))
    for (index, edge) in graph.edges.enumerated() {
      guard let fork = graph.fork(edge.source, edge.target) else { continue }
      let gap = gaps[fork.node].union(gap(for: edge))
      if let direction = trees.directions[index] {
        let room = gaps[fork.node].union(branchGap(of: edge, gap, towards: direction))
        widen(fork.node, to: room, for: index)
        // The branches to a family share one line: they crowd no gap.
        continue
      }
      widen(fork.node, to: gap, for: index)
      let ends = [positions[fork.source], positions[fork.target]].sorted()
      if let trunk = edge.trunk, !stems.insert([trunk, fork.node] + ends).inserted { continue }
      changes[fork.node, default: [:]][ends[0], default: 0] += 1
      changes[fork.node, default: [:]][ends[1], default: 0] -= 1
    }
  }

  /// How many edges run in the gap of a node that has the most of them.
  func load(of node: Int) -> Int {
    let changes = changes[node] ?? [:]
    var (sum, largest) = (0, 0)
    for position in changes.keys.sorted() {
      sum += changes[position] ?? 0
      largest = max(largest, sum)
    }
    return largest
  }

  private mutating func widen(_ node: Int, to gap: Size, for edge: Int) {
    if gap != gaps[node] { widest[node] = edge }
    gaps[node] = gap
  }

  /// What an edge asks for by itself.
  private func gap(for edge: LayoutEdge) -> Size {
    var label = edge.labelSize ?? .zero
    // A branch has but the half of a gap behind its trunk.
    if edge.trunk != nil { label = Size(width: 2 * label.width, height: 2 * label.height) }
    return Size(
      width: max(
        table.joinedNodes, roundedUp(label.width + table.besideText),
        roundedUp(edge.roomOnLine.width)) + 2 * edge.gap,
      height: max(
        table.layers, roundedUp(label.height + table.besideText),
        roundedUp(edge.roomOnLine.height)) + 2 * edge.gap)
  }

  /// What an edge along which a box hangs asks for: as much as any other along the tree, and across it no
  /// more than its text, which stands beside it.
  private func branchGap(
    of edge: LayoutEdge, _ gap: Size, towards direction: Direction
  ) -> Size {
    var room = gap
    let across = direction.axis.cross
    let text = edge.labelSize.map { $0[across] + 2 * table.roomyText } ?? 0
    room[across] = max(table.branches, roundedUp(text), roundedUp(edge.roomOnLine[across]))
    return room
  }
}
