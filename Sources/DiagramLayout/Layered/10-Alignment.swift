import DiagramModel

/// Brings the middles of boxes into common lines where they almost are already.
///
/// A box slides at most ``reach`` units, under the ends of its edges: no bend moves, ends stay
/// away from corners, and no distance falls below what is asked for. Boxes in containers that are
/// drawn alike stay where they are, so that they remain alike.
struct AlignedLayout {
  private(set) var result: Layout
  private let graph: LayoutGraph
  private let spacing: Spacing
  /// The nodes without children, and those of them that may not move.
  private let leaves: [Int]
  private let isFrozen: [Bool]
  /// The ends of routes at each node.
  private let ends: [[RouteEnd]]

  private struct RouteEnd {
    let edge: Int
    let isSource: Bool
  }

  /// How far a box may slide.
  private static let reach = 30
  /// Larger drawings are left as they are: the work grows faster than their size.
  private static let mostLeaves = 400

  init(_ layout: Layout, of graph: LayoutGraph, spacing: Spacing) {
    self.graph = graph
    self.spacing = spacing
    result = layout
    var isContainer = [Bool](repeating: false, count: graph.nodes.count)
    for node in graph.nodes { if let parent = node.parent { isContainer[parent] = true } }
    leaves = graph.nodes.indices.filter { !isContainer[$0] }
    var isFrozen = Self.membersOfTwins(layout, of: graph)
    for hint in graph.hints { (isFrozen[hint.first], isFrozen[hint.second]) = (true, true) }
    self.isFrozen = isFrozen
    var ends = [[RouteEnd]](repeating: [], count: graph.nodes.count)
    for (edge, value) in graph.edges.enumerated() {
      ends[value.source].append(RouteEnd(edge: edge, isSource: true))
      ends[value.target].append(RouteEnd(edge: edge, isSource: false))
    }
    self.ends = ends
    guard leaves.count <= Self.mostLeaves else { return }
    for axis in Axis.allCases { align(along: axis) }
  }

  /// For each node, whether it lies in a container of which there is another with the same inside.
  private static func membersOfTwins(_ layout: Layout, of graph: LayoutGraph) -> [Bool] {
    var insides = [[Rect]](repeating: [], count: graph.nodes.count)
    for (node, value) in graph.nodes.enumerated() {
      guard let parent = value.parent else { continue }
      let corner = layout.frames[parent].origin
      let frame = layout.frames[node]
      insides[parent].append(
        Rect(origin: frame.origin.offset(x: -corner.x, y: -corner.y), size: frame.size))
    }
    var counts: [[Rect]: Int] = [:]
    for inside in insides where !inside.isEmpty { counts[inside, default: 0] += 1 }
    return graph.nodes.map { node in
      node.parent.map { (counts[insides[$0]] ?? 0) > 1 } ?? false
    }
  }

  /// Always the line that most boxes can reach next, until none is left for two.
  private mutating func align(along axis: Axis) {
    var lines = leaves.map {
      (leaf: $0, middle: doubledMiddle($0, axis), range: range(of: $0, axis))
    }
    while lines.count > 1 {
      var best: (count: Int, middle: Int) = (1, 0)
      for middle in Set(lines.map(\.middle)).sorted() {
        let count = lines.count { reaches($0, middle) }
        if count > best.count { best = (count, middle) }
      }
      guard best.count > 1 else { return }
      for line in lines where reaches(line, best.middle) {
        let shift = (best.middle - line.middle) / 2
        if range(of: line.leaf, axis).contains(shift) { slide(line.leaf, by: shift, axis) }
      }
      lines.removeAll { reaches($0, best.middle) }
    }
  }

  private func reaches(
    _ line: (leaf: Int, middle: Int, range: ClosedRange<Int>), _ middle: Int
  ) -> Bool {
    (middle - line.middle) % 2 == 0 && line.range.contains((middle - line.middle) / 2)
  }

  private func doubledMiddle(_ leaf: Int, _ axis: Axis) -> Int {
    let frame = result.frames[leaf]
    return frame.lower(axis) + frame.upper(axis)
  }

