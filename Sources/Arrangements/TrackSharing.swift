import DiagramAlgorithms
import DiagramGraph
import DiagramModel

/// What has tracks along an axis.
struct TrackOwner: Hashable {
  let node: Int
  let axis: Axis
}

/// Tracks that rows of a column, or columns of a row, have in common, so that what corresponds lies in
/// line: the columns of rows that hold equally many boxes, however deep in containers the rows are.
struct TrackSharing {
  /// The axis along which the tracks follow each other.
  let axis: Axis
  /// The track of the node around all that they lie in.
  let track: Int
  private(set) var lanes: [Lane]
  private(set) var tracks: Tracks
  /// The room before the first track and behind the last one.
  private let ends: (lead: Int, trail: Int)

  /// One of those that share tracks.
  struct Lane {
    let node: Int
    /// The nodes around it, from the outside in, itself included.
    let holders: [Int]
    /// What is before its content and behind it in each of ``holders``.
    let paddings: [(lead: Int, trail: Int)]
    /// How far its boxes reach beyond their tracks, so that its outer ones are flush with the containers
    /// of the others.
    var overhang = 0

    var lead: Int { paddings.reduce(0) { $0 + $1.lead } }
    var trail: Int { paddings.reduce(0) { $0 + $1.trail } }
  }

  /// - Parameters:
  ///   - lanes: two at least, each with its tracks; all with equally many.
  ///   - track: the track of the node around all that they lie in.
  init(_ lanes: [(lane: Lane, tracks: Tracks)], along axis: Axis, in track: Int) {
    self.axis = axis
    self.track = track
    ends = (lanes.map(\.lane.lead).max() ?? 0, lanes.map(\.lane.trail).max() ?? 0)
    let ends = ends
    self.lanes = lanes.map { lane, _ in
      var lane = lane
      // Above and below there are titles: there boxes are in line with boxes.
      if axis == .horizontal {
        lane.overhang = max(min(ends.lead - lane.lead, ends.trail - lane.trail), 0)
      }
      return lane
    }
    let overhangs = self.lanes.map(\.overhang)
    let all = lanes.map(\.tracks)
    tracks = Tracks(
      extents: all[0].extents.indices.map { index in
        zip(all, overhangs).map { $0.extents[index] - 2 * $1 }.max() ?? 0
      },
      limits: all[0].extents.indices.map { index in all.map { $0.limits[index] }.max() ?? 0 },
      gap: zip(all, overhangs).map { $0.gap + 2 * $1 }.max() ?? 0,
      keepsGap: all.allSatisfy(\.keepsGap))
  }

  /// How long each of the holders of a lane has to be.
  func rooms(of lane: Lane) -> [Int] {
    var room = ends.lead + tracks.extent + ends.trail
    return lane.paddings.map { padding in
      defer { room -= padding.lead + padding.trail }
      return room
    }
  }

  /// The tracks of every lane where all of them lie in a stretch of the axis.
  func spans(in room: Span) -> [TrackOwner: [Span]] {
    let spans = tracks.spans(in: Span(room.low + ends.lead, room.high - ends.trail))
    return Dictionary(
      uniqueKeysWithValues: lanes.map { lane in
        (TrackOwner(node: lane.node, axis: axis), spans.map { $0.widened(by: lane.overhang) })
      })
  }

  /// Whether a stretch of this length gives tracks in whole steps.
  func divides(_ length: Int) -> Bool {
    tracks.wholeExtents(in: length - ends.lead - ends.trail) != nil
  }
}

extension SizedGraph {
  /// The tracks that what lies in a row, column or grid can have in common.
  func trackSharings(in node: Int) -> [TrackSharing] {
    let (isGrid, main) = (isGrid(node), mainAxis(of: node))
    return Axis.allCases.filter { isGrid || $0 != main }.flatMap { axis in
      members(of: node, along: axis).enumerated().flatMap { track, members in
        trackSharings(
          of: members.filter { fills($0, along: axis, in: node) }, along: axis, in: track)
      }
    }
  }

  private func trackSharings(of members: [Int], along axis: Axis, in track: Int) -> [TrackSharing] {
    let lanes = members.compactMap { lane(in: $0, along: axis) }
      .compactMap { lane in
        cells[TrackOwner(node: lane.node, axis: axis)].map { (lane: lane, tracks: $0) }
      }
    var counts: [Int] = []
    for lane in lanes where !counts.contains(lane.tracks.extents.count) {
      counts.append(lane.tracks.extents.count)
    }
    return counts.compactMap { count in
      let alike = lanes.filter { $0.tracks.extents.count == count }
      guard alike.count > 1, areComparable(alike.map(\.tracks)) else { return nil }
      return TrackSharing(alike, along: axis, in: track)
    }
  }

  /// Whether equal tracks leave boxes about as they are: in none of them is one more than twice as
  /// long as another, unless both are short.
  private func areComparable(_ tracks: [Tracks]) -> Bool {
    (tracks.first?.extents.indices ?? 0..<0).allSatisfy { index in
      let extents = tracks.map { $0.extents[index] }
      return (extents.max() ?? 0) <= max(2 * (extents.min() ?? 0), usualWidth)
    }
  }

  /// What has several tracks along an axis in a node, which may be the node itself, and is all that
  /// it holds.
  private func lane(in node: Int, along axis: Axis) -> TrackSharing.Lane? {
    var (holders, current) = ([node], node)
    while hasCells(current), children[current].count == 1,
      fills(children[current][0], along: axis, in: current)
    {
      current = children[current][0]
      holders.append(current)
    }
    guard hasCells(current), members(of: current, along: axis).count > 1 else { return nil }
    let paddings = holders.map { holder in
      let padding = graph.nodes[holder].padding
      return axis == .horizontal ? (padding.left, padding.right) : (padding.top, padding.bottom)
    }
    return TrackSharing.Lane(node: current, holders: holders, paddings: paddings)
  }

  private func isGrid(_ node: Int) -> Bool {
    if case .grid = arrangements[node] { true } else { false }
  }

  private func hasCells(_ node: Int) -> Bool {
    guard !children[node].isEmpty, !nests.isInner(node) else { return false }
    switch arrangements[node] {
    case .row, .column, .automatic, .grid: return true
    case .ring, .layered, .tree, .packed, .force, .orthogonal, .nested: return false
    }
  }

  /// Whether a child with others inside takes the room that there is for it along an axis.
  private func fills(_ child: Int, along axis: Axis, in node: Int) -> Bool {
    let value = graph.nodes[child]
    guard !children[child].isEmpty, value.grows, !value.fixedAxes.contains(axis) else {
      return false
    }
    switch arrangements[node] {
    case .row(let alignment, _), .column(let alignment, _):
      return mainAxis(of: node) == axis
        || (graph.nodes[child].alignment ?? alignment) == .stretch
    default: return (graph.nodes[child].alignment ?? .stretch) == .stretch
    }
  }
}
