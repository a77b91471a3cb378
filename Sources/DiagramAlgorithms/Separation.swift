/// Places on a line: each as close as possible to where it would like to be, in a given order
/// and with given distances, within limits.
///
/// Distances shrink where the limits leave too little room for them.
package struct Separation: Sendable {
  /// A limit: `hard` is never passed, `soft` only where there is no room.
  package struct Limit: Hashable, Sendable {
    package var hard: Int
    package var soft: Int

    package init(hard: Int, soft: Int) {
      self.hard = hard
      self.soft = soft
    }
  }

  /// Something that wants to be at `ideal`; the higher the weight, the more.
  package struct Item: Sendable {
    package var ideal: Int
    package var weight: Double
    package var lower: Limit?
    package var upper: Limit?

    package init(ideal: Int, weight: Double, lower: Limit? = nil, upper: Limit? = nil) {
      self.ideal = ideal
      self.weight = weight
      self.lower = lower
      self.upper = upper
    }
  }

  /// `second` has to lie at least `gap` after `first`; `first < second` as indices.
  package struct Gap: Sendable {
    package let first: Int
    package let second: Int
    package var gap: Int

    package init(first: Int, second: Int, gap: Int) {
      self.first = first
      self.second = second
      self.gap = gap
    }
  }

  private(set) var items: [Item]
  private(set) var gaps: [Gap]

  /// What distances shrink to before any is made smaller than that.
  private let leastGap: Int

  package init(_ items: [Item], _ gaps: [Gap], leastGap: Int) {
    self.items = items
    self.gaps = gaps
    self.leastGap = leastGap
  }

  /// The places of all items, with the least sum of weighted squared distances from the ideals.
  ///
  /// - Complexity: quadratic in the largest set of items that depend on each other, as a rule.
  package func solved() -> [Int] {
    var places = items.map(\.ideal)
    var positions = items.map { _ in 0 }
    for members in components() {
      for (position, member) in members.items.enumerated() { positions[member] = position }
      let part = Separation(
        members.items.map { items[$0] },
        members.gaps.map {
          let gap = gaps[$0]
          return Gap(first: positions[gap.first], second: positions[gap.second], gap: gap.gap)
        }, leastGap: leastGap)
      for (member, place) in zip(members.items, part.solvedComponent()) { places[member] = place }
    }
    return places
  }

  private func components() -> [(items: [Int], gaps: [Int])] {
    var sets = DisjointSets(count: items.count)
    for gap in gaps { sets.unite(gap.first, gap.second) }
    var numbers = Array(repeating: -1, count: items.count)
    var result: [(items: [Int], gaps: [Int])] = []
    for item in items.indices {
      let root = sets.representative(of: item)
      if numbers[root] < 0 {
        numbers[root] = result.count
        result.append(([], []))
      }
      result[numbers[root]].items.append(item)
    }
    for (index, gap) in gaps.enumerated() {
      result[numbers[sets.representative(of: gap.first)]].gaps.append(index)
    }
    return result
  }

  private func solvedComponent() -> [Int] {
    var relaxed = self
    relaxed.relax()
    if gaps.isEmpty, let item = relaxed.items.first {
      let low = max(item.lower?.soft ?? Int.min, Int.min)
      return [max(low, min(item.upper?.soft ?? Int.max, item.ideal))]
    }
    var program = QuadraticProgram(relaxed.items, relaxed.gaps)
    return relaxed.rounded(program.solve())
  }

  /// Rounding all places alike keeps whole distances; what numeric noise is left is repaired.
  private func rounded(_ exact: [Double]) -> [Int] {
    var places = exact.map { place in
      let shifted = place + 0.5 + 1e-6
      let truncated = Int(shifted)
      return Double(truncated) > shifted ? truncated - 1 : truncated
    }
    for index in places.indices {
      if let upper = items[index].upper { places[index] = min(places[index], upper.soft) }
    }
    for gap in gaps.reversed() {
      places[gap.first] = min(places[gap.first], places[gap.second] - gap.gap)
    }
    for index in places.indices {
      if let lower = items[index].lower { places[index] = max(places[index], lower.soft) }
    }
    for gap in gaps {
      places[gap.second] = max(places[gap.second], places[gap.first] + gap.gap)
    }
    return places
  }
}

