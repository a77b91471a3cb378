import DiagramAlgorithms
import DiagramGraph
import DiagramModel

extension ChildGraph {
  /// The children near those that edges join them to, without a main direction.
  ///
  /// What is a star is drawn as one. Else the places of least stress are turned so that the drawing is wide rather than high; then
  /// every child goes to the free place on the grid that is next to its own, from the middle
  /// outwards.
  func force() -> [Rect] {
    guard graph.nodes.count > 1 else {
      return sizes.map { Rect(origin: Point(x: 0, y: 0), size: $0) }
    }
    if let star = StarChildren(self) { return star.frames }
    let middles = StressPlaces(self).middles
    let wanted = zip(middles, sizes).map { middle, size in
      Rect(origin: middle.offset(x: -size.width / 2, y: -size.height / 2), size: size)
    }
    return aligned(wanted)
  }

  /// The boxes with their middles on a lattice of the smallest box and a gap, from the middle of the
  /// drawing outwards: boxes are in line, or clearly not.
  private func aligned(_ wanted: [Rect]) -> [Rect] {
    var pitch = Size.zero
    for axis in Axis.allCases {
      pitch[axis] = roundedUp((sizes.map { $0[axis] }.min() ?? 0) + gap[axis])
    }
    let middle = (Layout(frames: wanted, routes: []).bounds ?? .zero).center
    let distances = wanted.map { frame in
      let (dx, dy) = (frame.midX - middle.x, frame.midY - middle.y)
      return dx * dx + dy * dy
    }
    let order =
      graph.hints.isEmpty
      ? wanted.indices.sorted { (distances[$0], $0) < (distances[$1], $1) } : orderOfPlacing
    let start = order.first.map { wanted[$0].center } ?? middle
    var places = FreePlaces(graph: graph, gap: gap)
    for node in order {
      places.put(node, near: wanted[node].moved(x: -start.x, y: -start.y), pitch: pitch)
    }
    return zip(places.frames, wanted).map { $0 ?? $1 }
  }
}

/// Middles of boxes whose distances are as near as possible to the lengths of the ways between them.
///
/// Only the four operations and roots of IEEE 754 are used, in one order: the same everywhere.
///
/// - Complexity: O(*rounds* · *nodes*²).
///
/// > Source: Gansner, Koren, North, *Graph drawing by stress majorization*, 2004; the local form of
/// > the step, for one node after the other.
struct StressPlaces {
  private(set) var middles: [Point]
  private static let rounds = 200

  init(_ children: ChildGraph) {
    let count = children.graph.nodes.count
    let lengths = Self.distances(in: children)
    // A start on a circle, which lies flat, so that wide drawings win.
    var places = (0..<count).map { node -> (x: Double, y: Double) in
      let unit = unitVector(turn: Double(node) / Double(count))
      return (unit.x * Double(100 * count), unit.y * Double(60 * count))
    }
    for _ in 0..<Self.rounds {
      for node in 0..<count {
        places[node] = Self.improved(node, places, lengths)
      }
    }
    middles = places.map { Point(x: nearest($0.x), y: nearest($0.y)) }
  }

  /// Where the stress of one node is least, as if the others stayed.
  private static func improved(
    _ node: Int, _ places: [(x: Double, y: Double)], _ lengths: [[Double]]
  ) -> (x: Double, y: Double) {
    var (x, y, total) = (0.0, 0.0, 0.0)
    for other in places.indices where other != node {
      let length = lengths[node][other]
      let (dx, dy) = (places[node].x - places[other].x, places[node].y - places[other].y)
      let distance = (dx * dx + dy * dy).squareRoot()
      let weight = 1 / (length * length)
      let pull = distance > 0 ? length / distance : 0
      x += weight * (places[other].x + dx * pull)
      y += weight * (places[other].y + dy * pull)
      total += weight
    }
    return (x / total, y / total)
  }

  /// The lengths of the shortest ways between all boxes; those that are not joined lie a bit
  /// further away than the longest way.
  private static func distances(in children: ChildGraph) -> [[Double]] {
    let (count, sizes) = (children.graph.nodes.count, children.sizes)
    var lengths = [[Int]](repeating: [Int](repeating: .max / 4, count: count), count: count)
    for edge in children.graph.edges {
      let one = sizes[edge.source].width + sizes[edge.target].width
      let other = sizes[edge.source].height + sizes[edge.target].height
      let gap = max(children.gap.width, children.gap.height)
      let length = ((one + other) / 4 + gap) * edge.minimumLength * 2 / (1 + edge.weight)
      for (from, to) in [(edge.source, edge.target), (edge.target, edge.source)] {
        lengths[from][to] = min(lengths[from][to], max(length, 1))
      }
    }
    for node in 0..<count { lengths[node][node] = 0 }
    for middle in 0..<count {
      for from in 0..<count {
        for to in 0..<count {
          lengths[from][to] = min(lengths[from][to], lengths[from][middle] + lengths[middle][to])
        }
      }
    }
    let known = lengths.flatMap { $0.filter { $0 < .max / 4 } }
    let apart = max(
      (known.max() ?? 0) / 2, 2 * (children.gap.width + (sizes.map(\.width).max() ?? 0)))
    return lengths.map { $0.map { Double($0 < .max / 4 ? $0 : apart) } }
  }
}
