package import DiagramGraph
import DiagramModel

/// What children that fill a larger container grow by: multiples of it. Finer than the grid, or
/// rows of two and of three boxes would have to grow far to be equally high.
private let shareStep = grid / 2

/// The graph with the smallest size of every node that keeps siblings equal.
package struct SizedGraph {
  package let graph: LayoutGraph
  let spacing: ChildSpacing
  /// What is drawn as a part of nodes whose arrangement is nested.
  let nests: Nests
  let children: [[Int]]
  /// The arrangement of each node, never automatic.
  package private(set) var arrangements: [Arrangement]
  /// The size that each node needs; larger than its content where siblings are larger.
  private(set) var sizes: [Size]
  /// The children of each node that is a ring, or places its children freely, around or from an
  /// origin of their own.
  private(set) var rings: [Int: RingFrames] = [:]
  private(set) var placed: [Int: PlacedChildren] = [:]
  /// For each node that is drawn at once with what is in it, the ways of edges from its own origin.
  private(set) var nestedWays: [Int: [(edge: Int, points: [Point])]] = [:]

  package init(_ graph: LayoutGraph, spacing: ChildSpacing, nests: Nests = Nests()) {
    self.graph = graph
    self.spacing = spacing
    self.nests = nests
    let nesting = Nesting(graph)
    children = graph.nodes.indices.map { nesting.children(of: $0) }
    arrangements = graph.nodes.map(\.arrangement)
    sizes = graph.nodes.indices.map {
      nesting.isLeaf($0) ? graph.nodes[$0].minimumSize : .zero
    }
    equaliseGroups(of: graph.nodes.indices.filter(nesting.isLeaf))
    for node in graph.nodes.indices.reversed() where !nesting.isLeaf(node) {
      guard !nests.isInner(node) else {
        // Its root draws it; boxes that edges join are equal wherever they are drawn.
        if graph.joinsChildren(of: node) { equaliseGroups(of: children[node]) }
        continue
      }
      arrangements[node] = chosenArrangement(of: node)
      sizes[node] = naturalSize(of: node)
    }
  }

  // MARK: - Arrangement

  private mutating func chosenArrangement(of node: Int) -> Arrangement {
    guard case .automatic(let spacing) = graph.nodes[node].arrangement else {
      return graph.nodes[node].arrangement
    }
    if graph.joinsChildren(of: node) {
      equaliseGroups(of: children[node])
      let choice = AutomaticChoice(childGraph(of: node), spacing: spacing)
      placed[node] = choice.placed
      return choice.arrangement
    }
    let count = children[node].count
    let cell = children[node].reduce(Size.zero) { $0.union(sizes[$1]) }
    guard areComparable(children[node].map { sizes[$0] }) else { return .packed(spacing: spacing) }
    let badness = (1...count).map { columns in
      gridBadness(cell: cell, columns: columns, count: count, gap: self.spacing.gaps[node])
    }
    let columns = badness.indices.min { (badness[$0], $0) < (badness[$1], $1) } ?? 0
    return .grid(columns: columns + 1, spacing: spacing)
  }

  /// How far a grid is from 16:9, in thousandths, with a fine for each empty cell.
  private func gridBadness(cell: Size, columns: Int, count: Int, gap: Size) -> Int {
    let rows = (count + columns - 1) / columns
    let width = 9 * (columns * (cell.width + gap.width) - gap.width)
    let height = 16 * (rows * (cell.height + gap.height) - gap.height)
    let ratio = max(width, height) * 1000 / max(1, min(width, height))
    return ratio + (rows * columns - count) * 700
  }

  // MARK: - Sizes

  private mutating func naturalSize(of node: Int) -> Size {
    let content: Size
    switch arrangements[node] {
    case .row, .automatic: content = lineSize(of: node, along: .horizontal)
    case .column: content = lineSize(of: node, along: .vertical)
    case .grid(let columns, _): content = gridSize(of: node, columns: columns)
    case .ring: content = ringSize(of: node)
    case .layered, .tree, .packed, .force, .orthogonal: content = placedSize(of: node)
    case .nested(let direction): content = nestedSize(of: node, direction)
    }
    let padding = graph.nodes[node].padding
    let size = Size(
      width: content.width + padding[.horizontal], height: content.height + padding[.vertical])
    return size.union(graph.nodes[node].minimumSize)
  }

  private mutating func lineSize(of node: Int, along axis: Axis) -> Size {
    equaliseGroups(of: children[node], along: axis)
    var size = Size.zero
    size[axis] =
      children[node].reduce(0) { $0 + sizes[$1][axis] }
      + (children[node].count - 1) * spacing.gap(in: node, along: axis)
    size[axis.cross] = commonExtent(of: children[node], along: axis.cross)
    return size
  }

  private mutating func equaliseGroups(of nodes: [Int]) {
    for axis in Axis.allCases { equaliseGroups(of: nodes, along: axis) }
  }

  /// Makes nodes of one size group equally long along an axis.
  private mutating func equaliseGroups(of nodes: [Int], along axis: Axis) {
    let grouped = nodes.filter { graph.nodes[$0].sizeGroup != nil }
    for group in Dictionary(grouping: grouped, by: { graph.nodes[$0].sizeGroup }).values {
      let limit = equalityLimit(of: group.map { sizes[$0][axis] })
      let members = group.filter { sizes[$0][axis] <= limit }
      let extent = commonExtent(of: members, along: axis)
      for member in members { sizes[member][axis] = extent }
    }
  }

  private mutating func gridSize(of node: Int, columns: Int) -> Size {
    let count = children[node].count
    let used = min(columns, count)
    let rows = (count + columns - 1) / columns
    let cell = Size(
      width: commonExtent(of: children[node], along: .horizontal),
      height: commonExtent(of: children[node], along: .vertical))
    let gap = spacing.gaps[node]
    return Size(
      width: used * (cell.width + gap.width) - gap.width,
      height: rows * (cell.height + gap.height) - gap.height)
  }

  private mutating func ringSize(of node: Int) -> Size {
    equaliseGroups(of: children[node])
    let ring = ringFrames(of: node)
    rings[node] = ring
    return ring.bounds.size
  }

  private mutating func placedSize(of node: Int) -> Size {
    if let known = placed[node] { return known.size }
    // Packed boxes keep their sizes: that is what packing is for.
    if case .packed = arrangements[node] {} else { equaliseGroups(of: children[node]) }
    let children = childGraph(of: node).placed(arrangements[node])
    placed[node] = children
    return children.size
  }

  private mutating func nestedSize(of node: Int, _ direction: FlowDirection?) -> Size {
    let nested = NestedChildren(of: node, in: self, direction: direction)
    placed.merge(nested.places) { $1 }
    nestedWays[node] = nested.ways
    for (container, size) in nested.sizes {
      sizes[container] = size
      arrangements[container] = .nested(direction)
    }
    return nested.places[node]?.size ?? .zero
  }

  /// The smallest extent that all of them can take without a fraction.
  private func commonExtent(of members: [Int], along axis: Axis) -> Int {
    let largest = members.map { sizes[$0][axis] }.max() ?? 0
    let growing = members.filter { graph.nodes[$0].grows }
    let candidates = stride(from: largest, through: largest + 20 * grid, by: grid)
    return candidates.first { extent in
      growing.allSatisfy { accepts(extent, along: axis, node: $0) }
    } ?? largest
  }

  /// Whether a node can be this long with its children filling it in whole steps.
  private func accepts(_ extent: Int, along axis: Axis, node: Int) -> Bool {
    guard !children[node].isEmpty else { return true }
    let inner = extent - graph.nodes[node].padding[axis]
    switch arrangements[node] {
    case .row, .automatic, .column:
      let growing = children[node].filter { graph.nodes[$0].grows }
      guard mainAxis(of: node) == axis else {
        return growing.allSatisfy { accepts(inner, along: axis, node: $0) }
      }
      guard !growing.isEmpty else { return true }
      let extra = inner - contentExtent(of: node, along: axis)
      guard extra % (growing.count * shareStep) == 0 else { return extra == 0 }
      return growing.allSatisfy {
        accepts(sizes[$0][axis] + extra / growing.count, along: axis, node: $0)
      }
    case .grid(let columns, _):
      let lines = cellCount(of: node, columns: columns, along: axis)
      let gap = spacing.gap(in: node, along: axis)
      let cells = inner - (lines - 1) * gap
      guard cells % (lines * shareStep) == 0 else {
        return cells == contentCells(of: node, axis) * lines
      }
      return children[node].allSatisfy { accepts(cells / lines, along: axis, node: $0) }
    case .ring, .layered, .tree, .packed, .force, .orthogonal, .nested:
      return true
    }
  }

  private func contentCells(of node: Int, _ axis: Axis) -> Int {
    commonExtent(of: children[node], along: axis)
  }

  /// How long the children of a row or column are with their gaps.
  func contentExtent(of node: Int, along axis: Axis) -> Int {
    children[node].reduce(0) { $0 + sizes[$1][axis] }
      + (children[node].count - 1) * spacing.gap(in: node, along: axis)
  }

  /// How many columns or rows a grid has.
  func cellCount(of node: Int, columns: Int, along axis: Axis) -> Int {
    let count = children[node].count
    return axis == .horizontal ? min(columns, count) : (count + columns - 1) / columns
  }

  /// The axis along which the children of a row or column follow each other.
  func mainAxis(of node: Int) -> Axis {
    if case .column = arrangements[node] { .vertical } else { .horizontal }
  }
}

extension LayoutGraph {
  /// Whether an edge or a hint joins two children of a node, or what is inside them, or the place
  /// of one is given.
  fileprivate func joinsChildren(of node: Int) -> Bool {
    nodes.contains { $0.parent == node && $0.pin != nil }
      || hints.contains { nodes[$0.first].parent == node }
      || joinsChildrenByEdge(of: node)
  }

  private func joinsChildrenByEdge(of node: Int) -> Bool {
    edges.contains { edge in
      guard let one = child(of: node, holding: edge.source),
        let other = child(of: node, holding: edge.target)
      else { return false }
      return one != other
    }
  }

}

/// Whether boxes of these sizes look right in equal cells: none is more than twice as long as another.
func areComparable(_ sizes: [Size]) -> Bool {
  Axis.allCases.allSatisfy { axis in
    let extents = sizes.map { $0[axis] }
    return (extents.max() ?? 0) <= 2 * (extents.min() ?? 0)
  }
}

/// The largest extent that the others of a group follow: twice the middle one. What is longer, such
/// as the text of a whole file, would blow all of them up.
private func equalityLimit(of extents: [Int]) -> Int {
  2 * (extents.sorted().dropFirst((extents.count - 1) / 2).first ?? 0)
}
