import DiagramAlgorithms
import DiagramGraph
import DiagramModel

/// Where boxes and containers in tiers lie along one axis, in units.
///
/// Boxes at one place have their middles in line. Neighbours of one rank are equally far apart as long as
/// no size differs much.
struct TierSpans {
  /// One for each item and each group.
  private(set) var spans: [Int: Span] = [:]
  private let plan: TierPlan
  private let places: TierPlaces
  private let across: TierPlaces
  private let sized: SizedGraph
  /// The room between the outline of each group and what lies in it.
  private var paddings: [Int: (lead: Int, trail: Int)] = [:]
  /// How long the longest item at each whole place is.
  private var extents: [Int] = []
  /// The middle of each whole place.
  private var middles: [Int] = []

  private var axis: Axis { places.axis }

  init(_ plan: TierPlan, _ grid: TierGrid, in sized: SizedGraph, along axis: Axis) {
    self.plan = plan
    self.sized = sized
    places = grid[axis]
    across = grid[axis.cross]
    for group in plan.contents.keys {
      let padding = group == plan.root ? .zero : sized.graph.nodes[group].padding
      paddings[group] =
        axis == .horizontal ? (padding.left, padding.right) : (padding.top, padding.bottom)
    }
    extents = places.extents { sized.sizes[$0][axis] }
    // What a title needs may push others away.
    for _ in 0..<mostWidenings {
      middles = TierSpans.middles(count: extents.count, links)
      setSpans()
      guard widenForTitles() else { break }
    }
    stretch(plan.root)
  }

  /// The span of an item or group.
  func span(of node: Int) -> Span { spans[node] ?? Span(0, 0) }

  // MARK: - Middles

  /// How far the middle of one whole place lies behind that of another at least.
  private struct Link {
    let from: Int
    let to: Int
    var length: Int
    /// Whether it joins neighbours of one rank.
    let isAcross: Bool
  }

  private static func middles(count: Int, _ links: [Link]) -> [Int] {
    var middles = [Int](repeating: 0, count: count)
    let incoming = Dictionary(grouping: links, by: \.to)
    for place in middles.indices.dropFirst() {
      middles[place] = (incoming[place] ?? []).reduce(middles[place - 1]) {
        max($0, middles[$1.from] + $1.length)
      }
    }
    return middles
  }

  private var links: [Link] {
    var links = places.sequences.flatMap { sequence in
      (places.members[sequence.first] ?? [sequence.first]).flatMap { first in
        (places.members[sequence.second] ?? [sequence.second]).flatMap { second in
          self.links(first, second, sequence)
        }
      }
    }
    let across = links.filter { $0.isAcross && $0.to == $0.from + 1 }.map(\.length)
    guard let least = across.min(), let most = across.max(), 2 * most <= 3 * least else {
      return links
    }
    for index in links.indices
    where links[index].isAcross && links[index].to == links[index].from + 1 {
      links[index].length = most
    }
    return links
  }

  /// What two items of children that follow each other ask for.
  private func links(
    _ first: Int, _ second: Int, _ sequence: (group: Int, first: Int, second: Int)
  ) -> [Link] {
    let (low, high) = (places.place(first), places.place(second))
    let isAcross =
      plan.contents[sequence.group]?.axis != axis && first == sequence.first
      && second == sequence.second
    let length =
      half(first) + padding(around: first, upTo: sequence.group).trail
      + gap(between: sequence.first, sequence.second, in: sequence.group)
      + padding(around: second, upTo: sequence.group).lead + half(second)
    // One between two places is as far as the nearer of them.
    let ends =
      low % 2 == high % 2
      ? [(low / 2, high / 2), ((low + 1) / 2, (high + 1) / 2)]
      : [((low + 1) / 2, high / 2)]
    return ends.filter { $0.0 < $0.1 }.map {
      Link(
        from: $0.0, to: $0.1, length: (length + grid / 2 - 1) / (grid / 2) * (grid / 2),
        isAcross: isAcross)
    }
  }

  /// Half the length of an item, or of its place where that is one.
  private func half(_ item: Int) -> Int {
    let place = places.place(item)
    return (place % 2 == 0 ? extents[place / 2] : sized.sizes[item][axis]) / 2
  }

  private func padding(around item: Int, upTo group: Int) -> (lead: Int, trail: Int) {
    var sum = (lead: 0, trail: 0)
    var node = sized.graph.nodes[item].parent
    while let holder = node, holder != group {
      sum.lead += paddings[holder]?.lead ?? 0
      sum.trail += paddings[holder]?.trail ?? 0
      node = sized.graph.nodes[holder].parent
    }
    return sum
  }

