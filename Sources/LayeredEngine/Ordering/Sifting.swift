/// Moves one block after the other to the place on its rank where it causes least crossings; of
/// equal places, to the one where most boxes stand beside each other as they were written.
///
/// What a pass costs is read off the places of the neighbours, which stay while a rank is sifted:
/// nothing is counted anew. Ranks that were sifted in vain are left alone until they or a rank
/// beside them change.
///
/// > Source: Matuszewski, Schönfeld, Molitor 1999 (sifting with both neighbouring ranks fixed).
struct Sifting {
  private let neighbors: Neighbors
  private let written: WrittenPlaces
  /// The places of the neighbours of the rank that is sifted, above it and below.
  private var above: NeighborPlaces
  private var below: NeighborPlaces
  /// The block about to move, and the places of its neighbours.
  private var moved = RankBlock(places: 0..<0, cluster: nil)
  private var movedAbove = PlaceBag()
  private var movedBelow = PlaceBag()
  /// How often blocks were to pass others: what the time depends on.
  private(set) var work = 0

  init(_ neighbors: Neighbors) {
    self.neighbors = neighbors
    written = WrittenPlaces(neighbors.graph)
    let width = neighbors.graph.layers.map(\.count).max() ?? 0
    above = NeighborPlaces(of: neighbors.above, width: width)
    below = NeighborPlaces(of: neighbors.below, width: width)
  }

  /// Sifts every block of every rank until a round brings nothing, at most `rounds` times; a block
  /// may move up to `reach` places in either direction.
  ///
  /// - Complexity: O(*blocks* · `reach` · ends of segments of both) a rank and round.
  mutating func improve(_ order: inout RankOrder, reach: Int, rounds: Int) {
    for _ in 0..<rounds {
      var hasMoved = false
      for rank in order.layers.indices where !order.isSifted(rank, reach: reach) {
        let places = order.layers[rank].indices
        take(places, rank: rank, of: order)
        if sift(places, depth: 0, rank: rank, reach: reach, &order) {
          hasMoved = true
        } else {
          order.noteSifted(rank, reach: reach)
        }
      }
      if !hasMoved { return }
    }
  }

  /// Reads off where the neighbours of the vertices at some places of a rank stand.
  private mutating func take(_ places: Range<Int>, rank: Int, of order: RankOrder) {
    above.take(places, of: order.layers[rank], positions: order.positions)
    below.take(places, of: order.layers[rank], positions: order.positions)
  }

  /// Sifts the blocks at `places`, then the inside of each; returns whether any moved.
  private mutating func sift(
    _ places: Range<Int>, depth: Int, rank: Int, reach: Int, _ order: inout RankOrder
  ) -> Bool {
    var hasMoved = false
    var blocks = order.blocks(in: places, depth: depth, rank: rank)
    if blocks.count > 1 {
      let vertices = blocks.map { order.layers[rank][$0.places.lowerBound] }
      for vertex in vertices {
        let index = blocks.partition(before: order.positions[vertex])
        take(blocks[index])
        work += min(blocks.count - 1, 2 * reach)
        let target = target(of: index, in: blocks, rank: rank, reach: reach, order)
        guard target != index else { continue }
        hasMoved = true
        let changed = order.move(index, to: target, in: &blocks, depth: depth, rank: rank)
        take(changed, rank: rank, of: order)
      }
    }
    for block in blocks where block.cluster != nil && block.places.count > 1 {
      if sift(block.places, depth: depth + 1, rank: rank, reach: reach, &order) { hasMoved = true }
    }
    return hasMoved
  }

  private mutating func take(_ block: RankBlock) {
    moved = block
    movedAbove.take(above, at: block.places)
    movedBelow.take(below, at: block.places)
  }

