package import DiagramGraph
package import DiagramModel

/// A graph in the neutral format `diagen-graph/1`.
package struct GraphDocument: Hashable, Sendable {
  /// The nodes with parents before children, otherwise in the order of the file; before them a canvas,
  /// if the file says anywhere how boxes lie.
  package var graph: LayoutGraph
  /// The names of the nodes, without the canvas, and of the edges, in the order of `graph`.
  package var nodeIDs: [String]
  package var edgeIDs: [String]
  /// Where the arrows should point.
  package var direction: Direction
  /// Whether the edges have a direction, as they have unless the file says otherwise.
  package var isDirected: Bool

  /// Reads a file of the format.
  ///
  /// Sizes are rounded up to even numbers of units, so that middles are whole. A node that others
  /// name as their `parent` is a container; it keeps 20 units around its content and 40 above it,
  /// for the title.
  ///
  /// An edge has the members `id`, `source`, `target` and, if it has a text, `labelWidth` and
  /// `labelHeight`. With `trunk`, a name, it shares a line with all edges of that name, from which
  /// they branch off; those have one source or one target. ``ArrangementReader`` knows what else a
  /// file may say of the places of boxes and the ways of edges.
  ///
  /// Names that Unicode takes for equal are one name, also where their bytes differ; two nodes or two
  /// edges cannot have them. Nodes lie at most ``DrawingLimits/depth`` deep in each other, and all
  /// widths together, like all heights, are at most ``DrawingLimits/extent``.
  ///
  /// - Throws: the first mistake, with its place.
  package init(reading bytes: [UInt8]) throws(InterchangeError) {
    let root = try JSONField.root(of: bytes)
    let format = try root.member("format")
    guard try format.string() == "diagen-graph/1" else {
      throw format.error("expected 'diagen-graph/1'")
    }
    direction = try Self.direction(of: root)
    isDirected = try root.optionalMember("directed")?.bool() ?? true
    var room = DrawingLimits()
    let nodes = try NodeReader(root.member("nodes").elements(), &room)
    nodeIDs = nodes.order.map { nodes.ids[$0] }
    edgeIDs = []
    graph = LayoutGraph(nodes: try nodes.layoutNodes(&room), edges: [])
    var names = Names(of: "edge")
    var trunks = TrunkReader()
    for field in try root.member("edges").elements() {
      edgeIDs.append(try names.insert(field.member("id")))
      var edge = try Self.edge(field, nodes: nodes, &room)
      if let trunk = try field.optionalMember("trunk") {
        edge.trunk = try trunks.number(named: trunk, of: edge)
      }
      graph.edges.append(edge)
    }
    let arrangement = try root.optionalMember("arrangement").map(ArrangementReader.arrangement)
    if arrangement != nil || graph.nodes.contains(where: \.isArranged) {
      try nodes.checkPins(in: graph.nodes, on: arrangement ?? .automatic(spacing: nil))
      graph.layCanvas(arrangement ?? .automatic(spacing: nil))
    }
  }

  /// What was drawn, by the names of the file.
  package func document(of layout: Layout) -> LayoutDocument {
    let drawing = Layout(
      frames: Array(layout.frames.suffix(nodeIDs.count)), routes: layout.routes)
    return LayoutDocument(
      layout: graph.hasCanvas ? drawing.atOrigin : drawing, nodeIDs: nodeIDs, edgeIDs: edgeIDs)
  }

  /// What a drawing of a graph says about this one, by the names of nodes and edges; of several with
  /// one name the first counts.
  package func previous(from drawing: LayoutDocument) -> PreviousDrawing {
    let frames = Dictionary(zip(drawing.nodeIDs, drawing.layout.frames)) { first, _ in first }
    let routes = Dictionary(zip(drawing.edgeIDs, drawing.layout.routes)) { first, _ in first }
    let canvas: [Rect?] = graph.hasCanvas ? [nil] : []
    return PreviousDrawing(
      frames: canvas + nodeIDs.map { frames[$0] }, routes: edgeIDs.map { routes[$0] })
  }

  private static func direction(of root: JSONField) throws(InterchangeError) -> Direction {
    try root.optionalMember("direction").map(ArrangementReader.direction) ?? .down
  }

  private static func edge(
    _ field: JSONField, nodes: NodeReader, _ room: inout DrawingLimits
  ) throws(InterchangeError) -> LayoutEdge {
    var edge = LayoutEdge(
      source: try nodes.index(named: field.member("source")),
      target: try nodes.index(named: field.member("target")))
    let width = try room.width(field.optionalMember("labelWidth"))
    let height = try room.height(field.optionalMember("labelHeight"))
    if width > 0, height > 0 { edge.labelSize = Size(width: width, height: height) }
    try ArrangementReader.read(field, into: &edge)
    return edge
  }
}

