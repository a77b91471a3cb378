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
    /// Its own tracks.
    let tracks: Tracks
    /// Those of its tracks that hold boxes, and no line that divides them.
    let boxes: [Int]
    /// Those of them whose boxes keep their lengths.
    let rigid: [Int]
    /// Those of them whose length somebody wrote.
    let written: [Int]
    /// Which of the common tracks these are, ascending.
    var columns: [Int]
    /// How far its boxes reach beyond their tracks, so that its outer ones are flush with the containers
    /// of the others, and its gaps as somebody wants them.
    var overhang = 0
    /// How much of it is for its gaps.
    var widening = 0

    /// Those of its tracks that hold lines that divide it.
    var dividers: [Int] { tracks.extents.indices.filter { !boxes.contains($0) } }

    var lead: Int { paddings.reduce(0) { $0 + $1.lead } }
    var trail: Int { paddings.reduce(0) { $0 + $1.trail } }
  }

  /// - Parameters:
  ///   - lanes: one at least.
  ///   - axis: the axis along which the tracks follow each other.
  ///   - track: the track of the node around all that they lie in.
  init(_ lanes: [Lane], along axis: Axis, in track: Int) {
    self.axis = axis
    self.track = track
    let ends = (lead: lanes.map(\.lead).max() ?? 0, trail: lanes.map(\.trail).max() ?? 0)
    let flush = lanes.map { lane in
      var lane = lane
      // Above and below there are titles: there boxes are in line with boxes.
      if axis == .horizontal {
        lane.overhang = max(min(ends.lead - lane.lead, ends.trail - lane.trail), 0)
      }
      return lane
    }
    let gap = flush.map { $0.tracks.gap + 2 * $0.overhang }.max() ?? 0
    self.lanes = flush.map { lane in
      var lane = lane
      // A gap that somebody wants stays: the boxes beside it are longer.
      if lane.tracks.keepsGap {
        lane.widening = max((gap - lane.tracks.gap) / 2 - lane.overhang, 0)
      }
      lane.overhang += lane.widening
      return lane
    }
    self.ends = (
      lead: max(
        ends.lead, self.lanes.map { $0.widening > 0 ? $0.lead + $0.overhang : 0 }.max() ?? 0),
      trail: max(
        ends.trail, self.lanes.map { $0.widening > 0 ? $0.trail + $0.overhang : 0 }.max() ?? 0)
    )
    tracks = Tracks(shared: self.lanes, gap: gap)
  }

  /// The lanes that would not look as somebody wants them: with boxes that keep their sizes, and gaps larger
  /// than written ones, or with written sizes that do not add up to the common tracks.
  var unlike: [Int] {
    lanes.filter { $0.widening > grid && !$0.rigid.isEmpty || isOutOfStep($0) }.map(\.node)
  }

  /// Whether boxes of written sizes do not fill their tracks, so that a written gap would become larger; or,
  /// where all sizes are written and no gap is, some fill more of theirs than others.
  private func isOutOfStep(_ lane: Lane) -> Bool {
    let slacks = lane.written.map { length(ofTrack: $0, of: lane) - lane.tracks.extents[$0] }
    guard let first = slacks.first else { return false }
    if lane.tracks.keepsGap { return slacks.contains { $0 != 0 } }
    return lane.written == lane.boxes && slacks.contains { $0 != first }
  }

  /// How long a box is that fills its track.
  private func length(ofTrack index: Int, of lane: Lane) -> Int {
    tracks.extents[lane.columns[index]] + 2 * lane.overhang
  }

  /// The same with tracks of one length, unless that would make some of them twice as long.
  var withEqualTracks: TrackSharing {
    guard let longest = tracks.extents.max(), let shortest = tracks.extents.min(),
      longest <= max(2 * shortest, usualWidth)
    else { return self }
    var sharing = self
    sharing.tracks.extents = tracks.extents.map { _ in longest }
    return sharing
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
        (
          TrackOwner(node: lane.node, axis: axis),
          lane.columns.map { spans[$0].widened(by: lane.overhang) }
        )
      })
  }

  /// Whether a stretch of this length gives tracks in whole steps.
  func divides(_ length: Int) -> Bool {
    tracks.wholeExtents(in: length - ends.lead - ends.trail) != nil
  }
}

extension Tracks {
  /// The tracks that lanes have in common: each as long as the longest needs it.
  fileprivate init(shared lanes: [TrackSharing.Lane], gap: Int) {
    let count = lanes.flatMap(\.columns).max().map { $0 + 1 } ?? 0
    var (extents, limits) = ([Int](repeating: 0, count: count), [Int](repeating: 0, count: count))
    for lane in lanes {
      for (index, column) in lane.columns.enumerated() {
        extents[column] = max(extents[column], lane.tracks.extents[index] - 2 * lane.overhang)
        limits[column] = max(limits[column], lane.tracks.limits[index])
      }
    }
    self.init(
      extents: extents, limits: limits, gap: gap,
      keepsGap: lanes.contains(where: \.tracks.keepsGap))
  }
}

extension SizedGraph {
  /// The tracks that what lies in a row, column or grid can have in common.
  func trackSharings(in node: Int) -> [TrackSharing] {
    if case .lanes = arrangements[node] { return laneSharing(in: node).map { [$0] } ?? [] }
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
    return each(lanes.map(\.boxes.count)).filter { $0 > 1 }.compactMap { count in
      sharing(of: lanes.filter { $0.boxes.count == count }, along: axis, in: track)
    }
  }

