import DiagramAlgorithms
import DiagramGraph
import DiagramModel

/// A drawing, the flow downwards, that is cut between its ranks and goes on beside itself where it is
/// far longer than wide, as a text goes on in the next column.
///
///     ┌─┐             ┌─┐ ┌──┐
///     └┬┘             └┬┘ │ ┌▼┐
///     ┌▼┐             ┌▼┐ │ └┬┘
///     └┬┘     ──▶     └┬┘ │ ┌▼┐
///     ┌▼┐              └──┘ └─┘
///      ⋮
///
/// The pieces stay as they are; only the edges that are cut get a way around them. It is cut where
/// few edges run, and never through a container.
///
/// - Complexity: O(*cuts tried* · (*nodes* + *segments*)).
struct FoldedLayout {
  private let layout: Layout
  private let graph: LayoutGraph
  private let spacing: Spacing
  /// The nodes that are moved, each with all that it holds.
  private let members: [Int]
  /// For each node, the member that it is or lies in; nil for those around all members.
  private let owners: [Int?]

  /// How many times as long as wide a drawing may be that is too long for a slide.
  private static let longest = (length: 5, width: 2)
  private static let mostPieces = 6
  /// One of how many edges may be cut.
  private static let share = 8

  /// - Returns: the drawing, folded if that brings it near to the shape of a page, or at least to half of
  ///   how long it is.
  static func folded(_ layout: Layout, of graph: LayoutGraph, spacing: Spacing) -> Layout {
    guard let size = layout.bounds?.size, isLong(size), graph.hints.isEmpty,
      let fold = FoldedLayout(layout, of: graph, spacing: spacing)
    else { return layout }
    var best: (layout: Layout, size: Size)?
    for pieces in 2...mostPieces {
      guard let cuts = fold.cuts(pieces), let folded = fold.folded(at: cuts),
        let newSize = folded.bounds?.size
      else { continue }
      if !isNarrow(newSize) { return folded }
      // Longer than it should be still, but by far less.
      let known = best?.size ?? Size(width: 2 * size.width, height: size.height)
      if newSize.height * known.width < known.height * newSize.width { best = (folded, newSize) }
    }
    return best?.layout ?? layout
  }

  /// Whether a drawing is too long for a slide, and far longer than wide.
  static func isLong(_ size: Size) -> Bool { size.height > longestOnSlide && isNarrow(size) }

  /// Whether a drawing is far longer than wide, or far wider than long.
  static func isSlim(_ size: Size) -> Bool {
    isNarrow(size) || isNarrow(Size(width: size.height, height: size.width))
  }

  private static func isNarrow(_ size: Size) -> Bool {
    size.height * longest.width > size.width * longest.length
  }

  private init?(_ layout: Layout, of graph: LayoutGraph, spacing: Spacing) {
    self.layout = layout
    self.graph = graph
    self.spacing = spacing
    var children = [[Int]](repeating: [], count: graph.nodes.count)
    var members: [Int] = []
    for (node, value) in graph.nodes.enumerated() {
      if let parent = value.parent { children[parent].append(node) } else { members.append(node) }
    }
    // What lies in one container only is cut inside of it.
    while members.count == 1 { members = children[members[0]] }
    guard members.count > 1 else { return nil }
    self.members = members
    var owners = [Int?](repeating: nil, count: graph.nodes.count)
    for member in members { owners[member] = member }
    for (node, value) in graph.nodes.enumerated() where owners[node] == nil {
      owners[node] = value.parent.flatMap { owners[$0] }
    }
    self.owners = owners
    // An edge that ends at a container around all members cannot be cut.
    guard graph.edges.allSatisfy({ owners[$0.source] != nil && owners[$0.target] != nil }) else {
      return nil
    }
  }

  // MARK: - Where to cut

  /// A line between two ranks.
  private struct Cut {
    let y: Int
    /// The edges that run across it, from the left, and where.
    let crossing: [(edge: Int, x: Int)]
  }

  /// The cuts that leave so many pieces of about one length, if there are any.
  private func cuts(_ pieces: Int) -> [Cut]? {
    let frames = members.map { layout.frames[$0] }
    guard let top = frames.map(\.minY).min(), let bottom = frames.map(\.maxY).max() else {
      return nil
    }
    let step = (bottom - top) / pieces
    var cuts: [Cut] = []
    for number in 1..<pieces {
      let wish = top + step * number
      let candidates = places(from: wish - step / 2, to: wish + step / 2)
        .compactMap(cut)
        .filter { cut in cuts.last.map { $0.y < cut.y } ?? true }
      guard
        let best = candidates.min(by: { one, other in
          (one.crossing.count, abs(one.y - wish), one.y)
            < (other.crossing.count, abs(other.y - wish), other.y)
        })
      else { return nil }
      cuts.append(best)
    }
    let count = cuts.reduce(0) { $0 + $1.crossing.count(where: { isForward($0.edge) }) }
    return count <= max(pieces - 1, graph.edges.count / Self.share) ? cuts : nil
  }

  /// Whether an edge runs with the flow; others need not be led back.
  private func isForward(_ edge: Int) -> Bool {
    let (source, target) = (graph.edges[edge].source, graph.edges[edge].target)
    return layout.frames[source].midY < layout.frames[target].midY
  }

  /// The middles of the strips without members.
  private func places(from start: Int, to end: Int) -> [Int] {
    let sorted = members.map { layout.frames[$0] }.sorted {
      ($0.minY, $0.maxY) < ($1.minY, $1.maxY)
    }
    var places: [Int] = []
    var reach = Int.min
    for frame in sorted {
      if reach != .min, frame.minY > reach {
        let middle = (reach + frame.minY) / 2
        if start <= middle, middle <= end { places.append(middle) }
      }
      reach = max(reach, frame.maxY)
    }
    return places
  }

