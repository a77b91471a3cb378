package import DiagramModel

/// A nested graph of boxes, the only thing that layout knows of a drawing.
///
/// Nodes and edges are called by their index. A parent stands before its children; the children of
/// a node are in the author's order.
package struct LayoutGraph: Hashable, Sendable {
  package var nodes: [LayoutNode]
  package var edges: [LayoutEdge]
  /// Where children of one node lie to each other; none contradicts another.
  package var hints: [LayoutHint]
  /// What lies in line with something in another row, column or container.
  package var levels: [LayoutLevel] = []
  /// The room where the drawing is shown, in units of its natural size; most of what it is asked for is
  /// the relation of its width and height.
  package var shape = Size(width: 1824, height: 1026)

  package init(nodes: [LayoutNode], edges: [LayoutEdge], hints: [LayoutHint] = []) {
    self.nodes = nodes
    self.edges = edges
    self.hints = hints
  }

  /// Whether the first node is a canvas: without an outline, and around all others. Then they lie as
  /// their arrangements say; else nobody arranged them, and they are placed as a whole.
  package var hasCanvas: Bool {
    guard let first = nodes.first, !first.isOutlined, first.parent == nil else { return false }
    return nodes.dropFirst().allSatisfy { $0.parent != nil }
  }
}

extension LayoutGraph {
  /// Whether an edge is a straight line between two free ends: such a line lies over the drawing, as one
  /// for today over the bars of a plan.
  package func isOverlay(_ edge: LayoutEdge) -> Bool {
    edge.routing == .straight && edge.source != edge.target && nodes[edge.source].isFreeEnd
      && nodes[edge.target].isFreeEnd
  }

  /// Whether a node is one of several lanes, which edges run across on their way to others.
  package func isLane(_ node: Int) -> Bool {
    guard let parent = nodes[node].parent, case .lanes = nodes[parent].arrangement else {
      return false
    }
    return true
  }
}

/// How two children of one node lie to each other.
///
/// Rows, columns, grids, rings and trees are places of their own: no hint changes them. Packed and
/// free children keep an order but know no ranks.
package struct LayoutHint: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    /// Both in one layer.
    case sameRank
    /// The first ends along the axis before the second begins.
    case before(Axis)
  }

  package var kind: Kind
  package var first: Int
  package var second: Int

  package init(_ kind: Kind, _ first: Int, _ second: Int) {
    self.kind = kind
    self.first = first
    self.second = second
  }
}

/// A box, or an invisible group of boxes.
package struct LayoutNode: Hashable, Sendable {
  /// The index of the node around it, smaller than its own.
  package var parent: Int?
  /// The size of a leaf; what a container needs for its own title and hints.
  package var minimumSize: Size
  /// The room between the outline of a container and its children, its title included.
  package var padding: Insets
  /// What is written in the padding of a container; no edge runs over it where it can be avoided.
  package var titles: [LayoutTitle] = []
  /// What else is written in a container, from its corner: likewise.
  package var writing: [Rect] = []
  /// How the children lie.
  package var arrangement: Arrangement
  /// Whether it has an outline. Without one it only groups, and arrows may run through it.
  package var isOutlined: Bool
  /// Leaves of one group get the same size, that of the largest; siblings of one group too.
  package var sizeGroup: Int?
  /// Whether it may become larger than it needs to be, to be flush with others.
  package var grows: Bool
  /// The axes along which it stays as it is all the same, unless its alignment is to stretch.
  package var fixedAxes: Set<Axis> = []
  /// Whether it looks like a container though nothing may lie in it: then it is as high as others.
  package var isContainer = false
  /// How it lies across its row or column, if not as its siblings.
  package var alignment: Alignment?
  /// Where its corner has to be, from that of the room for its parent's children. It is not looked
  /// at in rows, columns, grids, rings and trees.
  package var pin: Point?
  /// Where it lies on its parent, which then makes no room for it; nil for what lies in its parent.
  ///
  /// Only what has a canvas around it may hold such nodes, and neither hints nor pins are about them.
  package var on: PlaceOnParent?
  /// Whether edges run through it, as across a line that divides its row or column.
  package var isPassable = false
  /// Whether it is nothing but the end of edges: it lies in front of what they lead to, where its row,
  /// column or grid has room for that.
  package var isFreeEnd = false
  /// The sides on which its outline is not its frame, as that of a circle: a straight line there leads
  /// to its middle.
  package var roundSides: Set<Side> = []
  /// The sides that its outline reaches in one point of their middle only, as the corners of a diamond: there is
  /// one clean place for an end.
  package var pointedSides: Set<Side> = []
  /// The size of what is drawn in the middle of its frame, if that is less, as an icon above its text:
  /// ends of edges lie beside that.
  package var core: Size?
  /// How far what stands on it reaches out of it.
  package var overhang = Insets.zero
  /// The pictures that show it. It is not in the way of edges that it is never seen together with.
  package var pictures: PictureSet = .all

  package init(
    parent: Int?, minimumSize: Size, padding: Insets = .zero,
    arrangement: Arrangement = .automatic(spacing: nil), isOutlined: Bool = true,
    sizeGroup: Int? = nil,
    grows: Bool = true, alignment: Alignment? = nil, pin: Point? = nil
  ) {
    self.parent = parent
    self.minimumSize = minimumSize
    self.padding = padding
    self.arrangement = arrangement
    self.isOutlined = isOutlined
    self.sizeGroup = sizeGroup
    self.grows = grows
    self.alignment = alignment
    self.pin = pin
  }
}

