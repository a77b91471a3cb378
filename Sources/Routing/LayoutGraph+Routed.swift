import DiagramAlgorithms
package import DiagramGraph
package import DiagramModel

// The stages, each in a file of its own, in this order:
//
//     Obstacles ─▶ Trunks ─▶ GivenWires ─▶ Straights ─▶ Ports ─▶ Tracks ─▶ Visibility ─▶ SideWishes ─▶ Ways (WaySearch, Traffic)
//       ─▶ Order, Rails ─▶ Seats ─▶ Channels ─▶ Nudging ─▶ SlantedRoutes, SelfLoops, CurvedRoutes ─▶ Labels

extension LayoutGraph {
  /// Finds a way for every edge around finished boxes, and a place for every label.
  ///
  /// Ways run along the axes from outline to outline; they are straight where the ends face each
  /// other, else have as few bends as possible, then crossings, then length. Edges that are never
  /// seen together do not influence each other. Edges of one trunk leave their common node at one
  /// place and share a line until they branch off. Straight edges are slanted lines, or, where boxes leave no
  /// room for one, led as others are; the points of curved ones are the control points of quadratic pieces.
  ///
  /// - Parameters:
  ///   - frames: one a node, absolute; children may stick out of their parents, boxes may overlap,
  ///     but then so may ways.
  ///   - given: one way an edge that an engine led over these boxes already, nil for those to be found:
  ///     its sides and channels are kept, see ``givenWires(_:_:_:_:_:)``; empty if there are none.
  ///   - fixed: likewise, ways that stay exactly as they are, with their labels. The others keep away
  ///     from those along the axes, and cross them where they must.
  ///   - spacing: the distances to keep where there is room for them.
  ///   - detours: whether an edge takes a longer way where its label has no place beside the shortest.
  /// - Returns: one route an edge, in the order of the edges.
  /// - Complexity: about O(*n* × √*n*) in nodes and edges for drawings without very long edges.
  package func routed(
    over frames: [Rect], given: [Route?] = [], fixed: [Route?] = [],
    spacing: RoutingSpacing = RoutingSpacing(), detours: Bool = false
  ) -> [Route] {
    precondition(frames.count == nodes.count, "one frame a node")
    precondition(given.isEmpty || given.count == edges.count, "one way an edge")
    precondition(fixed.isEmpty || fixed.count == edges.count, "one way an edge")
    let none = edges.map { _ in Route?.none }
    let known = KnownRoutes(
      given: given.isEmpty ? none : given, fixed: fixed.isEmpty ? none : fixed)
    let (graph, slants) = joiningRows(over: frames).givingWay(over: frames, known, spacing)
    let drawing = graph.drawing(over: frames, known, slants, spacing)
    return
      (detours ? graph.withDetours(drawing, over: frames, known, slants, spacing) : drawing)
      .labelledRoutes
  }

  /// The graph in which straight edges that have no room for a line are led along the axes, and the lines of
  /// those that have.
  private func givingWay(
    over frames: [Rect], _ known: KnownRoutes, _ spacing: RoutingSpacing
  ) -> (LayoutGraph, [Route]) {
    guard edges.contains(where: { $0.routing == .straight }) else {
      return (self, edges.map { _ in Route(points: []) })
    }
    var graph = self
    let slants = slantedRoutes(self, Obstacles(self, frames: frames), spacing)
    for (edge, slant) in slants.enumerated()
    where edges[edge].routing == .straight && slant.points.isEmpty && known.fixed[edge] == nil {
      graph.edges[edge].routing = .orthogonal
    }
    return (graph, slants)
  }

  /// What is known of the ways before any is looked for, one an edge.
  private struct KnownRoutes {
    let given: [Route?]
    let fixed: [Route?]
  }

  /// Routes together with the places of their labels.
  private struct Drawing {
    let routes: [Route]
    let labels: [LabelPlace?]

    var clearLabels: Int { labels.count { $0?.isClear ?? false } }
    /// The edges with a label that touches something.
    var crowded: [Int] { labels.indices.filter { labels[$0].map { !$0.isClear } ?? false } }

    var labelledRoutes: [Route] {
      zip(routes, labels).map { route, label in
        Route(points: route.points, isCurved: route.isCurved, label: label?.rect)
      }
    }
  }

