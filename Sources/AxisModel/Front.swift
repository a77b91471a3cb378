import DiagramAlgorithms

/// What was met last at every place across an axis.
struct Front {
  /// Neighbouring parts, without gaps, from before everything to after everything.
  private var starts = [Int.min]
  private var owners: [Int?] = [nil]

  /// The items last met within `margin` of a span, each once, in their order.
  func items(near span: Span, margin: Int) -> [Int] {
    var found: Set<Int> = []
    var part = index(of: span.low - margin)
    while part < starts.count, starts[part] <= span.high + margin {
      if let owner = owners[part] { found.insert(owner) }
      part += 1
    }
    return found.sorted()
  }

  /// Says that an item was met on a span.
  mutating func cover(_ span: Span, by item: Int) {
    let first = index(of: span.low)
    let last = index(of: span.high)
    let after = owners[last]
    var newStarts = [span.low, span.high + 1]
    var newOwners: [Int?] = [item, after]
    if starts[first] < span.low {
      newStarts.insert(starts[first], at: 0)
      newOwners.insert(owners[first], at: 0)
    }
    if last + 1 < starts.count, starts[last + 1] == span.high + 1 {
      newStarts.removeLast()
      newOwners.removeLast()
    }
    starts.replaceSubrange(first...last, with: newStarts)
    owners.replaceSubrange(first...last, with: newOwners)
  }

  /// The part that holds a place.
  private func index(of place: Int) -> Int { starts.lowerBound { $0 > place } - 1 }
}
