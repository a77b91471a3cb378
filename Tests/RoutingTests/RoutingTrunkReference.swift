import DiagramModel

@testable import Routing

extension RoutingSketch {
  /// The least length of lines along the axes that join a box with others, ten units away from all
  /// other boxes, on the grid of every line that could matter; each box is met in the middle of a
  /// side. Bends and branches cost nothing.
  ///
  /// Slow and obvious: the least tree for each set of boxes and each point (Dreyfus, Wagner 1971).
  func leastInk(joining root: Int, _ others: [Int]) -> Int? {
    let grid = InkGrid(frames: frames, ends: [root] + others)
    let full = (1 << others.count) - 1
    var least: [Int: [Int]] = [:]
    for set in 1...full {
      var costs = Array(repeating: InkGrid.infinity, count: grid.count)
      if let single = others.indices.first(where: { set == 1 << $0 }) {
        for port in grid.ports(of: others[single]) { costs[port] = 0 }
      }
      var part = (set - 1) & set
      while part > 0 {
        if let one = least[part], let other = least[set ^ part] {
          for point in costs.indices { costs[point] = min(costs[point], one[point] + other[point]) }
        }
        part = (part - 1) & set
      }
      least[set] = grid.spread(costs)
    }
    let ink = grid.ports(of: root).compactMap { least[full]?[$0] }.min() ?? InkGrid.infinity
    return ink < InkGrid.infinity ? ink : nil
  }
}

/// The points at which lines along the axes may turn, and the pieces between them that are free.
private struct InkGrid {
  static let infinity = 1_000_000

  let xs: [Int]
  let ys: [Int]
  let frames: [Rect]
  private var neighbors: [[(point: Int, length: Int)]] = []

  var count: Int { xs.count * ys.count }

  init(frames: [Rect], ends: [Int]) {
    self.frames = frames
    xs = Set(frames.flatMap { [$0.minX - 10, $0.minX, $0.midX, $0.maxX, $0.maxX + 10] }).sorted()
    ys = Set(frames.flatMap { [$0.minY - 10, $0.minY, $0.midY, $0.maxY, $0.maxY + 10] }).sorted()
    neighbors = Array(repeating: [], count: count)
    for x in xs.indices {
      for y in ys.indices {
        if x + 1 < xs.count { link(x, y, x + 1, y, ends) }
        if y + 1 < ys.count { link(x, y, x, y + 1, ends) }
      }
    }
  }

  private mutating func link(_ x: Int, _ y: Int, _ nextX: Int, _ nextY: Int, _ ends: [Int]) {
    let piece = Rect(minX: xs[x], minY: ys[y], maxX: xs[nextX], maxY: ys[nextY])
    let isBlocked = frames.indices.contains { node in
      // Into a box that is joined only in the middle of a side, and never along a side.
      guard ends.contains(node) else { return frames[node].insetBy(-9).touches(piece) }
      let isInto = piece.minX == frames[node].midX || piece.minY == frames[node].midY
      return frames[node].insetBy(isInto ? 1 : 0).touches(piece)
    }
    guard !isBlocked else { return }
    let (one, other) = (x * ys.count + y, nextX * ys.count + nextY)
    let length = piece.size.width + piece.size.height
    neighbors[one].append((other, length))
    neighbors[other].append((one, length))
  }

  func ports(of node: Int) -> [Int] {
    Side.allCases.map { side in
      let point = frames[node].midpoint(of: side)
      return (xs.firstIndex(of: point.x) ?? 0) * ys.count + (ys.firstIndex(of: point.y) ?? 0)
    }
  }

  /// The least cost of each point, if one may go on from any other at the cost of the length.
  func spread(_ costs: [Int]) -> [Int] {
    var costs = costs
    var open = costs.indices.filter { costs[$0] < Self.infinity }
    while !open.isEmpty {
      var next: Set<Int> = []
      for point in open {
        for (neighbor, length) in neighbors[point] where costs[point] + length < costs[neighbor] {
          costs[neighbor] = costs[point] + length
          next.insert(neighbor)
        }
      }
      open = next.sorted()
    }
    return costs
  }
}
