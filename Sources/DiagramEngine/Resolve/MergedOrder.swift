/// Merges sequences into one that keeps the order of each.
///
/// Among all such orders it is the one that keeps close to the numbers themselves.
///
/// - Parameters:
///   - sequences: numbers below `count`, none twice in one sequence.
///   - count: how many numbers there are.
/// - Returns: the numbers in order; those that lie on a circle of contradictions, and those that
///   come after it, are missing.
/// - Complexity: O(*count*² + *steps*).
///
/// > Source: topological sorting, Kahn 1962.
func mergedOrder(of sequences: [[Int]], count: Int) -> [Int] {
  var successors: [[Int]] = Array(repeating: [], count: count)
  var waiting = Array(repeating: 0, count: count)
  for sequence in sequences {
    for (one, next) in zip(sequence, sequence.dropFirst()) where one != next {
      successors[one].append(next)
      waiting[next] += 1
    }
  }
  var ready = (0..<count).filter { waiting[$0] == 0 }
  var merged: [Int] = []
  while let next = ready.min() {
    ready.removeAll { $0 == next }
    merged.append(next)
    for successor in successors[next] {
      waiting[successor] -= 1
      if waiting[successor] == 0 { ready.append(successor) }
    }
  }
  return merged
}

/// Two numbers that two sequences order differently.
struct OrderConflict: Hashable {
  let before: Int
  let after: Int
  /// The sequence that has `before` first.
  let first: Int
  /// The sequence that has it the other way round.
  let second: Int
}

/// Finds what keeps sequences from being merged: the first step of a sequence that other steps
/// contradict.
///
/// - Returns: `nil` if they can be merged. Where no single sequence contradicts the step, but several
///   together do, `second` is the last of them.
func firstConflict(in sequences: [[Int]]) -> OrderConflict? {
  for (first, sequence) in sequences.enumerated() {
    for (before, after) in zip(sequence, sequence.dropFirst()) {
      if let second = sequences.lastIndex(where: { contradicts($0, before, after) }) {
        return OrderConflict(before: before, after: after, first: first, second: second)
      }
    }
  }
  for (first, sequence) in sequences.enumerated() {
    for (before, after) in zip(sequence, sequence.dropFirst()) {
      if let second = path(from: after, to: before, along: sequences) {
        return OrderConflict(before: before, after: after, first: first, second: second)
      }
    }
  }
  return nil
}

private func contradicts(_ sequence: [Int], _ before: Int, _ after: Int) -> Bool {
  guard let one = sequence.firstIndex(of: before), let other = sequence.firstIndex(of: after) else {
    return false
  }
  return other < one
}

/// The sequence of the last step on a way from one number to another, if there is a way.
private func path(from start: Int, to end: Int, along sequences: [[Int]]) -> Int? {
  var reached = [start]
  var next = 0
  while next < reached.count {
    let number = reached[next]
    next += 1
    for (index, sequence) in sequences.enumerated() {
      for (one, other) in zip(sequence, sequence.dropFirst()) where one == number {
        if other == end { return index }
        if !reached.contains(other) { reached.append(other) }
      }
    }
  }
  return nil
}