/// Numbers the trunks of a file by their names.
private struct TrunkReader {
  private var numbers: [String: Int] = [:]
  /// For each trunk its name, its first edge, and what all its edges have in common so far.
  private var trunks: [(name: String, first: LayoutEdge, hasOneSource: Bool, hasOneTarget: Bool)] =
    []

  /// The number of a trunk with one edge more.
  mutating func number(
    named field: JSONField, of edge: LayoutEdge
  ) throws(InterchangeError) -> Int {
    let name = try field.string()
    guard edge.source != edge.target else {
      throw field.error("an edge from a node to itself cannot be part of a trunk")
    }
    guard let number = numbers[name] else {
      numbers[name] = trunks.count
      trunks.append((name, edge, true, true))
      return trunks.count - 1
    }
    guard name.isWrittenLike(trunks[number].name) else {
      throw field.error(
        "another trunk is called '\(name)' already: \(name.difference(from: trunks[number].name))")
    }
    if edge.source != trunks[number].first.source { trunks[number].hasOneSource = false }
    if edge.target != trunks[number].first.target { trunks[number].hasOneTarget = false }
    guard trunks[number].hasOneSource || trunks[number].hasOneTarget else {
      throw field.error("the edges of trunk '\(name)' have neither one source nor one target")
    }
    return number
  }
}

/// The nodes of a file, sorted so that parents stand before children.
private struct NodeReader {
  /// In the order of the file.
  let ids: [String]
  private let fields: [JSONField]
  private let parents: [Int?]
  private let sizes: [Size]
  /// Whether a node has a text.
  private let isLabelled: [Bool]
  /// The nodes of the file in the order of the graph, and the other way round.
  let order: [Int]
  private let places: [Int]
  private let indices: [String: Int]

  init(_ fields: [JSONField], _ room: inout DrawingLimits) throws(InterchangeError) {
    var ids: [String] = []
    var names = Names(of: "node")
    var sizes: [Size] = []
    var isLabelled: [Bool] = []
    for field in fields {
      ids.append(try names.insert(field.member("id")))
      sizes.append(
        Size(
          width: try room.width(field.member("width")),
          height: try room.height(field.member("height"))))
      isLabelled.append(try field.optionalMember("label")?.string().isEmpty == false)
    }
    let indices = names.indices
    var parents: [Int?] = []
    for field in fields {
      guard let parent = try field.optionalMember("parent") else {
        parents.append(nil)
        continue
      }
      guard let index = indices[try parent.string()] else {
        throw parent.error("no node is called '\(try parent.string())'")
      }
      parents.append(index)
    }
    self.ids = ids
    self.fields = fields
    self.parents = parents
    self.sizes = sizes
    self.isLabelled = isLabelled
    self.indices = indices
    order = try Self.parentsFirst(parents, fields)
    var places = [Int](repeating: 0, count: ids.count)
    for (place, index) in order.enumerated() { places[index] = place }
    self.places = places
  }

  private static func parentsFirst(
    _ parents: [Int?], _ fields: [JSONField]
  ) throws(InterchangeError) -> [Int] {
    var order: [Int] = []
    var state = [Int](repeating: 0, count: parents.count)
    var depths = state
    for start in parents.indices {
      var path: [Int] = []
      var next: Int? = start
      while let current = next, state[current] != 2 {
        if state[current] == 1 {
          throw try fields[current].member("parent").error("the node lies inside itself")
        }
        state[current] = 1
        path.append(current)
        next = parents[current]
      }
      for index in path.reversed() {
        state[index] = 2
        order.append(index)
        guard let parent = parents[index] else { continue }
        depths[index] = depths[parent] + 1
        if depths[index] >= DrawingLimits.depth {
          throw try fields[index].member("parent").error(
            "nodes that lie more than \(DrawingLimits.depth) deep in each other cannot be drawn")
        }
      }
    }
    return order
  }

