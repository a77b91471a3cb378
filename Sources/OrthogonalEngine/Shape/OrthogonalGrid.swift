import DiagramAlgorithms
import DiagramModel

/// An orthogonal drawing without lengths, as a graph of which each vertex has at most one neighbour
/// to the north, east, south and west.
///
/// A box is a point with up to four arms. Along an arm lie the joints at which other edges bend off
/// to the next side: they leave the box beside the straight edge.
struct OrthogonalGrid: Sendable {
  /// What a vertex stands for.
  enum Vertex: Hashable, Sendable {
    /// The middle of a box.
    case node(Int)
    /// A bend, a crossing or a place on a border.
    case joint
    /// The middle of the text of a strand.
    case label(Int)
  }

  /// The way of a strand over the grid.
  struct Trace: Hashable, Sendable {
    /// From the source, or the place on its border, to the target.
    var vertices: [Int] = []
    /// How far from the middle of the box the strand leaves and arrives, in ports: negative ones lie
    /// counterclockwise of the middle.
    var sourcePort = 0
    var targetPort = 0
  }

  private(set) var vertices: [Vertex] = []
  /// The neighbours of each vertex, one a heading, -1 for none: that of `v` to the east is at
  /// `4 * v + Direction.right.index`.
  private(set) var neighbours: [Int] = []
  /// One a strand.
  private(set) var traces: [Trace]
  /// The vertices on the border of each container.
  private(set) var borders: [[Int]]
  /// The most ports on one half of a side of each box.
  private(set) var portCounts: [Int]

  /// The vertices of the boxes, in their order.
  var boxes: [Int] {
    var boxes = [Int](repeating: 0, count: portCounts.count)
    for (vertex, value) in vertices.enumerated() {
      if case .node(let node) = value { boxes[node] = vertex }
    }
    return boxes
  }

  /// Exchanges clockwise and counterclockwise, as a drawing that is turned over needs it.
  mutating func reversePorts() {
    for strand in traces.indices {
      traces[strand].sourcePort.negate()
      traces[strand].targetPort.negate()
    }
  }

  func neighbour(of vertex: Int, to heading: Direction) -> Int {
    neighbours[4 * vertex + heading.index]
  }

  /// Draws a planarization in a shape.
  ///
  /// - Parameters:
  ///   - plan: which strands cross where.
  ///   - shape: the angles and bends of all its darts.
  ///   - isLabelled: whether room for a text is needed, one a strand.
  init(plan: Planarization, shape: OrthogonalShape, isLabelled: [Bool]) {
    let map = plan.map
    traces = Array(repeating: Trace(), count: plan.graph.strands.count)
    borders = Array(repeating: [], count: plan.graph.containerParents.count)
    portCounts = Array(repeating: 0, count: plan.graph.nodeContainers.count)
    var ends = [DartEnd](repeating: DartEnd(), count: map.dartCount)
    for vertex in map.vertices.indices {
      switch map.vertices[vertex] {
      case .node(let node): addBox(node, vertex: vertex, map: map, shape: shape, ends: &ends)
      case .crossing, .border:
        let joint = add(.joint)
        for dart in map.darts(around: vertex) { ends[dart] = DartEnd(path: [joint]) }
      case .none: break
      }
    }
    let ways = drawEdges(plan: plan, shape: shape, ends: ends)
    for strand in traces.indices {
      let chain = plan.chain(of: strand)
      guard let first = chain.first, let last = chain.last else { continue }
      traces[strand] = Trace(
        vertices: join(chain.map { ways[$0] }), sourcePort: ends[first].port,
        targetPort: ends[last ^ 1].port)
      if isLabelled[strand] {
        addLabel(
          of: strand, behind: ends[first].path.count - 1, before: ends[last ^ 1].path.count - 1)
      }
    }
    for dart in stride(from: 0, to: map.dartCount, by: 2) where map.tail[dart] >= 0 {
      if let container = plan.graph.container(ofStrand: map.strand[dart >> 1]) {
        borders[container] += ways[dart]
      }
    }
  }

