import DiagramAlgorithms
package import DiagramGraph
import DiagramModel

/// Boxes that a person takes for equal, and that are not drawn equally.
///
/// *Twins* are leaves of one parent, of one size and with the same neighbours. They belong into one
/// row, one column or an even grid, or around their only neighbour, and each neighbour is to be met on one side by all of them, or in
/// mirror image.
package struct TwinFaults: Hashable, Sendable {
  /// The twins of the groups that are drawn unlike.
  package private(set) var unlike = 0
  /// Those of them that lie neither in one row nor in one column nor in an even grid, or in a line with a
  /// neighbour that is seen from there behind all others.
  package private(set) var scattered = 0

  /// - Complexity: O(*edges* log *edges* + *twins* · *neighbours*).
  package init(_ layout: Layout, of graph: LayoutGraph) {
    let groups = graph.twins
    guard !groups.isEmpty else { return }
    let sides = SidesMet(layout, of: graph)
    for group in groups {
      let frames = group.boxes.map { layout.frames[$0] }
      if group.neighbors.count == 1, Self.surround(frames, layout.frames[group.neighbors[0]]) {
        continue
      }
      let isEven = Self.isEven(frames)
      if !isEven || group.neighbors.contains(where: { Self.queue(frames, layout.frames[$0]) }) {
        scattered += group.boxes.count
      }
      if !isEven || !group.neighbors.allSatisfy({ Self.meet(group.boxes, $0, sides, layout) }) {
        unlike += group.boxes.count
      }
    }
  }

  // MARK: - Places

  /// Whether boxes lie in a row, a column or a full grid of one pitch.
  private static func isEven(_ frames: [Rect]) -> Bool {
    let (columns, rows) = (lines(frames, .horizontal), lines(frames, .vertical))
    return columns.count * rows.count == frames.count && isRegular(columns) && isRegular(rows)
  }

  /// The different middles along an axis, doubled, in their order.
  private static func lines(_ frames: [Rect], _ axis: Axis) -> [Int] {
    Set(frames.map { 2 * $0.origin[axis] + $0.size[axis] }).sorted()
  }

  private static func isRegular(_ lines: [Int]) -> Bool {
    let gaps = zip(lines, lines.dropFirst()).map { $1 - $0 }
    return (gaps.max() ?? 0) - (gaps.min() ?? 0) <= 8
  }

  /// Whether boxes lie on both sides of their only neighbour, more than one on a side, and are their own
  /// mirror image in it.
  private static func surround(_ frames: [Rect], _ hub: Rect) -> Bool {
    let places = Set(frames.map { Point(x: $0.midX - hub.midX, y: $0.midY - hub.midY) })
    return places.count > 4 && frames.contains { $0.maxX < hub.minX }
      && places == Set(places.map { Point(x: -$0.x, y: $0.y) })
  }

  /// Whether boxes stand one behind the other before a neighbour in their line.
  private static func queue(_ frames: [Rect], _ neighbor: Rect) -> Bool {
    Axis.allCases.contains { axis in
      let across = neighbor[axis.cross]
      return lines(frames, axis.cross).count == 1 && lines(frames, axis).count == frames.count
        && frames[0][axis.cross].low < across.high && across.low < frames[0][axis.cross].high
        && (frames.allSatisfy { $0[axis].high <= neighbor[axis].low }
          || frames.allSatisfy { $0[axis].low >= neighbor[axis].high })
    }
  }

  // MARK: - Sides

  /// On which sides two nodes are met by the edges between them.
  private struct SidesMet {
    private var sides: [[Int]: [Side]] = [:]

    init(_ layout: Layout, of graph: LayoutGraph) {
      for (edge, value) in graph.edges.enumerated() where value.source != value.target {
        let points = layout.routes[edge].points
        guard points.count > 1 else { continue }
        add(value.source, value.target, points[0], points[1], layout)
        add(
          value.target, value.source, points[points.count - 1], points[points.count - 2], layout)
      }
      for key in sides.keys { sides[key]?.sort { $0.rawValue < $1.rawValue } }
    }

    private mutating func add(
      _ node: Int, _ other: Int, _ end: Point, _ next: Point, _ layout: Layout
    ) {
      guard let side = layout.frames[node].side(at: end, towards: next),
        !sides[[node, other], default: []].contains(side)
      else { return }
      sides[[node, other], default: []].append(side)
    }

    /// Those of `node` where edges from or to `other` end, in their order.
    func of(_ node: Int, with other: Int) -> [Side] { sides[[node, other]] ?? [] }
  }

  /// Whether all twins are joined to a neighbour on the same sides, or the first ones as the last ones
  /// in a mirror through the neighbour.
  private static func meet(
    _ twins: [Int], _ neighbor: Int, _ sides: SidesMet, _ layout: Layout
  ) -> Bool {
    let frames = twins.map { layout.frames[$0] }
    let axis: Axis = lines(frames, .vertical).count == 1 ? .horizontal : .vertical
    let sorted = twins.sorted { layout.frames[$0].origin[axis] < layout.frames[$1].origin[axis] }
    let isLine = lines(frames, axis.cross).count == 1
    let span = lines(frames, axis)
    let middle = (span[0] + span[span.count - 1]) / 2
    let isCentred = abs(lines([layout.frames[neighbor]], axis)[0] - middle) <= 6
    return [
      sorted.map { sides.of(neighbor, with: $0) }, sorted.map { sides.of($0, with: neighbor) },
    ].allSatisfy { met in
      Set(met).count == 1
        || isLine && isCentred
          && zip(met, met.reversed()).allSatisfy {
            Set($0) == Set($1.map { $0.mirrored(along: axis) })
          }
    }
  }
}

extension Side {
  /// The side in its place after a mirror across an axis.
  fileprivate func mirrored(along axis: Axis) -> Side { self.axis == axis ? opposite : self }
}

/// Boxes that are equal, and what each of them is joined to.
package struct Twins: Hashable, Sendable {
  /// Leaves of one parent, of one size, in the order of the graph.
  package fileprivate(set) var boxes: [Int]
  /// In the order of the graph.
  let neighbors: [Int]
}

extension LayoutGraph {
  /// All groups of two and more boxes of one parent, one size and with the same neighbours.
  ///
  /// - Complexity: O(*edges* log *edges*).
  package var twins: [Twins] {
    let nesting = Nesting(self)
    var neighbors = [[Int]](repeating: [], count: nodes.count)
    for edge in edges where edge.source != edge.target {
      neighbors[edge.source].append(2 * edge.target)
      neighbors[edge.target].append(2 * edge.source + 1)
    }
    var groups: [[Int]: Twins] = [:]
    var order: [[Int]] = []
    for (node, value) in nodes.enumerated() {
      guard nesting.isLeaf(node), !neighbors[node].isEmpty else { continue }
      let (size, joined) = (value.minimumSize, Set(neighbors[node]).sorted())
      let key = [value.parent ?? -1, size.width, size.height] + joined
      if groups[key] == nil {
        order.append(key)
        groups[key] = Twins(boxes: [], neighbors: Set(joined.map { $0 / 2 }).sorted())
      }
      groups[key]?.boxes.append(node)
    }
    return order.compactMap { groups[$0] }.filter { $0.boxes.count > 1 }
  }
}
