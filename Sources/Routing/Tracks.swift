import DiagramAlgorithms
import DiagramModel

/// A line along which ways may run, as far as no solid box stands in the way.
struct Track: Hashable, Sendable {
  /// Where it lies across its axis.
  var place: Int
  /// What it covers of its axis.
  var span: Span
  /// How much room there is at least on both sides of it where it was laid.
  var margin: Int
}

/// The lines that are worth to search for ways.
struct Tracks: Sendable {
  /// The horizontal ones, sorted by place and then by span; no two at one place touch.
  let horizontal: [Track]
  /// The vertical ones, likewise.
  let vertical: [Track]

  subscript(axis: Axis) -> [Track] { axis == .horizontal ? horizontal : vertical }

  /// Lays a track in the middle of the room before each side of each box, one along each segment
  /// of a wire and one out of each port.
  ///
  /// - Complexity: O(*boxes* × √*boxes*) for boxes of similar sizes.
  init(_ obstacles: Obstacles, wires: [Wire?], ports: Ports, _ spacing: RoutingSpacing) {
    let margin = 3 * spacing.end
    let limits = obstacles.bounds.insetBy(-margin)
    var tracks: [[Track]] = [[], []]
    for node in obstacles.solid + obstacles.open {
      for side in Side.allCases {
        tracks[side.axis.cross.index] += Self.levels(obstacles).compactMap { isSteady in
          Self.track(beside: side, of: node, obstacles, limits, spacing, isSteady: isSteady)
        }
      }
    }
    for title in obstacles.open.flatMap({ obstacles.titles[$0] }) {
      for side in [Side.left, .right] {
        tracks[Axis.vertical.index].append(
          Self.track(beside: side, ofTitle: title, obstacles, limits, spacing))
      }
    }
    for axis in 0..<2 { tracks[axis] = Self.thinned(tracks[axis], within: spacing.separation) }
    for wire in wires.compactMap(\.self) {
      for segment in wire.places.indices {
        tracks[wire.axis(of: segment).index].append(
          Track(
            place: wire.places[segment], span: wire.span(of: segment),
            margin: wire.slack.map { ($0.length + spacing.leastSeparation + 1) / 2 }
              ?? spacing.clearance))
      }
    }
    for port in ports.all {
      tracks[port.side.axis.index] += Self.levels(obstacles).map { isSteady in
        Self.track(from: port, obstacles, limits, spacing, isSteady: isSteady)
      }
    }
    horizontal = Self.merged(tracks[0])
    vertical = Self.merged(tracks[1])
  }

  /// Tracks are laid past all boxes, and where some edges do not see all of these also past those only
  /// that every edge sees: there gates tell who may pass.
  private static func levels(_ obstacles: Obstacles) -> [Bool] {
    obstacles.partial.isEmpty ? [false] : [false, true]
  }

  /// The line in front of a side, as long as it is free.
  private static func track(
    beside side: Side, of node: Int, _ obstacles: Obstacles, _ limits: Rect,
    _ spacing: RoutingSpacing, isSteady: Bool
  ) -> Track? {
    let axis = side.axis.cross
    let distance = spacing.distance(
      inRoom: obstacles.room(beyond: side, of: node, isSteady: isSteady))
    guard distance > 0 else { return nil }
    let start = obstacles.frames[node].place(of: side)
    let place = side.isForward ? start + distance : start - distance
    let margin = min(spacing.clearance, distance)
    let own = obstacles.frames[node][axis]
    let low = obstacles.reach(
      along: axis, at: place, from: own.low, isForward: false, margin: margin, ignoring: node,
      isSteady: isSteady)
    let high = obstacles.reach(
      along: axis, at: place, from: own.high, isForward: true, margin: margin, ignoring: node,
      isSteady: isSteady)
    return Track(
      place: place, span: Span(low ?? limits[axis].low, high ?? limits[axis].high),
      margin: distance)
  }

