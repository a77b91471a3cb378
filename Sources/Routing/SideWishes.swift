import DiagramAlgorithms
import DiagramGraph
import DiagramModel

/// The sides at which edges leave and arrive as one would draw them by hand, if nothing is in the
/// way.
///
/// Boxes that see each other, be it partly, are joined at the sides that face. A *fan*, the edges
/// between one box, its hub, and several of one layer around it, leaves the hub on one side and meets
/// all others on the opposite one:
///
///            ┌▶ a
///     hub ───┼▶ b
///            └▶ c
struct SideWishes: Sendable {
  /// Where both ends of an edge lie.
  struct Ends: Hashable, Sendable {
    let source: Side
    let target: Side
    /// How many edges the fan has of which it is one; 0 if it is of none.
    var fan = 0
  }

  private var ends: [Ends?]

  /// What is wished for an edge; nil if any sides will do.
  subscript(edge: Int) -> Ends? { ends[edge] }

  /// What is wished for where some ways are known already.
  ///
  /// - Complexity: O(*edges* log *edges*).
  init(_ graph: LayoutGraph, _ obstacles: Obstacles, _ trunks: Trunks, known: [Wire?]) {
    let free = graph.edges.indices.filter { index in
      let edge = graph.edges[index]
      return edge.routing != .straight && trunks[index] == nil && edge.sourceSide == nil
        && edge.targetSide == nil && !obstacles.areRelated(edge.source, edge.target)
    }
    ends = graph.edges.map { _ in nil }
    for fan in Self.fans(graph, free, obstacles) {
      let members = fan.members.filter { ends[$0] == nil }
      guard fan.isFan(members.map { graph.edges[$0] }, obstacles) else { continue }
      for member in members {
        ends[member] =
          graph.edges[member].source == fan.hub
          ? Ends(source: fan.side, target: fan.side.opposite, fan: members.count)
          : Ends(source: fan.side.opposite, target: fan.side, fan: members.count)
      }
    }
    let taken = Self.takenPoints(graph, obstacles, known)
    for edge in free where ends[edge] == nil {
      guard let facing = Self.facing(graph.edges[edge], obstacles) else { continue }
      let sides = [
        SideOfNode(node: graph.edges[edge].source, side: facing.source),
        SideOfNode(node: graph.edges[edge].target, side: facing.target),
      ]
      if sides.allSatisfy({ taken.count(at: $0, seenWith: edge) == 0 }) { ends[edge] = facing }
    }
  }

  /// The points of boxes where known ways end: the way back takes another one, where it can.
  private static func takenPoints(
    _ graph: LayoutGraph, _ obstacles: Obstacles, _ known: [Wire?]
  ) -> SideCrowds {
    var taken = SideCrowds(graph.edges)
    for wire in known.compactMap(\.self) {
      for side in wire.sides(of: graph.edges[wire.edge]) where obstacles.isPoint(side) {
        taken.add(wire.edge, of: side)
      }
    }
    return taken
  }

  /// The sides of two boxes that face each other.
  private static func facing(_ edge: LayoutEdge, _ obstacles: Obstacles) -> Ends? {
    let (source, target) = (obstacles.frames[edge.source], obstacles.frames[edge.target])
    for axis in Axis.allCases where source[axis.cross].overlaps(target[axis.cross]) {
      let isForward = source[axis].high <= target[axis].low
      guard isForward || target[axis].high <= source[axis].low else { continue }
      let side = Side(axis, isForward: isForward)
      let between = Span(
        between: source.place(of: side), and: target.place(of: side.opposite))
      let shared = source[axis.cross].intersection(target[axis.cross])
      guard obstacles.isFree(Rect(between, shared, along: axis), for: edge) else { return nil }
      return Ends(source: side, target: side.opposite)
    }
    return nil
  }
}

extension Obstacles {
  /// Whether no box lies in a rectangle but those that an edge ends at.
  fileprivate func isFree(_ rect: Rect, for edge: LayoutEdge) -> Bool {
    var isFree = true
    forEachSolid(in: rect, for: edge.pictures) { node in
      if node != edge.source, node != edge.target, frames[node].overlaps(rect) { isFree = false }
    }
    return isFree
  }
}

