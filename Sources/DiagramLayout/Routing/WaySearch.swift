import DiagramModel

/// A* over a visibility graph, from all ports of one node to all ports of another.
///
/// A state is a crossing together with the direction in which it was reached.
///
/// > Source: Wybrow, Marriott, Stuckey, Orthogonal Connector Routing, 2009, section 4.
struct WaySearch: Sendable {
  let visibility: VisibilityGraph
  let obstacles: Obstacles
  let ports: Ports
  let spacing: RoutingSpacing
  var traffic: Traffic

  private var heap = Heap()
  private var generation: Int32 = 0
  private var stamps: [Int32]
  private var costs: [Int]
  private var parents: [Int32]
  private var runs: [Run]
  private var task = Task()
  /// For each track of each axis, the first goal on it, or -1.
  private var firstGoals: [[Int32]]

  /// The straight piece that ends in a state.
  private struct Run {
    var start: Int32
    var isFirst: Bool
  }

  /// What is searched.
  private struct Task {
    var edge = 0
    var source = 0
    var target = 0
    var goals: [Goal] = []
    var sides: [TargetSide] = []
    var best: (goal: Int, cost: Int, parent: Int)?
  }

  private struct TrackIndex {
    let axis: Axis
    let index: Int
  }

  /// A port of the target.
  private struct Goal {
    let port: Int
    /// Where it lies along its track.
    let place: Int
    let heading: Side
    let track: TrackIndex
    let cost: Int
    /// The next goal on the same track, or -1.
    let next: Int32
  }

  /// The ports on one side of the target, for estimates.
  private struct TargetSide {
    let side: Side
    let heading: Side
    let start: Int
    var range: Span
    /// What the cheapest of them costs.
    var cost: Int
  }

  /// A way that was found.
  struct Way: Sendable {
    let wire: Wire
    let cost: Int
    /// Every crossing on it.
    let crossings: [(crossing: Int, sides: Passage)]
  }

  init(
    _ visibility: VisibilityGraph, _ obstacles: Obstacles, _ ports: Ports,
    _ spacing: RoutingSpacing, _ traffic: Traffic
  ) {
    self.visibility = visibility
    self.obstacles = obstacles
    self.ports = ports
    self.spacing = spacing
    self.traffic = traffic
    let states = visibility.count * 4
    stamps = Array(repeating: 0, count: states)
    costs = Array(repeating: 0, count: states)
    parents = Array(repeating: 0, count: states)
    runs = Array(repeating: Run(start: 0, isFirst: false), count: states)
    firstGoals = Axis.allCases.map { Array(repeating: -1, count: visibility.tracks[$0].count) }
  }

  /// The cheapest way of an edge; nil if there is none.
  mutating func way(of edge: LayoutEdge, index: Int) -> Way? {
    generation += 1
    heap.removeAll()
    task.edge = index
    enterGoals(edge)
    guard !task.goals.isEmpty else { return nil }
    for port in ports.candidates(
      edge.source, other: edge.target, side: edge.sourceSide, obstacles)
    {
      start(at: port)
    }
    while let (state, key) = heap.popFirst() {
      if let best = task.best, best.cost <= key { break }
      expand(state, key)
    }
    return task.best.map(way)
  }

  private func crowding(_ port: Port) -> Int {
    let side = SideOfNode(node: port.node, side: port.side)
    // Twice the offset: a way that is shorter by it is not worth to leave the middle.
    return traffic.ends(at: side) * spacing.costs.crowding
      + min(2 * port.offset, 6 * spacing.end)
  }

  /// Enters the ports of the target as goals, each at its track.
  private mutating func enterGoals(_ edge: LayoutEdge) {
    for track in task.goals.map(\.track) { firstGoals[track.axis.index][track.index] = -1 }
    // Of two ways that cost the same, that is nicer which arrives along the longer distance.
    let (source, target) = (
      obstacles.frames[edge.source].center, obstacles.frames[edge.target].center
    )
    let isWide = abs(source.x - target.x) >= abs(source.y - target.y)
    let candidates = ports.candidates(
      edge.target, other: edge.source, side: edge.targetSide, obstacles)
    task = Task(edge: task.edge, source: edge.source, target: edge.target)
    for index in candidates {
      let port = ports.all[index]
      let axis = port.side.axis
      guard let track = visibility.track(along: axis, at: port.place, through: port.start)
      else { continue }
      let cost = crowding(port) + (isWide == (axis == .horizontal) ? 0 : 2)
      task.goals.append(
        Goal(
          port: index, place: port.start, heading: port.heading.opposite,
          track: TrackIndex(axis: axis, index: track), cost: cost,
          next: firstGoals[axis.index][track]))
      firstGoals[axis.index][track] = Int32(task.goals.count - 1)
      if task.sides.last?.side != port.side {
        task.sides.append(
          TargetSide(
            side: port.side, heading: port.heading.opposite, start: port.start,
            range: Span(port.place, port.place), cost: cost))
      } else {
        let last = task.sides.count - 1
        task.sides[last].range = Span(
          min(task.sides[last].range.low, port.place), max(task.sides[last].range.high, port.place))
        task.sides[last].cost = min(task.sides[last].cost, cost)
      }
    }
  }

