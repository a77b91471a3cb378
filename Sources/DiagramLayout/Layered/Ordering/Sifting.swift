/// Moves one block after the other to the place on its rank where it causes least crossings.
///
/// > Source: Matuszewski, Schönfeld, Molitor 1999 (sifting with both neighbouring ranks fixed).
struct Sifting {
  /// How many places a block may move in either direction.
  let reach: Int

  /// Sifts every block of every rank until a round brings nothing, at most `rounds` times.
  func improve(_ order: inout RankOrder, rounds: Int) {
    for _ in 0..<rounds {
      var gain = 0
      for rank in order.layers.indices {
        gain += order.sift(order.layers[rank].indices, depth: 0, rank: rank, reach: reach)
      }
      if gain == 0 { return }
    }
  }
}

extension RankOrder {
  /// Sifts the blocks at `places`, then the inside of each; returns how many crossings less.
  fileprivate mutating func sift(
    _ places: Range<Int>, depth: Int, rank: Int, reach: Int
  ) -> Int {
    var gain = 0
    var blocks = blocks(in: places, depth: depth, rank: rank)
    if blocks.count > 1 {
      var vertices: [Int] = []
      for block in blocks { vertices.append(layers[rank][block.places.lowerBound]) }
      for vertex in vertices {
        let index = blocks.partition(before: positions[vertex])
        let (target, change) = target(of: index, in: blocks, rank: rank, reach: reach)
        guard target != index else { continue }
        gain -= change
        move(index, to: target, in: &blocks, depth: depth, rank: rank)
      }
    }
    for block in blocks where block.cluster != nil {
      gain += sift(block.places, depth: depth + 1, rank: rank, reach: reach)
    }
    return gain
  }

  /// Where a block causes least crossings, and how many more than now.
  private borrowing func target(
    of index: Int, in blocks: [RankBlock], rank: Int, reach: Int
  ) -> (index: Int, change: Int) {
    let moved = SiftedBlock(blocks[index], rank: rank, order: self)
    var best = (index: index, change: 0)
    var change = 0
    for other in (max(0, index - reach)..<index).reversed() {
      change += moved.change(passing: blocks[other], on: .left, order: self)
      if change < best.change { best = (other, change) }
    }
    change = 0
    for other in (index + 1)..<min(index + 1 + reach, blocks.count) {
      change += moved.change(passing: blocks[other], on: .right, order: self)
      if change < best.change { best = (other, change) }
    }
    return best
  }

  private mutating func move(
    _ index: Int, to target: Int, in blocks: inout [RankBlock], depth: Int, rank: Int
  ) {
    let (low, high) = (min(index, target), max(index, target))
    var sequence = Array(blocks[low...high])
    sequence.insert(sequence.remove(at: index - low), at: target - low)
    let start = blocks[low].places.lowerBound
    var vertices: [Int] = []
    for block in sequence { vertices += layers[rank][block.places] }
    replace(at: rank, from: start, depth: depth, by: vertices)
    var next = start
    for (offset, block) in sequence.enumerated() {
      blocks[low + offset] = RankBlock(
        places: next..<next + block.places.count, cluster: block.cluster)
      next += block.places.count
    }
  }
}

extension [RankBlock] {
  /// The block that a place belongs to.
  fileprivate func partition(before place: Int) -> Int {
    var (low, high) = (0, count - 1)
    while low < high {
      let middle = (low + high) / 2
      if self[middle].places.upperBound <= place { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

/// A block about to pass others, with the places of its neighbours in order.
private struct SiftedBlock {
  let block: RankBlock
  let rank: Int
  private let above: [Int]
  private let below: [Int]

  /// A side of the block.
  enum Side {
    case left, right
  }

  init(_ block: RankBlock, rank: Int, order: borrowing RankOrder) {
    self.block = block
    self.rank = rank
    above = Self.places(of: order.neighbors.above, at: block, rank: rank, order: order)
    below = Self.places(of: order.neighbors.below, at: block, rank: rank, order: order)
  }

  private static func places(
    of neighbors: Buckets<Int>, at block: RankBlock, rank: Int, order: borrowing RankOrder
  ) -> [Int] {
    var places: [Int] = []
    for place in block.places {
      for index in neighbors.range(of: order.layers[rank][place]) {
        places.append(order.positions[neighbors.values[index]])
      }
    }
    places.sort()
    return places
  }

  /// The change of a pass that hints forbid: more than others can make good.
  private static let forbidden = 1_000_000_000

  /// How many crossings more there are once the block has passed `other`, which stands on a side
  /// of it now.
  func change(passing other: RankBlock, on side: Side, order: borrowing RankOrder) -> Int {
    let (left, right) = side == .right ? (block, other) : (other, block)
    if order.mustStayLeft(left, of: right, at: rank) { return Self.forbidden }
    var surplus = 0
    for place in other.places {
      let vertex = order.layers[rank][place]
      for index in order.neighbors.above.range(of: vertex) {
        surplus += Self.surplus(
          of: above, before: order.positions[order.neighbors.above.values[index]])
      }
      for index in order.neighbors.below.range(of: vertex) {
        surplus += Self.surplus(
          of: below, before: order.positions[order.neighbors.below.values[index]])
      }
    }
    guard block.cluster != nil || other.cluster != nil else {
      return side == .right ? surplus : -surplus
    }
    return (side == .right ? surplus : -surplus)
      + hopChange(left, beforeOther: true, right, order)
      + hopChange(right, beforeOther: false, left, order)
  }

  /// How many of some sorted places lie before a place, less how many lie after it.
  private static func surplus(of places: [Int], before place: Int) -> Int {
    guard places.count > 8 else {
      var surplus = 0
      for other in places { surplus += other < place ? 1 : other > place ? -1 : 0 }
      return surplus
    }
    return firstIndex(in: places) { $0 >= place } + firstIndex(in: places) { $0 > place }
      - places.count
  }

  private static func firstIndex(in places: [Int], where condition: (Int) -> Bool) -> Int {
    var (low, high) = (0, places.count)
    while low < high {
      let middle = (low + high) / 2
      if condition(places[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }

  /// The change in runs through the cluster `block` if `other` passes to its other side.
  private func hopChange(
    _ block: RankBlock, beforeOther: Bool, _ other: RankBlock, _ order: borrowing RankOrder
  ) -> Int {
    guard let cluster = block.cluster else { return 0 }
    let ranks = order.graph.ranked.clusterRanks[cluster]
    var change = 0
    let now = beforeOther ? 1 : -1
    for isAbove in [true, false] {
      let next = isAbove ? rank - 1 : rank + 1
      guard ranks.contains(next) else { continue }
      let span = order.span(of: cluster, at: next)
      for place in other.places {
        let vertex = order.layers[rank][place]
        // Not a choice of two lists: that would copy one.
        if isAbove {
          for index in order.neighbors.above.range(of: vertex) {
            let position = order.positions[order.neighbors.above.values[index]]
            change += now * side(position, span) * RankOrder.hopCost
          }
        } else {
          for index in order.neighbors.below.range(of: vertex) {
            let position = order.positions[order.neighbors.below.values[index]]
            change += now * side(position, span) * RankOrder.hopCost
          }
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
