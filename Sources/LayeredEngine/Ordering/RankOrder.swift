import DiagramAlgorithms

/// An order of the vertices on every rank, in which each cluster is contiguous.
struct RankOrder {
  let neighbors: Neighbors
  /// The vertices of each rank from left to right.
  private(set) var layers: [[Int]]
  /// The place of each vertex on its rank.
  private(set) var positions: [Int]
  /// The first and the last place of each cluster on each of its ranks.
  private var firstPlaces: [Int]
  private var lastPlaces: [Int]
  /// The cost below each rank; nil where the order changed since it was counted.
  private var knownCosts: [Int?]
  /// How far the blocks of each rank were sifted in vain since it or a rank beside it changed.
  private var siftedReaches: [Int]

  var graph: LayerGraph { neighbors.graph }

  init(_ neighbors: Neighbors, layers: [[Int]]) {
    self.neighbors = neighbors
    self.layers = layers
    positions = [Int](repeating: 0, count: neighbors.graph.vertices.count)
    firstPlaces = [Int](repeating: 0, count: neighbors.clusterRankCount)
    lastPlaces = firstPlaces
    knownCosts = [Int?](repeating: nil, count: max(layers.count - 1, 0))
    siftedReaches = [Int](repeating: 0, count: layers.count)
    for (rank, layer) in layers.enumerated() {
      self.layers[rank] = neighbors.hasHints ? hinted(layer) : layer
      update(layer.indices, depth: 0, at: rank)
    }
  }

  /// Orders a rank, apart from the hinted ones: they share their places in the order of the hints.
  ///
  /// - Returns: whether that is another order than before.
  @discardableResult
  mutating func set(_ layer: [Int], at rank: Int) -> Bool {
    let layer = neighbors.hasHints ? hinted(layer) : layer
    guard layer != layers[rank] else { return false }
    layers[rank] = layer
    update(layer.indices, depth: 0, at: rank)
    return true
  }

  /// Puts other vertices on the places from `start` on, which lie inside a cluster at `depth - 1`.
  mutating func replace(at rank: Int, from start: Int, depth: Int, by vertices: [Int]) {
    for (index, vertex) in vertices.enumerated() { layers[rank][start + index] = vertex }
    update(start..<start + vertices.count, depth: depth, at: rank)
  }

  private mutating func update(_ places: Range<Int>, depth: Int, at rank: Int) {
    let layer = layers[rank]
    for place in places { positions[layer[place]] = place }
    for beside in max(rank - 1, 0)...min(rank + 1, layers.count - 1) { siftedReaches[beside] = 0 }
    for gap in max(rank - 1, 0)..<min(rank + 1, knownCosts.count) { knownCosts[gap] = nil }
    guard !firstPlaces.isEmpty else { return }
    let (paths, offsets) = (neighbors.paths, neighbors.rankOffsets)
    var previous = 0..<0
    for place in places {
      let path = paths.range(of: layer[place])
      for level in depth..<max(path.count, depth) {
        let cluster = paths.values[path.lowerBound + level]
        let index = offsets[cluster] + rank
        if level >= previous.count || paths.values[previous.lowerBound + level] != cluster {
          firstPlaces[index] = place
        }
        lastPlaces[index] = place
      }
      previous = path
    }
  }

  private func hinted(_ layer: [Int]) -> [Int] {
    let slots = layer.indices.filter { neighbors.hintedPlace(of: layer[$0]) != nil }
    let sorted = slots.map { layer[$0] }.sorted {
      (neighbors.hintedPlace(of: $0) ?? 0) < (neighbors.hintedPlace(of: $1) ?? 0)
    }
    var layer = layer
    for (slot, vertex) in zip(slots, sorted) { layer[slot] = vertex }
    return layer
  }

  /// Whether hints ask that something in a block stays left of something in another on their rank.
  func mustStayLeft(_ left: RankBlock, of right: RankBlock, at rank: Int) -> Bool {
    guard neighbors.hasHints else { return false }
    let first = left.places.compactMap { neighbors.hintedPlace(of: layers[rank][$0]) }.min()
    let last = right.places.compactMap { neighbors.hintedPlace(of: layers[rank][$0]) }.max()
    guard let first, let last else { return false }
    return first < last
  }

  /// The places of a cluster on one of its ranks.
  func span(of cluster: Int, at rank: Int) -> ClosedRange<Int> {
    let index = neighbors.rankIndex(of: cluster, at: rank)
    return firstPlaces[index]...lastPlaces[index]
  }

  /// Crossings of segments, and `hopCost` for each run through a cluster.
  ///
  /// - Complexity: O(*ranks*) where ``countCost()`` was called since the last change.
  var cost: Int {
    knownCosts.indices.reduce(0) { $0 + (knownCosts[$1] ?? cost(below: $1)) }
  }

  /// Counts what ``cost`` is, but only beside the ranks that changed since the last time.
  mutating func countCost() -> Int {
    for rank in knownCosts.indices where knownCosts[rank] == nil {
      knownCosts[rank] = cost(below: rank)
    }
    return cost
  }

  private func cost(below rank: Int) -> Int { crossings(below: rank) + hops(below: rank) }

  /// Whether no block of a rank can gain by moving up to `reach` places: that was found out
  /// before, and neither the rank nor one beside it has changed.
  func isSifted(_ rank: Int, reach: Int) -> Bool { siftedReaches[rank] >= reach }

  /// Notes that no block of a rank can gain by moving up to `reach` places.
  mutating func noteSifted(_ rank: Int, reach: Int) { siftedReaches[rank] = reach }
}
