package import DiagramAlgorithms
package import DiagramGraph
package import DiagramModel

/// What can move along one axis of a finished drawing: boxes, the outlines of containers, the
/// pieces of routes that run across the axis, and labels.
package struct AxisBodies {
  /// A place: so far after a variable.
  package struct Anchor: Hashable {
    package var variable: Int
    package var offset = 0

    /// The anchor so far behind this one.
    package func after(_ distance: Int) -> Anchor {
      Anchor(variable: variable, offset: offset + distance)
    }
  }

  package let axis: Axis
  package let layout: Layout
  package let graph: LayoutGraph
  /// Where each variable is in the drawing.
  package private(set) var values: [Int] = []
  /// The near and the far side of each node.
  package private(set) var lows: [Anchor] = []
  package private(set) var highs: [Anchor] = []
  /// For each edge, the place of each piece between two points; nil for those along the axis.
  package private(set) var wires: [[Anchor?]] = []
  /// The near side of each label; nil if the edge has none.
  package private(set) var labels: [Anchor?] = []
  /// The piece that each label belongs to, the nearest one.
  package private(set) var labelPieces: [Int?] = []
  /// Limits of the whole drawing.
  package private(set) var start = 0
  package private(set) var end = 0
  package let nesting: Nesting
  /// The outermost container around each node, itself included, in which everything moves as one.
  private let rigid: [Int?]
  /// The leaf whose size may change, if there is one.
  private let flexible: Int?

  /// - Parameters:
  ///   - layout: a drawing whose routes are axis-parallel.
  ///   - graph: what is drawn.
  ///   - axis: along which things may move.
  ///   - rigid: for each node, the outermost container around it, or itself, that is to keep its inside;
  ///     none unless given.
  ///   - flexible: the leaf whose two sides move by themselves.
  package init(
    _ layout: Layout, of graph: LayoutGraph, axis: Axis, rigid: [Int?]? = nil, flexible: Int? = nil
  ) {
    self.layout = layout
    self.graph = graph
    self.axis = axis
    self.rigid = rigid ?? graph.nodes.map { _ in nil }
    self.flexible = flexible
    nesting = Nesting(graph)
    for node in graph.nodes.indices { addNode(node) }
    for edge in graph.edges.indices { addRoute(of: edge) }
    let bounds = (layout.bounds ?? .zero)[axis]
    start = add(bounds.low)
    end = add(bounds.high)
  }

  /// Where an anchor is.
  package func place(_ anchor: Anchor, in values: [Int]) -> Int {
    values[anchor.variable] + anchor.offset
  }

  /// Where an anchor is in the drawing.
  package func place(_ anchor: Anchor) -> Int { place(anchor, in: values) }

  /// The distance between two anchors, as one between their variables.
  package func arc(
    _ first: Anchor, before second: Anchor, by distance: Int
  ) -> DifferenceRelaxation.Arc {
    DifferenceRelaxation.Arc(
      tail: first.variable, head: second.variable,
      minimum: distance + first.offset - second.offset)
  }

  private mutating func add(_ value: Int) -> Int {
    values.append(value)
    return values.count - 1
  }

  /// An anchor at `place` that moves with another.
  func anchor(at place: Int, with other: Anchor) -> Anchor {
    Anchor(variable: other.variable, offset: other.offset + place - self.place(other))
  }

  private mutating func addNode(_ node: Int) {
    let span = layout.frames[node][axis]
    if let holder = rigid[node], holder != node {
      lows.append(anchor(at: span.low, with: lows[holder]))
      highs.append(anchor(at: span.high, with: lows[holder]))
      return
    }
    lows.append(Anchor(variable: add(span.low)))
    highs.append(
      (nesting.isLeaf(node) && node != flexible) || rigid[node] != nil
        ? anchor(at: span.high, with: lows[node]) : Anchor(variable: add(span.high)))
  }

  private mutating func addRoute(of edge: Int) {
    let route = layout.routes[edge]
    let (source, target) = (graph.edges[edge].source, graph.edges[edge].target)
    let holder = rigid[source].flatMap { $0 == rigid[target] ? lows[$0] : nil }
    let wires = zip(route.points, route.points.dropFirst()).map { one, other -> Anchor? in
      guard one[axis] == other[axis], one != other else { return nil }
      let holder = source == target ? side(of: source, holding: one[axis]) : holder
      return holder.map { anchor(at: one[axis], with: $0) } ?? Anchor(variable: add(one[axis]))
    }
    self.wires.append(wires)
    labelPieces.append(route.label.flatMap { route.piece(of: $0) })
    labels.append(
      route.label.map { label in
        let place = label[axis].low
        return (labelPieces[edge].flatMap { wires[$0] } ?? holder).map {
          anchor(at: place, with: $0)
        } ?? Anchor(variable: add(place))
      })
  }

  /// The side of a box with which a piece of its loop moves.
  private func side(of node: Int, holding place: Int) -> Anchor {
    place > layout.frames[node][axis].high ? highs[node] : lows[node]
  }

  /// The piece across the axis that a label lies on.
  func pieceThrough(_ label: Rect, of edge: Int) -> Int? {
    let points = layout.routes[edge].points
    return points.indices.dropLast().first { index in
      let (one, other) = (points[index], points[index + 1])
      let span = Span(between: one[axis.cross], and: other[axis.cross])
      return one[axis] == other[axis] && label[axis].contains(one[axis])
        && span.low <= label[axis.cross].low && label[axis.cross].high <= span.high
    }
  }

  /// Whether two pieces of an edge across the axis, with one between, run the same way.
  package func goesOn(_ edge: Int, between first: Int, and second: Int) -> Bool {
    guard abs(first - second) == 2 else { return false }
    let (points, cross) = (layout.routes[edge].points, axis.cross)
    return (points[first][cross] < points[first + 1][cross])
      == (points[second][cross] < points[second + 1][cross])
  }

  /// What moves a point of a route.
  package func anchor(ofPoint index: Int, of edge: Int) -> Anchor {
    let pieces = wires[edge]
    if index < pieces.count, let wire = pieces[index] { return wire }
    if index > 0, let wire = pieces[index - 1] { return wire }
    let node = index == 0 ? graph.edges[edge].source : graph.edges[edge].target
    let place = layout.routes[edge].points[index][axis]
    return place == self.place(highs[node]) ? highs[node] : anchor(at: place, with: lows[node])
  }

  /// The pieces across the axis at the ends of an edge, with the nodes that it ends at.
  package func endPieces(of edge: Int) -> [(piece: Anchor, node: Int)] {
    let ends = [
      (wires[edge].first ?? nil, graph.edges[edge].source),
      (wires[edge].last ?? nil, graph.edges[edge].target),
    ]
    return ends.compactMap { piece, node in piece.map { ($0, node) } }
  }

  /// What the ends of a piece along the axis move with, the near one first.
  package func ends(ofPiece piece: Int, of edge: Int) -> (low: Anchor, high: Anchor) {
    let (first, second) = (anchor(ofPoint: piece, of: edge), anchor(ofPoint: piece + 1, of: edge))
    let points = layout.routes[edge].points
    return points[piece][axis] <= points[piece + 1][axis] ? (first, second) : (second, first)
  }

  /// The drawing with other values; what becomes straight loses its bends.
  package func layout(with values: [Int]) -> Layout {
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

extension Route {
  /// The piece that a text is nearest to.
  fileprivate func piece(of label: Rect) -> Int? {
    points.indices.dropLast().map { piece in
      (piece, label.distance(to: Rect(from: points[piece], to: points[piece + 1])))
    }.min { $0.1 < $1.1 }?.0
  }
}
