package import DiagramGraph
import DiagramModel

extension LayoutGraph {
  /// A nested graph with edges across borders, to containers, in circles, in parallel and from a
  /// box to itself, with and without texts.
  package static func random(seed: UInt64) -> LayoutGraph {
    var random = SeededGenerator(seed: seed)
    var graph = LayoutGraph(nodes: [], edges: [])
    var containers: [Int] = []
    for index in 0..<Int.random(in: 1...14, using: &random) {
      let parent =
        Int.random(in: 0..<3, using: &random) == 0 ? nil : containers.randomElement(using: &random)
      let isContainer = Int.random(in: 0..<3, using: &random) == 0
      graph.nodes.append(
        LayoutNode(
          parent: parent,
          minimumSize: Size(
            width: 2 * Int.random(in: 10...60, using: &random),
            height: 2 * Int.random(in: 10...40, using: &random)),
          padding: isContainer ? Insets(top: 40, left: 20, bottom: 20, right: 20) : .zero))
      if isContainer { containers.append(index) }
    }
    for _ in 0..<Int.random(in: 0...18, using: &random) {
      graph.edges.append(
        LayoutEdge(
          source: graph.nodes.indices.randomElement(using: &random) ?? 0,
          target: graph.nodes.indices.randomElement(using: &random) ?? 0,
          labelSize: Int.random(in: 0..<4, using: &random) == 0 ? Size(width: 60, height: 20) : nil)
      )
    }
    for index in graph.edges.indices where (seed + UInt64(index)) % 3 == 0 {
      graph.edges[index].isTwoWay = true
    }
    return graph
  }
}

extension LayoutGraph {
  /// A nested graph whose containers have short and long titles, with edges between boxes anywhere.
  package static func randomTitled(seed: UInt64) -> LayoutGraph {
    var random = SeededGenerator(seed: seed)
    var graph = LayoutGraph(nodes: [], edges: [])
    for container in 0..<Int.random(in: 1...3, using: &random) {
      let width = [90, 130, 200, 360].randomElement(using: &random) ?? 90
      let isInside = container > 0 && Int.random(in: 0..<4, using: &random) == 0
      var node = LayoutNode(
        parent: isInside ? container - 1 : nil, minimumSize: Size(width: width + 40, height: 60),
        padding: Insets(top: 44, left: 20, bottom: 20, right: 20))
      node.titles = [
        LayoutTitle(
          size: Size(width: width, height: 20), inset: Size(width: 20, height: 12),
          alignment: .left, isAtBottom: false)
      ]
      graph.nodes.append(node)
    }
    let containers = graph.nodes.indices
    // None is empty.
    let parents =
      containers.map { $0 as Int? }
      + (0..<Int.random(in: 1...8, using: &random)).map { _ in
        Int.random(in: 0..<5, using: &random) < 2 ? nil : containers.randomElement(using: &random)
      }
    graph.nodes += parents.map { parent in
      LayoutNode(
        parent: parent,
        minimumSize: Size(width: [60, 100, 160].randomElement(using: &random) ?? 60, height: 40))
    }
    for _ in 0..<Int.random(in: 1...parents.count, using: &random) {
      func box() -> Int {
        Int.random(in: containers.upperBound..<graph.nodes.count, using: &random)
      }
      graph.edges.append(
        LayoutEdge(
          source: box(), target: box(),
          labelSize: Int.random(in: 0..<3, using: &random) == 0 ? Size(width: 60, height: 16) : nil
        ))
    }
    return graph
  }
}

extension LayoutGraph {
  /// A graph on a canvas, with every arrangement, way, side, pin, trunk, loop, title and text.
  package static func randomArranged(seed: UInt64) -> LayoutGraph {
    var random = SeededGenerator(seed: seed)
    var graph = LayoutGraph(
      nodes: [LayoutNode(parent: nil, minimumSize: .zero, isOutlined: false)], edges: [])
    graph.nodes[0].arrangement = .random(&random)
    var containers = [0]
    for index in 1...Int.random(in: 2...11, using: &random) {
      let isContainer = containers.count < 4 && Int.random(in: 0..<3, using: &random) == 0
      graph.nodes.append(
        .random(
          in: containers.randomElement(using: &random) ?? 0, isContainer: isContainer, &random))
      if isContainer { containers.append(index) }
    }
    // An empty container is a box.
    for container in containers.dropFirst()
    where !graph.nodes.contains(where: { $0.parent == container }) {
      (graph.nodes[container].titles, graph.nodes[container].padding) = ([], .zero)
    }
    graph.addPins(&random)
    graph.addEdges(&random)
    return graph
  }

