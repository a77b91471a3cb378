/// A linear program over differences: variables with minimum distances, and prices for distances.
///
/// > Source: the dual of a minimum-cost flow; Ahuja, Magnanti, Orlin, *Network Flows*, 1993, §9.4.
struct DifferenceProgram {
  /// A solution that satisfies all requirements.
  var start: [Int]
  private var requirements: [(first: Int, second: Int, distance: Int)] = []
  private var preferences: [(first: Int, second: Int, distance: Int, price: Int)] = []
  private var prices: [Int]

  init(start: [Int]) {
    self.start = start
    prices = Array(repeating: 0, count: start.count)
  }

  /// Asks for `second - first >= distance`.
  mutating func require(_ second: Int, atLeast distance: Int, after first: Int) {
    requirements.append((first, second, distance))
  }

  /// Asks for `second - first == distance`.
  mutating func fix(_ second: Int, _ distance: Int, after first: Int) {
    require(second, atLeast: distance, after: first)
    require(first, atLeast: -distance, after: second)
  }

  /// Lets each unit by which `second - first` differs from `distance` cost `price`.
  mutating func prefer(_ second: Int, _ distance: Int, after first: Int, price: Int) {
    preferences.append((first, second, distance, price))
  }

  /// Lets each unit of `second - first` cost `price`.
  mutating func pay(_ price: Int, from first: Int, to second: Int) {
    prices[first] -= price
    prices[second] += price
  }

  /// A solution of least cost.
  func solution() -> [Int] {
    var flow = MinimumCostFlow(potential: start.map { -$0 })
    for requirement in requirements {
      assert(start[requirement.second] - start[requirement.first] >= requirement.distance)
      flow.addArc(
        from: requirement.first, to: requirement.second, capacity: MinimumCostFlow.unlimited,
        cost: -requirement.distance)
    }
    // A distance that may be missed at a price is an arc whose capacity is the price.
    for preference in preferences {
      let (first, second) = (preference.first, preference.second)
      flow.addArc(
        from: first, to: second, capacity: preference.price, cost: -preference.distance)
      flow.addArc(from: second, to: first, capacity: preference.price, cost: preference.distance)
    }
    for (variable, price) in prices.enumerated() { flow.addSupply(-price, at: variable) }
    let isBounded = flow.solve()
    precondition(isBounded, "every paid distance has a minimum")
    return flow.potential.map { -$0 }
  }
}
