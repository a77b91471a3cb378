/// A part of an edge inside one region: of an edge that leaves a closed cluster, the way to its
/// outline is one piece, and the way on from there another.
///
/// A *closed* cluster is drawn by itself. A *region* is here the inside of one, or what lies in
/// none, with the closed clusters in it as boxes.
struct BorderPiece {
  /// Which part of its edge it is.
  enum Role {
    /// What lies in the region that holds both ends.
    case middle
    /// On the side of the source, between something in a cluster and the outline.
    case source
    /// On the side of the target.
    case target
  }

  /// Where a piece ends on the outline of its region.
  struct Port {
    /// Whether it lies where the flow enters the cluster, rather than where it leaves it.
    var isUpper: Bool
    /// Its place among the edges on that side; nil if any is as good.
    var place: Int?
  }

  let edge: Int
  let role: Role
  /// Where it ends on the outline; nil for the middle piece.
  let port: Port?

  /// The piece of the same edge inside a box of its region.
  func inner(role: Role, isUpper: Bool, place: Int) -> BorderPiece {
    BorderPiece(edge: edge, role: role, port: Port(isUpper: isUpper, place: place))
  }
}

/// What an edge ends at, level by level.
struct EdgePath {
  /// What the source is in each region that it lies in, from the outside in.
  let source: [NestedGraph.End]
  /// The same for the target.
  let target: [NestedGraph.End]
  /// How many closed clusters contain both ends, or are one of them and contain the other.
  let common: Int

  init(_ edge: NestedGraph.Edge, in graph: NestedGraph, isClosed: [Bool]) {
    func path(_ end: NestedGraph.End) -> [NestedGraph.End] {
      let clusters = graph.ancestry(of: graph.cluster(at: end)).reversed()
      let path = clusters.filter { isClosed[$0] }.map(NestedGraph.End.cluster)
      return path.last == end ? path : path + [end]
    }
    source = path(edge.source)
    target = path(edge.target)
    common = zip(source, target).prefix { $0 == $1 }.count
  }

  /// The cluster in whose region the outermost piece lies; nil outside of all.
  var region: Int? {
    guard common > 0, case .cluster(let cluster) = source[common - 1] else { return nil }
    return cluster
  }

  /// The outermost piece: that between the ends, or from a cluster to something inside.
  func outermostPiece(of edge: Int) -> BorderPiece {
    if source.count == common {
      return BorderPiece(edge: edge, role: .target, port: .init(isUpper: true, place: nil))
    }
    if target.count == common {
      return BorderPiece(edge: edge, role: .source, port: .init(isUpper: false, place: nil))
    }
    return BorderPiece(edge: edge, role: .middle, port: nil)
  }
}
