import DiagramDSL
import DiagramGraph
import DiagramModel

/// Finds widths and heights that are less than what a box needs, which then come to nothing.
struct SizeCheck {
  /// A width or height that is too little for a box.
  private struct Shortage {
    let place: Place
    let need: Int
    let subject: String
  }

  /// Where a width or height is written, and which.
  private struct Place: Hashable {
    let name: String
    let extent: Int
    let origin: Origin
  }

  private let measured: MeasuredSeries
  private let layout: Layout
  /// What each item needs at least, its content included.
  private let least: [Size]
  private var shortages: [Shortage] = []

  /// Checks a layout whose node 0 is the canvas, and node *i* + 1 is item *i*.
  init(_ measured: MeasuredSeries, _ layout: Layout) {
    self.measured = measured
    self.layout = layout
    least = measured.leastSizes
    for index in measured.resolved.items.indices {
      check(index, "width", of: \.width) { $0.width }
      check(index, "height", of: \.height) { $0.height }
    }
  }

  private mutating func check(
    _ index: Int, _ name: String, of extent: (Size) -> Int, _ wish: (Attributes) -> Int?
  ) {
    let item = measured.resolved.items[index]
    var need = extent(least[index])
    // A container that grows all the same needs that much for what lies in it, and for the gaps there.
    let frame = extent(layout.frames[index + 1].size)
    let most = item.shown.compactMap { wish($0.attributes) }.max() ?? 0
    let isAsked = item.shown.contains { $0.attributes.alignment == .stretch }
    if measured.isContainer(index), !isAsked, frame > most { need = max(need, frame) }
    let variants = item.shown.filter { wish($0.attributes).map { $0 < need } ?? false }
    guard let variant = variants.first, let extent = wish(variant.attributes) else { return }
    shortages.append(
      Shortage(
        place: Place(name: name, extent: extent, origin: variant.attributes.origin), need: need,
        subject: item.id.isEmpty ? "what stands in it" : quoted(variant.text)))
  }

  /// One for each place, width or height that is written, in the order of the items: where several boxes come
  /// from one line, it is about the one that needs the most.
  var diagnostics: [Diagnostic] {
    each(shortages.map(\.place)).compactMap { place in
      let alike = shortages.filter { $0.place == place }
      guard let worst = alike.max(by: { $0.need < $1.need }) else { return nil }
      let others = alike.count > 1 ? ", the largest of \(alike.count) from this line" : ""
      return Diagnostic(
        .sizeTooSmall,
        "a \(place.name) of \(place.extent) units is too little for \(worst.subject), which needs "
          + "\(worst.need)\(others)",
        at: place.origin,
        hints: ["write `.\(place.name)(\(worst.need))` or more, or leave it out"])
    }
  }
}

extension MeasuredSeries {
  /// What each item needs at least: its own text, and its children without gaps between them.
  fileprivate var leastSizes: [Size] {
    let items = resolved.items
    var least = extents.map(\.least)
    var inside = Array(repeating: Size.zero, count: items.count)
    for index in items.indices.reversed() {
      let padding = extents[index].padding
      if inside[index] != .zero {
        least[index] = least[index].union(
          Size(
            width: inside[index].width + padding.left + padding.right,
            height: inside[index].height + padding.top + padding.bottom))
      }
      guard items[index].on == nil, let parent = items[index].parent else { continue }
      let own = least[index].union(extents[index].minimum)
      let before = inside[parent]
      inside[parent] = before.union(own)
      switch items[parent].content {
      case .group(.row, _): inside[parent].width = before.width + own.width
      case .group(.column, _): inside[parent].height = before.height + own.height
      default: break
      }
    }
    return least
  }
}
