/// A priority queue: the smallest key first.
package struct Heap: Sendable {
  /// Which of equal keys comes first.
  package enum Ties: Sendable {
    /// The value that was inserted last; keys have 32 bits.
    case latestFirst
    /// The smallest value; values have 20 bits and keys 43.
    case smallestFirst

    /// How much of a rank tells equal keys apart.
    fileprivate var bits: UInt64 { self == .latestFirst ? 32 : 20 }
    fileprivate var largestKey: UInt64 { self == .latestFirst ? 1 << 32 - 1 : 1 << 43 - 1 }
  }

  private let ties: Ties
  private var entries: [Entry] = []
  private var counter: UInt32 = 0

  package init(ties: Ties = .latestFirst) { self.ties = ties }

  private struct Entry {
    /// The key above the complement of the time, or above the value, so that one comparison tells
    /// the order.
    let rank: UInt64
    let value: Int32
  }

  package mutating func removeAll() {
    entries.removeAll(keepingCapacity: true)
    counter = 0
  }

  /// Keys that do not fit are as the largest that does.
  ///
  /// - Precondition: `key` is not negative, and `value` fits 32 bits.
  package mutating func insert(_ value: Int, key: Int) {
    let tie = ties == .latestFirst ? UInt64(~counter) : UInt64(value)
    let rank = min(UInt64(key), ties.largestKey) << ties.bits | tie
    let entry = Entry(rank: rank, value: Int32(value))
    counter += 1
    entries.append(entry)
    var child = entries.count - 1
    while child > 0 {
      let parent = (child - 1) / 2
      guard entry.rank < entries[parent].rank else { break }
      entries[child] = entries[parent]
      child = parent
    }
    entries[child] = entry
  }

  package mutating func popFirst() -> (value: Int, key: Int)? {
    guard let first = entries.first, let last = entries.popLast() else { return nil }
    let result = (Int(first.value), Int(first.rank >> ties.bits))
    guard !entries.isEmpty else { return result }
    var parent = 0
    while true {
      var child = 2 * parent + 1
      guard child < entries.count else { break }
      if child + 1 < entries.count, entries[child + 1].rank < entries[child].rank { child += 1 }
      guard entries[child].rank < last.rank else { break }
      entries[parent] = entries[child]
      parent = child
    }
    entries[parent] = last
    return result
  }
}
