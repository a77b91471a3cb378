package import DiagramGraph
package import DiagramModel

/// A graph in the neutral format `diagen-graph/1`.
package struct GraphDocument: Hashable, Sendable {
  /// The nodes with parents before children, otherwise in the order of the file.
  package var graph: LayoutGraph
  /// The names of the nodes and edges, in the order of `graph`.
  package var nodeIDs: [String]
  package var edgeIDs: [String]
  /// Where the arrows should point.
  package var direction: FlowDirection
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
  /// they branch off; those have one source or one target.
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
    graph = LayoutGraph(nodes: nodes.layoutNodes, edges: [])
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
  }

  /// What a drawing of a graph says about this one, by the names of nodes and edges; of several with
  /// one name the first counts.
  package func previous(from drawing: LayoutDocument) -> PreviousDrawing {
    let frames = Dictionary(zip(drawing.nodeIDs, drawing.layout.frames)) { first, _ in first }
    let routes = Dictionary(zip(drawing.edgeIDs, drawing.layout.routes)) { first, _ in first }
    return PreviousDrawing(
      frames: nodeIDs.map { frames[$0] }, routes: edgeIDs.map { routes[$0] })
  }

  private static func direction(of root: JSONField) throws(InterchangeError) -> FlowDirection {
    guard let field = try root.optionalMember("direction") else { return .down }
    switch try field.string() {
    case "TB": return .down
    case "BT": return .up
    case "LR": return .right
    case "RL": return .left
    default: throw field.error("expected 'TB', 'BT', 'LR' or 'RL'")
    }
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

  var layoutNodes: [LayoutNode] {
    var isContainer = [Bool](repeating: false, count: ids.count)
    for case let parent? in parents { isContainer[parent] = true }
    return order.map { index in
      var node = LayoutNode(
        parent: parents[index].map { places[$0] }, minimumSize: sizes[index],
        padding: isContainer[index] ? Insets(top: 40, left: 20, bottom: 20, right: 20) : .zero)
      if isContainer[index], isLabelled[index] {
        node.titles = [
          LayoutTitle(
            size: Size(width: max(sizes[index].width - 8, 0), height: 24),
            inset: Size(width: 8, height: 4), alignment: .left, isAtBottom: false)
        ]
      }
      return node
    }
  }

  func index(named field: JSONField) throws(InterchangeError) -> Int {
    let id = try field.string()
    guard let index = indices[id] else { throw field.error("no node is called '\(id)'") }
    return places[index]
  }
}
