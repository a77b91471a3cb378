import DiagramModel

/// A* over a visibility graph, from all ports of one node to all ports of another.
///
/// A state is a crossing together with the heading in which it was reached.
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
  /// What the estimate is multiplied by: the more, the straighter the search runs to the target.
  private var greed = 1
  private var reached: [Reached]
  private(set) var task: Task

  /// What is known of a state.
  private struct Reached {
    /// The search that reached it last.
    var generation: Int32 = 0
    /// The state before, or -1 - the port where the way begins.
    var parent: Int32 = 0
    var cost = 0
    var run = Run(start: 0, isFirst: false)
  }

  /// The straight piece that ends in a state.
  private struct Run {
    var start: Int32
    var isFirst: Bool
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
    reached = Array(repeating: Reached(), count: visibility.count * 4)
    task = Task(trackCount: visibility.trackCount)
  }

  /// How many states are looked at before the search becomes greedy.
  private static let budget = 3000

  /// The cheapest way of an edge, or a good one if that would take too long to find; nil if there
  /// is none.
  mutating func way(of edge: LayoutEdge, index: Int) -> Way? {
    greed = 1
    if search(edge, index, budget: Self.budget) { return task.best.map(way) }
    greed = 4
    _ = search(edge, index, budget: Int.max)
    return task.best.map(way)
  }

  /// Searches until the best way is known; false if the budget did not suffice.
  private mutating func search(_ edge: LayoutEdge, _ index: Int, budget: Int) -> Bool {
    generation += 1
    heap.removeAll()
    task.begin(edge, index)
    enterGoals(edge)
    guard !task.goals.isEmpty else { return true }
    task.countBends(in: visibility)
    for port in ports.candidates(
      edge.source, other: edge.target, side: edge.sourceSide, obstacles)
    {
      start(at: port)
    }
    var rest = budget
    while let (state, key) = heap.popFirst() {
      if let best = task.best, best.cost <= key { break }
      guard rest > 0 else { return false }
      rest -= 1
      expand(state, key)
    }
    return true
  }

  private func crowding(_ port: Port) -> Int {
    let side = SideOfNode(node: port.node, side: port.side)
    // Twice the offset: a way that is shorter by it is not worth to leave the middle.
    return traffic.ends(at: side) * spacing.costs.crowding
      + min(2 * port.offset, 6 * spacing.end)
  }

  private mutating func enterGoals(_ edge: LayoutEdge) {
    // Of two ways that cost the same, that is nicer which arrives along the longer distance.
    let (source, target) = (
      obstacles.frames[edge.source].center, obstacles.frames[edge.target].center
    )
    let isWide = abs(source.x - target.x) >= abs(source.y - target.y)
    for index in ports.candidates(
      edge.target, other: edge.source, side: edge.targetSide, obstacles)
    {
      let port = ports.all[index]
      guard
        let track = visibility.track(along: port.side.axis, at: port.place, through: port.start)
      else { continue }
      let heading = Heading(port.heading).opposite
      let cost = crowding(port) + (isWide == heading.isHorizontal ? 0 : 2)
      task.addGoal(index, port, on: track, heading: heading, cost: cost)
    }
  }

  private mutating func start(at index: Int) {
    let port = ports.all[index]
    guard let track = visibility.track(along: port.side.axis, at: port.place, through: port.start)
    else { return }
    let heading = Heading(port.heading)
    let beyond = port.start + (heading.isForward ? 1 : -1)
    let next = visibility.firstCrossing(on: track, heading: heading, from: beyond)
    advance(
      on: track, heading: heading, from: port.start, to: next, cost: crowding(port), shared: 0,
      parent: -1 - index, run: Run(start: Int32(port.start), isFirst: true))
  }

  private mutating func expand(_ state: Int, _ key: Int) {
    let (crossing, heading) = (state >> 2, Heading(index: state & 3))
    let (cost, run) = (reached[state].cost, reached[state].run)
    // A cheaper way to this state has been found since.
    guard cost + greed * estimate(crossing, heading) == key else { return }
    let place = visibility.place(crossing, along: heading)
    let isShort = run.isFirst && abs(place - Int(run.start)) < spacing.end
    for index in 0..<4 where index != heading.opposite.index {
      let front = Heading(index: index)
      let meeting = meeting(state, front)
      var next = cost + meeting.crossings * spacing.costs.crossing
      if index != heading.index {
        next += spacing.costs.bend + (isShort ? spacing.costs.shortEnd : 0)
      }
      let from = visibility.place(crossing, along: front)
      advance(
        on: visibility.track(crossing, along: front), heading: front, from: from,
        to: visibility.neighbor(of: crossing, heading: front), cost: next, shared: meeting.shared,
        parent: state,
        run: index == heading.index ? run : Run(start: Int32(from), isFirst: false))
    }
  }

  /// Goes on from a place on a track to the next crossing, and into the goals before it.
  private mutating func advance(
    on track: Int, heading: Heading, from place: Int, to next: Int?, cost: Int, shared: Int,
    parent: Int, run: Run
  ) {
    let end = next.map { visibility.place($0, along: heading) }
    var index = Int(task.firstGoals[track])
    while index >= 0 {
      let goal = task.goals[index]
      if goal.heading == heading, let total = costInto(goal, on: track, from: place, to: end, run) {
        task.offer(index, cost: cost + total, parent: parent)
      }
      index = Int(goal.next)
    }
    guard let next, let end,
      let gates = gateCost(on: track, from: place, to: end, isEndIncluded: true)
    else { return }
    let length = abs(end - place)
    let total = cost + gates + length + congestion(on: track, shared, length)
    let state = next << 2 | heading.index
    guard reached[state].generation != generation || total < reached[state].cost else { return }
    let key = total + greed * estimate(next, heading)
    if let best = task.best, best.cost <= key { return }
    reached[state] = Reached(
      generation: generation, parent: Int32(parent), cost: total, run: run)
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
    let isShort = !run.isFirst && abs(along - Int(run.start)) < spacing.end
    // Where a straight way is good, it has been found before.
    let squeezed = run.isFirst ? spacing.costs.bend : isShort ? spacing.costs.shortEnd : 0
    return gates + abs(along - place) + goal.cost + squeezed
  }

  /// The state before another, or -1 - the port where the way begins.
  func parent(of state: Int) -> Int { Int(reached[state].parent) }

  private func way(_ best: Task.Best) -> Way {
    let goal = task.goals[best.goal]
    let target = ports.all[goal.port]
    var points = [Point(target.start, target.place, along: target.side.axis)]
    var crossings: [(crossing: Int, sides: Passage)] = []
    var state = best.parent
    var next = goal.heading
    while state >= 0 {
      let heading = Heading(index: state & 3)
      points.append(visibility.point(state >> 2))
      crossings.append((state >> 2, Passage(back: heading.opposite, front: next)))
      next = heading
      state = parent(of: state)
    }
    let port = ports.all[-1 - state]
    points.append(Point(port.start, port.place, along: port.side.axis))
    let wire = Wire(
      edge: task.edge, through: points.reversed(), sourceSide: port.side, targetSide: target.side)
    return Way(wire: wire, cost: best.cost, crossings: crossings)
  }
}
