/// Difference constraints that grow while a solution is kept.
///
/// > Source: Cotton, Maler 2006, §3 (fast propagation for difference logic).
struct DifferenceRelaxation {
  private struct Arc {
    let head: Int
    let minimum: Int
  }

  /// A solution of all constraints so far.
  private(set) var values: [Int]
  private var arcs: [[Arc]]

  /// - Parameter values: where the variables are before there are constraints.
  init(values: [Int]) {
    self.values = values
    arcs = [[Arc]](repeating: [], count: values.count)
  }

  /// Asks that each head lies at least `minimum` after its tail, unless that contradicts the
  /// constraints before; then nothing changes.
  ///
  /// - Returns: whether the constraints could be added.
  /// - Complexity: O(*moved variables* · log + their arcs).
  mutating func require(_ added: [(tail: Int, head: Int, minimum: Int)]) -> Bool {
    var trail: [(variable: Int, value: Int)] = []
    for (count, arc) in added.enumerated() {
      arcs[arc.tail].append(Arc(head: arc.head, minimum: arc.minimum))
      if raise(from: arc.tail, to: arc.head, by: arc.minimum, trail: &trail) { continue }
      for (variable, value) in trail.reversed() { values[variable] = value }
      for arc in added[...count] { arcs[arc.tail].removeLast() }
      return false
    }
    return true
  }

  /// Raises the head of a new arc, and what follows from it; false if that raises the tail.
  private mutating func raise(
    from tail: Int, to head: Int, by minimum: Int, trail: inout [(variable: Int, value: Int)]
  ) -> Bool {
    let missing = values[tail] + minimum - values[head]
    guard missing > 0 else { return true }
    if tail == head { return false }
    var rises = [head: missing]
    var isDone: Set<Int> = []
    var queue = Heap()
    queue.insert(head, key: -missing)
    while let next = queue.popFirst() {
      let variable = next.value
      guard !isDone.contains(variable), let rise = rises[variable] else { continue }
      if variable == tail { return false }
      isDone.insert(variable)
      trail.append((variable, values[variable]))
      values[variable] += rise
      for arc in arcs[variable] where !isDone.contains(arc.head) {
        let missing = values[variable] + arc.minimum - values[arc.head]
        guard missing > rises[arc.head] ?? 0 else { continue }
        rises[arc.head] = missing
        queue.insert(arc.head, key: -missing)
      }
    }
    return true
  }

  /// The least distance between two variables that all constraints allow.
  ///
  /// - Complexity: O(*variables* · *arcs*), nearly linear where the values already are in order.
  func leastDistance(from start: Int, to end: Int) -> Int {
    var least = [Int?](repeating: nil, count: values.count)
    least[start] = 0
    var queue = [start]
    var isQueued = [Bool](repeating: false, count: values.count)
    var next = 0
    while next < queue.count {
      let tail = queue[next]
      next += 1
      isQueued[tail] = false
      guard let place = least[tail] else { continue }
      for arc in arcs[tail] where least[arc.head].map({ $0 < place + arc.minimum }) ?? true {
        least[arc.head] = place + arc.minimum
        if !isQueued[arc.head] {
          isQueued[arc.head] = true
          queue.append(arc.head)
        }
      }
    }
    return least[end] ?? 0
  }
}
