import DiagramGraph
import DiagramModel

/// One connected part of a drawing as the layered phases see it: the flow runs downwards, every
/// leaf has its size, and a cluster is a container that edges enter or leave.
///
/// Leaves, clusters and edges are called by their index. A cluster stands after its parent.
struct NestedGraph {
  /// A box that the phases do not look into.
  struct Leaf {
    var size: Size
    /// Room kept free on its right, for edges from the box to itself.
    var loopRoom: Int
    /// The innermost cluster around it.
    var cluster: Int?
    /// Its place where boxes are written in their order, containers with what they hold.
    var written = 0
    /// Where edges must end at it; nil if they lie evenly on its sides.
    var ports: FixedPorts?
    /// How wide it was before it was made wider for the ends on its sides.
    var neededWidth: Int?
  }

  /// Where edges end at a box, from its left, in the order in which they stand there.
  struct FixedPorts {
    var above: [Int] = []
    var below: [Int] = []
  }

  /// A container that edges enter or leave.
  struct Cluster {
    var parent: Int?
    /// The room between its outline and what it contains.
    var insets: Insets
    var minimumSize: Size
    /// Room kept free on its right, for edges from the container to itself.
    var loopRoom = 0
    /// What is written in its insets.
    var titles: [LayoutTitle] = []
  }

  /// Where an edge begins or ends.
  enum End: Hashable {
    case leaf(Int)
    case cluster(Int)
  }

  struct Edge {
    var source: End
    var target: End
    var labelSize: Size?
    /// What its rank has along the flow at least, as more than its text stands on its line.
    var labelRoom = 0
    /// How many ranks it spans at least.
    var minimumLength = 1
    /// How much its length and its bends count.
    var weight = 1
    /// Its place among the edges that end at the same side of the outermost outline, if that is
    /// settled.
    var place: Int?
  }

  /// A place on the outline of a cluster where an edge ends that comes from outside.
  struct Stub {
    var cluster: Int
    /// Whether it lies where the flow enters the cluster, rather than where it leaves it.
    var isUpper: Bool
    /// Its place among the edges that end at the same side.
    var place: Int
  }

  var leaves: [Leaf]
  var clusters: [Cluster]
  var edges: [Edge]
  var stubs: [Stub] = []
  var hints = RankHints()
  /// Whether boxes may become wider for the ends on their sides.
  var growsForEnds = false

  /// Whether there are clusters with something beside them.
  var hasBorders: Bool {
    clusters.count > 1 || clusters.count == 1 && leaves.contains { $0.cluster == nil }
  }

  /// The same graph with boxes wide enough for the ends on their sides, as long as they do not become
  /// slabs by that.
  func withRoomForEnds(courses: [Course]) -> NestedGraph {
    var counts = leaves.map { _ in (above: 0, below: 0) }
    for (edge, course) in zip(edges, courses) where course != .sideways {
      let ends = course == .forward ? (edge.source, edge.target) : (edge.target, edge.source)
      if case .leaf(let leaf) = ends.0 { counts[leaf].below += 1 }
      if case .leaf(let leaf) = ends.1 { counts[leaf].above += 1 }
    }
    var graph = self
    for (leaf, count) in counts.enumerated() where leaves[leaf].ports == nil {
      graph.leaves[leaf].neededWidth = leaves[leaf].size.width
      graph.leaves[leaf].size.width = PortRow.grown(
        leaves[leaf].size.width, for: max(count.above, count.below))
    }
    return graph
  }

  /// The clusters around a cluster, itself included, from the inside out.
  func ancestry(of cluster: Int?) -> [Int] {
    var path: [Int] = []
    var next = cluster
    while let current = next {
      path.append(current)
      next = clusters[current].parent
    }
    return path
  }

  /// The innermost cluster at an end: that around a leaf, or the cluster itself.
  func cluster(at end: End) -> Int? {
    switch end {
    case .leaf(let leaf): leaves[leaf].cluster
    case .cluster(let cluster): cluster
    }
  }

  /// Whether the cluster at `end` has `other` inside.
  func encloses(_ end: End, _ other: End) -> Bool {
    guard case .cluster(let cluster) = end, end != other else { return false }
    var next = self.cluster(at: other)
    while let current = next, current != cluster { next = clusters[current].parent }
    return next != nil
  }
}
