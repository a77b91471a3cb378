import DiagramAlgorithms
import DiagramGraph
import DiagramModel

/// A* over a visibility graph, from all ports of one node to all ports of another.
///
/// A state is a crossing together with the heading in which it was reached.
///
/// > Source: Wybrow, Marriott, Stuckey, Orthogonal Connector Routing, 2009, section 4.
/// It is not copyable, so that its tables are never copied by accident.
struct WaySearch: ~Copyable {
  let visibility: VisibilityGraph
  let obstacles: Obstacles
  let ports: Ports
  let wishes: SideWishes
  let spacing: RoutingSpacing
  var traffic: Traffic

  private var heap = Heap()
  private(set) var generation: Int32 = 0
  /// What the estimate is multiplied by: the more, the straighter the search runs to the target.
  private var greed = 1
  var reached: [Reached]
  /// Where each port lies in the graph.
  private let entrances: [Entrance?]
  private(set) var task: Task
  var joins = Joins()

  /// What is known of a state.
  struct Reached {
    /// The search that reached it last.
    var generation: Int32 = 0
    /// The state before, or -1 - the port where the way begins.
    var parent: Int32 = 0
    var cost: Int32 = 0
    var run = Run(start: 0, isFirst: false)
    /// Whether it was gone on from at this cost.
    var isExpanded = false
  }

  /// The straight piece that ends in a state.
  struct Run {
    var start: Int32
    var isFirst: Bool
  }

  /// The track through a port, and the first crossing on it for who leaves there.
  private struct Entrance {
    let track: Int
    let crossing: Int
  }

  /// A way that was found.
  struct Way: Sendable {
    let wire: Wire
    let cost: Int
    /// The indices of its ports.
    let ports: (source: Int, target: Int)
    /// Every crossing on it, from the target to the source.
    let crossings: [(crossing: Int, sides: Passage)]
  }

  init(
    _ visibility: VisibilityGraph, _ obstacles: Obstacles, _ ports: Ports, _ wishes: SideWishes,
    _ spacing: RoutingSpacing, _ traffic: Traffic
  ) {
    self.visibility = visibility
    self.obstacles = obstacles
    self.ports = ports
    self.wishes = wishes
    self.spacing = spacing
    self.traffic = traffic
    reached = Array(repeating: Reached(), count: visibility.count * 4)
    task = Task(trackCount: visibility.trackCount)
    entrances = ports.all.map { port in
      let heading = port.heading
      guard let track = visibility.track(along: port.side.axis, at: port.place, through: port.start)
      else { return nil }
      let beyond = port.start + (heading.isForward ? 1 : -1)
      let crossing = visibility.firstCrossing(on: track, heading: heading, from: beyond)
      return Entrance(track: track, crossing: crossing ?? -1)
    }
  }

  /// How many states are looked at before the search becomes greedy.
  private static let budget = 3000

  /// The cheapest way of an edge, or a good one if that would take too long to find; nil if there
  /// is none that costs less than `bound`.
  ///
  /// The way of a member of a trunk begins at the root of its stem and branches off somewhere.
  mutating func way(
    of edge: LayoutEdge, index: Int, on stem: Stem? = nil, below bound: Int = Int.max
  ) -> Way? {
    greed = 1
    if search(edge, index, stem, below: bound, budget: Self.budget) { return found }
    greed = 4
    _ = search(edge, index, stem, below: bound, budget: Int.max)
    return found
  }

  /// What a way costs now that others may have come or gone.
  ///
  /// - Precondition: it is not part of the traffic.
  mutating func cost(of way: Way, _ edge: LayoutEdge, on stem: Stem? = nil) -> Int {
    generation += 1
    joins.forget(entries: traffic.entryLimit)
    begin(edge, way.wire.edge, on: stem, below: Int.max)
    enterGoal(way.ports.target, edge)
    let forks = stem.map { mark($0).forks } ?? [:]
    var (state, extra) = (-1, 0)
    for (crossing, sides) in way.crossings.reversed() {
      let heading = sides.back.opposite
      if let fork = forks[crossing] {
        extra = cost(of: fork, to: sides.front)
      } else {
        if state < 0 { start(at: way.ports.source) } else { expand(state, to: heading, extra) }
        extra = 0
      }
      state = crossing << 2 | heading.index
    }
    if state < 0 {
      start(at: way.ports.source)
    } else {
      expand(state, to: task.goals[0].heading, extra)
    }
    heap.removeAll()
    return task.best?.cost ?? Int.max
  }