  // MARK: - Building

  /// What a dart has at its tail: the vertices from the middle of the box to where it goes its way.
  private struct DartEnd {
    var path: [Int] = []
    var port = 0
  }

  private mutating func add(_ vertex: Vertex) -> Int {
    vertices.append(vertex)
    neighbours += [-1, -1, -1, -1]
    return vertices.count - 1
  }

  private mutating func connect(_ vertex: Int, _ heading: Direction, to other: Int) {
    neighbours[4 * vertex + heading.index] = other
    neighbours[4 * other + heading.opposite.index] = vertex
  }

  /// Draws a box with its arms.
  private mutating func addBox(
    _ node: Int, vertex: Int, map: PlanarMap, shape: OrthogonalShape, ends: inout [DartEnd]
  ) {
    let middle = add(.node(node))
    let sides = BoxSides(darts: map.darts(around: vertex), shape: shape)
    for heading in Direction.allCases {
      let side = sides[heading]
      portCounts[node] = max(portCounts[node], side.before.count, side.after.count)
      // Nearest to the box are those that are farthest from the middle of the side.
      var arm = [middle]
      let after = Array(side.after.reversed())
      for row in 0..<max(side.before.count, after.count) {
        let joint = add(.joint)
        connect(arm[arm.count - 1], heading, to: joint)
        arm.append(joint)
        let shift = side.straight == nil && (side.before.isEmpty || after.isEmpty) ? 0 : 1
        if row < side.before.count {
          ends[side.before[row]] = DartEnd(path: arm, port: row - side.before.count + 1 - shift)
        }
        if row < after.count {
          ends[after[row]] = DartEnd(path: arm, port: after.count - row - 1 + shift)
        }
      }
      if let straight = side.straight { ends[straight] = DartEnd(path: arm) }
    }
  }

  /// Draws all edges of the map with their bends.
  ///
  /// - Returns: the vertices along each dart, its ends included.
  private mutating func drawEdges(
    plan: Planarization, shape: OrthogonalShape, ends: [DartEnd]
  ) -> [[Int]] {
    var ways = [[Int]](repeating: [], count: plan.map.dartCount)
    for dart in stride(from: 0, to: plan.map.dartCount, by: 2) where plan.map.tail[dart] >= 0 {
      var way = ends[dart].path
      var heading = shape.heading[dart]
      let turns = shape.leftTurns[dart]
      for _ in 0..<abs(turns) {
        let bend = add(.joint)
        connect(way[way.count - 1], heading, to: bend)
        way.append(bend)
        heading = heading.turned(clockwise: turns > 0 ? -1 : 1)
      }
      let arrival = ends[dart ^ 1].path
      connect(way[way.count - 1], heading, to: arrival[arrival.count - 1])
      ways[dart] = way + arrival.reversed()
      ways[dart ^ 1] = ways[dart].reversed()
    }
    return ways
  }

  private func join(_ ways: [[Int]]) -> [Int] {
    ways.dropFirst().reduce(ways.first ?? []) { $0 + $1.dropFirst() }
  }

  /// Puts the middle of a text into the middle piece of a strand between the arms of its boxes.
  ///
  /// - Parameters:
  ///   - strand: the strand with the text.
  ///   - first: how many pieces lie on the arm of the source.
  ///   - last: how many lie on that of the target.
  private mutating func addLabel(of strand: Int, behind first: Int, before last: Int) {
    let trace = traces[strand].vertices
    let piece = (first + 1 + trace.count - last) / 2
    let (before, after) = (trace[piece - 1], trace[piece])
    guard let heading = Direction.allCases.first(where: { neighbour(of: before, to: $0) == after })
    else { return }
    let label = add(.label(strand))
    connect(before, heading, to: label)
    connect(label, heading, to: after)
    traces[strand].vertices.insert(label, at: piece)
  }
}