extension Rect {
  fileprivate func overlaps(_ other: Rect) -> Bool {
    Axis.allCases.allSatisfy { self[$0].overlaps(other[$0]) }
  }
}

extension SideWishes {
  /// Edges of one box to, or from, others of one layer beyond a side of it.
  private struct Fan {
    let hub: Int
    let side: Side
    let members: [Int]

    /// Whether some members are a fan: they lead to several boxes, and not all aside. Of two, one of
    /// which is straight, the other may take another side, so that both lie in the middle of theirs.
    func isFan(_ edges: [LayoutEdge], _ obstacles: Obstacles) -> Bool {
      let others = Set(edges.map { $0.source == hub ? $0.target : $0.source })
      let own = obstacles.frames[hub][side.axis.cross]
      let middles = others.map { obstacles.frames[$0][side.axis.cross].middle }
      guard let low = middles.min(), let high = middles.max(), low <= own.high, own.low <= high
      else { return false }
      return others.count > 2
        || others.count == 2
          && !middles.contains { abs($0 - own.middle) <= RoutingSpacing.almostStraight }
    }
  }

  /// All fans, large ones first.
  private static func fans(_ graph: LayoutGraph, _ free: [Int], _ obstacles: Obstacles) -> [Fan] {
    var spokes: [[Int]: [(edge: Int, other: Int)]] = [:]
    for edge in free {
      let (source, target) = (graph.edges[edge].source, graph.edges[edge].target)
      spokes[[source, 0], default: []].append((edge, target))
      spokes[[target, 1], default: []].append((edge, source))
    }
    var fans: [Fan] = []
    for hub in graph.nodes.indices where obstacles.isLeaf(hub) {
      for direction in 0..<2 {
        guard let spokes = spokes[[hub, direction]], spokes.count > 1 else { continue }
        for side in [Side.right, .bottom, .left, .top] {
          fans += layers(of: spokes, beyond: side, of: hub, obstacles).map { layer in
            let members = layer.filter { isSeen(graph.edges[$0], from: side, of: hub, obstacles) }
            return Fan(hub: hub, side: side, members: members)
          }
        }
      }
    }
    let order = fans.indices.sorted {
      (fans[$1].members.count, $0) < (fans[$0].members.count, $1)
    }
    return order.map { fans[$0] }
  }

  /// Whether nothing lies before the middle of the other end of an edge, up to the height of a side.
  private static func isSeen(
    _ edge: LayoutEdge, from side: Side, of hub: Int, _ obstacles: Obstacles
  ) -> Bool {
    let frame = obstacles.frames[edge.source == hub ? edge.target : edge.source]
    let between = Span(
      between: obstacles.frames[hub].place(of: side), and: frame.place(of: side.opposite))
    let middle = frame[side.axis.cross].middle
    return obstacles.isFree(
      Rect(between, Span(middle - 1, middle + 1), along: side.axis), for: edge)
  }

  /// The edges to boxes beyond a side, those of one layer together: all of these share a place along the
  /// axis of the side.
  private static func layers(
    of spokes: [(edge: Int, other: Int)], beyond side: Side, of hub: Int, _ obstacles: Obstacles
  ) -> [[Int]] {
    let (axis, start) = (side.axis, obstacles.frames[hub].place(of: side))
    let beyond = spokes.map { spoke in
      let span = obstacles.frames[spoke.other][axis]
      return (
        edge: spoke.edge,
        span: side.isForward
          ? Span(span.low - start, span.high - start)
          : Span(start - span.high, start - span.low)
      )
    }.filter { $0.span.low > 0 }.sorted { ($0.span.low, $0.edge) < ($1.span.low, $1.edge) }
    var layers: [[Int]] = []
    var common: Span?
    for (edge, span) in beyond {
      if let shared = common?.intersection(span), shared.length > 0 {
        layers[layers.count - 1].append(edge)
        common = shared
      } else {
        layers.append([edge])
        common = span
      }
    }
    return layers.filter { $0.count > 1 }
  }
}
