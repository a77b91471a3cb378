import DiagramDSL
import DiagramModel

/// The trunks of arrows that nobody gave one: those from a box of a tree to what hangs on it.
///
/// A chart of who belongs to whom has one line out of each box, which forks. It has it only of arrows that
/// look alike and say nothing of their own.
struct TreeTrunks {
  /// For each arrow the number of its trunk, `nil` if it has none.
  private(set) var trunks: [Int?]

  /// - Parameters:
  ///   - items: what the arrows join.
  ///   - arrows: all arrows.
  ///   - trunks: those that authors wrote.
  init(
    _ items: [ResolvedSeries.Item], _ arrows: [ResolvedSeries.UnitedArrow], besides trunks: [Int?]
  ) {
    self.trunks = trunks
    var parents: [Int: Int] = [:]
    var stems: [Stem: [Int]] = [:]
    var order: [Stem] = []
    for (index, arrow) in arrows.enumerated() {
      guard let tree = items[arrow.source].parent, tree == items[arrow.target].parent,
        case .group(.tree, _) = items[tree].content, arrow.source != arrow.target,
        parents[arrow.target] == nil,
        !sequence(first: arrow.source, next: { [parents] in parents[$0] }).contains(arrow.target)
      else { continue }
      parents[arrow.target] = arrow.source
      guard trunks[index] == nil, let look = Look(arrow) else { continue }
      let stem = Stem(source: arrow.source, look: look)
      if stems[stem] == nil { order.append(stem) }
      stems[stem, default: []].append(index)
    }
    var next = (trunks.compactMap(\.self).max() ?? -1) + 1
    for stem in order {
      guard let members = stems[stem], members.count > 1 else { continue }
      for member in members { self.trunks[member] = next }
      next += 1
    }
  }

  private struct Stem: Hashable {
    let source: Int
    let look: Look
  }

  /// What arrows on one trunk have in common.
  private struct Look: Hashable {
    private let style: Style
    private let startHead: ArrowHead
    private let endHead: ArrowHead
    private let gap: Int
    private let sourceSide: Side?

    /// That of an arrow; nil if no other has it, or if it is not the same in all pictures.
    init?(_ arrow: ResolvedSeries.UnitedArrow) {
      let looks = Set(arrow.shown.map(Look.init(of:)))
      guard looks.count == 1, let look = looks.first, arrow.shown.allSatisfy(\.isPlain) else {
        return nil
      }
      self = look
    }

    private init(of arrow: Arrow) {
      style = arrow.attributes.style
      (startHead, endHead) = (arrow.startHead, arrow.endHead)
      (gap, sourceSide) = (arrow.gap, arrow.sourceSide)
    }
  }
}

extension Arrow {
  /// Whether it is a line with angles that says nothing.
  fileprivate var isPlain: Bool {
    routing == .orthogonal && !isBlock && sharedTrunk == nil && attributes.label == nil
      && attributes.badge == nil && startLabel == nil && endLabel == nil
  }
}
