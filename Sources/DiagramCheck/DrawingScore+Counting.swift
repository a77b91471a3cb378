package import DiagramGraph
package import DiagramModel

extension DrawingScore {
  /// Counts what a drawing has.
  ///
  /// - Parameters:
  ///   - layout: the drawing.
  ///   - graph: what is drawn.
  ///   - request: where the edges should point, if anywhere; of several directions the best counts.
  ///   - shape: the room where it is shown; nil for any.
  ///   - isArranged: whether somebody arranged the boxes.
  /// - Complexity: O(*segments* · *boxes* + pairs of segments that lie close together).
  package init(
    _ layout: Layout, of graph: LayoutGraph, for request: LayoutRequest, shape: Size? = nil,
    isArranged: Bool = false
  ) {
    let isNested = graph.isNested
    let weights: Weights =
      switch (isArranged, isNested) {
      case (true, true): .arrangedNested
      case (true, false): .arranged
      case (false, true): .nested
      case (false, false): request.isDirected ? .plain : .undirected
      }
    let turned = request.directions.map { direction in
      graph.turned(in: layout, against: direction, isDirected: request.isDirected)
    }
    self.init(
      layout, turned: turned.min { weights.cost(of: $0) < weights.cost(of: $1) } ?? TurnedEdges(),
      shape: shape,
      faults: DrawingFaults(layout, of: graph), weights: weights,
      skewEnds: weights.skewEnd > 0 ? EndFaults(layout, of: graph).count : 0,
      unlikeTwins: weights.unlikeTwin > 0
        ? graph.unlikeBoxes(in: layout, isArranged: isArranged) : 0,
      looseContainers: weights.looseContainer > 0 ? RoomFaults(layout, of: graph).loose : 0)
  }

  /// Counts what a drawing has, of whose edges `backward` do not point along the flow.
  package init(_ layout: Layout, backward: Int, weights: Weights = .undirected) {
    self.init(layout, turned: TurnedEdges(backward: backward), weights: weights)
  }

  private init(
    _ layout: Layout, turned: TurnedEdges, shape: Size? = nil,
    faults: DrawingFaults = DrawingFaults(), weights: Weights = .undirected, skewEnds: Int = 0,
    unlikeTwins: Int = 0, looseContainers: Int = 0
  ) {
    let index = SegmentIndex(layout.routes)
    var (crossings, length) = (0, 0)
    for (edge, route) in layout.routes.enumerated() {
      for segment in route.segments(of: edge) {
        length += segment.length
        crossings += index.crossingsCounted(at: segment)
      }
    }
    let size = layout.bounds?.size ?? .zero
    self.init(
      violations: faults.violations, crossings: crossings, detour: faults.detour,
      turns: layout.routes.reduce(0) { $0 + max($1.points.count - 2, 0) }, length: length,
      room: size.area(shapedAs: shape), nearMisses: faults.nearMisses,
      lines: faults.lines, unevenGaps: faults.unevenGaps, backward: turned.backward,
      sideways: turned.sideways, circling: turned.circling, edges: layout.routes.count,
      weights: weights, skewEnds: skewEnds, unlikeTwins: unlikeTwins,
      looseContainers: looseContainers,
      stretch: size.stretch(
        besides: weights.fitsSlide ? shape : nil, looksAtSmall: weights.looksAtSmall),
      shrink: weights.fitsSlide ? size.shrink(in: shape) : 0)
  }
}

/// Edges that do not point along the flow, as ``DrawingScore`` counts them.
private struct TurnedEdges {
  var backward = 0
  var sideways = 0
  var circling = 0
}

extension DrawingScore.Weights {
  fileprivate func cost(of turned: TurnedEdges) -> Int {
    backward * turned.backward + sideways * turned.sideways + circling * turned.circling
  }
}