  /// The tracks of lanes with equally many boxes, without those that would look unlike the others.
  private func sharing(
    of lanes: [TrackSharing.Lane], along axis: Axis, in track: Int
  ) -> TrackSharing? {
    guard lanes.count > 1,
      areComparable(lanes.map { lane in lane.boxes.map { lane.tracks.extents[$0] } })
    else { return nil }
    let sharing = TrackSharing(withColumns(lanes), along: axis, in: track)
    let unlike = sharing.unlike
    guard !unlike.isEmpty else { return sharing }
    return self.sharing(of: lanes.filter { !unlike.contains($0.node) }, along: axis, in: track)
  }

  /// Lanes with equally many boxes in the same columns; what divides some of them has columns of its own, in which
  /// the others have nothing.
  private func withColumns(_ lanes: [TrackSharing.Lane]) -> [TrackSharing.Lane] {
    // For each lane the numbers of boxes before each of its dividers.
    let before = lanes.map { lane in lane.dividers.enumerated().map { $1 - $0 } }
    func most(at box: Int) -> Int {
      before.map { places in places.count { $0 == box } }.max() ?? 0
    }
    return zip(lanes, before).map { lane, before in
      var lane = lane
      let boxes = lane.boxes.count
      lane.columns = []
      var column = 0
      for box in 0...boxes {
        let own = before.count { $0 == box }
        lane.columns += (0..<own).map { column + $0 }
        column += most(at: box)
        if box < boxes { lane.columns.append(column) }
        column += 1
      }
      return lane
    }
  }

  /// The columns of all lanes of a node.
  private func laneSharing(in node: Int) -> TrackSharing? {
    var lanes = children[node].filter { fills($0, along: .horizontal, in: node) }
      .compactMap { lane(in: $0, along: .horizontal) }
    guard !lanes.isEmpty else { return nil }
    let columns = LaneColumns(
      counts: lanes.map(\.columns.count), edges: laneCellPairs(of: lanes)
    ).columns
    for index in lanes.indices { lanes[index].columns = columns[index] }
    return TrackSharing(lanes, along: .horizontal, in: 0).withEqualTracks
  }

  /// The boxes of lanes that edges join, or what is inside them.
  private func laneCellPairs(
    of lanes: [TrackSharing.Lane]
  ) -> [(LaneColumns.Cell, LaneColumns.Cell)] {
    var cells: [Int: LaneColumns.Cell] = [:]
    for (number, lane) in lanes.enumerated() {
      for (index, child) in children[lane.node].enumerated() {
        let column = track(of: index, in: lane.node, along: .horizontal)
        cells[child] = LaneColumns.Cell(lane: number, index: column)
      }
    }
    func cell(of node: Int) -> LaneColumns.Cell? {
      sequence(first: node) { graph.nodes[$0].parent }.lazy.compactMap { cells[$0] }.first
    }
    return graph.edges.compactMap { edge in
      guard let one = cell(of: edge.source), let other = cell(of: edge.target) else { return nil }
      return (one, other)
    }
  }

  /// Whether equal tracks leave boxes about as they are: in none of them is one more than twice as
  /// long as another, unless both are short.
  private func areComparable(_ tracks: [[Int]]) -> Bool {
    (tracks.first?.indices ?? 0..<0).allSatisfy { index in
      let extents = tracks.map { $0[index] }
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
    guard hasCells(current), let tracks = cells[TrackOwner(node: current, axis: axis)] else {
      return nil
    }
    let paddings = holders.map { holder in
      let padding = graph.nodes[holder].padding
      return axis == .horizontal ? (padding.left, padding.right) : (padding.top, padding.bottom)
    }
    let members = members(of: current, along: axis)
    let boxes = members.indices.filter { !members[$0].allSatisfy { graph.nodes[$0].isDivider } }
    let rigid = boxes.filter { members[$0].contains { isRigid($0, along: axis) } }
    let written = boxes.filter { members[$0].contains { isWritten($0, along: axis) } }
    return TrackSharing.Lane(
      node: current, holders: holders, paddings: paddings, tracks: tracks, boxes: boxes,
      rigid: rigid, written: written, columns: Array(tracks.extents.indices))
  }

  /// Whether a box never fills its track.
  private func isRigid(_ node: Int, along axis: Axis) -> Bool {
    let value = graph.nodes[node]
    return value.fixedAxes.contains(axis) && !value.isFreeEnd && !value.isPassable
      && value.alignment != .stretch
  }

  /// Whether a box is as long as somebody wrote, not as its shape wants: then it is in no group of equals.
  private func isWritten(_ node: Int, along axis: Axis) -> Bool {
    isRigid(node, along: axis) && graph.nodes[node].sizeGroup == nil
  }

  private func isGrid(_ node: Int) -> Bool {
    if case .grid = arrangements[node] { true } else { false }
  }

  private func hasCells(_ node: Int) -> Bool {
    guard !children[node].isEmpty, !nests.isInner(node) else { return false }
    switch arrangements[node] {
    case .row, .column, .automatic, .grid, .lanes, .shared: return true
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
    case .automatic, .grid, .ring, .layered, .tree, .packed, .force, .orthogonal, .nested, .lanes,
      .shared:
      return (graph.nodes[child].alignment ?? .stretch) == .stretch
    }
  }
}

extension LayoutNode {
  /// Whether it is a line across a row or column, as long as there is room.
  fileprivate var isDivider: Bool { isPassable && fixedAxes.count < Axis.allCases.count }
}
