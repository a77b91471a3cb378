import DiagramAlgorithms
package import DiagramGraph
package import DiagramModel

/// What lies around a text or a mark on a drawing, and may be touched by it.
///
/// This is the one measure of what touches what: whoever looks for a place asks it, with the room that is to be
/// kept, and ``Check`` asks it with none. What no picture of a series shows together touches nowhere.
package struct Surroundings: Sendable {
  package enum Thing: Hashable, Sendable {
    /// A box without others in it, or a text without an outline.
    case box(Int)
    /// The inside of a container that no edge leads into.
    case closed(Int)
    /// The outline of a container.
    case outline(Int)
    /// What is written in a container.
    case words(Int)
    /// The text of an edge.
    case text(Int)
    /// A piece of the way of an edge, by its number among those of all ways.
    case way(Int, piece: Int)

    /// What has a part in it.
    var item: Finding.Item {
      switch self {
      case .box(let node), .closed(let node), .outline(let node), .words(let node): .box(node)
      case .text(let edge), .way(let edge, _): .edge(edge)
      }
    }

    /// Nodes before edges, both in their order, and the pieces of a way behind its text.
    fileprivate var order: (Int, Int, Int) {
      switch self {
      case .box(let node), .closed(let node), .outline(let node): (0, node, 0)
      case .words(let node): (0, node, 1)
      case .text(let edge): (1, edge, -1)
      case .way(let edge, let piece): (1, edge, piece)
      }
    }
  }

  /// The texts of the edges, one an edge, nil for those without a place; whoever places them one by one puts them here.
  package var texts: [Rect?]

  private let frames: [Rect]
  private let nodes: [Node]
  private let pictures: [PictureSet]
  /// The nodes with something to touch, by the room that they cover.
  private let grid: PlaneGrid
  private let gridNodes: [Int]
  private let labelled: [Int]
  /// How far the line of each edge reaches to both sides, and the widest.
  private let halfWidths: [Int]
  private let widest: Int
  private let ways: SegmentIndex

  /// What there is of a node.
  private struct Node: Sendable {
    var isBox = false
    var isOutline = false
    var isClosed = false
    let words: [Rect]
    let pictures: PictureSet
  }

  /// - Parameters:
  ///   - graph: what is drawn.
  ///   - nesting: of its nodes.
  ///   - frames: one a node, absolute.
  ///   - ways: the straight pieces of each way as it is drawn, one array an edge.
  ///   - texts: one an edge; nil for those without one.
  /// - Complexity: O(*nodes* + *pieces*), as far as they do not lie on each other.
  package init(
    _ graph: LayoutGraph, _ nesting: Nesting, frames: [Rect], ways: [[LineSegment]], texts: [Rect?]
  ) {
    (self.frames, self.texts) = (frames, texts)
    pictures = graph.edges.map(\.pictures)
    halfWidths = graph.edges.map(\.halfWidth)
    widest = halfWidths.max() ?? 0
    labelled = graph.edges.indices.filter { graph.edges[$0].labelSize != nil || texts[$0] != nil }
    self.ways = SegmentIndex(Array(ways.joined()))
    let isEntered = graph.enteredContainers
    let nodes = graph.nodes.indices.map { index in
      let node = graph.nodes[index]
      var value = Node(words: node.written(in: frames[index]), pictures: node.pictures)
      if nesting.isLeaf(index) {
        value.isBox = node.isOutlined || !node.isPassable && !node.isFreeEnd
      } else {
        value.isOutline = node.isOutlined
        value.isClosed = node.isOutlined && !isEntered[index]
      }
      return value
    }
    self.nodes = nodes
    gridNodes = nodes.indices.filter {
      nodes[$0].isBox || nodes[$0].isOutline || !nodes[$0].words.isEmpty
    }
    let rooms = gridNodes.map { node in nodes[node].words.reduce(frames[node]) { $0.union($1) } }
    var grid = PlaneGrid(bounds: rooms.bounds ?? .zero, count: rooms.count)
    for room in rooms { _ = grid.insert(room) }
    self.grid = grid
  }

  /// Calls `body` with all that a rectangle touches, or that comes closer to it than a room, in no order.
  ///
  /// - Parameters:
  ///   - rect: where a text or a mark lies.
  ///   - room: what is to be kept from boxes, words and texts.
  ///   - wayRoom: what is to be kept from ways.
  ///   - shown: the pictures that show it.
  ///   - body: called with each thing and its rectangle; with every piece of a way, which is a line.
  package func forEachTouched(
    by rect: Rect, keeping room: Int = 0, fromWays wayRoom: Int = 0, in shown: PictureSet,
    _ body: (Thing, Rect) -> Void
  ) {
    let wide = rect.insetBy(-room)
    _ = grid.all(near: wide) { index in
      touch(gridNodes[index], by: wide, in: shown, body)
      return true
    }
    for edge in labelled {
      guard let text = texts[edge], text.intersects(wide), pictures[edge].intersects(shown) else {
        continue
      }
      body(.text(edge), text)
    }
    ways.forEach(near: rect.insetBy(-wayRoom - widest)) { piece, segment in
      let around = rect.insetBy(-wayRoom - halfWidths[segment.edge])
      guard segment.runsThrough(around), pictures[segment.edge].intersects(shown) else { return }
      body(.way(segment.edge, piece: piece), segment.rect)
    }
  }

  private func touch(
    _ node: Int, by rect: Rect, in shown: PictureSet, _ body: (Thing, Rect) -> Void
  ) {
    let (value, frame) = (nodes[node], frames[node])
    guard value.pictures.intersects(shown) else { return }
    if frame.intersects(rect) {
      if value.isBox {
        body(.box(node), frame)
      } else if value.isOutline, !frame.contains(rect) {
        body(.outline(node), frame)
      } else if value.isClosed {
        body(.closed(node), frame)
      }
    }
    for words in value.words where words.intersects(rect) { body(.words(node), words) }
  }

  /// All that a rectangle touches, nodes before edges, both in their order; each way once, with its first
  /// piece.
  func touched(by rect: Rect, in shown: PictureSet) -> [(thing: Thing, rect: Rect)] {
    var found: [(thing: Thing, rect: Rect)] = []
    forEachTouched(by: rect, in: shown) { found.append(($0, $1)) }
    guard found.count > 1 else { return found }
    found.sort { $0.thing.order < $1.thing.order }
    var last: Int?
    return found.filter { touch in
      guard case .way(let edge, _) = touch.thing else { return true }
      defer { last = edge }
      return last != edge
    }
  }
}
