/// A priority queue: the smallest key first, and of equal keys the latest.
struct Heap: Sendable {
  private var entries: [Entry] = []
  private var counter: UInt32 = 0

  private struct Entry {
    let key: Int
    let order: UInt32
    let value: Int32

    func precedes(_ other: Entry) -> Bool {
      key != other.key ? key < other.key : order > other.order
    }
  }

  mutating func removeAll() {
    entries.removeAll(keepingCapacity: true)
    counter = 0
  }

  mutating func insert(_ value: Int, key: Int) {
    let entry = Entry(key: key, order: counter, value: Int32(value))
    counter += 1
    entries.append(entry)
    var child = entries.count - 1
    while child > 0 {
      let parent = (child - 1) / 2
      guard entry.precedes(entries[parent]) else { break }
      entries[child] = entries[parent]
      child = parent
    }
    entries[child] = entry
  }

  mutating func popFirst() -> (value: Int, key: Int)? {
    guard let first = entries.first, let last = entries.popLast() else { return nil }
    guard !entries.isEmpty else { return (Int(first.value), first.key) }
    var parent = 0
    while true {
      var child = 2 * parent + 1
      guard child < entries.count else { break }
      if child + 1 < entries.count, entries[child + 1].precedes(entries[child]) { child += 1 }
      guard entries[child].precedes(last) else { break }
      entries[parent] = entries[child]
      parent = child
    }
    entries[parent] = last
    return (Int(first.value), first.key)
  }
}
