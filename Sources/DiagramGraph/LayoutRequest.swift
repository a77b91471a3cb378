package import DiagramModel

/// How a whole graph can be placed.
package enum LayoutAlgorithm: String, Hashable, Sendable, CaseIterable {
  /// Whichever gives the better drawing.
  case automatic = "auto"
  /// The arrows run one way as far as possible.
  case layered
  /// Few crossings and bends, without a main direction.
  case orthogonal
}

/// What somebody wants of a drawing.
package struct LayoutRequest: Hashable, Sendable {
  package var algorithm: LayoutAlgorithm
  /// Where the arrows should point.
  package var direction: Direction
  /// Where else they may point all together, if that makes the better drawing.
  package var alternatives: [Direction]
  /// Whether the edges have a direction; if not, only the layers follow ``direction``.
  package var isDirected: Bool
  /// What random choices are drawn from; the same seed gives the same drawing. With the first one,
  /// things are taken as they are written before anything is left to chance.
  package var seed: UInt64
  /// How many attempts are made; each algorithm has its own default.
  package var effort: Int?
  /// The last drawing, if there was one; what did not change since stays in its place.
  package var previous: PreviousDrawing?

  /// To the right, or down where that is better: as one reads.
  package static let asOneReads = LayoutRequest(direction: .right, alternatives: [.down])

  /// All wanted directions, the first one first.
  package var directions: [Direction] { [direction] + alternatives }

  package static let firstSeed: UInt64 = 1

  package init(
    algorithm: LayoutAlgorithm = .automatic, direction: Direction = .down,
    alternatives: [Direction] = [], isDirected: Bool = true, seed: UInt64 = firstSeed,
    effort: Int? = nil, previous: PreviousDrawing? = nil
  ) {
    self.algorithm = algorithm
    self.direction = direction
    self.alternatives = alternatives
    self.isDirected = isDirected
    self.seed = seed
    self.effort = effort
    self.previous = previous
  }
}
