import TestSupport
import Testing

@testable import DiagramAlgorithms

@Suite struct NetworkSimplexTests {
  /// A small system that has a solution: every hard constraint points from a smaller to a larger
  /// variable.
  private func randomSystem(seed: UInt64) -> DifferenceSystem {
    var random = SeededGenerator(seed: seed)
    return randomSystem(count: Int.random(in: 2...5, using: &random), &random)
  }

  private func randomSystem(count: Int, _ random: inout SeededGenerator) -> DifferenceSystem {
    var system = DifferenceSystem(variableCount: count)
    for variable in 1..<count {
      // A priced chain holds everything together.
      system.require(
        variable - 1, before: variable, by: Int.random(in: -1...2, using: &random),
        weight: Int.random(in: 1...3, using: &random))
    }
    for _ in 0..<Int.random(in: 0...6, using: &random) {
      let pair = [
        Int.random(in: 0..<count, using: &random), Int.random(in: 0..<count, using: &random),
      ]
      guard pair[0] != pair[1] else { continue }
      if Bool.random(using: &random) {
        system.attract(
          pair[0], pair[1], offset: Int.random(in: -2...2, using: &random),
          weight: Int.random(in: 1...4, using: &random))
      } else {
        system.require(
          pair.min() ?? 0, before: pair.max() ?? 0, by: Int.random(in: -1...2, using: &random))
      }
    }
    return system
  }

  private func price(_ values: [Int], of system: DifferenceSystem) -> Int? {
    var price = 0
    for arc in system.arcs {
      let surplus = values[arc.head] - values[arc.tail] - arc.minimum
      if arc.isSoft {
        price += arc.weight * max(0, -surplus)
      } else if surplus < 0 {
        return nil
      } else {
        price += arc.weight * surplus
      }
    }
    return price
  }

  /// The least price over all values within a range that must hold an optimum.
  private func exhaustiveMinimum(of system: DifferenceSystem) -> Int? {
    let width = 9
    var best: Int?
    var code = 0
    var total = 1
    for _ in 1..<system.variableCount { total *= 2 * width + 1 }
    while code < total {
      var rest = code
      let values =
        [0]
        + (1..<system.variableCount).map { _ in
          defer { rest /= 2 * width + 1 }
          return rest % (2 * width + 1) - width
        }
      if let price = price(values, of: system), price < best ?? Int.max { best = price }
      code += 1
    }
    return best
  }

  @Test(arguments: UInt64(0)..<40)
  func valuesAreFeasibleAndAsCheapAsAnExhaustiveSearchFinds(seed: UInt64) throws {
    let system = randomSystem(seed: seed)
    let found = try #require(price(system.solved(), of: system))
    #expect(found == exhaustiveMinimum(of: system))
  }

  @Test(arguments: UInt64(0)..<200)
  func whatBeginsWithTheLastSolutionEndsAsCheap(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var system = randomSystem(count: 20, &random)
    for _ in 0..<20 {
      system.attract(
        Int.random(in: 0..<10, using: &random), Int.random(in: 10..<20, using: &random),
        offset: Int.random(in: -9...9, using: &random),
        weight: Int.random(in: 1...9, using: &random))
    }
    let shared = system.arcs.count
    system.attract(0, 19, offset: 3, weight: 5)
    let basis = system.solved(from: nil).basis

    var other = DifferenceSystem(variableCount: system.variableCount)
    for arc in system.arcs.prefix(shared) {
      let weight = arc.weight == 0 ? 0 : Int.random(in: 1...20, using: &random)
      if arc.isSoft {
        other.prefer(arc.tail, before: arc.head, by: arc.minimum, weight: weight)
      } else {
        other.require(arc.tail, before: arc.head, by: arc.minimum, weight: weight)
      }
    }
    other.attract(3, 15, offset: -2, weight: 7)
    let found = price(other.solved(from: basis.first(shared)).values, of: other)
    #expect(found != nil)
    #expect(found == price(other.solved(), of: other))
  }

  @Test func largeSystemsBeginWithTightTreesAndEndAsCheapAsTheirParts() throws {
    // Only hard constraints: a system with others begins with a star.
    var whole = DifferenceSystem(variableCount: 0)
    var least = 0
    var random = SeededGenerator(seed: 3)
    while whole.variableCount < 3000 {
      var part = DifferenceSystem(variableCount: 30)
      for head in 1..<30 {
        for _ in 0..<2 {
          part.require(
            Int.random(in: max(0, head - 6)..<head, using: &random), before: head,
            by: Int.random(in: 0...2, using: &random),
            weight: Int.random(in: 0...3, using: &random))
        }
      }
      least += try #require(price(part.solved(), of: part))
      let first = whole.variableCount
      for _ in 0..<30 { _ = whole.addVariable() }
      for arc in part.arcs {
        whole.require(
          first + arc.tail, before: first + arc.head, by: arc.minimum, weight: arc.weight)
      }
    }
    #expect(price(whole.solved(), of: whole) == least)
  }

  @Test func unconnectedVariablesKeepTheirHardConstraints() {
    var system = DifferenceSystem(variableCount: 4)
    system.require(0, before: 1, by: 5, weight: 1)
    system.require(2, before: 3, by: 7, weight: 1)
    system.require(0, before: 3, by: 2)
    let values = system.solved()
    #expect(values[1] - values[0] == 5)
    #expect(values[3] - values[2] == 7)
    #expect(values[3] - values[0] >= 2)
  }

  @Test func softConstraintsGiveWayToHardOnes() {
    var system = DifferenceSystem(variableCount: 2)
    system.require(0, before: 1, by: 30)
    system.attract(0, 1, weight: 1000)
    let values = system.solved()
    #expect(values[1] - values[0] == 30)
  }
}
