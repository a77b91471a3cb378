import DiagramAlgorithms
import DiagramCheck
import DiagramGraph
import DiagramModel

/// Where everything stands across the flow.
struct Columns {
  /// The left limit of each vertex (of a bend: the vertex itself).
  var lefts: [Int]
  /// The left and right limit of each cluster.
  var clusterSpans: [ClosedRange<Int>]
  /// Where each segment leaves the upper rank, and where it reaches the lower one.
  var upperEnds: [Int]
  var lowerEnds: [Int]
}

/// Places every vertex, port and cluster outline across the flow, so that the order of the ranks
/// and all distances are kept and the segments deviate least from straight lines.
///
/// Ports lie evenly on the side of their box; long edges, and those of the longest chain, are held
/// straight by weight.
///
/// > Source: Gansner, Koutsofios, North, Vo 1993, §4.2, with ports and cluster outlines as
/// > further variables; outlines after Sander 1996.
func columns(of order: RankOrder, spacing: Spacing) -> Columns {
  let hasHints = !order.graph.graph.hints.across.isEmpty
  guard hasHints || !order.graph.isLarge else { return blockColumns(of: order, spacing: spacing) }
  var assignment = ColumnAssignment(order: order, spacing: spacing)
  assignment.addClusters()
  assignment.addSeparation()
  assignment.addHints()
  assignment.addPorts()
  assignment.addCentering()
  let unbent = assignment
  let isMain = order.graph.mainEdges
  assignment.addSegments { boxes, index in
    ColumnWeight.ofSegment(betweenBoxes: boxes)
      * (isMain[order.graph.segments[index].edge] ? ColumnWeight.main : 1)
  }
  let held = assignment.system.arcs.count
  var (columns, basis) = assignment.solved(from: nil)
  for _ in 0..<straighteningRounds {
    assignment = unbent
    assignment.addSegments { boxes, index in
      let bend = abs(columns.upperEnds[index] - columns.lowerEnds[index])
      return ColumnWeight.ofSegment(betweenBoxes: boxes) / 64
        + ColumnWeight.straight * ColumnWeight.tolerance / (bend + ColumnWeight.tolerance)
    }
    assignment.addAlignment(near: columns)
    assignment.addTitles()
    (columns, basis) = assignment.solved(from: basis.first(held))
  }
  let forks = order.graph.ranked.forks
  for _ in 0..<forkRounds where assignment.isAny(of: forks, askewIn: columns) {
    var forked = assignment
    forked.add(forks, near: columns)
    columns = forked.solved(from: basis.first(held)).columns
  }
  return columns
}

/// How often the placement is repeated with firmer weights for what is almost straight.
private let straighteningRounds = 2

/// How often hubs are drawn to where the middles of their forks then are.
private let forkRounds = 3

/// How firmly something is held, in the objective of the column assignment.
enum ColumnWeight {
  static let centering = 1
  static let clusterWidth = 24
  static let alignment = 8
  /// More than a bend that is counted: a fork has one on each side.
  static let fork = 1000
  /// The price of a unit of deviation at the end of an edge at a cluster.
  static let ofOutline = 4
  /// How many times dearer bends are in the chain that others branch off.
  static let main = 2
  /// The price of a line that runs through a title.
  static let title = 1000
  /// The deviation from which on middles are not drawn together.
  static let alignmentReach = 30
  /// The price of a bend, if it were counted and not measured.
  static let straight = 600
  /// The bend that is half as dear as a first small one.
  static let tolerance = 10

  /// The first price of a unit of deviation, by how many ends of the segment are boxes.
  static func ofSegment(betweenBoxes count: Int) -> Int { [96, 24, 16][count] }
}

struct ColumnAssignment {
  let order: RankOrder
  let spacing: Spacing
  var system: DifferenceSystem
  /// The variable of each segment's upper end, and what to add to it; then the lower end's.
  var upperEnds: [(variable: Int, offset: Int)]
  var lowerEnds: [(variable: Int, offset: Int)]

