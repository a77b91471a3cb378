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
  func improve(_ order: inout RankOrder, with sifting: inout Sifting) {
    var trial = Trial(
      pairs: pairs, cost: order.countCost(), inversions: inversions(in: order),
      trials: min(
        Self.mostTrials, Self.segmentsOfTrials / (neighbors.graph.segments.count + 1)),
      limit: sifting.work + Self.work)
    guard trial.inversions > 0 else { return }
    var graphs: [Int?: UnitGraph] = [:]
    for parent in [nil] + neighbors.graph.graph.clusters.indices.map(Optional.some) {
      graphs[parent] = UnitGraph(inside: parent, neighbors)
    }
    var hasChanged = true
    while hasChanged, trial.inversions > 0 {
      hasChanged = false
      for parent in [nil] + neighbors.graph.graph.clusters.indices.map(Optional.some) {
        guard let graph = graphs[parent] else { continue }
        if mirror(&order, graph, &trial, &sifting) { hasChanged = true }
        if exchange(&order, graph, parent, &trial, &sifting) { hasChanged = true }
      }
    }
  }

  /// Mirrors all that is in a cluster, and what hangs on one of its units.
  private func mirror(
    _ order: inout RankOrder, _ graph: UnitGraph, _ trial: inout Trial, _ sifting: inout Sifting
  ) -> Bool {
    var hasChanged = false
    let whole = Set(graph.units)
    for withContent in [true, false] {
      let mirrored = graph.mirrored(order, whole, withContent: withContent)
      if trial.take(mirrored, &order, &sifting) { hasChanged = true }
    }
    for hub in graph.units where graph.degree(of: hub) > 2 {
      for group in graph.groups(without: hub) where group.count > 1 && group.count < whole.count - 1
      {
        let mirrored = graph.mirrored(order, group, withContent: true)
        if trial.take(mirrored, &order, &sifting) { hasChanged = true }
      }
    }
    return hasChanged
  }

  /// Exchanges two siblings with what hangs on them, the closest ones first.
  private func exchange(
    _ order: inout RankOrder, _ graph: UnitGraph, _ parent: Int?, _ trial: inout Trial,
    _ sifting: inout Sifting
  ) -> Bool {
    var hasChanged = false
    let inverted = pairs.ranks.joined().filter {
      $0.parent == parent && pairs.isInverted($0, in: order)
    }
    func distance(_ pair: WrittenPairs.Pair) -> Int {
      order.positions[pair.first] - order.positions[pair.second]
    }
    let sorted = inverted.map { ($0, distance($0)) }.sorted {
      (-$0.0.weight, $0.1, $0.0.first, $0.0.second)
        < (-$1.0.weight, $1.1, $1.0.first, $1.0.second)
    }
    for (pair, _) in sorted where pairs.isInverted(pair, in: order) {
      let halves = graph.halves(pair.units.first, pair.units.second)
      let swapped = graph.swapped(order, first: halves.0, second: halves.1)
      if trial.take(swapped, &order, &sifting) { hasChanged = true }
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

    /// Takes another order if it is closer to the written one and no worse.
    mutating func take(
      _ candidate: RankOrder, _ order: inout RankOrder, _ sifting: inout Sifting
    ) -> Bool {
      guard inversions > 0, trials > 0, sifting.work < limit else { return false }
      trials -= 1
      var changed = candidate
      sifting.improve(&changed, reach: 16, rounds: 2)
      let cost = changed.countCost()
      let inversions = pairs.inversions(in: changed)
      guard cost <= self.cost, inversions < self.inversions else { return false }
      (order, self.cost, self.inversions) = (changed, cost, inversions)
      return true
    }
  }
}
