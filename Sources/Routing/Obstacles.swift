import DiagramAlgorithms
import DiagramGraph
import DiagramModel

/// What stands in the way of the edges of a graph.
///
/// A box is *solid* if no edge has to get inside: a leaf, or a container without ends of edges
/// inside. Containers with such ends are *open*: only the edges that must may cross their outline.
/// Groups without outline are neither; a text is a leaf.
///
/// In a series, a box is only in the way of edges that some picture shows together with it: whoever
/// looks around says which pictures are meant.
struct Obstacles: Sendable {
  /// One a node.
  let frames: [Rect]
  /// For each node what is drawn in its frame, beside which edges end.
  let cores: [Rect]
  /// Nodes that no edge may run through, in order; what is inside them is not listed again.
  let solid: [Int]
  /// Containers that some edges run into, in order.
  let open: [Int]
  /// For each node, the texts that edges to its content do not run over.
  let titles: [[Rect]]
  /// What an outlined container leaves free beside its title; the frame of every other node.
  let interiors: [Rect]
  /// Lines that part what lies on both sides, which edges cross but do not run along, in order.
  let dividers: [Int]
  /// The smallest rectangle around all frames.
  let bounds: Rect
  /// Nodes that some edge is never seen together with, in order.
  let partial: [Int]

  let nesting: Nesting
  /// Leaves that leave their frame on each side, as a circle or diamond: there each end wants a side of its own.
  let isPointed: [Bool]
  /// For each leaf the sides that it reaches in one point only.
  private let points: [Set<Side>]
  private let isOpen: [Bool]
  /// Open containers that any edge may cross.
  private let isLane: [Bool]
  /// For each node the pictures that show it; empty if every edge is seen together with every node.
  private let pictures: [PictureSet]
  private let arePartial: [Bool]
  private let solidBands: [Bands]
  private let openBands: [Bands]

  /// Whether a node reaches a side in one point only, as a diamond does.
  func isPoint(_ side: SideOfNode) -> Bool { points[side.node].contains(side.side) }

  init(_ graph: LayoutGraph, frames: [Rect]) {
    self.frames = frames
    cores = zip(graph.nodes, frames).map { $0.core(in: $1) }
    let nesting = Nesting(graph)
    self.nesting = nesting
    isOpen = graph.enteredContainers
    let isOpen = self.isOpen
    isPointed = graph.nodes.indices.map { index in
      let node = graph.nodes[index]
      return node.roundSides.count == Side.allCases.count && node.core == nil
        && nesting.isLeaf(index)
    }
    points = graph.nodes.indices.map { index in
      let node = graph.nodes[index]
      return node.core == nil && nesting.isLeaf(index) ? node.pointedSides : []
    }
    isLane = graph.nodes.indices.map { graph.isLane($0) && isOpen[$0] }
    let shown = Set(graph.edges.map(\.pictures))
    let isPartial = graph.nodes.map { node in
      !shown.allSatisfy { $0.intersects(node.pictures) }
    }
    arePartial = isPartial
    partial = graph.nodes.indices.filter { isPartial[$0] }
    pictures = partial.isEmpty ? [] : graph.nodes.map(\.pictures)
    var isHidden = Array(repeating: false, count: graph.nodes.count)
    var solid: [Int] = []
    for (index, node) in graph.nodes.enumerated() {
      // What lies on a box may reach out of it.
      let isCovered = node.on == nil && (node.parent.map { isHidden[$0] } ?? false)
      // Without an outline a leaf is a text, or a line that edges cross.
      let isBody = node.isOutlined || nesting.isLeaf(index) && !node.isPassable
      isHidden[index] = isCovered || isBody && !isOpen[index]
      if isHidden[index] && !isCovered { solid.append(index) }
    }
    self.solid = solid
    open = graph.nodes.indices.filter { isOpen[$0] }
    dividers = graph.nodes.indices.filter { node in
      graph.nodes[node].isPassable && frames[node].size.width != frames[node].size.height
    }
    titles = graph.nodes.indices.map { index in
      isOpen[index] ? Self.written(in: graph.nodes[index], frames[index]) : []
    }
    interiors = graph.nodes.indices.map { index in
      isOpen[index] ? Self.interior(of: graph.nodes[index], frame: frames[index]) : frames[index]
    }
    let bounds = frames.bounds ?? .zero
    self.bounds = bounds
    let open = self.open
    solidBands = Axis.allCases.map { Bands(solid, of: frames, across: $0.cross, bounds: bounds) }
    openBands = Axis.allCases.map { Bands(open, of: frames, across: $0.cross, bounds: bounds) }
  }