  var graph: LayerGraph { order.graph }
  func leftOutline(_ cluster: Int) -> Int { graph.vertices.count + 2 * cluster }
  func rightOutline(_ cluster: Int) -> Int { graph.vertices.count + 2 * cluster + 1 }

  init(order: RankOrder, spacing: Spacing) {
    self.order = order
    self.spacing = spacing
    let graph = order.graph
    system = DifferenceSystem(
      variableCount: graph.vertices.count + 2 * graph.graph.clusters.count)
    upperEnds = graph.segments.map { ($0.upper, graph.vertices[$0.upper].size.width / 2) }
    lowerEnds = graph.segments.map { ($0.lower, graph.vertices[$0.lower].size.width / 2) }
  }

  mutating func addClusters() {
    for (index, cluster) in graph.graph.clusters.enumerated() {
      system.require(
        leftOutline(index), before: rightOutline(index), by: cluster.minimumSize.width,
        weight: ColumnWeight.clusterWidth)
      guard let parent = cluster.parent else { continue }
      let insets = graph.graph.clusters[parent].insets
      system.require(leftOutline(parent), before: leftOutline(index), by: insets.left)
      system.require(
        rightOutline(index), before: rightOutline(parent), by: insets.right + cluster.loopRoom)
    }
  }

  /// Keeps neighbours on a rank apart, and inside the outlines of their clusters.
  mutating func addSeparation() {
    for layer in order.layers {
      guard let first = layer.first, let last = layer.last else { continue }
      enterClusters(at: first, common: 0)
      for place in layer.indices.dropFirst() {
        let (left, right) = (layer[place - 1], layer[place])
        let common = order.neighbors.commonDepth(left, right)
        leaveClusters(at: left, common: common)
        enterClusters(at: right, common: common)
        separate(left, right, common: common)
      }
      leaveClusters(at: last, common: 0)
    }
    addInsets()
  }

  /// Keeps boxes of which hints order the places apart, on whatever ranks they stand.
  mutating func addHints() {
    for (first, second) in graph.graph.hints.across {
      system.require(
        first, before: second, by: graph.vertices[first].size.width + spacing.nodes)
    }
  }

  /// Keeps the first vertex of a cluster on a rank inside its outline.
  private mutating func enterClusters(at vertex: Int, common: Int) {
    guard graph.vertices[vertex].path.count > common, let inner = graph.vertices[vertex].path.last
    else { return }
    system.require(
      leftOutline(inner), before: vertex, by: roomInside(inner, at: vertex, on: .left))
  }

  private mutating func leaveClusters(at vertex: Int, common: Int) {
    guard graph.vertices[vertex].path.count > common, let inner = graph.vertices[vertex].path.last
    else { return }
    system.require(
      vertex, before: rightOutline(inner),
      by: graph.vertices[vertex].size.width + roomInside(inner, at: vertex, on: .right))
  }

  /// Keeps every box away from the outline around it by the insets; lines may come nearer.
  private mutating func addInsets() {
    for (leaf, value) in graph.graph.leaves.enumerated() {
      guard let cluster = value.cluster else { continue }
      let insets = graph.graph.clusters[cluster].insets
      system.require(leftOutline(cluster), before: leaf, by: insets.left)
      system.require(
        leaf, before: rightOutline(cluster), by: value.size.width + value.loopRoom + insets.right)
    }
  }

  private mutating func separate(_ left: Int, _ right: Int, common: Int) {
    let (leftPath, rightPath) = (graph.vertices[left].path, graph.vertices[right].path)
    let leftCluster = leftPath.count > common ? leftPath[common] : nil
    let rightCluster = rightPath.count > common ? rightPath[common] : nil
    system.require(
      leftCluster.map(rightOutline) ?? left, before: rightCluster.map(leftOutline) ?? right,
      by: gap(between: left, and: right, common: common)
        + (leftCluster.map { graph.graph.clusters[$0].loopRoom } ?? graph.vertices[left].size.width)
    )
  }

