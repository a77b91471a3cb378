import DiagramAlgorithms
import DiagramGraph
import DiagramModel

/// The distances along one axis that keep a drawing what it is: no two things that lie beside each
/// other change their order, and none comes nearer than asked for, or than it is already.
struct AxisDistances {
  typealias Anchor = AxisBodies.Anchor

  private let bodies: AxisBodies
  private let spacing: Spacing
  /// What boxes keep from each other along the axis.
  private let boxDistance: Int
  /// The distances, between the variables of the bodies.
  private(set) var arcs: [DifferenceRelaxation.Arc] = []
  /// Distances that the drawing does not keep yet, and should if it can.
  private(set) var wishes: [DifferenceRelaxation.Arc] = []

  private var axis: Axis { bodies.axis }
  private var graph: LayoutGraph { bodies.graph }

  init(_ bodies: AxisBodies, spacing: Spacing, boxDistance: Int) {
    self.bodies = bodies
    self.spacing = spacing
    self.boxDistance = boxDistance
    addNesting()
    addSiblings()
    addJoined()
    addPorts()
    addLines()
  }

  /// Asks for a distance, or for what there is, if that is less.
  private mutating func keep(_ first: Anchor, before second: Anchor, by wish: Int) {
    let room = bodies.place(second) - bodies.place(first)
    if first.variable == second.variable { return }
    arcs.append(arc(first, before: second, by: min(room, wish)))
  }

  private func arc(_ first: Anchor, before second: Anchor, by distance: Int)
    -> DifferenceRelaxation.Arc
  {
    DifferenceRelaxation.Arc(
      tail: first.variable, head: second.variable,
      minimum: distance + first.offset - second.offset)
  }

  /// Children stay inside their parents, and all boxes inside the drawing.
  private mutating func addNesting() {
    let (start, end) = (Anchor(variable: bodies.start), Anchor(variable: bodies.end))
    for (node, value) in graph.nodes.enumerated() {
      let (low, high) = (bodies.lows[node], bodies.highs[node])
      if bodies.isContainer[node] { keep(low, before: high, by: value.minimumSize[axis]) }
      if let parent = value.parent {
        let padding = graph.nodes[parent].padding
        keep(bodies.lows[parent], before: low, by: padding.lower(axis))
        keep(high, before: bodies.highs[parent], by: padding.upper(axis))
      } else {
        keep(start, before: low, by: 0)
        keep(high, before: end, by: 0)
      }
    }
  }

  /// Children of one parent that lie beside each other stay so.
  private mutating func addSiblings() {
    let frames = bodies.layout.frames
    let children = Dictionary(grouping: graph.nodes.indices) { graph.nodes[$0].parent ?? -1 }
    for parent in children.keys.sorted() {
      let sorted = (children[parent] ?? []).sorted {
        (frames[$0].lower(axis), $0) < (frames[$1].lower(axis), $1)
      }
      for (index, node) in sorted.enumerated() {
        for other in sorted[(index + 1)...]
        where frames[other].lower(axis) >= frames[node].upper(axis)
          && frames[node].span(axis.cross).isNear(frames[other].span(axis.cross), spacing.nodes)
        {
          keepApart(node, other)
        }
      }
    }
  }

  /// Boxes that edges join stay as far apart along the flow as layers are; those that are to skip
  /// layers, as far as they are.
  private mutating func addJoined() {
    guard axis == .vertical else { return }
    let frames = bodies.layout.frames
    for edge in graph.edges {
      if edge.minimumLength > 1, frames[edge.source].maxY <= frames[edge.target].minY {
        keep(bodies.highs[edge.source], before: bodies.lows[edge.target], by: .max)
      } else if frames[edge.source].maxY <= frames[edge.target].minY {
        keepApart(edge.source, edge.target)
      } else if frames[edge.target].maxY <= frames[edge.source].minY {
        keepApart(edge.target, edge.source)
      }
    }
  }

  private mutating func keepApart(_ first: Int, _ second: Int) {
    let isBordered = bodies.isContainer[first] || bodies.isContainer[second]
    keep(
      bodies.highs[first], before: bodies.lows[second],
      by: isBordered && axis == .vertical ? min(boxDistance, spacing.nodes) : boxDistance)
  }

  /// The ends of edges stay on the sides of their boxes, away from the corners.
  private mutating func addPorts() {
    for (edge, wires) in bodies.wires.enumerated() {
      let ends = [
        (wires.first ?? nil, graph.edges[edge].source),
        (wires.last ?? nil, graph.edges[edge].target),
      ]
      for case (let wire?, let node) in ends {
        guard bodies.isContainer[node] else {
          keep(bodies.lows[node], before: wire, by: .max)
          keep(wire, before: bodies.lows[node], by: .max)
          continue
        }
        let margin = min(spacing.edgeToBorder, bodies.layout.frames[node].size[axis] / 4)
        keep(bodies.lows[node], before: wire, by: margin)
        keep(wire, before: bodies.highs[node], by: margin)
      }
    }
  }

