import AxisModel
import DiagramAlgorithms
import DiagramCheck
import DiagramGraph
import DiagramModel

/// Finishes a drawing, the flow downwards, along one axis after the other: bends are straightened,
/// middles of boxes come into common lines, and what nothing needs is closed up.
///
/// Nothing changes its order, no distance falls below what is asked for, and containers that are
/// drawn alike remain so.
///
/// - Complexity: O(*pieces*²) for what lies beside each other, then a linear programme an axis.
///
/// > Source: one-dimensional compaction with constraints, Lengauer 1990, §10.
struct CompactedLayout {
  private(set) var result: Layout
  /// For each node what it cannot come nearer to, where somebody wants to know.
  private var holds: [Int: [LayoutNotes.Hold]] = [:]
  private let graph: LayoutGraph
  private let nesting: Nesting
  /// The ends of every edge.
  private let joined: Set<[Int]>

  /// Larger drawings are left as they are: the work grows faster than their size. So are those
  /// with hints, which could be lost.
  private static let mostItems = 1500
  /// How far the middles of two boxes of one container, or joined by an edge, may be apart to come into
  /// one line; and those of others.
  private static let reach = 200
  private static let farReach = 30
  /// With how many of the boxes that follow along the axis each box is compared.
  private static let compared = 12
  /// How long a piece between two bends may be to be straightened.
  private static let longestJog = 400
  private static let longestJogAtOutline = 40
  /// How much the drawing may grow for its bends, in percent.
  private static let growth = 5
  /// The same for equal room in its containers.
  private static let growthForPaddings = 10
  /// What common lines may cost: a share of the room that could be closed up, and of the rest, in
  /// percent.
  private static let share = 20
  private static let slack = 2
  /// The price of the way from the middle of a container to the one box in it: more than that of lines.
  private static let middle = 40
  private static let prices = AxisPrices(extent: 1000, container: 16, length: 4, jog: 4, port: 0)

  init(_ layout: Layout, of graph: LayoutGraph, spacing: Spacing) {
    self.graph = graph
    joined = Set(graph.edges.map { [$0.source, $0.target] })
    result = layout
    nesting = Nesting(graph)
    let pieces = layout.routes.reduce(0) { $0 + $1.points.count }
    guard graph.hints.isEmpty, graph.nodes.count + pieces <= Self.mostItems else { return }
    let twins = Self.twins(layout, of: graph)
    for axis in [Axis.vertical, .horizontal] {
      let bodies = AxisBodies(result, of: graph, axis: axis, rigid: twins)
      let distances = AxisDistances(bodies, rules: .layered(spacing))
      result = compacted(bodies, distances)
    }
    for axis in [Axis.vertical, .horizontal] {
      let bodies = AxisBodies(result, of: graph, axis: axis, rigid: twins)
      let uneven = UnevenPaddings(of: bodies)
      guard !uneven.arcs.isEmpty else { continue }
      let distances = AxisDistances(bodies, rules: .layered(spacing))
      result = compacted(bodies, distances, evening: uneven)
    }
  }

  /// For each node, the outermost container around it, or itself, whose inside some other
  /// container has too.
  private static func twins(_ layout: Layout, of graph: LayoutGraph) -> [Int?] {
    var insides = [[Rect]](repeating: [], count: graph.nodes.count)
    for (node, value) in graph.nodes.enumerated() {
      guard let parent = value.parent else { continue }
      let corner = layout.frames[parent].origin
      insides[parent].append(layout.frames[node].moved(x: -corner.x, y: -corner.y))
    }
    // Hardly any two agree even in their first box, so each is soon told from all others.
    let containers = insides.indices.filter { !insides[$0].isEmpty }
    var isTwin = [Bool](repeating: false, count: graph.nodes.count)
    for (index, one) in containers.enumerated() {
      for other in containers[..<index] where insides[one] == insides[other] {
        isTwin[one] = true
        isTwin[other] = true
      }
    }
    var twins: [Int?] = []
    for (node, value) in graph.nodes.enumerated() {
      let outer = value.parent.flatMap { twins[$0] }
      twins.append(outer ?? (isTwin[node] ? node : nil))
    }
    return twins
  }

