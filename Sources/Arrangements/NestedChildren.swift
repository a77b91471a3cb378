package import DiagramGraph
package import DiagramModel
import LayeredEngine

/// The containers of a graph whose content can be drawn at once with that of others.
package struct Nests {
  /// For each container that is drawn as a part of a root, that root.
  private var rootsAround: [Int: Int] = [:]
  /// The roots whose direction their author wrote, with it.
  package private(set) var directions: [Int: Direction] = [:]
  /// The roots that are drawn in tiers, with how.
  private var plans: [Int: TierPlan] = [:]

  /// No containers.
  package init() {}

  /// The containers that nobody arranged and that edges enter or leave.
  ///
  /// - Complexity: O(*edges* × *depth* + *nodes*).
  package init(_ graph: LayoutGraph) {
    guard graph.hints.isEmpty else { return }
    let (isFree, isCrossed) = (graph.freeNodes, RegionTree(graph).isCluster)
    let layered = graph.layeredNodes
    for (node, value) in graph.nodes.enumerated() where isFree[node] && isCrossed[node] {
      // Edges that leave every container that nobody arranged end in what the author arranged.
      guard let parent = value.parent, isFree[parent] || layered[parent] != nil else { continue }
      rootsAround[node] = isFree[parent] && isCrossed[parent] ? rootsAround[parent] : parent
    }
    directions = layered.filter { rootsAround.values.contains($0.key) }
  }

  /// The containers that are drawn in tiers.
  package init(_ plans: [TierPlan]) {
    for plan in plans {
      self.plans[plan.root] = plan
      for group in plan.inner { rootsAround[group] = plan.root }
    }
  }

  /// The nodes that such containers are drawn as a part of: layers, or what nobody arranged either and
  /// has no border that an edge crosses.
  package var roots: [Int] { Set(rootsAround.values).sorted() }

  /// Only the roots whose direction their author wrote.
  package var inWrittenLayers: Nests {
    var nests = self
    nests.rootsAround = rootsAround.filter { directions[$0.value] != nil }
    return nests
  }

  /// How a root is drawn, if it is drawn in tiers.
  func plan(of root: Int) -> TierPlan? { plans[root] }

  /// Whether a node is drawn in tiers, or as a part of some.
  func isTiered(_ node: Int) -> Bool { plans[rootsAround[node] ?? node] != nil }

  /// Whether a container is drawn as a part of another one.
  func isInner(_ node: Int) -> Bool { rootsAround[node] != nil }

  /// A root and the containers that are drawn as a part of it.
  fileprivate func containers(of root: Int) -> [Int] {
    [root] + rootsAround.keys.filter { rootsAround[$0] == root }.sorted()
  }
}

extension LayoutGraph {
  /// Whether a node has children that lie where its drawing is best.
  fileprivate var freeNodes: [Bool] {
    var isFree = [Bool](repeating: false, count: nodes.count)
    for node in nodes where node.on == nil {
      guard let parent = node.parent else { continue }
      isFree[parent] = nodes[parent].arrangement == .automatic(spacing: nil)
    }
    for node in nodes where node.pin != nil {
      if let parent = node.parent { isFree[parent] = false }
    }
    return isFree
  }

  /// The nodes in whose layers the contents of their children may lie, with the direction.
  fileprivate var layeredNodes: [Int: Direction] {
    var layered: [Int: Direction] = [:]
    for (index, node) in nodes.enumerated() {
      if case .layered(let direction, spacing: nil) = node.arrangement {
        layered[index] = direction
      }
    }
    for node in nodes where node.pin != nil {
      if let parent = node.parent { layered[parent] = nil }
    }
    return layered
  }
}

/// What lies in a node, as deep as edges cross the borders of containers, drawn at once.
struct NestedChildren {
  /// For each container, the node itself included, where its children lie.
  private(set) var places: [Int: PlacedChildren] = [:]
  /// The containers with the sizes that this gives them, without the node itself.
  private(set) var sizes: [Int: Size] = [:]
  /// The edges between what is drawn here, with their ways from the corner of the drawing.
  private(set) var ways: [(edge: Int, points: [Point])] = []

