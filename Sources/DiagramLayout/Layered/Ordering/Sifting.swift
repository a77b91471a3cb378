/// Moves one block after the other to the place on its rank where it causes least crossings.
///
/// What a pass costs is read off the places of the neighbours, which stay while a rank is sifted:
/// nothing is counted anew. Ranks that were sifted in vain are left alone until they or a rank
/// beside them change.
///
/// > Source: Matuszewski, Schönfeld, Molitor 1999 (sifting with both neighbouring ranks fixed).
struct Sifting {
  private let neighbors: Neighbors
  /// The places of the neighbours of each vertex of the rank, sorted; indexed as `neighbors.above`.
  private var above: [Int]
  /// The same for `neighbors.below`.
  private var below: [Int]
  /// The block about to move, and the places of its neighbours above and below, sorted.
  private var moved = RankBlock(places: 0..<0, cluster: nil)
  private var movedAbove: [Int] = []
  private var movedBelow: [Int] = []

  init(_ neighbors: Neighbors) {
    self.neighbors = neighbors
    above = [Int](repeating: 0, count: neighbors.above.values.count)
    below = [Int](repeating: 0, count: neighbors.below.values.count)
  }

  /// Sifts every block of every rank until a round brings nothing, at most `rounds` times.
  ///
  /// - Parameter reach: how many places a block may move in either direction.
  mutating func improve(_ order: inout RankOrder, reach: Int, rounds: Int) {
    for _ in 0..<rounds {
      var hasMoved = false
      for rank in order.layers.indices where !order.isSifted(rank, reach: reach) {
        takePlaces(around: rank, of: order)
        if sift(order.layers[rank].indices, depth: 0, rank: rank, reach: reach, &order) {
          hasMoved = true
        } else {
          order.noteSifted(rank, reach: reach)
        }
      }
      if !hasMoved { return }
    }
  }

