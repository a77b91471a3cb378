/// Lists of values by a whole number, in one array.
package struct Buckets<Value> {
  @usableFromInline var starts: [Int]
  package var values: [Value] = []

  /// - Parameters:
  ///   - count: how many lists there are.
  ///   - entries: the values with their lists; the order within a list stays.
  @inlinable package init(count: Int, _ entries: some Collection<(Int, Value)>) {
    starts = [Int](repeating: 0, count: count + 1)
    for entry in entries { starts[entry.0 + 1] += 1 }
    for bucket in 0..<count { starts[bucket + 1] += starts[bucket] }
    guard let first = entries.first else { return }
    values = [Value](repeating: first.1, count: entries.count)
    var next = starts
    for entry in entries {
      values[next[entry.0]] = entry.1
      next[entry.0] += 1
    }
  }

  /// One list a bucket.
  @inlinable package init(lists: some Collection<[Value]>) {
    starts = [0]
    for list in lists {
      values += list
      starts.append(values.count)
    }
  }

  @inlinable package subscript(bucket: Int) -> ArraySlice<Value> { values[range(of: bucket)] }

  /// Where a list stands in ``values``.
  @inlinable package func range(of bucket: Int) -> Range<Int> {
    starts[bucket]..<starts[bucket + 1]
  }
}

extension Buckets<Int> {
  /// Numbers in lists: `values[i]` in that of `keys[i]`; the order within a list stays.
  package init(count: Int, keys: [Int], values numbers: [Int]) {
    starts = [Int](repeating: 0, count: count + 1)
    for key in keys { starts[key + 1] += 1 }
    for bucket in 0..<count { starts[bucket + 1] += starts[bucket] }
    var sorted = numbers
    var next = starts
    for (index, key) in keys.enumerated() {
      sorted[next[key]] = numbers[index]
      next[key] += 1
    }
    values = sorted
  }
}

extension [Int] {
  /// Sorts a range of the array, which is short as a rule.
  ///
  /// - Complexity: O(*n*²) up to a few numbers, then O(*n* log *n*).
  package mutating func sortShort(_ range: Range<Int>) {
    guard range.count > 1 else { return }
    guard range.count <= 16 else { return self[range].sort() }
    for index in range.dropFirst() {
      let number = self[index]
      var hole = index
      while hole > range.lowerBound, self[hole - 1] > number {
        self[hole] = self[hole - 1]
        hole -= 1
      }
      self[hole] = number
    }
  }
}
