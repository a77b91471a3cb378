import DiagramGraph
import DiagramModel

extension ChildGraph {
  /// The children as trees: each behind the one that its first edge comes from, parents in front of
  /// the middle of their children, levels in line.
  ///
  /// Edges that would give a box a second parent or close a circle shape nothing; a box that no
  /// edge reaches begins a tree of its own, beside the others.
  ///
  /// - Parameters:
  ///   - direction: where the trees grow.
  ///   - apart: how much farther apart those are that have different parents.
  /// - Returns: one rectangle a child.
  func tree(_ direction: Direction, apart: Int = 0) -> [Rect] {
    let (along, across) = (direction.axis, direction.axis.cross)
    let forest = Forest(graph)
    let tidy = TidyTree(
      forest, extents: sizes.map { $0[across] }, gap: gap[across], apart: apart)
    let depths = forest.depths
    var levels = [Int](repeating: 0, count: (depths.max() ?? 0) + 1)
    for (node, depth) in depths.enumerated() {
      levels[depth] = max(levels[depth], sizes[node][along])
    }
    let apartAlong = max(gap[along], leastLevelGap)
    var starts = [0]
    for level in levels { starts.append(starts[starts.count - 1] + level + apartAlong) }
    return graph.nodes.indices.map { node in
      var origin = Point(x: 0, y: 0)
      origin[across] = tidy.middles[node] - sizes[node][across] / 2
      let start = starts[depths[node]]
      origin[along] = direction.isForward ? start : -start - sizes[node][along]
      return Rect(origin: origin, size: sizes[node])
    }
  }
}

/// Between levels: a line out of a box, the one along its children and the heads before them need it.
private let leastLevelGap = 40

/// Trees that the edges of a graph span.
struct Forest {
  /// The node that each hangs on; nil for roots.
  let parents: [Int?]
  /// In the order of the nodes.
  let children: [[Int]]
  let roots: [Int]

  /// Takes edge after edge, as long as no node gets a second parent and no circle is closed.
  init(_ graph: LayoutGraph) {
    let branches = Branches(graph.edges.map { ($0.source, $0.target) })
    let parents = graph.nodes.indices.map { branches.parents[$0] }
    var children = [[Int]](repeating: [], count: graph.nodes.count)
    for (node, parent) in parents.enumerated() {
      if let parent { children[parent].append(node) }
    }
    self.parents = parents
    self.children = children
    roots = parents.indices.filter { parents[$0] == nil }
  }

  /// How many nodes are around each on the way to its root.
  var depths: [Int] {
    var depths = [Int](repeating: 0, count: parents.count)
    var open = roots
    while let node = open.popLast() {
      for child in children[node] {
        depths[child] = depths[node] + 1
        open.append(child)
      }
    }
    return depths
  }
}

/// The middles of the nodes of trees across their direction: as near to each other as their extents
/// allow, small trees between large ones spread evenly.
///
/// - Complexity: O(*nodes*).
///
/// > Source: Buchheim, Jünger, Leipert, *Improving Walker's algorithm to run in linear time*, 2002;
/// > in whole steps, with extents of boxes.
struct TidyTree {
  /// One a node, in units, on half the grid.
  private(set) var middles: [Int]

  private let extents: [Int]
  private let gap: Int
  /// What is added to it between those that have different parents.
  private let apart: Int
  /// Those of the forest, and behind them a root around all.
  private let children: [[Int]]
  private var numbers: [Int]
  private var parents: [Int]
  private var modifiers: [Int]
  private var changes: [Int]
  private var shifts: [Int]
  private var threads: [Int?]
  private var ancestors: [Int]

  private static let step = grid / 2

  init(_ forest: Forest, extents: [Int], gap: Int, apart: Int) {
    let count = forest.parents.count
    self.extents = extents + [0]
    self.gap = gap
    self.apart = apart
    children = forest.children + [forest.roots]
    numbers = [Int](repeating: 0, count: count + 1)
    parents = forest.parents.map { $0 ?? count } + [count]
    middles = numbers
    modifiers = numbers
    changes = numbers
    shifts = numbers
    threads = [Int?](repeating: nil, count: count + 1)
    ancestors = Array(0...count)
    for siblings in children {
      for (number, node) in siblings.enumerated() { numbers[node] = number }
    }
    firstWalk(count)
    secondWalk(count)
    middles.removeLast()
  }