  /// Searches until the best way is known; false if the budget did not suffice.
  private mutating func search(
    _ edge: LayoutEdge, _ index: Int, _ stem: Stem?, below bound: Int, budget: Int
  ) -> Bool {
    generation += 1
    joins.forget(entries: traffic.entryLimit)
    heap.removeAll()
    begin(edge, index, on: stem, below: bound)
    for port in ports.candidates(
      edge.target, other: edge.source, side: edge.targetSide, obstacles)
    {
      enterGoal(port, edge)
    }
    guard !task.goals.isEmpty else { return true }
    task.countBends(in: visibility)
    if let stem, !stem.ways.isEmpty {
      branch(off: stem)
    } else {
      for port in starts(of: edge, on: stem) { start(at: port) }
    }
    var rest = budget
    while let (state, key) = heap.popFirst() {
      guard key < task.bound else { break }
      guard !reached[state].isExpanded else { continue }
      guard rest > 0 else { return false }
      rest -= 1
      expand(state)
    }
    return true
  }

  private mutating func begin(_ edge: LayoutEdge, _ index: Int, on stem: Stem?, below bound: Int) {
    task.begin(
      edge, index, on: stem?.heading, away: stem == nil ? awayHeadings(of: edge) : [], below: bound)
  }

  /// The headings in which a way would lead away from its target, where that lies beside its source. At a box of
  /// points each end wants one for itself, also one that looks away.
  private func awayHeadings(of edge: LayoutEdge) -> [Direction] {
    guard !obstacles.isPointed[edge.source], !obstacles.isPointed[edge.target] else { return [] }
    let (source, target) = (obstacles.frames[edge.source], obstacles.frames[edge.target])
    return Direction.allCases.filter { heading in
      let (own, other) = (source[heading.axis], target[heading.axis])
      return heading.isForward ? other.high <= own.low : own.high <= other.low
    }
  }

  /// What it costs to end at a port, where one side may be wished for.
  private func cost(of port: Port, wish: Side?) -> Int {
    let end = SideOfNode(node: port.node, side: port.side)
    let ends = traffic.ends(at: end, seenWith: task.edge)
    let side = obstacles.cores[port.node][port.side.axis.cross]
    let isFull = (ends + 1) * spacing.leastSeparation > spacing.ports(on: side).length
    let isAskew = obstacles.isLeaf(port.node) && port.offset > RoutingSpacing.almostStraight
    let isAtCorner = !spacing.central(on: side).contains(port.place)
    let isWished = wish == port.side
    let isPoint = obstacles.isPointed[port.node] || obstacles.isPoint(end)
    let crowding = isPoint ? spacing.costs.sharedPoint : spacing.costs.crowding
    // Twice the offset: a way that is shorter by it is not worth to leave the middle.
    return (isWished ? 0 : ends * crowding) + (isFull ? 3 * spacing.costs.bend : 0)
      + min(2 * port.offset, 6 * spacing.end) + (isAskew ? spacing.costs.askewEnd : 0)
      + (isAtCorner ? spacing.costs.cornerEnd : 0)
      + (wish == nil || isWished ? 0 : spacing.costs.otherSide)
  }

  private mutating func enterGoal(_ index: Int, _ edge: LayoutEdge) {
    guard let track = entrances[index]?.track else { return }
    // Of two ways that cost the same, that is nicer which arrives along the longer distance.
    let (source, target) = (
      obstacles.frames[edge.source].center, obstacles.frames[edge.target].center
    )
    let isWide = abs(source.x - target.x) >= abs(source.y - target.y)
    let port = ports.all[index]
    let heading = port.heading.opposite
    let cost =
      cost(of: port, wish: wishes[task.edge]?.target) + (isWide == heading.isHorizontal ? 0 : 2)
      + (task.stem.map { deviation(of: edge, from: $0, to: heading) } ?? 0)
    task.addGoal(index, port, on: track, heading: heading, cost: cost)
  }

  private mutating func start(at index: Int) {
    guard let entrance = entrances[index] else { return }
    let port = ports.all[index]
    advance(
      on: entrance.track, heading: port.heading, from: port.start, to: entrance.crossing,
      cost: cost(of: port, wish: wishes[task.edge]?.source) + turnCost(into: port.heading),
      shared: 0, parent: -1 - index,
      run: Run(start: Int32(port.start), isFirst: true))
  }

  /// What it costs more to run in a heading from here on.
  private func turnCost(into heading: Direction) -> Int {
    task.leadsAway(heading) ? spacing.costs.away : 0
  }

  private mutating func expand(_ state: Int) {
    reached[state].isExpanded = true
    let heading = Direction(index: state & 3)
    expand(state, to: heading)
    expand(state, to: heading.clockwise)
    expand(state, to: heading.clockwise.opposite)
  }

