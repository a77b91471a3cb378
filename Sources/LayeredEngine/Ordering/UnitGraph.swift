/// What moves as a whole inside one cluster, or inside the whole graph, and what segments join of it.
///
/// A unit is a vertex that lies in no further cluster, or such a cluster with all its ranks; clusters
/// are counted on behind the vertices.
struct UnitGraph {
  /// The clusters around it.
  let depth: Int
  private let parent: Int?
  private let neighbors: Neighbors
  private var joined: [Int: [Int]] = [:]
  /// In the order of their first vertices.
  private(set) var units: [Int] = []

  init(inside parent: Int?, _ neighbors: Neighbors) {
    (self.parent, self.neighbors) = (parent, neighbors)
    depth = parent.map { neighbors.depths[$0] + 1 } ?? 0
    for vertex in neighbors.graph.vertices.indices {
      guard let unit = unit(of: vertex), joined[unit] == nil else { continue }
      joined[unit] = []
      units.append(unit)
    }
    for segment in neighbors.graph.segments {
      guard let upper = unit(of: segment.upper), let lower = unit(of: segment.lower),
        upper != lower
      else { continue }
      joined[upper]?.append(lower)
      joined[lower]?.append(upper)
    }
  }

  /// The unit that a vertex belongs to; nil outside of the cluster.
  func unit(of vertex: Int) -> Int? {
    guard depth == 0 || neighbors.cluster(around: vertex, depth: depth - 1) == parent else {
      return nil
    }
    return neighbors.unit(of: vertex, depth)
  }

  /// What hangs on each of two units rather than on the other: all that a walk from it reaches before
  /// one from the other does, up to what both reach in as many steps.
  func halves(_ one: Int, _ other: Int) -> (Set<Int>, Set<Int>) {
    var owners = [one: 0, other: 1]
    var rims: [[Int]] = [[one], [other]]
    while !rims[0].isEmpty || !rims[1].isEmpty {
      var reached: [Int: Int] = [:]
      for side in [0, 1] {
        for unit in rims[side] {
          for next in joined[unit] ?? [] where owners[next] == nil {
            // What both reach belongs to neither, and nothing behind it is reached.
            if let before = reached[next], before != side {
              reached[next] = 2
            } else {
              reached[next] = side
            }
          }
        }
      }
      owners.merge(reached) { first, _ in first }
      let sorted = reached.sorted { $0.key < $1.key }
      rims = [0, 1].map { side in sorted.filter { $0.value == side }.map(\.key) }
    }
    func half(_ side: Int) -> Set<Int> { Set(owners.filter { $0.value == side }.map(\.key)) }
    return (half(0), half(1))
  }

  /// The connected groups that are left without a unit, in their order.
  func groups(without hub: Int?) -> [Set<Int>] {
    var seen: Set<Int> = hub.map { [$0] } ?? []
    var groups: [Set<Int>] = []
    for start in units where seen.insert(start).inserted {
      var (group, open): (Set<Int>, [Int]) = ([start], [start])
      while let unit = open.popLast() {
        for next in joined[unit] ?? [] where seen.insert(next).inserted {
          group.insert(next)
          open.append(next)
        }
      }
      groups.append(group)
    }
    return groups
  }

  /// How many units each is joined to.
  func degree(of unit: Int) -> Int { Set(joined[unit] ?? []).count }
}

extension UnitGraph {
  /// The order in which, on every rank, the units of one group all stand before those of another, in
  /// the places of both.
  func swapped(_ order: RankOrder, first: Set<Int>, second: Set<Int>) -> RankOrder {
    rearranged(order) { units in
      units.filter(first.contains) + units.filter(second.contains)
    } where: {
      first.contains($0) || second.contains($0)
    }
  }

  /// The order in which the units of a group, and, if wanted, what is in them, stand in mirror image in
  /// their places.
  func mirrored(_ order: RankOrder, _ group: Set<Int>, withContent: Bool) -> RankOrder {
    rearranged(order, turnsContent: withContent) {
      $0.reversed()
    } where: {
      group.contains($0)
    }
  }

  private func rearranged(
    _ order: RankOrder, turnsContent: Bool = false, _ arrange: ([Int]) -> [Int],
    where isMoved: (Int) -> Bool
  ) -> RankOrder {
    var order = order
    for rank in order.layers.indices {
      let layer = order.layers[rank]
      guard let start = layer.firstIndex(where: { unit(of: $0) != nil }),
        let end = layer.lastIndex(where: { unit(of: $0) != nil })
      else { continue }
      let blocks = order.blocks(in: start..<end + 1, depth: depth, rank: rank)
      let units = blocks.map { neighbors.unit(of: layer[$0.places.lowerBound], depth) }
      let vertices = Dictionary(uniqueKeysWithValues: zip(units, blocks.map { layer[$0.places] }))
      var moved = arrange(units.filter(isMoved)).makeIterator()
      var changed = Array(layer[..<start])
      for unit in units {
        let isMoved = isMoved(unit)
        let content = vertices[isMoved ? moved.next() ?? unit : unit] ?? []
        changed += isMoved && turnsContent ? content.reversed() : Array(content)
      }
      order.set(changed + layer[(end + 1)...], at: rank)
    }
    return order
  }
}
