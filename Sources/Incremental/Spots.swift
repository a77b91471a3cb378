import DiagramAlgorithms
import DiagramGraph
import DiagramModel

/// A place for a new box, and the drawing once everything there has made way.
struct Spot {
  let rect: Rect
  let sketch: Sketch
  /// How bad it is, as a length.
  let cost: Int
}

/// Looks for places of a new box.
///
/// The box lines up with others, keeps its distance from them and lies close to its neighbours.
/// Where nothing is free, boxes, lines and labels are pushed away in one direction; a container
/// grows with what is pushed inside it.
struct SpotFinder {
  let sketch: Sketch
  let node: Int
  let size: Size
  /// Where the arrows should point, if the drawing has a direction.
  let flow: Direction?
  /// Where the box lay before, if it did.
  let wish: Point?
  let spacing: Spacing
  /// The boxes at the other ends of the edges of the new one.
  private let neighbors: [(frame: Rect, isAhead: Bool, label: Size)]
  /// The boxes that it may line up with, the closest first.
  private let examples: [Rect]
  private let bounds: Rect

  init(
    _ sketch: Sketch, node: Int, size: Size, members: [Int], flow: Direction?, wish: Point?,
    spacing: Spacing
  ) {
    self.sketch = sketch
    self.node = node
    self.size = size
    self.flow = flow
    self.wish = wish
    self.spacing = spacing
    let inside = Set(members)
    neighbors = sketch.graph.edges.compactMap { edge in
      let (from, to) = (inside.contains(edge.source), inside.contains(edge.target))
      guard from != to, let frame = sketch.frames[from ? edge.target : edge.source] else {
        return nil
      }
      return (frame, from, edge.labelSize ?? .zero)
    }
    let parent = sketch.graph.nodes[node].parent
    let siblings = sketch.siblings(in: parent).compactMap { sketch.frames[$0] }
    let goals = neighbors.map(\.frame) + (wish.map { [Rect(origin: $0, size: .zero)] } ?? [])
    let nearest = siblings.indices.map { index in
      (index, goals.map { siblings[index].distance(to: $0) }.min() ?? 0)
    }.sorted { ($0.1, $0.0) < ($1.1, $1.0) }.prefix(mostExamples)
    examples = nearest.map { siblings[$0.0] }
    bounds = sketch.bounds ?? .zero
  }

  /// The best places, best first; several of them only if the ways to the neighbours may decide.
  ///
  /// There is none where boxes of the last drawing lie so that no room can be made.
  func spots() -> [Spot] {
    let candidates = candidates()
    let count = neighbors.isEmpty ? 1 : mostSpots
    var found: [Spot] = []
    for candidate in candidates where found.count < count {
      // Places beside each other would give much the same ways.
      guard isFree(candidate.rect), !found.contains(where: { $0.rect.intersects(candidate.rect) })
      else { continue }
      found.append(Spot(rect: candidate.rect, sketch: sketch, cost: candidate.cost))
    }
    if !found.isEmpty { return found }
    let pushed = pushedSpots(candidates)
    return pushed.isEmpty ? endSpots() : pushed
  }

  // MARK: Candidates

  /// Places in line with other boxes, best first, wherever they may be.
  private func candidates() -> [(rect: Rect, cost: Int)] {
    let places = Axis.allCases.map(places)
    let rects = places[0].flatMap { x in
      places[1].map { y in Rect(origin: Point(x: x, y: y), size: size) }
    }
    return rects.enumerated().map { ($0.offset, $0.element, cost(of: $0.element)) }
      .sorted { ($0.2, $0.0) < ($1.2, $1.0) }.map { ($0.1, $0.2) }
  }

  /// The low sides of places that line up along an axis.
  func places(along axis: Axis) -> [Int] {
    let extent = size[axis]
    var places: [Int] = []
    if let interior = sketch.interior(of: sketch.graph.nodes[node].parent) {
      places += [interior[axis].low, interior[axis].high - extent]
    }
    for frame in examples {
      let span = frame[axis]
      places += [span.low + (span.length - extent) / 2, span.low, span.high - extent]
      for gap in [spacing.nodes, spacing.leastNodes, 60] {
        places += [span.high + gap, span.low - gap - extent]
      }
    }
    for neighbor in neighbors.prefix(mostExamples) {
      let span = neighbor.frame[axis]
      let gap = max(60, neighbor.label[axis] + 50)
      places += [
        span.low + (span.length - extent) / 2, span.high + gap, span.low - gap - extent,
      ]
    }
    if let wish { places.append(wish[axis] - extent / 2) }
    if sketch.graph.nodes[node].parent == nil {
      places += [bounds[axis].low - spacing.nodes - extent, bounds[axis].high + spacing.nodes]
    }
    if places.isEmpty { places = [bounds[axis].low] }
    var seen: Set<Int> = []
    return places.filter { seen.insert($0).inserted }
  }