  private func separation(_ left: Int, _ right: Int) -> Int {
    let isFamily = parents[left] == parents[right]
    let least = (extents[left] + extents[right] + 1) / 2 + gap + (isFamily ? 0 : apart)
    return -Self.onStep(-least)
  }

  private mutating func firstWalk(_ node: Int) {
    let left = numbers[node] > 0 ? children[parents[node]][numbers[node] - 1] : nil
    let place = left.map { middles[$0] + separation($0, node) } ?? 0
    guard let first = children[node].first, let last = children[node].last else {
      middles[node] = place
      return
    }
    var ancestor = first
    for child in children[node] {
      firstWalk(child)
      apportion(child, &ancestor)
    }
    executeShifts(of: node)
    let middle = Self.onStep((middles[first] + middles[last]) / 2)
    middles[node] = left == nil ? middle : place
    modifiers[node] = middles[node] - middle
  }

  private static func onStep(_ value: Int) -> Int {
    (value - (value % step + step) % step)
  }

  private func nextLeft(_ node: Int) -> Int? { children[node].first ?? threads[node] }
  private func nextRight(_ node: Int) -> Int? { children[node].last ?? threads[node] }

  /// Moves a tree away from all trees of the siblings on its left.
  private mutating func apportion(_ node: Int, _ defaultAncestor: inout Int) {
    guard numbers[node] > 0 else { return }
    let siblings = children[parents[node]]
    var (innerRight, outerRight) = (node, node)
    var (innerLeft, outerLeft) = (siblings[numbers[node] - 1], siblings[0])
    var sums = (
      innerRight: modifiers[innerRight], outerRight: modifiers[outerRight],
      innerLeft: modifiers[innerLeft], outerLeft: modifiers[outerLeft]
    )
    while let left = nextRight(innerLeft), let right = nextLeft(innerRight) {
      guard let leftmost = nextLeft(outerLeft), let rightmost = nextRight(outerRight) else {
        preconditionFailure("the outer contour of a tree ends before the inner one")
      }
      (innerLeft, innerRight, outerLeft, outerRight) = (left, right, leftmost, rightmost)
      ancestors[outerRight] = node
      let shift =
        middles[innerLeft] + sums.innerLeft - middles[innerRight] - sums.innerRight
        + separation(innerLeft, innerRight)
      if shift > 0 {
        let isSibling = parents[ancestors[innerLeft]] == parents[node]
        move(node, behind: isSibling ? ancestors[innerLeft] : defaultAncestor, by: shift)
        sums.innerRight += shift
        sums.outerRight += shift
      }
      sums.innerLeft += modifiers[innerLeft]
      sums.innerRight += modifiers[innerRight]
      sums.outerLeft += modifiers[outerLeft]
      sums.outerRight += modifiers[outerRight]
    }
    if let next = nextRight(innerLeft), nextRight(outerRight) == nil {
      threads[outerRight] = next
      modifiers[outerRight] += sums.innerLeft - sums.outerRight
    }
    if let next = nextLeft(innerRight), nextLeft(outerLeft) == nil {
      threads[outerLeft] = next
      modifiers[outerLeft] += sums.innerRight - sums.outerLeft
      defaultAncestor = node
    }
  }

  /// Moves a tree to the right, and the trees between it and another in equal steps; what is left
  /// over of the steps goes before the first of them.
  private mutating func move(_ node: Int, behind other: Int, by shift: Int) {
    let count = numbers[node] - numbers[other]
    let share = Self.onStep(shift / count)
    changes[node] -= share
    shifts[node] += shift
    changes[other] += share
    shifts[children[parents[node]][numbers[other] + 1]] -= shift - count * share
    middles[node] += shift
    modifiers[node] += shift
  }

  private mutating func executeShifts(of node: Int) {
    var (shift, change) = (0, 0)
    for child in children[node].reversed() {
      middles[child] += shift
      modifiers[child] += shift
      change += changes[child]
      shift += shifts[child] + change
    }
  }

  private mutating func secondWalk(_ root: Int) {
    var open = [(node: root, sum: 0)]
    while let (node, sum) = open.popLast() {
      middles[node] += sum
      for child in children[node] { open.append((child, sum + modifiers[node])) }
    }
  }
}
