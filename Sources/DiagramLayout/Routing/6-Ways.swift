import DiagramModel

/// Gives every edge that has no straight way a way around the boxes.
///
/// The edges are routed from short to long; then those that cost the most are taken out and
/// routed again, now that all others are known, in a fixed number of rounds.
///
/// - Returns: one wire an edge: the straight one that it already has, else one around the boxes; nil
///   for self-loops and slanted lines.
func searchedWires(
  _ graph: LayoutGraph, _ obstacles: Obstacles, straight wires: [Wire?], _ spacing: RoutingSpacing
) -> [Wire?] {
  let open = graph.edges.indices.filter { index in
    let edge = graph.edges[index]
    return wires[index] == nil && edge.source != edge.target && edge.routing != .straight
  }
  guard !open.isEmpty else { return wires }
  let middles = Ports(graph, edges: open, obstacles, spacing)
  let tracks = Tracks(obstacles, wires: wires, ports: middles, spacing)
  let ports = middles.extended(by: tracks, obstacles, spacing)
  let visibility = VisibilityGraph(tracks, obstacles)
  var traffic = Traffic(crossings: visibility.count, edges: graph.edges)
  for wire in wires.compactMap(\.self) {
    traffic.add(wire, over: visibility)
    traffic.countEnds(of: wire, graph.edges[wire.edge], by: 1)
  }
  var search = WaySearch(visibility, obstacles, ports, spacing, traffic)
  let ways = search.routeAll(
    graph,
    open.sorted { first, second in
      let (one, other) = (
        graph.distance(of: first, obstacles), graph.distance(of: second, obstacles)
      )
      return (one, first) < (other, second)
    })
  var result = wires
  for index in open {
    result[index] = ways[index]?.wire ?? Wire.forced(index, graph.edges[index], obstacles, spacing)
  }
  return result
}

extension WaySearch {
  /// How often the most expensive ways are searched again.
  private static let rounds = 2

  fileprivate mutating func routeAll(_ graph: LayoutGraph, _ order: [Int]) -> [Int: Way] {
    var ways: [Int: Way] = [:]
    for index in order {
      ways[index] = way(of: graph.edges[index], index: index)
      if let way = ways[index] { enter(way, graph.edges[index]) }
    }
    for _ in 0..<Self.rounds {
      var isChanged = false
      for index in order {
        guard let old = ways[index], isCrossed(old) else { continue }
        leave(old, graph.edges[index])
        let cost = cost(of: old, graph.edges[index])
        if cost > old.cost, let new = way(of: graph.edges[index], index: index, below: cost) {
          ways[index] = new
          isChanged = true
        }
        enter(ways[index] ?? old, graph.edges[index])
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
        if let other, other.sides != sides { return true }
        entry = traffic.next(after: entry)
      }
      return false
    }
  }

  private mutating func enter(_ way: Way, _ edge: LayoutEdge) {
    for (crossing, sides) in way.crossings { traffic.add(way.wire.edge, at: crossing, sides) }
    traffic.countEnds(of: way.wire, edge, by: 1)
  }

  private mutating func leave(_ way: Way, _ edge: LayoutEdge) {
    for (crossing, _) in way.crossings { traffic.remove(way.wire.edge, at: crossing) }
    traffic.countEnds(of: way.wire, edge, by: -1)
  }
}

extension Traffic {
  /// Adds a straight wire at all crossings that it runs over.
  fileprivate mutating func add(_ wire: Wire, over visibility: VisibilityGraph) {
    let axis = wire.firstAxis
    let span = wire.span(of: 0)
    guard let track = visibility.track(along: axis, at: wire.places[0], through: span.low)
    else { return }
    let heading: Heading = axis == .horizontal ? .right : .down
    var next = visibility.firstCrossing(on: track, heading: heading, from: span.low)
    while let crossing = next, visibility.place(crossing, along: heading) <= span.high {
      add(wire.edge, at: crossing, Passage(back: heading.opposite, front: heading))
      next = visibility.neighbor(of: crossing, heading: heading)
    }
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
