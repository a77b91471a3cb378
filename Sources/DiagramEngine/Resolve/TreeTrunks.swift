import Arrangements
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
    var stems: [Stem: [Int]] = [:]
    var order: [Stem] = []
    let inTrees = arrows.indices.filter { index in
      guard let tree = items[arrows[index].source].parent,
        case .group(.tree, _) = items[tree].content
      else { return false }
      return tree == items[arrows[index].target].parent
    }
    let branches = Branches(inTrees.map { (arrows[$0].source, arrows[$0].target) })
    for (index, isBranch) in zip(inTrees, branches.isBranch) where isBranch {
      guard trunks[index] == nil, let look = Look(arrows[index]) else { continue }
      let stem = Stem(source: arrows[index].source, look: look)
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
