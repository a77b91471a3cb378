/// How good a drawing is, as one number: the less, the better.
///
///     1000·violations + 10·crossings + detour/50 + length/200 + lines/2 + uneven gaps
///       + what the ``Weights`` say
///
/// Among containers a person looks for one direction, arrows in the middle of sides and equal things
/// drawn equally, before crossings; these cost turns. In a plain graph with many crossings a drawing
/// without a direction may be the clearest one, and in one whose edges have no direction it is.
///
/// Violations are what no drawing may have: ways through boxes, boxes on each other, texts on
/// boxes, ways or texts. A near miss is a pair of middles, or of sides, that almost
/// agree. The detour is what ways are longer than from middle to middle along the axes: an arrow that
/// passes a box makes hardly any, one around the drawing a long one. The room is the area, or that of
/// the smallest rectangle of a wanted shape around the drawing. Lines are the rows and columns that
/// the middles of boxes lie in. A gap is uneven if the one before it in its row or column is larger or
/// smaller. What lies askew on the sides of boxes is told by ``EndFaults``, unlike twins by
/// ``TwinFaults``, loose containers by ``RoomFaults``, all in the check. The stretch is 30 for a drawing that is too long for a slide
/// and more than two and a half times as long as wide, and 10 for each time more; of boxes that somebody
/// arranged, than the slide is. What is larger than a slide is read in smaller letters: each hundredth costs. Engines compare drawings of one graph without violations: they
/// leave out what concerns boxes, which costs less.
package struct DrawingScore: Hashable, Sendable, CustomStringConvertible {
  /// What direction, balance, room and shape cost beside that, each in thousandths.
  package struct Weights: Hashable, Sendable {
    /// A crossing more than any other, and a bend.
    package var crossing = 0
    package var turn = 500
    /// All edges against the flow, or across it.
    package var backward: Int
    package var sideways: Int
    /// All edges of circles either way: a circle has no direction, and what it is a part of has one.
    package var circling = 0
    /// An end off its place, a box unlike its twin, and a container with too much room.
    package var skewEnd = 3000
    package var unlikeTwin = 15_000
    package var looseContainer = 10_000
    /// A drawing that is too long, and each hundredth that it is; whether also one that fits a slide in its
    /// natural size.
    package var stretched = 80_000
    package var stretch = 200
    package var looksAtSmall = true
    /// Whether long and wide are meant in relation to the slide; and each hundredth more than one.
    package var fitsSlide = false
    package var shrink = 0
    package var nearMiss = 3000
    /// Each thousand square units.
    package var room = 10

    /// Boxes in boxes, placed as a whole: direction comes first. Sides of boxes in different containers
    /// almost agree by chance. Of two directions the one is better that is larger on a slide.
    package static let nested = Weights(
      crossing: 10_000, backward: 600_000, sideways: 600_000, nearMiss: 1000, room: 36)
    /// Boxes with directed edges, placed as a whole.
    package static let plain = Weights(backward: 150_000, sideways: 150_000)
    /// Edges without a direction, or drawings of one engine: bends come first.
    package static let undirected = Weights(
      turn: 3000, backward: 50_000, sideways: 15_000, skewEnd: 0, unlikeTwin: 0,
      looseContainer: 0, stretched: 30_000, stretch: 100, looksAtSmall: false)
    /// Drawings of one nested graph by one engine, which has led the edges one way already.
    package static let orders: Weights = {
      var weights = undirected
      weights.room = 30
      return weights
    }()
    /// Boxes that somebody arranged: their ways cannot be as balanced as an engine's.
    package static let arranged = Weights(
      turn: 1500, backward: 150_000, sideways: 50_000, circling: 40_000, unlikeTwin: 4000,
      looseContainer: 0,
      stretched: 30_000, stretch: 100, looksAtSmall: false,
      fitsSlide: true, shrink: 1000)
    package static let arrangedNested = Weights(
      turn: 1500, backward: 250_000, sideways: 250_000, unlikeTwin: 4000, looseContainer: 0,
      stretched: 30_000, stretch: 100, looksAtSmall: false,
      fitsSlide: true, shrink: 1000)
  }

  package let violations: Int
  package let crossings: Int
  /// How much longer the ways are than from middle to middle along the axes, in units.
  package let detour: Int
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
  /// The edges that point against the flow, in a plain graph without those on a circle.
  package let backward: Int
  /// The edges that lead to a box beside, across the flow; likewise.
  package let sideways: Int
  /// Those on a circle of a plain graph that do either though they are not written as leading back, if
  /// other edges are on none.
  package let circling: Int
  package let edges: Int
  package let weights: Weights
  /// Ends of edges, and sides of boxes with several, that are not in balance.
  package let skewEnds: Int
  /// Boxes that are equal and not drawn equally, and forks of which one branch is straight.
  package let unlikeTwins: Int
  /// Containers with clearly more room than they need.
  package let looseContainers: Int
  /// How many hundredths the longer extent is more than two and a half times the shorter.
  package let stretch: Int
  /// How many hundredths the drawing is larger than the room where it is shown.
  package let shrink: Int

  /// A score of these counts, each as its property says.
  package init(
    violations: Int, crossings: Int, detour: Int, turns: Int, length: Int, room: Int,
    nearMisses: Int, lines: Int, unevenGaps: Int, backward: Int, sideways: Int,
    circling: Int, edges: Int, weights: Weights, skewEnds: Int, unlikeTwins: Int,
    looseContainers: Int, stretch: Int,
    shrink: Int
  ) {
    self.violations = violations
    self.crossings = crossings
    self.detour = detour
    self.turns = turns
    self.length = length
    self.room = room
    self.nearMisses = nearMisses
    self.lines = lines
    self.unevenGaps = unevenGaps
    self.backward = backward
    self.sideways = sideways
    self.circling = circling
    self.edges = edges
    self.weights = weights
    self.skewEnds = skewEnds
    self.unlikeTwins = unlikeTwins
    self.looseContainers = looseContainers
    self.stretch = stretch
    self.shrink = shrink
  }

  /// The weighted sum, in thousandths.
  package var total: Int { 1_000_000 * violations + withoutViolations }

  /// The same for a drawing whose violations are mended.
  package var withoutViolations: Int {
    let drawing =
      10_000 * crossings + 20 * detour + 5 * length + 500 * lines
      + 1000 * unevenGaps + weights.nearMiss * nearMisses + weights.room * room / 1000
    let direction =
      (weights.backward * backward + weights.sideways * sideways + weights.circling * circling)
      / max(edges, 1)
      + weights.crossing * crossings + weights.turn * turns
    let balance =
      weights.skewEnd * skewEnds + weights.unlikeTwin * unlikeTwins
      + weights.looseContainer * looseContainers
    return drawing + direction + balance
      + (stretch > 0 ? weights.stretched + weights.stretch * stretch : 0) + weights.shrink * shrink
  }

  package var description: String {
    "\(total / 1000): \(violations) violations, \(crossings) crossings, detour \(detour), "
      + "\(turns) turns, length \(length), room \(room), \(nearMisses) near misses, "
      + "\(lines) lines, \(unevenGaps) uneven gaps, \(backward) of \(edges) edges against the flow, \(sideways) across it, "
      + "\(circling) on circles, "
      + "\(skewEnds) skew ends, \(unlikeTwins) unlike twins, \(looseContainers) loose, stretch \(stretch), shrink \(shrink)"
  }
}