  private mutating func start(at index: Int) {
    let port = ports.all[index]
    let axis = port.side.axis
    guard let track = visibility.track(along: axis, at: port.place, through: port.start)
    else { return }
    let beyond = port.start + (port.heading.isForward ? 1 : -1)
    let next = visibility.firstCrossing(on: track, heading: port.heading, from: beyond)
    advance(
      on: track, heading: port.heading, from: port.start, to: next, cost: crowding(port), shared: 0,
      parent: -1 - index, run: Run(start: Int32(port.start), isFirst: true))
  }

  private mutating func expand(_ state: Int, _ key: Int) {
    let (crossing, heading) = (state >> 2, Side.allCases[state & 3])
    let (cost, run) = (costs[state], runs[state])
    guard cost + estimate(crossing, heading) == key else { return }
    let place = visibility.place(crossing, on: heading.axis)
    let isShort = run.isFirst && abs(place - Int(run.start)) < spacing.end
    for front in Side.allCases where front != heading.opposite {
      let axis = front.axis
      let meeting = meeting(state, front)
      var next = cost + meeting.crossings * spacing.costs.crossing
      if front != heading { next += spacing.costs.bend + (isShort ? spacing.costs.shortEnd : 0) }
      let from = visibility.place(crossing, on: axis)
      advance(
        on: visibility.track(crossing, along: axis), heading: front, from: from,
        to: visibility.neighbor(of: crossing, heading: front), cost: next, shared: meeting.shared,
        parent: state,
        run: front == heading ? run : Run(start: Int32(from), isFirst: false))
    }
  }

  /// Goes on from a place on a track to the next crossing, and into the goals before it.
  private mutating func advance(
    on track: Int, heading: Side, from place: Int, to next: Int?, cost: Int, shared: Int,
    parent: Int, run: Run
  ) {
    let axis = heading.axis
    let end = next.map { visibility.place($0, on: axis) }
    var index = Int(firstGoals[axis.index][track])
    while index >= 0 {
      let goal = task.goals[index]
      defer { index = Int(goal.next) }
      let along = goal.place
      let isAhead = heading.isForward ? along > place : along < place
      guard goal.heading == heading, isAhead,
        end.map({ heading.isForward ? along <= $0 : along >= $0 }) ?? true,
        let gates = gateCost(on: track, axis, from: place, to: along, isEndIncluded: false)
      else { continue }
      let isShort = !run.isFirst && abs(along - Int(run.start)) < spacing.end
      let total =
        cost + gates + abs(along - place) + goal.cost + (isShort ? spacing.costs.shortEnd : 0)
      if total < task.best?.cost ?? Int.max { task.best = (index, total, parent) }
    }
    guard let next, let end,
      let gates = gateCost(on: track, axis, from: place, to: end, isEndIncluded: true)
    else { return }
    let length = abs(end - place)
    let total = cost + gates + length + congestion(on: track, axis, shared, length)
    let state = next << 2 | heading.rawValue
    guard stamps[state] != generation || total < costs[state] else { return }
    stamps[state] = generation
    costs[state] = total
    parents[state] = Int32(parent)
    runs[state] = run
    heap.insert(state, key: total + estimate(next, heading))
  }

  /// What it costs to run along a track that others use too, more where it is too narrow for all.
  private func congestion(on track: Int, _ axis: Axis, _ shared: Int, _ length: Int) -> Int {
    guard shared > 0 else { return 0 }
    let capacity = 2 * visibility.tracks[axis][track].margin / (spacing.leastSeparation + 1)
    return length * shared / 8 + (shared < capacity ? 0 : 200 + 4 * length)
  }

