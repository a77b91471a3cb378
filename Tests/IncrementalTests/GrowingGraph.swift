import DiagramGraph
import DiagramModel
import TestSupport

/// A random nested graph that grows leaf by leaf: containers come with the first leaf in them, edges
/// with the second of their ends.
struct GrowingGraph {
  /// The graph when everything is there.
  private(set) var whole = LayoutGraph(nodes: [], edges: [])
  /// The leaves, in the order in which they come.
  private(set) var arrivals: [Int] = []
  private(set) var direction = Direction.down

  /// What has come so far, and the last drawing of it.
  struct Step {
    let graph: LayoutGraph
    /// What the nodes and edges are called in the whole graph.
    let nodes: [Int]
    let edges: [Int]

    /// The last drawing of an earlier step, for this one.
    func previous(_ layout: Layout, of step: Step) -> PreviousDrawing {
      let frames = Dictionary(uniqueKeysWithValues: zip(step.nodes, layout.frames))
      let routes = Dictionary(uniqueKeysWithValues: zip(step.edges, layout.routes))
      return PreviousDrawing(frames: nodes.map { frames[$0] }, routes: edges.map { routes[$0] })
    }
  }

  /// - Parameters:
  ///   - seed: what the graph is drawn from.
  ///   - mostLeaves: how many leaves there are at most, from 3.
  ///   - hasTrunks: whether some edges from one node share a line.
  init(seed: UInt64, mostLeaves: Int, hasTrunks: Bool) {
    var random = SeededGenerator(seed: seed)
    direction = [.down, .right, .up, .left].randomElement(using: &random) ?? .down
    let containers = addNodes(Int.random(in: 3...mostLeaves, using: &random), &random)
    let share = Int.random(in: 0...3, using: &random)
    for _ in 0..<whole.nodes.count * Int.random(in: 1...2, using: &random) {
      addEdge(containers, isLabelled: Int.random(in: 0..<4, using: &random) < share, &random)
    }
    if hasTrunks { addTrunks(&random) }
  }

  /// Adds containers and leaves, and says how many containers there are; they come first.
  private mutating func addNodes(_ leafCount: Int, _ random: inout SeededGenerator) -> Int {
    let containerCount = Int.random(in: 0...4, using: &random)
    for index in 0..<containerCount {
      let parent = Int.random(in: -2..<max(index, 1), using: &random)
      whole.nodes.append(
        LayoutNode(
          parent: parent < 0 || index == 0 ? nil : parent,
          minimumSize: Size(width: [60, 120, 200][index % 3], height: 40),
          padding: Insets(top: 40, left: 20, bottom: 20, right: 20)))
    }
    for _ in 0..<leafCount {
      let parent = Int.random(in: -1..<max(containerCount, 1), using: &random)
      let size = Size(
        width: [60, 120, 160, 200].randomElement(using: &random) ?? 60,
        height: [40, 60, 80].randomElement(using: &random) ?? 40)
      whole.nodes.append(
        LayoutNode(parent: parent < 0 || containerCount == 0 ? nil : parent, minimumSize: size))
    }
    arrivals = Array(containerCount..<whole.nodes.count).shuffled(using: &random)
    return containerCount
  }

  /// Adds an edge: mostly between leaves, at times to a container, or from a box to itself.
  private mutating func addEdge(
    _ containerCount: Int, isLabelled: Bool, _ random: inout SeededGenerator
  ) {
    let first = Int.random(in: 0..<4, using: &random) == 0 ? 0 : containerCount
    var edge = LayoutEdge(
      source: Int.random(in: first..<whole.nodes.count, using: &random),
      target: Int.random(in: containerCount..<whole.nodes.count, using: &random))
    if Int.random(in: 0..<4, using: &random) == 0 { swap(&edge.source, &edge.target) }
    let width = [32, 130, 214, 340].randomElement(using: &random) ?? 32
    if isLabelled { edge.labelSize = Size(width: width, height: 18) }
    whole.edges.append(edge)
  }

  private mutating func addTrunks(_ random: inout SeededGenerator) {
    for node in whole.nodes.indices where Bool.random(using: &random) {
      for edge in whole.edges.indices where whole.edges[edge].source == node {
        if whole.edges[edge].target != node { whole.edges[edge].trunk = node }
      }
    }
  }

  /// The graph after so many leaves have come.
  func step(_ leafCount: Int) -> Step {
    var isThere = [Bool](repeating: false, count: whole.nodes.count)
    for leaf in arrivals.prefix(leafCount) {
      for node in sequence(first: leaf, next: { whole.nodes[$0].parent }) { isThere[node] = true }
    }
    let nodes = whole.nodes.indices.filter { isThere[$0] }
    var places = [Int](repeating: 0, count: whole.nodes.count)
    for (place, node) in nodes.enumerated() { places[node] = place }
    let edges = whole.edges.indices.filter {
      isThere[whole.edges[$0].source] && isThere[whole.edges[$0].target]
    }
    var graph = LayoutGraph(
      nodes: nodes.map { whole.nodes[$0] }, edges: edges.map { whole.edges[$0] })
    for index in graph.nodes.indices {
      graph.nodes[index].parent = graph.nodes[index].parent.map { places[$0] }
    }
    for index in graph.edges.indices {
      graph.edges[index].source = places[graph.edges[index].source]
      graph.edges[index].target = places[graph.edges[index].target]
    }
    return Step(graph: graph, nodes: nodes, edges: edges)
  }
}