  /// The line past an end of a title.
  private static func track(
    beside side: Side, ofTitle title: Rect, _ obstacles: Obstacles, _ limits: Rect,
    _ spacing: RoutingSpacing
  ) -> Track {
    let axis = side.axis.cross
    let distance = spacing.clearance
    let place = title.place(of: side) + (side.isForward ? distance : -distance)
    let reach = { (isForward: Bool) in
      obstacles.reach(
        along: axis, at: place, from: title[axis].middle, isForward: isForward,
        margin: spacing.leastSeparation, ignoring: nil, isSteady: true)
    }
    return Track(
      place: place, span: Span(reach(false) ?? limits[axis].low, reach(true) ?? limits[axis].high),
      margin: distance)
  }

  /// The line straight out of a port; it keeps its distance from boxes at its sides unless that
  /// would stop it at once.
  private static func track(
    from port: Port, _ obstacles: Obstacles, _ limits: Rect, _ spacing: RoutingSpacing,
    isSteady: Bool
  ) -> Track {
    let axis = port.side.axis
    let isForward = port.heading.isForward
    let end = isForward ? limits[axis].high : limits[axis].low
    let reach = { (margin: Int) in
      obstacles.reach(
        along: axis, at: port.place, from: port.start, isForward: isForward, margin: margin,
        ignoring: port.node, isSteady: isSteady) ?? end
    }
    let kept = reach(spacing.clearance)
    let isShort = abs(kept - port.start) < 3 * spacing.end
    return Track(
      place: port.place, span: Span(between: port.start, and: isShort ? reach(0) : kept),
      margin: obstacles.frames[port.node][axis.cross].length / 2)
  }

  /// Where tracks along an axis start at a place in a direction, within a range across the axis.
  func places(along axis: Axis, in range: Span, from start: Int, isForward: Bool) -> [Int] {
    var places: [Int] = []
    let candidates = self[axis]
    var index = candidates.lowerBound { $0.place >= range.low }
    while index < candidates.count, candidates[index].place <= range.high {
      let span = candidates[index].span
      let begins =
        isForward ? span.low <= start && start < span.high : span.low < start && start <= span.high
      if begins { places.append(candidates[index].place) }
      index += 1
    }
    return places
  }

  /// The tracks without those that have a longer one close by; ways are shifted to the middle of
  /// their channels later, so that nothing is lost.
  private static func thinned(_ tracks: [Track], within distance: Int) -> [Track] {
    let sorted = tracks.sorted {
      ($1.span.length, $0.place, $0.span.low) < ($0.span.length, $1.place, $1.span.low)
    }
    var kept: [Int: [Track]] = [:]
    var result: [Track] = []
    for track in sorted {
      let bucket = track.place.quotient(by: distance)
      let near = (bucket - 1...bucket + 1).flatMap { kept[$0] ?? [] }
      let isCovered = near.contains {
        abs($0.place - track.place) <= min(distance, track.margin)
          && $0.span.low <= track.span.low && track.span.high <= $0.span.high
      }
      guard !isCovered else { continue }
      kept[bucket, default: []].append(track)
      result.append(track)
    }
    return result
  }

  private static func merged(_ tracks: [Track]) -> [Track] {
    let sorted = tracks.sorted {
      ($0.place, $0.span.low, $0.span.high) < ($1.place, $1.span.low, $1.span.high)
    }
    var merged: [Track] = []
    for track in sorted {
      if let last = merged.last, last.place == track.place, track.span.low <= last.span.high {
        merged[merged.count - 1].span.high = max(last.span.high, track.span.high)
        merged[merged.count - 1].margin = min(last.margin, track.margin)
      } else {
        merged.append(track)
      }
    }
    return merged
  }
}

extension RoutingSpacing {
  /// How far from a side a way runs past it: in the middle of a narrow room, close in a wide one.
  fileprivate func distance(inRoom room: Int?) -> Int {
    let distance = end + clearance
    guard let room, room < 4 * distance else { return distance }
    return room / 2
  }
}

extension Int {
  /// The quotient, rounded down.
  fileprivate func quotient(by divisor: Int) -> Int {
    self >= 0 ? self / divisor : -((divisor - 1 - self) / divisor)
  }
}
