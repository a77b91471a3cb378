import DiagramAlgorithms
import DiagramGraph
import DiagramModel

/// The places of boxes along one axis, counted in half steps: neighbours are two apart, and what lies in
/// the middle of two others one beside each of them.
///
/// The order is that of the plan. What edges join lies as near as that allows, so that their lines are
/// straight; what that leaves free lies in the middle.
struct TierPlaces {
  let axis: Axis
  private let plan: TierPlan
  /// The boxes, and the containers that are drawn as one box.
  let items: [Int]
  /// The place of each item.
  private(set) var places: [Int: Int] = [:]
  /// For each group the items in it.
  private(set) var members: [Int: [Int]] = [:]
  /// The items at both ends of each edge that runs between different ones.
  let ties: [(one: Int, other: Int)]
  /// The containers whose content has the same places.
  private let level: [TierTwins]
  /// For each tie that passes others along the other axis, these by where they lie there.
  private var passed: [(tie: Int, items: [[Int]])] = []

  init(_ plan: TierPlan, _ graph: LayoutGraph, along axis: Axis) {
    self.axis = axis
    self.plan = plan
    let groups = plan.contents.keys.sorted()
    var members: [Int: [Int]] = [:]
    for group in groups.reversed() {
      members[group] = plan.contents[group]?.ranks.joined().sorted().flatMap { members[$0] ?? [$0] }
    }
    self.members = members
    let items = members[plan.root] ?? []
    self.items = items
    let known = Set(items)
    ties = graph.edges.compactMap { edge in
      func item(holding node: Int) -> Int? {
        sequence(first: node) { graph.nodes[$0].parent }.first { known.contains($0) }
      }
      guard let one = item(holding: edge.source), let other = item(holding: edge.target),
        one != other
      else { return nil }
      return (one, other)
    }
    level = plan.twins(levelAlong: axis)
    solve()
    balance()
    moveToStart()
  }

  /// Moves boxes out of the way of lines that run straight past them.
  mutating func balance(besides other: TierPlaces) {
    passed = ties.indices.compactMap { tie in
      let ends = Span(between: other.place(ties[tie].one), and: other.place(ties[tie].other))
      let between = items.filter { ends.low < other.place($0) && other.place($0) < ends.high }
      guard !between.isEmpty else { return nil }
      let byPlace = Dictionary(grouping: between) { other.place($0) }
      return (tie, byPlace.keys.sorted().compactMap { byPlace[$0] })
    }
    guard !passed.isEmpty else { return }
    balance()
    moveToStart()
  }

  private mutating func moveToStart() {
    let first = places.values.min() ?? 0
    for item in items { places[item, default: 0] -= first }
  }

  /// How far the edges run along the axis together.
  var length: Int { ties.reduce(0) { $0 + abs(place($1.one) - place($1.other)) } }

  /// The place of an item.
  func place(_ item: Int) -> Int { places[item] ?? 0 }

  /// The first and the last place of an item, or of what is in a group.
  func span(of node: Int) -> Span {
    let taken = (members[node] ?? [node]).map { place($0) }
    return Span(taken.min() ?? 0, taken.max() ?? 0)
  }

  /// The pairs of children of each group of which one follows the other.
  var sequences: [(group: Int, first: Int, second: Int)] {
    plan.contents.keys.sorted().flatMap { group -> [(group: Int, first: Int, second: Int)] in
      guard let content = plan.contents[group] else { return [] }
      guard content.axis == axis else {
        return content.ranks.flatMap { rank in
          zip(rank, rank.dropFirst()).map { (group, $0, $1) }
        }
      }
      return zip(content.ranks, content.ranks.dropFirst()).flatMap { rank, next in
        rank.flatMap { first in next.map { (group, first, $0) } }
      }
    }
  }

  // MARK: - Least length