extension Separation {
  /// Shrinks distances, each chain that is too long in proportion, until all fit.
  private mutating func relax() {
    // Gaps in the order of what they lead to, so that one pass finds the longest chains.
    gaps.sort { ($0.second, $0.first) < ($1.second, $1.first) }
    var reach = Reach(lows: items.map { _ in nil }, through: items.map { _ in nil }, starts: [0])
    var end = 0
    for index in items.indices {
      while end < gaps.count, gaps[end].second == index { end += 1 }
      reach.starts.append(end)
    }
    var start = 0
    for _ in 0..<(4 * (items.count + gaps.count) + 4) {
      guard let chain = tooLongChain(from: start, &reach) else { return }
      shrink(chain)
      // What lies before the chain has not changed.
      start = chain.first
    }
  }

  /// A chain of gaps between two limits.
  private struct Chain {
    var first: Int
    var last: Int
    var gaps: [Int]
  }

  /// How far the lower limits push each item.
  private struct Reach {
    /// The least place, nil if nothing limits it.
    var lows: [Int?]
    /// The gap that pushes it there, nil if its own limit does.
    var through: [Int?]
    /// The gaps that lead to an item are `starts[item]..<starts[item + 1]`.
    var starts: [Int]
  }

  /// The first chain without room from an item on.
  private func tooLongChain(from start: Int, _ reach: inout Reach) -> Chain? {
    for index in start..<items.count {
      reach.lows[index] = items[index].lower?.soft
      reach.through[index] = nil
      for next in reach.starts[index]..<reach.starts[index + 1] {
        let gap = gaps[next]
        if let low = reach.lows[gap.first], reach.lows[index].map({ low + gap.gap > $0 }) ?? true {
          reach.lows[index] = low + gap.gap
          reach.through[index] = next
        }
      }
      guard let low = reach.lows[index], let upper = items[index].upper, low > upper.soft
      else { continue }
      var chain = Chain(first: index, last: index, gaps: [])
      while let gap = reach.through[chain.first] {
        chain.gaps.append(gap)
        chain.first = gaps[gap].first
      }
      return chain
    }
    return nil
  }

  private mutating func shrink(_ chain: Chain) {
    guard let lower = items[chain.first].lower, let upper = items[chain.last].upper else { return }
    let limits = [lower.soft - lower.hard, upper.hard - upper.soft]
    let distances = chain.gaps.map { gaps[$0].gap }
    let wanted = (distances + limits).reduce(0, +)
    guard wanted > 0, upper.hard >= lower.hard else {
      // The limits contradict each other: the lower one wins.
      let least = chain.gaps.reduce(lower.soft) { $0 + gaps[$1].gap }
      items[chain.last].upper = Limit(hard: least, soft: least)
      return
    }
    let room = upper.hard - lower.hard
    // Down to the least distances all shrink by the same share of what they have more; only then
    // below them. Limits may come closer than others.
    let leastGap = leastGap
    let least =
      distances.reduce(0) { $0 + min($1, leastGap) }
      + limits.reduce(0) { $0 + min($1, leastGap / 2) }
    let scale = { (distance: Int, floor: Int) in
      guard room >= least else { return distance * room / wanted }
      let base = min(distance, floor)
      return base + (distance - base) * (room - least) / max(1, wanted - least)
    }
    for gap in chain.gaps { gaps[gap].gap = scale(gaps[gap].gap, leastGap) }
    items[chain.first].lower?.soft = lower.hard + scale(limits[0], leastGap / 2)
    items[chain.last].upper?.soft = upper.hard - scale(limits[1], leastGap / 2)
  }
}