  /// Where the taken block, which stands at `index`, does best.
  private func target(
    of index: Int, in blocks: [RankBlock], rank: Int, reach: Int, _ order: borrowing RankOrder
  ) -> Int {
    // What is joined to nothing gains nothing anywhere.
    if moved.cluster == nil, movedAbove.places.isEmpty, movedBelow.places.isEmpty { return index }
    let layer = order.layers[rank]
    let place = written.place(of: moved, in: layer)
    var best = (index: index, change: 0)
    var change = 0
    for other in (max(0, index - reach)..<index).reversed() {
      let other = (index: other, block: blocks[other])
      change += Self.crossing * crossings(passing: other.block, on: .left, rank: rank, order)
      change -= written.surplus(of: place, before: other.block, in: layer)
      if change < best.change { best = (other.index, change) }
    }
    change = 0
    for other in (index + 1)..<min(index + 1 + reach, blocks.count) {
      let other = (index: other, block: blocks[other])
      change += Self.crossing * crossings(passing: other.block, on: .right, rank: rank, order)
      change += written.surplus(of: place, before: other.block, in: layer)
      if change < best.change { best = (other.index, change) }
    }
    return best.index
  }

  /// A side of the taken block.
  private enum Side {
    case left, right
  }

  /// The change of a pass that hints forbid: more than others can make good.
  private static let forbidden = 1_000_000_000
  /// How much a crossing counts beside a pair that stands as written: more than there are passes.
  private static let crossing = 1000

  /// How many crossings more there are once the taken block has passed `other`, which stands on a side of it
  /// now.
  private func crossings(
    passing other: RankBlock, on side: Side, rank: Int, _ order: borrowing RankOrder
  ) -> Int {
    if neighbors.hasHints {
      let (left, right) = side == .right ? (moved, other) : (other, moved)
      if order.mustStayLeft(left, of: right, at: rank) { return Self.forbidden }
    }
    let (up, down) = (above.range(at: other.places), below.range(at: other.places))
    let surplus =
      movedAbove.surplus(before: above.values, up) + movedBelow.surplus(before: below.values, down)
    let change = side == .right ? surplus : -surplus
    guard moved.cluster != nil || other.cluster != nil else { return change }
    return change + hopChange(passing: other, on: side, rank: rank, order)
  }

  /// The change in runs through clusters once the taken block has passed `other`.
  private func hopChange(
    passing other: RankBlock, on side: Side, rank: Int, _ order: borrowing RankOrder
  ) -> Int {
    var hops = 0
    if let cluster = moved.cluster {
      if let span = order.span(of: cluster, ifAt: rank - 1) {
        hops += sides(above.values, above.range(at: other.places), of: span)
      }
      if let span = order.span(of: cluster, ifAt: rank + 1) {
        hops += sides(below.values, below.range(at: other.places), of: span)
      }
    }
    if let cluster = other.cluster {
      if let span = order.span(of: cluster, ifAt: rank - 1) {
        hops -= sides(movedAbove.places, movedAbove.places.indices, of: span)
      }
      if let span = order.span(of: cluster, ifAt: rank + 1) {
        hops -= sides(movedBelow.places, movedBelow.places.indices, of: span)
      }
    }
    return RankOrder.hopCost
      * ((side == .right ? hops : -hops)
        + 10 * clusterHopChange(passing: other, on: side, rank: rank, order))
  }

  /// The change in how many clusters pass through each other.
  private func clusterHopChange(
    passing other: RankBlock, on side: Side, rank: Int, _ order: borrowing RankOrder
  ) -> Int {
    guard let one = moved.cluster, let second = other.cluster else { return 0 }
    let (left, right) = side == .right ? (one, second) : (second, one)
    var change = 0
    for next in [rank - 1, rank + 1] {
      guard let span = order.span(of: left, ifAt: next),
        let there = order.span(of: right, ifAt: next)
      else { continue }
      change += LayeredEngine.side(there.lowerBound, span)
    }
    return change
  }
}

extension RankOrder {
  /// The places of a cluster on a rank, if it is there.
  fileprivate func span(of cluster: Int, ifAt rank: Int) -> ClosedRange<Int>? {
    neighbors.graph.ranked.clusterRanks[cluster].contains(rank) ? span(of: cluster, at: rank) : nil
  }

  /// Moves a block; returns the places on which others stand than before.
  fileprivate mutating func move(
    _ index: Int, to target: Int, in blocks: inout [RankBlock], depth: Int, rank: Int
  ) -> Range<Int> {
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
    return start..<next
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
