import DiagramAlgorithms
import DiagramGraph
import DiagramModel

extension WaySearch {
  /// What is searched, and the best that has been found.
  struct Task: Sendable {
    private(set) var edge = 0
    /// The heading of the trunk that the edge branches off; nil if it runs by itself.
    private(set) var stem: Direction?
    /// The headings that lead away from the target, as bits of their indices.
    private var away = 0
    private(set) var source = 0
    private(set) var target = 0
    private(set) var pictures = PictureSet.all
    private(set) var goals: [Goal] = []
    private(set) var sides: [TargetSide] = []
    private(set) var best: Best?
    /// What a way has to cost less than to be worth anything.
    private(set) var bound = Int.max
    /// For each track, the first goal on it, or -1.
    private(set) var firstGoals: [Int32]
    private var levels: [Level]
    private var stamp: Int32 = 0
  }

  /// How many bends a way needs at least from a track to a goal, in the search with this stamp.
  struct Level: Sendable {
    let stamp: Int32
    let bends: Int32
  }

  /// The number of bends from which on tracks are not told apart.
  static let levelLimit = 3

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
    let heading: Direction
    let track: Int
    let cost: Int
    /// The next goal on the same track, or -1.
    let next: Int32
  }

  /// The ports on one side of the target, for estimates.
  struct TargetSide: Sendable {
    let heading: Direction
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
    levels = Array(repeating: WaySearch.Level(stamp: 0, bends: 0), count: trackCount)
  }

  mutating func begin(
    _ edge: LayoutEdge, _ index: Int, on stem: Direction?, away: [Direction], below bound: Int
  ) {
    for goal in goals { firstGoals[goal.track] = -1 }
    goals.removeAll(keepingCapacity: true)
    sides.removeAll(keepingCapacity: true)
    best = nil
    self.bound = bound
    (self.edge, source, target) = (index, edge.source, edge.target)
    self.stem = stem
    self.away = away.reduce(0) { $0 | 1 << $1.index }
    pictures = edge.pictures
  }

  /// Whether a piece in a heading leads away from the target.
  func leadsAway(_ heading: Direction) -> Bool { away & 1 << heading.index != 0 }

  mutating func addGoal(
    _ index: Int, _ port: Port, on track: Int, heading: Direction, cost: Int
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

  /// Finds the tracks from which a way needs at most two bends to a goal: those that cross a track
  /// of a goal, and those that cross such a one.
  mutating func countBends(in visibility: VisibilityGraph) {
    stamp += 1
    var queue: [Int] = []
    for goal in goals where level(of: goal.track) > 0 {
      levels[goal.track] = WaySearch.Level(stamp: stamp, bends: 0)
      queue.append(goal.track)
    }
    let rows = visibility.tracks.horizontal.count
    var next = 0
    while next < queue.count {
      let track = queue[next]
      next += 1
      let bends = levels[track].bends + 1
      guard bends < WaySearch.levelLimit else { break }
      let isRow = track < rows
      for index in Int(visibility.starts[track])..<Int(visibility.starts[track + 1]) {
        let crossing = Int(visibility.members[index])
        let other = Int(isRow ? visibility.verticals[crossing] : visibility.horizontals[crossing])
        guard levels[other].stamp != stamp else { continue }
        levels[other] = WaySearch.Level(stamp: stamp, bends: bends)
        queue.append(other)
      }
    }
  }

  /// How many bends a way needs at least from a track to a goal.
  func level(of track: Int) -> Int {
    levels[track].stamp == stamp ? Int(levels[track].bends) : WaySearch.levelLimit
  }
}
