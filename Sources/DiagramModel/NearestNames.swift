/// The known names most like a mistyped one, nearest first, at most three.
///
/// Near is what differs in a third of its letters at most, or contains `name`.
///
/// - Complexity: O(*names* · *length*²).
package func nearest(to name: String, among names: [String]) -> [String] {
  let wanted = Array(name.lowercased())
  var seen: Set<String> = []
  let ranked = names.filter { seen.insert($0).inserted }.enumerated().compactMap {
    index, candidate -> (distance: Int, index: Int, name: String)? in
    let letters = Array(candidate.lowercased())
    let distance = editDistance(wanted, letters)
    let isNear = distance <= max(1, max(wanted.count, letters.count) / 3)
    guard isNear || wanted.count > 2 && candidate.lowercased().contains(name.lowercased()) else {
      return nil
    }
    return (distance, index, candidate)
  }
  return ranked.sorted { ($0.distance, $0.index) < ($1.distance, $1.index) }.prefix(3).map(\.name)
}

/// How many letters must be added, removed, replaced or swapped with their neighbour to turn one
/// word into the other.
///
/// > Source: optimal string alignment; Damerau 1964.
package func editDistance(_ first: [Character], _ second: [Character]) -> Int {
  var beforeLast = [Int](repeating: 0, count: second.count + 1)
  var last = Array(0...second.count)
  for row in first.indices {
    var current = [row + 1] + [Int](repeating: 0, count: second.count)
    for column in second.indices {
      let replaced = last[column] + (first[row] == second[column] ? 0 : 1)
      current[column + 1] = min(replaced, last[column + 1] + 1, current[column] + 1)
      if row > 0, column > 0, first[row] == second[column - 1], first[row - 1] == second[column] {
        current[column + 1] = min(current[column + 1], beforeLast[column - 1] + 1)
      }
    }
    (beforeLast, last) = (last, current)
  }
  return last[second.count]
}
