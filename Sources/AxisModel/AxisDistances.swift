package import DiagramAlgorithms
package import DiagramGraph
package import DiagramModel

/// The distances along one axis that keep a drawing what it is: no two things that lie beside each
/// other change their order, and none comes nearer than asked for, or than it is already.
package struct AxisDistances {
  package typealias Anchor = AxisBodies.Anchor

  /// What is asked for along an axis.
  package struct Rules {
    package var spacing: Spacing
    /// The axis along which edges lead from layer to layer; nil if there are no layers.
    package var flow: Axis?
    /// Whether the ends of edges may move along the sides of leaves.
    package var endsSlide: Bool

    /// How far apart across the axis boxes may pass each other.
    package var passing: Int
    /// How much room for its head each end of an edge keeps.
    package var headroom: Int
    /// Whether ends on one side of a leaf that lie too near to each other may come nearer to its corners.
    package var endsSpread = false

    /// A drawing in layers, downwards, whose ends of edges are where they belong.
    package static func layered(_ spacing: Spacing) -> Rules {
      Rules(
        spacing: spacing, flow: .vertical, endsSlide: false, passing: spacing.nodes, headroom: 0)
    }

    /// A drawing without layers.
    package static func free(_ spacing: Spacing) -> Rules {
      Rules(
        spacing: spacing, flow: nil, endsSlide: true, passing: spacing.nodes, headroom: 0,
        endsSpread: true)
    }

    /// A drawing that is to change as little as possible.
    package static func pushed(_ spacing: Spacing) -> Rules {
      Rules(
        spacing: spacing, flow: nil, endsSlide: true, passing: spacing.leastNodes - 1,
        headroom: spacing.edgeToNode)
    }
  }

  package let bodies: AxisBodies
  let rules: Rules
  /// The distances, between the variables of the bodies.
  package private(set) var arcs: [DifferenceRelaxation.Arc] = []
  /// Distances that the drawing does not keep yet, and should if it can; those of ends on one side, which
  /// could not be told apart, come first.
  package var wishes: [DifferenceRelaxation.Arc] { crowdWishes + otherWishes }
  private var crowdWishes: [DifferenceRelaxation.Arc] = []
  private var otherWishes: [DifferenceRelaxation.Arc] = []
  /// Everything that lines keep away from, in the order along the axis.
  package private(set) var items: [AxisItem] = []
  private let crowds: EndCrowds

  var axis: Axis { bodies.axis }
  var graph: LayoutGraph { bodies.graph }
  var spacing: Spacing { rules.spacing }

  package init(_ bodies: AxisBodies, rules: Rules) {
    self.bodies = bodies
    self.rules = rules
    crowds = rules.endsSpread ? EndCrowds(bodies, spacing: rules.spacing) : EndCrowds()
    addNesting()
    addSiblings()
    if axis == rules.flow { addJoined() }
    for edge in graph.edges.indices {
      addEnds(of: edge)
      addPieces(of: edge)
    }
    addLines()
  }

  /// Asks for a distance, or for what there is, if that is less.
  private mutating func keep(_ first: Anchor, before second: Anchor, by wish: Int) {
    guard first.variable != second.variable else { return }
    let room = bodies.place(second) - bodies.place(first)
    arcs.append(bodies.arc(first, before: second, by: min(room, wish)))
  }

  /// Children stay inside their parents, and all boxes inside the drawing.
  private mutating func addNesting() {
    let (start, end) = (Anchor(variable: bodies.start), Anchor(variable: bodies.end))
    for (node, value) in graph.nodes.enumerated() {
      let (low, high) = (bodies.lows[node], bodies.highs[node])
      if !bodies.nesting.isLeaf(node) { keep(low, before: high, by: value.minimumSize[axis]) }
      if let parent = value.parent {
        let padding = graph.nodes[parent].padding.along(axis)
        keep(bodies.lows[parent], before: low, by: padding.low)
        keep(high, before: bodies.highs[parent], by: padding.high)
      } else {
        keep(start, before: low, by: 0)
        keep(high, before: end, by: 0)
      }
    }
  }

  /// Children of one parent that lie beside each other stay so. Where one between two sees to that,
  /// nothing is asked for.
  private mutating func addSiblings() {
    let frames = bodies.layout.frames
    for parent in [nil] + graph.nodes.indices.map(Optional.some) {
      let sorted = bodies.nesting.children(of: parent).sorted {
        (frames[$0][axis].low, $0) < (frames[$1][axis].low, $1)
      }
      for node in sorted {
        var open = [frames[node][axis.cross].widened(by: rules.passing)]
        let first = sorted.lowerBound { frames[$0][axis].low >= frames[node][axis].high }
        for other in sorted[first...] where !open.isEmpty {
          let across = frames[other][axis.cross]
          guard other != node, open.contains(where: across.overlaps) else { continue }
          keepApart(node, other)
          open = open.flatMap { $0.subtracting([across]) }.filter { $0.length > 0 }
        }
      }
    }
  }

  /// Boxes that edges join stay as far apart along the flow as layers are; those that are to skip
  /// layers, as far as they are.
  private mutating func addJoined() {
    let frames = bodies.layout.frames
    for edge in graph.edges {
      let (source, target) = (frames[edge.source][axis], frames[edge.target][axis])
      if edge.minimumLength > 1, source.high <= target.low {
        keep(bodies.highs[edge.source], before: bodies.lows[edge.target], by: .max)
      } else if source.high <= target.low {
        keepApart(edge.source, edge.target)
      } else if target.high <= source.low {
        keepApart(edge.target, edge.source)
      }
    }
  }

  private mutating func keepApart(_ first: Int, _ second: Int) {
    let areLeaves = bodies.nesting.isLeaf(first) && bodies.nesting.isLeaf(second)
    let distance =
      axis != rules.flow
      ? spacing.nodes + spacing.widening
      : areLeaves ? spacing.layers : min(spacing.layers, spacing.nodes)
    keep(bodies.highs[first], before: bodies.lows[second], by: distance)
  }

  /// The ends of an edge stay on the sides of their boxes, away from the corners.
  private mutating func addEnds(of edge: Int) {
    for (wire, node) in bodies.endPieces(of: edge) {
      let (low, high) = (bodies.lows[node], bodies.highs[node])
      let size = bodies.layout.frames[node].size[axis]
      if !bodies.nesting.isLeaf(node) {
        let margin = min(spacing.edgeToBorder, size / 4)
        keep(low, before: wire, by: margin)
        keep(wire, before: high, by: margin)
      } else if rules.endsSlide {
        let margin = crowds.margin(of: wire) ?? min(spacing.edges, size / 2)
        keep(low, before: wire, by: margin)
        keep(wire, before: high, by: margin)
      } else {
        keep(low, before: wire, by: .max)
        keep(wire, before: low, by: .max)
      }
    }
  }

  /// Pieces along the axis do not turn round, those at the ends of an edge do not vanish, and a label
  /// stays beside its piece.
  private mutating func addPieces(of edge: Int) {
    let points = bodies.layout.routes[edge].points
    for piece in bodies.wires[edge].indices where bodies.wires[edge][piece] == nil {
      let (low, high) = bodies.ends(ofPiece: piece, of: edge)
      let ends = (piece == 0 ? 1 : 0) + (piece + 2 == points.count ? 1 : 0)
      let least = max(ends * rules.headroom, ends > 0 ? spacing.edges : 0)
      // What stands on a straight line keeps its room.
      let room =
        ends == 2
        ? min(graph.edges[edge].roomOnLine[axis], bodies.place(high) - bodies.place(low)) : 0
      keep(low, before: high, by: max(least, room))
      guard bodies.labelPieces[edge] == piece, let label = bodies.labels[edge] else { continue }
      keep(low, before: label, by: 0)
      let size = bodies.layout.routes[edge].label?.size[axis] ?? 0
      keep(label.after(size), before: high, by: 0)
    }
  }

  // MARK: Lines

  /// Lines and labels keep their place among all that lies beside them.
  private mutating func addLines() {
    items = sortedItems()
    var front = Front()
    var hasPrevious = [Bool](repeating: false, count: items.count)
    var hasNext = hasPrevious
    for (index, item) in items.enumerated() {
      for other in front.items(near: item.across, margin: spacing.edges - 1) {
        guard let wish = distance(items[other].kind, item.kind),
          items[other].span.high <= item.span.low
        else { continue }
        keep(items[other].high, before: item.low, by: wish)
        let room = bodies.place(item.low) - bodies.place(items[other].high)
        if let pitch = crowds.pitch(of: items[other].high, and: item.low) {
          let wanted = bodies.arc(items[other].high, before: item.low, by: min(pitch, wish))
          if room < min(pitch, wish) { crowdWishes.append(wanted) }
        } else if room < wish {
          otherWishes.append(bodies.arc(items[other].high, before: item.low, by: wish))
        }
        hasPrevious[index] = true
        hasNext[other] = true
      }
      front.cover(item.across, by: index)
    }
    for (index, item) in items.enumerated() where item.kind.floats {
      if !hasPrevious[index] { keep(Anchor(variable: bodies.start), before: item.low, by: 0) }
      if !hasNext[index] { keep(item.high, before: Anchor(variable: bodies.end), by: 0) }
    }
  }

  /// What two things keep from each other, with what wide lines reach to their sides; nil if that is told elsewhere.
  private func distance(_ first: AxisItem.Kind, _ second: AxisItem.Kind) -> Int? {
    func half(_ kind: AxisItem.Kind) -> Int {
      if case .wire(let edge, _) = kind { graph.edges[edge].halfWidth } else { 0 }
    }
    return thinDistance(first, second).map { $0 == 0 ? 0 : $0 + half(first) + half(second) }
  }

  private func thinDistance(_ first: AxisItem.Kind, _ second: AxisItem.Kind) -> Int? {
    switch (first, second) {
    case (.wire(let edge, let piece), .wire(let other, let otherPiece)):
      let isSame = edge == other && bodies.goesOn(edge, between: piece, and: otherPiece)
      return isSame ? 0 : spacing.edges
    case (.wire(let edge, let piece), .leaf(let leaf)),
      (.leaf(let leaf), .wire(let edge, let piece)):
      return spacing.overhang
        + (endPiece(of: edge, before: piece, at: leaf)
          ?? (ends(edge, at: leaf) ? spacing.edges : spacing.edgeToNode))
    case (.wire(let edge, let piece), .outline(let node, let isLow)):
      return endPiece(of: edge, before: piece, at: node)
        ?? (isLow && !concerns(edge, node) ? spacing.edgeToNode : spacing.edgeToBorder)
    case (.outline(let node, let isLow), .wire(let edge, let piece)):
      return endPiece(of: edge, before: piece, at: node)
        ?? (!isLow && !concerns(edge, node) ? spacing.edgeToNode : spacing.edgeToBorder)
    case (.label, .wire), (.wire, .label): return spacing.edges
    case (.label, _), (_, .label): return spacing.edgeToBorder
    case (.title, .wire), (.wire, .title): return spacing.edgeToBorder
    case (.title, _), (_, .title), (.leaf, _), (.outline, _): return nil
    }
  }

  /// How long the piece of an edge is to be that joins another of its pieces with a node; nil if none
  /// does.
  private func endPiece(of edge: Int, before piece: Int, at node: Int) -> Int? {
    let (ends, count) = (graph.edges[edge], bodies.wires[edge].count)
    guard ends.source != ends.target else { return nil }
    if piece == count - 2, node == ends.target { return spacing.lastPiece }
    return piece == 1 && node == ends.source ? spacing.firstPiece : nil
  }

  private func ends(_ edge: Int, at node: Int) -> Bool {
    graph.edges[edge].source == node || graph.edges[edge].target == node
  }

  /// Whether an edge begins or ends at a container or in it.
  private func concerns(_ edge: Int, _ container: Int) -> Bool {
    [graph.edges[edge].source, graph.edges[edge].target].contains {
      $0 == container || bodies.nesting.isAncestor(container, of: $0)
    }
  }
}