  // MARK: Lines

  /// Something that a line keeps away from.
  private struct Item {
    enum Kind {
      case leaf(Int)
      case outline(Int, isLow: Bool)
      case title
      case wire(edge: Int, piece: Int)
      case label(edge: Int)
    }
    var kind: Kind
    var low: Anchor
    var high: Anchor
    var span: ClosedRange<Int>
    /// What it covers across the axis.
    var reach: ClosedRange<Int>
  }

  /// Lines and labels keep their place among all that lies beside them.
  private mutating func addLines() {
    var front = Front()
    let items = self.items()
    var hasPrevious = [Bool](repeating: false, count: items.count)
    var hasNext = hasPrevious
    for (index, item) in items.enumerated() {
      for other in front.items(near: item.reach, margin: spacing.edges - 1) {
        guard let wish = distance(items[other].kind, item.kind),
          items[other].span.upperBound <= item.span.lowerBound
        else { continue }
        keep(items[other].high, before: item.low, by: wish)
        let room = bodies.place(item.low) - bodies.place(items[other].high)
        if room < wish { wishes.append(arc(items[other].high, before: item.low, by: wish)) }
        hasPrevious[index] = true
        hasNext[other] = true
      }
      front.cover(item.reach, by: index)
    }
    for (index, item) in items.enumerated() {
      switch item.kind {
      case .wire, .label:
        if !hasPrevious[index] { keep(Anchor(variable: bodies.start), before: item.low, by: 0) }
        if !hasNext[index] { keep(item.high, before: Anchor(variable: bodies.end), by: 0) }
      case .leaf, .outline, .title: continue
      }
    }
  }

  /// Everything in the order along the axis.
  private func items() -> [Item] {
    let items =
      bodies.layout.frames.indices.flatMap(items(ofNode:))
      + bodies.layout.routes.indices.flatMap(items(ofEdge:))
    return items.enumerated().sorted {
      ($0.element.span.lowerBound, $0.element.span.upperBound, $0.offset)
        < ($1.element.span.lowerBound, $1.element.span.upperBound, $1.offset)
    }.map(\.element)
  }

  private func items(ofNode node: Int) -> [Item] {
    let frame = bodies.layout.frames[node]
    let (low, high) = (bodies.lows[node], bodies.highs[node])
    let reach = frame.span(axis.cross)
    guard bodies.isContainer[node] else {
      return [Item(kind: .leaf(node), low: low, high: high, span: frame.span(axis), reach: reach)]
    }
    let titles = graph.nodes[node].titles.map { title in
      let rect = clearPart(of: title, in: frame)
      let isFar = axis == .horizontal ? title.alignment == .right : title.isAtBottom
      let anchor = isFar ? high : low
      let shift = rect.lower(axis) - bodies.place(anchor)
      let start = Anchor(variable: anchor.variable, offset: anchor.offset + shift)
      let end = Anchor(variable: start.variable, offset: start.offset + rect.size[axis])
      return Item(
        kind: .title, low: start, high: end, span: rect.span(axis), reach: rect.span(axis.cross))
    }
    return titles
      + [(low, true), (high, false)].map { anchor, isLow in
        let place = bodies.place(anchor)
        return Item(
          kind: .outline(node, isLow: isLow), low: anchor, high: anchor, span: place...place,
          reach: reach)
      }
  }

  /// Where lines are kept from a title: past a long one they run through the other half of the
  /// container, and where they have come a little too near already, they come no nearer.
  private func clearPart(of title: LayoutTitle, in frame: Rect) -> Rect {
    var title = title
    title.size.width = min(title.size.width, frame.size.width / 2)
    let rect = title.rect(in: frame)
    guard axis == .horizontal, title.alignment == .left else { return rect }
    let nearest = bodies.layout.routes.flatMap { route in
      zip(route.points, route.points.dropFirst()).compactMap { one, other in
        let crosses =
          one.x == other.x && min(one.y, other.y) < rect.maxY
          && max(one.y, other.y) > rect.minY
        return crosses && 3 * (one.x - rect.minX) > 2 * rect.size.width ? one.x : nil
      }
    }.min()
    title.size.width = min(title.size.width, (nearest ?? rect.maxX) - rect.minX)
    return title.rect(in: frame)
  }