extension LayoutNode {
  /// Whether its outline is not its frame on a side.
  package func isRound(at side: Side) -> Bool { isFreeEnd || roundSides.contains(side) }

  /// What is drawn of it in its frame: ends of edges lie beside that.
  package func core(in frame: Rect) -> Rect {
    guard let core else { return frame }
    let (width, height) = (min(core.width, frame.size.width), min(core.height, frame.size.height))
    return Rect(
      x: frame.midX - width / 2, y: frame.midY - height / 2, width: width, height: height)
  }

  /// What is written in a container with this frame.
  package func written(in frame: Rect) -> [Rect] {
    titles.map { $0.rect(in: frame) } + lines(in: frame)
  }

  /// What is written in a container with this frame besides its titles.
  package func lines(in frame: Rect) -> [Rect] {
    writing.map { $0.moved(x: frame.minX, y: frame.minY) }
  }
}

/// A text at the top or bottom of a container.
package struct LayoutTitle: Hashable, Sendable {
  package var size: Size
  /// Between the text and the outline.
  package var inset: Size
  package var alignment: TextAlignment
  package var isAtBottom: Bool
  /// Whether it stands in the middle of the height, beside the content.
  package var isBeside = false

  package init(size: Size, inset: Size, alignment: TextAlignment, isAtBottom: Bool) {
    self.size = size
    self.inset = inset
    self.alignment = alignment
    self.isAtBottom = isAtBottom
  }

  /// Where it lies in a container with this frame.
  package func rect(in frame: Rect) -> Rect {
    let x =
      switch alignment {
      case .left: frame.minX + inset.width
      case .center: frame.midX - size.width / 2
      case .right: frame.maxX - inset.width - size.width
      }
    let y =
      isBeside
      ? frame.midY - size.height / 2
      : isAtBottom ? frame.maxY - inset.height - size.height : frame.minY + inset.height
    return Rect(origin: Point(x: x, y: y), size: size)
  }
}

extension Arrangement {
  /// Whether hints and pins have a say in it.
  package var isFree: Bool {
    switch self {
    case .automatic, .layered, .packed, .force, .orthogonal, .nested: true
    case .row, .column, .grid, .ring, .tree, .lanes, .shared: false
    }
  }
}

