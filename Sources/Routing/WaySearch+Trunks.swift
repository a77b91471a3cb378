import DiagramAlgorithms
import DiagramGraph
import DiagramModel

/// How the ways of a trunk grow out of each other.
extension WaySearch {
  /// What the next way of a trunk grows out of.
  struct Stem: Sendable {
    /// The heading in which the trunk leaves its root.
    let heading: Direction
    /// The ways that are there already, all from one port of the root.
    let ways: [Way]
  }

  /// How a stem runs over a crossing.
  struct Fork {
    /// The heading in which it comes.
    let heading: Direction
    /// How far it is from the root.
    let length: Int
    /// The headings in which it goes on.
    var fronts: Set<Direction> = []

    init(_ heading: Direction, _ length: Int) { (self.heading, self.length) = (heading, length) }
  }
}

extension WaySearch {
  /// Enters the ways of a stem as reached for nothing, so that others neither cross nor join them.
  ///
  /// - Returns: how the stem runs over each of its crossings, and these in order.
  mutating func mark(_ stem: Stem) -> (forks: [Int: Fork], order: [Int]) {
    var forks: [Int: Fork] = [:]
    var order: [Int] = []
    for way in stem.ways {
      let port = ports.all[way.ports.source]
      var parent = -1 - way.ports.source
      var run = Run(start: Int32(port.start), isFirst: true)
      var (length, last) = (0, port.point)
      // From its own end up to where it branches off, which is known already.
      let own = way.crossings.prefix { forks[$0.crossing] == nil }
      for (crossing, sides) in way.crossings.prefix(own.count + 1).reversed() {
        let heading = sides.back.opposite
        if let fork = forks[crossing] {
          (length, run) = (fork.length, reached[crossing << 2 | heading.index].run)
        } else {
          length += visibility.point(crossing).steps(to: last)
          for any in Direction.allCases {
            reached[crossing << 2 | any.index] = Reached(
              generation: generation, parent: Int32(parent), cost: 0, run: run, isExpanded: true)
          }
          order.append(crossing)
        }
        (parent, last) = (crossing << 2 | heading.index, visibility.point(crossing))
        if sides.front != heading {
          run = Run(start: Int32(visibility.place(crossing, along: sides.front)), isFirst: false)
        }
        forks[crossing, default: Fork(heading, length)].fronts.insert(sides.front)
      }
    }
    return (forks, order)
  }

  /// What it costs to branch off instead of the turn: nothing where the stem turns or has a branch
  /// already, and rather less close to the root, since what is shared makes the way no shorter.
  func cost(of fork: Fork, to front: Direction) -> Int {
    fork.length / 2 + (fork.fronts == [fork.heading] ? spacing.costs.branch : 0)
      - (front == fork.heading ? 0 : spacing.costs.bend)
  }

  /// Starts to search from every crossing of a stem, in every direction in which it does not run.
  mutating func branch(off stem: Stem) {
    let (forks, order) = mark(stem)
    for crossing in order {
      guard let fork = forks[crossing] else { continue }
      for front in Direction.allCases
      where front != fork.heading.opposite && !fork.fronts.contains(front) {
        expand(crossing << 2 | fork.heading.index, to: front, cost(of: fork, to: front))
      }
    }
  }

  /// The ports where the way of an edge may begin; of a trunk the one closest to the middle of the
  /// side.
  func starts(of edge: LayoutEdge, on stem: Stem?) -> [Int] {
    guard let stem else {
      return ports.candidates(edge.source, other: edge.target, side: edge.sourceSide, obstacles)
    }
    let candidates = ports.candidates(edge.source, other: edge.target, side: nil, obstacles)
      .filter { ports.all[$0].heading == stem.heading }
    return candidates.min { ports.all[$0].offset < ports.all[$1].offset }.map { [$0] } ?? []
  }

  /// What it costs that a trunk leaves in one heading and a branch arrives in another. A trunk leaves
  /// towards its boxes; its branches reach those that lie ahead alike, rather than with a bend less.
  func deviation(of edge: LayoutEdge, from stem: Direction, to heading: Direction) -> Int {
    let (root, box) = (
      obstacles.frames[edge.source][stem.axis], obstacles.frames[edge.target][stem.axis]
    )
    let isAhead =
      obstacles.isAncestor(edge.source, of: edge.target)
      || (stem.isForward ? root.high <= box.low : box.high <= root.low)
    guard isAhead else { return spacing.costs.bend / 2 }
    // What is bound to a side is reached there, wherever the trunk comes from.
    return heading != stem && edge.targetSide == nil ? spacing.costs.bend * 3 / 2 : 0
  }
}

extension Point {
  /// The way along the axes to another point.
  fileprivate func steps(to other: Point) -> Int { abs(x - other.x) + abs(y - other.y) }
}
