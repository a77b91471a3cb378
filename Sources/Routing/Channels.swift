import DiagramAlgorithms
import DiagramGraph
import DiagramModel

/// Between which limits a segment may be shifted across its axis.
struct Channel: Hashable, Sendable {
  var lower: Separation.Limit?
  var upper: Separation.Limit?

  /// Takes room away: what lies at or before `place`.
  fileprivate mutating func limitBelow(_ place: Int, gap: Int) {
    lower = Separation.Limit(
      hard: max(lower?.hard ?? place, place), soft: max(lower?.soft ?? place, place + gap))
  }

  /// Takes away the room that another channel does not have.
  mutating func narrow(to other: Channel) {
    if let limit = other.lower { limitBelow(limit.hard, gap: limit.soft - limit.hard) }
    if let limit = other.upper { limitAbove(limit.hard, gap: limit.hard - limit.soft) }
  }

  /// Takes room away: what lies at or behind `place`.
  fileprivate mutating func limitAbove(_ place: Int, gap: Int) {
    upper = Separation.Limit(
      hard: min(upper?.hard ?? place, place), soft: min(upper?.soft ?? place, place - gap))
  }
}

/// Finds the channels in which segments lie: between boxes, outlines and the ends of sides.
struct ChannelFinder: Sendable {
  let graph: LayoutGraph
  let obstacles: Obstacles
  let spacing: RoutingSpacing
  /// The trunks, whose branches get room for the texts of the edges `labelled`.
  let trunks: Trunks
  let labelled: Set<Int>

  /// The channel of a segment of a wire.
  func channel(of segment: Int, in wire: Wire) -> Channel {
    let axis = wire.axis(of: segment)
    let (span, place) = (wire.span(of: segment), wire.places[segment])
    guard !wire.isFixed else {
      let limit = Separation.Limit(hard: place, soft: place)
      return Channel(lower: limit, upper: limit)
    }
    let edge = graph.edges[wire.edge]
    var channel = Channel()
    let near = span.widened(by: spacing.clearance - 1)
    obstacles.forEachSolid(along: axis.cross, in: near, for: edge.pictures) { node in
      guard obstacles.frames[node][axis].overlaps(near) else { return }
      limit(&channel, at: place, by: node, axis, gap: gap(to: node, from: segment, of: wire, edge))
    }
    obstacles.forEachOpen(along: axis.cross, in: near, for: edge.pictures) { node in
      if obstacles.mayCross(node, source: edge.source, target: edge.target) {
        guard obstacles.frames[node][axis].overlaps(span) else { return }
        let gap = gap(to: node, from: segment, of: wire, edge)
        limitByOutline(&channel, at: place, of: node, axis, gap: gap)
      } else if obstacles.frames[node][axis].overlaps(near) {
        limit(
          &channel, at: place, by: node, axis, gap: gap(to: node, from: segment, of: wire, edge))
      }
    }
    obstacles.forEachTitle(along: axis.cross, in: span, for: edge.pictures) { title in
      let across = title[axis.cross]
      let gap = spacing.title + edge.halfWidth
      if across.high <= place { channel.limitBelow(across.high, gap: gap) }
      if across.low >= place { channel.limitAbove(across.low, gap: gap) }
    }
    for divider in obstacles.dividers where !obstacles.isHidden(divider, from: edge.pictures) {
      let frame = obstacles.frames[divider]
      guard frame[axis].length > frame[axis.cross].length, frame[axis].overlaps(span) else {
        continue
      }
      let line = frame[axis.cross].middle
      let gap = spacing.border + edge.halfWidth
      if line < place { channel.limitBelow(line, gap: gap) }
      if line >= place { channel.limitAbove(line, gap: gap) }
    }
    if segment == 0 { limitBySide(&channel, of: edge.source, axis, edge.halfWidth) }
    if segment == wire.last { limitBySide(&channel, of: edge.target, axis, edge.halfWidth) }
    if let slack = wire.slack {
      channel.limitBelow(slack.low, gap: 0)
      channel.limitAbove(slack.high, gap: 0)
    }
    return channel
  }

  /// The last bend keeps room for the arrow head at its own box, the first one less, and a trunk room for the texts of
  /// its branches at theirs. What ends at a box stays in the middle of its side rather than to keep much
  /// room from others.
  private func gap(to node: Int, from segment: Int, of wire: Wire, _ edge: LayoutEdge) -> Int {
    let isFirstBend = segment == 1 && node == edge.source
    let isLastBend = segment == wire.last - 1 && node == edge.target
    let isEnd = segment == 0 || segment == wire.last
    let room = obstacles.isLeaf(node) ? spacing.room : spacing.border
    let gap =
      edge.halfWidth
      + (isLastBend
        ? spacing.lastPiece
        : isFirstBend ? spacing.firstPiece : isEnd ? spacing.clearance : room)
    guard !labelled.isEmpty, let trunk = trunks[wire.edge],
      let branch = trunk.members.first(where: {
        labelled.contains($0) && node == trunk.end(of: graph.edges[$0])
      }), let size = graph.edges[branch].labelSize
    else { return gap }
    return max(gap, size[wire.axis(of: segment).cross] + 2 * spacing.label + 2)
  }

  private func limit(
    _ channel: inout Channel, at place: Int, by node: Int, _ axis: Axis, gap: Int
  ) {
    let across = obstacles.frames[node][axis.cross]
    if across.high <= place { channel.limitBelow(across.high, gap: gap) }
    if across.low >= place { channel.limitAbove(across.low, gap: gap) }
  }

  private func limitByOutline(
    _ channel: inout Channel, at place: Int, of node: Int, _ axis: Axis, gap: Int
  ) {
    let outer = obstacles.frames[node][axis.cross]
    let inner = obstacles.interiors[node][axis.cross]
    // Only where there is no other room a way may run along the title.
    let (header, footer) = (inner.low - outer.low, outer.high - inner.high)
    // On the outline counts as outside: there it meets those that may not go inside.
    if outer.low >= place {
      channel.limitAbove(outer.low, gap: gap)
    } else {
      channel.limitBelow(outer.low, gap: max(gap, header))
    }
    if outer.high > place {
      channel.limitAbove(outer.high, gap: max(gap, footer))
    } else {
      channel.limitBelow(outer.high, gap: gap)
    }
  }

  private func limitBySide(
    _ channel: inout Channel, of node: Int, _ axis: Axis, _ halfWidth: Int
  ) {
    let side = obstacles.frames[node][axis.cross]
    let corner = min(spacing.corner(of: side.length) + halfWidth, side.length / 2)
    let hard = min(2, corner)
    channel.limitBelow(side.low + hard, gap: corner - hard)
    channel.limitAbove(side.high - hard, gap: corner - hard)
  }
}
