/// How good a drawing is, as one number: the less, the better.
///
///     1000·violations + 10·(crossings + detours) + 3·(turns + near misses) + length/200
///       + room/100,000 + lines/2 + uneven gaps + 50·share of edges against the flow
///       + 15·share across it
///
/// Violations are what no drawing may have: ways through boxes, boxes on each other, texts on
/// boxes, ways or texts. A near miss is a pair of middles, or of sides, that almost
/// agree. A detour is an edge with another box between its ends. The room is the area, or that of
/// the smallest rectangle of a wanted shape around the drawing. Lines are the rows and columns that
/// the middles of boxes lie in. A gap is uneven if the one before it in its row or column is larger or
/// smaller. Engines compare drawings of one graph without violations: they
/// leave out what concerns boxes, which costs less.
package struct DrawingScore: Hashable, Sendable, CustomStringConvertible {
  package let violations: Int
  package let crossings: Int
  package let detours: Int
  package let turns: Int
  /// Of all ways, in units.
  package let length: Int
  /// In square units.
  package let room: Int
  package let nearMisses: Int
  /// How many different coordinates the middles of the boxes have.
  package let lines: Int
  /// How often a gap in a row or column of one container differs from the one before it.
  package let unevenGaps: Int
  /// The edges that point against the flow, apart from those that lie on a circle.
  package let backward: Int
  /// The edges that lead to a box beside, across the flow, apart from those that lie on a circle.
  package let sideways: Int
  package let edges: Int

  /// A score of these counts, each as its property says.
  package init(
    violations: Int, crossings: Int, detours: Int, turns: Int, length: Int, room: Int,
    nearMisses: Int, lines: Int, unevenGaps: Int, backward: Int, sideways: Int, edges: Int
  ) {
    self.violations = violations
    self.crossings = crossings
    self.detours = detours
    self.turns = turns
    self.length = length
    self.room = room
    self.nearMisses = nearMisses
    self.lines = lines
    self.unevenGaps = unevenGaps
    self.backward = backward
    self.sideways = sideways
    self.edges = edges
  }

  /// The weighted sum, in thousandths.
  package var total: Int {
    1_000_000 * violations + 10_000 * (crossings + detours) + 3000 * (turns + nearMisses)
      + 5 * length + room / 100 + 500 * lines + 1000 * unevenGaps
      + (50_000 * backward + 15_000 * sideways)
      / max(edges, 1)
  }

  package var description: String {
    "\(total / 1000): \(violations) violations, \(crossings) crossings, \(detours) detours, "
      + "\(turns) turns, length \(length), room \(room), \(nearMisses) near misses, "
      + "\(lines) lines, \(unevenGaps) uneven gaps, \(backward) of \(edges) edges against the flow, \(sideways) across it"
  }
}
