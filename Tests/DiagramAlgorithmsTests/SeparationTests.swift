import DiagramModel
import TestSupport
import Testing

@testable import DiagramAlgorithms

@Suite struct SeparationTests {
  @Test func itemsStayWhereTheyWantToBeIfTheyCan() {
    let items = [30, 50, 90].map { Separation.Item(ideal: $0, weight: 1, lower: nil, upper: nil) }
    #expect(solve(items, gaps: [(0, 1, 10), (1, 2, 10)]) == [30, 50, 90])
  }

  @Test func itemsWithOneIdealSpreadEvenlyAroundIt() {
    let items = (0..<3).map { _ in Separation.Item(ideal: 50, weight: 1, lower: nil, upper: nil) }
    #expect(solve(items, gaps: [(0, 1, 10), (1, 2, 10)]) == [40, 50, 60])
  }

  @Test func limitsPushItemsTogether() {
    let limit = Separation.Limit(hard: 100, soft: 95)
    let items = (0..<3).map { _ in Separation.Item(ideal: 95, weight: 1, lower: nil, upper: limit) }
    #expect(solve(items, gaps: [(0, 1, 10), (1, 2, 10)]) == [75, 85, 95])
  }

  @Test func distancesShrinkEvenlyWhereThereIsNoRoom() {
    let (lower, upper) = (Separation.Limit(hard: 0, soft: 10), Separation.Limit(hard: 24, soft: 14))
    let items = (0..<2).map { _ in Separation.Item(ideal: 12, weight: 1, lower: lower, upper: upper)
    }
    let places = solve(items, gaps: [(0, 1, 10)])
    #expect(places[1] - places[0] >= 6)
    #expect(places[0] >= 3 && places[1] <= 21)
  }

  @Test func heavierItemsMoveLess() {
    let items = [
      Separation.Item(ideal: 50, weight: 1000, lower: nil, upper: nil),
      Separation.Item(ideal: 50, weight: 1, lower: nil, upper: nil),
    ]
    #expect(solve(items, gaps: [(0, 1, 10)]) == [50, 60])
  }

  /// The optimum is compared with every assignment of whole places.
  @Test(arguments: UInt64(0)..<60)
  func placesAreTheBestOfAll(seed: UInt64) {
    var numbers = SeededGenerator(seed: seed)
    let items = (0..<4).map { _ in
      Separation.Item(
        ideal: Int.random(in: 0...9, using: &numbers), weight: 1,
        lower: Separation.Limit(hard: 0, soft: 0), upper: Separation.Limit(hard: 9, soft: 9))
    }
    var gaps: [(Int, Int, Int)] = []
    for first in 0..<4 {
      for second in first + 1..<4 where Int.random(in: 0..<3, using: &numbers) > 0 {
        gaps.append((first, second, Int.random(in: 1...3, using: &numbers)))
      }
    }
    let places = solve(items, gaps: gaps)
    #expect(gaps.allSatisfy { places[$0.1] - places[$0.0] >= $0.2 })
    #expect(places.allSatisfy { (0...9).contains($0) })
    let best = leastCost(items, gaps)
    #expect(cost(places, items) <= best + 3)
  }

  private func solve(_ items: [Separation.Item], gaps: [(Int, Int, Int)]) -> [Int] {
    Separation(
      items, gaps.map { Separation.Gap(first: $0.0, second: $0.1, gap: $0.2) }, leastGap: 6
    ).solved()
  }

  private func cost(_ places: [Int], _ items: [Separation.Item]) -> Int {
    zip(places, items).reduce(0) { $0 + ($1.0 - $1.1.ideal) * ($1.0 - $1.1.ideal) }
  }

  private func leastCost(_ items: [Separation.Item], _ gaps: [(Int, Int, Int)]) -> Int {
    var least = Int.max
    for code in 0..<10_000 {
      let places = [code % 10, code / 10 % 10, code / 100 % 10, code / 1000]
      guard gaps.allSatisfy({ places[$0.1] - places[$0.0] >= $0.2 }) else { continue }
      least = min(least, cost(places, items))
    }
    return least
  }
}