  private func items(ofEdge edge: Int) -> [Item] {
    var items: [Item] = []
    let route = bodies.layout.routes[edge]
    var hidden: (piece: Int, reach: ClosedRange<Int>)?
    if let label = route.label, let low = bodies.labels[edge] {
      var high = low
      high.offset += label.size[axis]
      let reach = label.span(axis.cross)
      items.append(
        Item(kind: .label(edge: edge), low: low, high: high, span: label.span(axis), reach: reach))
      hidden = bodies.pieceThrough(label, of: edge).map { ($0, reach) }
    }
    for (piece, wire) in bodies.wires[edge].enumerated() {
      guard let wire else { continue }
      let (one, other) = (route.points[piece], route.points[piece + 1])
      let (first, last) = (one[axis.cross], other[axis.cross])
      let reach = min(first, last)...max(first, last)
      // A piece under its label is not seen there.
      for part in hidden?.piece == piece ? reach.without(hidden?.reach) : [reach] {
        items.append(
          Item(
            kind: .wire(edge: edge, piece: piece), low: wire, high: wire,
            span: one[axis]...one[axis], reach: part))
      }
    }
    return items
  }

  /// What two things keep from each other; nil if that is told elsewhere.
  private func distance(_ first: Item.Kind, _ second: Item.Kind) -> Int? {
    switch (first, second) {
    case (.wire(let edge, let piece), .wire(let other, let otherPiece)):
      let isSame = edge == other && bodies.goesOn(edge, between: piece, and: otherPiece)
      return isSame ? 0 : spacing.edges
    case (.wire(let edge, _), .leaf(let leaf)), (.leaf(let leaf), .wire(let edge, _)):
      return (ends(edge, at: leaf) ? spacing.edges : spacing.edgeToNode) + spacing.overhang
    case (.wire(let edge, _), .outline(let node, let isLow)):
      return isLow && !concerns(edge, node) ? spacing.edgeToNode : spacing.edgeToBorder
    case (.outline(let node, let isLow), .wire(let edge, _)):
      return !isLow && !concerns(edge, node) ? spacing.edgeToNode : spacing.edgeToBorder
    case (.label, .wire), (.wire, .label): return spacing.edges
    case (.label, _), (_, .label): return spacing.edgeToNode
    case (.title, .wire), (.wire, .title): return spacing.edgeToBorder
    case (.title, _), (_, .title), (.leaf, _), (.outline, _): return nil
    }
  }

  private func ends(_ edge: Int, at node: Int) -> Bool {
    graph.edges[edge].source == node || graph.edges[edge].target == node
  }

  /// Whether an edge begins or ends at a container or in it.
  private func concerns(_ edge: Int, _ container: Int) -> Bool {
    [graph.edges[edge].source, graph.edges[edge].target].contains { end in
      sequence(first: end) { graph.nodes[$0].parent }.contains(container)
    }
  }
}

extension ClosedRange<Int> {
  fileprivate func isNear(_ other: ClosedRange<Int>, _ distance: Int) -> Bool {
    lowerBound < other.upperBound + distance && other.lowerBound < upperBound + distance
  }

  /// The parts of it before and after another range inside.
  fileprivate func without(_ other: ClosedRange<Int>?) -> [ClosedRange<Int>] {
    guard let other else { return [self] }
    var parts: [ClosedRange<Int>] = []
    if lowerBound < other.lowerBound { parts.append(lowerBound...other.lowerBound) }
    if other.upperBound < upperBound { parts.append(other.upperBound...upperBound) }
    return parts
  }
}

/// What was met last at every place across an axis.
private struct Front {
  /// Neighbouring parts, without gaps, from before everything to after everything.
  private var starts = [Int.min]
  private var owners: [Int?] = [nil]

  /// The items last met within `margin` of a range, each once, in their order.
  func items(near range: ClosedRange<Int>, margin: Int) -> [Int] {
    var found: [Int] = []
    var part = index(of: range.lowerBound - margin)
    while part < starts.count, starts[part] <= range.upperBound + margin {
      if let owner = owners[part], !found.contains(owner) { found.append(owner) }
      part += 1
    }
    return found.sorted()
  }

  /// Says that an item was met on a range.
  mutating func cover(_ range: ClosedRange<Int>, by item: Int) {
    let first = index(of: range.lowerBound)
    let last = index(of: range.upperBound)
    let after = owners[last]
    var newStarts = [range.lowerBound, range.upperBound + 1]
    var newOwners: [Int?] = [item, after]
    if starts[first] < range.lowerBound {
      newStarts.insert(starts[first], at: 0)
      newOwners.insert(owners[first], at: 0)
    }
    if last + 1 < starts.count, starts[last + 1] == range.upperBound + 1 {
      newStarts.removeLast()
      newOwners.removeLast()
    }
    starts.replaceSubrange(first...last, with: newStarts)
    owners.replaceSubrange(first...last, with: newOwners)
  }

  /// The part that holds a place.
  private func index(of place: Int) -> Int {
    var (low, high) = (0, starts.count - 1)
    while low < high {
      let middle = (low + high + 1) / 2
      if starts[middle] <= place { low = middle } else { high = middle - 1 }
    }
    return low
  }
}
