import DiagramAlgorithms
import DiagramGraph
import DiagramModel

/// Where a label lies.
struct LabelPlace: Hashable, Sendable {
  let rect: Rect
  /// Whether it lies beside its way and touches nothing.
  let isClear: Bool
}

/// Finds a place for the label of each edge: beside its own way, on nothing else. That of a member of
/// a trunk lies at its own branch.
///
/// - Parameters:
///   - graph: all nodes and edges.
///   - obstacles: its boxes.
///   - trunks: which edges share lines.
///   - routes: the ways, one an edge.
///   - given: labels that stay where they are, one an edge.
///   - spacing: the distances to keep.
/// - Returns: one place an edge; nil for those without a label.
func labelPlaces(
  _ graph: LayoutGraph, _ obstacles: Obstacles, _ trunks: Trunks, _ routes: [Route],
  _ given: [Rect?], _ spacing: RoutingSpacing
) -> [LabelPlace?] {
  guard graph.edges.contains(where: { $0.labelSize != nil }) else {
    return graph.edges.map { _ in nil }
  }
  var placer = LabelPlacer(graph, obstacles, trunks, routes, spacing)
  placer.places = given.map { $0.map { LabelPlace(rect: $0, isClear: true) } }
  let order = graph.edges.indices.filter { graph.edges[$0].labelSize != nil && given[$0] == nil }
  for _ in 0..<2 {
    for edge in order { placer.place(edge) }
  }
  return placer.places
}

private struct LabelPlacer {
  let graph: LayoutGraph
  let obstacles: Obstacles
  let trunks: Trunks
  let routes: [Route]
  let spacing: RoutingSpacing
  var places: [LabelPlace?]
  private let pieces: [Piece]
  private let pieceBands: Bands
  /// How far the widest line reaches to both sides.
  private let widest: Int

  /// A straight piece of a route, as a rectangle without width.
  private struct Piece {
    let edge: Int
    let start: Point
    let end: Point

    var frame: Rect { Rect(from: start, to: end) }
  }

  init(
    _ graph: LayoutGraph, _ obstacles: Obstacles, _ trunks: Trunks, _ routes: [Route],
    _ spacing: RoutingSpacing
  ) {
    self.graph = graph
    self.obstacles = obstacles
    self.trunks = trunks
    self.routes = routes
    self.spacing = spacing
    places = graph.edges.map { _ in nil }
    widest = graph.edges.map(\.halfWidth).max() ?? 0
    pieces = routes.enumerated().flatMap { index, route in
      let points = route.drawnPoints
      return zip(points, points.dropFirst()).map { Piece(edge: index, start: $0, end: $1) }
    }
    let frames = pieces.map(\.frame)
    let bounds = frames.bounds ?? .zero
    pieceBands = Bands(Array(pieces.indices), of: frames, across: .vertical, bounds: bounds)
  }

  /// Gives an edge the place that costs the least, as the other labels lie now.
  mutating func place(_ edge: Int) {
    guard let size = graph.edges[edge].labelSize else { return }
    places[edge] = nil
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
    places[edge] = best.map { LabelPlace(rect: $0.rect, isClear: $0.isClear) }
  }

  /// Places beside each piece, and on it.
  private func candidates(_ edge: Int, _ size: Size, gap: Int) -> [TextSpot] {
    let points = trunks.branch(of: edge, in: routes)
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
    return boxConflicts(wide, graph.edges[edge].pictures) + lineConflicts(rect, edge, gap: gap)
      + labelConflicts(wide, edge)
  }

  private func boxConflicts(_ rect: Rect, _ shown: PictureSet) -> Int {
    var cost = 0
    var counted: Set<Int> = []
    obstacles.forEachSolid(in: rect, for: shown) { node in
      guard obstacles.frames[node].intersects(rect), counted.insert(node).inserted else { return }
      cost += 3000 + rect.sharedArea(with: obstacles.frames[node]) / 4
    }
    obstacles.forEachOpen(in: rect, for: shown) { node in
      let frame = obstacles.frames[node]
      guard frame.intersects(rect), !obstacles.interiors[node].contains(rect),
        counted.insert(node).inserted
      else { return }
      let isOutline = !frame.contains(rect)
      cost += isOutline ? 1200 : 800
    }
    obstacles.forEachTitle(along: .horizontal, in: rect[.vertical], for: shown) { title in
      if title.intersects(rect) { cost += 3000 }
    }
    return cost
  }

  private func lineConflicts(_ rect: Rect, _ edge: Int, gap: Int) -> Int {
    var cost = 0
    pieceBands.forEach(in: rect.insetBy(1 - gap - widest)[.vertical]) { index in
      let piece = pieces[index]
      guard piece.edge != edge || !isOn(rect, piece) else { return }
      let wide = rect.insetBy(1 - gap - graph.edges[piece.edge].halfWidth)
      let frame = piece.frame.insetBy(-1)
      guard frame.intersects(wide), piece.edge == edge || isSeen(piece.edge, with: edge),
        isHit(wide, by: piece)
      else { return }
      cost += piece.edge == edge ? 700 : 2000
    }
    return cost
  }

  /// Whether a label lies on the middle of its own piece, which is counted elsewhere.
  private func isOn(_ rect: Rect, _ piece: Piece) -> Bool {
    let frame = piece.frame
    return (frame.size.height == 0 && abs(frame.midY - rect.midY) <= 1)
      || (frame.size.width == 0 && abs(frame.midX - rect.midX) <= 1)
  }

  private func labelConflicts(_ rect: Rect, _ edge: Int) -> Int {
    var cost = 0
    for (other, place) in places.enumerated() {
      guard other != edge, let place, place.rect.intersects(rect), isSeen(other, with: edge)
      else { continue }
      cost += 2500
    }
    return cost
  }

  private func isSeen(_ one: Int, with other: Int) -> Bool {
    graph.edges[one].pictures.intersects(graph.edges[other].pictures)
  }

  /// Whether a piece, slanted or not, runs through a rectangle.
  private func isHit(_ rect: Rect, by piece: Piece) -> Bool {
    rect.isHit(from: piece.start, to: piece.end)
  }
}
