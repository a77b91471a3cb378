import DiagramGraph
import DiagramModel

/// Fans of many boxes in layers from top to bottom: boxes that only one other box, the hub, is joined
/// with, all of them above or all of them below it.
///
/// In one layer they would be far wider than a slide. Each fan is placed as one box, in which its members
/// then stand in rows, with room between the columns for the edges to the rows behind. Two rows of which the
/// second is one box shorter stand like bricks: every edge runs straight. Else the number of columns is even if
/// it can be, so that the edges to the right are the mirror image of those to the left. The hub becomes as
/// wide as they are together, if it may: so the edges leave it evenly.
struct FoldedFans {
  /// The children with one box for each fan, behind all others.
  let graph: ChildGraph
  private let fans: [Fan]
  /// The children that are in no fan.
  private let others: [Int]
  private let children: ChildGraph

  init(_ children: ChildGraph, _ direction: Direction) {
    self.children = children
    let canFold = direction.axis == .vertical && children.graph.hints.isEmpty && !children.hasPins
    let fans = canFold ? children.fans.compactMap { Fan($0.members, around: $0.hub, children) } : []
    let inFans = Set(fans.flatMap(\.members))
    let others = children.graph.nodes.indices.filter { !inFans.contains($0) }
    (self.fans, self.others) = (fans, others)
    graph = fans.isEmpty ? children : children.replacing(fans, others)
  }

  /// Whether there are any.
  var hasFans: Bool { !fans.isEmpty }

  /// The frames of all children, from those of ``graph``.
  func unfolded(_ frames: [Rect]) -> [Rect] {
    guard !fans.isEmpty else { return frames }
    var unfolded = children.sizes.map { Rect(origin: Point(x: 0, y: 0), size: $0) }
    for (child, frame) in zip(others, frames) { unfolded[child] = frame }
    for (fan, frame) in zip(fans, frames.dropFirst(others.count)) {
      for (index, member) in fan.members.enumerated() {
        unfolded[member] = fan.frame(of: index, children.sizes[member], in: frame)
      }
    }
    return unfolded
  }
}

/// A fan in rows.
private struct Fan {
  let hub: Int
  let members: [Int]
  let size: Size
  private let columns: Int
  /// How far the last row begins to the right of the others.
  private let indent: Int
  private let cell: Size
  private let gap: Size

  /// A fan of fewer boxes stays in one row.
  private static let fewest = 8
  /// Between a box and the line beside it, and between two lines.
  private static let lineGap = 16

  /// The number of rows that gives the fan, its hub included, about the shape of a slide; nil if that is
  /// a single one.
  init?(_ members: [Int], around hub: Int, _ children: ChildGraph) {
    guard members.count >= Self.fewest else { return nil }
    let cell = members.reduce(Size.zero) { $0.union(children.sizes[$1]) }
    let rowGap = children.fanGap(of: members)
    let head = children.sizes[hub].height + rowGap
    let shapes = (1...members.count).map { rows -> (columns: Int, gap: Size, size: Size) in
      let columns = (members.count + rows - 1) / rows
      let gap = Size(
        width: roundedUp(max(2, rows) * Self.lineGap), height: rowGap)
      let lines = (members.count + columns - 1) / columns
      let size = Size(
        width: columns * (cell.width + gap.width) - gap.width,
        height: lines * (cell.height + gap.height) - gap.height)
      return (columns, gap, size)
    }
    let wanted = children.graph.shape
    let badness = shapes.map { shape in
      let (width, height) = (
        wanted.height * shape.size.width, wanted.width * (shape.size.height + head)
      )
      let rows = Rows(of: members.count, columns: shape.columns)
      return max(width, height) * rows.fine / min(width, height)
    }
    guard let best = badness.indices.min(by: { badness[$0] < badness[$1] }), best > 0 else {
      return nil
    }
    (self.hub, self.members, self.cell) = (hub, members, cell)
    (columns, gap, size) = shapes[best]
    let rows = Rows(of: members.count, columns: columns)
    indent = rows.indent * (cell.width + gap.width) / 2
  }

  /// How members fill rows.
  private struct Rows {
    let columns: Int
    let count: Int
    /// How many stand in the last one.
    let last: Int

