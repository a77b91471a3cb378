import DiagramAlgorithms
import DiagramModel

extension WaySearch {
  /// What happens with other ways at the crossing of a state if the way goes on to `front`.
  ///
  /// Two ways that share a piece cross if one joins the other on one side and leaves it on the
  /// other; that is counted where they part.
  @inline(__always)
  mutating func meeting(_ state: Int, _ front: Direction) -> (crossings: Int, shared: Int) {
    var (crossings, shared) = (0, 0)
    var entry = traffic.first(at: state >> 2)
    let own = Passage(back: Direction(index: state & 3).opposite, front: front)
    while entry >= 0 {
      let passage = traffic.passage(entry, seenWith: task.edge)
      let here = entry
      entry = traffic.next(after: entry)
      guard let sides = passage else { continue }
      if let beyond = sides.other(than: own.back) {
        if beyond == front {
          shared += 1
        } else if let wasLeft = isLeft(of: here, joining: state) {
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

  /// Whether the way to a state joined that of an entry of its crossing from the left, as one travels
  /// here; nil if both begin together.
  ///
  /// What is found holds for the whole piece that they share, and is kept for it: in a bundle each state
  /// looks one step back only.
  private mutating func isLeft(of entry: Int, joining state: Int) -> Bool? {
    var (entry, state) = (entry, state)
    var result: Bool?
    while true {
      if let known = joins.known(entry, state) {
        result = known
        break
      }
      joins.walk(entry, state)
      let previous = parent(of: state)
      guard previous >= 0 else { break }
      let heading = Direction(index: state & 3)
      let back = Direction(index: previous & 3).opposite
      guard let (before, sides) = traffic.neighbor(of: entry, on: heading.opposite),
        let other = sides.other(than: heading)
      else { break }
      if other != back {
        result = back.turn(from: heading) < other.turn(from: heading)
        break
      }
      (entry, state) = (before, previous)
    }
    joins.keep(result)
    return result
  }

  /// What it costs to run along a track that others use too, more where it is too narrow for all.
  @inline(__always)
  func congestion(on track: Int, _ shared: Int, _ length: Int) -> Int {
    guard shared > 0 else { return 0 }
    let capacity = 2 * visibility.margins[track] / (spacing.leastSeparation + 1)
    return length * shared / 8 + (shared < capacity ? 0 : 200 + 4 * length)
  }

  /// What it costs to cross the outlines and titles between two places on a track; nil if an outline
  /// is closed.
  ///
  /// To leave a container around the source and to enter one around the target is free, since it
  /// has to be; everything else is a detour over foreign ground.
  @inline(__always)
  func gateCost(on track: Int, from start: Int, to end: Int, isEndIncluded: Bool) -> Int? {
    let first = Int(visibility.gateStarts[track])
    let last = Int(visibility.gateStarts[track + 1])
    guard first < last else { return 0 }
    let (low, high) = (min(start, end), max(start, end))
    var cost = 0
    for index in first..<last {
      let gate = visibility.gates[index]
      guard gate.place > low && gate.place < high || (isEndIncluded && gate.place == end)
      else { continue }
      guard !obstacles.isHidden(gate.container, from: task.pictures) else { continue }
      guard !gate.isTitle else {
        cost += spacing.costs.title
        continue
      }
      let isAroundSource = obstacles.isAncestor(gate.container, of: task.source)
      let isAroundTarget = obstacles.isAncestor(gate.container, of: task.target)
      guard isAroundSource || isAroundTarget else {
        guard obstacles.isCrossedByAll(gate.container) else { return nil }
        cost += spacing.costs.lane
        continue
      }
      let isEntry = gate.isLow == (start < end)
      let isNeeded = isAroundSource != isAroundTarget && isEntry == isAroundTarget
      cost += (isNeeded ? 0 : spacing.costs.border) + (gate.isHeader ? spacing.costs.header : 0)
    }
    return cost
  }

  /// The least that is still to be paid from a crossing: never too much.
  @inline(__always)
  func estimate(_ crossing: Int, _ heading: Direction) -> Int {
    let (x, y) = (visibility.xs[crossing], visibility.ys[crossing])
    let bound = task.level(of: visibility.track(crossing, along: heading))
    var least = Int.max
    for side in task.sides {
      // Along and across the heading in which the way arrives.
      let (along, across) = side.heading.isHorizontal ? (x, y) : (y, x)
      let aside = side.range.clamp(across) - across
      let ahead = (side.start - along) * (side.heading.isForward ? 1 : -1)
      let needed = leastBends(heading, side.heading, ahead: ahead, aside: aside)
      // Ways between the same headings differ by an even number of bends.
      let bends = needed < bound ? bound + (bound - needed) & 1 : needed
      least = min(least, abs(ahead) + abs(aside) + bends * spacing.costs.bend + side.cost)
    }
    return least
  }
}

/// The least number of right angles of a way that has one heading and arrives with another at a
/// goal that lies `ahead` in the heading of arrival, and `aside` on the other axis.
func leastBends(_ heading: Direction, _ arrival: Direction, ahead: Int, aside: Int) -> Int {
  if heading == arrival { return ahead < 0 ? 4 : aside == 0 ? 0 : 2 }
  if heading == arrival.opposite { return aside == 0 ? 4 : 2 }
  return ahead >= 0 && (heading.isForward ? aside >= 0 : aside <= 0) ? 1 : 3
}