  func layoutNodes(_ room: inout DrawingLimits) throws(InterchangeError) -> [LayoutNode] {
    var isContainer = [Bool](repeating: false, count: ids.count)
    for (index, parent) in parents.enumerated() {
      if let parent, try fields[index].optionalMember("on") == nil { isContainer[parent] = true }
    }
    var nodes: [LayoutNode] = []
    for index in order {
      let field = fields[index]
      var node = LayoutNode(
        parent: parents[index].map { places[$0] }, minimumSize: sizes[index],
        grows: try field.optionalMember("grows")?.bool() ?? true)
      node.alignment = try field.optionalMember("align").map(ArrangementReader.alignment)
      node.pin = try field.optionalMember("pin").map(ArrangementReader.pin)
      node.on = try field.optionalMember("on").map(ArrangementReader.placeOnParent)
      if node.on != nil, node.parent == nil || node.pin != nil {
        throw try field.member("on").error(
          node.parent == nil
            ? "a node that lies on another one needs that one as its 'parent'"
            : "a node that lies on another one cannot be pinned")
      }
      if let arrangement = try field.optionalMember("arrangement") {
        node.arrangement = try ArrangementReader.arrangement(arrangement)
      }
      if isContainer[index] { try titled(&node, index, &room) }
      nodes.append(node)
    }
    return nodes
  }

  /// Refuses nodes that somebody pinned onto each other, as far as the file says how large they are, and those
  /// that would stick out of the node around them.
  ///
  /// - Complexity: O(*n* log *n*) in the pinned nodes, more where many share a column.
  func checkPins(
    in nodes: [LayoutNode], on canvas: Arrangement
  ) throws(InterchangeError) {
    var pinned: [(parent: Int, frame: Rect, index: Int)] = []
    for (place, node) in nodes.enumerated() {
      let around = node.parent.map { nodes[$0].arrangement } ?? canvas
      guard let pin = node.pin, around.isFree else { continue }
      if let parent = node.parent, pin.x < 0 || pin.y < 0 {
        throw try fields[order[place]].member("pin").error(
          "the node would stick out of '\(ids[order[parent]])': places count from the corner of the room in it, "
            + "and none is negative")
      }
      pinned.append(
        (node.parent ?? -1, Rect(origin: pin, size: node.minimumSize), order[place]))
    }
    pinned.sort {
      ($0.parent, $0.frame.minX, $0.frame.minY, $0.index)
        < ($1.parent, $1.frame.minX, $1.frame.minY, $1.index)
    }
    for (place, one) in pinned.enumerated() {
      for other in pinned[(place + 1)...] {
        guard other.parent == one.parent, other.frame.minX < one.frame.maxX else { break }
        guard other.frame.intersects(one.frame) else { continue }
        let (first, last) = one.index < other.index ? (one, other) : (other, one)
        throw try fields[last.index].member("pin").error(
          "the node is pinned onto '\(ids[first.index])', which reaches to x \(first.frame.maxX) and y "
            + "\(first.frame.maxY)")
      }
    }
  }

  /// Gives a container its padding, with a title if it has one: as it is said, or its text.
  private func titled(
    _ node: inout LayoutNode, _ index: Int, _ room: inout DrawingLimits
  ) throws(InterchangeError) {
    node.padding = Insets(top: 20, left: 20, bottom: 20, right: 20)
    if let field = try fields[index].optionalMember("title") {
      let title = try ArrangementReader.title(field, &room)
      node.titles = [title]
      node.padding.make(room: title)
      return
    }
    node.padding.top = 40
    guard isLabelled[index] else { return }
    node.titles = [
      LayoutTitle(
        size: Size(width: max(sizes[index].width - 8, 0), height: 24),
        inset: Size(width: 8, height: 4), alignment: .left, isAtBottom: false)
    ]
  }

  func index(named field: JSONField) throws(InterchangeError) -> Int {
    let id = try field.string()
    guard let index = indices[id] else { throw field.error("no node is called '\(id)'") }
    return places[index]
  }
}

extension LayoutNode {
  /// Whether somebody says how it lies, or what lies in it.
  fileprivate var isArranged: Bool {
    arrangement != .automatic(spacing: nil) || pin != nil || alignment != nil || on != nil
  }
}

extension LayoutGraph {
  /// Puts a canvas around all nodes.
  fileprivate mutating func layCanvas(_ arrangement: Arrangement) {
    for node in nodes.indices { nodes[node].parent = (nodes[node].parent ?? -1) + 1 }
    nodes.insert(
      LayoutNode(parent: nil, minimumSize: .zero, arrangement: arrangement, isOutlined: false),
      at: 0)
    for edge in edges.indices {
      edges[edge].source += 1
      edges[edge].target += 1
    }
  }
}

extension Insets {
  /// Makes room for a text with the same distance above and below it.
  fileprivate mutating func make(room title: LayoutTitle) {
    let room = title.size.height + 2 * title.inset.height
    if title.isAtBottom { bottom = max(bottom, room) } else { top = max(top, room) }
  }
}
