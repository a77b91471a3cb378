import DiagramAlgorithms
import DiagramGraph
import DiagramModel

/// Gives every edge whose way is not known yet a way around the boxes.
///
/// First the trunks are grown; then the other edges are routed from short to long. Then those that
/// cost the most are taken out and routed again, now that all others are known, in a fixed number
/// of rounds.
///
/// - Returns: one wire an edge: the one that it already has, else one around the boxes; nil for
///   self-loops, slanted lines and the edges `fixed`. Members of a trunk coincide until they branch off.
func searchedWires(
  _ graph: LayoutGraph, _ obstacles: Obstacles, _ trunks: Trunks, known wires: [Wire?],
  fixed: [Route?], _ spacing: RoutingSpacing
) -> [Wire?] {
  let open = graph.edges.indices.filter { index in
    let edge = graph.edges[index]
    return wires[index] == nil && fixed[index] == nil && edge.source != edge.target
      && edge.routing != .straight
  }
  guard !open.isEmpty else { return wires }
  let middles = Ports(graph, edges: open, obstacles, spacing)
  let tracks = Tracks(obstacles, wires: wires, ports: middles, spacing)
  let ports = middles.extended(by: tracks, obstacles, spacing)
  let visibility = VisibilityGraph(tracks, obstacles)
  var traffic = Traffic(crossings: visibility.count, edges: graph.edges)
  for wire in wires.compactMap(\.self) {
    traffic.add(wire, over: visibility)
    traffic.addEnds(of: wire, graph.edges[wire.edge])
  }
  let order = open.sorted { first, second in
    let (one, other) = (
      graph.distance(of: first, obstacles), graph.distance(of: second, obstacles)
    )
    return (one, first) < (other, second)
  }
  let wishes = SideWishes(graph, obstacles, trunks, known: wires)
  PhaseJournal.note { notes in
    for index in open {
      notes.ways[index] =
        wishes[index].map { $0.fan > 0 ? .fan($0.fan) : .facing } ?? .searched
    }
  }
  var search = WaySearch(visibility, obstacles, ports, wishes, spacing, traffic)
  let ways = search.routeAll(trunks.leadingAway(graph.edges), trunks, order)
  var result = wires
  for index in open {
    let wire = trunks[index]?.isFanOut ?? true ? ways[index]?.wire : ways[index]?.wire.reversed
    result[index] = wire ?? Wire.forced(index, graph.edges[index], obstacles, spacing)
  }
  return result
}

extension WaySearch {
  /// How often the most expensive ways are searched again.
  private static let rounds = 2

  /// How many edges a trunk may have for its branches to be searched again.
  private static let largestTrunk = 24

  fileprivate mutating func routeAll(
    _ edges: [LayoutEdge], _ trunks: Trunks, _ order: [Int]
  ) -> [Int: Way] {
    var (ways, edges): ([Int: Way], _) = ([:], edges)
    for trunk in trunks.all {
      let members = Set(trunk.members)
      let grown = grown(trunk, order.filter(members.contains), edges)
      if let side = grown.side {
        for index in members where edges[index].targetSide == nil { edges[index].targetSide = side }
      }
      for (index, way) in grown.ways {
        enter(way, edges[index], besides: trunks.ways(besides: index, of: ways))
        ways[index] = way
      }
    }
    for index in order where ways[index] == nil {
      ways[index] = way(of: edges[index], index: index)
      if let way = ways[index] { enter(way, edges[index]) }
    }
    for _ in 0..<Self.rounds {
      var isChanged = false
      for index in order {
        guard let old = ways[index], isCrossed(old) else { continue }
        let others = trunks.ways(besides: index, of: ways)
        guard others.count < Self.largestTrunk else { continue }
        leave(old, edges[index], besides: others)
        let stem = others.isEmpty ? nil : Stem(heading: heading(of: others[0]), ways: others)
        let cost = cost(of: old, edges[index], on: stem)
        if cost > old.cost || stem != nil,
          let new = way(of: edges[index], index: index, on: stem, below: cost)
        {
          ways[index] = new
          isChanged = true
        }
        enter(ways[index] ?? old, edges[index], besides: others)
      }
      if !isChanged { break }
    }
    return ways
  }

