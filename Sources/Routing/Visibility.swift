import DiagramAlgorithms
import DiagramGraph
import DiagramModel

/// The orthogonal visibility graph: where tracks cross, and which outlines and titles lie between.
///
/// Tracks are called by one index: first the horizontal ones, then the vertical ones.
///
/// > Source: Wybrow, Marriott, Stuckey, Orthogonal Connector Routing, 2009, section 3.
struct VisibilityGraph: Sendable {
  let tracks: Tracks
  /// The coordinates of each crossing.
  private(set) var xs: [Int] = []
  private(set) var ys: [Int] = []
  /// For each crossing, the index of its horizontal and of its vertical track.
  private(set) var horizontals: [Int32] = []
  private(set) var verticals: [Int32] = []
  /// For each crossing and each of the four headings, the next crossing or -1.
  private(set) var neighbors: [Int32] = []
  /// The crossings on track `t` are `members[starts[t]..<starts[t + 1]]`, from low to high.
  private(set) var starts: [Int32] = [0]
  private(set) var members: [Int32] = []
  /// The outlines of open containers across track `t` are `gates[gateStarts[t]..<gateStarts[t+1]]`,
  /// from low to high.
  private(set) var gates: [Gate] = []
  private(set) var gateStarts: [Int32] = [0]
  /// The room beside each track, see ``Track/margin``.
  let margins: [Int]

  /// Where a track runs across the outline of an open container, or over its title.
  struct Gate: Hashable, Sendable {
    let place: Int
    let container: Int
    /// Whether the container lies behind, towards larger coordinates.
    let isLow: Bool
    /// Whether the room for a title lies behind, which does not say where its text is.
    let isHeader: Bool
    /// Whether it is not an outline but an end of a title.
    let isTitle: Bool
  }

  var count: Int { xs.count }
  var trackCount: Int { margins.count }

  /// - Complexity: linear in the tracks and their crossings, but for a binary search.
  init(_ tracks: Tracks, _ obstacles: Obstacles) {
    self.tracks = tracks
    margins = (tracks.horizontal + tracks.vertical).map(\.margin)
    findCrossings()
    findGates(obstacles)
  }

  func point(_ crossing: Int) -> Point { Point(x: xs[crossing], y: ys[crossing]) }

  /// The coordinate of a crossing along a heading's axis.
  func place(_ crossing: Int, along heading: Direction) -> Int {
    heading.isHorizontal ? xs[crossing] : ys[crossing]
  }

  /// The track through a crossing along a heading's axis.
  func track(_ crossing: Int, along heading: Direction) -> Int {
    Int(heading.isHorizontal ? horizontals[crossing] : verticals[crossing])
  }

  /// The next crossing on the same track.
  func neighbor(of crossing: Int, heading: Direction) -> Int? {
    let next = neighbors[crossing << 2 | heading.index]
    return next < 0 ? nil : Int(next)
  }

  /// The first crossing on a track at or beyond a place.
  func firstCrossing(on track: Int, heading: Direction, from place: Int) -> Int? {
    let all = members[Int(starts[track])..<Int(starts[track + 1])]
    if heading.isForward {
      let index = all.lowerBound { self.place(Int($0), along: heading) >= place }
      return index < all.endIndex ? Int(all[index]) : nil
    }
    let index = all.lowerBound { self.place(Int($0), along: heading) > place }
    return index > all.startIndex ? Int(all[index - 1]) : nil
  }

  /// The track along an axis that runs through a point.
  func track(along axis: Axis, at place: Int, through along: Int) -> Int? {
    let candidates = tracks[axis]
    var index = candidates.lowerBound { $0.place >= place }
    while index < candidates.count, candidates[index].place == place {
      if candidates[index].span.contains(along) {
        return index + (axis == .horizontal ? 0 : tracks.horizontal.count)
      }
      index += 1
    }
    return nil
  }