  /// Goes on from a state to the next crossing in some heading, straight on or around a corner, at
  /// an extra cost.
  mutating func expand(_ state: Int, to front: Direction, _ extra: Int = 0) {
    let (crossing, heading) = (state >> 2, Direction(index: state & 3))
    let track = visibility.track(crossing, along: front)
    let from = visibility.place(crossing, along: front)
    let next = Int(visibility.neighbors[crossing << 2 | front.index])
    var (cost, run) = (Int(reached[state].cost) + extra, reached[state].run)
    if front != heading {
      let place = visibility.place(crossing, along: heading)
      cost += spacing.costs.bend + turnCost(into: front)
      if run.isFirst { cost += spacing.cost(ofEnd: abs(place - Int(run.start))) }
      run = Run(start: Int32(from), isFirst: false)
    }
    if task.firstGoals[track] < 0 {
      guard next >= 0 else { return }
      let length = abs(visibility.place(next, along: front) - from)
      guard !isReached(next << 2 | front.index, at: cost + length) else { return }
    }
    let meeting = meeting(state, front)
    advance(
      on: track, heading: front, from: from, to: next,
      cost: cost + meeting.crossings * spacing.costs.crossing, shared: meeting.shared,
      parent: state, run: run)
  }

  /// Whether this search has come to a state at no more than this cost.
  private func isReached(_ state: Int, at cost: Int) -> Bool {
    reached[state].generation == generation
      && (Int(reached[state].cost) <= cost || (greed > 1 && reached[state].isExpanded))
  }

  /// Goes on from a place on a track to the next crossing, -1 if there is none, and into the goals
  /// before it.
  private mutating func advance(
    on track: Int, heading: Direction, from place: Int, to next: Int, cost: Int, shared: Int,
    parent: Int, run: Run
  ) {
    let end = next < 0 ? nil : visibility.place(next, along: heading)
    var index = Int(task.firstGoals[track])
    while index >= 0 {
      let goal = task.goals[index]
      if goal.heading == heading, let total = costInto(goal, on: track, from: place, to: end, run) {
        task.offer(index, cost: cost + total, parent: parent)
      }
      index = Int(goal.next)
    }
    guard let end, let gates = gateCost(on: track, from: place, to: end, isEndIncluded: true)
    else { return }
    let length = abs(end - place)
    let total = cost + gates + length + congestion(on: track, shared, length)
    let state = next << 2 | heading.index
    guard !isReached(state, at: total) else { return }
    let key = total + greed * estimate(next, heading)
    guard key < task.bound else { return }
    if reached[state].generation == generation, reached[state].isExpanded {
      // What lies behind it is reached in another way now.
      joins.forget(entries: traffic.entryLimit)
    }
    reached[state] = Reached(
      generation: generation, parent: Int32(parent), cost: Int32(clamping: total), run: run)
    heap.insert(state, key: key)
  }

  /// What the last piece to a goal costs; nil if the goal is not before `end`.
  private func costInto(_ goal: Goal, on track: Int, from place: Int, to end: Int?, _ run: Run)
    -> Int?
  {
    let along = goal.place
    let isForward = goal.heading.isForward
    guard isForward ? along > place : along < place,
      end.map({ isForward ? along <= $0 : along >= $0 }) ?? true,
      let gates = gateCost(on: track, from: place, to: along, isEndIncluded: false)
    else { return nil }
    // Where a straight way is good, it has been found before, unless it is a trunk's.
    let squeezed =
      run.isFirst
      ? (task.stem == nil ? spacing.costs.bend : 0)
      : spacing.cost(ofEnd: abs(along - Int(run.start)))
    return gates + abs(along - place) + goal.cost + squeezed
  }

  /// The state before another, or -1 - the port where the way begins.
  func parent(of state: Int) -> Int { Int(reached[state].parent) }

  /// The best way that the last search found.
  private var found: Way? {
    guard let best = task.best else { return nil }
    let goal = task.goals[best.goal]
    let target = ports.all[goal.port]
    var points = [target.point]
    var crossings: [(crossing: Int, sides: Passage)] = []
    var state = best.parent
    var next = goal.heading
    while state >= 0 {
      let heading = Direction(index: state & 3)
      points.append(visibility.point(state >> 2))
      crossings.append((state >> 2, Passage(back: heading.opposite, front: next)))
      next = heading
      state = parent(of: state)
    }
    let port = ports.all[-1 - state]
    points.append(port.point)
    let wire = Wire(
      edge: task.edge, through: points.reversed(), sourceSide: port.side, targetSide: target.side)
    return Way(
      wire: wire, cost: best.cost, ports: (source: -1 - state, target: goal.port),
      crossings: crossings)
  }
}
