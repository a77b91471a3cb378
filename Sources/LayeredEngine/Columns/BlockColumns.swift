import DiagramAlgorithms
import DiagramGraph

/// Places everything across the flow in linear time, for graphs that are ``LayerGraph/isLarge``.
///
/// Long edges stay straight, all distances are kept by construction, and ports slide at the end.
///
/// > Source: Brandes, Köpf 2001, with ports and cluster outlines; see ``StraightSegments`` and
/// > ``BlockPlacement``.
func blockColumns(of order: RankOrder, spacing: Spacing) -> Columns {
  let graph = order.graph
  let fans = (below: order.fansBelow, above: order.fansAbove)
  var ports = SegmentPorts(graph, below: fans.below, above: fans.above, spacing: spacing)
  var assignment = ColumnAssignment(order: order, spacing: spacing)
  assignment.addClusters()
  assignment.addSeparation()
  let weights = graph.segments.map {
    ColumnWeight.ofSegment(
      betweenBoxes: (graph.isLeaf($0.upper) ? 1 : 0) + (graph.isLeaf($0.lower) ? 1 : 0))
  }
  for (index, segment) in graph.segments.enumerated() {
    let offsets = ports.offsets(of: index)
    assignment.system.prefer(
      segment.upper, before: segment.lower, by: offsets.lowerBound, weight: weights[index])
    assignment.system.prefer(
      segment.lower, before: segment.upper, by: -offsets.upperBound, weight: weights[index])
  }
  let rounds = BlockRounds(
    order: order, assignment: assignment, ports: ports, below: fans.below, above: fans.above)
  let sweeps = RankSweeps(
    order, distances: assignment.distances, ports: ports, weights: weights)
  let values = rounds.placed(from: assignment.withOutlines(sweeps.places))
  ports.straighten(below: fans.below, above: fans.above, lefts: values)
  return Columns(
    lefts: Array(values.prefix(graph.vertices.count)),
    clusterSpans: graph.graph.clusters.indices.map {
      values[assignment.leftOutline($0)]...values[assignment.rightOutline($0)]
    },
    upperEnds: graph.segments.indices.map { values[graph.segments[$0].upper] + ports.upper[$0] },
    lowerEnds: graph.segments.indices.map { values[graph.segments[$0].lower] + ports.lower[$0] })
}

/// The placement of blocks, repeated with more and fewer segments drawn straight.
private struct BlockRounds {
  let order: RankOrder
  let assignment: ColumnAssignment
  let ports: SegmentPorts
  let below: Buckets<Int>
  let above: Buckets<Int>

  /// By how much the ends of segments may lie apart that are tried to be drawn straight, in each
  /// round; -1 for long edges only.
  private static let tolerances = [-1, 20, -1, 20, 0]

  /// A value for each variable, from a guess that need not keep any distance.
  func placed(from guess: [Int]) -> [Int] {
    Self.tolerances.reduce(guess) { placed($0, tolerance: $1) }
  }

  private func placed(_ values: [Int], tolerance: Int) -> [Int] {
    let graph = order.graph
    let straight = StraightSegments(order, below: below, above: above) { index in
      let segment = graph.segments[index]
      let offsets = ports.offsets(of: index)
      let difference = values[segment.lower] - values[segment.upper]
      return max(offsets.lowerBound - difference, difference - offsets.upperBound) <= tolerance
    }
    let blocks = Blocks(
      straight, order: order, ports: ports, variableCount: assignment.system.variableCount,
      start: values)
    var roles = [BlockPlacement.Role](repeating: .pulled, count: blocks.count)
    for cluster in graph.graph.clusters.indices {
      roles[blocks.blocks[assignment.leftOutline(cluster)]] = .leftOutline
      roles[blocks.blocks[assignment.rightOutline(cluster)]] = .rightOutline
    }
    let places = BlockPlacement(
      blocks, roles: roles, system: assignment.system, start: values
    ).places
    return blocks.blocks.indices.map { places[blocks.blocks[$0]] + blocks.offsets[$0] }
  }
}

extension RankOrder {
  /// The segments below each vertex, from left to right by where their other ends stand.
  var fansBelow: Buckets<Int> {
    let above = Buckets(
      count: graph.vertices.count, graph.segments.enumerated().map { ($1.lower, $0) })
    let sorted = layers.joined().flatMap { above[$0] }
    return Buckets(
      count: graph.vertices.count, sorted.map { (graph.segments[$0].upper, $0) })
  }

  /// The segments above each vertex, from left to right by where their other ends stand.
  var fansAbove: Buckets<Int> {
    let below = Buckets(
      count: graph.vertices.count, graph.segments.enumerated().map { ($1.upper, $0) })
    let sorted = layers.joined().flatMap { below[$0] }
    return Buckets(
      count: graph.vertices.count, sorted.map { (graph.segments[$0].lower, $0) })
  }
}
