import DiagramAlgorithms
import TestSupport
import Testing

@Suite struct HeapTests {
  private struct Inserted: Hashable {
    let value: Int
    let key: Int
  }

  /// Random numbers, many of them with equal keys.
  private func numbers(seed: UInt64, largestKey: Int) -> [Inserted] {
    var random = SeededGenerator(seed: seed)
    return (0..<200).map { _ in
      Inserted(
        value: .random(in: 0..<50, using: &random),
        key: largestKey / 8 * .random(in: 0...8, using: &random))
    }
  }

  private func popped(_ numbers: [Inserted], ties: Heap.Ties) -> [Inserted] {
    var heap = Heap(ties: ties)
    for number in numbers { heap.insert(number.value, key: number.key) }
    var result: [Inserted] = []
    while let (value, key) = heap.popFirst() { result.append(Inserted(value: value, key: key)) }
    return result
  }

  @Test(arguments: 1...20) func ofEqualKeysTheLatestComesFirst(seed: UInt64) {
    let numbers = numbers(seed: seed, largestKey: 1 << 31)
    let expected = numbers.indices.sorted { (numbers[$0].key, $1) < (numbers[$1].key, $0) }
    #expect(popped(numbers, ties: .latestFirst) == expected.map { numbers[$0] })
  }

  @Test(arguments: 1...20) func ofEqualKeysTheSmallestValueComesFirst(seed: UInt64) {
    let numbers = numbers(seed: seed, largestKey: 1 << 42)
    let expected = numbers.sorted { ($0.key, $0.value) < ($1.key, $1.value) }
    #expect(popped(numbers, ties: .smallestFirst) == expected)
  }

  @Test func keysThatDoNotFitAreAsTheLargestThatDoes() {
    let numbers = [Inserted(value: 1, key: .max), Inserted(value: 2, key: 7)]
    #expect(popped(numbers, ties: .latestFirst).map(\.key) == [7, 1 << 32 - 1])
    #expect(popped(numbers, ties: .smallestFirst).map(\.key) == [7, 1 << 43 - 1])
  }
}