  /// Whether `ancestor` is around `node`, at whatever distance; no node is around itself.
  func isAncestor(_ ancestor: Int, of node: Int) -> Bool {
    nesting.isAncestor(ancestor, of: node)
  }

  /// Whether a node holds no others.
  func isLeaf(_ node: Int) -> Bool { nesting.isLeaf(node) }

  /// Whether one of both is around the other, or they are one.
  func areRelated(_ first: Int, _ second: Int) -> Bool { nesting.areRelated(first, second) }

  /// Whether a node is never seen in these pictures, and so in the way of nothing there.
  func isHidden(_ node: Int, from shown: PictureSet) -> Bool {
    !pictures.isEmpty && arePartial[node] && !pictures[node].intersects(shown)
  }

  /// Whether some edge is never seen together with a node.
  func isPartial(_ node: Int) -> Bool { arePartial[node] }

  /// Whether two nodes are never seen together.
  func areApart(_ first: Int, _ second: Int) -> Bool {
    !pictures.isEmpty && !pictures[first].intersects(pictures[second])
  }

  /// Whether edges cross a container on their way to others, as a lane.
  func isCrossedByAll(_ container: Int) -> Bool { isLane[container] }

  /// Whether an edge between two nodes may cross the outline of a container.
  func mayCross(_ container: Int, source: Int, target: Int) -> Bool {
    isLane[container] || isAncestor(container, of: source) || isAncestor(container, of: target)
  }

  /// The innermost open container around a node.
  func openParent(of node: Int) -> Int? {
    var candidate = nesting.parent(of: node)
    while let parent = candidate, !isOpen[parent] { candidate = nesting.parent(of: parent) }
    return candidate
  }

  /// The room in front of a side, up to the next box that faces it or to the outline around;
  /// nil if nothing is there. Of boxes that are not in the way of all edges it counts none if `isSteady`.
  func room(beyond side: Side, of node: Int, isSteady: Bool = false) -> Int? {
    let axis = side.axis
    let across = frames[node][axis.cross]
    let start = frames[node].place(of: side)
    var nearest: Int?
    let measure = { (other: Int) in
      guard other != node, !isSteady || !arePartial[other],
        frames[other][axis.cross].overlaps(across)
      else { return }
      let distance =
        side.isForward ? frames[other][axis].low - start : start - frames[other][axis].high
      if distance >= 0 { nearest = min(nearest ?? distance, distance) }
    }
    // Most find something close by: what is further away is looked at only if not.
    let farthest = side.isForward ? bounds[axis].high - start : start - bounds[axis].low
    var depth = Self.firstDepth
    while true {
      let front = side.isForward ? Span(start, start + depth) : Span(start - depth, start)
      let rect = Rect(front, across, along: axis)
      forEachSolid(in: rect, for: .all, measure)
      forEachOpen(in: rect, for: .all, measure)
      if depth >= farthest || nearest.map({ $0 <= depth }) ?? false { break }
      depth *= 4
    }
    if let parent = openParent(of: node) {
      let wall = interiors[parent].place(of: side)
      let distance = side.isForward ? wall - start : start - wall
      if distance >= 0 { nearest = min(nearest ?? distance, distance) }
    }
    return nearest
  }

  /// How far from a side the next box is looked for first.
  private static let firstDepth = 256

  /// Calls `body` with every title that is seen in some pictures and whose extent across `axis` touches
  /// `across`; titles may come more than once.
  func forEachTitle(
    along axis: Axis, in across: Span, for shown: PictureSet, _ body: (Rect) -> Void
  ) {
    openBands[axis.index].forEach(in: across) { node in
      guard !isHidden(node, from: shown) else { return }
      for title in titles[node] where title[axis.cross].touches(across) { body(title) }
    }
  }

