import DiagramModel

extension WaySearch {
  /// What is searched, and the best that has been found.
  struct Task: Sendable {
    private(set) var edge = 0
    private(set) var source = 0
    private(set) var target = 0
    private(set) var goals: [Goal] = []
    private(set) var sides: [TargetSide] = []
    private(set) var best: Best?
    /// What a way has to cost less than to be worth anything.
    private(set) var bound = Int.max
    /// For each track, the first goal on it, or -1.
    private(set) var firstGoals: [Int32]
    /// For each track, how many bends a way needs at least from there to a goal.
    private(set) var bends: [Int8]
  }

  struct Best: Sendable {
    let goal: Int
    let cost: Int
    let parent: Int
  }

  /// A port of the target.
  struct Goal: Sendable {
    let port: Int
    /// Where it lies along its track.
    let place: Int
    let heading: Heading
    let track: Int
    let cost: Int
    /// The next goal on the same track, or -1.
    let next: Int32
  }

  /// The ports on one side of the target, for estimates.
  struct TargetSide: Sendable {
    let heading: Heading
    let start: Int
    var range: Span
    /// What the cheapest of them costs.
    var cost: Int
  }
}

extension WaySearch.Task {
  typealias Best = WaySearch.Best

  init(trackCount: Int) {
    firstGoals = Array(repeating: -1, count: trackCount)
    bends = Array(repeating: 0, count: trackCount)
  }

  mutating func begin(_ edge: LayoutEdge, _ index: Int, below bound: Int) {
    for goal in goals { firstGoals[goal.track] = -1 }
    goals.removeAll(keepingCapacity: true)
    sides.removeAll(keepingCapacity: true)
    best = nil
    self.bound = bound
    (self.edge, source, target) = (index, edge.source, edge.target)
  }

  mutating func addGoal(
    _ index: Int, _ port: Port, on track: Int, heading: Heading, cost: Int
  ) {
    goals.append(
      WaySearch.Goal(
        port: index, place: port.start, heading: heading, track: track, cost: cost,
        next: firstGoals[track]))
    firstGoals[track] = Int32(goals.count - 1)
    if sides.last?.heading != heading {
      sides.append(
        WaySearch.TargetSide(
          heading: heading, start: port.start, range: Span(port.place, port.place), cost: cost))
    } else {
      let last = sides.count - 1
      sides[last].range.low = min(sides[last].range.low, port.place)
      sides[last].range.high = max(sides[last].range.high, port.place)
      sides[last].cost = min(sides[last].cost, cost)
    }
  }

  /// Notes a way into a goal if it is the best.
  mutating func offer(_ goal: Int, cost: Int, parent: Int) {
    guard cost < bound else { return }
    bound = cost
    best = Best(goal: goal, cost: cost, parent: parent)
  }

  /// Searches breadth first from the tracks of the goals; what is not within reach of three bends
  /// needs at least four.
  mutating func countBends(in visibility: VisibilityGraph) {
    let limit: Int8 = 4
    guard visibility.count <= 20_000 else { return }
    for track in bends.indices { bends[track] = limit }
    var queue: [Int] = []
    for goal in goals where bends[goal.track] == limit {
      bends[goal.track] = 0
      queue.append(goal.track)
    }
    let rows = visibility.tracks.horizontal.count
    var next = 0
    while next < queue.count {
      let track = queue[next]
      next += 1
      guard bends[track] < limit - 1 else { break }
      let isRow = track < rows
      for index in Int(visibility.starts[track])..<Int(visibility.starts[track + 1]) {
        let crossing = Int(visibility.members[index])
        let other = Int(isRow ? visibility.verticals[crossing] : visibility.horizontals[crossing])
        guard bends[other] == limit else { continue }
        bends[other] = bends[track] + 1
        queue.append(other)
      }
    }
  }
}
