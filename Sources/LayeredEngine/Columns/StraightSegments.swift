import DiagramAlgorithms

/// The segments that are drawn straight.
///
/// No two of them cross each other or the side of a cluster, and every vertex has at most one
/// upwards and one downwards. Those inside long edges come first, then those between a long edge
/// and a box, then those between boxes, the middle ones of each box first.
///
/// > Source: Brandes, Köpf 2001, the vertical alignment; sides of clusters count as segments that
/// > come before all others. The classes are ours and stand in for three of the four runs.
struct StraightSegments {
  /// The straight segment to the rank above, by the vertex below; -1 for none.
  private(set) var above: [Int]
  private var isTakenBelow: [Bool]
  /// For each segment, how late it is chosen.
  private let classes: [Int]
  private static let classCount = 5

  /// - Parameters:
  ///   - order: the vertices of every rank.
  ///   - below: the segments below each vertex.
  ///   - fans: those above.
  ///   - isEligible: whether a segment outside long edges may be chosen.
  /// - Complexity: linear.
  init(
    _ order: RankOrder, below: Buckets<Int>, above fans: Buckets<Int>,
    isEligible: (Int) -> Bool
  ) {
    above = [Int](repeating: -1, count: order.graph.vertices.count)
    isTakenBelow = [Bool](repeating: false, count: order.graph.vertices.count)
    var classes = Self.classes(of: order.graph, below: below, above: fans)
    for segment in classes.indices where classes[segment] > 0 && !isEligible(segment) {
      classes[segment] = Self.classCount
    }
    self.classes = classes
    for rank in order.layers.indices.dropLast() { choose(below: rank, of: order, fans: below) }
  }

  /// 0 between two bends, 1 with one box; between boxes 2, 3 or 4, less the more it is a middle
  /// one of those at its ends.
  private static func classes(
    of graph: LayerGraph, below: Buckets<Int>, above: Buckets<Int>
  ) -> [Int] {
    var classes = graph.segments.map { segment in
      let boxes = (graph.isLeaf(segment.upper) ? 1 : 0) + (graph.isLeaf(segment.lower) ? 1 : 0)
      return boxes == 2 ? 4 : boxes
    }
    for vertex in graph.vertices.indices where graph.isLeaf(vertex) {
      for fan in [below[vertex], above[vertex]] where !fan.isEmpty {
        let (first, last) = (fan.startIndex, fan.endIndex - 1)
        let middles = (first + last) / 2...(first + last + 1) / 2
        for segment in fan[middles] where classes[segment] > 2 { classes[segment] -= 1 }
      }
    }
    return classes
  }

  private mutating func choose(below rank: Int, of order: RankOrder, fans: Buckets<Int>) {
    let (upper, lower) = (order.layers[rank], order.layers[rank + 1])
    let gates = (order.gates(at: rank, across: rank), order.gates(at: rank + 1, across: rank))
    // The place below of the straight segment at each place above.
    var chosen = [Int](repeating: -1, count: upper.count)
    var limits = [Int](repeating: lower.count, count: upper.count)
    var isEmpty = [Bool](repeating: true, count: Self.classCount + 1)
    for segment in order.neighbors.segmentsBelow[rank] { isEmpty[classes[segment]] = false }
    for number in 0..<Self.classCount where !isEmpty[number] {
      var limit = lower.count
      for place in upper.indices.reversed() {
        limits[place] = limit
        if chosen[place] >= 0 { limit = chosen[place] }
      }
      var last = -1
      for (place, vertex) in upper.enumerated() {
        for segment in fans[vertex] where classes[segment] == number && !isTakenBelow[vertex] {
          let end = order.graph.segments[segment].lower
          let endPlace = order.positions[end]
          guard endPlace > last, endPlace < limits[place], above[end] < 0,
            gates.0[place] == gates.1[endPlace]
          else { continue }
          above[end] = segment
          isTakenBelow[vertex] = true
          chosen[place] = endPlace
        }
        last = max(last, chosen[place])
      }
    }
  }
}

extension RankOrder {
  /// For each place on a rank, how many sides of clusters lie left of it, of the clusters on the
  /// rank `across` and the next.
  fileprivate func gates(at rank: Int, across: Int) -> [Int] {
    var gates = [Int](repeating: 0, count: layers[rank].count + 1)
    for cluster in neighbors.clustersAcross[across] {
      let span = span(of: cluster, at: rank)
      gates[span.lowerBound] += 1
      gates[span.upperBound + 1] += 1
    }
    for place in layers[rank].indices.dropFirst() { gates[place] += gates[place - 1] }
    return gates
  }
}
