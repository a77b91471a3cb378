import DiagramAlgorithms
import DiagramGraph
import DiagramModel

/// What can move along one axis of a finished drawing: boxes, the outlines of containers, the
/// pieces of routes that run across the axis, and labels.
struct AxisBodies {
  /// A place: so far after a variable.
  struct Anchor: Hashable {
    var variable: Int
    var offset = 0
  }

  let axis: Axis
  let layout: Layout
  let graph: LayoutGraph
  /// Where each variable is in the drawing.
  private(set) var values: [Int] = []
  /// The near and the far side of each node.
  private(set) var lows: [Anchor] = []
  private(set) var highs: [Anchor] = []
  /// For each edge, the place of each piece between two points; nil for those along the axis.
  private(set) var wires: [[Anchor?]] = []
  /// The near side of each label; nil if the edge has none.
  private(set) var labels: [Anchor?] = []
  /// Limits of the whole drawing.
  private(set) var start = 0
  private(set) var end = 0
  /// The outermost container around each node, itself included, that is one of several drawn
  /// alike: everything in it moves as one.
  let twins: [Int?]
  let isContainer: [Bool]

  init(_ layout: Layout, of graph: LayoutGraph, axis: Axis, twins: [Int?], isContainer: [Bool]) {
    self.layout = layout
    self.graph = graph
    self.axis = axis
    self.twins = twins
    self.isContainer = isContainer
    for node in graph.nodes.indices { addNode(node) }
    for edge in graph.edges.indices { addRoute(of: edge) }
    let bounds = layout.bounds ?? .zero
    start = add(bounds.lower(axis))
    end = add(bounds.upper(axis))
  }

  /// Where an anchor is.
  func place(_ anchor: Anchor, in values: [Int]) -> Int { values[anchor.variable] + anchor.offset }

  /// Where an anchor is in the drawing.
  func place(_ anchor: Anchor) -> Int { place(anchor, in: values) }

  private mutating func add(_ value: Int) -> Int {
    values.append(value)
    return values.count - 1
  }

  /// An anchor at `place` that moves with another.
  private func anchor(at place: Int, with other: Anchor) -> Anchor {
    Anchor(variable: other.variable, offset: other.offset + place - self.place(other))
  }

  private mutating func addNode(_ node: Int) {
    let frame = layout.frames[node]
    if let twin = twins[node], twin != node {
      lows.append(anchor(at: frame.lower(axis), with: lows[twin]))
      highs.append(anchor(at: frame.upper(axis), with: lows[twin]))
      return
    }
    lows.append(Anchor(variable: add(frame.lower(axis))))
    let isRigid = !isContainer[node] || twins[node] != nil
    highs.append(
      isRigid
        ? anchor(at: frame.upper(axis), with: lows[node])
        : Anchor(variable: add(frame.upper(axis))))
  }

  private mutating func addRoute(of edge: Int) {
    let route = layout.routes[edge]
    let (source, target) = (graph.edges[edge].source, graph.edges[edge].target)
    var holder = twins[source].flatMap { $0 == twins[target] ? lows[$0] : nil }
    if source == target {
      let isBeyond = route.points.contains { $0[axis] > layout.frames[source].upper(axis) }
      holder = isBeyond ? highs[source] : lows[source]
    }
    var wires: [Anchor?] = []
    for (one, other) in zip(route.points, route.points.dropFirst()) {
      if one[axis] != other[axis] {
        wires.append(nil)
      } else if let holder {
        wires.append(anchor(at: one[axis], with: holder))
      } else {
        wires.append(Anchor(variable: add(one[axis])))
      }
    }
    self.wires.append(wires)
    labels.append(
      route.label.map { label in
        if let holder { return anchor(at: label.lower(axis), with: holder) }
        if let wire = pieceThrough(label, of: edge).flatMap({ wires[$0] }) {
          return anchor(at: label.lower(axis), with: wire)
        }
        return Anchor(variable: add(label.lower(axis)))
      })
  }

  /// The piece across the axis that a label lies on.
  func pieceThrough(_ label: Rect, of edge: Int) -> Int? {
    let points = layout.routes[edge].points
    return points.indices.dropLast().first { index in
      let (one, other) = (points[index], points[index + 1])
      return one[axis] == other[axis]
        && label.lower(axis) <= one[axis] && one[axis] <= label.upper(axis)
        && min(one[axis.cross], other[axis.cross]) <= label.lower(axis.cross)
        && label.upper(axis.cross) <= max(one[axis.cross], other[axis.cross])
    }
  }

  /// Whether two pieces of an edge across the axis, with one between, run the same way.
  func goesOn(_ edge: Int, between first: Int, and second: Int) -> Bool {
    guard abs(first - second) == 2 else { return false }
    let (points, cross) = (layout.routes[edge].points, axis.cross)
    return (points[first][cross] < points[first + 1][cross])
      == (points[second][cross] < points[second + 1][cross])
  }

  /// What moves a point of a route.
  func anchor(ofPoint index: Int, of edge: Int) -> Anchor {
    let pieces = wires[edge]
    if index < pieces.count, let wire = pieces[index] { return wire }
    if index > 0, let wire = pieces[index - 1] { return wire }
    let node = index == 0 ? graph.edges[edge].source : graph.edges[edge].target
    let place = layout.routes[edge].points[index][axis]
    return place == self.place(highs[node]) ? highs[node] : anchor(at: place, with: lows[node])
  }

  /// The drawing with other values.
  func layout(with values: [Int]) -> Layout {
    var result = layout
    for node in graph.nodes.indices {
      let low = place(lows[node], in: values)
      result.frames[node].origin[axis] = low
      result.frames[node].size[axis] = place(highs[node], in: values) - low
    }
    for edge in graph.edges.indices {
      for index in result.routes[edge].points.indices {
        result.routes[edge].points[index][axis] = place(
          anchor(ofPoint: index, of: edge), in: values)
      }
      result.routes[edge].points = result.routes[edge].points.withoutStraightCorners
      if let label = labels[edge] {
        result.routes[edge].label?.origin[axis] = place(label, in: values)
      }
    }
    return result
  }
}

extension Rect {
  /// Its near side across an axis.
  func lower(_ axis: Axis) -> Int { axis == .horizontal ? minX : minY }
  /// Its far side across an axis.
  func upper(_ axis: Axis) -> Int { axis == .horizontal ? maxX : maxY }
  /// What it covers along an axis.
  func span(_ axis: Axis) -> ClosedRange<Int> { lower(axis)...upper(axis) }
}

extension Insets {
  /// The room on the near side across an axis.
  func lower(_ axis: Axis) -> Int { axis == .horizontal ? left : top }
  /// The room on the far side across an axis.
  func upper(_ axis: Axis) -> Int { axis == .horizontal ? right : bottom }
}