  private func isCrossed(_ way: Way) -> Bool {
    way.crossings.contains { crossing, sides in
      var entry = traffic.first(at: crossing)
      while entry >= 0 {
        let other = traffic.passage(entry, seenWith: way.wire.edge)
        if let other, other != sides { return true }
        entry = traffic.next(after: entry)
      }
      return false
    }
  }

  /// Adds a way to the traffic: of a member of a trunk only the branch, as the other ways of the
  /// trunk are there already.
  private mutating func enter(_ way: Way, _ edge: LayoutEdge, besides trunk: [Way] = []) {
    let shared = Set(trunk.flatMap { $0.crossings.map(\.crossing) })
    for branch in way.crossings.split(whereSeparator: { shared.contains($0.crossing) }) {
      traffic.add(way.wire.edge, along: branch)
    }
    if trunk.isEmpty { traffic.addEnd(of: way.wire.edge, on: way.wire.sourceSide, edge.source) }
    traffic.addEnd(of: way.wire.edge, on: way.wire.targetSide, edge.target)
  }

  /// Takes a way out of the traffic; what it shared with the other ways of its trunk stays.
  private mutating func leave(_ way: Way, _ edge: LayoutEdge, besides trunk: [Way]) {
    for member in [way] + trunk {
      for (crossing, _) in member.crossings { traffic.remove(member.wire.edge, at: crossing) }
    }
    if trunk.isEmpty { traffic.removeEnd(of: way.wire.edge, on: way.wire.sourceSide, edge.source) }
    traffic.removeEnd(of: way.wire.edge, on: way.wire.targetSide, edge.target)
    var shared: Set<Int> = []
    for member in trunk {
      let branches = member.crossings.split { !shared.insert($0.crossing).inserted }
      for branch in branches { traffic.add(member.wire.edge, along: branch) }
    }
  }
}

extension WaySearch {
  /// The ways of the members of a trunk, branch by branch: from each side of the root in turn the
  /// members are joined to what is there already, the close ones first; the cheapest tree counts.
  ///
  /// Boxes that are alike are reached alike, at one side: where a tree reaches some of them on another
  /// one, those that reach all on one side compete with it.
  ///
  /// - Returns: the ways, and the side that all of them were made to end at, if they were.
  ///
  /// > Source: Takahashi, Matsuyama, An approximate solution for the Steiner problem in graphs,
  /// > 1980, over the visibility graph as in Wybrow, Marriott, Stuckey, Orthogonal Hyperedge
  /// > Routing, 2012.
  private mutating func grown(
    _ trunk: Trunk, _ members: [Int], _ edges: [LayoutEdge]
  ) -> (ways: [(edge: Int, way: Way)], side: Side?) {
    let headings = Side.allCases.filter { trunk.side ?? $0 == $0 }
      .map { trunk.isInward ? $0.opposite.outward : $0.outward }
    var best = Tree()
    for heading in headings {
      let tree = tree(of: members, edges, leaving: heading)
      if tree.cost < best.cost { best = tree }
    }
    guard best.sides.count > 1, members.count < Self.largestTrunk else { return (best.ways, nil) }
    best.cost += (best.sides.count - 1) * members.count * spacing.costs.otherSide
    var common: Side?
    for side in Side.allCases {
      var bound = edges
      for member in members where bound[member].targetSide == nil {
        bound[member].targetSide = side
      }
      // Rather the side that faces the root.
      let averted = members.count { !isFacing(edges[$0], at: side) }
      for heading in headings {
        var tree = tree(of: members, bound, leaving: heading)
        tree.cost += averted * spacing.costs.bend / 2
        if tree.cost < best.cost { (best, common) = (tree, side) }
      }
    }
    return (best.ways, common)
  }

  /// The ways of a trunk and what they cost together.
  private struct Tree {
    var ways: [(edge: Int, way: Way)] = []
    var cost = Int.max

    /// The sides at which the boxes are reached.
    var sides: Set<Side> { Set(ways.map(\.way.wire.targetSide)) }
  }

  /// Whether a side of the box at the end of an edge looks towards the one at its start.
  private func isFacing(_ edge: LayoutEdge, at side: Side) -> Bool {
    let (root, box) = (
      obstacles.frames[edge.source][side.axis], obstacles.frames[edge.target][side.axis]
    )
    return side.isForward ? box.high <= root.low : root.high <= box.low
  }

