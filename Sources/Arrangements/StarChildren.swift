import DiagramGraph
import DiagramModel

/// One child, the hub, that all others are joined with and nothing else, and where they lie around it.
///
/// The others lie clockwise from the top as they are written, in a column on either side of the hub and,
/// where their number asks for it, above and below: every side has its mirror image, and no arrow crosses
/// another.
///
///     ┌─┐   ┌─┐   ┌─┐
///     └─┘◀┐ └▲┘ ┌▶└─┘
///     ┌─┐ │ ┌┴┐ │ ┌─┐
///     └─┘◀┴─┤ ├─┴▶└─┘
///     ┌─┐ │ └┬┘ │ ┌─┐
///     └─┘◀┘ ┌▼┐ └▶└─┘
///           └─┘
struct StarChildren {
  private let children: ChildGraph
  private let hub: Int
  /// Clockwise from the top.
  private let spokes: [Int]

  /// A star with fewer others may as well be anything else.
  static let fewestSpokes = 3

  /// - Returns: nil if there is no hub, or somebody said where a child lies.
  init?(_ children: ChildGraph) {
    let graph = children.graph
    guard graph.nodes.count > Self.fewestSpokes, graph.hints.isEmpty, !children.hasPins else {
      return nil
    }
    let first = graph.edges.first.map { Set([$0.source, $0.target]) } ?? []
    let common = graph.edges.reduce(first) { $0.intersection([$1.source, $1.target]) }
    guard let hub = common.min(), common.count == 1 else { return nil }
    let spokes = graph.nodes.indices.filter { $0 != hub }
    let joined = Set(graph.edges.flatMap { [$0.source, $0.target] })
    guard joined.count == graph.nodes.count else { return nil }
    (self.children, self.hub, self.spokes) = (children, hub, spokes)
  }

  /// How many lie above, in each of the columns, and below.
  private var counts: (above: Int, column: Int, below: Int) {
    let above = spokes.count.isMultiple(of: 2) ? 0 : 1
    let both = spokes.count.isMultiple(of: 4) ? 1 : 0
    return (above + both, (spokes.count - above - 2 * both) / 2, both)
  }

  /// One rectangle a child, the middle of the hub at the origin.
  var frames: [Rect] {
    let counts = counts
    let right = Array(spokes.dropFirst(counts.above).prefix(counts.column))
    let left = Array(spokes.suffix(counts.column).reversed())
    let above = Array(spokes.prefix(counts.above))
    let below = Array(spokes.dropFirst(counts.above + counts.column).prefix(counts.below))
    var frames = children.sizes.map { Rect(origin: Point(x: 0, y: 0), size: $0) }
    func put(_ node: Int, at middle: Point) {
      let size = frames[node].size
      frames[node].origin = middle.offset(x: -size.width / 2, y: -size.height / 2)
    }
    let cell = children.sizes.reduce(Size.zero) { $0.union($1) }
    let pitch = Size(
      width: roundedUp(cell.width + children.gap.width),
      height: roundedUp(cell.height + children.gap.height))
    put(hub, at: Point(x: 0, y: 0))
    for (side, column) in [(1, right), (-1, left)] {
      for (place, node) in column.enumerated() {
        let row = 2 * place - column.count + 1
        put(node, at: Point(x: side * pitch.width, y: row * pitch.height / 2))
      }
    }
    for node in above { put(node, at: Point(x: 0, y: -pitch.height)) }
    for node in below { put(node, at: Point(x: 0, y: pitch.height)) }
    return frames
  }
}
