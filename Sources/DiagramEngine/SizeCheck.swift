import DiagramDSL
import DiagramModel

/// Finds widths and heights that are less than what a box needs, which then come to nothing.
struct SizeCheck {
  private let measured: MeasuredSeries
  /// What each item needs at least, its content included.
  private let least: [Size]
  /// One for each item and axis, in the order of the items.
  private(set) var diagnostics: [Diagnostic] = []

  init(_ measured: MeasuredSeries) {
    self.measured = measured
    least = measured.leastSizes
    for index in measured.resolved.items.indices {
      check(index, .horizontal, "width") { $0.width }
      check(index, .vertical, "height") { $0.height }
    }
  }

  private mutating func check(
    _ index: Int, _ axis: Axis, _ name: String, _ wish: (Attributes) -> Int?
  ) {
    let item = measured.resolved.items[index]
    let least = least[index][axis]
    let variants = item.shown.filter { wish($0.attributes).map { $0 < least } ?? false }
    guard let variant = variants.first, let extent = wish(variant.attributes) else { return }
    let subject = item.id.isEmpty ? "what stands in it" : quoted(variant.text)
    diagnostics.append(
      Diagnostic(
        .sizeTooSmall,
        "a \(name) of \(extent) units is too little for \(subject), which needs \(least)",
        at: variant.attributes.origin,
        hints: ["write `.\(name)(\(least))` or more, or leave it out"]))
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
      guard let parent = items[index].parent else { continue }
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
