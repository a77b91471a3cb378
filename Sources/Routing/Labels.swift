import DiagramAlgorithms
import DiagramCheck
package import DiagramGraph
package import DiagramModel

/// Where a label lies.
struct LabelPlace: Hashable, Sendable {
  let rect: Rect
  /// Whether it lies beside its way and touches nothing.
  let isClear: Bool
}

/// Finds a place for the label of each edge: beside its own way, on nothing else. That of a member of
/// a trunk lies at its own branch, that of the whole trunk where all members run.
///
/// - Parameters:
///   - graph: all nodes and edges.
///   - obstacles: its boxes.
///   - trunks: which edges share lines.
///   - routes: the ways, one an edge.
///   - given: labels that stay where they are, one an edge.
///   - room: what labels do not reach out of where it can be avoided; nil for the whole plane.
///   - spacing: the distances to keep.
/// - Returns: one place an edge; nil for those without a label.
func labelPlaces(
  _ graph: LayoutGraph, _ obstacles: Obstacles, _ trunks: Trunks, _ routes: [Route],
  _ given: [Rect?], within room: Rect? = nil, _ spacing: RoutingSpacing
) -> [LabelPlace?] {
  guard graph.edges.contains(where: { $0.labelSize != nil }) else {
    return graph.edges.map { _ in nil }
  }
  var placer = LabelPlacer(graph, obstacles, trunks, routes, given, within: room, spacing)
  let order = graph.edges.indices.filter { graph.edges[$0].labelSize != nil && given[$0] == nil }
  for _ in 0..<2 {
    for edge in order { placer.place(edge) }
  }
  return placer.places
}

extension LayoutGraph {
  /// Ways that are there, with places for those of their labels that have none.
  ///
  /// - Parameters:
  ///   - routes: one an edge.
  ///   - frames: one a node, absolute.
  ///   - room: the rectangle in which the labels lie.
  /// - Returns: the routes, with a label for each edge that has one and a way.
  package func labelled(_ routes: [Route], over frames: [Rect], within room: Rect) -> [Route] {
    let obstacles = Obstacles(self, frames: frames)
    let places = labelPlaces(
      self, obstacles, Trunks(self, obstacles, except: []), routes, routes.map(\.label),
      within: room, RoutingSpacing())
    return zip(routes, places).map { route, place in
      var route = route
      route.label = place?.rect.pushed(into: room)
      return route
    }
  }
}

private struct LabelPlacer {
  let graph: LayoutGraph
  let obstacles: Obstacles
  let trunks: Trunks
  let routes: [Route]
  let room: Rect?
  let spacing: RoutingSpacing
  private(set) var places: [LabelPlace?]
  /// The boxes, the ways, and the texts as they lie now.
  private var surroundings: Surroundings

  init(
    _ graph: LayoutGraph, _ obstacles: Obstacles, _ trunks: Trunks, _ routes: [Route],
    _ given: [Rect?], within room: Rect?, _ spacing: RoutingSpacing
  ) {
    self.graph = graph
    self.room = room
    self.obstacles = obstacles
    self.trunks = trunks
    self.routes = routes
    self.spacing = spacing
    places = given.map { $0.map { LabelPlace(rect: $0, isClear: true) } }
    surroundings = Surroundings(
      graph, obstacles.nesting, frames: obstacles.frames,
      ways: routes.enumerated().map { $1.drawnSegments(of: $0) }, texts: given)
  }

  /// Gives an edge the place that costs the least, as the other labels lie now.
  mutating func place(_ edge: Int) {
    guard let size = graph.edges[edge].labelSize else { return }
    surroundings.texts[edge] = nil
    var best: (rect: Rect, cost: Int, isClear: Bool)?
    for gap in [spacing.labelRoom, spacing.label + 1] {
      for candidate in candidates(edge, size, gap: gap) {
        guard candidate.cost < best?.cost ?? Int.max else { continue }
        let conflicts = conflicts(of: candidate.rect, edge, gap: gap)
        let cost = candidate.cost + conflicts
        guard cost < best?.cost ?? Int.max else { continue }
        best = (candidate.rect, cost, conflicts == 0 && candidate.side != nil)
      }
    }
    surroundings.texts[edge] = best?.rect
    places[edge] = best.map { LabelPlace(rect: $0.rect, isClear: $0.isClear) }
  }

