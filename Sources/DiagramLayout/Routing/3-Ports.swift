import DiagramModel

/// A place on the outline of a node where a searched way may begin or end.
struct Port: Hashable, Sendable {
  let node: Int
  let side: Side
  /// Whether the way goes on inside the node.
  let isInward: Bool
  /// Where it lies along the side.
  let place: Int
  /// Where the side lies on the axis of the way.
  let start: Int

  /// The direction in which a way leaves here.
  var heading: Side { isInward ? side.opposite : side }
}

/// The places where ends of edges without a straight way may lie.
struct Ports: Sendable {
  /// All of them, without repetition.
  private(set) var all: [Port] = []
  private var ranges: [Key: Range<Int>] = [:]

  private struct Key: Hashable {
    let node: Int
    let isInward: Bool
  }

  init(
    _ graph: LayoutGraph, edges: [Int], _ obstacles: Obstacles, _ spacing: RoutingSpacing
  ) {
    for edge in edges.map({ graph.edges[$0] }) {
      for (node, other) in [(edge.source, edge.target), (edge.target, edge.source)] {
        let key = Key(node: node, isInward: obstacles.isAncestor(node, of: other))
        guard ranges[key] == nil else { continue }
        let first = all.count
        for side in Side.allCases {
          all += Self.places(on: side, of: node, isInward: key.isInward, obstacles, spacing).map {
            Port(
              node: node, side: side, isInward: key.isInward, place: $0,
              start: obstacles.frames[node].place(of: side))
          }
        }
        ranges[key] = first..<all.count
      }
    }
  }

  /// The indices of the ports of `node` that suit an edge to `other`.
  func candidates(_ node: Int, other: Int, side: Side?, _ obstacles: Obstacles) -> [Int] {
    let key = Key(node: node, isInward: obstacles.isAncestor(node, of: other))
    let range = ranges[key] ?? 0..<0
    guard let side else { return Array(range) }
    let bound = range.filter { all[$0].side == side }
    return bound.isEmpty ? Array(range) : bound
  }

  /// The middle of a side, or of what touching boxes leave free of it; two more on long sides.
  private static func places(
    on side: Side, of node: Int, isInward: Bool, _ obstacles: Obstacles, _ spacing: RoutingSpacing
  ) -> [Int] {
    let axis = side.axis
    let range = obstacles.frames[node][axis.cross]
    let start = obstacles.frames[node].place(of: side)
    let reach = spacing.leastSeparation
    let isForward = side.isForward != isInward
    let front = isForward ? Span(start, start + reach) : Span(start - reach, start)
    var holes: [Span] = []
    obstacles.forEachSolid(along: axis, in: range) { other in
      guard other != node, obstacles.frames[other][axis].overlaps(front) else { return }
      holes.append(obstacles.frames[other][axis.cross].widened(by: 2))
    }
    let free = spacing.ports(on: range).subtracting(holes)
    let middle = range.middle
    guard
      let best = free.min(by: { abs($0.clamp(middle) - middle) < abs($1.clamp(middle) - middle) })
    else { return [] }
    guard best.contains(middle) else { return [best.middle] }
    guard range.length >= 12 * spacing.end else { return [middle] }
    let quarters = [range.low + range.length / 4, range.high - range.length / 4]
    return [middle] + quarters.filter { place in free.contains { $0.contains(place) } }
  }
}
