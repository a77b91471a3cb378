/// The columns of boxes in lanes: in the order of their lane, each as near as can be to the columns of
/// the boxes of other lanes that edges join it to.
struct LaneColumns {
  /// A box, by its lane and its place in it.
  struct Cell: Hashable {
    let lane: Int
    let index: Int
  }

  /// The columns of the boxes of each lane, ascending.
  private(set) var columns: [[Int]]
  private let joined: [Cell: [Cell]]

  /// The longest lane takes all columns; then come the others, those close to it first.
  ///
  /// - Parameters:
  ///   - counts: how many boxes each lane has.
  ///   - edges: the pairs of boxes that are joined; pairs of one lane do not count.
  /// - Complexity: O(*lanes* × *columns* × *boxes of a lane* + *edges* × *columns*).
  init(counts: [Int], edges: [(Cell, Cell)]) {
    columns = counts.map { Array(0..<$0) }
    var joined: [Cell: [Cell]] = [:]
    for (one, other) in edges where one.lane != other.lane {
      joined[one, default: []].append(other)
      joined[other, default: []].append(one)
    }
    self.joined = joined
    let count = counts.max() ?? 0
    guard let longest = counts.firstIndex(of: count) else { return }
    var placed: Set = [longest]
    let others = counts.indices.sorted { (abs($0 - longest), $0) < (abs($1 - longest), $1) }
    for lane in others.dropFirst() {
      columns[lane] = best(of: lane, among: count, placed)
      placed.insert(lane)
    }
  }

  /// The ascending columns of least cost; of equal ones those further left.
  private func best(of lane: Int, among count: Int, _ placed: Set<Int>) -> [Int] {
    let boxes = columns[lane].count
    // For so many boxes in so many columns, the least cost; nil if they have no room.
    var least = Array(repeating: [Int?](repeating: nil, count: count + 1), count: boxes + 1)
    for used in 0...count {
      least[0][used] = 0
      for box in 0..<boxes where used > 0 {
        let beside = least[box][used - 1].map { $0 + cost(of: box, lane, at: used - 1, placed) }
        least[box + 1][used] = [least[box + 1][used - 1], beside].compactMap(\.self).min()
      }
    }
    var (found, used) = ([Int](), count)
    for box in (0..<boxes).reversed() {
      while used > 0, least[box + 1][used - 1] == least[box + 1][used] { used -= 1 }
      used -= 1
      found.append(used)
    }
    return found.reversed()
  }

  private func cost(of index: Int, _ lane: Int, at column: Int, _ placed: Set<Int>) -> Int {
    (joined[Cell(lane: lane, index: index)] ?? []).reduce(0) { sum, other in
      placed.contains(other.lane) ? sum + abs(column - columns[other.lane][other.index]) : sum
    }
  }
}