extension LayoutGraph {
  /// The edges of a drawing that do not point along a direction.
  fileprivate func turned(
    in layout: Layout, against direction: Direction, isDirected: Bool
  ) -> TurnedEdges {
    guard isDirected else { return TurnedEdges() }
    let (isNested, nesting) = (isNested, Nesting(self))
    func isOnCircle(_ edge: LayoutEdge) -> Bool {
      !isNested && leads(from: edge.target, to: edge.source, nesting)
    }
    var turned = TurnedEdges()
    for edge in edges where edge.source != edge.target {
      let (source, target) = (layout.frames[edge.source], layout.frames[edge.target])
      guard !direction.leads(from: source.center, to: target.center) else { continue }
      if isOnCircle(edge) {
        // What leads back in the order of writing was written as leading back.
        turned.circling += edge.source < edge.target ? 1 : 0
      } else if source.overlaps(target, along: direction.axis) {
        turned.sideways += 1
      } else {
        turned.backward += 1
      }
    }
    // What is nothing but circles has no direction.
    if turned.circling > 0, edges.allSatisfy(isOnCircle) { turned.circling = 0 }
    return turned
  }
}

extension Size {
  /// How many hundredths the longer extent is more than two and a half times the shorter, each in
  /// relation to that of a shape if there is one; of what fits a slide only if that counts as well.
  fileprivate func stretch(besides shape: Size?, looksAtSmall: Bool) -> Int {
    guard width > 0, height > 0 else { return 0 }
    let shape = shape ?? Size(width: 1, height: 1)
    let (wide, high) = (width * shape.height, height * shape.width)
    guard looksAtSmall || max(wide, high) > longestOnSlide * shape.height else { return 0 }
    return max(100 * max(wide, high) / min(wide, high) - 250, 0)
  }

  /// How many hundredths it is larger than the room where it is shown.
  fileprivate func shrink(in room: Size?) -> Int {
    guard let room, room.width > 0, room.height > 0 else { return 0 }
    return max(100 * width / room.width - 100, 100 * height / room.height - 100, 0)
  }

  /// The area of the smallest rectangle of a shape around this size; its own if there is none.
  fileprivate func area(shapedAs shape: Size?) -> Int {
    guard let shape else { return width * height }
    let wide = max(width, height * shape.width / shape.height)
    return wide * wide * shape.height / shape.width
  }
}

extension Rect {
  /// Whether two rectangles share a stretch of an axis.
  fileprivate func overlaps(_ other: Rect, along axis: Axis) -> Bool {
    axis == .horizontal
      ? minX < other.maxX && other.minX < maxX : minY < other.maxY && other.minY < maxY
  }
}

extension LayoutGraph {
  /// How many boxes are drawn unlike others that are equal, of what somebody arranged those that lie in no
  /// line three times, with the fans whose hub is not in the middle and the boxes that look alike.
  fileprivate func unlikeBoxes(in layout: Layout, isArranged: Bool) -> Int {
    let twins = TwinFaults(layout, of: self)
    guard isArranged else { return twins.unlike }
    return twins.unlike + 2 * twins.scattered + LookAlikes(layout, of: self).unlike
      + forks(Nesting(self)).filter(layout.isAskew).reduce(0) { $0 + $1.members.count - 1 }
  }

  /// Whether boxes lie in boxes.
  package var isNested: Bool {
    nodes.contains { node in node.parent.map { nodes[$0].isOutlined } ?? false }
  }

  /// Whether edges lead from a node to another; what leads to a container leads into it, and what
  /// lies in one leads wherever the container does.
  fileprivate func leads(from start: Int, to end: Int, _ nesting: Nesting) -> Bool {
    var reached: Set = [start]
    var open = [start]
    while let node = open.popLast() {
      for edge in edges
      where nesting.areRelated(edge.source, node) && reached.insert(edge.target).inserted {
        if nesting.areRelated(edge.target, end) { return true }
        open.append(edge.target)
      }
    }
    return false
  }
}
