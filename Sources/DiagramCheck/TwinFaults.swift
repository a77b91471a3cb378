package import DiagramGraph
import DiagramModel

/// Boxes that a person takes for equal, and that are not drawn equally.
///
/// *Twins* are leaves of one parent, of one size and with the same neighbours. They belong into one
/// row, one column or an even grid, and each neighbour is to be met on one side by all of them, or in
/// mirror image.
package struct TwinFaults: Hashable, Sendable {
  /// The twins of the groups that are drawn unlike.
  package private(set) var unlike = 0

  /// - Complexity: O(*edges* log *edges*).
  package init(_ layout: Layout, of graph: LayoutGraph) {
    for group in Self.groups(of: graph) where !Self.isEven(group.map { layout.frames[$0] }) {
      unlike += group.count
    }
  }

  /// All groups of two and more.
  private static func groups(of graph: LayoutGraph) -> [[Int]] {
    let nesting = Nesting(graph)
    var neighbors = [[Int]](repeating: [], count: graph.nodes.count)
    for edge in graph.edges where edge.source != edge.target {
      neighbors[edge.source].append(2 * edge.target)
      neighbors[edge.target].append(2 * edge.source + 1)
    }
    var groups: [[Int]: [Int]] = [:]
    var order: [[Int]] = []
    for (node, value) in graph.nodes.enumerated() {
      guard nesting.isLeaf(node), !neighbors[node].isEmpty else { continue }
      let size = value.minimumSize
      let key = [value.parent ?? -1, size.width, size.height] + Set(neighbors[node]).sorted()
      if groups[key] == nil { order.append(key) }
      groups[key, default: []].append(node)
    }
    return order.compactMap { groups[$0] }.filter { $0.count > 1 }
  }

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
}
