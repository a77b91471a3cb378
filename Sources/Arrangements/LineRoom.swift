import DiagramAlgorithms
package import DiagramGraph
package import DiagramModel

/// Where a drawing has too little room beside a line: gaps and paddings that are to grow, and by how
/// much.
package struct LineRoom: Hashable {
  /// For each node, how much larger the gaps between its children are to be.
  package private(set) var gaps: [Int: Size] = [:]
  /// The room that containers are to have between an outline and what they hold.
  package private(set) var paddings: [Padding] = []

  /// The room inside of one side of a container.
  package struct Padding: Hashable {
    package let node: Int
    package let side: Side
    package let room: Int
  }

  /// Room enough everywhere.
  package init() {}

  /// Adds what lines ask for that run beside a box closer than ``Spacing/roomBesideEdges``, beside an
  /// outline closer than ``Spacing/edgeToBorder``, that bend right before their head, or that join a box and a
  /// container around it over less than ``Spacing/shortestArrow``, in a drawing with the room so far.
  ///
  /// - Returns: whether any asks for more.
  /// - Complexity: O(*segments* · *nodes*).
  package mutating func grow(for layout: Layout, of graph: LayoutGraph) -> Bool {
    let before = self
    let finder = LineRoomFinder(graph: graph, layout: layout, nesting: Nesting(graph))
    for (edge, route) in layout.routes.enumerated() where !route.isCurved {
      for (start, end) in zip(route.points, route.points.dropFirst()) {
        guard start != end, start.x == end.x || start.y == end.y else { continue }
        let line = Rect(from: start, to: end)
        for node in graph.nodes.indices {
          for want in finder.wants(of: line, edge, beside: node) { add(want, finder, to: before) }
        }
      }
      guard graph.edges[edge].source != graph.edges[edge].target else { continue }
      for want in finder.wants(ofHeadAt: graph.edges[edge].target, of: route)
        + finder.wants(insideOfEndOf: edge, route)
      {
        add(want, finder, to: before)
      }
    }
    return self != before
  }

  /// Makes room as large as wanted beside what there was before; of several that want the same the most
  /// counts.
  private mutating func add(
    _ want: LineRoomFinder.Want, _ finder: LineRoomFinder, to before: LineRoom
  ) {
    switch want {
    case .gap(let node, let axis, let more):
      guard finder.graph.nodes[node].arrangement.spacing == nil else { return }
      let wanted = before.gaps[node, default: .zero][axis] + roundedUp(more)
      gaps[node, default: .zero][axis] = max(gaps[node, default: .zero][axis], wanted)
    case .padding(let node, let side, let more):
      // Pins count from the room inside: it stays where it is.
      guard !finder.hasPins(in: node) else { return }
      let known = before.room(of: node, side) ?? finder.graph.nodes[node].padding[side]
      let padding = Padding(node: node, side: side, room: known + roundedUp(more))
      if let index = paddings.firstIndex(where: { $0.node == node && $0.side == side }) {
        if paddings[index].room < padding.room { paddings[index] = padding }
      } else {
        paddings.append(padding)
      }
    }
  }
}

extension LineRoom {
  fileprivate func room(of node: Int, _ side: Side) -> Int? {
    paddings.first { $0.node == node && $0.side == side }?.room
  }
}

/// Looks for what stands close beside lines.
private struct LineRoomFinder {
  let graph: LayoutGraph
  let layout: Layout
  let nesting: Nesting

  /// Whether somebody said where something in a node lies, be it in a group without an outline.
  func hasPins(in node: Int) -> Bool {
    nesting.children(of: node).contains {
      graph.nodes[$0].pin != nil || !graph.nodes[$0].isOutlined && hasPins(in: $0)
    }
  }

  /// What has to grow, by how much.
  enum Want {
    case gap(Int, Axis, Int)
    case padding(Int, Side, Int)
  }

  /// What a piece of the way of an edge asks for beside a node.
  func wants(of line: Rect, _ edge: Int, beside node: Int) -> [Want] {
    let (value, ends) = (graph.nodes[node], graph.edges[edge])
    guard value.isOutlined, node != ends.source, node != ends.target,
      value.pictures.intersects(ends.pictures)
    else { return [] }
    let axis: Axis = line.size.height == 0 ? .horizontal : .vertical
    let frame = layout.frames[node]
    guard line[axis].intersection(frame[axis]).length > leastLength else { return [] }
    let (place, across) = (line[axis.cross].low, frame[axis.cross])
    let isLeaf = nesting.isLeaf(node)
    let distance = isLeaf ? table.roomBesideEdges : table.edgeToBorder
    var wants: [Want] = []
    for isForward in [false, true] {
      // Outside of the box, on this side of it.
      let side = Side(axis.cross, isForward: isForward)
      let free = isForward ? place - across.high : across.low - place
      if free >= 0, free < distance {
        wants += self.wants(outside: side, of: node, at: line, lacking: distance - free)
      }
      guard !isLeaf, across.low < place, place < across.high else { continue }
      let inside = isForward ? across.high - place : place - across.low
      if inside < distance { wants.append(.padding(node, side, distance - inside)) }
    }
    return wants
  }