  /// How far a line along `axis` gets from `start` before it hits a solid box, or comes closer to
  /// one than `margin`; nil if nothing stops it. A box that is not in the way of all edges does not if
  /// `isSteady`.
  func reach(
    along axis: Axis, at place: Int, from start: Int, isForward: Bool, margin: Int, ignoring: Int?,
    isSteady: Bool = false
  ) -> Int? {
    var nearest: Int?
    solidBands[axis.index].forEach(in: Span(place - margin, place + margin)) { other in
      let across = frames[other][axis.cross]
      guard other != ignoring, !isSteady || !arePartial[other], across.low - margin < place,
        place < across.high + margin
      else { return }
      let isHit = across.low < place && place < across.high
      let along = frames[other][axis].widened(by: isHit ? 0 : margin)
      if isForward {
        guard along.high > start else { return }
        nearest = min(nearest ?? Int.max, max(start, along.low))
      } else {
        guard along.low < start else { return }
        nearest = max(nearest ?? Int.min, min(start, along.high))
      }
    }
    return nearest
  }

  /// Calls `body` with every solid box that is seen in some pictures and whose extent across `axis`
  /// may overlap `across`; boxes may come more than once.
  func forEachSolid(
    along axis: Axis, in across: Span, for shown: PictureSet, _ body: (Int) -> Void
  ) {
    solidBands[axis.index].forEach(in: across) { if !isHidden($0, from: shown) { body($0) } }
  }

  /// Calls `body` with every solid box that is seen in some pictures and may touch a rectangle; boxes
  /// may come more than once.
  func forEachSolid(in rect: Rect, for shown: PictureSet, _ body: (Int) -> Void) {
    Self.forEach(in: rect, of: solidBands) { if !isHidden($0, from: shown) { body($0) } }
  }

  /// Calls `body` with every open container that is seen in some pictures and may touch a rectangle;
  /// they may come more than once.
  func forEachOpen(in rect: Rect, for shown: PictureSet, _ body: (Int) -> Void) {
    Self.forEach(in: rect, of: openBands) { if !isHidden($0, from: shown) { body($0) } }
  }

  /// Looks along the axis along which there is less to look at.
  private static func forEach(in rect: Rect, of bands: [Bands], _ body: (Int) -> Void) {
    let (rows, columns) = (bands[Axis.horizontal.index], bands[Axis.vertical.index])
    let (vertical, horizontal) = (rect[.vertical], rect[.horizontal])
    if rows.count(in: vertical) <= columns.count(in: horizontal) {
      rows.forEach(in: vertical, body)
    } else {
      columns.forEach(in: horizontal, body)
    }
  }

  /// Calls `body` with every open container that is seen in some pictures and whose extent across
  /// `axis` may overlap `across`; they may come more than once.
  func forEachOpen(along axis: Axis, in across: Span, for shown: PictureSet, _ body: (Int) -> Void)
  {
    openBands[axis.index].forEach(in: across) { if !isHidden($0, from: shown) { body($0) } }
  }
}

extension Obstacles {
  /// The titles of a container, and its lines with the room before them: there edges reach a line, and run
  /// along no others.
  private static func written(in node: LayoutNode, _ frame: Rect) -> [Rect] {
    node.titles.map { $0.rect(in: frame) }
      + node.lines(in: frame).map {
        Rect(minX: frame.minX + 1, minY: $0.minY, maxX: $0.maxX, maxY: $0.maxY)
      }
  }

  /// The title stands in what the padding at one end has more than that at the other.
  private static func interior(of node: LayoutNode, frame: Rect) -> Rect {
    let title = node.padding.top - node.padding.bottom
    guard abs(title) >= 8 else { return frame }
    return frame.inset(
      by: Insets(
        top: title > 0 ? title + 4 : 0, left: 0, bottom: title < 0 ? 4 - title : 0, right: 0))
  }
}