/// How the children of a node lie.
package enum Arrangement: Hashable, Sendable {
  /// Chosen from the number of children and the edges between them.
  case automatic(spacing: Int?)
  case row(alignment: Alignment, spacing: Int?)
  case column(alignment: Alignment, spacing: Int?)
  case grid(columns: Int, spacing: Int?)
  /// Clockwise on a circle, the first at the top.
  case ring(spacing: Int?)
  /// In layers, so that the arrows between the children run one way.
  case layered(Direction, spacing: Int?)
  /// Every child behind the one that its first arrow comes from, in the middle of its own.
  case tree(Direction, spacing: Int?)
  /// Beside and below each other in little room, whatever arrows there are.
  case packed(spacing: Int?)
  /// Children that arrows join lie close to each other, without a main direction.
  case force(spacing: Int?)
  /// With few crossings and bends, without a main direction.
  case orthogonal(spacing: Int?)
  /// Together with what lies in containers among the children that nobody arranged: in layers along
  /// a direction, or, without one, with few crossings and bends.
  case nested(Direction?)
  /// Rows one below the other whose children share columns; one with fewer leaves some of them free.
  case lanes(spacing: Int?)
  /// All at one place and equally large: they are never seen together.
  case shared
}

/// An arrow between two nodes, or from a node to itself.
package struct LayoutEdge: Hashable, Sendable {
  package var source: Int
  package var target: Int
  /// The size of its text, if it has one.
  package var labelSize: Size?
  package var routing: ArrowRouting
  /// The sides that its ends are bound to.
  package var sourceSide: Side?
  package var targetSide: Side?
  /// The pictures that show it. Edges that share none are never seen together: they need not
  /// keep away from each other.
  package var pictures: PictureSet
  /// How many layers its target lies behind its source at least; from 1.
  package var minimumLength: Int
  /// How much its length and its bends count, against 1 for others.
  package var weight: Int
  /// Edges of one number that begin, or that end, at one node share a line there, as far as they go
  /// the same way; only orthogonal ones do.
  package var trunk: Int?
  /// Whether its text is that of its whole trunk, and stands where all edges of the trunk are one line.
  package var isTrunkLabelled = false
  /// Whether it joins rows of tables rather than single boxes of theirs: it ends where they do.
  package var joinsRows = false
  /// Whether it has a head at both ends, or at none: then it does not say which end comes first.
  package var isTwoWay = false
  /// How far its ends stay away from the outlines; the way leads to them all the same.
  package var gap = 0
  /// How far its line reaches to both sides of its way: 0 for one as thin as lines are. All distances from its way
  /// are so much larger.
  package var halfWidth = 0
  /// What stands on its line, or beside its ends, needs along it: on a level line, and on an upright one.
  package var roomOnLine = Size.zero

  package init(
    source: Int, target: Int, labelSize: Size? = nil, routing: ArrowRouting = .orthogonal,
    sourceSide: Side? = nil, targetSide: Side? = nil, pictures: PictureSet = .all,
    minimumLength: Int = 1, weight: Int = 1, trunk: Int? = nil
  ) {
    self.source = source
    self.target = target
    self.labelSize = labelSize
    self.routing = routing
    self.sourceSide = sourceSide
    self.targetSide = targetSide
    self.pictures = pictures
    self.minimumLength = minimumLength
    self.weight = weight
    self.trunk = trunk
  }
}

/// A set of the pictures of a series, by their index.
package struct PictureSet: Hashable, Sendable {
  /// A bit for each of them; nil for all pictures, however many there are.
  package let words: [UInt64]?

  /// Every picture, however many there are.
  package static let all = PictureSet(words: nil)

  private init(words: [UInt64]?) { self.words = words }

  /// The pictures with these indices.
  package init(_ indices: some Sequence<Int>) {
    var words: [UInt64] = []
    for index in indices {
      while words.count <= index / 64 { words.append(0) }
      words[index / 64] |= 1 << UInt64(index % 64)
    }
    self.words = words
  }

  /// Whether some picture is in both.
  package func intersects(_ other: PictureSet) -> Bool {
    guard let mine = words, let theirs = other.words else {
      return (words ?? other.words)?.contains { $0 != 0 } ?? true
    }
    return zip(mine, theirs).contains { $0 & $1 != 0 }
  }
}