  private mutating func findCrossings() {
    let (rows, columns) = (tracks.horizontal, tracks.vertical)
    var counts = columns.map { _ in Int32(0) }
    for (row, track) in rows.enumerated() {
      var column = columns.lowerBound { $0.place >= track.span.low }
      while column < columns.count, columns[column].place <= track.span.high {
        if columns[column].span.contains(track.place) {
          xs.append(columns[column].place)
          ys.append(track.place)
          horizontals.append(Int32(row))
          verticals.append(Int32(rows.count + column))
          counts[column] += 1
        }
        column += 1
      }
      starts.append(Int32(xs.count))
    }
    for column in columns.indices { starts.append(starts[rows.count + column] + counts[column]) }
    members = (0..<Int32(count)).map(\.self) + Array(repeating: 0, count: count)
    var next = starts
    for crossing in 0..<count {
      let column = Int(verticals[crossing])
      members[Int(next[column])] = Int32(crossing)
      next[column] += 1
    }
    link()
  }

  private mutating func link() {
    neighbors = Array(repeating: -1, count: 4 * count)
    for track in 0..<trackCount {
      let isRow = track < tracks.horizontal.count
      let (forward, backward): (Direction, Direction) = isRow ? (.right, .left) : (.down, .up)
      for index in Int(starts[track])..<max(Int(starts[track]), Int(starts[track + 1]) - 1) {
        let (low, high) = (members[index], members[index + 1])
        neighbors[Int(low) << 2 | forward.index] = high
        neighbors[Int(high) << 2 | backward.index] = low
      }
    }
  }

  private mutating func findGates(_ obstacles: Obstacles) {
    for axis in Axis.allCases {
      for track in tracks[axis] {
        var found: [Gate] = []
        obstacles.forEachOpen(along: axis, in: Span(track.place, track.place), for: .all) {
          container in
          let frame = obstacles.frames[container]
          let across = frame[axis.cross]
          guard across.low < track.place, track.place < across.high else { return }
          let inner = obstacles.interiors[container][axis]
          let gates = [(frame[axis].low, inner.low, true), (frame[axis].high, inner.high, false)]
          for (place, inside, isLow) in gates where track.span.contains(place) {
            let isHeader = place != inside && obstacles.titles[container].isEmpty
            found.append(
              Gate(
                place: place, container: container, isLow: isLow, isHeader: isHeader,
                isTitle: false))
          }
          for title in obstacles.titles[container]
          where title[axis.cross].contains(track.place) {
            for (place, isLow) in [(title[axis].low, true), (title[axis].high, false)]
            where track.span.contains(place) {
              found.append(
                Gate(
                  place: place, container: container, isLow: isLow, isHeader: false, isTitle: true))
            }
          }
        }
        found += Self.gates(of: track, along: axis, obstacles)
        found.sort { ($0.place, $0.container) < ($1.place, $1.container) }
        gates += found
        gateStarts.append(Int32(gates.count))
      }
    }
  }
}

extension VisibilityGraph {
  /// The sides of solid boxes that a track runs through, since some edges do not see these.
  private static func gates(of track: Track, along axis: Axis, _ obstacles: Obstacles) -> [Gate] {
    guard !obstacles.partial.isEmpty else { return [] }
    var boxes: [Int] = []
    obstacles.forEachSolid(along: axis, in: Span(track.place, track.place), for: .all) { box in
      let across = obstacles.frames[box][axis.cross]
      guard obstacles.isPartial(box), across.low < track.place, track.place < across.high,
        !boxes.contains(box)
      else { return }
      boxes.append(box)
    }
    return boxes.flatMap { box in
      let along = obstacles.frames[box][axis]
      return [(along.low, true), (along.high, false)].compactMap { place, isLow -> Gate? in
        guard track.span.contains(place) else { return nil }
        return Gate(place: place, container: box, isLow: isLow, isHeader: false, isTitle: false)
      }
    }
  }
}
