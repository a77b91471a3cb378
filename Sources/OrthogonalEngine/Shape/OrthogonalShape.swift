import DiagramAlgorithms
import DiagramModel

/// The angles and bends of an orthogonal drawing of a planar map, but no lengths.
///
/// Edges that leave a box with the same heading share a side of it, or bend around its corner right
/// beside it: of those with the same heading one is straight, each other one costs a bend.
///
/// > Source: Tamassia, *On embedding a graph in the grid with the minimum number of bends*, 1987;
/// > the boxes of any degree after Fößmeier & Kaufmann, *Drawing high degree graphs with low bend
/// > numbers*, 1995, without bends that turn towards each other in one corner.
struct OrthogonalShape: Sendable {
  /// Where each dart heads at its tail (behind the bend beside the box, if there is one).
  let heading: [Direction]
  /// How often each dart turns left on its way; negative: right.
  let leftTurns: [Int]
  /// The quarters of the corner before each dart.
  let quarters: [Int]
  /// How many bends there are, those beside the boxes included.
  let bendCount: Int

  /// What the number of bends leaves open.
  struct Choice: Hashable, Sendable {
    /// The face around the drawing.
    var outerFace: Int
    /// Where the first dart heads; the others follow from it.
    var firstHeading = Direction.up
    /// Whether two edges of a box rather leave it on opposite sides, in a line, than around a
    /// corner: the drawing is lined up better, and folded less. Eight such lines may cost a bend.
    var keepsLines = false

    /// All that there are for a face, those first that differ most.
    static func all(around face: Int) -> [Choice] {
      [(Direction.up, false), (.right, true), (.right, false), (.up, true)].map {
        Choice(outerFace: face, firstHeading: $0, keepsLines: $1)
      }
    }
  }

  /// The shape with the fewest bends.
  ///
  /// - Parameters:
  ///   - plan: a connected planarization with at least one edge.
  ///   - faces: its faces.
  ///   - choice: what the number of bends leaves open.
  init(of plan: Planarization, faces: PlanarFaces, choice: Choice) {
    var network = ShapeNetwork(plan: plan, faces: faces, choice: choice)
    let isFeasible = network.flow.solve()
    precondition(isFeasible, "every planar map has an orthogonal shape")
    let map = plan.map
    let quarters = network.corners.map { $0.quarters(in: network.flow) }
    let leftTurns = (0..<map.dartCount).map { dart in
      network.bends(of: dart) - network.bends(of: dart ^ 1)
    }
    self.quarters = quarters
    self.leftTurns = leftTurns
    heading = OrthogonalShape.headings(
      map: map, quarters: quarters, leftTurns: leftTurns, first: choice.firstHeading)
    let bends = (0..<map.dartCount).filter { map.tail[$0] >= 0 && !network.isBorder($0) }
      .reduce(0) { $0 + max(leftTurns[$1], 0) }
    bendCount =
      bends + (0..<map.dartCount).count { map.tail[$0] >= 0 && quarters[$0] == 0 }
  }

  /// Walks over the map from the first dart.
  private static func headings(
    map: PlanarMap, quarters: [Int], leftTurns: [Int], first firstHeading: Direction
  ) -> [Direction] {
    var heading = [Direction?](repeating: nil, count: map.dartCount)
    guard let first = map.tail.indices.first(where: { map.tail[$0] >= 0 }) else { return [] }
    heading[first] = firstHeading
    var open = [first]
    while let dart = open.popLast() {
      guard let here = heading[dart] else { continue }
      let next = map.clockwise[dart]
      if heading[next] == nil {
        heading[next] = here.turned(clockwise: quarters[next])
        open.append(next)
      }
      if heading[dart ^ 1] == nil {
        heading[dart ^ 1] = here.turned(clockwise: 2 - leftTurns[dart])
        open.append(dart ^ 1)
      }
    }
    return heading.map { $0 ?? .up }
  }
}

