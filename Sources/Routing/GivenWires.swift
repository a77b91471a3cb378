import DiagramAlgorithms
import DiagramGraph
import DiagramModel

/// The wires of ways that an engine led over the same boxes, whose sides and channels are taken as they
/// are; where along a side they end is not.
///
/// `routes` has one entry an edge; nil for those that are to be found.
///
/// - Returns: one wire an edge; nil where no way is given, or it does not suit: not along the axes, on
///   other sides than the edge is bound to, off its boxes by now, through another one or a title, or where a box is
///   that is never seen together with it.
/// - Complexity: O(*segments* × boxes near one).
func givenWires(
  _ routes: [Route?], _ graph: LayoutGraph, _ obstacles: Obstacles, _ trunks: Trunks,
  _ spacing: RoutingSpacing
) -> [Wire?] {
  graph.edges.indices.map { index in
    let edge = graph.edges[index]
    guard let points = routes[index]?.points, edge.routing == .orthogonal, trunks[index] == nil,
      !obstacles.areRelated(edge.source, edge.target),
      var wire = Wire(edge: index, along: points),
      wire.sourceSide == edge.sourceSide ?? wire.sourceSide,
      wire.targetSide == edge.targetSide ?? wire.targetSide,
      wire.attach(
        to: (obstacles.frames[edge.source], obstacles.frames[edge.target]),
        cores: (obstacles.cores[edge.source], obstacles.cores[edge.target]), spacing),
      obstacles.areFree(wire, edge), !obstacles.isLedPastHidden(wire, edge)
    else { return nil }
    return wire
  }
}

extension Wire {
  /// The wire of a way along the axes; nil if it is none.
  fileprivate init?(edge: Int, along points: [Point]) {
    let corners = points.enumerated().filter { $0 == 0 || points[$0 - 1] != $1 }.map(\.element)
    guard corners.count > 1,
      zip(corners, corners.dropFirst()).allSatisfy({ $0.x == $1.x || $0.y == $1.y })
    else { return nil }
    self.init(
      edge: edge, through: corners, sourceSide: Side(from: corners[0], to: corners[1]),
      targetSide: Side(from: corners[corners.count - 1], to: corners[corners.count - 2]))
  }

  /// Moves the ends onto the sides of both boxes; false if the first or the last piece would lead back
  /// then, or if a straight wire misses one of them.
  fileprivate mutating func attach(
    to boxes: (source: Rect, target: Rect), cores: (source: Rect, target: Rect),
    _ spacing: RoutingSpacing
  ) -> Bool {
    (start, end) = (boxes.source.place(of: sourceSide), boxes.target.place(of: targetSide))
    let ranges = (
      spacing.ports(on: cores.source[sourceSide.axis.cross]),
      spacing.ports(on: cores.target[targetSide.axis.cross])
    )
    if places.count == 1 {
      let shared = ranges.0.intersection(ranges.1)
      guard shared.contains(places[0]) else { return false }
      slack = shared
    } else {
      places[0] = ranges.0.clamp(places[0])
      places[last] = ranges.1.clamp(places[last])
    }
    return sourceSide.isForward == (start < to(0)) && targetSide.isForward == (end < from(last))
  }
}

extension Obstacles {
  /// Whether a wire with bends lies where boxes are that it is never seen together with: the engine
  /// did not know that they are not in its way.
  fileprivate func isLedPastHidden(_ wire: Wire, _ edge: LayoutEdge) -> Bool {
    guard wire.places.count > 1, let first = wire.points.first else { return false }
    let around = wire.points.reduce(Rect(from: first, to: first)) {
      $0.union(Rect(from: $1, to: $1))
    }
    return partial.contains { isHidden($0, from: edge.pictures) && frames[$0].touches(around) }
  }

  /// Whether a wire runs through no box, no title and no container that it may not cross.
  fileprivate func areFree(_ wire: Wire, _ edge: LayoutEdge) -> Bool {
    zip(wire.points, wire.points.dropFirst()).allSatisfy { start, end in
      let piece = Rect(from: start, to: end)
      var isFree = true
      forEachSolid(in: piece, for: edge.pictures) { node in
        if frames[node].insetBy(1).touches(piece) { isFree = false }
      }
      forEachOpen(in: piece, for: edge.pictures) { node in
        guard !mayCross(node, source: edge.source, target: edge.target) else { return }
        if frames[node].insetBy(1).touches(piece) { isFree = false }
      }
      forEachTitle(along: .horizontal, in: piece[.vertical], for: edge.pictures) { title in
        if title.insetBy(1).touches(piece) { isFree = false }
      }
      return isFree
    }
  }
}