  private mutating func solve() {
    var (system, variables) = (DifferenceSystem(variableCount: 0), [Int: (low: Int, high: Int)]())
    for item in items {
      let variable = system.addVariable()
      variables[item] = (variable, variable)
    }
    for group in plan.contents.keys.sorted() {
      variables[group] = (system.addVariable(), system.addVariable())
    }
    for group in plan.contents.keys.sorted() {
      guard let bounds = variables[group], let content = plan.contents[group] else { continue }
      system.require(bounds.low, before: bounds.high, by: 0, weight: 1)
      for child in content.ranks.joined() {
        guard let inner = variables[child] else { continue }
        system.require(bounds.low, before: inner.low, by: 0)
        system.require(inner.high, before: bounds.high, by: 0)
      }
      guard content.axis == axis else { continue }
      for rank in content.ranks {
        let boxes = rank.filter { plan.contents[$0] == nil }.compactMap { variables[$0]?.low }
        for (one, other) in zip(boxes, boxes.dropFirst()) { system.fix(one, other, offset: 0) }
      }
    }
    for sequence in sequences {
      guard let first = variables[sequence.first], let second = variables[sequence.second] else {
        continue
      }
      system.require(first.high, before: second.low, by: 2)
    }
    for twins in level {
      for (one, other) in zip(twins.one, twins.other) {
        guard let first = variables[one], let second = variables[other] else { continue }
        system.fix(first.low, second.low, offset: 0)
      }
    }
    for tie in ties {
      guard let one = variables[tie.one], let other = variables[tie.other] else { continue }
      system.attract(one.low, other.low, weight: tieWeight)
    }
    let values = system.solved()
    for item in items { places[item] = variables[item].map { values[$0.low] } }
  }

  // MARK: - Balance

  /// Moves what can lie at several places without longer edges to the middle of them.
  private mutating func balance() {
    let movable = movable
    var cost = self.cost
    for _ in 0..<mostSweeps {
      var isBetter = false
      for part in movable {
        for step in [-1, 1, -2, 2] {
          let before = places
          for item in part { places[item, default: 0] += step }
          let next = self.cost
          if next < cost, keepsOrder {
            (cost, isBetter) = (next, true)
          } else {
            places = before
          }
        }
      }
      guard isBetter else { return }
    }
  }

  /// What can move on its own: items, the items of a rank, those of a group.
  private var movable: [[Int]] {
    var parts: [[Int]] = []
    for group in plan.contents.keys.sorted() {
      guard let content = plan.contents[group] else { continue }
      for rank in content.ranks {
        let inside = rank.map { members[$0] ?? [$0] }
        parts.append(inside.flatMap(\.self))
        guard content.axis != axis else { continue }
        parts += inside
      }
    }
    return parts
  }

  private var keepsOrder: Bool {
    sequences.allSatisfy { span(of: $0.first).high + 2 <= span(of: $0.second).low }
  }

  /// How often a line with one bend at most meets boxes that it passes.
  private var passes: Int {
    passed.reduce(0) { sum, passed in
      let ends = [place(ties[passed.tie].one), place(ties[passed.tie].other)]
      return sum
        + passed.items.count { items in
          ends.allSatisfy { end in items.contains { place($0) == end } }
        }
    }
  }

  /// How much less alike containers of the same structure are.
  private var unlikeness: Int {
    let shifts = level.reduce(0) {
      $0 + levelWeight * abs(span(of: $1.one[0]).low - span(of: $1.other[0]).low)
    }
    return plan.twins.reduce(shifts) { sum, twins in
      let (one, other) = (span(of: twins.one[0]).low, span(of: twins.other[0]).low)
      return sum
        + zip(twins.one, twins.other).reduce(0) {
          guard let first = places[$1.0], let second = places[$1.1] else { return $0 }
          return $0 + abs((first - one) - (second - other))
        }
    }
  }

  /// What is to be least, the first first: the length of edges and of all; how far things are from the
  /// middle of what they are joined with and of what they lie in.
  private var cost: (Int, Int) {
    var (first, second) = (tieWeight * length + passWeight * passes + twinWeight * unlikeness, 0)
    for tie in ties {
      let distance = place(tie.one) - place(tie.other)
      second += 4 * distance * distance
    }
    for (group, content) in plan.contents {
      let room = span(of: group)
      first += room.length
      guard content.axis != axis else { continue }
      for rank in content.ranks {
        let spans = rank.map { span(of: $0) }
        let ends = spans.reduce(0) { $0 + $1.low + $1.high }
        let excess = ends - rank.count * (room.low + room.high)
        second += excess * excess / max(rank.count, 1)
        for (one, other) in zip(spans, spans.dropFirst()) {
          second += (other.low - one.high) * (other.low - one.high)
        }
      }
    }
    return (first, second)
  }
}

/// What a step of an edge costs, against one of a group; a box in its way; a step that a part of one twin
/// lies elsewhere than that of the other; and, times that, one that a whole twin does.
private let tieWeight = 8
private let passWeight = 60
private let twinWeight = 16
private let levelWeight = 10

/// How often everything is moved at most.
private let mostSweeps = 20
