import DiagramAlgorithms
package import DiagramGraph
package import DiagramModel

extension SizedGraph {
  /// Moves leaves of rows and columns until they are in line with what their author wants them to be
  /// beside, where there is room for that.
  ///
  /// - Complexity: O(*levels* × (*nodes* + *children of a node*)).
  func levelled(_ frames: inout [Rect]) {
    var wishes: [(owner: TrackOwner, children: [Int: Int])] = []
    for level in graph.levels {
      guard let (mover, partner) = mover(of: level), let parent = graph.nodes[mover].parent else {
        continue
      }
      let owner = TrackOwner(node: parent, axis: level.axis)
      if let place = wishes.firstIndex(where: { $0.owner == owner }) {
        wishes[place].children[mover] = partner
      } else {
        wishes.append((owner, [mover: partner]))
      }
    }
    for (owner, partners) in wishes {
      if mainAxis(of: owner.node) == owner.axis {
        spread(owner, partners, &frames)
      } else {
        let room = room(of: owner, frames)
        for child in children[owner.node] {
          guard let partner = partners[child] else { continue }
          place(
            child, at: level(child, with: partner, along: owner.axis, frames), owner, room, &frames)
        }
      }
    }
  }

  /// Which of two boxes moves: the leaf of a row or column that fewer containers are around.
  private func mover(of level: LayoutLevel) -> (mover: Int, partner: Int)? {
    func depth(_ node: Int) -> Int {
      sequence(first: node) { graph.nodes[$0].parent }.count { graph.nodes[$0].isOutlined }
    }
    let movable = [(level.first, level.second), (level.second, level.first)].filter { mover, _ in
      guard children[mover].isEmpty, let parent = graph.nodes[mover].parent else { return false }
      switch arrangements[parent] {
      case .row, .column: return true
      case .automatic, .grid, .ring, .layered, .tree, .packed, .force, .orthogonal, .nested, .lanes,
        .shared:
        return false
      }
    }
    return movable.min { depth($0.0) < depth($1.0) }
  }

  /// Where a box begins that is in line with another one.
  private func level(_ node: Int, with partner: Int, along axis: Axis, _ frames: [Rect]) -> Int {
    frames[partner][axis].low + (frames[partner][axis].length - frames[node][axis].length) / 2
  }

  /// Moves children along their row or column, in their order: those with a partner are in line with it, and
  /// the others follow.
  private func spread(_ owner: TrackOwner, _ partners: [Int: Int], _ frames: inout [Rect]) {
    let (axis, members, room) = (owner.axis, children[owner.node], room(of: owner, frames))
    let gap = spacing.gap(in: owner.node, along: axis)
    var places: [Int?] = members.map { child in
      partners[child].map { level(child, with: $0, along: axis, frames) }
    }
    func length(_ index: Int) -> Int { frames[members[index]][axis].length }
    let known = places.indices.filter { places[$0] != nil }
    guard let first = known.first, let last = known.last else { return }
    for index in (0..<first).reversed() {
      places[index] = places[index + 1].map { $0 - gap - length(index) }
    }
    for index in places.indices where index > last {
      places[index] = places[index - 1].map { $0 + length(index - 1) + gap }
    }
    for (low, high) in zip(known, known.dropFirst()) where high - low > 1 {
      guard let start = places[low], let end = places[high] else { continue }
      let inner = low + 1..<high
      let free = end - start - length(low) - inner.reduce(0) { $0 + length($1) }
      for index in inner {
        places[index] = places[index - 1].map { $0 + length(index - 1) + free / (high - low) }
      }
    }
    let found = places.compactMap(\.self)
    let spans = found.indices.map { Span(found[$0], found[$0] + length($0)) }
    let least = leastGap(of: owner, partners, frames)
    guard spans.count == members.count, room.low <= spans[0].low,
      spans[spans.count - 1].high <= room.high,
      zip(spans, spans.dropFirst()).allSatisfy({ $1.low - $0.high >= least })
    else { return }
    for (child, span) in zip(members, spans) { place(child, at: span.low, owner, room, &frames) }
  }

  /// How close children may come: to the gap that their author wrote, else as close as what they are in line
  /// with.
  private func leastGap(of owner: TrackOwner, _ partners: [Int: Int], _ frames: [Rect]) -> Int {
    if let written = arrangements[owner.node].spacing { return written }
    let spans = partners.values.map { frames[$0][owner.axis] }.sorted {
      ($0.low, $0.high) < ($1.low, $1.high)
    }
    let gaps = zip(spans, spans.dropFirst()).map { $1.low - $0.high }
    return min(Spacing().leastNodes, max(gaps.min() ?? .max, 0))
  }

  /// The room in which the children of a row or column may move along an axis: where nothing is drawn around
  /// it, all that the row or column has that it lies across.
  private func room(of owner: TrackOwner, _ frames: [Rect]) -> Span {
    let axis = owner.axis
    var node = owner.node
    while !graph.nodes[node].isOutlined, let parent = graph.nodes[node].parent {
      switch arrangements[parent] {
      case .row where axis == .vertical, .column where axis == .horizontal: node = parent
      case .row, .column, .automatic, .grid, .ring, .layered, .tree, .packed, .force, .orthogonal,
        .nested, .lanes, .shared:
        return frames[node].inset(by: graph.nodes[node].padding)[axis]
      }
    }
    return frames[node].inset(by: graph.nodes[node].padding)[axis]
  }

  /// Puts a leaf somewhere in the room that it may move in; what groups it without an outline grows with it.
  private func place(
    _ child: Int, at low: Int, _ owner: TrackOwner, _ room: Span, _ frames: inout [Rect]
  ) {
    let axis = owner.axis
    guard room.low <= low, low + frames[child][axis].length <= room.high,
      frames[child][axis].low != low
    else { return }
    frames[child].origin[axis] = low
    var group: Int? = owner.node
    while let node = group, !graph.nodes[node].isOutlined {
      frames[node] = frames[node].union(frames[child])
      group = graph.nodes[node].parent
    }
    PhaseJournal.note { _ = $0.linedUp.insert(child) }
  }
}

extension LayoutLevel {
  /// How far the middles of the frames of the first and the second are off one line, in units; a rounded half
  /// is nothing.
  package func offset(between first: Rect, and second: Rect) -> Int {
    abs(first[axis].low + first[axis].high - second[axis].low - second[axis].high) / 2
  }
}
