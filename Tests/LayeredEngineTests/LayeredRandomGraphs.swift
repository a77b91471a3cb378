import DiagramGraph
import DiagramModel
import TestSupport

@testable import LayeredEngine

extension NestedGraph {
  /// A connected or unconnected graph with clusters, as the phases take it.
  static func random(seed: UInt64) -> NestedGraph {
    var random = SeededGenerator(seed: seed)
    var graph = NestedGraph(leaves: [], clusters: [], edges: [])
    for index in 0..<Int.random(in: 0...3, using: &random) {
      graph.clusters.append(
        Cluster(
          parent: index == 0 || Bool.random(using: &random)
            ? nil : Int.random(in: 0..<index, using: &random),
          insets: Insets(top: 40, left: 20, bottom: 20, right: 20),
          minimumSize: Size(width: 80, height: 40)))
    }
    // Every cluster holds at least one leaf.
    for index in 0..<graph.clusters.count + Int.random(in: 2...9, using: &random) {
      let chosen = Int.random(in: -1..<graph.clusters.count, using: &random)
      graph.leaves.append(
        Leaf(
          size: Size(width: 2 * Int.random(in: 10...50, using: &random), height: 40), loopRoom: 0,
          cluster: index < graph.clusters.count ? index : chosen < 0 ? nil : chosen))
    }
    let ends = graph.leaves.indices.map(End.leaf) + graph.clusters.indices.map(End.cluster)
    for _ in 0..<Int.random(in: 1...14, using: &random) {
      guard let source = ends.randomElement(using: &random),
        let target = ends.randomElement(using: &random), source != target
      else { continue }
      graph.edges.append(
        Edge(
          source: source, target: target,
          labelSize: Int.random(in: 0..<5, using: &random) == 0 ? Size(width: 60, height: 20) : nil)
      )
    }
    return graph
  }

  /// Its ranks, as the second phase finds them.
  var ranked: RankedGraph { LayeredEngine.ranked(self, courses: courses(of: self)) }

  /// A dozen clusters beside each other, none in another, and edges between any of their leaves.
  static func striped(seed: UInt64) -> NestedGraph {
    var random = SeededGenerator(seed: seed)
    let cluster = Cluster(
      parent: nil, insets: Insets(top: 40, left: 20, bottom: 20, right: 20),
      minimumSize: Size(width: 80, height: 40))
    var graph = NestedGraph(
      leaves: [], clusters: [Cluster](repeating: cluster, count: 12), edges: [])
    for index in 0..<36 {
      graph.leaves.append(
        Leaf(size: Size(width: 40, height: 40), loopRoom: 0, cluster: index / 3))
    }
    for index in 0..<36 where index % 3 < 2 {
      graph.edges.append(Edge(source: .leaf(index), target: .leaf(index + 1), labelSize: nil))
    }
    for _ in 0..<20 {
      let ends = (0..<24).shuffled(using: &random).prefix(2).map { $0 / 2 * 3 + $0 % 2 }
      graph.edges.append(
        Edge(source: .leaf(ends[0]), target: .leaf(ends[1] / 3 * 3 + 2), labelSize: nil))
    }
    return graph
  }
}