  private mutating func compacted(
    _ bodies: AxisBodies, _ distances: AxisDistances, evening uneven: UnevenPaddings? = nil
  ) -> Layout {
    var relaxation = DifferenceRelaxation(values: bodies.values)
    guard relaxation.add(distances.arcs) else {
      preconditionFailure("a drawing keeps its own distances")
    }
    var sets = DisjointSets(count: bodies.values.count)
    func unite(_ pairs: [(AxisBodies.Anchor, AxisBodies.Anchor)]) {
      for (first, second) in pairs {
        let (one, other) = (first.variable, second.variable)
        guard sets.representative(of: one) != sets.representative(of: other) else { continue }
        let shift = first.offset - second.offset
        let isPossible = relaxation.add([
          DifferenceRelaxation.Arc(tail: one, head: other, minimum: shift),
          DifferenceRelaxation.Arc(tail: other, head: one, minimum: -shift),
        ])
        if isPossible { sets.unite(one, other) }
      }
    }
    func limit(_ size: Int) {
      relaxation.add([
        DifferenceRelaxation.Arc(tail: bodies.end, head: bodies.start, minimum: -size)
      ])
    }
    // What stands on one rank stays in line.
    if bodies.axis == .vertical { unite(alignments(of: bodies, reach: 0)) }
    let size = bodies.values[bodies.end] - bodies.values[bodies.start]
    limit(size + size * (uneven == nil ? Self.growth : Self.growthForPaddings) / 100)
    for arcs in uneven?.arcs ?? [] { relaxation.add(arcs) }
    for wish in distances.wishes { relaxation.add([wish]) }
    if bodies.axis == .horizontal {
      for fork in graph.forks(nesting) { hold(fork, of: bodies, &relaxation, &sets) }
    }
    unite(jogs(of: bodies))
    for row in twinRows(of: bodies) { space(row, of: bodies, &relaxation, &sets) }
    let least = relaxation.leastDistance(from: bodies.start, to: bodies.end)
    limit(least + (max(size - least, 0) * Self.share + least * Self.slack) / 100)
    unite(alignments(of: bodies, reach: Self.reach))
    let values = bodies.solved(
      relaxation.arcs, prices: Self.prices, attractions: middles(of: bodies))
    if PhaseJournal.current != nil { findHolds(bodies, distances, values) }
    return bodies.layout(with: values)
  }

  /// Boxes that are alone in a container which their size does not fill, as a long title asks for, like to
  /// be in its middle.
  private func middles(of bodies: AxisBodies) -> [AxisBodies.Attraction] {
    graph.nodes.indices.compactMap { node in
      let children = nesting.children(of: node)
      let padding = graph.nodes[node].padding.along(bodies.axis)
      guard children.count == 1, nesting.isLeaf(children[0]) else { return nil }
      let needed = padding.low + bodies.layout.frames[children[0]].size[bodies.axis] + padding.high
      let slack = graph.nodes[node].minimumSize[bodies.axis] - needed
      return slack > 0
        ? (
          bodies.lows[node].after(padding.low + slack / 2), bodies.lows[children[0]], Self.middle
        ) : nil
    }
  }

  /// Three and more equal boxes that lie in one line along the axis, in their order.
  private func twinRows(of bodies: AxisBodies) -> [[AxisBodies.Anchor]] {
    let frames = bodies.layout.frames
    return graph.twins.compactMap { twins in
      let row = twins.boxes.sorted { frames[$0][bodies.axis].low < frames[$1][bodies.axis].low }
      let middles = Set(row.map { frames[$0][bodies.axis.cross].low })
      return row.count > 2 && middles.count == 1 ? row.map { bodies.lows[$0] } : nil
    }
  }

  /// Keeps the hub of a fork in the middle of the others, if it is.
  private func hold(
    _ fork: Fork, of bodies: AxisBodies, _ relaxation: inout DifferenceRelaxation,
    _ sets: inout DisjointSets
  ) {
    func middle(_ node: Int) -> AxisBodies.Anchor {
      bodies.lows[node].after(bodies.layout.frames[node].size[bodies.axis] / 2)
    }
    let outer = fork.middles { bodies.place(middle($0)) }
    let (first, hub, second) = (middle(outer.0), middle(fork.hub), middle(outer.1))
    let gaps = [
      bodies.place(hub) - bodies.place(first), bodies.place(second) - bodies.place(hub),
    ]
    // Two halves of an odd distance are unequal.
    guard abs(gaps[0] - gaps[1]) <= 1 else { return }
    for (gap, (one, other)) in zip(gaps, [(first, hub), (hub, second)])
    where one.variable != other.variable {
      let shift = gap + one.offset - other.offset
      let isPossible = relaxation.add([
        DifferenceRelaxation.Arc(tail: one.variable, head: other.variable, minimum: shift),
        DifferenceRelaxation.Arc(tail: other.variable, head: one.variable, minimum: -shift),
      ])
      if isPossible { sets.unite(one.variable, other.variable) }
    }
  }

  /// Gives the boxes of a row one pitch, the least that all distances allow.
  private func space(
    _ row: [AxisBodies.Anchor], of bodies: AxisBodies, _ relaxation: inout DifferenceRelaxation,
    _ sets: inout DisjointSets
  ) {
    let gaps = zip(row, row.dropFirst()).map { bodies.place($1) - bodies.place($0) }
    for pitch in Set(gaps).sorted() {
      let arcs = zip(row, row.dropFirst()).flatMap { one, other in
        let shift = pitch + one.offset - other.offset
        return [
          DifferenceRelaxation.Arc(tail: one.variable, head: other.variable, minimum: shift),
          DifferenceRelaxation.Arc(tail: other.variable, head: one.variable, minimum: -shift),
        ]
      }
      guard relaxation.add(arcs) else { continue }
      for (one, other) in zip(row, row.dropFirst()) { sets.unite(one.variable, other.variable) }
      return
    }
  }

