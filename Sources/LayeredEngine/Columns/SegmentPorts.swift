import DiagramAlgorithms
import DiagramGraph
import DiagramModel

/// How the ends of edges may lie on one side of a box.
struct PortRow {
  /// What the first and the last keep from the corners.
  let margin: Int
  /// What neighbours keep from each other.
  let step: Int
  private let width: Int
  private let count: Int
  /// What the labels of edges between the same two boxes ask for.
  private let labelPitch: Int

  /// - Parameters:
  ///   - width: how long the side is.
  ///   - fan: the segments that end there, in their order.
  ///   - graph: what they are segments of.
  ///   - spacing: what ends should keep from each other.
  init(width: Int, fan: some Collection<Int>, of graph: LayerGraph, spacing: Spacing) {
    self.width = width
    count = fan.count
    labelPitch = graph.labelPitch(of: fan, spacing: spacing)
    let rest = max((width - (count - 1) * Self.leastPitch) / 2, Self.leastMargin)
    margin = min(spacing.edges / 2 + 1, rest, width / (count + 1))
    step =
      count > 1 ? min(spacing.edges, Self.leastPitch, (width - 2 * margin) / (count - 1)) : 0
  }

  /// How wide a side becomes so that ends on it can be told from each other, as far as the box does not
  /// become a slab by that; a little wider, if they then lie in the middle three fifths of it. Boxes
  /// on the grid stay on it with both sides.
  static func grown(_ width: Int, for count: Int) -> Int {
    let extent = leastPitch * max(count - 1, 0)
    let balanced = extent * 5 / 3 + 2
    let need = 4 * balanced <= 5 * width ? balanced : 2 * leastMargin + extent
    guard need > width else { return width }
    let step = width.isMultiple(of: 20) ? 20 : 2
    let steps = min((need - width + step - 1) / step, width * 11 / 20 / step)
    return width + steps * step
  }

  /// What ends keep from each other that can be told apart.
  private static let leastPitch = 9
  /// What they keep from corners where there is no room for more.
  private static let leastMargin = 3
  /// Boxes this wide stand for middles: what is straight joins these.
  private static let flatWidth = 2

  /// Where an end lies if all are spread evenly, in the middle three fifths of the side as long as
  /// they can be told apart there.
  func place(of slot: Int) -> Int {
    guard count > 1, width > Self.flatWidth else { return width / 2 }
    let widest = width * 3 / 5 / (count - 1)
    let even = min(width / (count + 1), widest)
    // On the grid, so that boxes that an edge keeps in line stay on it too.
    let unit = count.isMultiple(of: 2) && even >= 20 ? 20 : 10
    // With less than half of what labels ask for no line runs straight past them anyway.
    let room = 2 * widest >= labelPitch ? min(labelPitch, widest) : 0
    let pitch = max(even >= unit ? even / unit * unit : even, step, room)
    let start = (width - (count - 1) * pitch) / 2
    return start + slot * pitch
  }

  /// Where an end may lie if the others give way.
  func range(of slot: Int) -> ClosedRange<Int> {
    margin + slot * step...width - margin - (count - 1 - slot) * step
  }
}

extension LayerGraph {
  /// How far apart ends want to lie so that edges between the same two boxes run straight past each
  /// other's labels; 0 if there are none.
  fileprivate func labelPitch(of fan: some Collection<Int>, spacing: Spacing) -> Int {
    zip(fan, fan.dropFirst()).reduce(0) { pitch, pair in
      let (first, second) = (segments[pair.0].edge, segments[pair.1].edge)
      guard chains[first].first == chains[second].first, chains[first].last == chains[second].last
      else { return pitch }
      let rooms = (labelRoom(of: first), labelRoom(of: second))
      guard max(rooms.0, rooms.1) > 0 else { return pitch }
      let gap = min(rooms.0, rooms.1) > 0 ? spacing.edgeToNode : spacing.edges
      return max(pitch, (rooms.0 + rooms.1 + 1) / 2 + gap)
    }
  }

  /// What the label of an edge takes across the flow.
  private func labelRoom(of edge: Int) -> Int {
    chains[edge].reduce(0) { room, vertex in
      guard case .label = vertices[vertex].kind else { return room }
      return max(room, vertices[vertex].size.width)
    }
  }
}