  /// The room between two neighbours on a rank, or between the outermost of the clusters around
  /// them that do not contain both; `common` clusters do.
  func gap(between left: Int, and right: Int, common: Int) -> Int {
    let isLeftBox = graph.vertices[left].path.count > common || isBox(left)
    let isRightBox = graph.vertices[right].path.count > common || isBox(right)
    let isAnyLabel = isLabel(left) || isLabel(right)
    if isLeftBox, isRightBox {
      return isAnyLabel ? spacing.edgeToNode : spacing.nodes + spacing.widening
    }
    let overhang = graph.isLeaf(left) != graph.isLeaf(right) ? spacing.overhang : 0
    return overhang
      + ((isLeftBox || isRightBox) && !isAnyLabel ? spacing.edgeToNode : spacing.edges)
  }

  private func isBox(_ vertex: Int) -> Bool { graph.isLeaf(vertex) || isLabel(vertex) }

  private func isLabel(_ vertex: Int) -> Bool {
    if case .label = graph.vertices[vertex].kind { return true }
    return false
  }

  /// Gives each end at a box a place of its own on the side of the box.
  mutating func addPorts() {
    let count = graph.vertices.count
    let below = Buckets(count: count, graph.segments.indices.map { (graph.segments[$0].upper, $0) })
    let above = Buckets(count: count, graph.segments.indices.map { (graph.segments[$0].lower, $0) })
    for (leaf, value) in graph.graph.leaves.enumerated() {
      if let ports = value.ports {
        for (segment, place) in zip(sorted(below[leaf], other: \.lower), ports.below) {
          upperEnds[segment] = (leaf, place)
        }
        for (segment, place) in zip(sorted(above[leaf], other: \.upper), ports.above) {
          lowerEnds[segment] = (leaf, place)
        }
        continue
      }
      let width = value.size.width
      let (lower, upper) = (
        sorted(below[leaf], other: \.lower), sorted(above[leaf], other: \.upper)
      )
      let rows = (
        PortRow(width: width, fan: lower, of: graph, spacing: spacing),
        PortRow(width: width, fan: upper, of: graph, spacing: spacing)
      )
      for (slot, segment) in lower.enumerated() {
        upperEnds[segment] = (leaf, rows.0.place(of: slot))
      }
      for (slot, segment) in upper.enumerated() {
        lowerEnds[segment] = (leaf, rows.1.place(of: slot))
      }
    }
  }

  /// Draws the middles of boxes that an edge joins together, where nothing else tells them apart.
  mutating func addCentering() {
    for edge in graph.graph.edges {
      guard case .leaf(let source) = edge.source, case .leaf(let target) = edge.target else {
        continue
      }
      let widths = (
        graph.graph.leaves[source].size.width, graph.graph.leaves[target].size.width
      )
      system.attract(
        source, target, offset: widths.0 / 2 - widths.1 / 2, weight: ColumnWeight.centering)
    }
  }

  /// The segments on one side of a box in the order of their other ends.
  private func sorted(
    _ segments: ArraySlice<Int>, other: (LayerGraph.Segment) -> Int
  ) -> [Int] {
    segments.sorted {
      let (first, second) = (graph.segments[$0], graph.segments[$1])
      let places = (order.positions[other(first)], order.positions[other(second)])
      return (places.0, first.edge) < (places.1, second.edge)
    }
  }

  /// - Parameter weight: the price of a unit of deviation, from how many ends are boxes and the
  ///   segment's index.
  mutating func addSegments(weight: (_ boxes: Int, _ index: Int) -> Int) {
    for (index, segment) in graph.segments.enumerated() {
      let (upper, lower) = (upperEnds[index], lowerEnds[index])
      let boxes = (graph.isLeaf(segment.upper) ? 1 : 0) + (graph.isLeaf(segment.lower) ? 1 : 0)
      system.attract(
        upper.variable, lower.variable, offset: upper.offset - lower.offset,
        weight: (endsAtOutline(segment) ? ColumnWeight.ofOutline : weight(boxes, index))
          * graph.graph.edges[segment.edge].weight)
    }
  }