/// The flow network of angles and bends: a unit is a quarter turn.
///
/// Boxes give four quarters each to the faces around them; a bend moves a quarter from the face in
/// which it is convex to the face on the other side.
private struct ShapeNetwork {
  /// The quarters of a corner: fixed, or one more than what the box gives (up to a straight line,
  /// then beyond), less what it takes back.
  struct Corner {
    var fixed = 0
    var given = -1
    var reflex = -1
    var takenBack = -1

    func quarters(in flow: MinimumCostFlow) -> Int {
      given < 0
        ? fixed
        : 1 + flow.flow(along: given) + flow.flow(along: reflex) - flow.flow(along: takenBack)
    }
  }

  var flow: MinimumCostFlow
  /// One a dart: the corner before it.
  private(set) var corners: [Corner]
  /// The arc that bends each dart to the left, or -1.
  private var bendArcs: [Int]
  private let map: PlanarMap
  private let graph: ClusteredGraph

  private static let bendCost = 8
  /// What each quarter of a corner beyond a straight line costs.
  private let reflexCost: Int
  private static let quartersOfBox = 4

  init(plan: Planarization, faces: PlanarFaces, choice: OrthogonalShape.Choice) {
    reflexCost = choice.keepsLines ? 1 : 0
    (map, graph) = (plan.map, plan.graph)
    corners = Array(repeating: Corner(), count: map.dartCount)
    bendArcs = Array(repeating: -1, count: map.dartCount)
    flow = MinimumCostFlow(
      potential: Array(repeating: 0, count: faces.count + map.vertices.count))
    for face in 0..<faces.count { flow.addSupply(face == choice.outerFace ? -4 : 4, at: face) }
    for dart in 0..<map.dartCount where map.tail[dart] >= 0 {
      addCorner(before: dart, face: faces.left[dart], vertexNode: faces.count + map.tail[dart])
      addBend(dart, from: faces.left[dart], to: faces.left[dart ^ 1])
    }
    for vertex in map.vertices.indices {
      if case .node = map.vertices[vertex] {
        flow.addSupply(ShapeNetwork.quartersOfBox, at: faces.count + vertex)
      }
    }
  }

  func isBorder(_ dart: Int) -> Bool { graph.container(ofStrand: map.strand[dart >> 1]) != nil }

  func bends(of dart: Int) -> Int { bendArcs[dart] < 0 ? 0 : flow.flow(along: bendArcs[dart]) }

  /// Each corner asks its face for two quarters less than it gives.
  private mutating func addCorner(before dart: Int, face: Int, vertexNode: Int) {
    switch map.vertices[map.tail[dart]] {
    case .node:
      // One quarter is given for a start; to take it back makes two edges share a side.
      flow.addSupply(-1, at: face)
      flow.addSupply(-1, at: vertexNode)
      corners[dart].given = flow.addArc(from: vertexNode, to: face, capacity: 1, cost: 0)
      corners[dart].reflex = flow.addArc(
        from: vertexNode, to: face, capacity: 2, cost: reflexCost)
      corners[dart].takenBack = flow.addArc(
        from: face, to: vertexNode, capacity: 1, cost: ShapeNetwork.bendCost)
    case .crossing, .border, .none:
      corners[dart].fixed = fixedQuarters(before: dart)
      flow.addSupply(corners[dart].fixed - 2, at: face)
    }
  }

  /// Crossings and borders are crossed at right angles; a border goes on straight where a strand
  /// ends or where nothing meets it.
  private func fixedQuarters(before dart: Int) -> Int {
    let vertex = map.tail[dart]
    if map.hasDegree(4, vertex) { return 1 }
    return isBorder(dart) && isBorder(map.counterclockwise[dart]) ? 2 : 1
  }

  private mutating func addBend(_ dart: Int, from face: Int, to other: Int) {
    guard face != other else { return }
    guard isBorder(dart) else {
      bendArcs[dart] = flow.addArc(
        from: face, to: other, capacity: MinimumCostFlow.unlimited, cost: ShapeNetwork.bendCost)
      return
    }
    // A border has four corners, all convex from its inside, the left of odd darts.
    if dart & 1 == 1 {
      bendArcs[dart] = flow.addArc(from: face, to: other, capacity: 4, cost: 0)
    }
  }
}
