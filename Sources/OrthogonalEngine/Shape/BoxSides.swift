import DiagramAlgorithms
import DiagramModel

/// Which darts leave a box on which side, clockwise.
///
/// Of the darts with one heading one goes straight; those before it leave from the side before and
/// bend around the corner, those after it from the side after. Around one corner darts may bend
/// only in one of the two ways.
struct BoxSides {
  /// What leaves on one side.
  struct Darts {
    /// Those that bend off counterclockwise, the first farthest from the middle.
    var before: [Int] = []
    /// The one that goes straight.
    var straight: Int?
    /// Those that bend off clockwise, the last farthest from the middle.
    var after: [Int] = []
  }

  private var sides = [Darts](repeating: Darts(), count: 4)

  subscript(heading: Direction) -> Darts { sides[heading.index] }

  /// Shares the darts around a box, given clockwise, out to its sides.
  init(darts: [Int], shape: OrthogonalShape) {
    let groups = BoxSides.groups(of: darts, shape: shape)
    for (group, straight) in zip(groups, BoxSides.straightPositions(in: groups)) {
      let (previous, next) = (
        group.heading.turned(clockwise: -1), group.heading.turned(clockwise: 1)
      )
      sides[previous.index].after += group.darts[..<straight]
      sides[group.heading.index].straight = group.darts[straight]
      sides[next.index].before += group.darts[(straight + 1)...]
    }
  }

  /// Darts in a row with the same heading.
  private struct Group {
    var heading: Direction
    var darts: [Int]
    /// Whether the group before heads to the side before, so that both share a corner of the box.
    var sharesCorner: Bool
  }

  private static func groups(of darts: [Int], shape: OrthogonalShape) -> [Group] {
    let start = darts.firstIndex { shape.quarters[$0] > 0 } ?? 0
    var groups: [Group] = []
    for dart in darts[start...] + darts[..<start] {
      if shape.quarters[dart] == 0, !groups.isEmpty {
        groups[groups.count - 1].darts.append(dart)
      } else {
        groups.append(
          Group(
            heading: shape.heading[dart], darts: [dart], sharesCorner: shape.quarters[dart] == 1))
      }
    }
    return groups
  }

  /// The dart of each group that goes straight: as near to the middle as the corners allow.
  private static func straightPositions(in groups: [Group]) -> [Int] {
    var best: (cost: Int, positions: [Int])?
    func choose(_ positions: [Int], cost: Int) {
      if let best, best.cost <= cost { return }
      guard positions.count < groups.count else {
        if isFree(before: 0, positions, groups) { best = (cost, positions) }
        return
      }
      let count = groups[positions.count].darts.count
      for position in Set([0, (count - 1) / 2, count / 2, count - 1]).sorted() {
        let (before, after) = (position, count - 1 - position)
        let extended = positions + [position]
        if extended.count > 1, !isFree(before: positions.count, extended, groups) { continue }
        choose(extended, cost: cost + before * before + after * after)
      }
    }
    choose([], cost: 0)
    // That all bend clockwise is always possible.
    return best?.positions ?? groups.map { _ in 0 }
  }

  /// Whether darts bend around the corner before a group in at most one way.
  private static func isFree(before index: Int, _ positions: [Int], _ groups: [Group]) -> Bool {
    let previous = (index + groups.count - 1) % groups.count
    guard groups[index].sharesCorner, previous != index else { return true }
    return positions[index] == 0 || positions[previous] == groups[previous].darts.count - 1
  }
}
