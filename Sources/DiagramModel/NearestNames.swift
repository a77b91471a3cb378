/// The known names most like a mistyped one: those of the least distance, at most three, in their
/// order, then those that hold it.
///
/// Near is what differs in a third of the mistyped letters at most, or in one of two.
///
/// - Complexity: O(*names* · *length*²).
package func nearest(to name: String, among names: [String]) -> [String] {
  let wanted = Array(name.lowercased())
  let limit = wanted.count == 2 ? 1 : wanted.count / 3
  let ranked = each(names).map { name in
    let letters = Array(name.lowercased())
    // What differs more in length than is near need not be compared.
    let isNear = abs(letters.count - wanted.count) <= limit
    return (name: name, distance: isNear ? editDistance(wanted, letters) : Int.max)
  }
  let least = ranked.map(\.distance).min() ?? 0
  let near = least <= limit ? ranked.filter { $0.distance == least } : []
  let holding = ranked.filter {
    wanted.count > 2 && $0.name.lowercased().contains(name.lowercased())
  }
  return Array(each((near + holding).map(\.name)).prefix(3))
}

/// A hint that names the nearest names, or nil where none is near.
package func suggestion(for name: String, among names: [String]) -> String? {
  let near = nearest(to: name, among: names)
  return near.isEmpty ? nil : "did you mean \(list(near.map(quoted), "or"))?"
}

/// Words as in a sentence: `a`, `a or b`, `a, b or c`.
package func list(_ words: [String], _ conjunction: String) -> String {
  guard let last = words.last, words.count > 1 else { return words.first ?? "" }
  return words.dropLast().joined(separator: ", ") + " \(conjunction) \(last)"
}

/// The values without repetition, each where it stood first.
package func each<Value: Hashable>(_ values: [Value]) -> [Value] {
  var seen: Set<Value> = []
  return values.filter { seen.insert($0).inserted }
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