  /// How far a box can slide now, back and forth.
  private func range(of leaf: Int, _ axis: Axis) -> ClosedRange<Int> {
    guard !isFrozen[leaf] else { return 0...0 }
    let frame = result.frames[leaf]
    var (low, high) = (-Self.reach, Self.reach)
    for end in ends[leaf] {
      let points = result.routes[end.edge].points
      guard points.count > 1 else { continue }
      let (first, second) =
        end.isSource ? (points[0], points[1]) : (points[points.count - 1], points[points.count - 2])
      let (place, next) = (first[axis], second[axis])
      if first[axis.cross] == second[axis.cross] {
        // The edge leaves along the axis: its first piece becomes longer or shorter.
        let room = max(abs(next - place) - spacing.edges, 0)
        if next > place { high = min(high, room) } else { low = max(low, -room) }
      } else {
        let margin = min(spacing.edges, frame.size[axis] / 4)
        high = min(high, max(place - margin - frame.lower(axis), 0))
        low = max(low, min(place + margin - frame.upper(axis), 0))
      }
    }
    return clearRange(of: leaf, low...max(high, low), axis)
  }

  /// The part of a range in which a box keeps its distance from everything else.
  private func clearRange(of leaf: Int, _ range: ClosedRange<Int>, _ axis: Axis) -> ClosedRange<Int>
  {
    let frame = result.frames[leaf]
    var (low, high) = (range.lowerBound, range.upperBound)
    func limit(_ other: Rect, distance: Int) {
      guard other.lower(axis.cross) < frame.upper(axis.cross) + distance,
        frame.lower(axis.cross) < other.upper(axis.cross) + distance
      else { return }
      if other.lower(axis) >= frame.upper(axis) {
        high = min(high, max(other.lower(axis) - frame.upper(axis) - distance, 0))
      } else if other.upper(axis) <= frame.lower(axis) {
        low = max(low, min(other.upper(axis) - frame.lower(axis) + distance, 0))
      } else {
        (low, high) = (max(low, 0), min(high, 0))
      }
    }
    let ancestors = graph.ancestors(of: leaf)
    for (node, other) in result.frames.enumerated() where node != leaf && !ancestors.contains(node)
    {
      if graph.nodes[node].parent.map({ ancestors.contains($0) }) ?? true {
        limit(other, distance: spacing.nodes)
      }
    }
    if let parent = ancestors.first {
      let inside = result.frames[parent].inset(by: graph.nodes[parent].padding)
      low = max(low, min(inside.lower(axis) - frame.lower(axis), 0))
      high = min(high, max(inside.upper(axis) - frame.upper(axis), 0))
    }
    for (edge, route) in result.routes.enumerated() {
      let distance = spacing.edges + spacing.overhang
      if let label = route.label { limit(label, distance: distance) }
      if graph.edges[edge].source == leaf || graph.edges[edge].target == leaf { continue }
      for segment in route.segments(of: edge) { limit(segment.rect, distance: distance) }
    }
    return low...max(high, low)
  }

  private mutating func slide(_ leaf: Int, by shift: Int, _ axis: Axis) {
    guard shift != 0 else { return }
    for end in ends[leaf] {
      let points = result.routes[end.edge].points
      guard points.count > 1 else { continue }
      let place = end.isSource ? 0 : points.count - 1
      let next = end.isSource ? points[1] : points[points.count - 2]
      if points[place][axis.cross] == next[axis.cross] {
        result.routes[end.edge].points[place] = points[place].moved(by: shift, axis)
      }
    }
    result.frames[leaf].origin = result.frames[leaf].origin.moved(by: shift, axis)
  }
}

extension Point {
  fileprivate func moved(by shift: Int, _ axis: Axis) -> Point {
    axis == .horizontal ? offset(x: shift) : offset(y: shift)
  }
}

extension Rect {
  fileprivate func lower(_ axis: Axis) -> Int { axis == .horizontal ? minX : minY }
  fileprivate func upper(_ axis: Axis) -> Int { axis == .horizontal ? maxX : maxY }
}
