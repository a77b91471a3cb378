import DiagramDSL
import DiagramModel

extension ResolvedSeries {
  /// The containers in which heads of arrows from outside need room before the boxes, so that they do
  /// not lie on an outline: all that hold boxes as soon as one of them needs it, since what corresponds
  /// is drawn alike.
  var containersWithHeads: Set<Int> {
    let headsCross = arrows.contains { arrow in
      isReached(arrow.target, from: arrow.source) && arrow.shown.contains { $0.endHead != .none }
        || isReached(arrow.source, from: arrow.target)
          && arrow.shown.contains { $0.startHead != .none }
    }
    guard headsCross else { return [] }
    let parents = Set(items.compactMap(\.parent))
    return Set(
      items.indices.filter { items[$0].isBox && !parents.contains($0) }
        .compactMap(container(around:)))
  }

  /// Whether a line from a box to another one crosses the outline right before it.
  private func isReached(_ box: Int, from other: Int) -> Bool {
    guard let container = container(around: box), other != container else { return false }
    return !items.outwards(from: other).contains(container)
  }

  /// The container in which a box lies, alone or in rows and columns; nil for a mark in a code.
  private func container(around box: Int) -> Int? {
    items.closestBox(around: box)
      .flatMap { items[$0].isCode ? nil : $0 }
  }
}

extension ResolvedSeries.Item {
  /// Whether it is no row, column or other group.
  fileprivate var isBox: Bool { if case .box = content { true } else { false } }
}
