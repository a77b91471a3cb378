/// On which sides the ways to states joined the entries of other edges, as far as one search knows.
struct Joins: Sendable {
  private var known: [Join] = []
  private var stamp: Int32 = 0
  /// What is asked for now, from the end of a shared piece back to where it begins.
  private var walked: [Int] = []

  private struct Join: Sendable {
    /// The search that found it.
    var stamp: Int32 = 0
    var isLeft: Bool?
  }

  /// Forgets everything, as ways have come or gone or states are reached in another way now.
  mutating func forget(entries: Int) {
    stamp += 1
    let missing = 4 * entries - known.count
    if missing > 0 { known += Array(repeating: Join(), count: missing) }
  }

  /// The side, or nil in it if both begin together; nil if it is not known.
  func known(_ entry: Int, _ state: Int) -> Bool?? {
    let join = known[entry << 2 | state & 3]
    return join.stamp == stamp ? .some(join.isLeft) : nil
  }

  /// Notes a state on the way to what is asked for.
  mutating func walk(_ entry: Int, _ state: Int) { walked.append(entry << 2 | state & 3) }

  /// Keeps what was found for all states on the way to it.
  mutating func keep(_ isLeft: Bool?) {
    for key in walked { known[key] = Join(stamp: stamp, isLeft: isLeft) }
    walked.removeAll(keepingCapacity: true)
  }
}