  /// Some siblings where somebody put them, down a diagonal.
  private mutating func addPins(_ random: inout SeededGenerator) {
    let parent = Int.random(in: 0..<nodes.count, using: &random)
    guard Int.random(in: 0..<3, using: &random) == 0 else { return }
    for (number, node) in nodes.indices.filter({ nodes[$0].parent == parent }).enumerated()
    where number < 3 {
      nodes[node].pin = Point(x: 900 * number, y: 700 * number)
    }
  }

  private mutating func addEdges(_ random: inout SeededGenerator) {
    func node() -> Int { Int.random(in: 1..<nodes.count, using: &random) }
    for _ in 0..<Int.random(in: 0...8, using: &random) {
      var edge = LayoutEdge(source: node(), target: node())
      if Int.random(in: 0..<3, using: &random) == 0 { edge.labelSize = Size(width: 60, height: 20) }
      switch Int.random(in: 0..<8, using: &random) {
      case 0 where edge.source != edge.target: edge.routing = .straight
      case 1: edge.routing = .curved
      case 2: edge.sourceSide = Side.allCases.randomElement(using: &random)
      case 3: edge.targetSide = Side.allCases.randomElement(using: &random)
      default: break
      }
      edges.append(edge)
    }
    let leaves = nodes.indices.filter { leaf in leaf > 0 && !nodes.contains { $0.parent == leaf } }
    guard Int.random(in: 0..<3, using: &random) == 0, leaves.count > 3 else { return }
    for target in leaves.shuffled(using: &random).prefix(3) where target != leaves[0] {
      edges.append(LayoutEdge(source: leaves[0], target: target, trunk: 0))
    }
  }
}

extension LayoutNode {
  fileprivate static func random(
    in parent: Int, isContainer: Bool, _ random: inout SeededGenerator
  ) -> LayoutNode {
    func even(_ range: ClosedRange<Int>) -> Int { 2 * Int.random(in: range, using: &random) }
    var node = LayoutNode(
      parent: parent, minimumSize: Size(width: even(20...90), height: even(15...50)),
      sizeGroup: Bool.random(using: &random) ? 2 * parent + (isContainer ? 1 : 0) : nil,
      grows: Int.random(in: 0..<3, using: &random) > 0,
      alignment: [nil, nil, .start, .center, .end, .stretch].randomElement(using: &random) ?? nil)
    guard isContainer else { return node }
    node.arrangement = .random(&random)
    node.padding = Insets(top: 40, left: 20, bottom: 40, right: 20)
    node.titles = [
      LayoutTitle(
        size: Size(width: 50, height: 20), inset: Size(width: 20, height: 10),
        alignment: [.left, .center, .right].randomElement(using: &random) ?? .left,
        isAtBottom: Bool.random(using: &random))
    ]
    return node
  }
}

extension Arrangement {
  fileprivate static func random(_ random: inout SeededGenerator) -> Arrangement {
    let spacing = [nil, nil, 40, 0].randomElement(using: &random) ?? nil
    let alignment = [Alignment.start, .center, .end, .stretch].randomElement(using: &random)
    let direction = Direction.allCases.randomElement(using: &random) ?? .right
    switch Int.random(in: 0..<12, using: &random) {
    case 0: return .row(alignment: alignment ?? .center, spacing: spacing)
    case 1: return .column(alignment: alignment ?? .center, spacing: spacing)
    case 2: return .grid(columns: Int.random(in: 1...4, using: &random), spacing: spacing)
    case 3: return .ring(spacing: spacing)
    case 4: return .layered(direction, spacing: spacing)
    case 5: return .tree(direction, spacing: spacing)
    case 6: return .packed(spacing: spacing)
    case 7: return .force(spacing: spacing)
    case 8: return .orthogonal(spacing: spacing)
    default: return .automatic(spacing: spacing)
    }
  }
}
