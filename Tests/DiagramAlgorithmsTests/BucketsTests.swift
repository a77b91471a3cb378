import DiagramAlgorithms
import TestSupport
import Testing

/// Lists of numbers are the same however they are given.
@Suite struct BucketsTests {
  @Test(arguments: 0..<50) func numbersAreInTheirLists(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let count = Int.random(in: 1...8, using: &random)
    let entries = (0..<Int.random(in: 0...20, using: &random)).map { _ in
      (Int.random(in: 0..<count, using: &random), Int.random(in: -99...99, using: &random))
    }
    let buckets = Buckets(count: count, keys: entries.map(\.0), values: entries.map(\.1))
    let others = Buckets(count: count, entries)
    for bucket in 0..<count {
      let expected = entries.filter { $0.0 == bucket }.map(\.1)
      #expect(Array(buckets[bucket]) == expected)
      #expect(Array(others[bucket]) == expected)
      #expect(buckets.range(of: bucket).count == expected.count)
    }
  }
}