  /// The pieces of a route that could be one if they were in one line, the nearest first.
  private func jogs(of bodies: AxisBodies) -> [(AxisBodies.Anchor, AxisBodies.Anchor)] {
    var found: [(length: Int, AxisBodies.Anchor, AxisBodies.Anchor)] = []
    for (edge, wires) in bodies.wires.enumerated() {
      for piece in wires.indices.dropLast(2)
      where bodies.goesOn(edge, between: piece, and: piece + 2) {
        guard let first = wires[piece], let second = wires[piece + 2] else { continue }
        let length = abs(bodies.place(first) - bodies.place(second))
        let isFirst = piece == 0 && !nesting.isLeaf(graph.edges[edge].source)
        let isLast = piece + 3 == wires.count && !nesting.isLeaf(graph.edges[edge].target)
        if length <= (isFirst || isLast ? Self.longestJogAtOutline : Self.longestJog) {
          found.append((length, first, second))
        }
      }
    }
    return found.enumerated().sorted {
      ($0.element.length, $0.offset) < ($1.element.length, $1.offset)
    }
    .map { ($0.element.1, $0.element.2) }
  }

  /// The middles of boxes that almost are in one line, the nearest first.
  private func alignments(
    of bodies: AxisBodies, reach: Int
  ) -> [(AxisBodies.Anchor, AxisBodies.Anchor)] {
    let middles = graph.nodes.indices.filter(nesting.isLeaf).map { leaf in
      let frame = bodies.layout.frames[leaf]
      let anchor = bodies.lows[leaf].after(frame.size[bodies.axis] / 2)
      return (place: bodies.place(anchor), anchor: anchor, leaf: leaf)
    }.enumerated().sorted { ($0.element.place, $0.offset) < ($1.element.place, $1.offset) }.map(
      \.element)
    var found: [(length: Int, AxisBodies.Anchor, AxisBodies.Anchor)] = []
    for (index, first) in middles.enumerated() {
      for second in middles[(index + 1)...].prefix(Self.compared)
      where second.place - first.place <= reach {
        let length = second.place - first.place
        guard length <= Self.farReach || belongTogether(first.leaf, second.leaf) else { continue }
        found.append((length, first.anchor, second.anchor))
      }
    }
    return found.enumerated().sorted {
      ($0.element.length, $0.offset) < ($1.element.length, $1.offset)
    }
    .map { ($0.element.1, $0.element.2) }
  }

  /// Whether two boxes lie in one container, or an edge joins them.
  private func belongTogether(_ one: Int, _ other: Int) -> Bool {
    graph.nodes[one].parent == graph.nodes[other].parent || joined.contains([one, other])
      || joined.contains([other, one])
  }
}

// MARK: - Why

extension CompactedLayout {
  /// Notes what boxes in layers cannot come nearer to.
  func noteHolds() {
    guard !holds.isEmpty else { return }
    PhaseJournal.note { notes in
      for (node, holds) in holds { notes.layers[node]?.holds = holds }
    }
  }

  /// The distances before the near sides of boxes that are as small as they may be.
  private mutating func findHolds(
    _ bodies: AxisBodies, _ distances: AxisDistances, _ values: [Int]
  ) {
    let heads = Dictionary(grouping: distances.arcs) { $0.head }
    for node in graph.nodes.indices where nesting.isLeaf(node) && bodies.lows[node].offset == 0 {
      let low = bodies.lows[node].variable
      let tight = (heads[low] ?? []).filter { values[low] - values[$0.tail] == $0.minimum }
      let found = each(
        tight.compactMap { hold(of: node, by: $0.tail, at: values[low], bodies, values) })
      // One says it all; more would be told of lines that run beside each other.
      holds[node, default: []] += found.min { $0.distance < $1.distance }.map { [$0] } ?? []
    }
  }

  /// What moves with a variable, where a box keeps a distance to that.
  private func hold(
    of node: Int, by variable: Int, at place: Int, _ bodies: AxisBodies, _ values: [Int]
  ) -> LayoutNotes.Hold? {
    let isAlong = bodies.axis == .vertical
    for other in graph.nodes.indices where other != node {
      let isOuter = nesting.isAncestor(other, of: node)
      let side = isOuter ? bodies.lows[other] : bodies.highs[other]
      guard side.variable == variable else { continue }
      let distance = place - bodies.place(side, in: values)
      guard distance > 0 else { continue }
      return LayoutNotes.Hold(
        isOuter ? .outline(other) : .box(other), distance, isAlongFlow: isAlong)
    }
    for (edge, pieces) in bodies.wires.enumerated() {
      for case let piece? in pieces where piece.variable == variable {
        let distance = place - bodies.place(piece, in: values)
        guard distance > 0 else { continue }
        let ends = graph.edges[edge]
        return LayoutNotes.Hold(
          .edge(source: ends.source, target: ends.target), distance, isAlongFlow: isAlong)
      }
    }
    return nil
  }
}
