/// Least squares under constraints of the form *left + gap ≤ right*.
///
/// Variables stick together in blocks along active constraints; a block moves as a whole to its
/// weighted mean. Blocks merge where a constraint is violated and split where one pulls.
///
/// > Source: Dwyer, Marriott, Stuckey, Fast Node Overlap Removal, 2006, sections 3 and 4.
struct QuadraticProgram: Sendable {
  private struct Constraint {
    let left: Int
    let right: Int
    let gap: Double
    var isActive = false
    var multiplier = 0.0
  }

  private var ideals: [Double]
  private var weights: [Double]
  private var constraints: [Constraint] = []
  private var incident: [[Int]]
  private var blocks: [Int]
  private var members: [[Int]]
  /// The blocks without members.
  private var free: [Int] = []
  private var positions: [Double]
  /// What pulls at each variable while multipliers are summed up, else 0.
  private var forces: [Double]
  /// The constraints that may be violated: those whose variables have moved since the last look.
  private var doubtful: [Int]
  private var isDoubtful: [Bool]
  /// How many of the variables are asked for; behind them come those that hold the limits.
  private let count: Int

  /// A limit becomes a constraint against a heavy variable of its own that stands at 0.
  init(_ items: [Separation.Item], _ gaps: [Separation.Gap]) {
    count = items.count
    ideals = items.map { Double($0.ideal) }
    weights = items.map(\.weight)
    for gap in gaps {
      constraints.append(Constraint(left: gap.first, right: gap.second, gap: Double(gap.gap)))
    }
    for (index, item) in items.enumerated() {
      if let lower = item.lower {
        constraints.append(Constraint(left: ideals.count, right: index, gap: Double(lower.soft)))
        ideals.append(0)
      }
      if let upper = item.upper {
        constraints.append(Constraint(left: index, right: ideals.count, gap: -Double(upper.soft)))
        ideals.append(0)
      }
    }
    weights += Array(repeating: 1e7, count: ideals.count - count)
    incident = Array(repeating: [], count: ideals.count)
    for (index, constraint) in constraints.enumerated() {
      incident[constraint.left].append(index)
      incident[constraint.right].append(index)
    }
    blocks = Array(ideals.indices)
    members = ideals.indices.map { [$0] }
    positions = ideals
    forces = ideals.map { _ in 0 }
    doubtful = Array(constraints.indices)
    isDoubtful = Array(repeating: true, count: constraints.count)
  }

  /// The positions of the variables.
  mutating func solve() -> [Double] {
    for _ in 0..<(2 * constraints.count + 8) {
      satisfy()
      guard splitBlocks() else { break }
    }
    satisfy()
    return Array(positions.prefix(count))
  }

  private mutating func satisfy() {
    for _ in 0..<(4 * constraints.count + 8) {
      guard let worst = mostViolated() else { return }
      let (left, right) = (constraints[worst].left, constraints[worst].right)
      if blocks[left] == blocks[right] {
        guard let weakest = weakestConstraint(from: left, to: right) else { return }
        split(at: weakest)
      }
      if slack(worst) < -1e-9 { merge(along: worst) }
    }
  }

  private func slack(_ index: Int) -> Double {
    let constraint = constraints[index]
    return positions[constraint.right] - constraint.gap - positions[constraint.left]
  }

  /// The constraint with the least slack, the first of those, if it is violated.
  private mutating func mostViolated() -> Int? {
    var worst: Int?
    var least = -1e-6
    var kept = 0
    for index in doubtful {
      let slack = constraints[index].isActive ? 0 : slack(index)
      guard slack < -1e-6 else {
        isDoubtful[index] = false
        continue
      }
      doubtful[kept] = index
      kept += 1
      if slack < least || (slack == least && index < worst ?? index) {
        (worst, least) = (index, slack)
      }
    }
    doubtful.removeSubrange(kept...)
    return worst
  }

  private mutating func merge(along index: Int) {
    let constraint = constraints[index]
    let (left, right) = (blocks[constraint.left], blocks[constraint.right])
    constraints[index].isActive = true
    let (kept, gone) = members[left].count >= members[right].count ? (left, right) : (right, left)
    let shift = gone == right ? -slack(index) : slack(index)
    for member in members[gone] {
      positions[member] += shift
      blocks[member] = kept
    }
    members[kept] += members[gone]
    members[gone] = []
    free.append(gone)
    settle(kept)
  }

  /// Moves a block to where the sum of its weighted squared distances is least.
  private mutating func settle(_ block: Int) {
    var (sum, weight) = (0.0, 0.0)
    for member in members[block] {
      sum += weights[member] * (ideals[member] - positions[member])
      weight += weights[member]
    }
    let shift = sum / weight
    for member in members[block] {
      positions[member] += shift
      for index in incident[member] where !isDoubtful[index] {
        isDoubtful[index] = true
        doubtful.append(index)
      }
    }
  }

  /// Splits every block that would get better in two parts; false if there is none.
  private mutating func splitBlocks() -> Bool {
    var isChanged = false
    for block in members.indices where members[block].count > 1 {
      computeMultipliers(of: block)
      var weakest: Int?
      var least = -1e-7
      for member in members[block] {
        for index in incident[member]
        where constraints[index].isActive && constraints[index].left == member
          && constraints[index].multiplier < least
        {
          (weakest, least) = (index, constraints[index].multiplier)
        }
      }
      guard let weakest else { continue }
      split(at: weakest)
      isChanged = true
    }
    return isChanged
  }

  private mutating func split(at index: Int) {
    constraints[index].isActive = false
    let right = constraints[index].right
    let old = blocks[right]
    let part = tree(from: right).map(\.variable)
    guard let new = free.popLast() else { return }
    for member in part { blocks[member] = new }
    members[new] = part
    members[old] = members[old].filter { blocks[$0] == old }
    settle(old)
    settle(new)
  }

  /// The variables that hang on `root` by active constraints, parents first, each with the
  /// constraint to its parent.
  private func tree(from root: Int) -> [(variable: Int, constraint: Int?)] {
    var result: [(variable: Int, constraint: Int?)] = [(root, nil)]
    var next = 0
    while next < result.count {
      let (variable, parent) = result[next]
      for index in incident[variable] where constraints[index].isActive && index != parent {
        let constraint = constraints[index]
        result.append(
          (constraint.left == variable ? constraint.right : constraint.left, index))
      }
      next += 1
    }
    return result
  }

  private mutating func computeMultipliers(of block: Int) {
    guard let root = members[block].first else { return }
    for (variable, index) in tree(from: root).reversed() {
      let force =
        forces[variable] + weights[variable] * (positions[variable] - ideals[variable])
      forces[variable] = 0
      guard let index else { continue }
      let constraint = constraints[index]
      constraints[index].multiplier = constraint.right == variable ? force : -force
      forces[constraint.right == variable ? constraint.left : constraint.right] += force
    }
  }

  /// The active constraint between two variables of one block that pulls the least together and
  /// can be opened to let them part; nil if every step leads the wrong way.
  private mutating func weakestConstraint(from left: Int, to right: Int) -> Int? {
    computeMultipliers(of: blocks[left])
    var parents: [Int: Int] = [:]
    for (variable, index) in tree(from: left) {
      if let index { parents[variable] = index }
    }
    var weakest: Int?
    var variable = right
    while variable != left, let index = parents[variable] {
      let constraint = constraints[index]
      if constraint.right == variable,
        weakest.map({ constraint.multiplier < constraints[$0].multiplier }) ?? true
      {
        weakest = index
      }
      variable = constraint.right == variable ? constraint.left : constraint.right
    }
    return weakest
  }
}