  /// Between ranks, and where arrows join neighbours, there is room for arrows.
  private func gap(between first: Int, _ second: Int, in group: Int) -> Int {
    let isJoined = sized.graph.edges.contains { edge in
      guard let fork = sized.graph.fork(edge.source, edge.target), fork.node == group else {
        return false
      }
      return (fork.source, fork.target) == (first, second)
        || (fork.source, fork.target) == (second, first)
    }
    if isJoined || plan.contents[group]?.axis == axis { return sized.spacing.gaps[group][axis] }
    let isPlain = plan.contents[first] == nil && plan.contents[second] == nil
    return (isPlain ? Spacing().leastNodes : Spacing().nodes) + sized.spacing.growths[group][axis]
  }

  // MARK: - Spans

  private func middle(of item: Int) -> Int {
    let place = places.place(item)
    return (middles[place / 2] + middles[(place + 1) / 2]) / 2
  }

  private mutating func setSpans() {
    for item in places.items {
      let (middle, length) = (middle(of: item), sized.sizes[item][axis])
      spans[item] = Span(middle - length / 2, middle - length / 2 + length)
    }
    for group in plan.contents.keys.sorted().reversed() {
      guard let content = plan.contents[group], let padding = paddings[group] else { continue }
      let inside = content.ranks.joined().map { child in
        plan.contents[child] == nil
          ? Span(middle(of: child) - half(child), middle(of: child) + half(child))
          : span(of: child)
      }
      spans[group] = Span(
        (inside.map(\.low).min() ?? 0) - padding.lead,
        (inside.map(\.high).max() ?? 0) + padding.trail)
    }
  }

  /// Widens containers that are shorter than they have to be, or in which lines from above would run over a
  /// title; false if there are none.
  private mutating func widenForTitles() -> Bool {
    var isWider = false
    for group in plan.inner {
      let missing = sized.graph.nodes[group].minimumSize[axis] - span(of: group).length
      let (lead, trail) = axis == .horizontal ? roomBesideTitles(of: group) : (0, 0)
      guard max(missing, lead, trail) > 0, let padding = paddings[group] else { continue }
      func more(_ room: Int) -> Int { (max(room, 0) + grid / 2 - 1) / (grid / 2) * (grid / 2) }
      paddings[group] = (
        padding.lead + more(max(missing / 2, lead)), padding.trail + more(max(missing / 2, trail))
      )
      isWider = true
    }
    return isWider
  }

  /// What is missing on the left and on the right of what lies in a group so that lines to it pass beside the
  /// titles.
  private func roomBesideTitles(of group: Int) -> (lead: Int, trail: Int) {
    let (frame, rows) = (span(of: group), across.span(of: group))
    let inside = Set(places.members[group] ?? [])
    var room = (lead: 0, trail: 0)
    for title in sized.graph.nodes[group].titles where !title.isBeside {
      for tie in places.ties where inside.contains(tie.one) != inside.contains(tie.other) {
        let (inner, outer) = inside.contains(tie.one) ? (tie.one, tie.other) : (tie.other, tie.one)
        let row = across.place(outer)
        guard title.isAtBottom ? row > rows.high : row < rows.low else { continue }
        let reach = title.inset.width + title.size.width + Spacing().edgeToBorder
        switch title.alignment {
        case .left: room.lead = max(room.lead, frame.low + reach - middle(of: inner))
        case .right: room.trail = max(room.trail, middle(of: inner) + reach - frame.high)
        case .center: continue
        }
      }
    }
    return room
  }

  /// Children that are alone in their ranks fill their group across, as far as they may grow.
  private mutating func stretch(_ group: Int) {
    guard let content = plan.contents[group], let padding = paddings[group] else { return }
    let room = Span(span(of: group).low + padding.lead, span(of: group).high - padding.trail)
    for rank in content.ranks {
      if content.axis != axis, rank.count == 1, let child = rank.first,
        plan.contents[child] != nil
          || content.isWritten && room.length <= sized.limit(of: child, along: axis)
      {
        spans[child] = room
      }
      for child in rank { stretch(child) }
    }
  }
}

extension TierPlaces {
  /// The longest extent at each whole place; what lies between two counts at both.
  fileprivate func extents(_ length: (Int) -> Int) -> [Int] {
    var extents = [Int](repeating: 0, count: (items.map { place($0) }.max() ?? 0) / 2 + 2)
    for item in items {
      for place in Set([place(item) / 2, (place(item) + 1) / 2]) {
        extents[place] = max(extents[place], length(item))
      }
    }
    return extents
  }
}

/// How often containers are made as long as their titles.
private let mostWidenings = 3