  /// - Parameters:
  ///   - root: the node, one of ``Nests/roots``.
  ///   - sized: the graph with the sizes of all that is not drawn here.
  ///   - direction: where the arrows should point; nil to have few crossings and bends instead.
  init(of root: Int, in sized: SizedGraph, direction: Direction?) {
    let containers = sized.nests.containers(of: root)
    let members = containers.flatMap { sized.children[$0] }.sorted()
    let (nested, edges) = sized.graph.nested(
      members, containers: Set(containers), sizes: sized.sizes)
    var graph = nested
    let boxes = members.indices.filter { sized.children[members[$0]].isEmpty }
    graph.equalise(boxes, extents: graph.nodes.map(\.minimumSize))
    let gap = sized.spacing.nested
    let request = sized.request
    var drawn = PhaseJournal.layered { graph.drawn(by: request, direction, gap: gap) }
    let inner = members.indices.filter { containers.contains(members[$0]) }
    let before = graph
    for siblings in Dictionary(grouping: inner, by: { graph.nodes[$0].parent }).values {
      graph.equalise(siblings, extents: drawn.value.frames.map(\.size))
    }
    if graph != before {
      drawn = PhaseJournal.layered { graph.drawn(by: request, direction, gap: gap) }
    }
    let layout = drawn.value
    PhaseJournal.note(drawn.layers, of: members)
    let bounds = Layout(frames: layout.frames, routes: []).bounds ?? .zero
    // Sizes that do not fit the grid would change on their way to it.
    let fits = boxes.allSatisfy { graph.nodes[$0].minimumSize.fitsGrid }
    func settled(_ point: Point) -> Point {
      fits ? point.onGrid(from: bounds.origin) : point.offset(x: -bounds.minX, y: -bounds.minY)
    }
    func settled(_ frame: Rect) -> Rect {
      let (low, high) = (settled(frame.origin), settled(Point(x: frame.maxX, y: frame.maxY)))
      return Rect(minX: low.x, minY: low.y, maxX: high.x, maxY: high.y)
    }
    let known = Dictionary(uniqueKeysWithValues: zip(members, layout.frames.map { settled($0) }))
    let inside = Set(members)
    ways = zip(edges, layout.routes).compactMap { edge, route in
      let (source, target) = (sized.graph.edges[edge].source, sized.graph.edges[edge].target)
      // What ends deeper inside of a member goes on from there.
      guard inside.contains(source), inside.contains(target) else { return nil }
      return (edge, route.points.map { settled($0) })
    }
    for container in containers {
      let inner =
        known[container]?.inset(by: sized.graph.nodes[container].padding)
        ?? settled(bounds)
      places[container] = PlacedChildren(
        frames: sized.children[container].compactMap {
          known[$0]?.moved(x: -inner.minX, y: -inner.minY)
        }, size: inner.size)
      sizes[container] = known[container]?.size
    }
  }
}

extension LayoutGraph {
  /// The nodes as a graph of their own, with the edges that each of its edges stands for; nodes that
  /// are no containers have the size that is given.
  fileprivate func nested(
    _ members: [Int], containers: Set<Int>, sizes: [Size]
  ) -> (graph: LayoutGraph, edges: [Int]) {
    let indices = Dictionary(uniqueKeysWithValues: members.enumerated().map { ($1, $0) })
    func member(holding node: Int) -> Int? {
      sequence(first: node) { nodes[$0].parent }.lazy.compactMap { indices[$0] }.first
    }
    let lifted = edges.enumerated().compactMap { index, edge -> (index: Int, edge: LayoutEdge)? in
      guard let source = member(holding: edge.source), let target = member(holding: edge.target),
        source != target || edge.source == edge.target
      else { return nil }
      var lifted = edge
      (lifted.source, lifted.target) = (source, target)
      return (index, lifted)
    }
    var graph = LayoutGraph(
      nodes: members.map { member in
        var node = nodes[member]
        node.parent = node.parent.flatMap { indices[$0] }
        if !containers.contains(member) {
          (node.minimumSize, node.padding) = (sizes[member], .zero)
        }
        return node
      }, edges: lifted.map(\.edge))
    graph.shape = shape
    return (graph, lifted.map(\.index))
  }

  /// Makes those of some nodes whose size is not given as large as the largest of them, along the
  /// axes along which they almost are.
  ///
  /// A tall shape makes no others taller: they would look like shapes of their own.
  fileprivate mutating func equalise(_ members: [Int], extents: [Size]) {
    let members = members.filter { nodes[$0].sizeGroup != nil }
    for axis in Axis.allCases {
      let free = members.filter { !nodes[$0].fixedAxes.contains(axis) }
      let alike = (axis == .horizontal ? members : free).map { extents[$0][axis] }
      guard let least = alike.min(), let largest = alike.max(), largest - least <= almostEqual
      else { continue }
      for member in free where least < largest { nodes[member].minimumSize[axis] = largest }
    }
  }

  fileprivate func drawn(
    by request: LayoutRequest, _ direction: Direction?, gap: Size
  ) -> Layout {
    var spacing = Spacing()
    if let direction { spacing.layers = gap[direction.axis] } else { spacing.nodes = gap.height }
    return drawn(by: request.inside(direction), spacing, folds: true)
  }
}

/// What differs by at most this is made equal.
private let almostEqual = 2 * grid

extension Size {
  /// Whether both extents are multiples of half the grid.
  fileprivate var fitsGrid: Bool { width % (grid / 2) == 0 && height % (grid / 2) == 0 }
}

extension Point {
  /// The point on half the grid, which is counted from a corner.
  fileprivate func onGrid(from corner: Point) -> Point {
    func snapped(_ coordinate: Int) -> Int { nearestGridLine(2 * coordinate) / 2 }
    return Point(x: snapped(x - corner.x), y: snapped(y - corner.y))
  }
}

extension SizedGraph {
  /// The ways that the engines led which placed nodes and what is in them at once.
  ///
  /// - Returns: one entry an edge, not yet labelled; `nil` for those that are to be found.
  package func engineWays(over frames: [Rect]) -> [Route?] {
    var ways = [Route?](repeating: nil, count: graph.edges.count)
    for (root, led) in nestedWays.sorted(by: { $0.key < $1.key }) {
      guard let child = children[root].first, let place = placed[root]?.frames.first else {
        continue
      }
      let (x, y) = (frames[child].minX - place.minX, frames[child].minY - place.minY)
      for (edge, points) in led {
        ways[edge] = Route(points: points.map { $0.offset(x: x, y: y) })
      }
    }
    return ways
  }
}
