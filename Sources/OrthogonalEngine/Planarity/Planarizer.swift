import DiagramAlgorithms
import DiagramGraph

/// Draws clustered graphs on the plane with few crossings.
///
/// A flat graph starts from a maximal planar subgraph, a clustered one from a tree that is grown
/// edge by edge; the rest is inserted along shortest ways. Then edges that cross others are taken
/// out and inserted anew, in changing order, as long as it helps. Several permutations are tried.
///
/// With the first seed the first permutation is the order as written, and only fewer crossings speak
/// for another: what is added to a graph without crossings changes nothing around the rest.
///
/// > Source: Gutwenger & Mutzel, *An experimental study of crossing minimization heuristics*, 2003;
/// > Chimani & Gutwenger, *Advances in the planarization method*, 2012.
struct Planarizer {
  /// How many starts are tried.
  var permutations: Int
  /// How many rounds of taking out and inserting may pass without a gain.
  var patience: Int
  var seed: UInt64
  /// How many darts may be looked at while crossings are improved, all starts together.
  var budget = 60_000_000

  /// The best planarization found.
  func planarize(_ graph: ClusteredGraph) -> Planarization {
    var (chance, written) = (TieBreaking(seed: seed), TieBreaking.asWritten)
    var budget = budget
    var best =
      seed == LayoutRequest.firstSeed
      ? attempt(at: graph, ties: &written, budget: &budget)
      : attempt(at: graph, ties: &chance, budget: &budget)
    for _ in 1..<max(permutations, 1) where best.crossingCount > 0 && budget > 0 {
      let candidate = attempt(at: graph, ties: &chance, budget: &budget)
      if candidate.crossingCount < best.crossingCount { best = candidate }
    }
    for strand in graph.visibleCount..<graph.strands.count {
      best.insert(strand, ties: &written)
    }
    return best
  }

  private func attempt(
    at graph: ClusteredGraph, ties: inout TieBreaking, budget: inout Int
  ) -> Planarization {
    var planarization = start(graph, ties: &ties)
    improve(&planarization, ties: &ties, budget: &budget)
    return planarization
  }

  // MARK: - Start

  private func start(_ graph: ClusteredGraph, ties: inout TieBreaking) -> Planarization {
    let order = ties.shuffled(Array(0..<graph.visibleCount))
    return graph.containerParents.isEmpty
      ? planarSubgraph(of: graph, order: order, ties: &ties)
      : grownTree(of: graph, order: order, ties: &ties)
  }

  /// Embeds as many strands as possible without crossings and inserts the others.
  private func planarSubgraph(
    of graph: ClusteredGraph, order: [Int], ties: inout TieBreaking
  ) -> Planarization {
    let nodeCount = graph.nodeContainers.count
    let simple = SimpleSubgraph(of: graph, order: order)
    var kept = simple.tree
    guard
      var rotations = LeftRightPlanarity.embedding(vertexCount: nodeCount, edges: kept.map(\.ends))
    else { preconditionFailure("a tree is planar") }
    var rest = simple.repeated
    for link in simple.chords {
      if let grown = LeftRightPlanarity.embedding(
        vertexCount: nodeCount, edges: kept.map(\.ends) + [link.ends])
      {
        kept.append(link)
        rotations = grown
      } else {
        rest.append(link.strand)
      }
    }
    let edges = kept.map { (source: $0.ends.0, target: $0.ends.1, strand: $0.strand) }
    var result = Planarization(
      graph, map: PlanarMap(nodeCount: nodeCount, edges: edges, rotations: rotations))
    for strand in rest { result.insert(strand, ties: &ties) }
    return result
  }

  /// Starts at one box and inserts strands with an end that has a place, those to new places first.
  private func grownTree(
    of graph: ClusteredGraph, order: [Int], ties: inout TieBreaking
  ) -> Planarization {
    var result = Planarization(graph)
    guard let first = order.first(where: graph.isOutermost) else { return result }
    result.place(firstStrand: first)
    var open = order.filter { $0 != first }
    var later: [Int] = []
    while !open.isEmpty {
      var waiting: [Int] = []
      for strand in open {
        let ends = graph.strands[strand]
        if result.hasPlace(ends.source), result.hasPlace(ends.target) {
          later.append(strand)
        } else if result.canInsert(strand) {
          result.insert(strand, ties: &ties)
        } else {
          waiting.append(strand)
        }
      }
      precondition(waiting.count < open.count, "the graph is connected")
      open = waiting
    }
    for strand in later { result.insert(strand, ties: &ties) }
    return result
  }

  // MARK: - Improvement

  private func improve(
    _ planarization: inout Planarization, ties: inout TieBreaking, budget: inout Int
  ) {
    var rounds = 0
    while rounds < patience, planarization.crossingCount > 0, budget > 0 {
      let before = planarization.crossingCount
      reinsertStrands(of: &planarization, ties: &ties, budget: &budget)
      reinsertBoxes(of: &planarization, ties: &ties, budget: &budget)
      rounds = planarization.crossingCount < before ? 0 : rounds + 1
    }
  }

  /// Takes each strand that crosses another out and inserts it anew.
  private func reinsertStrands(
    of planarization: inout Planarization, ties: inout TieBreaking, budget: inout Int
  ) {
    for strand in ties.shuffled(Array(planarization.firstDart.indices))
    where budget > 0 && planarization.crossings(of: strand) > 0 {
      budget -= planarization.map.dartCount
      var trial = planarization
      trial.remove(strand)
      guard trial.isConnected else { continue }
      trial.insert(strand, ties: &ties)
      if trial.crossingCount <= planarization.crossingCount { planarization = trial }
    }
  }

  /// Takes each box with a strand that crosses another out, with all its strands, and puts it where
  /// it does best.
  private func reinsertBoxes(
    of planarization: inout Planarization, ties: inout TieBreaking, budget: inout Int
  ) {
    for node in ties.shuffled(Array(planarization.nodeVertex.indices))
    where budget > 0 && planarization.hasPlace(.node(node)) {
      let strands = planarization.strands(of: node)
      guard strands.contains(where: { planarization.crossings(of: $0) > 0 }) else { continue }
      budget -= planarization.map.dartCount * (1 + strands.count)
      var trial = planarization
      trial.lift(node, strands: strands)
      guard trial.isConnected, !trial.isEmpty else { continue }
      guard trial.settle(node, strands: strands, ties: &ties) else { continue }
      if trial.crossingCount <= planarization.crossingCount { planarization = trial }
    }
  }
}

/// A spanning tree of a flat graph, the other edges of the simple graph, and what repeats them.
private struct SimpleSubgraph {
  struct Link {
    let strand: Int
    let ends: (Int, Int)
  }

  private(set) var tree: [Link] = []
  private(set) var chords: [Link] = []
  /// Loops and repeated edges.
  private(set) var repeated: [Int] = []

  init(of graph: ClusteredGraph, order: [Int]) {
    var sets = DisjointSets(count: graph.nodeContainers.count)
    var seen: Set<[Int]> = []
    for strand in order {
      guard case .node(let source) = graph.strands[strand].source,
        case .node(let target) = graph.strands[strand].target
      else { preconditionFailure("a flat graph has no containers") }
      let link = Link(strand: strand, ends: (source, target))
      if source == target || !seen.insert([min(source, target), max(source, target)]).inserted {
        repeated.append(strand)
      } else if sets.unite(source, target) {
        tree.append(link)
      } else {
        chords.append(link)
      }
    }
  }
}