/// Where segments begin and end on the vertices that they join.
struct SegmentPorts {
  /// The place of each segment's end on its upper vertex, from the left of the vertex.
  private(set) var upper: [Int]
  /// The same on its lower vertex.
  private(set) var lower: [Int]
  private var upperRanges: [ClosedRange<Int>]
  private var lowerRanges: [ClosedRange<Int>]
  private let graph: LayerGraph
  private let spacing: Spacing

  /// Spreads the ends evenly along the sides of boxes; elsewhere they lie in the middle.
  ///
  /// - Parameters:
  ///   - graph: the vertices and segments.
  ///   - below: the segments below each vertex, from left to right.
  ///   - above: those above.
  ///   - spacing: what ends should keep from each other.
  init(_ graph: LayerGraph, below: Buckets<Int>, above: Buckets<Int>, spacing: Spacing) {
    self.graph = graph
    self.spacing = spacing
    upper = graph.segments.map { graph.vertices[$0.upper].size.width / 2 }
    lower = graph.segments.map { graph.vertices[$0.lower].size.width / 2 }
    upperRanges = upper.map { $0...$0 }
    lowerRanges = lower.map { $0...$0 }
    for (leaf, value) in graph.graph.leaves.enumerated() {
      if let ports = value.ports {
        fix(below[leaf], at: ports.below, ends: \.upper, ranges: \.upperRanges)
        fix(above[leaf], at: ports.above, ends: \.lower, ranges: \.lowerRanges)
        continue
      }
      let width = value.size.width
      let rows = (
        PortRow(width: width, fan: below[leaf], of: graph, spacing: spacing),
        PortRow(width: width, fan: above[leaf], of: graph, spacing: spacing)
      )
      for (slot, segment) in below[leaf].enumerated() {
        upper[segment] = rows.0.place(of: slot)
        upperRanges[segment] = rows.0.range(of: slot)
      }
      for (slot, segment) in above[leaf].enumerated() {
        lower[segment] = rows.1.place(of: slot)
        lowerRanges[segment] = rows.1.range(of: slot)
      }
    }
  }

  private mutating func fix(
    _ fan: ArraySlice<Int>, at places: [Int], ends: WritableKeyPath<SegmentPorts, [Int]>,
    ranges: WritableKeyPath<SegmentPorts, [ClosedRange<Int>]>
  ) {
    for (segment, place) in zip(fan, places) {
      self[keyPath: ends][segment] = place
      self[keyPath: ranges][segment] = place...place
    }
  }

  /// By how much a segment's lower end may lie right of its upper one on vertices that begin at
  /// the same place, if the ends slide along the sides of boxes and all keep their order.
  func offsets(of segment: Int) -> ClosedRange<Int> {
    upperRanges[segment].lowerBound - lowerRanges[segment].upperBound...upperRanges[segment]
      .upperBound - lowerRanges[segment].lowerBound
  }

  /// Slides ends along the sides of boxes, as far as their neighbours allow, to where a segment is
  /// straight.
  ///
  /// - Parameters:
  ///   - below: the segments below each vertex, from left to right.
  ///   - above: those above.
  ///   - lefts: where each vertex begins.
  mutating func straighten(below: Buckets<Int>, above: Buckets<Int>, lefts: [Int]) {
    for _ in 0..<2 {
      for leaf in graph.graph.leaves.indices where graph.graph.leaves[leaf].ports == nil {
        slide(below[leaf], on: leaf, ends: \.upper, others: \.lower, at: \.lower, lefts: lefts)
        slide(above[leaf], on: leaf, ends: \.lower, others: \.upper, at: \.upper, lefts: lefts)
      }
    }
  }

  private mutating func slide(
    _ fan: ArraySlice<Int>, on leaf: Int, ends: WritableKeyPath<SegmentPorts, [Int]>,
    others: KeyPath<SegmentPorts, [Int]>, at end: KeyPath<LayerGraph.Segment, Int>, lefts: [Int]
  ) {
    let width = graph.graph.leaves[leaf].size.width
    let row = PortRow(width: width, fan: fan, of: graph, spacing: spacing)
    for index in Array(fan.indices) + fan.indices.reversed() {
      let segment = fan[index]
      let other = graph.segments[segment][keyPath: end]
      let wish = lefts[other] + self[keyPath: others][segment] - lefts[leaf]
      let first =
        index > fan.startIndex ? self[keyPath: ends][fan[index - 1]] + row.step : row.margin
      let last =
        index + 1 < fan.endIndex
        ? self[keyPath: ends][fan[index + 1]] - row.step : width - row.margin
      self[keyPath: ends][segment] = min(max(wish, first), last)
    }
  }
}