  private mutating func takePlaces(around rank: Int, of order: RankOrder) {
    for vertex in order.layers[rank] {
      let (up, down) = (neighbors.above.range(of: vertex), neighbors.below.range(of: vertex))
      for index in up { above[index] = order.positions[neighbors.above.values[index]] }
      for index in down { below[index] = order.positions[neighbors.below.values[index]] }
      above.sortShort(up)
      below.sortShort(down)
    }
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
        take(blocks[index], rank: rank, of: order)
        let target = target(of: index, in: blocks, rank: rank, reach: reach, order)
        guard target != index else { continue }
        hasMoved = true
        order.move(index, to: target, in: &blocks, depth: depth, rank: rank)
      }
    }
    for block in blocks where block.cluster != nil && block.places.count > 1 {
      if sift(block.places, depth: depth + 1, rank: rank, reach: reach, &order) { hasMoved = true }
    }
    return hasMoved
  }

  private mutating func take(_ block: RankBlock, rank: Int, of order: RankOrder) {
    moved = block
    movedAbove.removeAll(keepingCapacity: true)
    movedBelow.removeAll(keepingCapacity: true)
    for place in block.places {
      let vertex = order.layers[rank][place]
      for index in neighbors.above.range(of: vertex) { movedAbove.append(above[index]) }
      for index in neighbors.below.range(of: vertex) { movedBelow.append(below[index]) }
    }
    if block.places.count > 1 {
      movedAbove.sort()
      movedBelow.sort()
    }
  }

  /// Where the taken block, which stands at `index`, causes least crossings.
  private func target(
    of index: Int, in blocks: [RankBlock], rank: Int, reach: Int, _ order: borrowing RankOrder
  ) -> Int {
    // What is joined to nothing gains nothing anywhere.
    if moved.cluster == nil, movedAbove.isEmpty, movedBelow.isEmpty { return index }
    var best = (index: index, change: 0)
    var change = 0
    for other in (max(0, index - reach)..<index).reversed() {
      change += self.change(passing: blocks[other], on: .left, rank: rank, order)
      if change < best.change { best = (other, change) }
    }
    change = 0
    for other in (index + 1)..<min(index + 1 + reach, blocks.count) {
      change += self.change(passing: blocks[other], on: .right, rank: rank, order)
      if change < best.change { best = (other, change) }
    }
    return best.index
  }

  /// A side of the taken block.
  private enum Side {
    case left, right
  }

  /// The change of a pass that hints forbid: more than others can make good.
  private static let forbidden = 1_000_000_000

  /// How many crossings more there are once the taken block has passed `other`, which stands on a
  /// side of it now.
  private func change(
    passing other: RankBlock, on side: Side, rank: Int, _ order: borrowing RankOrder
  ) -> Int {
    if neighbors.hasHints {
      let (left, right) = side == .right ? (moved, other) : (other, moved)
      if order.mustStayLeft(left, of: right, at: rank) { return Self.forbidden }
    }
    var surplus = 0
    for place in other.places {
      let vertex = order.layers[rank][place]
      surplus += Self.surplus(of: movedAbove, before: above, neighbors.above.range(of: vertex))
      surplus += Self.surplus(of: movedBelow, before: below, neighbors.below.range(of: vertex))
    }
    if side == .left { surplus = -surplus }
    guard moved.cluster != nil || other.cluster != nil else { return surplus }
    return surplus + hopChange(passing: other, on: side, rank: rank, order)
  }

  /// How many pairs of one of some sorted places and a later one of a range of others there are,
  /// less those of a place and an earlier other.
  private static func surplus(
    of places: [Int], before others: [Int], _ range: Range<Int>
  ) -> Int {
    var (less, atMost, surplus) = (0, 0, 0)
    for index in range {
      let other = others[index]
      while less < places.count, places[less] < other { less += 1 }
      atMost = max(atMost, less)
      while atMost < places.count, places[atMost] == other { atMost += 1 }
      surplus += less + atMost - places.count
    }
    return surplus
  }

  /// The change in runs through clusters once the taken block has passed `other`.
  private func hopChange(
    passing other: RankBlock, on side: Side, rank: Int, _ order: borrowing RankOrder
  ) -> Int {
    let now = side == .right ? 1 : -1
    var change = 0
    if let cluster = moved.cluster {
      for (next, isAbove) in [(rank - 1, true), (rank + 1, false)] {
        guard let span = order.span(of: cluster, ifAt: next) else { continue }
        for place in other.places {
          let vertex = order.layers[rank][place]
          change +=
            now
            * (isAbove
              ? Self.sides(above, neighbors.above.range(of: vertex), of: span)
              : Self.sides(below, neighbors.below.range(of: vertex), of: span))
        }
      }
    }
    if let cluster = other.cluster {
      if let span = order.span(of: cluster, ifAt: rank - 1) {
        change -= now * Self.sides(movedAbove, movedAbove.indices, of: span)
      }
      if let span = order.span(of: cluster, ifAt: rank + 1) {
        change -= now * Self.sides(movedBelow, movedBelow.indices, of: span)
      }
    }
    return RankOrder.hopCost * (change + 10 * clusterHopChange(passing: other, on: side, rank, order))
  }

  /// How many places of a range lie right of a span, less those left of it.
  private static func sides(
    _ places: [Int], _ range: Range<Int>, of span: ClosedRange<Int>
  ) -> Int {
    var sides = 0
    for index in range { sides += DiagramLayout.side(places[index], span) }
    return sides
  }

  /// The change in how many clusters pass through each other.
  private func clusterHopChange(
    passing other: RankBlock, on side: Side, _ rank: Int, _ order: borrowing RankOrder
  ) -> Int {
    guard let one = moved.cluster, let second = other.cluster else { return 0 }
    let (left, right) = side == .right ? (one, second) : (second, one)
    var change = 0
    for next in [rank - 1, rank + 1] {
      guard let span = order.span(of: left, ifAt: next), let there = order.span(of: right, ifAt: next)
      else { continue }
      change += DiagramLayout.side(there.lowerBound, span)
    }
    return change
  }
}

extension RankOrder {
  /// The places of a cluster on a rank, if it is there.
  fileprivate func span(of cluster: Int, ifAt rank: Int) -> ClosedRange<Int>? {
    neighbors.graph.ranked.clusterRanks[cluster].contains(rank) ? span(of: cluster, at: rank) : nil
  }

  fileprivate mutating func move(
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
