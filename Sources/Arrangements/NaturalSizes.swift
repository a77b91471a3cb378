package import DiagramGraph
import DiagramModel

/// The graph with the smallest size of every node that keeps siblings equal.
package struct SizedGraph {
  package let graph: LayoutGraph
  let spacing: ChildSpacing
  /// What is drawn as a part of nodes whose arrangement is nested.
  package let nests: Nests
  /// What is wanted of the drawing.
  package let request: LayoutRequest
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
  /// The tracks of each row, column and grid along both axes.
  private(set) var cells: [TrackOwner: Tracks] = [:]
  /// The tracks that what lies in a node has in common, for each such node.
  private(set) var sharings: [Int: [TrackSharing]] = [:]
  /// What has its tracks from a node around it.
  private(set) var sharers: Set<TrackOwner> = []

  package init(
    _ graph: LayoutGraph, spacing: ChildSpacing, nests: Nests = Nests(),
    for request: LayoutRequest = LayoutRequest()
  ) {
    self.graph = graph
    self.spacing = spacing
    self.nests = nests
    self.request = request
    PhaseJournal.note { notes in
      (notes.growths, notes.contents, notes.cells, notes.linedUp) = ([:], [:], [:], [])
    }
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
        if nests.isTiered(node) || graph.joinsChildren(of: node) {
          equaliseGroups(of: children[node])
        }
        continue
      }
      if let plan = nests.plan(of: node) {
        equaliseGroups(of: children[node])
        arrangements[node] = .nested(plan.direction)
        sizes[node] = size(of: node, around: tieredSize(plan))
        continue
      }
      arrangements[node] = chosenArrangement(of: node)
      noteChoice(of: node)
      sizes[node] = naturalSize(of: node)
    }
  }

  // MARK: - Arrangement

  /// The arrangement of each node as its author wrote it, or as it was chosen.
  package var choices: [Arrangement] {
    graph.nodes.indices.map { node in
      nests.isTiered(node) ? graph.nodes[node].arrangement : arrangements[node]
    }
  }

  /// Arrangements that somebody chose, as an earlier attempt did, have been noted with what they were chosen from.
  private func noteChoice(of node: Int) {
    let arrangement = arrangements[node]
    PhaseJournal.note { notes in
      guard notes.choices[node]?.arrangement != arrangement else { return }
      notes.choices[node] = LayoutNotes.Choice(arrangement)
    }
  }

  private mutating func chosenArrangement(of node: Int) -> Arrangement {
    guard case .automatic(let spacing) = graph.nodes[node].arrangement else {
      return graph.nodes[node].arrangement
    }
    if graph.joinsChildren(of: node) {
      equaliseGroups(of: children[node])
      let choice = AutomaticChoice(childGraph(of: node), spacing: spacing)
      placed[node] = choice.placed
      PhaseJournal.note { notes in
        notes.choices[node] = LayoutNotes.Choice(choice.arrangement, trials: choice.trials)
      }
      return choice.arrangement
    }
    let count = children[node].count
    let cell = children[node].reduce(Size.zero) { $0.union(sizes[$1]) }
    guard areComparable(children[node].map { sizes[$0] }) else {
      return chosenForUnequal(node, spacing: spacing)
    }
    let badness = (1...count).map { columns in
      gridBadness(cell: cell, columns: columns, count: count, gap: self.spacing.gaps[node])
    }
    let columns = badness.indices.min { (badness[$0], $0) < (badness[$1], $1) } ?? 0
    return .grid(columns: columns + 1, spacing: spacing)
  }

  /// Boxes of unequal sizes in rows and columns, as they are written, or, if that is clearly better, or
  /// plain boxes would be blown up, packed.
  private mutating func chosenForUnequal(_ node: Int, spacing: Int?) -> Arrangement {
    let leaves = children[node].filter { children[$0].isEmpty }
    guard areComparable(leaves.map { sizes[$0] }) else { return .packed(spacing: spacing) }
    let packed = childGraph(of: node).placed(.packed(spacing: spacing))
    let extents = children[node].map { sizes[$0] }
    let gap = self.spacing.gaps[node]
    let area = extents.reduce(0) { $0 + $1.width * $1.height }
    let badness = (1...min(extents.count, mostColumns)).map { columns in
      let size = gridSize(of: extents, columns: columns, gap: gap)
      return shapeBadness(of: size, filledWith: area) * stretching(of: node, columns: columns) / 100
    }
    let columns = badness.indices.min { (badness[$0], $0) < (badness[$1], $1) } ?? 0
    if shapeBadness(of: packed.size, filledWith: area) * 5 < badness[columns] * 4 {
      placed[node] = packed
      return .packed(spacing: spacing)
    }
    return .grid(columns: columns + 1, spacing: spacing)
  }

  /// How much larger containers become in the cells of a grid, in hundredths.
  private func stretching(of node: Int, columns: Int) -> Int {
    let members = children[node]
    let (cells, area) = members.indices.reduce((0, 0)) { sums, index in
      guard graph.nodes[members[index]].isOutlined, !children[members[index]].isEmpty else {
        return sums
      }
      let row = members[(index / columns * columns)...].prefix(columns)
      let column = stride(from: index % columns, to: members.count, by: columns).map { members[$0] }
      let width = column.map { sizes[$0].width }.max() ?? 0
      let height = row.map { sizes[$0].height }.max() ?? 0
      let size = sizes[members[index]]
      return (sums.0 + width * height, sums.1 + size.width * size.height)
    }
    return area > 0 ? cells * 100 / area : 100
  }

  /// The size of boxes in rows and columns of their own sizes.
  private func gridSize(of extents: [Size], columns: Int, gap: Size) -> Size {
    let rows = (extents.count + columns - 1) / columns
    let widths = (0..<columns).map { column in
      stride(from: column, to: extents.count, by: columns).map { extents[$0].width }.max() ?? 0
    }
    let heights = (0..<rows).map { row in
      extents[(row * columns)..<min((row + 1) * columns, extents.count)].map(\.height).max() ?? 0
    }
    return Size(
      width: widths.reduce(0, +) + (columns - 1) * gap.width,
      height: heights.reduce(0, +) + (rows - 1) * gap.height)
  }

  /// How far a shape is from the wanted one, in thousandths, times how much larger it is than what fills it.
  private func shapeBadness(of size: Size, filledWith area: Int) -> Int {
    let (width, height) = (
      max(1, graph.shape.height * size.width), max(1, graph.shape.width * size.height)
    )
    let ratio = max(width, height) * 1000 / min(width, height)
    return ratio * (size.width * size.height * 100 / max(1, area)) / 100
  }

  /// How far a grid is from the wanted shape, in thousandths, with a fine for each empty cell.
  private func gridBadness(cell: Size, columns: Int, count: Int, gap: Size) -> Int {
    let rows = (count + columns - 1) / columns
    let width = graph.shape.height * (columns * (cell.width + gap.width) - gap.width)
    let height = graph.shape.width * (rows * (cell.height + gap.height) - gap.height)
    let ratio = max(width, height) * 1000 / max(1, min(width, height))
    return ratio + (rows * columns - count) * 700
  }

  // MARK: - Sizes

  private mutating func naturalSize(of node: Int) -> Size {
    let content: Size
    switch arrangements[node] {
    case .row, .automatic, .column, .grid, .lanes, .shared: content = cellsSize(of: node)
    case .ring: content = ringSize(of: node)
    case .layered, .tree, .packed, .force, .orthogonal:
      content = placedSize(of: node)
      PhaseJournal.note(placed[node]?.layers ?? [:], of: children[node])
    case .nested(let direction): content = nestedSize(of: node, direction)
    }
    return size(of: node, around: content)
  }

  /// The size of a node with content of a size.
  private func size(of node: Int, around content: Size) -> Size {
    let padding = graph.nodes[node].padding
    PhaseJournal.note { notes in
      notes.contents[node] = content
      notes.paddings[node] = padding
    }
    let size = Size(
      width: content.width + padding[.horizontal], height: content.height + padding[.vertical])
    return size.union(graph.nodes[node].minimumSize)
  }

  private mutating func cellsSize(of node: Int) -> Size {
    if case .grid = arrangements[node] {
    } else {
      equaliseGroups(of: children[node], along: mainAxis(of: node))
    }
    share(tracksIn: node)
    var size = Size.zero
    for axis in Axis.allCases {
      let tracks = tracks(of: node, along: axis)
      cells[TrackOwner(node: node, axis: axis)] = tracks
      size[axis] = tracks.extent
    }
    return size
  }

  /// Gives what lies in a node and has as many tracks the same ones.
  private mutating func share(tracksIn node: Int) {
    let found = trackSharings(in: node)
    guard !found.isEmpty else { return }
    sharings[node] = found
    for sharing in found {
      for lane in sharing.lanes {
        sharers.insert(TrackOwner(node: lane.node, axis: sharing.axis))
        for (holder, room) in zip(lane.holders, sharing.rooms(of: lane)) {
          let known = sizes[holder][sharing.axis]
          sizes[holder][sharing.axis] = max(known, room)
          PhaseJournal.note {
            $0.grow(holder, along: sharing.axis, .sharedTracks(from: known, to: max(known, room)))
          }
        }
      }
    }
  }

  private mutating func equaliseGroups(of nodes: [Int]) {
    for axis in Axis.allCases { equaliseGroups(of: nodes, along: axis) }
  }

  /// Makes nodes of one size group equally long along an axis.
  private mutating func equaliseGroups(of nodes: [Int], along axis: Axis) {
    let grouped = nodes.filter { graph.nodes[$0].sizeGroup != nil }
    for group in Dictionary(grouping: grouped, by: { graph.nodes[$0].sizeGroup }).values {
      let limit = equalityLimit(
        of: group.map { sizes[$0][axis] }, along: axis,
        areFilled: group.contains { !children[$0].isEmpty })
      let members = group.filter { sizes[$0][axis] <= limit }
      let extent = commonExtent(of: members, along: axis)
      noteGrowth(of: members, to: extent, along: axis)
      for member in members { sizes[member][axis] = extent }
    }
  }

  private func noteGrowth(of members: [Int], to extent: Int, along axis: Axis) {
    guard members.contains(where: { sizes[$0][axis] < extent }) else { return }
    PhaseJournal.note { notes in
      guard let longest = members.max(by: { sizes[$0][axis] < sizes[$1][axis] }) else { return }
      for member in members {
        notes.grow(
          member, along: axis, .likeNode(longest, from: sizes[member][axis], to: extent))
      }
    }
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

  private mutating func tieredSize(_ plan: TierPlan) -> Size {
    let tiers = TieredChildren(plan, in: self)
    placed.merge(tiers.places) { $1 }
    for (group, size) in tiers.sizes {
      sizes[group] = size
      arrangements[group] = .nested(plan.direction)
    }
    return tiers.places[plan.root]?.size ?? .zero
  }

  private mutating func nestedSize(of node: Int, _ direction: Direction?) -> Size {
    let nested = NestedChildren(of: node, in: self, direction: direction)
    placed.merge(nested.places) { $1 }
    nestedWays[node] = nested.ways
    for (container, size) in nested.sizes {
      sizes[container] = size
      arrangements[container] = .nested(direction)
    }
    return nested.places[node]?.size ?? .zero
  }
}

extension LayoutGraph {
  /// Whether an edge or a hint joins two children of a node, or what is inside them, or the place
  /// of one is given.
  fileprivate func joinsChildren(of node: Int) -> Bool {
    nodes.contains { $0.parent == node && $0.pin != nil && $0.on == nil }
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

/// The largest extent that the others of a group follow.
///
/// Along the horizontal axis that is twice the middle one, and what a short text never blows up; what is
/// longer, such as the text of a whole file, would blow all of them up. Along the vertical one nothing
/// becomes a slab, and no container clearly larger than what it holds asks for.
private func equalityLimit(of extents: [Int], along axis: Axis, areFilled: Bool) -> Int {
  guard axis == .horizontal else { return (extents.min() ?? 0) * (areFilled ? 13 : 16) / 10 }
  let middle = extents.sorted().dropFirst((extents.count - 1) / 2).first ?? 0
  return max(2 * middle, usualWidth)
}

/// In so many columns at most boxes of unequal sizes are tried.
private let mostColumns = 60

/// Up to this width all boxes of a container are equal, however short the texts of most are.
let usualWidth = 240
