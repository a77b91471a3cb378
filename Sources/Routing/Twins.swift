import DiagramAlgorithms
import DiagramGraph
import DiagramModel

/// Edges between the same two boxes, as there and back: they run side by side.
struct Twins: Sendable {
  /// For each edge, how many join its two boxes; 1 where others are none of its twins.
  private let counts: [Int]

  /// How many edges join the boxes of an edge, itself included.
  subscript(edge: Int) -> Int { counts[edge] }

  /// Counts the edges that may leave and arrive at any side, in no trunk, and that are seen together.
  ///
  /// Where more than two have texts there are none: a text between others needs more room than lines do.
  init(_ graph: LayoutGraph, _ obstacles: Obstacles, _ trunks: Trunks) {
    var groups: [[Int]: [Int]] = [:]
    for (index, edge) in graph.edges.enumerated()
    where edge.routing == .orthogonal && trunks[index] == nil && edge.halfWidth == 0
      && edge.sourceSide == nil && edge.targetSide == nil
      && obstacles.isLeaf(edge.source) && obstacles.isLeaf(edge.target)
      && edge.source != edge.target
    {
      groups[[min(edge.source, edge.target), max(edge.source, edge.target)], default: []]
        .append(index)
    }
    var counts = graph.edges.map { _ in 1 }
    for group in groups.values where group.count > 1 {
      let edges = group.map { graph.edges[$0] }
      guard edges.allSatisfy({ $0.pictures.intersects(edges[0].pictures) }),
        edges.count(where: { $0.labelSize != nil }) < 3
      else { continue }
      for index in group { counts[index] = group.count }
    }
    self.counts = counts
  }
}

extension RoutingSpacing {
  /// What the middles of twins are apart at least before one of them rather bends.
  var leastTwinSeparation: Int { min(room, portSeparation) }
}

/// Where straight wires between the same two boxes end on both: side by side, about one middle.
struct TwinSeats: Sendable {
  /// For each wire that has twins, its place.
  private var places: [Int: Int] = [:]

  /// The place of a wire; nil if it has no twins.
  func place(of wire: Int) -> Int? { places[wire] }

  /// Gives the wires of a group their places.
  ///
  /// - Parameters:
  ///   - group: the wires, from low to high.
  ///   - middle: where they lie now.
  ///   - range: where all of them may lie.
  ///   - pitch: what they are apart.
  mutating func add(_ group: [Int], around middle: Int, in range: Span, pitch: Int) {
    let extent = (group.count - 1) * pitch
    let low = range.low + extent / 2
    let center = max(low, min(middle, range.high - extent + extent / 2))
    for (position, wire) in group.enumerated() {
      places[wire] = center - extent / 2 + position * pitch
    }
  }
}
