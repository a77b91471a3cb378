extension RandomAccessCollection {
  /// The first index whose element satisfies `predicate`, if all that do stand behind all that do
  /// not; otherwise the end.
  package func lowerBound(where predicate: (Element) -> Bool) -> Index {
    var (low, count) = (startIndex, count)
    while count > 0 {
      let half = count / 2
      let middle = index(low, offsetBy: half)
      if predicate(self[middle]) {
        count = half
      } else {
        low = index(after: middle)
        count -= half + 1
      }
    }
    return low
  }
}
