import DiagramAlgorithms
import DiagramGraph
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
  /// How far it is from the middle of the side.
  let offset: Int

  var point: Point { Point(start, place, along: side.axis) }

  /// The direction in which a way leaves here.
  var heading: Direction { isInward ? side.outward.opposite : side.outward }
}

/// The ways into a node: from outside, or from its own inside.
struct Approach: Hashable, Sendable {
  let node: Int
  let isInward: Bool
}

/// The places where ends of edges without a straight way may lie.
struct Ports: Sendable {
  /// All of them, grouped by approach and then by side, without repetition.
  private(set) var all: [Port] = []
  private var approaches: [Approach] = []
  private var ranges: [Approach: Range<Int>] = [:]

  init(
    _ graph: LayoutGraph, edges: [Int], _ obstacles: Obstacles, _ spacing: RoutingSpacing
  ) {
    var besides: [SideOfNode: [Int]] = [:]
    for edge in edges.map({ graph.edges[$0] }) {
      for (node, other) in [(edge.source, edge.target), (edge.target, edge.source)] {
        let approach = Approach(node: node, isInward: obstacles.isAncestor(node, of: other))
        if ranges[approach] == nil {
          approaches.append(approach)
          ranges[approach] = 0..<0
        }
        for side in Side.allCases {
          let range = obstacles.cores[node][side.axis.cross]
          var places = Self.places(
            on: range, beside: obstacles.frames[other][side.axis.cross], spacing)
          obstacles.forEachTitle(along: side.axis, in: range, for: edge.pictures) { title in
            places += Self.places(on: range, beside: title[side.axis.cross], spacing)
          }
          besides[SideOfNode(node: node, side: side), default: []] += places
        }
      }
    }
    for approach in approaches {
      add(approach, obstacles) { side in
        var places = Self.places(on: side, of: approach, obstacles, spacing)
        for place in besides[SideOfNode(node: approach.node, side: side)] ?? []
        where !places.contains(place) {
          places.append(place)
        }
        return places
      }
    }
  }

  /// Where a way around the other end with a single bend would meet a side whose middle is too
  /// close to that end, or one past a title:
  ///
  ///     ┌───────┐
  ///     │ other ├──┐
  ///     └───────┘  ▼
  ///        ┌─────────┐
  private static func places(on side: Span, beside other: Span, _ spacing: RoutingSpacing) -> [Int]
  {
    let hidden = other.widened(by: spacing.end)
    guard hidden.low < side.middle, side.middle < hidden.high else { return [] }
    return [hidden.low, hidden.high].filter { spacing.ports(on: side).contains($0) }
  }

  /// These ports, and one more wherever a track runs into a side.
  func extended(by tracks: Tracks, _ obstacles: Obstacles, _ spacing: RoutingSpacing) -> Ports {
    var extended = self
    extended.all = []
    for approach in approaches {
      let own = all[ranges[approach] ?? 0..<0]
      extended.add(approach, obstacles) { side in
        let middles = own.filter { $0.side == side }.map(\.place)
        let range = spacing.ports(on: obstacles.cores[approach.node][side.axis.cross])
        let start = obstacles.frames[approach.node].place(of: side)
        let isForward = side.isForward != approach.isInward
        let others = tracks.places(along: side.axis, in: range, from: start, isForward: isForward)
        return middles + others.filter { !middles.contains($0) }
      }
    }
    return extended
  }

  private mutating func add(
    _ approach: Approach, _ obstacles: Obstacles, _ places: (Side) -> [Int]
  ) {
    let first = all.count
    let frame = obstacles.frames[approach.node]
    for side in Side.allCases {
      let middle = frame[side.axis.cross].middle
      all += places(side).map {
        Port(
          node: approach.node, side: side, isInward: approach.isInward, place: $0,
          start: frame.place(of: side), offset: abs($0 - middle))
      }
    }
    ranges[approach] = first..<all.count
  }

  /// The indices of the ports of `node` that suit an edge to `other`.
  func candidates(_ node: Int, other: Int, side: Side?, _ obstacles: Obstacles) -> [Int] {
    let approach = Approach(node: node, isInward: obstacles.isAncestor(node, of: other))
    let range = ranges[approach] ?? 0..<0
    guard let side else { return Array(range) }
    let bound = range.filter { all[$0].side == side }
    return bound.isEmpty ? Array(range) : bound
  }

  /// The middle of a side, or of what touching boxes leave free of it; two more on long sides.
  private static func places(
    on side: Side, of approach: Approach, _ obstacles: Obstacles, _ spacing: RoutingSpacing
  ) -> [Int] {
    let node = approach.node
    let axis = side.axis
    let range = obstacles.cores[node][axis.cross]
    let start = obstacles.frames[node].place(of: side)
    let reach = spacing.leastSeparation
    let isForward = side.isForward != approach.isInward
    let front = isForward ? Span(start, start + reach) : Span(start - reach, start)
    var holes: [Span] = []
    obstacles.forEachSolid(in: Rect(front, range, along: axis), for: .all) { other in
      guard other != node, !obstacles.areApart(node, other),
        obstacles.frames[other][axis].overlaps(front)
      else { return }
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
