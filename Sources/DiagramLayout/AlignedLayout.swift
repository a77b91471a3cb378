import DiagramCheck
import DiagramGraph
import DiagramModel
import Incremental

/// A finished drawing whose boxes are moved or grown by a few units where they almost agree, and moved
/// where gaps between them can be equal.
///
/// Each pair of neighbouring lines that no eye tells from one, be they middles or sides of boxes, is
/// corrected if that makes the drawing better as a whole: the boxes of one line move onto the
/// other, or grow so that sides meet. What is in the way and the arrows at the boxes follow as in an
/// edited drawing (``IncrementalLayout``).
///
/// The best of all corrections is made first, then the best of those that are left.
///
/// - Complexity: as many changes of the drawing as have ``work`` edges together.
struct AlignedLayout {
  let graph: LayoutGraph
  let request: LayoutRequest
  private let nesting: Nesting

  init(graph: LayoutGraph, request: LayoutRequest) {
    self.graph = graph
    self.request = request
    nesting = Nesting(graph)
  }

  /// How many edges all changes that are tried may have together.
  private static let work = 3000
  /// How much two gaps may differ that are made equal.
  private static let farthest = 80

  /// - Parameters:
  ///   - layout: a drawing without violations.
  ///   - score: what makes one drawing better than another; the less, the better.
  /// - Returns: the drawing, or a better one.
  func aligned(_ layout: Layout, by score: (Layout) -> Int) -> Layout {
    var (best, least, isBetter) = (layout, score(layout), true)
    var trials = Self.work / (graph.edges.count + 1)
    while isBetter {
      isBetter = false
      let (start, pairs) = (best, alike(best))
      for correction in corrections(of: start).prefix(trials) {
        trials -= 1
        guard let candidate = corrected(start, correction) else { continue }
        let cost = score(candidate)
        guard cost < least, alike(candidate) >= pairs else { continue }
        (best, least, isBetter) = (candidate, cost, true)
      }
    }
    return best
  }

  /// What might make two lines one: other frames for some boxes.
  private typealias Correction = [(node: Int, frame: Rect)]

  private func corrected(_ layout: Layout, _ correction: Correction) -> Layout? {
    var (graph, frames) = (graph, layout.frames)
    for (node, frame) in correction {
      let (old, new) = (layout.frames[node], frame)
      if old.size != new.size { graph.nodes[node].minimumSize = new.size }
      let (dx, dy) = (new.minX - old.minX, new.minY - old.minY)
      // What is in a moved container moves along.
      for other in graph.nodes.indices
      where old.size == new.size && nesting.isAncestor(node, of: other) {
        frames[other] = frames[other].moved(x: dx, y: dy)
      }
      frames[node] = new
    }
    let drawing = PreviousDrawing(frames: frames, routes: layout.routes)
    return graph.changed(drawing, for: request).layout(leadsAll: false)
  }

  /// How many pairs of containers hold the same at the same places: those stay alike.
  private func alike(_ layout: Layout) -> Int {
    let insides = graph.nodes.indices.filter { !nesting.isLeaf($0) }.map { container in
      let corner = layout.frames[container].origin
      return nesting.children(of: container).map { child in
        let frame = layout.frames[child]
        return [
          frame.minX - corner.x, frame.minY - corner.y, frame.size.width, frame.size.height,
        ]
      }.sorted { $0.lexicographicallyPrecedes($1) }
    }
    return Dictionary(grouping: insides) { $0 }.values.reduce(0) {
      $0 + $1.count * ($1.count - 1) / 2
    }
  }

  // MARK: - Corrections

  private enum Line: CaseIterable { case minimum, middle, maximum }

  /// All that might be done, line by line, then gap by gap.
  private func corrections(of layout: Layout) -> [Correction] {
    let boxes = graph.nodes.indices.filter { graph.nodes[$0].isOutlined }
    return alignments(of: boxes, layout) + spreads(of: boxes, layout)
  }

  /// Each box between two others moved to the middle of them, and the one behind it to where its gap is
  /// as large as the one before.
  private func spreads(of boxes: [Int], _ layout: Layout) -> [Correction] {
    layout.triples(of: boxes, in: graph).flatMap { triple -> [Correction] in
      let excess = triple.gaps.second - triple.gaps.first
      guard excess != 0, abs(excess) <= Self.farthest, excess % 2 == 0 else { return [] }
      return [(triple.nodes.1, excess / 2), (triple.nodes.2, -excess), (triple.nodes.0, excess)].map
      {
        node, shift in
        var frame = layout.frames[node]
        frame.origin[triple.axis] += shift
        return [(node, frame)]
      }
    }
  }

  private func alignments(of boxes: [Int], _ layout: Layout) -> [Correction] {
    Axis.allCases.flatMap { axis in
      Line.allCases.flatMap { line in
        let places = Dictionary(grouping: boxes) { doubled(line, layout.frames[$0], axis) }
        let sorted = places.keys.sorted()
        return zip(sorted, sorted.dropFirst()).flatMap { low, high -> [Correction] in
          guard high - low <= 2 * nearMiss, let first = places[low], let second = places[high]
          else {
            return []
          }
          let step = (high - low + 1) / 2
          return corrections(first, second, line, by: step, axis, layout)
        }
      }
    }
  }

  /// Twice the coordinate of a line of a box.
  private func doubled(_ line: Line, _ frame: Rect, _ axis: Axis) -> Int {
    let low = 2 * frame.origin[axis]
    return switch line {
    case .minimum: low
    case .middle: low + frame.size[axis]
    case .maximum: low + 2 * frame.size[axis]
    }
  }

  /// The lower boxes moved up to the higher ones, the other way round, and each grown to the others.
  private func corrections(
    _ low: [Int], _ high: [Int], _ line: Line, by step: Int, _ axis: Axis, _ layout: Layout
  ) -> [Correction] {
    func changed(_ nodes: [Int], from start: Int, to end: Int) -> Correction {
      nodes.map { node in
        var frame = layout.frames[node]
        frame.origin[axis] += start
        frame.size[axis] += end - start
        return (node, frame)
      }
    }
    func grows(_ nodes: [Int]) -> Bool { nodes.allSatisfy { graph.nodes[$0].grows } }
    let moves = [changed(low, from: step, to: step), changed(high, from: -step, to: -step)]
    let growths =
      switch line {
      case .minimum where grows(high):
        [changed(high, from: -step, to: step), changed(high, from: -step, to: 0)]
      case .maximum where grows(low):
        [changed(low, from: -step, to: step), changed(low, from: 0, to: step)]
      case .middle where grows(low + high):
        [changed(low, from: 0, to: 2 * step), changed(high, from: -2 * step, to: 0)]
      default: [Correction]()
      }
    return (growths + moves).filter { correction in
      correction.allSatisfy { node, frame in
        let growth = frame.size[axis] - layout.frames[node].size[axis]
        let excess = frame.size[axis] - graph.nodes[node].minimumSize[axis]
        // Middles stay whole, and boxes about as large as they were given.
        return growth % 2 == 0
          && (growth == 0 || excess <= 2 * nearMiss || !nesting.isLeaf(node))
      }
    }
  }
}
