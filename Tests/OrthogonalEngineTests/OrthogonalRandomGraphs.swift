import DiagramAlgorithms
import DiagramGraph
import DiagramModel

@testable import OrthogonalEngine

/// Seeded random graphs for the tests of the orthogonal engine.
enum OrthogonalRandomGraphs {
  /// A connected simple graph.
  static func simpleEdges(nodeCount: Int, edgeCount: Int, seed: UInt64) -> [(Int, Int)] {
    var random = SeededGenerator(seed: seed)
    var seen: Set<[Int]> = []
    var edges: [(Int, Int)] = []
    for node in 1..<nodeCount {
      let other = random.number(below: node)
      seen.insert([other, node])
      edges.append((other, node))
    }
    let most = nodeCount * (nodeCount - 1) / 2
    while edges.count < min(edgeCount, most) {
      let (a, b) = (random.number(below: nodeCount), random.number(below: nodeCount))
      guard a != b, seen.insert([min(a, b), max(a, b)]).inserted else { continue }
      edges.append((min(a, b), max(a, b)))
    }
    return edges
  }

  /// A connected graph without containers, with some loops and repeated edges.
  static func flat(nodeCount: Int, edgeCount: Int, seed: UInt64) -> ClusteredGraph {
    var random = SeededGenerator(seed: seed &+ 77)
    var edges = simpleEdges(nodeCount: nodeCount, edgeCount: edgeCount, seed: seed)
    for _ in 0..<random.number(below: 3) {
      edges.append((random.number(below: nodeCount), random.number(below: nodeCount)))
    }
    return ClusteredGraph(
      nodeContainers: Array(repeating: -1, count: nodeCount), containerParents: [],
      strands: edges.map { .init(source: .node($0.0), target: .node($0.1)) })
  }

  /// Any nested graph: several pieces, edges across borders and to containers, loops, texts.
  static func nested(seed: UInt64) -> LayoutGraph {
    var random = SeededGenerator(seed: seed)
    let nodeCount = 2 + random.number(below: 14)
    var nodes: [LayoutNode] = []
    for node in 0..<nodeCount {
      // Every second node may hold others.
      let candidates = (0..<node).filter { $0 % 2 == 0 }
      let hasParent = !candidates.isEmpty && random.number(below: 2) == 0
      let parent = hasParent ? candidates[random.number(below: candidates.count)] : nil
      let size = Size(width: 30 + random.number(below: 90), height: 30 + random.number(below: 40))
      nodes.append(
        LayoutNode(
          parent: parent, minimumSize: size,
          // Narrower and wider than the room between boxes.
          padding: Insets(
            top: 40 + 15 * random.number(below: 3), left: 10 * random.number(below: 6),
            bottom: 20, right: 25)))
    }
    let edges = (0..<random.number(below: 2 * nodeCount)).map { _ in
      LayoutEdge(
        source: random.number(below: nodeCount), target: random.number(below: nodeCount),
        labelSize: random.number(below: 3) == 0
          ? Size(width: 20 + random.number(below: 80), height: 14) : nil)
    }
    return LayoutGraph(nodes: nodes, edges: edges)
  }
}
