import DiagramAlgorithms
import DiagramGraph
import DiagramModel
import Routing

/// What a new way must keep away from, or pays for.
struct WayObstacles {
  /// A part of the plane for ways along an axis.
  struct Zone {
    let axis: Axis
    /// The insides of these stretches count, along and across the axis.
    let along: Span
    let across: Span
    /// What a way pays; negative if it may not run there.
    let cost: Int
    /// Whether one pays once for coming across, rather than for every stretch.
    var isCrossing = false
  }

  private(set) var zones: [Zone] = []
  private var rects: [Rect] = []
  private var pieces: [Rect] = []
  private let window: Rect

  init(
    _ sketch: Sketch, source: Int, target: Int, window: Rect, spacing: IncrementalSpacing
  ) {
    self.window = window
    let costs = RoutingCosts(crossing: 2000)
    let common = sketch.nesting.commonAncestor(of: source, target)
    var hidden = Set<Int>()
    for (node, frame) in sketch.frames.enumerated() {
      guard let frame else { continue }
      if let parent = sketch.graph.nodes[node].parent, hidden.contains(parent) {
        hidden.insert(node)
        continue
      }
      guard frame.insetBy(-spacing.edgeToNode).intersects(window) else {
        if !sketch.nesting.isAncestor(node, of: source),
          !sketch.nesting.isAncestor(node, of: target)
        {
          hidden.insert(node)
        }
        continue
      }
      let isAround =
        sketch.nesting.isAncestor(node, of: source) || sketch.nesting.isAncestor(node, of: target)
      guard isAround || !sketch.graph.nodes[node].isOutlined else {
        hidden.insert(node)
        rects.append(frame)
        block(frame.insetBy(-spacing.leastEdgeToNode))
        charge(frame.insetBy(-spacing.edgeToNode))
        continue
      }
      guard sketch.graph.nodes[node].isOutlined else { continue }
      rects.append(frame)
      let isCommon = common.map { $0 == node || sketch.nesting.isAncestor(node, of: $0) } ?? false
      addOutline(frame, sketch.graph.nodes[node].padding, isShut: isCommon, spacing, costs)
    }
    addWays(sketch, source: source, target: target, spacing, costs)
  }

  /// Forbids a rectangle.
  private mutating func block(_ rect: Rect) {
    for axis in Axis.allCases {
      zones.append(Zone(axis: axis, along: rect[axis], across: rect[axis.cross], cost: -1))
    }
  }

  /// Makes ways along a box dear that come closer than they should.
  private mutating func charge(_ rect: Rect) {
    for axis in Axis.allCases {
      zones.append(Zone(axis: axis, along: rect[axis], across: rect[axis.cross], cost: 15))
    }
  }

  /// Ways run across the outline of a container, if at all, but not along it or along its title.
  private mutating func addOutline(
    _ frame: Rect, _ padding: Insets, isShut: Bool, _ spacing: IncrementalSpacing,
    _ costs: RoutingCosts
  ) {
    let title = max(0, padding.top - padding.bottom)
    let distance = spacing.leastEdgeToNode
    let walls: [(Side, Int)] = [
      (.top, title >= 8 ? title + 4 : distance), (.bottom, distance), (.left, distance),
      (.right, distance),
    ]
    for (side, inside) in walls {
      let place = frame.place(of: side)
      let across =
        side.isForward
        ? Span(place - inside, place + distance) : Span(place - distance, place + inside)
      let wall = frame[side.axis.cross]
      zones.append(
        Zone(axis: side.axis.cross, along: wall.widened(by: distance), across: across, cost: -1))
      zones.append(
        Zone(
          axis: side.axis, along: Span(place - 1, place + 1), across: wall,
          cost: isShut ? -1 : 300 + (side == .top && title >= 8 ? costs.title : 0),
          isCrossing: !isShut))
    }
  }

  private mutating func addWays(
    _ sketch: Sketch, source: Int, target: Int, _ spacing: IncrementalSpacing,
    _ costs: RoutingCosts
  ) {
    for (edge, route) in zip(sketch.graph.edges, sketch.routes) {
      guard let route else { continue }
      // Those that end at the same box are as close to each other as their ends.
      let distance =
        [source, target].filter { $0 == edge.source || $0 == edge.target }
        .map { sketch.portDistance(at: $0, spacing) }.min() ?? spacing.edges
      for piece in route.pieces where piece.insetBy(-spacing.edges).intersects(window) {
        pieces.append(piece)
        let axis: Axis = piece.size.width > 0 ? .horizontal : .vertical
        zones.append(
          Zone(
            axis: axis, along: piece[axis].widened(by: distance),
            across: piece[axis.cross].widened(by: distance), cost: -1))
        let place = piece[axis.cross].low
        zones.append(
          Zone(
            axis: axis.cross, along: Span(place - 1, place + 1), across: piece[axis],
            cost: costs.crossing, isCrossing: true))
      }
      if let label = route.label, label.intersects(window) {
        rects.append(label)
        block(label.insetBy(-spacing.labelToOthers))
      }
    }
  }

  /// Where ways may run: beside everything.
  func lines(along axis: Axis, _ spacing: IncrementalSpacing) -> [Int] {
    rects.flatMap { rect in
      [spacing.leastEdgeToNode, spacing.edgeToNode].flatMap { distance in
        [rect[axis].low - distance, rect[axis].high + distance]
      }
    }
      + pieces.flatMap { piece in
        [piece[axis].low - spacing.edges, piece[axis].high + spacing.edges]
      }
  }
}
