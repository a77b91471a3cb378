import DiagramDSL
import DiagramModel

/// Draws arrows that fall on each other where a picture collapses containers as one.
///
/// Arrows of one picture are one if they then join the same boxes in the same direction, with the same
/// heads, and one of them at least ends at what is hidden. One that the author wrote between these boxes
/// stands for the others; else the first of them does, with the text and look that all of them have.
/// Those with numbers stay apart, each is a step of its own.
struct LiftedArrows {
  /// Without those that no picture shows.
  private(set) var arrows: [ResolvedSeries.UnitedArrow]
  private let items: [ResolvedSeries.Item]
  /// The ways of ids to the ends of each arrow that the author wrote.
  private let paths: [[String]]

  init(
    _ items: [ResolvedSeries.Item], _ arrows: [ResolvedSeries.UnitedArrow], paths: [[String]]
  ) {
    self.items = items
    self.arrows = arrows
    self.paths = paths
    for picture in arrows.first?.variants.indices ?? 0..<0 { unite(in: picture) }
    self.arrows.removeAll { $0.shown.isEmpty }
  }

  private struct Way: Hashable {
    let ends: [Int]
    let heads: [ArrowHead]
    /// The number of an arrow, unless the lines are one anyway.
    let number: String?
  }

  private mutating func unite(in picture: Int) {
    var order: [Way] = []
    var groups: [Way: [Int]] = [:]
    for index in arrows.indices {
      guard let arrow = arrows[index].variants[picture] else { continue }
      let way = Way(
        ends: ends(of: index, in: picture), heads: [arrow.startHead, arrow.endHead],
        number: arrow.sharedTrunk == nil ? arrow.attributes.badge : nil)
      if groups[way] == nil { order.append(way) }
      groups[way, default: []].append(index)
    }
    for way in order {
      let group = groups[way] ?? []
      let lifted = group.filter { index in paths[index] != way.ends.map { items[$0].id } }
      guard group.count > 1, !lifted.isEmpty else { continue }
      if lifted.count == group.count { keepFirst(of: lifted, in: picture) }
      for index in lifted.dropFirst(lifted.count == group.count ? 1 : 0) {
        arrows[index].variants[picture] = nil
      }
    }
  }

  private func ends(of index: Int, in picture: Int) -> [Int] {
    [arrows[index].source, arrows[index].target].map {
      items.shownBox(from: $0, in: picture) ?? $0
    }
  }

  /// Gives the first of several the text and look on which they agree.
  private mutating func keepFirst(of group: [Int], in picture: Int) {
    let all = group.compactMap { arrows[$0].variants[picture] }
    guard var first = all.first else { return }
    if Set(all.map(\.attributes.label)).count > 1 { first.attributes.label = nil }
    if Set(all.map(\.attributes.style)).count > 1 { first.attributes.style = Style() }
    if Set(all.map(\.startLabel)).count > 1 { first.startLabel = nil }
    if Set(all.map(\.endLabel)).count > 1 { first.endLabel = nil }
    if Set(all.map(\.attributes.badge)).count > 1 { first.attributes.badge = nil }
    if Set(all.map(\.attributes.link)).count > 1 { first.attributes.link = nil }
    if Set(all.map(\.attributes.tooltip)).count > 1 { first.attributes.tooltip = nil }
    arrows[group[0]].variants[picture] = first
  }
}