    init(of members: Int, columns: Int) {
      self.columns = columns
      count = (members + columns - 1) / columns
      last = members - (count - 1) * columns
    }

    private var areBricks: Bool { count == 2 && last == columns - 1 }
    /// What the shape of these rows counts, in thousandths: little where all edges run straight, much where
    /// those on both sides of the middle cannot be alike.
    var fine: Int { areBricks ? 600 : count == 1 || columns.isMultiple(of: 2) ? 1000 : 2000 }
    /// How many halves of a column the last row is moved, so that it stands in the middle; where other
    /// edges to it run between columns, only by whole ones.
    var indent: Int {
      areBricks || columns.isMultiple(of: 2) && last.isMultiple(of: 2) ? columns - last : 0
    }
  }

  /// Where one of the members lies in the frame of the fan.
  func frame(of index: Int, _ size: Size, in frame: Rect) -> Rect {
    let (column, row) = (index % columns, index / columns)
    let isLast = row == (members.count - 1) / columns
    return Rect(
      origin: Point(
        x: frame.minX + (isLast ? indent : 0) + column * (cell.width + gap.width)
          + (cell.width - size.width) / 2,
        y: frame.minY + row * (cell.height + gap.height) + (cell.height - size.height) / 2),
      size: size)
  }
}

extension ChildGraph {
  /// The boxes that only a hub is joined with, by edges in one direction, for each hub and direction.
  fileprivate var fans: [(hub: Int, members: [Int])] {
    var neighbors = [Set<Int>](repeating: [], count: graph.nodes.count)
    for edge in graph.edges {
      neighbors[edge.source].insert(edge.target)
      neighbors[edge.target].insert(edge.source)
    }
    var hasIn = [Bool](repeating: false, count: graph.nodes.count)
    var hasOut = hasIn
    for edge in graph.edges { (hasOut[edge.source], hasIn[edge.target]) = (true, true) }
    let members = graph.nodes.indices.filter {
      neighbors[$0].count == 1 && hasIn[$0] != hasOut[$0]
    }
    let fans = Dictionary(grouping: members) { member in
      [neighbors[member].first ?? 0, hasIn[member] ? 1 : 0]
    }
    return fans.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map { ($0.key[0], $0.value) }
  }

  /// The room between the rows of a fan: edges come to all but the first from beside them. Their texts
  /// need as much as anywhere.
  fileprivate func fanGap(of members: [Int]) -> Int {
    let members = Set(members)
    let isLabelled = graph.edges.contains { edge in
      edge.labelSize != nil && (members.contains(edge.source) || members.contains(edge.target))
    }
    return isLabelled ? gap.height : min(gap.height, emptyRowGap)
  }

  /// The children with one box for each fan, behind all others.
  fileprivate func replacing(_ fans: [Fan], _ others: [Int]) -> ChildGraph {
    var places: [Int: Int] = [:]
    for (place, child) in others.enumerated() { places[child] = place }
    var nodes = others.map { graph.nodes[$0] }
    for (number, fan) in fans.enumerated() {
      for member in fan.members { places[member] = others.count + number }
      nodes.append(LayoutNode(parent: nil, minimumSize: fan.size))
      guard let hub = places[fan.hub], nodes[hub].grows,
        !nodes[hub].fixedAxes.contains(.horizontal)
      else { continue }
      nodes[hub].minimumSize.width = max(nodes[hub].minimumSize.width, fan.size.width)
    }
    var known: Set<[Int]> = []
    let edges = graph.edges.compactMap { edge -> LayoutEdge? in
      guard let source = places[edge.source], let target = places[edge.target] else { return nil }
      var lifted = edge
      (lifted.source, lifted.target) = (source, target)
      // One edge is enough to keep a fan at its hub.
      let isOfFan = max(source, target) >= others.count
      return isOfFan && !known.insert([source, target]).inserted ? nil : lifted
    }
    var copy = self
    (copy.graph.nodes, copy.graph.edges) = (nodes, edges)
    // Edges that only lead to fans need no room to bend.
    if edges.allSatisfy({ max($0.source, $0.target) >= others.count }) {
      copy.gap.height = fanGap(of: fans.flatMap(\.members))
    }
    return copy
  }
}

/// Between the rows of a fan whose edges have no texts.
private let emptyRowGap = 60