  /// How bad a place would be if it were free, as a length.
  func cost(of rect: Rect) -> Int {
    var cost = 0
    for neighbor in neighbors {
      let distance = rect.distance(to: neighbor.frame)
      let offset = min(
        abs(rect.midX - neighbor.frame.midX), abs(rect.midY - neighbor.frame.midY))
      cost += distance + offset / 2 + (distance < 40 ? 200 : 0)
      // A label between both needs as much room as it has, or a way around.
      let axis: Axis = rect[.vertical].overlaps(neighbor.frame[.vertical]) ? .horizontal : .vertical
      if neighbor.label != .zero, distance < neighbor.label[axis] + 20 { cost += 400 }
      let ends = [rect.center, neighbor.frame.center]
      if let flow,
        !flow.leads(from: ends[neighbor.isAhead ? 0 : 1], to: ends[neighbor.isAhead ? 1 : 0])
      {
        cost += 1000
      }
    }
    if let wish { cost += 2 * (abs(rect.midX - wish.x) + abs(rect.midY - wish.y)) }
    let nearest = examples.map { rect.distance(to: $0) }.min() ?? 0
    cost += neighbors.isEmpty ? nearest * 2 : nearest / 4
    if nearest < spacing.nodes, !examples.isEmpty { cost += 100 }
    if !examples.contains(where: { $0.midX == rect.midX || $0.midY == rect.midY }) { cost += 80 }
    if !examples.contains(where: { $0.midX == rect.midX }) { cost += 20 }
    let around = sketch.graph.nodes[node].parent.flatMap { sketch.frames[$0] } ?? bounds
    return cost + (around.union(rect).area - around.area) / 500
  }

  // MARK: Free places

  /// Whether nothing has to make way.
  private func isFree(_ rect: Rect) -> Bool {
    let parent = sketch.graph.nodes[node].parent
    if let interior = sketch.interior(of: parent), !interior.contains(rect) { return false }
    let wide = rect.insetBy(-spacing.leastNodes)
    for sibling in sketch.siblings(in: parent) {
      if sketch.frames[sibling]?.intersects(wide) ?? false { return false }
    }
    let near = rect.insetBy(-spacing.edgeToNode)
    for case let route? in sketch.routes {
      if let label = route.label, label.intersects(near) { return false }
      if route.pieces.contains(where: { $0.intersects(near) }) { return false }
    }
    return true
  }

  // MARK: Places that must be made

  private func pushedSpots(_ candidates: [(rect: Rect, cost: Int)]) -> [Spot] {
    var fields = PushFields(sketch)
    let count = neighbors.isEmpty ? 1 : mostSpots
    var spots: [(cost: Int, rect: Rect, push: Push)] = []
    var work = 0
    for candidate in candidates where work < mostWork {
      // Nothing that follows can be better than its place alone.
      if spots.count >= count, spots[count - 1].cost <= candidate.cost { break }
      for side in Side.allCases {
        work += 1 + sketch.graph.edges.count
        guard let ignored = obstructed(candidate.rect, side) else { continue }
        for spacing in [spacing, spacing.tight] {
          let field = fields.field(without: ignored, along: side.axis, spacing)
          let push = push(candidate.rect, field, side)
          work += push.work
          guard push.isPossible else { continue }
          let cost =
            candidate.cost + push.movedLeaves * 10_000 + ignored.count * 3000
            + push.totalShift / 20 + (spacing == self.spacing ? 0 : 200)
          let place = spots.firstIndex { $0.cost > cost } ?? spots.count
          if place < count {
            spots.insert((cost, candidate.rect, push), at: place)
            if spots.count > count { spots.removeLast() }
          }
          if push.movedLeaves == 0 { break }
        }
      }
      work += fields.takeWork()
    }
    return spots.map {
      Spot(rect: $0.rect, sketch: $0.push.withLinesFollowing().result, cost: $0.cost)
    }
  }

  func push(_ rect: Rect, _ field: PushField, _ side: Side) -> Push {
    Push(field, toward: side, freeing: Push.Newcomer(kind: .box(node), rect: rect))
  }

  /// The edges whose ways run through a place, however far everything ahead is pushed; nil if a
  /// box would be run through, or the place lies outside of its container.
  func obstructed(_ rect: Rect, _ side: Side) -> Set<Int>? {
    let (along, across) = (side.along(rect), side.across(rect))
    let parent = sketch.graph.nodes[node].parent
    if let interior = sketch.interior(of: parent) {
      let (insideAlong, insideAcross) = (side.along(interior), side.across(interior))
      guard insideAcross.low <= across.low, across.high <= insideAcross.high,
        insideAlong.low <= along.low
      else { return nil }
    }
    let least = spacing.leastNodes
    for sibling in sketch.siblings(in: parent) {
      guard let frame = sketch.frames[sibling],
        side.across(frame).overlaps(across.widened(by: least))
      else { continue }
      let span = side.along(frame)
      guard span.high + least <= along.low || span.low >= along.low else { return nil }
    }
    let around = parent.flatMap { sketch.frames[$0] }
    var ignored: Set<Int> = []
    for (edge, route) in sketch.routes.enumerated() {
      guard let route else { continue }
      let things = route.pieces + (route.label.map { [$0] } ?? [])
      let isHit = things.contains { piece in
        guard side.across(piece).overlaps(across.widened(by: spacing.leastEdgeToNode)) else {
          return false
        }
        var span = side.along(piece)
        // What ends at the container, or leaves it, grows with it.
        if let around, span.high >= side.along(around).high { span.high = Int.max / 2 }
        return span.high + spacing.leastEdgeToNode > along.low && span.low < along.low
      }
      if isHit { ignored.insert(edge) }
    }
    return ignored
  }
}

/// How many boxes around a new one it may line up with.
private let mostExamples = 12
/// How many places are compared by the ways to the neighbours.
private let mostSpots = 8
/// How many walls and edges are looked at, at most, while room is made for one box.
private let mostWork = 500_000