  /// What the last bend of a way asks for before a node, if it is too near to it.
  func wants(ofHeadAt node: Int, of route: Route) -> [Want] {
    guard route.points.count > 2 else { return [] }
    let (start, bend, end) = (
      route.points[route.points.count - 3], route.points[route.points.count - 2],
      route.points[route.points.count - 1]
    )
    let line = Rect(from: start, to: bend)
    guard line.size.width == 0 || line.size.height == 0,
      let side = layout.frames[node].side(at: end, towards: bend)
    else { return [] }
    let free = abs(end.x - bend.x) + abs(end.y - bend.y)
    return free < table.roomBesideEdges
      ? wants(outside: side, of: node, at: line, lacking: table.lastPiece - free) : []
  }

  /// What a line between a box and a container around it asks for, if it is too short to be seen as one.
  func wants(insideOfEndOf edge: Int, _ route: Route) -> [Want] {
    let (source, target) = (graph.edges[edge].source, graph.edges[edge].target)
    let isOutwards = nesting.isAncestor(target, of: source)
    guard isOutwards || nesting.isAncestor(source, of: target), route.points.count == 2,
      let start = route.points.first, let end = route.points.last
    else { return [] }
    let (container, border, other) = isOutwards ? (target, end, start) : (source, start, end)
    let length = abs(end.x - start.x) + abs(end.y - start.y)
    guard length < table.shortestArrow,
      let side = Side.allCases.first(where: {
        layout.frames[container].place(of: $0) == border[$0.axis]
          && border[$0.axis] != other[$0.axis]
      })
    else { return [] }
    return [.padding(container, side, table.shortestArrow - length)]
  }

  /// The gap, or the padding, in which a line runs beside a side of a node, if it lacks room there.
  private func wants(
    outside side: Side, of node: Int, at line: Rect, lacking missing: Int
  ) -> [Want] {
    guard let parent = nesting.parent(of: node) else { return [] }
    let (axis, along) = (side.axis, line[side.axis.cross])
    let (start, place) = (layout.frames[node].place(of: side), line[side.axis].low)
    let free = side.isForward ? place - start : start - place
    guard free >= 0 else { return [] }
    let isFaced = nesting.children(of: parent).contains { other in
      let frame = layout.frames[other]
      let away =
        side.isForward ? frame[axis].low - start : start - frame[axis].high
      return other != node && away >= free && away < farthestNeighbour
        && frame[axis.cross].intersection(along).length > 0
    }
    // A line in the middle of a gap keeps as much from both.
    if isFaced { return [.gap(parent, axis, 2 * missing)] }
    guard graph.nodes[parent].isOutlined else {
      return wants(outside: side, of: parent, at: line, lacking: missing)
    }
    guard layout.frames[parent].insetBy(1).touches(line) else { return [] }
    let rest = rest(of: parent, side, beyond: place, along)
    guard rest < free + missing + table.edgeToBorder else { return [] }
    return [.padding(parent, side, missing + max(0, table.edgeToBorder - rest))]
  }

  /// What is free between a line in a container and the outline on one side, or a title there.
  private func rest(of container: Int, _ side: Side, beyond place: Int, _ along: Span) -> Int {
    let frame = layout.frames[container]
    let titles = graph.nodes[container].titles.compactMap { title -> Int? in
      let rect = title.rect(in: frame)
      guard rect[side.axis.cross].intersection(along).length > 0 else { return nil }
      let rest = side.isForward ? rect[side.axis].low - place : place - rect[side.axis].high
      return rest >= 0 ? rest : nil
    }
    return titles.reduce(abs(frame.place(of: side) - place), min)
  }

  private let table = Spacing()

  /// What is shorter only passes by.
  private let leastLength = 20

  /// How far a box may lie from another at most for the room between them to be a gap.
  private let farthestNeighbour = 60
}

extension LayoutGraph {
  /// The graph with the paddings that lines ask for.
  package func withRoom(for lines: LineRoom) -> LayoutGraph {
    var graph = self
    for padding in lines.paddings {
      graph.nodes[padding.node].padding.grow(padding.side, to: padding.room)
    }
    return graph
  }
}
