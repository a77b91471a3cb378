package import DiagramGraph
import DiagramModel

extension ByteWriter {
  /// All that decides on where everything of a graph lies, but for the last drawing.
  package mutating func write(_ graph: LayoutGraph, for request: LayoutRequest) {
    write(graph.shape)
    write(graph.nodes) { $0.write($1) }
    write(graph.edges) { $0.write($1) }
    write(graph.levels) { writer, level in
      writer.write(level.axis == .horizontal)
      writer.write(level.first)
      writer.write(level.second)
    }
    write(graph.hints) { writer, hint in
      switch hint.kind {
      case .sameRank: writer.write(0 as UInt64)
      case .before(.horizontal): writer.write(1 as UInt64)
      case .before(.vertical): writer.write(2 as UInt64)
      }
      writer.write(hint.first)
      writer.write(hint.second)
    }
    write(request.algorithm.rawValue)
    write(request.directions) { $0.write($1.index) }
    write(request.isDirected)
    write(request.seed)
    write(request.effort)
  }

  /// Where everything of a graph lies.
  package mutating func write(_ layout: Layout) {
    write(layout.frames) { $0.write($1) }
    write(layout.routes) { writer, route in
      writer.write(route.points) { $0.write($1) }
      writer.write(route.isCurved)
      writer.write(route.label.map { [$0] } ?? []) { $0.write($1) }
    }
  }

  private mutating func write(_ node: LayoutNode) {
    write(node.parent)
    write(node.minimumSize)
    for insets in [node.padding, node.overhang] {
      for side in Side.allCases { write(insets[side]) }
    }
    for sides in [node.roundSides, node.pointedSides] {
      for side in Side.allCases { write(sides.contains(side)) }
    }
    write(node.core.map { [$0] } ?? []) { $0.write($1) }
    write(node.writing) { $0.write($1) }
    write(node.titles) { writer, title in
      writer.write(title.size)
      writer.write(title.inset)
      writer.write(title.alignment.code)
      writer.write(title.isAtBottom)
      writer.write(title.isBeside)
    }
    write(node.arrangement)
    write(node.sizeGroup)
    for axis in Axis.allCases { write(node.fixedAxes.contains(axis)) }
    for isSo in [node.isOutlined, node.grows, node.isContainer, node.isPassable, node.isFreeEnd] {
      write(isSo)
    }
    write(node.alignment.map { $0.code + 1 } ?? 0)
    write(node.pin.map { [$0] } ?? []) { $0.write($1) }
    write(node.on.map { [$0] } ?? []) { writer, place in
      for share in [place.x, place.y, place.width] {
        writer.write(share.map { [$0.bitPattern] } ?? []) { $0.write($1) }
      }
      writer.write(place.across)
      writer.write(place.beyond)
    }
    write(node.pictures)
  }

  private mutating func write(_ edge: LayoutEdge) {
    write(edge.source)
    write(edge.target)
    write(edge.labelSize.map { [$0] } ?? []) { $0.write($1) }
    write(edge.routing.code)
    write(edge.sourceSide?.rawValue)
    write(edge.targetSide?.rawValue)
    write(edge.pictures)
    write(edge.minimumLength)
    write(edge.weight)
    write(edge.trunk)
    write(edge.isTrunkLabelled)
    write(edge.joinsRows)
    write(edge.isTwoWay)
    write(edge.gap)
    write(edge.halfWidth)
    write(edge.roomOnLine)
  }

  private mutating func write(_ arrangement: Arrangement) {
    func write(_ code: UInt64, _ spacing: Int?, _ parts: UInt64...) {
      self.write(code)
      self.write(spacing)
      for part in parts { self.write(part) }
    }
    switch arrangement {
    case .automatic(let spacing): write(0, spacing)
    case .row(let alignment, let spacing): write(1, spacing, alignment.code)
    case .column(let alignment, let spacing): write(2, spacing, alignment.code)
    case .grid(let columns, let spacing): write(3, spacing, UInt64(bitPattern: Int64(columns)))
    case .ring(let spacing): write(4, spacing)
    case .layered(let direction, let spacing):
      write(5, spacing)
      self.write(direction.index)
    case .tree(let direction, let spacing):
      write(6, spacing)
      self.write(direction.index)
    case .packed(let spacing): write(7, spacing)
    case .force(let spacing): write(8, spacing)
    case .orthogonal(let spacing): write(9, spacing)
    case .nested(let direction):
      write(10, nil)
      self.write(direction?.index ?? -1)
    case .lanes(let spacing): write(11, spacing)
    case .shared: write(12, nil)
    }
  }

  private mutating func write(_ pictures: PictureSet) {
    write(pictures.words.map { [$0] } ?? []) { writer, words in
      writer.write(words) { $0.write($1) }
    }
  }

  private mutating func write(_ number: Int) { write(UInt64(bitPattern: Int64(number))) }

  private mutating func write(_ number: Int?) {
    write(number.map { [$0] } ?? []) { $0.write($1) }
  }

  private mutating func write(_ isSo: Bool) { write(isSo ? 1 as UInt64 : 0) }

  private mutating func write(_ size: Size) {
    write(size.width)
    write(size.height)
  }

  private mutating func write(_ point: Point) {
    write(point.x)
    write(point.y)
  }

  private mutating func write(_ rect: Rect) {
    write(rect.origin)
    write(rect.size)
  }
}

extension ByteReader {
  /// The layout that ``ByteWriter/write(_:)-layout`` wrote.
  package mutating func layout() throws(Damage) -> Layout {
    let frames = try values { reader throws(Damage) in try reader.rect() }
    let routes = try values { reader throws(Damage) in
      Route(
        points: try reader.values { reader throws(Damage) in try reader.point() },
        isCurved: try reader.number() != 0,
        label: try reader.values { reader throws(Damage) in try reader.rect() }.first)
    }
    return Layout(frames: frames, routes: routes)
  }

  private mutating func integer() throws(Damage) -> Int {
    Int(Int64(bitPattern: try number()))
  }

  private mutating func point() throws(Damage) -> Point {
    Point(x: try integer(), y: try integer())
  }

  private mutating func rect() throws(Damage) -> Rect {
    let origin = try point()
    return Rect(origin: origin, size: Size(width: try integer(), height: try integer()))
  }
}

extension Alignment {
  var code: UInt64 {
    switch self {
    case .start: 0
    case .center: 1
    case .end: 2
    case .stretch: 3
    }
  }
}

extension TextAlignment {
  var code: UInt64 {
    switch self {
    case .left: 0
    case .center: 1
    case .right: 2
    }
  }
}

extension ArrowRouting {
  var code: UInt64 {
    switch self {
    case .orthogonal: 0
    case .straight: 1
    case .curved: 2
    }
  }
}
