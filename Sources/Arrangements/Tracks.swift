import DiagramAlgorithms
import DiagramModel

/// What lies behind each other along an axis: the boxes of a row or column, the columns or rows of a
/// grid.
///
/// Where there is more room than all need, what may grow shares it evenly. Where that would make slabs,
/// it goes into what has no limit, else into the gaps, else it stays free on both sides.
struct Tracks {
  /// What each needs.
  var extents: [Int]
  /// The most that each may become, not less than it needs; `Int.max` without a limit.
  var limits: [Int]
  var gap: Int
  /// Whether the gap is as somebody wants it.
  var keepsGap: Bool

  /// The shares of what is left over.
  private struct Shares {
    /// How much each track grows, one for each.
    var growths: [Int]
    /// How much each gap grows.
    var gap = 0
    /// What nothing takes.
    var rest: Int
  }

  /// What all need together, gaps included.
  var extent: Int { extents.reduce(0, +) + max(extents.count - 1, 0) * gap }

  /// The place of each track in a stretch of at least ``extent``.
  func spans(in room: Span) -> [Span] {
    let shares = shares(of: room.length - extent)
    var position = room.low + shares.rest / 2
    return extents.indices.map { index in
      let span = Span(position, position + extents[index] + shares.growths[index])
      position = span.high + gap + shares.gap
      return span
    }
  }

  /// The extents in a room of this length, if nothing of it is left over and all of them are in whole
  /// steps.
  func wholeExtents(in length: Int) -> [Int]? {
    let extra = length - extent
    let shares = shares(of: extra)
    let isCentred = shares.rest == extra && extra % (2 * Self.step) == 0
    let isWhole = (shares.growths + [shares.gap]).allSatisfy { $0 % Self.step == 0 }
    guard isWhole, shares.rest == 0 || isCentred else { return nil }
    return zip(extents, shares.growths).map { $0 + $1 }
  }

  /// What tracks grow by, where gaps can take the rest. Finer than the grid, or rows of two and of three
  /// boxes would have to grow far to be equally high.
  private static let step = grid / 2

  private func shares(of extra: Int) -> Shares {
    let growing = extents.indices.filter { limits[$0] > extents[$0] }
    if let shares = shares(of: extra, among: growing) { return shares }
    if let shares = shares(of: extra, among: growing.filter { limits[$0] == .max }) {
      return shares
    }
    let shares = Shares(growths: extents.map { _ in 0 }, rest: extra)
    let growth = extents.count > 1 ? extra / (extents.count - 1) : 0
    return growth <= 2 * (extents.max() ?? 0) ? spaced(shares) : shares
  }

  /// Even shares of some tracks; nil if one of them may not be so long.
  private func shares(of extra: Int, among growing: [Int]) -> Shares? {
    guard !growing.isEmpty else { return nil }
    let even = extra / growing.count
    guard growing.allSatisfy({ limits[$0] - extents[$0] >= even }) else { return nil }
    let share = keepsGap || extents.count == 1 ? even : even / Self.step * Self.step
    var shares = Shares(growths: extents.map { _ in 0 }, rest: extra - share * growing.count)
    for index in growing { shares.growths[index] = share }
    return spaced(shares)
  }

  /// The shares with what is left over in the gaps, as far as it can be shared evenly.
  private func spaced(_ shares: Shares) -> Shares {
    guard !keepsGap, extents.count > 1 else { return shares }
    var shares = shares
    shares.gap = shares.rest / (extents.count - 1)
    shares.rest -= shares.gap * (extents.count - 1)
    return shares
  }
}
