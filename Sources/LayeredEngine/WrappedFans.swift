import DiagramGraph
import DiagramModel

/// Blocks, each a box or a container with all that it holds, that only one other box, the hub, is joined
/// with, all of them behind it or all of them before it.
///
/// On common ranks they would be far wider, across the flow, than a slide. So every second one, or of
/// three every second and third, stands as many ranks further away as a block has, and the lines to it
/// run between those before it.
///
///     hub ─▶ ▭ ─▶ ▭              hub ─▶ ▭ ─▶ ▭
///         ─▶ ▭ ─▶ ▭                  ───────────▶ ▭ ─▶ ▭
///         ─▶ ▭ ─▶ ▭      ──▶         ─▶ ▭ ─▶ ▭
///         ─▶ ▭ ─▶ ▭                  ───────────▶ ▭ ─▶ ▭
///             ⋮                          ⋮
struct WrappedFans {
  /// The edges between a hub and each of its blocks.
  private struct Fan {
    let members: [(block: Int, edges: [Int])]
  }

  private let graph: LayoutGraph
  private let nesting: Nesting
  private let fans: [Fan]

  /// A fan of fewer blocks stays on its ranks.
  private static let fewest = 6
  private static let mostColumns = 4

  /// - Parameter graph: what is drawn, the flow downwards.
  init(_ graph: LayoutGraph) {
    self.graph = graph
    let nesting = Nesting(graph)
    self.nesting = nesting
    var edgesAt = [[Int]](repeating: [], count: graph.nodes.count)
    for (index, edge) in graph.edges.enumerated() where edge.source != edge.target {
      edgesAt[edge.source].append(index)
      edgesAt[edge.target].append(index)
    }
    fans = graph.nodes.indices.filter {
      nesting.isLeaf($0) && edgesAt[$0].count >= Self.fewest
    }.flatMap { hub in
      [true, false].compactMap { leaves in
        let edges = edgesAt[hub].filter { (graph.edges[$0].source == hub) == leaves }
        return Self.fan(around: hub, edges, of: graph, nesting)
      }
    }
  }

  /// The fan of the outermost blocks that are many enough.
  private static func fan(
    around hub: Int, _ edges: [Int], of graph: LayoutGraph, _ nesting: Nesting
  ) -> Fan? {
    // For each edge, what is around its other end but not around the hub, from the outside in.
    let paths = edges.map { index -> [Int] in
      let edge = graph.edges[index]
      let other = edge.source == hub ? edge.target : edge.source
      let around = graph.ancestors(of: other).filter { !nesting.isAncestor($0, of: hub) }
      return around.reversed() + [other]
    }
    for depth in 0..<(paths.map(\.count).max() ?? 0) {
      var blocks: [Int: [Int]] = [:]
      for (edge, path) in zip(edges, paths) where path.count > depth {
        blocks[path[depth], default: []].append(edge)
      }
      let parents = Dictionary(grouping: blocks.keys) { graph.nodes[$0].parent ?? -1 }
      let fan = parents.sorted { $0.key < $1.key }.lazy.map { _, members in
        members.sorted().filter { block in
          isJoined(block, onlyBy: blocks[block] ?? [], in: graph, nesting)
        }
      }.first { $0.count >= fewest }
      if let fan { return Fan(members: fan.map { ($0, blocks[$0] ?? []) }) }
    }
    return nil
  }

  /// Whether no other edge leads into a block or out of it.
  private static func isJoined(
    _ block: Int, onlyBy edges: [Int], in graph: LayoutGraph, _ nesting: Nesting
  ) -> Bool {
    func isInside(_ node: Int) -> Bool { node == block || nesting.isAncestor(block, of: node) }
    return graph.edges.indices.allSatisfy { index in
      isInside(graph.edges[index].source) == isInside(graph.edges[index].target)
        || edges.contains(index)
    }
  }

  /// The graph with longer edges, for two columns, three and so on, in order of the number of columns.
  ///
  /// - Parameter layout: a drawing of the graph, which tells how many ranks the blocks have.
  /// - Returns: none if there is no fan.
  func candidates(from layout: Layout) -> [LayoutGraph] {
    guard !fans.isEmpty else { return [] }
    return (2...Self.mostColumns).map { columns in
      var graph = graph
      for fan in fans {
        let ranks = fan.members.map { self.ranks(of: $0.block, in: layout) }.max() ?? 1
        for (place, member) in fan.members.enumerated() where place % columns > 0 {
          for edge in member.edges {
            let least = graph.edges[edge].labelSize == nil ? 1 : 2
            graph.edges[edge].minimumLength = max(
              graph.edges[edge].minimumLength, least + place % columns * ranks)
          }
        }
      }
      return graph
    }
  }

  /// On how many ranks boxes of a block, and the texts of edges in it, stand.
  private func ranks(of block: Int, in layout: Layout) -> Int {
    guard !nesting.isLeaf(block) else { return 1 }
    let boxes = graph.nodes.indices.filter {
      nesting.isLeaf($0) && nesting.isAncestor(block, of: $0)
    }
    let texts = zip(graph.edges, layout.routes).compactMap { edge, route in
      nesting.isAncestor(block, of: edge.source) && nesting.isAncestor(block, of: edge.target)
        ? route.label : nil
    }
    let middles = (boxes.map { layout.frames[$0] } + texts).map { $0.minY + $0.maxY }
    return max(Set(middles).count, 1)
  }
}
