import DiagramAlgorithms
import DiagramGraph
import DiagramModel

/// A side of a node, where ends of edges lie next to each other.
struct SideOfNode: Hashable, Sendable {
  let node: Int
  let side: Side
}

/// Which edges end on which sides, and where: for each edge only those count that some picture shows
/// together with it.
struct SideCrowds: Sendable {
  private var ends: [SideOfNode: [End]] = [:]
  private let pictures: [PictureSet]
  private let isAlike: Bool

  private struct End: Hashable, Sendable {
    let edge: Int
    let place: Int
  }

  /// No ends of some edges.
  init(_ edges: [LayoutEdge]) {
    pictures = edges.map(\.pictures)
    isAlike = edges.allSatisfy { $0.pictures == edges.first?.pictures }
  }

  /// Whether some picture shows both edges.
  func areSeen(_ edge: Int, _ other: Int) -> Bool {
    isAlike || pictures[edge].intersects(pictures[other])
  }

  /// How many ends on a side are seen together with an edge; its own count as well.
  func count(at side: SideOfNode, seenWith edge: Int) -> Int {
    guard let ends = ends[side] else { return 0 }
    return isAlike ? ends.count : ends.count { areSeen($0.edge, edge) }
  }

  /// Whether the places of the ends on a side with some extent that are seen together with an edge lie
  /// about symmetrically around its middle.
  func isBalanced(_ side: SideOfNode, seenWith edge: Int, on extent: Span) -> Bool {
    let tolerance = max(RoutingSpacing.almostStraight, extent.length / 10)
    let seen = (ends[side] ?? []).filter { areSeen($0.edge, edge) }
    let places = Set(seen.map(\.place)).sorted()
    return zip(places, places.reversed()).allSatisfy {
      abs($0 + $1 - 2 * extent.middle) <= tolerance
    }
  }

  /// Adds an end of an edge.
  mutating func add(_ edge: Int, at place: Int = 0, of side: SideOfNode) {
    ends[side, default: []].append(End(edge: edge, place: place))
  }

  /// Takes one end of an edge away.
  mutating func remove(_ edge: Int, of side: SideOfNode) {
    guard let index = ends[side]?.lastIndex(where: { $0.edge == edge }) else { return }
    ends[side]?.remove(at: index)
  }
}
