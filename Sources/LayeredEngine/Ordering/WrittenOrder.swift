/// Brings what stands beside each other into the order in which it was written, where that causes no
/// crossing.
///
/// A drawing and its mirror image have the same crossings, and so have two that differ in which of two
/// equal branches stands first: sifting moves one block of one rank after the other and comes from none of
/// them to the other. Tried are the mirror images of the whole, of the content of each cluster and of what hangs
/// on one box, and two siblings in exchange with all that hangs on them.
struct WrittenOrder {
  private let neighbors: Neighbors
  private let pairs: WrittenPairs
  /// What may be changed inside each cluster; found when it is needed first.
  private var insides: [Inside] = []

  /// What may be changed inside a cluster, or in the whole graph: whatever the order.
  private struct Inside {
    let graph: UnitGraph
    /// The groups of units that are mirrored, and whether with what is in them.
    let mirrored: [(parts: UnitGraph.Parts, withContent: Bool)]
    /// The pairs of units that are exchanged, and what hangs on them; that is found when it is needed first.
    let pairs: [WrittenPairs.Pair]
    var halves: [UnitGraph.Parts?]
  }

  /// How much is sifted at most, as ``Sifting/work`` counts it.
  private static let work = 20_000
  /// How many changes of one order are tried at most, and how many segments all of them may have together.
  private static let (mostTrials, segmentsOfTrials) = (400, 100_000)

  init(_ neighbors: Neighbors) {
    self.neighbors = neighbors
    pairs = neighbors.writtenPairs
  }

  /// How much of an order is the other way round than it was written.
  func inversions(in order: RankOrder) -> Int { pairs.inversions(in: order) }

  /// Changes an order as long as that brings it closer to the written one and costs nothing.
  ///
  /// - Complexity: O(`mostTrials` · (*segments* log *segments* + pairs of a rank)) at most.
  mutating func improve(_ order: inout RankOrder, with sifting: inout Sifting) {
    var trial = Trial(
      pairs: pairs, cost: order.countCost(), inversions: inversions(in: order),
      trials: min(
        Self.mostTrials, Self.segmentsOfTrials / (neighbors.graph.segments.count + 1)),
      limit: sifting.work + Self.work)
    guard trial.inversions > 0 else { return }
    if insides.isEmpty { insides = findInsides() }
    var hasChanged = true
    while hasChanged, trial.inversions > 0 {
      hasChanged = false
      for place in insides.indices {
        if mirror(&order, insides[place], &trial, &sifting) { hasChanged = true }
        if exchange(&order, inside: place, &trial, &sifting) { hasChanged = true }
      }
    }
  }

  private func findInsides() -> [Inside] {
    let pairs = Dictionary(grouping: pairs.ranks.joined(), by: \.parent)
    return ([nil] + neighbors.depths.indices.map(Optional.some)).map { parent in
      let graph = UnitGraph(inside: parent, neighbors)
      let own = pairs[parent] ?? []
      return Inside(
        graph: graph,
        mirrored: [(graph.whole, true), (graph.whole, false)]
          + graph.branches.map { ($0, true) },
        pairs: own, halves: own.map { _ in nil })
    }
  }

  /// Mirrors all that is in a cluster, and what hangs on one of its units.
  private func mirror(
    _ order: inout RankOrder, _ inside: Inside, _ trial: inout Trial, _ sifting: inout Sifting
  ) -> Bool {
    var hasChanged = false
    for (parts, withContent) in inside.mirrored where trial.mayTry(sifting) {
      let mirrored = inside.graph.mirrored(order, parts, withContent: withContent)
      if trial.take(mirrored, &order, &sifting) { hasChanged = true }
    }
    return hasChanged
  }

  /// Exchanges two siblings with what hangs on them, the closest ones first.
  private mutating func exchange(
    _ order: inout RankOrder, inside place: Int, _ trial: inout Trial, _ sifting: inout Sifting
  ) -> Bool {
    var hasChanged = false
    let graph = insides[place].graph
    let all = insides[place].pairs
    func key(_ index: Int) -> (Int, Int, Int, Int) {
      let pair = all[index]
      let distance = order.positions[pair.first] - order.positions[pair.second]
      return (-pair.weight, distance, pair.first, pair.second)
    }
    let inverted = all.indices.filter { pairs.isInverted(all[$0], in: order) }.map {
      (index: $0, key: key($0))
    }.sorted { $0.key < $1.key }
    for (index, _) in inverted
    where trial.mayTry(sifting) && pairs.isInverted(all[index], in: order) {
      let units = all[index].units
      let halves = insides[place].halves[index] ?? graph.halves(units.first, units.second)
      insides[place].halves[index] = halves
      if trial.take(graph.swapped(order, halves), &order, &sifting) { hasChanged = true }
    }
    return hasChanged
  }

  /// What an order has to be better than, and how much may still be tried.
  private struct Trial {
    let pairs: WrittenPairs
    var cost: Int
    var inversions: Int
    var trials: Int
    let limit: Int

    /// Whether anything may be tried yet.
    func mayTry(_ sifting: Sifting) -> Bool {
      inversions > 0 && trials > 0 && sifting.work < limit
    }

    /// Takes another order if it is closer to the written one and no worse.
    mutating func take(
      _ candidate: consuming RankOrder, _ order: inout RankOrder, _ sifting: inout Sifting
    ) -> Bool {
      trials -= 1
      sifting.improve(&candidate, reach: 16, rounds: 2)
      let cost = candidate.countCost()
      let inversions = pairs.inversions(in: candidate)
      guard cost <= self.cost, inversions < self.inversions else { return false }
      (self.cost, self.inversions) = (cost, inversions)
      order = candidate
      return true
    }
  }
}
