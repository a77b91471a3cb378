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
  /// Between an end and the corner of its box.
  package var corner: Int
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
    corner = spacing.corner
    label = spacing.text - 1
    self.costs = costs
  }
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
  /// Every other end on the same side of the box.
  package var crowding: Int
  /// A bend closer to its box than ``RoutingSpacing/end``, or an end on a side that is full.
  package var shortEnd: Int
  /// Running across the room for the title of a container, if it is not known where its text is.
  package var header: Int
  /// Running into or out of a title.
  package var title: Int

  package init(
    bend: Int = 600, branch: Int = 200, crossing: Int = 600, border: Int = 2500, crowding: Int = 40,
    shortEnd: Int = 150, header: Int = 200, title: Int = 2500
  ) {
    self.bend = bend
    self.branch = branch
    self.crossing = crossing
    self.border = border
    self.crowding = crowding
    self.shortEnd = shortEnd
    self.header = header
    self.title = title
  }
}
