package import DiagramGraph

/// The room that ways keep free, in whole units, and what a way costs.
///
/// Every distance is what is wanted; where there is less room it shrinks, but never to nothing as
/// long as a whole unit is left.
package struct RoutingSpacing: Hashable, Sendable {
  /// Between a way and a box that it passes.
  package var clearance: Int
  /// Between the middles of two ways that run side by side.
  package var separation: Int
  /// Between two ends on one side of a box, where the side is long enough.
  package var portSeparation: Int
  /// The straight piece between a box and the first bend: room for an arrow head.
  package var end: Int
  /// What is left of it before and behind all bends, where there is no room for more.
  package var firstPiece: Int
  package var lastPiece: Int
  /// Between an end and the corner of its box.
  package var corner: Int
  /// Between a way and the title of a container.
  package var title: Int
  /// Between a way and the outline of a container that it does not end at.
  package var border: Int
  /// Between a way and a box, or another way, where there is room.
  package var room: Int
  /// Between a label and its own line, where there is room.
  package var labelRoom: Int
  /// Between a label and its own line, and the least between a label and anything else.
  package var label: Int
  /// What is added to the length of a way.
  package var costs: RoutingCosts

  /// What routing looks at in the table of all distances.
  package init(_ spacing: Spacing = Spacing(), costs: RoutingCosts = RoutingCosts()) {
    clearance = spacing.leastEdgeToNode
    separation = spacing.edges
    portSeparation = spacing.ends
    end = spacing.edgeToNode
    firstPiece = spacing.firstPiece
    lastPiece = spacing.lastPiece
    corner = spacing.corner
    title = spacing.edgeToBorder
    border = spacing.edgeToBorder
    room = spacing.roomBesideEdges
    labelRoom = spacing.roomyText
    label = spacing.text - 1
    self.costs = costs
  }
}

extension RoutingSpacing {
  /// What a straight piece between a box and a bend costs for being short: much where a head has no
  /// line left before it.
  func cost(ofEnd length: Int) -> Int {
    length >= end ? 0 : length >= leastEnd ? costs.shortEnd : 6 * costs.shortEnd
  }

  /// What is left of a straight end at least where there is room.
  private var leastEnd: Int { min(end, 16) }
}

/// What the search for a way weighs against each other, as lengths in whole units.
package struct RoutingCosts: Hashable, Sendable {
  /// A right angle.
  package var bend: Int
  /// A branch off a straight piece of a trunk; where the trunk turns or branches already it is free.
  package var branch: Int
  /// Running across another way.
  package var crossing: Int
  /// Running across the outline of a container.
  package var border: Int
  /// Running across the outline of a lane on the way to another.
  package var lane: Int
  /// Every other end on the same side of the box.
  package var crowding: Int
  /// Every other end on the same side of a box whose sides are points.
  package var sharedPoint: Int
  /// A bend closer to its box than ``RoutingSpacing/end``.
  package var shortEnd: Int
  /// An end of a way with bends at a box, but not in the middle of its side.
  package var askewEnd: Int
  /// An end close to a corner.
  package var cornerEnd: Int
  /// An end on another side than one would draw it at.
  package var otherSide: Int
  /// A piece in a heading that leads away from the other end.
  package var away: Int
  /// Running across the room for the title of a container, if it is not known where its text is.
  package var header: Int
  /// Running into or out of a title.
  package var title: Int

  package init(
    bend: Int = 600, branch: Int = 200, crossing: Int = 600, border: Int = 2500, lane: Int = 100,
    crowding: Int = 40, sharedPoint: Int = 900, shortEnd: Int = 150, askewEnd: Int = 650,
    cornerEnd: Int = 600, otherSide: Int = 900, away: Int = 1200, header: Int = 200,
    title: Int = 2500
  ) {
    self.bend = bend
    self.branch = branch
    self.crossing = crossing
    self.border = border
    self.lane = lane
    self.crowding = crowding
    self.sharedPoint = sharedPoint
    self.shortEnd = shortEnd
    self.askewEnd = askewEnd
    self.cornerEnd = cornerEnd
    self.otherSide = otherSide
    self.away = away
    self.header = header
    self.title = title
  }
}
