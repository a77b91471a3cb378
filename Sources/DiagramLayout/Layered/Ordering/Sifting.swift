/// Moves one block after the other to the place on its rank where it causes least crossings.
///
/// > Source: Matuszewski, Schönfeld, Molitor 1999 (sifting with both neighbouring ranks fixed).
struct Sifting {
  /// How many places a block may move in either direction.
  let reach: Int
  /// The change of a swap that hints forbid: more than others can make good.
  private static let forbidden = 1_000_000_000

  /// Sifts every block of every rank until a round brings nothing, at most `rounds` times.
  func improve(_ order: inout RankOrder, rounds: Int) {
    for _ in 0..<rounds {
      var gain = 0
      for rank in order.layers.indices {
        gain += sift(order.layers[rank].indices, depth: 0, rank: rank, &order)
      }
      if gain == 0 { return }
    }
  }

  /// Sifts the blocks at `places`, then the inside of each; returns how many crossings less.
  private func sift(_ places: Range<Int>, depth: Int, rank: Int, _ order: inout RankOrder) -> Int {
    var gain = 0
    let count = order.blocks(in: places, depth: depth, rank: rank).count
    if count > 1 {
      let vertices = order.blocks(in: places, depth: depth, rank: rank).map {
        order.layers[rank][$0.places.lowerBound]
      }
      var blocks = order.blocks(in: places, depth: depth, rank: rank)
      for vertex in vertices {
        let position = order.positions[vertex]
        guard let index = blocks.firstIndex(where: { $0.places.contains(position) }) else {
          continue
        }
        let change = siftBlock(index, of: blocks, rank: rank, &order)
        guard change > 0 else { continue }
        gain += change
        blocks = order.blocks(in: places, depth: depth, rank: rank)
      }
    }
    for block in order.blocks(in: places, depth: depth, rank: rank) where block.cluster != nil {
      gain += sift(block.places, depth: depth + 1, rank: rank, &order)
    }
    return gain
  }

  private func siftBlock(
    _ index: Int, of blocks: [RankBlock], rank: Int, _ order: inout RankOrder
  ) -> Int {
    let moved = blocks[index]
    var best = 0
    var target = index
    var change = 0
    for other in blocks[max(0, index - reach)..<index].indices.reversed() {
      change += swapChange(blocks[other], moved, rank: rank, order)
      if change < best { (best, target) = (change, other) }
    }
    change = 0
    for other in blocks.indices[(index + 1)...].prefix(reach) {
      change += swapChange(moved, blocks[other], rank: rank, order)
      if change < best { (best, target) = (change, other) }
    }
    guard target != index else { return 0 }
    var sequence = blocks
    sequence.remove(at: index)
    sequence.insert(moved, at: target)
    var layer = order.layers[rank]
    let start = blocks[0].places.lowerBound
    let vertices = sequence.flatMap { $0.places.map { order.layers[rank][$0] } }
    layer.replaceSubrange(start..<start + vertices.count, with: vertices)
    order.set(layer, at: rank)
    return -best
  }

  /// How many crossings more there are once `left` stands right of `right`.
  private func swapChange(_ left: RankBlock, _ right: RankBlock, rank: Int, _ order: RankOrder)
    -> Int
  {
    var change = 0
    for one in left.places {
      for other in right.places {
        let (first, second) = (order.layers[rank][one], order.layers[rank][other])
        if order.mustStayLeft(first, of: second) { return Self.forbidden }
        change += pairChange(order.neighbors.above[first], order.neighbors.above[second], order)
        change += pairChange(order.neighbors.below[first], order.neighbors.below[second], order)
      }
    }
    change += hopChange(left, beforeOther: true, right, rank: rank, order)
    change += hopChange(right, beforeOther: false, left, rank: rank, order)
    return change
  }

  private func pairChange(_ left: [Int], _ right: [Int], _ order: RankOrder) -> Int {
    var change = 0
    for one in left {
      let place = order.positions[one]
      for other in right {
        let otherPlace = order.positions[other]
        change += place < otherPlace ? 1 : place > otherPlace ? -1 : 0
      }
    }
    return change
  }

  /// The change in runs through the cluster `block` if `other` passes to its other side.
  private func hopChange(
    _ block: RankBlock, beforeOther: Bool, _ other: RankBlock, rank: Int, _ order: RankOrder
  ) -> Int {
    guard let cluster = block.cluster else { return 0 }
    let ranks = order.graph.ranked.clusterRanks[cluster]
    var change = 0
    let now = beforeOther ? 1 : -1
    for (next, neighbors) in [
      (rank - 1, order.neighbors.above), (rank + 1, order.neighbors.below),
    ] where ranks.contains(next) {
      let span = order.span(of: cluster, at: next)
      for place in other.places {
        for neighbor in neighbors[order.layers[rank][place]] {
          change += now * side(order.positions[neighbor], span) * RankOrder.hopCost
        }
      }
      if beforeOther, let second = other.cluster,
        order.graph.ranked.clusterRanks[second].contains(next)
      {
        let there = order.span(of: second, at: next).lowerBound
        change += side(there, span) * 10 * RankOrder.hopCost
      }
    }
    return change
  }
}
