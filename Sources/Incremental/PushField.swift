import AxisModel
import DiagramAlgorithms
import DiagramGraph
import DiagramModel

/// What a push along one axis meets in a drawing: all that is there, and how far apart it must stay.
struct PushField {
  let sketch: Sketch
  let axis: Axis
  let spacing: Spacing
  let bodies: AxisBodies
  let items: [AxisItem]
  /// The box that is to grow, if one is.
  let growing: Int?
  /// The nodes and the edges of the sketch that the bodies are.
  let nodes: [Int]
  let edges: [Int]
  private let distances: [DifferenceRelaxation.Arc]
  private let leaving: Buckets<Int>
  private let arriving: Buckets<Int>

  /// - Parameters:
  ///   - sketch: a drawing whose ways are axis-parallel.
  ///   - axis: along which things are pushed.
  ///   - growing: the leaf that may change its size.
  ///   - spacing: the distances to keep.
  init(_ sketch: Sketch, along axis: Axis, growing: Int? = nil, _ spacing: Spacing) {
    (self.sketch, self.axis, self.growing, self.spacing) = (sketch, axis, growing, spacing)
    nodes = sketch.frames.indices.filter { sketch.frames[$0] != nil }
    edges = sketch.routes.indices.filter { sketch.routes[$0] != nil }
    let graph = sketch.graph.part(nodes, edges)
    let layout = Layout(
      frames: nodes.compactMap { sketch.frames[$0] }, routes: edges.compactMap { sketch.routes[$0] }
    )
    bodies = AxisBodies(
      layout, of: graph, axis: axis,
      flexible: growing.flatMap(nodes.firstIndex))
    let distances = AxisDistances(bodies, rules: .pushed(spacing))
    items = distances.items
    self.distances = distances.arcs
    leaving = Buckets(count: bodies.values.count, distances.arcs.enumerated().map { ($1.tail, $0) })
    arriving = Buckets(
      count: bodies.values.count, distances.arcs.enumerated().map { ($1.head, $0) })
  }

  /// The variables that a variable pushes, and how far it may move before it does.
  func pushed(by variable: Int, toward side: Side) -> [(variable: Int, slack: Int)] {
    (side.isForward ? leaving : arriving)[variable].map { index in
      let arc = distances[index]
      let slack = bodies.values[arc.head] - bodies.values[arc.tail] - arc.minimum
      return (side.isForward ? arc.head : arc.tail, slack)
    }
  }

  /// The sides of a node of the sketch that a push meets first and last.
  func sides(of node: Int, toward side: Side) -> (
    entry: AxisBodies.Anchor, exit: AxisBodies.Anchor
  )? {
    guard let index = nodes.firstIndex(of: node) else { return nil }
    let (low, high) = (bodies.lows[index], bodies.highs[index])
    return side.isForward ? (low, high) : (high, low)
  }

  /// The pieces of ways that end at boxes, with the variables of those boxes.
  var piecesAtBoxes: [(piece: Int, boxes: [Int])] {
    bodies.graph.edges.indices.flatMap { edge -> [(piece: Int, boxes: [Int])] in
      let ends = bodies.endPieces(of: edge).map { ($0.variable, bodies.lows[$1].variable) }
      return ends.count == 2 && ends[0].0 == ends[1].0
        ? [(ends[0].0, ends.map(\.1))] : ends.map { ($0.0, [$0.1]) }
    }
  }

  /// The drawing with other values.
  func sketch(with values: [Int]) -> Sketch {
    var result = sketch
    let layout = bodies.layout(with: values)
    for (node, frame) in zip(nodes, layout.frames) { result.frames[node] = frame }
    for (edge, route) in zip(edges, layout.routes) { result.routes[edge] = route }
    return result
  }
}

/// The fields of a sketch, each made when it is first asked for.
struct PushFields {
  private struct Key: Hashable {
    let axis: Axis
    let spacing: Spacing
    let ignored: Set<Int>
  }

  private let sketch: Sketch
  private var fields: [Key: PushField] = [:]
  /// What was made since it was last asked for, in things.
  private var work = 0

  init(_ sketch: Sketch) { self.sketch = sketch }

  /// What a push meets if the ways of some edges do not count.
  mutating func field(
    without ignored: Set<Int>, along axis: Axis, _ spacing: Spacing
  ) -> PushField {
    let key = Key(axis: axis, spacing: spacing, ignored: ignored)
    if let field = fields[key] { return field }
    var sketch = sketch
    for edge in ignored { sketch.routes[edge] = nil }
    let field = PushField(sketch, along: axis, spacing)
    fields[key] = field
    work += field.items.count
    return field
  }

  /// How many things were looked at since this was last asked.
  mutating func takeWork() -> Int {
    defer { work = 0 }
    return work
  }
}

extension Side {
  /// What a rectangle covers along the axis as a push to this side sees it, larger further ahead.
  func along(_ rect: Rect) -> Span {
    let span = rect[axis]
    return isForward ? span : Span(-span.high, -span.low)
  }

  /// What a rectangle covers across the axis.
  func across(_ rect: Rect) -> Span { rect[axis.cross] }
}