  /// What it costs to cross the outlines between two places on a track; nil if one is closed.
  private func gateCost(
    on track: Int, _ axis: Axis, from start: Int, to end: Int, isEndIncluded: Bool
  ) -> Int? {
    let first = Int(visibility.gateStarts[axis.index][track])
    let last = Int(visibility.gateStarts[axis.index][track + 1])
    guard first < last else { return 0 }
    let span = Span(between: start, and: end)
    var cost = 0
    for gate in visibility.gates[axis.index][first..<last]
    where gate.place > span.low && gate.place < span.high
      || (isEndIncluded && gate.place == end && start != end)
    {
      guard obstacles.mayCross(gate.container, source: task.source, target: task.target)
      else { return nil }
      cost += spacing.costs.border + (gate.isTitle ? spacing.costs.title : 0)
    }
    return cost
  }

  private func way(_ best: (goal: Int, cost: Int, parent: Int)) -> Way {
    let goal = task.goals[best.goal]
    let target = ports.all[goal.port]
    var points = [Point(target.start, target.place, along: target.side.axis)]
    var crossings: [(crossing: Int, sides: Passage)] = []
    var state = best.parent
    var next = goal.heading
    while state >= 0 {
      let heading = Side.allCases[state & 3]
      points.append(visibility.point(state >> 2))
      crossings.append((state >> 2, Passage(back: heading.opposite, front: next)))
      next = heading
      state = Int(parents[state])
    }
    let port = ports.all[-1 - state]
    points.append(Point(port.start, port.place, along: port.side.axis))
    let wire = Wire(
      edge: task.edge, through: points.reversed(), sourceSide: port.side,
      targetSide: target.side)
    return Way(wire: wire, cost: best.cost, crossings: crossings)
  }
}

extension WaySearch {
  /// What happens with other ways at the crossing of a state if the way goes on to `front`.
  ///
  /// Two ways that share a piece cross if one joins the other on one side and leaves it on the
  /// other; that is counted where they part.
  fileprivate func meeting(_ state: Int, _ front: Side) -> (crossings: Int, shared: Int) {
    let own = Passage(back: Side.allCases[state & 3].opposite, front: front)
    var (crossings, shared) = (0, 0)
    traffic.forEach(at: state >> 2, seenWith: task.edge) { edge, sides in
      if let beyond = sides.other(than: own.back) {
        if beyond == front {
          shared += 1
        } else if let wasLeft = isLeft(of: edge, joining: state) {
          let isLeft = front.turn(from: own.back.opposite) < beyond.turn(from: own.back.opposite)
          if isLeft != wasLeft { crossings += 1 }
        }
      } else if sides.other(than: front) != nil {
        shared += 1
      } else if sides.crosses(own) {
        crossings += 1
      }
    }
    return (crossings, shared)
  }

  /// Whether the way to a state joined another from the left, as one travels here; nil if both
  /// begin together.
  private func isLeft(of edge: Int, joining state: Int) -> Bool? {
    var state = state
    while parents[state] >= 0 {
      let heading = Side.allCases[state & 3]
      let previous = Int(parents[state])
      let back = Side.allCases[previous & 3].opposite
      guard let sides = traffic.passage(of: edge, at: previous >> 2),
        let other = sides.other(than: heading)
      else { return nil }
      if other != back { return back.turn(from: heading) < other.turn(from: heading) }
      state = previous
    }
    return nil
  }

  /// The least that is still to be paid from a crossing: never too much.
  private func estimate(_ crossing: Int, _ heading: Side) -> Int {
    let point = visibility.point(crossing)
    var least = Int.max
    for side in task.sides {
      let axis = side.side.axis
      let end = Point(side.start, side.range.clamp(point[axis.cross]), along: axis)
      let distance = abs(end.x - point.x) + abs(end.y - point.y)
      let bends = leastBends(from: point, heading, to: end, side.heading)
      least = min(least, distance + bends * spacing.costs.bend + side.cost)
    }
    return least
  }
}

/// The least number of right angles of a way that leaves a point in one direction and arrives at
/// another point in another direction.
func leastBends(from start: Point, _ heading: Side, to end: Point, _ arrival: Side) -> Int {
  let axis = heading.axis
  let ahead = (end[axis] - start[axis]) * (heading.isForward ? 1 : -1)
  let aside = end[axis.cross] - start[axis.cross]
  if arrival == heading { return aside == 0 && ahead >= 0 ? 0 : ahead >= 0 ? 2 : 4 }
  if arrival == heading.opposite { return aside == 0 ? 4 : 2 }
  return ahead >= 0 && aside * (arrival.isForward ? 1 : -1) >= 0 ? 1 : 3
}

extension Side {
  /// Where this side lies for someone who travels in a direction: -1 to the left, 0 in front or
  /// behind, 1 to the right.
  fileprivate func turn(from heading: Side) -> Int {
    switch (rawValue - heading.rawValue + 4) % 4 {
    case 1: 1
    case 3: -1
    default: 0
    }
  }
}