  /// Places beside each piece, and on it.
  private func candidates(_ edge: Int, _ size: Size, gap: Int) -> [TextSpot] {
    let points =
      graph.edges[edge].isTrunkLabelled
      ? trunks.stem(of: edge, in: routes) : trunks.branch(of: edge, in: routes)
    let dislike = gap < spacing.labelRoom ? closeToLine : 0
    let gap = gap + graph.edges[edge].halfWidth
    return zip(points, points.dropFirst()).enumerated().flatMap { index, piece in
      let atEnd = [index == 0, index == points.count - 2]
      let isCrowded =
        atEnd != [true, true] && zip(atEnd, [0, 1]).contains { $0 && isFan(edge, at: $1) }
      return TextSpots(
        for: size, from: piece.0, to: piece.1, gap: gap,
        dislike: dislike + (isCrowded ? amongEnds : 0)
      ).all
    }
  }

  /// Whether an end of an edge, 0 at its source and 1 at its target, lies close to ends of others.
  private func isFan(_ edge: Int, at end: Int) -> Bool {
    func place(_ edge: Int) -> (node: Int, point: Point?) {
      end == 0
        ? (graph.edges[edge].source, routes[edge].points.first)
        : (graph.edges[edge].target, routes[edge].points.last)
    }
    let (node, own) = place(edge)
    guard let own else { return false }
    return graph.edges.indices.contains { other in
      let (otherNode, point) = place(other)
      guard other != edge, otherNode == node, let point, isSeen(other, with: edge) else {
        return false
      }
      return abs(point.x - own.x) + abs(point.y - own.y) <= 2 * spacing.portSeparation
    }
  }

  /// What a place among the ends of a fan has to be better for than one at a lone end.
  private var amongEnds: Int { 80 }

  /// What another place would have to be worse for a label to come closer to its own line than one
  /// likes.
  private var closeToLine: Int { 100 }

  /// How much a label is in the way there: more than any preference if it touches something, or lies
  /// closer to another line than the gap to its own.
  private func conflicts(of rect: Rect, _ edge: Int, gap: Int) -> Int {
    let wide = rect.insetBy(-spacing.label)
    let shown = graph.edges[edge].pictures
    var cost =
      inHeaders(wide, shown) + (room?.contains(rect) ?? true ? 0 : 3000)
      + (isOutside(rect, edge) ? 1200 : 0)
    surroundings.forEachTouched(by: rect, keeping: spacing.label, fromWays: gap, in: shown) {
      thing, other in
      switch thing {
      case .box, .closed: cost += 3000 + wide.sharedArea(with: other) / 4
      case .outline: cost += 1200
      case .words: cost += 3000
      case .text: cost += 2500
      case .way(let way, _): cost += way != edge ? 2000 : isOn(rect, other) ? 0 : 700
      }
    }
    return cost
  }

  /// Whether a label of an edge from a box to itself lies outside of the container of that.
  private func isOutside(_ rect: Rect, _ edge: Int) -> Bool {
    let ends = graph.edges[edge]
    guard ends.source == ends.target,
      let container = graph.container(around: ends.source)
    else { return false }
    return !obstacles.frames[container].contains(rect)
  }

  /// What it costs to lie where the titles of containers stand, if their texts are not known.
  private func inHeaders(_ rect: Rect, _ shown: PictureSet) -> Int {
    var counted: Set<Int> = []
    obstacles.forEachOpen(in: rect, for: shown) { node in
      let frame = obstacles.frames[node]
      if frame.contains(rect), !obstacles.interiors[node].contains(rect) { counted.insert(node) }
    }
    return 800 * counted.count
  }

  /// Whether a label lies on the middle of a piece of its own way, which is counted elsewhere.
  private func isOn(_ rect: Rect, _ piece: Rect) -> Bool {
    (piece.size.height == 0 && abs(piece.midY - rect.midY) <= 1)
      || (piece.size.width == 0 && abs(piece.midX - rect.midX) <= 1)
  }

  private func isSeen(_ one: Int, with other: Int) -> Bool {
    graph.edges[one].pictures.intersects(graph.edges[other].pictures)
  }
}

extension Rect {
  /// The same size, moved by as little as possible so that it lies in a room, or begins with it.
  fileprivate func pushed(into room: Rect) -> Rect {
    moved(
      x: max(room.minX, min(minX, room.maxX - size.width)) - minX,
      y: max(room.minY, min(minY, room.maxY - size.height)) - minY)
  }
}