  /// Whether a segment is the first or the last of an edge that ends at a cluster: such an end may
  /// slide along its side, so that the cluster need not reach to where the edge goes.
  private func endsAtOutline(_ segment: LayerGraph.Segment) -> Bool {
    [segment.upper, segment.lower].contains {
      if case .port = graph.vertices[$0].kind { true } else { false }
    }
  }

  /// Draws the middles of boxes together that are almost in one line already.
  mutating func addAlignment(near columns: Columns) {
    let middles = graph.graph.leaves.enumerated().map { leaf, value in
      (middle: columns.lefts[leaf] + value.size.width / 2, leaf: leaf)
    }.sorted { ($0.middle, $0.leaf) < ($1.middle, $1.leaf) }
    for (first, second) in zip(middles, middles.dropFirst())
    where second.middle - first.middle <= ColumnWeight.alignmentReach {
      let widths = (
        graph.graph.leaves[first.leaf].size.width, graph.graph.leaves[second.leaf].size.width
      )
      system.attract(
        first.leaf, second.leaf, offset: widths.0 / 2 - widths.1 / 2, weight: ColumnWeight.alignment
      )
    }
  }

  /// The two members of a fork between whose middles its hub stands.
  private func middles(of fork: Fork) -> (Int, Int) { fork.middles { order.positions[$0] } }

  private func width(_ leaf: Int) -> Int { graph.graph.leaves[leaf].size.width }

  /// Whether the hub of a fork is not in the middle of the others.
  func isAny(of forks: [Fork], askewIn columns: Columns) -> Bool {
    func middle(_ leaf: Int) -> Int { 2 * columns.lefts[leaf] + width(leaf) }
    return forks.contains { fork in
      let (first, last) = middles(of: fork)
      return abs(2 * middle(fork.hub) - middle(first) - middle(last)) > 4
    }
  }

  /// Draws the hub of each fork into the middle of the others, which stay where they are unless they
  /// are hubs themselves.
  mutating func add(_ forks: [Fork], near columns: Columns) {
    let forksOfHubs = Dictionary(grouping: forks, by: \.hub)
    /// Twice the place where the middle of a leaf will be.
    func middle(_ leaf: Int) -> Int {
      guard let fork = forksOfHubs[leaf]?.first else {
        return 2 * columns.lefts[leaf] + width(leaf)
      }
      let (first, last) = middles(of: fork)
      return (middle(first) + middle(last)) / 2
    }
    for fork in forks {
      let (first, last) = middles(of: fork)
      let distance = (middle(last) - middle(first)) / 4
      system.attract(
        first, fork.hub, offset: distance + width(first) / 2 - width(fork.hub) / 2,
        weight: ColumnWeight.fork)
      guard first != last else { continue }
      system.attract(
        fork.hub, last, offset: distance + width(fork.hub) / 2 - width(last) / 2,
        weight: ColumnWeight.fork)
    }
  }

  /// The columns of least price, and on which arcs they rest; those of a similar system are where
  /// to begin.
  func solved(
    from basis: DifferenceSystem.Basis?
  ) -> (columns: Columns, basis: DifferenceSystem.Basis) {
    let (values, basis) = system.solved(from: basis)
    let columns = Columns(
      lefts: graph.vertices.indices.map { values[$0] },
      clusterSpans: graph.graph.clusters.indices.map {
        values[leftOutline($0)]...values[rightOutline($0)]
      },
      upperEnds: upperEnds.map { values[$0.variable] + $0.offset },
      lowerEnds: lowerEnds.map { values[$0.variable] + $0.offset })
    return (columns, basis)
  }
}
