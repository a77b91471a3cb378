import DiagramModel

/// The orthogonal visibility graph: where tracks cross, and which outlines lie between.
///
/// > Source: Wybrow, Marriott, Stuckey, Orthogonal Connector Routing, 2009, section 3.
struct VisibilityGraph: Sendable {
  let tracks: Tracks
  /// For each crossing, the index of its horizontal and of its vertical track.
  private(set) var horizontals: [Int32] = []
  private(set) var verticals: [Int32] = []
  /// The crossings on track `t` of an axis are `members[axis][starts[axis][t]..<starts[axis][t+1]]`,
  /// from low to high.
  private(set) var starts: [[Int32]]
  private(set) var members: [[Int32]]
  /// For each crossing, where it stands in `members` of each axis.
  private(set) var positions: [[Int32]]
  /// The outlines of open containers across each track: `gates[axis][gateStarts[axis][t]..<…]`,
  /// from low to high.
  private(set) var gates: [[Gate]]
  private(set) var gateStarts: [[Int32]]

  /// Where a track runs across the outline of an open container.
  struct Gate: Hashable, Sendable {
    let place: Int
    let container: Int
    let isTitle: Bool
  }

  var count: Int { horizontals.count }

  /// - Complexity: linear in the tracks and their crossings, but for a binary search.
  init(_ tracks: Tracks, _ obstacles: Obstacles) {
    self.tracks = tracks
    starts = [[0], Array(repeating: 0, count: tracks.vertical.count + 1)]
    members = [[], []]
    positions = [[], []]
    (gates, gateStarts) = ([[], []], [[0], [0]])
    findCrossings()
    findGates(obstacles)
  }

  func x(_ crossing: Int) -> Int { tracks.vertical[Int(verticals[crossing])].place }
  func y(_ crossing: Int) -> Int { tracks.horizontal[Int(horizontals[crossing])].place }
  func point(_ crossing: Int) -> Point { Point(x: x(crossing), y: y(crossing)) }

  /// The coordinate of a crossing on an axis.
  func place(_ crossing: Int, on axis: Axis) -> Int {
    axis == .horizontal ? x(crossing) : y(crossing)
  }

  /// The track through a crossing along an axis.
  func track(_ crossing: Int, along axis: Axis) -> Int {
    Int(axis == .horizontal ? horizontals[crossing] : verticals[crossing])
  }

  /// The next crossing on the same track in a direction.
  func neighbor(of crossing: Int, heading: Side) -> Int? {
    let axis = heading.axis
    let track = track(crossing, along: axis)
    let position = Int(positions[axis.index][crossing]) + (heading.isForward ? 1 : -1)
    guard position >= starts[axis.index][track], position < starts[axis.index][track + 1]
    else { return nil }
    return Int(members[axis.index][position])
  }

  /// The first crossing on a track at or beyond a place in a direction.
  func firstCrossing(on track: Int, heading: Side, from place: Int) -> Int? {
    let axis = heading.axis
    let all = members[axis.index][
      Int(starts[axis.index][track])..<Int(starts[axis.index][track + 1])]
    if heading.isForward {
      let index = all.lowerBound { self.place(Int($0), on: axis) >= place }
      return index < all.endIndex ? Int(all[index]) : nil
    }
    let index = all.lowerBound { self.place(Int($0), on: axis) > place }
    return index > all.startIndex ? Int(all[index - 1]) : nil
  }

  /// The track along an axis that runs through a point.
  func track(along axis: Axis, at place: Int, through along: Int) -> Int? {
    let candidates = tracks[axis]
    var index = candidates.lowerBound { $0.place >= place }
    while index < candidates.count, candidates[index].place == place {
      if candidates[index].span.contains(along) { return index }
      index += 1
    }
    return nil
  }

  private mutating func findCrossings() {
    let vertical = tracks.vertical
    for (row, track) in tracks.horizontal.enumerated() {
      var column = vertical.lowerBound { $0.place >= track.span.low }
      while column < vertical.count, vertical[column].place <= track.span.high {
        if vertical[column].span.contains(track.place) {
          horizontals.append(Int32(row))
          verticals.append(Int32(column))
          starts[1][column + 1] += 1
        }
        column += 1
      }
      starts[0].append(Int32(horizontals.count))
    }
    for column in vertical.indices { starts[1][column + 1] += starts[1][column] }
    members[0] = (0..<Int32(count)).map(\.self)
    positions[0] = members[0]
    members[1] = Array(repeating: 0, count: count)
    positions[1] = members[1]
    var next = starts[1]
    for crossing in 0..<count {
      let column = Int(verticals[crossing])
      members[1][Int(next[column])] = Int32(crossing)
      positions[1][crossing] = next[column]
      next[column] += 1
    }
  }

  private mutating func findGates(_ obstacles: Obstacles) {
    for axis in Axis.allCases {
      for track in tracks[axis] {
        var found: [Gate] = []
        for container in obstacles.open {
          let frame = obstacles.frames[container]
          guard frame[axis.cross].low < track.place, track.place < frame[axis.cross].high
          else { continue }
          let hasTitle = obstacles.interiors[container] != frame && axis == .vertical
          for (place, isTitle) in [(frame[axis].low, hasTitle), (frame[axis].high, false)]
          where track.span.contains(place) {
            found.append(Gate(place: place, container: container, isTitle: isTitle))
          }
        }
        found.sort { ($0.place, $0.container) < ($1.place, $1.container) }
        gates[axis.index] += found
        gateStarts[axis.index].append(Int32(gates[axis.index].count))
      }
    }
  }
}

extension RandomAccessCollection {
  /// The first index whose element satisfies `predicate`, if all that do stand behind all that do
  /// not; otherwise the end.
  func lowerBound(where predicate: (Element) -> Bool) -> Index {
    var (low, count) = (startIndex, count)
    while count > 0 {
      let half = count / 2
      let middle = index(low, offsetBy: half)
      if predicate(self[middle]) {
        count = half
      } else {
        low = index(after: middle)
        count -= half + 1
      }
    }
    return low
  }
}
