/// Difference constraints that grow while a solution is kept.
///
/// > Source: Cotton, Maler 2006 (fast and flexible difference constraint propagation).
package struct DifferenceRelaxation {
  /// Asks that the head lies at least `minimum` after the tail.
  package struct Arc: Hashable {
    package var tail: Int
    package var head: Int
    /// May be negative.
    package var minimum: Int

    package init(tail: Int, head: Int, minimum: Int) {
      self.tail = tail
      self.head = head
      self.minimum = minimum
    }
  }

  /// A solution of all constraints so far.
  private(set) var values: [Int]
  /// All constraints so far.
  package private(set) var arcs: [Arc] = []
  /// The constraints by their tail.
  private var followers: [[(head: Int, minimum: Int)]]
  /// How much each variable must rise, and whether it has, as of the propagation with the number
  /// beside it.
  private var rises: [Int]
  private var riseMarks: [Int]
  private var doneMarks: [Int]
  private var mark = 0
  private var queue = Heap()

  /// - Parameter values: where the variables are before there are constraints.
  package init(values: [Int]) {
    self.values = values
    followers = [[(head: Int, minimum: Int)]](repeating: [], count: values.count)
    rises = [Int](repeating: 0, count: values.count)
    riseMarks = rises
    doneMarks = rises
  }

  /// Adds constraints, unless they contradict those before; then nothing changes.
  ///
  /// - Returns: whether the constraints could be added.
  /// - Complexity: O(*risen variables and their arcs* · log).
  @discardableResult
  package mutating func add(_ added: [Arc]) -> Bool {
    var trail: [(variable: Int, value: Int)] = []
    for (index, arc) in added.enumerated() {
      followers[arc.tail].append((arc.head, arc.minimum))
      if raise(along: arc, trail: &trail) { continue }
      for (variable, value) in trail.reversed() { values[variable] = value }
      for arc in added[...index] { followers[arc.tail].removeLast() }
      return false
    }
    arcs += added
    return true
  }

  /// Raises the head of a new arc, and what follows from it; false if that raises its tail.
  private mutating func raise(along arc: Arc, trail: inout [(variable: Int, value: Int)]) -> Bool {
    let missing = values[arc.tail] + arc.minimum - values[arc.head]
    guard missing > 0 else { return true }
    if arc.tail == arc.head { return false }
    mark += 1
    queue.removeAll()
    wait(for: arc.head, rise: missing)
    while let (variable, _) = queue.popFirst() {
      guard doneMarks[variable] != mark else { continue }
      doneMarks[variable] = mark
      trail.append((variable, values[variable]))
      values[variable] += rises[variable]
      for (head, minimum) in followers[variable] where doneMarks[head] != mark {
        let missing = values[variable] + minimum - values[head]
        if missing > (riseMarks[head] == mark ? rises[head] : 0) {
          // The tail would have to rise in its turn.
          if head == arc.tail { return false }
          wait(for: head, rise: missing)
        }
      }
    }
    return true
  }

  private mutating func wait(for variable: Int, rise: Int) {
    rises[variable] = rise
    riseMarks[variable] = mark
    // The largest rise comes first.
    queue.insert(variable, key: Int(Int32.max) - rise)
  }

  /// The least distance between two variables that all constraints allow; 0 if they are free.
  ///
  /// - Complexity: O(*variables* · *arcs*), about linear where most arcs follow the order of the
  ///   variables.
  package func leastDistance(from start: Int, to end: Int) -> Int {
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
      for (head, minimum) in followers[tail]
      where least[head].map({ $0 < place + minimum }) ?? true {
        least[head] = place + minimum
        if !isQueued[head] {
          isQueued[head] = true
          queue.append(head)
        }
      }
    }
    return least[end] ?? 0
  }
}
