import DiagramDSL
import DiagramGraph
import DiagramModel

/// What lies on the tracks of timelines in rows, so that nothing covers something else, the same in all pictures,
/// and how much room a track needs for that.
struct TrackRows {
  /// For each item on a track where its middle lies in shares of the height.
  private(set) var shares: [Int: Double] = [:]
  /// The size of each track.
  private(set) var sizes: [(track: Int, size: Size)] = []

  /// The rows of the titles above: without a surface they need no room around them.
  var scales: [Int] {
    sizes.compactMap { items[$0.track].parent }.filter { row in
      items[row].shown.allSatisfy { $0.attributes.shape == .none }
    }
  }

  private let items: [ResolvedSeries.Item]
  private let extents: [MeasuredSeries.Extent]

  init(_ series: ResolvedSeries, _ extents: [MeasuredSeries.Extent]) {
    (items, self.extents) = (series.items, extents)
    var laid: [Int: [Int]] = [:]
    for (index, item) in items.enumerated() {
      guard let place = item.on, place.columns != nil else { continue }
      laid[place.box, default: []].append(index)
    }
    guard !laid.isEmpty else { return }
    // All lanes of a timeline have one scale.
    var widths: [Int?: Int] = [:]
    for (track, laid) in laid {
      let key = timeline(of: track)
      widths[key] = max(widths[key] ?? 0, needed(laid))
    }
    for track in items.indices where items[track].free == .track {
      place(laid[track] ?? [], on: track, widths[timeline(of: track)] ?? 0)
    }
  }

  /// The arrangement of the lanes of which a track is one; nil for the canvas.
  private func timeline(of track: Int) -> Int? {
    items[track].parent.flatMap { items[$0].parent }
  }

  // MARK: - Length

  /// The length of a track on which everything has room.
  private func needed(_ laid: [Int]) -> Int {
    laid.reduce(0) { length, item in
      guard let place = items[item].on, let count = place.columns else { return length }
      let columns = count * Self.leastColumn
      guard let share = place.share, share > 0 else { return max(length, columns) }
      let own = extents[item].minimum.width + 2 * PlaceOnParent.gapBesides
      let wanted = (Double(own) / share).rounded(.up)
      return max(length, columns, Int(min(wanted, Double(Self.longest))))
    }
  }

  /// A column is not narrower.
  private static let leastColumn = 120
  /// The length for which the texts of bars are broken into lines.
  private static let usual = 1200.0
  private static let longest = 20_000

  /// The width of the lines of what lasts for a time.
  static func lineWidth(of attributes: Attributes) -> Int? {
    guard attributes.free == nil, let share = attributes.on?.track?.share, share > 0, share <= 1
    else { return nil }
    return Int(share * usual)
  }

  // MARK: - Rows

  private struct Row {
    var height: Int
    var taken: [Range<Int>]
  }

  /// Puts everything on a track into the first row that is free there.
  private mutating func place(_ laid: [Int], on track: Int, _ width: Int) {
    var rows: [Row] = []
    var rowOfItem: [(item: Int, row: Int)] = []
    for item in laid where items[item].free == nil {
      guard let place = items[item].on, let x = place.x else { continue }
      let size = extents[item].minimum
      let middle = Double(width) * min(max(x, -1), 2)
      let half = place.share.map { $0 * Double(width) / 2 } ?? Double(size.width) / 2
      let start = nearest(middle - half)
      // What ends where another begins is not rounded into it.
      let span = start..<max(start, nearest(middle + half) - 1)
      let row =
        rows.firstIndex { row in
          !row.taken.contains { $0.overlaps(span) }
        } ?? rows.count
      if row == rows.count { rows.append(Row(height: 0, taken: [])) }
      rows[row].height = max(rows[row].height, size.height)
      rows[row].taken.append(span)
      rowOfItem.append((item, row))
    }
    let height = rows.map(\.height).reduce(0, +) + max(rows.count - 1, 0) * Self.rowGap
    sizes.append((track, Size(width: width, height: max(height, Spot.size.height))))
    var (middles, top): ([Double], Int) = ([], 0)
    for row in rows {
      middles.append(Double(top) + Double(row.height) / 2)
      top += row.height + Self.rowGap
    }
    for (item, row) in rowOfItem { shares[item] = middles[row] / Double(max(height, 1)) }
  }

  private static let rowGap = 8
}
