import Testing

@testable import DiagramAlgorithms

@Suite struct OrthogonalFlowTests {
  private struct Arc {
    var tail: Int
    var head: Int
    var capacity: Int
    var cost: Int
  }

  /// The least cost over all flows, one after the other.
  private func exhaustive(arcs: [Arc], supplies: [Int]) -> Int? {
    guard let arc = arcs.first else { return supplies.allSatisfy { $0 == 0 } ? 0 : nil }
    return (0...arc.capacity).compactMap { amount -> Int? in
      var rest = supplies
      rest[arc.tail] -= amount
      rest[arc.head] += amount
      return exhaustive(arcs: Array(arcs.dropFirst()), supplies: rest).map {
        $0 + amount * arc.cost
      }
    }.min()
  }

  @Test(arguments: UInt64(0)..<300)
  func costsAsLittleAsTheBestOfAllFlows(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let nodeCount = 4
    let arcs = (0..<7).map { _ in
      Arc(
        tail: random.number(below: nodeCount), head: random.number(below: nodeCount),
        capacity: random.number(below: 4), cost: random.number(below: 7) - 1)
    }.filter { $0.tail != $0.head }
    var supplies = [Int](repeating: 0, count: nodeCount)
    for _ in 0..<2 {
      supplies[random.number(below: nodeCount)] += 1
      supplies[random.number(below: nodeCount)] -= 1
    }
    var flow = MinimumCostFlow(potential: Array(repeating: 0, count: nodeCount))
    for arc in arcs {
      flow.addArc(from: arc.tail, to: arc.head, capacity: arc.capacity, cost: arc.cost)
    }
    for (node, supply) in supplies.enumerated() { flow.addSupply(supply, at: node) }
    let isSolved = flow.solve()
    let expected = exhaustive(arcs: arcs, supplies: supplies)
    #expect(isSolved == (expected != nil))
    if isSolved {
      let cost = arcs.enumerated().reduce(0) { $0 + flow.flow(along: $1.offset) * $1.element.cost }
      #expect(cost == expected)
    }
  }
}