  private func drawing(
    over frames: [Rect], _ known: KnownRoutes, _ slants: [Route], _ spacing: RoutingSpacing
  ) -> Drawing {
    let (given, fixed) = (known.given, known.fixed)
    let obstacles = Obstacles(self, frames: frames)
    let trunks = Trunks(self, obstacles, except: fixed.indices.filter { fixed[$0] != nil })
    var wires = givenWires(given, self, obstacles, trunks, spacing)
    for edge in edges.indices where fixed[edge] != nil {
      wires[edge] = fixedWire(of: edge, fixed[edge], obstacles)
    }
    PhaseJournal.note { $0.ways = [:] }
    noteWays(.engine, of: wires)
    wires = straightWires(self, obstacles, trunks, given: wires, spacing)
    noteWays(.straight, of: wires)
    wires = searchedWires(self, obstacles, trunks, known: wires, fixed: fixed, spacing)
    let seats = Seats(wires.compactMap(\.self), self, obstacles, trunks, spacing)
    let plain = drawn(seats, fixed, slants, obstacles, trunks, labelled: [], spacing)
    guard !plain.crowded.isEmpty else { return plain }
    // Some labels found no place: make room for them beside their ways and look again.
    let roomy = drawn(
      seats, fixed, slants, obstacles, trunks, labelled: Set(plain.crowded), spacing)
    return roomy.clearLabels > plain.clearLabels ? roomy : plain
  }

  /// Notes how those got their ways that have one only now.
  private func noteWays(_ way: LayoutNotes.Way, of wires: [Wire?]) {
    PhaseJournal.note { notes in
      for edge in edges.indices where wires[edge] != nil && notes.ways[edge] == nil {
        notes.ways[edge] = way
      }
    }
  }

  /// The wire of a way that stays as it is.
  private func fixedWire(of edge: Int, _ route: Route?, _ obstacles: Obstacles) -> Wire? {
    let (source, target) = (edges[edge].source, edges[edge].target)
    return route.flatMap {
      Wire(
        fixing: edge, at: $0,
        isInward: (
          obstacles.isAncestor(source, of: target), obstacles.isAncestor(target, of: source)
        ))
    }
  }

  /// The drawing with edges led over or under their boxes, or past their sides, where that makes room
  /// for a label.
  private func withDetours(
    _ drawing: Drawing, over frames: [Rect], _ known: KnownRoutes, _ slants: [Route],
    _ spacing: RoutingSpacing
  ) -> Drawing {
    var (graph, best) = (self, drawing)
    for isForward in [false, true] {
      let crowded = best.crowded.filter { known.fixed[$0] == nil && graph.mayDetour($0) }
      guard !crowded.isEmpty else { continue }
      let trial = PhaseJournal.attempt {
        graph.detouring(crowded, over: frames, isForward: isForward)
          .drawing(over: frames, known, slants, spacing)
      }
      let helped = crowded.filter { trial.value.labels[$0]?.isClear ?? false }
      let next = graph.detouring(helped, over: frames, isForward: isForward)
      let led =
        helped == crowded
        ? trial : PhaseJournal.attempt { next.drawing(over: frames, known, slants, spacing) }
      guard led.value.clearLabels > best.clearLabels else { continue }
      led.keep()
      PhaseJournal.note { notes in helped.forEach { notes.ways[$0] = .detour } }
      (graph, best) = (next, led.value)
    }
    return best
  }

  /// Whether an edge joins two boxes beside each other and may leave them on any side.
  private func mayDetour(_ index: Int) -> Bool {
    let edge = edges[index]
    return edge.routing != .straight && edge.trunk == nil && edge.source != edge.target
      && edge.sourceSide == nil && edge.targetSide == nil
      && !ancestors(of: edge.source).contains(edge.target)
      && !ancestors(of: edge.target).contains(edge.source)
  }

  /// The graph with edges bound to sides of their boxes that do not face each other.
  private func detouring(
    _ detouring: [Int], over frames: [Rect], isForward: Bool
  ) -> LayoutGraph {
    var graph = self
    for edge in detouring {
      let (source, target) = (frames[edges[edge].source], frames[edges[edge].target])
      let areInOneRow = source[.vertical].intersection(target[.vertical]).length > 0
      let side = Side(areInOneRow ? .vertical : .horizontal, isForward: isForward)
      (graph.edges[edge].sourceSide, graph.edges[edge].targetSide) = (side, side)
    }
    return graph
  }

  private func drawn(
    _ seats: Seats, _ fixed: [Route?], _ slants: [Route], _ obstacles: Obstacles, _ trunks: Trunks,
    labelled: Set<Int>, _ spacing: RoutingSpacing
  ) -> Drawing {
    let nudging = Nudging(seats, self, obstacles, trunks, labelled: labelled, spacing)
    var routes = slants
    for wire in nudging.nudged(seats.wires) {
      routes[wire.edge] = Route(points: wire.points.withoutStraightCorners)
    }
    for (edge, route) in fixed.enumerated() {
      if let route { routes[edge] = route }
    }
    for (edge, route) in selfLoops(self, obstacles, around: routes, spacing)
    where fixed[edge] == nil {
      routes[edge] = route
    }
    let curves = CurvedRoutes(obstacles: obstacles)
    for edge in edges.indices where edges[edge].routing == .curved && fixed[edge] == nil {
      routes[edge] = Route(
        points: curves.curve(along: routes[edge].points, of: edges[edge]), isCurved: true)
    }
    return Drawing(
      routes: routes,
      labels: labelPlaces(self, obstacles, trunks, routes, fixed.map { $0?.label }, spacing))
  }
}
