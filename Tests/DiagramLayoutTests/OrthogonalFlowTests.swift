import Testing

@testable import DiagramLayout

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
    var random = RepeatableGenerator(seed: seed)
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

  @Test(arguments: UInt64(0)..<200)
  func findsTheBestOfAllPlacesUnderDistances(seed: UInt64) {
    var random = RepeatableGenerator(seed: seed)
    let start = [0, 2 + random.number(below: 2), 4 + random.number(below: 2), 7]
    var program = DifferenceProgram(start: start)
    var requirements: [(Int, Int, Int)] = []
    for second in 1..<4 {
      for first in 0..<second where random.number(below: 2) == 0 || second == first + 1 {
        let distance = random.number(below: start[second] - start[first] + 1)
        requirements.append((first, second, distance))
        program.require(second, atLeast: distance, after: first)
      }
    }
    let (pulled, price) = (1 + random.number(below: 3), 1 + random.number(below: 3))
    program.pay(price, from: 0, to: pulled)
    program.pay(1, from: 0, to: 3)
    let wish = random.number(below: 4)
    program.prefer(2, wish, after: 1, price: 2)
    let cost = { (x: [Int]) in
      price * (x[pulled] - x[0]) + x[3] - x[0] + 2 * abs(x[2] - x[1] - wish)
    }
    var best = Int.max
    for code in 0..<1000 {
      let x = [0, code % 10, code / 10 % 10, code / 100]
      if requirements.allSatisfy({ x[$0.1] - x[$0.0] >= $0.2 }) { best = min(best, cost(x)) }
    }
    let solution = program.solution()
    #expect(requirements.allSatisfy { solution[$0.1] - solution[$0.0] >= $0.2 })
    #expect(cost(solution) == best)
  }
}