  private mutating func tree(
    of members: [Int], _ edges: [LayoutEdge], leaving heading: Direction
  ) -> Tree {
    var tree = Tree(cost: 0)
    for index in members {
      let stem = Stem(heading: heading, ways: tree.ways.map(\.way))
      guard let way = way(of: edges[index], index: index, on: stem) else {
        tree.cost += Self.unreachable
        continue
      }
      tree.ways.append((index, way))
      tree.cost += way.cost
    }
    return tree
  }

  /// What it costs that a trunk does not reach a member.
  private static let unreachable = 1_000_000

  /// The heading in which a way leaves.
  private func heading(of way: Way) -> Direction { ports.all[way.ports.source].heading }
}

extension Trunks {
  /// The ways that other members of the trunk of an edge have, in their order.
  fileprivate func ways(besides edge: Int, of ways: [Int: WaySearch.Way]) -> [WaySearch.Way] {
    guard let trunk = self[edge] else { return [] }
    return trunk.members.filter { $0 != edge }.compactMap { ways[$0] }
  }
}

extension Traffic {
  /// Adds a wire at all crossings that it runs over.
  fileprivate mutating func add(_ wire: Wire, over visibility: VisibilityGraph) {
    var crossings: [(crossing: Int, sides: Passage)] = []
    for segment in wire.places.indices {
      let (axis, from, to) = (wire.axis(of: segment), wire.from(segment), wire.to(segment))
      let heading = Direction(axis, isForward: from < to)
      guard let track = visibility.track(along: axis, at: wire.places[segment], through: from)
      else { continue }
      var next = visibility.firstCrossing(on: track, heading: heading, from: from)
      while let crossing = next {
        let place = visibility.place(crossing, along: heading)
        guard heading.isForward ? place <= to : place >= to else { break }
        next = visibility.neighbor(of: crossing, heading: heading)
        // At a bend it counts once, as what leads around it.
        if place == from, segment > 0 { continue }
        let front = place == to && segment < wire.last ? wire.heading(of: segment + 1) : heading
        crossings.append((crossing, Passage(back: heading.opposite, front: front)))
      }
    }
    add(wire.edge, along: crossings.reversed())
  }
}

extension Wire {
  /// In which direction a segment runs from the source to the target.
  fileprivate func heading(of segment: Int) -> Direction {
    Direction(axis(of: segment), isForward: from(segment) < to(segment))
  }
}

extension LayoutGraph {
  fileprivate func distance(of edge: Int, _ obstacles: Obstacles) -> Int {
    let source = obstacles.frames[edges[edge].source].center
    let target = obstacles.frames[edges[edge].target].center
    return abs(source.x - target.x) + abs(source.y - target.y)
  }
}

extension Wire {
  /// The way of an edge that is walled in: from side to side, through whatever stands there.
  fileprivate static func forced(
    _ index: Int, _ edge: LayoutEdge, _ obstacles: Obstacles, _ spacing: RoutingSpacing
  ) -> Wire {
    let (source, target) = (obstacles.frames[edge.source], obstacles.frames[edge.target])
    for axis in Axis.allCases {
      let isForward = source[axis].high < target[axis].low
      guard isForward || target[axis].high < source[axis].low else { continue }
      let side = Side(axis, isForward: isForward)
      let (start, end) = (source.place(of: side), target.place(of: side.opposite))
      let (from, to) = (source[axis.cross].middle, target[axis.cross].middle)
      let middle = (start + end) / 2
      return Wire(
        edge: index,
        through: [
          Point(start, from, along: axis), Point(middle, from, along: axis),
          Point(middle, to, along: axis), Point(end, to, along: axis),
        ], sourceSide: side, targetSide: side.opposite)
    }
    // They overlap: around the corner of both.
    let corner = Point(
      x: max(source.maxX, target.maxX) + spacing.end, y: min(source.minY, target.minY) - spacing.end
    )
    return Wire(
      edge: index,
      through: [
        source.midpoint(of: .top), Point(x: source.midX, y: corner.y), corner,
        Point(x: corner.x, y: target.midY), target.midpoint(of: .right),
      ], sourceSide: .top, targetSide: .right)
  }
}