  /// The cut at a height, unless an edge has a bend or a text there, or runs across it more than once.
  private func cut(at y: Int) -> Cut? {
    var crossing: [(edge: Int, x: Int)] = []
    for (edge, route) in layout.routes.enumerated() {
      if let label = route.label, label.minY <= y, y <= label.maxY { return nil }
      var places: [Int] = []
      for (one, other) in zip(route.points, route.points.dropFirst()) {
        if one.y == y || other.y == y { return nil }
        if (one.y < y) != (other.y < y) { places.append(one.x) }
      }
      guard places.count <= 1 else { return nil }
      if let place = places.first { crossing.append((edge, place)) }
    }
    return Cut(y: y, crossing: crossing.sorted { ($0.x, $0.edge) < ($1.x, $1.edge) })
  }

  // MARK: - Folding

  /// The number of the piece at a height.
  private func piece(at y: Int, _ cuts: [Cut]) -> Int { cuts.count { $0.y < y } }

  private func folded(at cuts: [Cut]) -> Layout? {
    let bounds = pieceBounds(cuts)
    guard bounds.count == cuts.count + 1 else { return nil }
    var result = layout
    // Where each piece goes.
    var shifts: [Point] = []
    var left = bounds[0].minX
    for (number, bound) in bounds.enumerated() {
      shifts.append(Point(x: left - bound.minX, y: bounds[0].minY - bound.minY))
      let lines = number < cuts.count ? cuts[number].crossing.count : 0
      left +=
        bound.size.width + max(2 * spacing.edgeToNode + (lines - 1) * spacing.edges, spacing.nodes)
    }
    for node in graph.nodes.indices {
      guard let owner = owners[node] else { continue }
      let shift = shifts[piece(at: layout.frames[owner].midY, cuts)]
      result.frames[node] = layout.frames[node].moved(x: shift.x, y: shift.y)
    }
    for edge in graph.edges.indices {
      result.routes[edge] = route(of: edge, cuts, bounds, shifts)
    }
    surround(&result)
    return result
  }

  /// What each piece covers: its boxes, texts and bends.
  private func pieceBounds(_ cuts: [Cut]) -> [Rect] {
    var bounds = [Rect?](repeating: nil, count: cuts.count + 1)
    func add(_ rect: Rect) {
      let number = piece(at: rect.midY, cuts)
      bounds[number] = bounds[number]?.union(rect) ?? rect
    }
    for member in members { add(layout.frames[member]) }
    for route in layout.routes {
      for point in route.points { add(Rect(origin: point, size: .zero)) }
      if let label = route.label { add(label) }
    }
    // A line may run past everything in a piece without a bend there.
    for (number, cut) in cuts.enumerated() {
      for line in cut.crossing {
        for piece in [number, number + 1] {
          guard let bound = bounds[piece] else { continue }
          bounds[piece] = bound.union(
            Rect(x: line.x, y: bound.minY, width: 0, height: bound.size.height))
        }
      }
    }
    return bounds.compactMap(\.self)
  }

  private func route(of edge: Int, _ cuts: [Cut], _ bounds: [Rect], _ shifts: [Point]) -> Route {
    let route = layout.routes[edge]
    var points: [Point] = []
    for (index, point) in route.points.enumerated() {
      let number = piece(at: point.y, cuts)
      if index > 0 {
        let before = piece(at: route.points[index - 1].y, cuts)
        let passed = before < number ? Array(before..<number) : Array(number..<before).reversed()
        for cut in passed {
          let way = detour(of: edge, at: cuts[cut], cut, bounds, shifts)
          points += before < number ? way : way.reversed()
        }
      }
      points.append(point.offset(x: shifts[number].x, y: shifts[number].y))
    }
    let label = route.label.map { label in
      let shift = shifts[piece(at: label.midY, cuts)]
      return label.moved(x: shift.x, y: shift.y)
    }
    return Route(points: points.withoutStraightCorners, isCurved: route.isCurved, label: label)
  }

  /// The way around from the foot of one piece to the head of the next. The line furthest to the right
  /// runs inside of all others, then outside of them, so that none cross.
  private func detour(
    of edge: Int, at cut: Cut, _ number: Int, _ bounds: [Rect], _ shifts: [Point]
  ) -> [Point] {
    guard let place = cut.crossing.firstIndex(where: { $0.edge == edge }) else { return [] }
    let x = cut.crossing[place].x
    let rank = cut.crossing.count - 1 - place
    let foot = bounds[number].maxY + shifts[number].y + spacing.edgeToNode + rank * spacing.edges
    let head = bounds[0].minY - spacing.edgeToNode - place * spacing.edges
    let column =
      bounds[number].maxX + shifts[number].x + spacing.edgeToNode + rank * spacing.edges
    return [
      Point(x: x + shifts[number].x, y: foot), Point(x: column, y: foot),
      Point(x: column, y: head), Point(x: x + shifts[number + 1].x, y: head),
    ]
  }

  /// Makes the containers around all members as large as they now need to be.
  private func surround(_ result: inout Layout) {
    var inside =
      Layout(
        frames: members.map { result.frames[$0] }, routes: result.routes
      ).bounds ?? .zero
    for node in graph.nodes.indices.reversed() where owners[node] == nil {
      let padding = graph.nodes[node].padding
      inside = Rect(
        minX: inside.minX - padding.left, minY: inside.minY - padding.top,
        maxX: inside.maxX + padding.right, maxY: inside.maxY + padding.bottom)
      inside.size = inside.size.union(graph.nodes[node].minimumSize)
      result.frames[node] = inside
    }
  }
}
