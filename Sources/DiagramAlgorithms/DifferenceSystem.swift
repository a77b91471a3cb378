/// A system of difference constraints with weighted lengths.
///
/// Every arc asks that its head lies at least `minimum` after its tail. A hard arc must be kept and
/// costs `weight` for each unit of its length; a soft arc may be violated and costs its weight for
/// each unit that is missing.
package struct DifferenceSystem {
  /// One constraint between two variables.
  package struct Arc {
    package var tail: Int
    package var head: Int
    /// The least difference between head and tail; may be negative.
    package var minimum: Int
    /// The price of one unit, at least 0.
    package var weight: Int
    package var isSoft: Bool
  }

  /// How many variables there are; they are called `0..<variableCount`.
  package private(set) var variableCount: Int
  package private(set) var arcs: [Arc] = []

  package init(variableCount: Int) { self.variableCount = variableCount }

  /// Adds a variable and returns its index.
  package mutating func addVariable() -> Int {
    variableCount += 1
    return variableCount - 1
  }

  /// Asks that `head` lies at least `minimum` after `tail`.
  package mutating func require(_ tail: Int, before head: Int, by minimum: Int, weight: Int = 0) {
    arcs.append(Arc(tail: tail, head: head, minimum: minimum, weight: weight, isSoft: false))
  }

  /// Asks that `second` lies exactly `offset` after `first`.
  package mutating func fix(_ first: Int, _ second: Int, offset: Int) {
    require(first, before: second, by: offset)
    require(second, before: first, by: -offset)
  }

  /// Charges `weight` for each unit between `second` and the place `offset` after `first`.
  package mutating func attract(_ first: Int, _ second: Int, offset: Int = 0, weight: Int) {
    prefer(first, before: second, by: offset, weight: weight)
    prefer(second, before: first, by: -offset, weight: weight)
  }

  /// Charges `weight` for each unit that `head` lies less than `minimum` after `tail`.
  package mutating func prefer(_ tail: Int, before head: Int, by minimum: Int, weight: Int) {
    arcs.append(Arc(tail: tail, head: head, minimum: minimum, weight: weight, isSoft: true))
  }

  /// Values of least total price that satisfy every hard constraint.
  ///
  /// - Returns: `variableCount` values; only their differences mean anything, and those only
  ///   between variables that priced arcs hold together.
  /// - Precondition: the hard constraints contradict each other nowhere.
  /// - Complexity: a few pivots a variable in practice, each O(size of the moved subtree).
  ///
  /// > Source: the linear programme is that of Gansner, Koutsofios, North, Vo 1993, §2.3; it is
  /// > solved through its dual, a minimum-cost flow, by the primal network simplex method with
  /// > strongly feasible trees (Cunningham 1976) and block search for the entering arc.
  package func solved() -> [Int] { optimum(from: nil).values }

  /// What ``solved()`` returns, faster if a similar system has been solved.
  ///
  /// - Parameter basis: what came out for a system of as many variables, whose first arcs differ
  ///   from the first of this one in nothing but their weights.
  /// - Returns: the values, and on which arcs they rest.
  package func solved(from basis: Basis?) -> (values: [Int], basis: Basis) {
    let simplex = optimum(from: basis)
    return (simplex.values, simplex.basis)
  }

  private func optimum(from basis: Basis?) -> NetworkSimplex {
    var simplex = NetworkSimplex(self, from: basis)
    simplex.optimize()
    return simplex
  }

  /// The arcs on which a solution rests.
  package struct Basis {
    /// The nodes, each behind the one that it hangs on.
    var sequence: [Int]
    /// The arc by which each node hangs on another; -1 for none.
    var arcs: [Int]
    /// The soft arcs that are violated.
    var full: [Int] = []

    /// The same without the arcs from `count` on.
    package func first(_ count: Int) -> Basis {
      Basis(
        sequence: sequence, arcs: arcs.map { $0 < count ? $0 : -1 },
        full: full.filter { $0 < count })
    }
  }
}

extension DifferenceSystem {
  /// Values that satisfy every hard constraint, with many of them as short as they may be; nil if
  /// the hard constraints close a circle.
  ///
  /// Every variable lies as early as possible, and then those that are drawn more to what comes
  /// later lie as late as that allows.
  func tightValues() -> [Int]? {
    let hard = arcs.filter { !$0.isSoft }
    guard
      let order = topologicalOrder(
        nodeCount: variableCount, arcs: hard.map { (tail: $0.tail, head: $0.head) })
    else { return nil }
    let leaving = Buckets(count: variableCount, hard.map { ($0.tail, $0) })
    var values = [Int](repeating: 0, count: variableCount)
    var pull = values
    for arc in hard {
      pull[arc.tail] += arc.weight
      pull[arc.head] -= arc.weight
    }
    for variable in order {
      for arc in leaving[variable] {
        values[arc.head] = max(values[arc.head], values[variable] + arc.minimum)
      }
    }
    for variable in order.reversed() where pull[variable] > 0 {
      values[variable] = leaving[variable].map { values[$0.head] - $0.minimum }.min() ?? 0
    }
    return values
  }
}
