/// A priority queue: the smallest key first, and of equal keys the latest.
package struct Heap: Sendable {
  private var entries: [Entry] = []
  private var counter: UInt32 = 0

  package init() {}

  private struct Entry {
    /// The key above the complement of the time, so that one comparison tells the order.
    let rank: UInt64
    let value: Int32
  }

  package mutating func removeAll() {
    entries.removeAll(keepingCapacity: true)
    counter = 0
  }

  /// Keys that do not fit 32 bits are as the largest that does.
  ///
  /// - Precondition: `key` is not negative, and `value` fits 32 bits.
  package mutating func insert(_ value: Int, key: Int) {
    let entry = Entry(
      rank: UInt64(UInt32(clamping: key)) << 32 | UInt64(~counter), value: Int32(value))
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
    let result = (Int(first.value), Int(first.rank >> 32))
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
